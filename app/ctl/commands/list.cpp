// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/console.h"
#include "app/ctl/output.h"
#include "app/ctl/source.h"
#include "app/store/filter.h"
#include "app/store/store.h"

#include <QCoreApplication>

namespace watchdesk::ctl {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

/// A noun, its table, in which order it is listed, and short words for columns in filters.
struct Listing
{
    QString noun;
    QString table;
    QString order;
    QList<std::pair<QString, QString>> aliases;
    QString from = {};              ///< rows with more columns than the table has; empty: the table
    QList<ColumnSchema> added = {}; ///< those columns
};

/// What a listing's rows look like.
QList<ColumnSchema> columnsOf(const Listing &listing, const TableSchema &table)
{
    return table.columns + listing.added;
}

const QList<Listing> &listings()
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    static const QList<Listing> all{
        {s("devices"),
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
        {s("alerts"),
         s("Alerts"),
         s("alertCreationTime DESC, id"),
         {{s("device"), s("computerDnsName")},
          {s("owner"), s("assignedTo")},
          {s("source"), s("detectionSource")},
          {s("technique"), s("mitreTechniques")},
          {s("created"), s("alertCreationTime")}}},
        {s("external"),
         s("ExternalAlerts"),
         s("Timestamp DESC, ExternalId"),
         {{s("id"), s("ExternalId")},
          {s("time"), s("Timestamp")},
          {s("src"), s("SourceIP")},
          {s("dst"), s("DestinationIP")},
          {s("host"), s("HostName")},
          {s("user"), s("UserName")},
          {s("file"), s("FileName")}}},
        {s("indicators"),
         s("Indicators"),
         s("indicatorType, indicatorValue"),
         {{s("value"), s("indicatorValue")}, {s("type"), s("indicatorType")}, {s("expires"), s("expirationTime")}},
         s("(SELECT i.*, coalesce(h.Hits, 0) AS hits, h.LastHit AS lastHit FROM Indicators i LEFT JOIN IndicatorHits h "
           "ON h.id = i.id)"),
         {{s("hits"), ColumnType::Long}, {s("lastHit"), ColumnType::DateTime}}},
        {s("actions"),
         s("MachineActions"),
         s("creationDateTimeUtc DESC, id"),
         {{s("device"), s("computerDnsName")}, {s("created"), s("creationDateTimeUtc")}}},
    };
    return all;
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

QString selectList(const QList<ColumnSchema> &columns)
{
    QStringList names;
    for (const auto &column : columns)
        names.append(u'"' + column.name + u'"');
    return names.join(QStringLiteral(", "));
}

Result<Table> rowsOf(const session::Session &session, const Listing &listing, const QString &filter)
{
    const kql::Schema schema = session.store()->schema();
    const TableSchema *table = schema.find(listing.table);
    if (!table)
        return Table();
    auto condition = store::compileFilter(filter, fieldsOf(listing, *table), session.clock().now());
    if (!condition)
        return failure(condition.error());
    QString sql =
        QStringLiteral("SELECT %1 FROM %2")
            .arg(selectList(columnsOf(listing, *table)), listing.from.isEmpty() ? listing.table : listing.from);
    if (!condition->where.isEmpty())
        sql += QStringLiteral(" WHERE ") + condition->where;
    return session.store()->read(sql + QStringLiteral(" ORDER BY ") + listing.order, condition->parameters,
                                 columnsOf(listing, *table));
}

/// Only what is listed is loaded. Hits are counted in the events that are held; a lab's are near, so they are loaded
/// too.
session::SyncScope scopeOf(const Listing &listing, bool isLab)
{
    if (listing.table == QStringLiteral("Indicators"))
        return isLab ? session::SyncScope() : session::SyncScope{{listing.table}, false, false, true};
    if (listing.table != QStringLiteral("ExternalAlerts"))
        return session::SyncScope::onlyEntities({listing.table});
    return {{QStringLiteral("none")}, false, true, false};
}

int list(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    arguments.addSource();
    arguments.addFormat();
    arguments.add(QStringLiteral("filter"), tr("As above a grid: risk:high device:SCR* status:!resolved"),
                  QStringLiteral("EXPRESSION"));
    if (const auto status = arguments.parse(given))
        return *status;
    if (!arguments.positional().isEmpty())
        return arguments.wrongUsage(tr("Unexpected: %1").arg(arguments.positional().first()));
    const auto format = formatOf(arguments);
    if (!format)
        return WrongUsage;
    const auto listing = std::find_if(listings().begin(), listings().end(),
                                      [&](const Listing &known) { return known.noun == command.noun; });
    bool isPartial = false;
    auto session = openAndSync(arguments, scopeOf(*listing, arguments.has(QStringLiteral("lab"))), &isPartial);
    if (!session)
        return sayError(session.error());
    const auto rows = rowsOf(**session, *listing, arguments.value(QStringLiteral("filter")));
    if (!rows)
        return sayError(rows.error());
    printTable(*rows, *format);
    return isPartial ? PartialData : Done;
}

} // namespace

QList<Command> listCommands()
{
    QList<Command> commands;
    for (const auto &listing : listings()) {
        commands.append({listing.noun, QStringLiteral("list"),
                         listing.noun + QStringLiteral(" list [source] [--filter EXPRESSION]"),
                         tr("Lists the records."), list});
    }
    return commands;
}

} // namespace watchdesk::ctl
