// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace watchdesk::response {

/// An action by the name that people have for one use of it: "resolve" is updateAlert with the status Resolved.
struct Shortcut
{
    QString verb;
    QString title;          ///< translated: "Resolve alert"
    QString action;         ///< the descriptor's name
    QJsonObject preset;     ///< members of the body that it stands for
    QStringList asked;      ///< members that it is about, to be asked for first
    bool isOfValue = false; ///< its target is what an indicator matches, not a key
};

/// resolve, assign, classify, comment; block, allow, audit.
QList<Shortcut> shortcuts();
/// One with an empty action where there is none.
Shortcut shortcutNamed(const QString &verb);

/// The API's kind of indicator for a value, by its form; "" for what is none: a hash by its length, an address, a URL,
/// a domain. A range of addresses is none.
QString indicatorTypeOf(const QString &value);

/// submitIndicator's body for a value: its type, the action that this type takes, a title.
QJsonObject indicatorBody(const QString &value, const QJsonObject &preset);

} // namespace watchdesk::response
