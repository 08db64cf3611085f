// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/columntype.h"
#include "app/base/result.h"

#include <QList>
#include <QString>
#include <QVariantList>

namespace watchdesk::store {

/// One word that a pane's filter knows: `risk` for the column riskScore. Several fields may name one column.
struct FilterField
{
    QString name;
    QString column;
    ColumnType type = ColumnType::String;
};

/// A condition for a WHERE clause, with ? for each of `parameters`. "" = everything.
struct FilterSql
{
    QString where;
    QVariantList parameters;
};

/// Compiles what an analyst types above a grid:
///
///     risk:high device:SCR* status:!resolved      all of them; * stands for any text, ! for "not"
///     hits:>0 score:>=50 seen:<2024-05-01          numbers and times compare
///     severity:high,medium                         any of
///     (a or b) and not c -d "two words"            words alone are looked for in every text field
///     seen:age<24h                                 in the last 24 hours before `now` (d h m s)
///
/// Letters' case never matters. An error is InvalidInput with the context "start" and "end" (UTF-16 units) and, for an
/// unknown field that looks like a known one, a suggestion in the message. Pure; any thread; bounded depth.
Result<FilterSql> compileFilter(const QString &expression, const QList<FilterField> &fields, qint64 now = 0);

} // namespace watchdesk::store
