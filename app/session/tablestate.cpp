// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/tablestate.h"

#include "app/defender/resourcetable.h"
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

Result<void> noteState(store::Store &store, const TableReport &report, Ticks now, const QString &countSql,
                       Ticks wholeAt)
{
    const auto before = lastWhole(store, report.table);
    const auto held =
        number(store, countSql.isEmpty() ? QStringLiteral("SELECT count(*) FROM \"%1\"").arg(report.table) : countSql);
    Table row({{QStringLiteral("TableName"), ColumnType::String},
               {QStringLiteral("Completeness"), ColumnType::String},
               {QStringLiteral("AsOf"), ColumnType::DateTime},
               {QStringLiteral("Rows"), ColumnType::Long},
               {QStringLiteral("Detail"), ColumnType::String},
               {QStringLiteral("WholeAt"), ColumnType::DateTime}});
    row.column(0).appendText(report.table);
    row.column(1).appendText(report.completeness);
    row.column(2).appendInteger(now);
    row.column(3).appendInteger(held.value_or(0));
    row.column(4).appendText(report.detail);
    row.column(5).appendInteger(std::max(wholeAt, before.value_or(0)));
    auto done = store.upsert(QStringLiteral("TableStates"), row, QStringLiteral("TableName"));
    return done ? Result<void>() : failure(done.error());
}

QString countSql(const defender::Resource &resource, const QString &parentId)
{
    const QString all = QStringLiteral("SELECT count(*) FROM \"%1\"").arg(resource.table);
    return parentId.isEmpty()
               ? all
               : all + QStringLiteral(" WHERE \"%1\" = '%2'")
                           .arg(defender::kParentColumn, QString(parentId).replace(u'\'', QStringLiteral("''")));
}

Result<qint64> countOf(store::Store &store, const QString &table)
{
    return number(store, QStringLiteral("SELECT count(*) FROM \"%1\"").arg(table));
}

Result<Ticks> lastWhole(store::Store &store, const QString &table)
{
    return number(store, QStringLiteral("SELECT max(WholeAt) FROM TableStates WHERE TableName = ?"), {table});
}

Result<Ticks> newestOf(store::Store &store, const QString &table, const QString &column)
{
    if (!store.schema().find(table))
        return Ticks(0);
    return number(store, QStringLiteral("SELECT max(\"%1\") FROM \"%2\"").arg(column, table));
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
