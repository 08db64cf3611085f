// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/syncplan.h"

#include <algorithm>
#include <utility>

namespace watchdesk::session {

namespace {

constexpr int kBins = 240;

const QString kTimestamp = QStringLiteral("Timestamp");

QString literal(Ticks ticks) { return QStringLiteral("datetime(%1)").arg(isoFromTicks(ticks)); }

QString timeCondition(const SyncTable &table)
{
    return table.hasTime && table.since > 0 ? QStringLiteral(" | where Timestamp >= %1").arg(literal(table.since))
                                            : QString();
}

/// Event tables number their rows per device; the others have nothing better than the whole row.
QStringList keysOf(const TableSchema &schema)
{
    QStringList keys;
    if (schema.indexOf(QStringLiteral("ReportId")) < 0 || schema.indexOf(kTimestamp) < 0) {
        for (const auto &column : schema.columns)
            keys.append(column.name);
        return keys;
    }
    for (const auto &name :
         {QStringLiteral("DeviceId"), kTimestamp, QStringLiteral("ReportId"), QStringLiteral("ActionType")}) {
        if (schema.indexOf(name) >= 0)
            keys.append(name);
    }
    return keys;
}

qint64 binSeconds(const TableExtent &extent)
{
    return std::max<qint64>(1, (extent.last - extent.first) / kTicksPerSecond / kBins + 1);
}

bool isSameKind(ColumnType a, ColumnType b) { return isIntegral(a) == isIntegral(b) && isText(a) == isText(b); }

} // namespace

QList<QList<SyncTable>> tablesToSync(const kql::Schema &schema)
{
    QList<SyncTable> usual;
    QList<SyncTable> rare;
    for (const auto &table : schema.tables) {
        const bool isIdentity = table.name.startsWith(QStringLiteral("Identity"));
        const bool isDevice =
            table.name.startsWith(QStringLiteral("Device")) && table.name != QStringLiteral("Devices");
        if (!isIdentity && !isDevice && table.name != QStringLiteral("AlertInfo") &&
            table.name != QStringLiteral("AlertEvidence"))
            continue;
        const SyncTable wanted{table, table.indexOf(kTimestamp) >= 0, keysOf(table), 0};
        (isIdentity ? rare : usual).append(wanted);
    }
    return {usual, rare};
}

QString extentQuery(const QList<SyncTable> &tables)
{
    QStringList parts;
    for (const auto &table : tables) {
        const QString times = table.hasTime ? QStringLiteral(", First=min(Timestamp), Last=max(Timestamp)") : QString();
        parts.append(QStringLiteral("(%1%2 | summarize N=count()%3 | extend TableName=\"%1\")")
                         .arg(table.schema.name, timeCondition(table), times));
    }
    return parts.size() == 1 ? parts.first().mid(1, parts.first().size() - 2)
                             : QStringLiteral("union ") + parts.join(QStringLiteral(",\n"));
}

QHash<QString, TableExtent> extentsFrom(const Table &answer)
{
    QHash<QString, TableExtent> extents;
    const int name = answer.indexOf(QStringLiteral("TableName"));
    const int rows = answer.indexOf(QStringLiteral("N"));
    const int first = answer.indexOf(QStringLiteral("First"));
    const int last = answer.indexOf(QStringLiteral("Last"));
    if (name < 0 || rows < 0 || !isIntegral(answer.column(rows).type()))
        return extents;
    const auto ticks = [&](int column, qsizetype row) {
        return column >= 0 && isIntegral(answer.column(column).type()) ? answer.column(column).integer(row) : Ticks(0);
    };
    for (qsizetype row = 0; row < answer.rowCount(); ++row)
        extents.insert(answer.display(row, name),
                       {answer.column(rows).integer(row), ticks(first, row), ticks(last, row)});
    return extents;
}

QString histogramQuery(const SyncTable &table, const TableExtent &extent)
{
    return QStringLiteral("%1%2 | summarize N=count() by B=bin(Timestamp, %3s) | sort by B asc")
        .arg(table.schema.name, timeCondition(table))
        .arg(binSeconds(extent));
}

QList<Slice> slicesFrom(const Table &histogram, const TableExtent &extent)
{
    const int rows = histogram.indexOf(QStringLiteral("N"));
    const int begin = histogram.indexOf(QStringLiteral("B"));
    if (rows < 0 || begin < 0 || !isIntegral(histogram.column(rows).type()) ||
        !isIntegral(histogram.column(begin).type()))
        return singleSlice(extent);
    QList<Slice> slices;
    Ticks from = extent.first;
    qint64 held = 0;
    for (qsizetype row = 0; row < histogram.rowCount(); ++row) {
        const qint64 more = histogram.column(rows).integer(row);
        const Ticks boundary = histogram.column(begin).integer(row);
        if (held > 0 && held + more > kRowsPerSlice && boundary > from) {
            slices.append({from, boundary});
            from = boundary;
            held = 0;
        }
        held += more;
    }
    slices.append({from, extent.last + 1});
    return slices;
}

QList<Slice> singleSlice(const TableExtent &extent) { return {{extent.first, extent.last + 1}}; }

QList<Slice> halved(const Slice &slice)
{
    const Ticks middle = slice.from + (slice.to - slice.from) / 2;
    return middle <= slice.from ? QList<Slice>() : QList<Slice>{{slice.from, middle}, {middle, slice.to}};
}

QString sliceQuery(const SyncTable &table, const Slice &slice)
{
    if (!table.hasTime)
        return table.schema.name;
    return QStringLiteral("%1 | where Timestamp >= %2 and Timestamp < %3 | sort by Timestamp asc")
        .arg(table.schema.name, literal(slice.from), literal(slice.to));
}

Table fitted(Table answer, const TableSchema &schema)
{
    QList<ColumnSchema> columns;
    QList<qsizetype> positions;
    for (qsizetype i = 0; i < answer.columnCount(); ++i) {
        const ColumnSchema &column = answer.schema()[i];
        const int known = schema.indexOf(column.name);
        if (known < 0 || !isSameKind(column.type, schema.columns[known].type))
            continue;
        columns.append(column);
        positions.append(i);
    }
    if (columns.size() == answer.columnCount())
        return answer;
    Table fitting(columns);
    for (qsizetype i = 0; i < positions.size(); ++i)
        fitting.column(i) = std::move(answer.column(positions[i]));
    return fitting;
}

} // namespace watchdesk::session
