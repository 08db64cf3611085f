// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/diagnostic.h"
#include "app/kql/schema.h"

#include <QHash>
#include <QList>

namespace watchdesk::kql {

struct CompletionItem
{
    enum class Kind { Column, Table, Variable, Function, Aggregate, Operator, Keyword, Option, Value, Type };

    QString label;
    Kind kind = Kind::Keyword;
    QString detail; ///< one line: a type, a signature, what it is for
    QString insert; ///< what takes the place of `replaced`
};

/// What may stand at the cursor, the likeliest first, and the stretch that a chosen item replaces.
struct Completion
{
    Span replaced;
    QList<CompletionItem> items;
};

/// Rows that the store holds, by table: such tables come first.
using HeldRows = QHash<QString, qint64>;

/// What may be written at `offset` (UTF-16 units) of a text that may be unfinished or wrong: columns are those of the
/// pipe's stage, values those that a compared column takes. Only the text before the offset counts. Thread-safe.
Completion complete(const QString &text, int offset, const Schema &schema, const HeldRows &held = {});

/// "column", "table" …: the kind's name for the command line.
QString kindName(CompletionItem::Kind kind);

} // namespace watchdesk::kql
