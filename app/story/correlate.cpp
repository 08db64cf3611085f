// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/story/correlate.h"

#include "app/store/store.h"
#include "app/story/correlationquery.h"
#include "app/story/heldtables.h"
#include "app/story/reason.h"

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

/// What connects the alert to the event that was found for it.
std::optional<Reason> eventReason(const Candidate &candidate)
{
    const QString kind = candidate.text("kind");
    const double points = candidate.real("base");
    const Ticks apart = candidate.number("d");
    if (kind == u"flow") {
        return Reason{Reason::Kind::SameFlow, points, endpoint(candidate.text("lip"), candidate.number("lport")),
                      endpoint(candidate.text("rip"), candidate.number("rport")), apart};
    }
    if (kind == u"remote")
        return Reason{
            Reason::Kind::SameRemote, points, endpoint(candidate.text("rip"), candidate.number("rport")), {}, apart};
    if (kind == u"file")
        return Reason{Reason::Kind::SameFile, points, candidate.text("lip"), {}, apart};
    return {};
}

std::optional<Reason> processReason(const Candidate &candidate)
{
    const qint64 depth = candidate.number("adepth");
    if (depth < 0)
        return {};
    const auto kind = depth == 0                        ? Reason::Kind::SameProcess
                      : candidate.text("adir") == u"up" ? Reason::Kind::ParentProcess
                                                        : Reason::Kind::ChildProcess;
    return Reason{kind, candidate.real("pprocess"), {}, candidate.text("atitle")};
}

QList<Reason> reasons(const Candidate &candidate)
{
    QList<Reason> list;
    const auto add = [&list](const std::optional<Reason> &reason) {
        if (reason && reason->points > 0.0005)
            list.append(*reason);
    };
    add(eventReason(candidate));
    if (!candidate.isNull("kd"))
        add(Reason{
            Reason::Kind::Address, candidate.real("paddress"), candidate.text("kip"), {}, candidate.number("kd")});
    add(Reason{Reason::Kind::HostName, candidate.real("phost"), candidate.text("hname")});
    add(Reason{Reason::Kind::FileOnDevice, candidate.real("pfile"), candidate.text("hfile")});
    add(processReason(candidate));
    add(Reason{Reason::Kind::RemoteInAlert, candidate.real("premote"), candidate.text("aip"),
               candidate.text("atitle")});
    return list;
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
        rows.column(rows.indexOf(QStringLiteral("Reasons")))
            .appendText(reasonsToText(reasons(candidate)).toStdString());
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
    const auto any = store.read(QStringLiteral("SELECT 1 FROM ExternalAlerts WHERE Timestamp IS NOT NULL LIMIT 1"));
    if (!any)
        return failure(any.error());
    // The query would read what is known of every device first.
    if (any->rowCount() == 0) {
        const auto gone = store.write(QStringLiteral("DELETE FROM Correlations"), {}, {QStringLiteral("Correlations")});
        return gone ? Result<qint64>(0) : failure(gone.error());
    }
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
