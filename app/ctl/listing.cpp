// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/listing.h"

#include "app/base/ticks.h"
#include "app/ctl/console.h"
#include "app/defender/resourcetable.h"
#include "app/store/filter.h"
#include "app/store/store.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace watchdesk::ctl {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

/// What is more telling than the key, for the tables that people list all day.
QList<Listing> knownListings()
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    return {
        {nullptr,
         s("Devices"),
         s("lower(computerDnsName), id"),
         {{s("device"), s("computerDnsName")},
          {s("name"), s("computerDnsName")},
          {s("risk"), s("riskScore")},
          {s("exposure"), s("exposureLevel")},
          {s("health"), s("healthStatus")},
          {s("os"), s("osPlatform")},
          {s("ip"), s("lastIpAddress")},
          {s("tag"), s("machineTags")},
          {s("seen"), s("lastSeen")}}},
        {nullptr,
         s("Alerts"),
         s("alertCreationTime DESC, id"),
         {{s("device"), s("computerDnsName")},
          {s("owner"), s("assignedTo")},
          {s("source"), s("detectionSource")},
          {s("technique"), s("mitreTechniques")},
          {s("created"), s("alertCreationTime")}}},
        {nullptr,
         s("ExternalAlerts"),
         s("Timestamp DESC, ExternalId"),
         {{s("id"), s("ExternalId")},
          {s("time"), s("Timestamp")},
          {s("src"), s("SourceIP")},
          {s("dst"), s("DestinationIP")},
          {s("host"), s("HostName")},
          {s("user"), s("UserName")},
          {s("file"), s("FileName")}}},
        {nullptr,
         s("Indicators"),
         s("indicatorType, indicatorValue"),
         {{s("value"), s("indicatorValue")}, {s("type"), s("indicatorType")}, {s("expires"), s("expirationTime")}},
         s("(SELECT i.*, coalesce(h.Hits, 0) AS hits, h.LastHit AS lastHit FROM Indicators i LEFT JOIN IndicatorHits h "
           "ON h.id = i.id)"),
         {{s("hits"), ColumnType::Long}, {s("lastHit"), ColumnType::DateTime}}},
        {nullptr,
         s("MachineActions"),
         s("creationDateTimeUtc DESC, id"),
         {{s("device"), s("computerDnsName")}, {s("created"), s("creationDateTimeUtc")}}},
    };
}

/// What a listing's rows look like.
QList<ColumnSchema> columnsOf(const Listing &listing, const TableSchema &table)
{
    return table.columns + listing.added;
}

/// Every column under its own name, then the short words that lead to a column that there is.
QList<store::FilterField> fieldsOf(const Listing &listing, const TableSchema &table)
{
    QList<store::FilterField> fields;
    for (const auto &column : columnsOf(listing, table))
        fields.append({column.name, column.name, column.type});
    for (const auto &[word, name] : listing.aliases) {
        const int index = table.indexOf(name);
        if (index >= 0 && table.indexOf(word) < 0)
            fields.append({word, name, table.columns[index].type});
    }
    return fields;
}

QString quoted(const QString &name) { return u'"' + name + u'"'; }

QString selectList(const QList<ColumnSchema> &columns)
{
    QStringList names;
    for (const auto &column : columns)
        names.append(quoted(column.name));
    return names.join(QStringLiteral(", "));
}

QString orderOf(const Listing &listing, const TableSchema &table)
{
    if (!listing.order.isEmpty())
        return listing.order;
    const bool hasKey = listing.resource && !listing.resource->key.isEmpty();
    return hasKey ? quoted(listing.resource->key) : quoted(table.columns.value(0).name);
}

/// What the descriptor knows of every record is not worth a column that is empty throughout.
Table withoutEmptyExtra(const Table &rows)
{
    const int extra = rows.indexOf(defender::kExtraColumn);
    if (extra < 0)
        return rows;
    for (qsizetype row = 0; row < rows.rowCount(); ++row) {
        if (!rows.column(extra).isNull(row))
            return rows;
    }
    QList<ColumnSchema> columns = rows.schema();
    columns.removeAt(extra);
    Table plain(columns);
    for (qsizetype column = 0; column < plain.columnCount(); ++column)
        plain.column(column) = rows.column(column < extra ? column : column + 1);
    return plain;
}

} // namespace

