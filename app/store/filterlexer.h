// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>

namespace watchdesk::store {

/// A piece of a filter. A Term is one word with its quotes and colon: `device:"a b"`, `SCR*`, `hits:>0`.
struct FilterToken
{
    enum class Kind { Term, Open, Close, Not, And, Or, End };

    /// A stretch of a value: its text and whether * in it stands for anything (not within quotes).
    struct Part
    {
        QString text;
        bool isQuoted = false;
    };

    Kind kind = Kind::End;
    int start = 0;
    int end = 0;
    QString field; ///< before the colon; "" for words alone
    bool hasField = false;
    int valueStart = 0;
    QString operation;         ///< "", "!", ">", ">=", "<", "<="
    QList<QList<Part>> values; ///< split at commas outside quotes
};

/// Cuts a filter into tokens, the last of kind End. InvalidInput for a quote that is not closed.
Result<QList<FilterToken>> lexFilter(const QString &text);

/// An InvalidInput with the context "start" and "end".
Error filterError(const QString &message, int start, int end);

} // namespace watchdesk::store
