// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/tablestate.h"

#include "app/store/store.h"

namespace watchdesk::session {

namespace {

Result<qint64> number(store::Store &store, const QString &sql, const QVariantList &parameters = {})
{
    auto rows = store.read(sql, parameters);
    if (!rows)
        return failure(rows.error());
    return rows->rowCount() == 0 || rows->column(0).isNull(0) ? qint64(0) : rows->column(0).integer(0);
}

} // namespace

QString serviceSource() { return QStringLiteral("defender"); }

Result<void> noteState(store::Store &store, const TableReport &report, Ticks now)
{
    const auto held = number(store, QStringLiteral("SELECT count(*) FROM \"%1\"").arg(report.table));
    Table row({{QStringLiteral("TableName"), ColumnType::String},
               {QStringLiteral("Completeness"), ColumnType::String},
               {QStringLiteral("AsOf"), ColumnType::DateTime},
               {QStringLiteral("Rows"), ColumnType::Long},
               {QStringLiteral("Detail"), ColumnType::String}});
    row.column(0).appendText(report.table);
    row.column(1).appendText(report.completeness);
    row.column(2).appendInteger(now);
    row.column(3).appendInteger(held.value_or(0));
    row.column(4).appendText(report.detail);
    auto done = store.upsert(QStringLiteral("TableStates"), row, QStringLiteral("TableName"));
    return done ? Result<void>() : failure(done.error());
}

Result<Ticks> watermark(store::Store &store, const QString &table)
{
    return number(store, QStringLiteral("SELECT max(Timestamp) FROM \"%1\" WHERE _Source = ?").arg(table),
                  {serviceSource()});
}

Result<qint64> heldSince(store::Store &store, const QString &table, Ticks since)
{
    return number(store, QStringLiteral("SELECT count(*) FROM \"%1\" WHERE _Source = ? AND Timestamp >= ?").arg(table),
                  {serviceSource(), since});
}

} // namespace watchdesk::session