Listing listingOf(const QString &noun)
{
    const defender::Resource *resource = defender::resourceNamed(noun);
    const QString table = resource ? resource->table : QStringLiteral("ExternalAlerts");
    for (Listing known : knownListings()) {
        if (known.table != table)
            continue;
        known.resource = resource;
        return known;
    }
    return {resource, table, {}};
}

Result<Table> rowsOf(const session::Session &session, const Listing &listing, const QString &filter,
                     const QString &parentId)
{
    const kql::Schema schema = session.store()->schema();
    const TableSchema *table = schema.find(listing.table);
    if (!table)
        return Table();
    auto condition = store::compileFilter(filter, fieldsOf(listing, *table), session.clock().now());
    if (!condition)
        return failure(condition.error());
    const QList<ColumnSchema> columns = columnsOf(listing, *table);
    QString sql = QStringLiteral("SELECT %1 FROM %2")
                      .arg(selectList(columns), listing.from.isEmpty() ? quoted(listing.table) : listing.from);
    QStringList conditions;
    if (!condition->where.isEmpty())
        conditions.append(u'(' + condition->where + u')');
    if (!parentId.isEmpty()) {
        conditions.append(quoted(defender::kParentColumn) + QStringLiteral(" = ?"));
        condition->parameters.append(parentId);
    }
    if (!conditions.isEmpty())
        sql += QStringLiteral(" WHERE ") + conditions.join(QStringLiteral(" AND "));
    const auto rows = session.store()->read(sql + QStringLiteral(" ORDER BY ") + orderOf(listing, *table),
                                            condition->parameters, columns);
    return rows ? withoutEmptyExtra(*rows) : rows;
}

Result<QJsonObject> recordOf(const session::Session &session, const Listing &listing, const QString &key,
                             const QString &parentId)
{
    const kql::Schema schema = session.store()->schema();
    const TableSchema *table = schema.find(listing.table);
    const auto none = [&] { return failure(Error::Kind::NotFound, tr("Nothing with the key “%1” is held.").arg(key)); };
    if (!table || !listing.resource || listing.resource->key.isEmpty())
        return none();
    QString sql = QStringLiteral("SELECT %1 FROM %2 WHERE lower(CAST(%3 AS VARCHAR)) = lower(?)")
                      .arg(selectList(table->columns), quoted(listing.table), quoted(listing.resource->key));
    QVariantList parameters{key};
    if (!parentId.isEmpty()) {
        sql += QStringLiteral(" AND %1 = ?").arg(quoted(defender::kParentColumn));
        parameters.append(parentId);
    }
    const auto rows = session.store()->read(sql + QStringLiteral(" LIMIT 1"), parameters, table->columns);
    if (!rows)
        return failure(rows.error());
    return rows->rowCount() == 0 ? Result<QJsonObject>(none()) : defender::recordFromRow(*listing.resource, *rows, 0);
}

bool sayState(const session::Session &session, const QString &state)
{
    const auto rows = session.store()->read(
        QStringLiteral("SELECT Completeness, \"AsOf\", \"Rows\", Detail FROM TableStates WHERE TableName = ?"), {state},
        {{QStringLiteral("Completeness"), ColumnType::String},
         {QStringLiteral("AsOf"), ColumnType::DateTime},
         {QStringLiteral("Rows"), ColumnType::Long},
         {QStringLiteral("Detail"), ColumnType::String}});
    if (!rows) {
        sayError(rows.error());
        return false;
    }
    if (rows->rowCount() == 0) {
        say(tr("%1: never loaded").arg(state));
        return false;
    }
    const QString completeness = rows->display(0, 0);
    QString text = tr("%1: %2 as of %3, %4 records").arg(state, completeness, rows->display(0, 1), rows->display(0, 2));
    if (!rows->display(0, 3).isEmpty())
        text += QStringLiteral(" (") + rows->display(0, 3) + u')';
    say(text);
    return completeness == QStringLiteral("complete") || completeness == QStringLiteral("empty");
}

} // namespace watchdesk::ctl
