// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/story/correlate.h"

#include "app/base/jsontext.h"
#include "app/store/store.h"
#include "app/story/correlationquery.h"
#include "app/story/heldtables.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

namespace watchdesk::story {

namespace {

/// One row of the query, by name.
class Candidate
{
public:
    Candidate(const Table &table, qsizetype row)
        : m_table(table)
        , m_row(row)
    {
    }

    QString text(const char *column) const { return cells(column).string(m_row); }
    double real(const char *column) const { return cells(column).real(m_row); }
    qint64 number(const char *column) const { return cells(column).integer(m_row); }
    bool isNull(const char *column) const { return cells(column).isNull(m_row); }

private:
    const Column &cells(const char *column) const { return m_table.column(QString::fromLatin1(column)); }

    const Table &m_table;
    qsizetype m_row;
};

QString endpoint(const QString &address, qint64 port)
{
    const QString shown = address.contains(u':') ? u'[' + address + u']' : address;
    return shown + u':' + QString::number(port);
}

QString apart(Ticks distance)
{
    const double seconds = double(distance) / double(kTicksPerSecond);
    if (seconds < 120)
        return QCoreApplication::translate("Story", "%1 s apart").arg(seconds, 0, 'f', 1);
    if (seconds < 7200)
        return QCoreApplication::translate("Story", "%1 min apart").arg(seconds / 60, 0, 'f', 0);
    return QCoreApplication::translate("Story", "%1 h apart").arg(seconds / 3600, 0, 'f', 0);
}

QString eventReason(const Candidate &candidate)
{
    const QString kind = candidate.text("kind");
    if (kind == u"flow") {
        return QCoreApplication::translate("Story", "same flow %1 → %2, %3")
            .arg(endpoint(candidate.text("lip"), candidate.number("lport")),
                 endpoint(candidate.text("rip"), candidate.number("rport")), apart(candidate.number("d")));
    }
    if (kind == u"remote") {
        return QCoreApplication::translate("Story", "same remote end %1, %2")
            .arg(endpoint(candidate.text("rip"), candidate.number("rport")), apart(candidate.number("d")));
    }
    if (kind == u"file") {
        return QCoreApplication::translate("Story", "same file hash (%1), %2")
            .arg(candidate.text("lip"), apart(candidate.number("d")));
    }
    return {};
}

QString processReason(const Candidate &candidate)
{
    const QString title = candidate.text("atitle");
    const qint64 depth = candidate.number("adepth");
    if (depth == 0)
        return QCoreApplication::translate("Story", "Defender alert on the same process: %1").arg(title);
    if (depth > 0 && candidate.text("adir") == u"up")
        return QCoreApplication::translate("Story", "Defender alert on a process that started this one: %1").arg(title);
    if (depth > 0)
        return QCoreApplication::translate("Story", "Defender alert on a process that this one started: %1").arg(title);
    return {};
}

QString remoteReason(const Candidate &candidate)
{
    return QCoreApplication::translate("Story", "Defender alert of the device names %1: %2")
        .arg(candidate.text("aip"), candidate.text("atitle"));
}

QByteArray reasons(const Candidate &candidate)
{
    QJsonArray list;
    const auto add = [&list](double points, const QString &text) {
        if (points > 0.0005) {
            list.append(QJsonObject{{QStringLiteral("text"), text},
                                    {QStringLiteral("points"), std::round(points * 1000) / 1000}});
        }
    };
    add(candidate.real("base"), eventReason(candidate));
    if (!candidate.isNull("kd")) {
        add(candidate.real("paddress"), QCoreApplication::translate("Story", "%1 was the device's address, seen %2")
                                            .arg(candidate.text("kip"), apart(candidate.number("kd"))));
    }
    add(candidate.real("phost"),
        QCoreApplication::translate("Story", "same host name %1").arg(candidate.text("hname")));
    add(candidate.real("pfile"),
        QCoreApplication::translate("Story", "same file hash on the device (%1)").arg(candidate.text("hfile")));
    add(candidate.real("pprocess"), processReason(candidate));
    add(candidate.real("premote"), remoteReason(candidate));
    return jsonToText(list);
}

Table correlations(const Table &found, const QList<ColumnSchema> &columns)
{
    Table rows(columns);
    const auto copy = [&](const char *from, const char *to, qsizetype row) {
        rows.column(rows.indexOf(QString::fromLatin1(to))).appendFrom(found.column(QString::fromLatin1(from)), row);
    };
    for (qsizetype row = 0; row < found.rowCount(); ++row) {
        const Candidate candidate(found, row);
        copy("id", "ExternalId", row);
        copy("dev", "DeviceId", row);
        copy("aid", "AlertId", row);
        rows.column(rows.indexOf(QStringLiteral("Score")))
            .appendReal(std::round(candidate.real("score") * 1000) / 1000);
        rows.column(rows.indexOf(QStringLiteral("Reasons"))).appendText(reasons(candidate).toStdString());
        copy("tbl", "EventTable", row);
        copy("ets", "EventTimestamp", row);
        copy("rid", "ReportId", row);
        copy("pid", "ProcessId", row);
        copy("pname", "ProcessName", row);
        copy("pcmd", "ProcessCommandLine", row);
        copy("pct", "ProcessCreationTime", row);
    }
    return rows;
}

/// The types of the query's columns, in its order.
QList<ColumnSchema> queryColumns()
{
    static constexpr std::pair<const char *, ColumnType> kColumns[] = {
        {"id", ColumnType::String},    {"dev", ColumnType::String},    {"aid", ColumnType::String},
        {"score", ColumnType::Real},   {"kind", ColumnType::String},   {"tbl", ColumnType::String},
        {"ets", ColumnType::DateTime}, {"rid", ColumnType::Long},      {"pid", ColumnType::Long},
        {"pname", ColumnType::String}, {"pcmd", ColumnType::String},   {"pct", ColumnType::DateTime},
        {"d", ColumnType::Long},       {"lip", ColumnType::String},    {"lport", ColumnType::Long},
        {"rip", ColumnType::String},   {"rport", ColumnType::Long},    {"base", ColumnType::Real},
        {"kip", ColumnType::String},   {"kd", ColumnType::Long},       {"paddress", ColumnType::Real},
        {"hname", ColumnType::String}, {"phost", ColumnType::Real},    {"hfile", ColumnType::String},
        {"pfile", ColumnType::Real},   {"atitle", ColumnType::String}, {"adepth", ColumnType::Long},
        {"adir", ColumnType::String},  {"aip", ColumnType::String},    {"pprocess", ColumnType::Real},
        {"premote", ColumnType::Real},
    };
    QList<ColumnSchema> columns;
    for (const auto &[name, type] : kColumns)
        columns.append({QString::fromLatin1(name), type});
    return columns;
}

} // namespace

Result<qint64> correlate(store::Store &store, const CorrelateOptions &options)
{
    const HeldTables held(store);
    const auto found = store.read(correlationQuery(held, options), {}, queryColumns());
    if (!found)
        return failure(found.error());
    const auto schema = store.schema();
    const TableSchema *target = schema.find(QStringLiteral("Correlations"));
    if (!target)
        return failure(Error::Kind::Internal, QStringLiteral("no table Correlations"));
    return store.replace(QStringLiteral("Correlations"), correlations(*found, target->columns));
}

} // namespace watchdesk::story
