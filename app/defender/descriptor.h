// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/columntype.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <functional>
#include <optional>

namespace watchdesk::defender {

/// Reads one JSON object of a descriptor member by member and remembers what is wrong with it: members that are
/// missing, of the wrong kind, or unknown (a typing error in a descriptor must not go unnoticed).
///
/// A value on the reader's stack. The first complaint counts, named by `place`.
class Descriptor
{
public:
    Descriptor(const QJsonObject &object, const QString &place, QString &complaint);
    /// Complains about members that nobody asked for.
    ~Descriptor();
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    enum class Need { Required, Optional };

    QString text(const char *name, Need need = Need::Required);
    bool flag(const char *name);
    int number(const char *name);
    QStringList texts(const char *name, Need need = Need::Optional);
    QMap<QString, int> numbers(const char *name);
    ColumnType type(const char *name);
    /// One of the names of `choices`; its index. An optional one that is missing is the first.
    int choice(const char *name, const QStringList &choices, Need need = Need::Required);
    void each(const char *name, Need need, const std::function<void(const QJsonObject &, const QString &place)> &read);
    void within(const char *name, const std::function<void(const QJsonObject &, const QString &place)> &read);

    void complain(const QString &what);

private:
    std::optional<QJsonValue> member(const char *name, QJsonValue::Type type, Need need);

    QJsonObject m_object;
    QString m_place;
    QString &m_complaint;
    QStringList m_known;
};

} // namespace watchdesk::defender
