// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/story/promotion.h"

#include "app/base/safetext.h"
#include "app/base/ticks.h"
#include "app/store/store.h"

#include <QCoreApplication>

#include <utility>

namespace watchdesk::story {

namespace {

constexpr qsizetype kLongestTitle = 200;
constexpr qsizetype kLongestWord = 500;

const char *const kSql =
    R"(SELECT e.Timestamp AS at, e.Source AS source, e.Sensor AS sensor, e.Severity AS severity, e.Signature AS signature,
 e.Category AS category, e.Technique AS technique, e.Protocol AS protocol, e.SourceIP AS sip, e.SourcePort AS sport,
 e.DestinationIP AS dip, e.DestinationPort AS dport, c.DeviceId AS device, c.Score AS score, c.EventTable AS tbl,
 c.EventTimestamp AS ets, c.ReportId AS rid, c.ProcessId AS pid, c.ProcessName AS process, e.ExternalId AS id
 FROM ExternalAlerts e LEFT JOIN Correlations c USING (ExternalId) WHERE lower(e.ExternalId) = lower(?))";

/// The columns of kSql.
const QList<ColumnSchema> &columns()
{
    static constexpr std::pair<const char *, ColumnType> kColumns[] = {
        {"at", ColumnType::DateTime},      {"source", ColumnType::String},    {"sensor", ColumnType::String},
        {"severity", ColumnType::String},  {"signature", ColumnType::String}, {"category", ColumnType::String},
        {"technique", ColumnType::String}, {"protocol", ColumnType::String},  {"sip", ColumnType::String},
        {"sport", ColumnType::Long},       {"dip", ColumnType::String},       {"dport", ColumnType::Long},
        {"device", ColumnType::String},    {"score", ColumnType::Real},       {"tbl", ColumnType::String},
        {"ets", ColumnType::DateTime},     {"rid", ColumnType::Long},         {"pid", ColumnType::Long},
        {"process", ColumnType::String},   {"id", ColumnType::String},
    };
    static const QList<ColumnSchema> all = [] {
        QList<ColumnSchema> list;
        for (const auto &[name, type] : kColumns)
            list.append({QString::fromLatin1(name), type});
        return list;
    }();
    return all;
}

/// One row of kSql.
class Row
{
public:
    explicit Row(const Table &table)
        : m_table(table)
    {
    }
    bool has(const char *name) const { return !column(name).isNull(0); }
    qint64 number(const char *name) const { return has(name) ? column(name).integer(0) : 0; }
    double real(const char *name) const { return has(name) ? column(name).real(0) : 0; }
    QString text(const char *name) const
    {
        return has(name) ? visibleText(column(name).string(0).simplified(), kLongestWord) : QString();
    }

private:
    const Column &column(const char *name) const { return m_table.column(QString::fromLatin1(name)); }
    const Table &m_table;
};

/// "Informational" is not accepted, and there is nothing above High.
QString severityFor(const QString &severity)
{
    const QString word = severity.toLower();
    if (word == u"high" || word == u"critical")
        return QStringLiteral("High");
    return word == u"medium" ? QStringLiteral("Medium") : QStringLiteral("Low");
}

QString endOf(const Row &row, const char *address, const char *port)
{
    const QString host = row.text(address);
    const QString shown = host.contains(u':') ? QStringLiteral("[%1]").arg(host) : host;
    return row.has(port) ? QStringLiteral("%1:%2").arg(shown).arg(row.number(port)) : shown;
}

QString titleOf(const Row &row)
{
    const QString signature = row.text("signature");
    const QString what = signature.isEmpty() ? QStringLiteral("alert of another product") : signature;
    return QStringLiteral("%1: %2").arg(row.text("source"), what).left(kLongestTitle);
}

/// Alerts carry no id of ours, but their description does.
QString markOf(const QString &externalId) { return QStringLiteral("External alert %1.").arg(externalId); }

QString descriptionOf(const Row &row)
{
    QStringList sentences;
    const QString sensor = row.text("sensor");
    sentences.append(QStringLiteral("%1%2 raised “%3” at %4.")
                         .arg(row.text("source"), sensor.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(sensor),
                              row.text("signature"), isoFromTicks(row.number("at"))));
    if (!row.text("dip").isEmpty())
        sentences.append(QStringLiteral("Flow: %1 %2 to %3.")
                             .arg(row.text("protocol"), endOf(row, "sip", "sport"), endOf(row, "dip", "dport"))
                             .simplified());
    if (!row.text("process").isEmpty())
        sentences.append(QStringLiteral("Process: %1 (%2).").arg(row.text("process")).arg(row.number("pid")));
    sentences.append(QStringLiteral("Matched to %1 with a score of %2.")
                         .arg(row.text("tbl"), QString::number(row.real("score"), 'f', 2)));
    sentences.append(markOf(row.text("id")));
    return sentences.join(u' ');
}

QJsonObject bodyOf(const Row &row)
{
    return {
        {QStringLiteral("eventTime"), isoFromTicks(row.number("ets"))},
        {QStringLiteral("reportId"), QString::number(row.number("rid"))},
        {QStringLiteral("machineId"), row.text("device")},
        {QStringLiteral("severity"), severityFor(row.text("severity"))},
        {QStringLiteral("title"), titleOf(row)},
        {QStringLiteral("description"), descriptionOf(row)},
        {QStringLiteral("recommendedAction"),
         QStringLiteral("Look at the event and the process behind it in the device's timeline, and at the sensor's own "
                        "record of the same time.")},
        {QStringLiteral("category"),
         defenderCategory(row.text("technique"), QString(row.text("category") + u' ' + row.text("signature")))},
    };
}

/// A first column of text; "" where the table is missing or nothing was found.
QString firstText(const store::Store &store, const QString &table, const QString &sql, const QVariantList &parameters)
{
    if (!store.schema().find(table))
        return {};
    const auto rows = store.read(sql, parameters);
    return rows && rows->rowCount() > 0 && !rows->column(0).isNull(0) ? rows->column(0).string(0) : QString();
}

QString raisedBefore(const store::Store &store, const Promotion &promotion)
{
    return firstText(store, QStringLiteral("Alerts"),
                     QStringLiteral("SELECT id FROM Alerts WHERE lower(machineId) = lower(?) AND status <> 'Resolved' "
                                    "AND contains(description, ?) LIMIT 1"),
                     {promotion.deviceId, markOf(promotion.externalId)});
}

} // namespace

QString defenderCategory(const QString &technique, const QString &words)
{
    // MITRE's techniques by the tactic that a network sensor sees them for.
    static constexpr std::pair<const char *, const char *> kTechniques[] = {
        {"T1071", "CommandAndControl"}, {"T1095", "CommandAndControl"},
        {"T1571", "CommandAndControl"}, {"T1572", "CommandAndControl"},
        {"T1573", "CommandAndControl"}, {"T1105", "CommandAndControl"},
        {"T1090", "CommandAndControl"}, {"T1102", "CommandAndControl"},
        {"T1568", "CommandAndControl"}, {"T1021", "LateralMovement"},
        {"T1570", "LateralMovement"},   {"T1569", "LateralMovement"},
        {"T1550", "LateralMovement"},   {"T1210", "Exploit"},
        {"T1190", "Exploit"},           {"T1203", "Exploit"},
        {"T1041", "Exfiltration"},      {"T1048", "Exfiltration"},
        {"T1567", "Exfiltration"},      {"T1003", "CredentialAccess"},
        {"T1110", "CredentialAccess"},  {"T1557", "CredentialAccess"},
        {"T1558", "CredentialAccess"},  {"T1046", "Discovery"},
        {"T1018", "Discovery"},         {"T1595", "Discovery"},
        {"T1566", "InitialAccess"},     {"T1204", "Execution"},
        {"T1059", "Execution"},         {"T1486", "Ransomware"},
        {"T1560", "Collection"},        {"T1068", "PrivilegeEscalation"},
    };
    for (const auto &[prefix, category] : kTechniques) {
        if (technique.startsWith(QLatin1String(prefix)))
            return QString::fromLatin1(category);
    }
    // Words of Suricata's classifications, Zeek's notices and the like; the first that fits.
    static constexpr std::pair<const char *, const char *> kWords[] = {
        {"ransom", "Ransomware"},
        {"command and control", "CommandAndControl"},
        {"cnc ", "CommandAndControl"},
        {"c2", "CommandAndControl"},
        {"beacon", "CommandAndControl"},
        {"exfil", "Exfiltration"},
        {"lateral", "LateralMovement"},
        {"psexec", "LateralMovement"},
        {"credential", "CredentialAccess"},
        {"password", "CredentialAccess"},
        {"brute", "CredentialAccess"},
        {"phish", "InitialAccess"},
        {"social engineering", "InitialAccess"},
        {"administrator privilege", "PrivilegeEscalation"},
        {"user privilege", "PrivilegeEscalation"},
        {"exploit", "Exploit"},
        {"web application attack", "Exploit"},
        {"shellcode", "Exploit"},
        {"executable code", "Exploit"},
        {"scan", "Discovery"},
        {"information leak", "Discovery"},
        {"trojan", "Malware"},
        {"malware", "Malware"},
        {"coin", "Malware"},
    };
    const QString lower = words.toLower();
    for (const auto &[word, category] : kWords) {
        if (lower.contains(QLatin1String(word)))
            return QString::fromLatin1(category);
    }
    return QStringLiteral("SuspiciousActivity");
}

Result<Promotion> promotionOf(const store::Store &store, const QString &externalId)
{
    const auto rows = store.read(QString::fromLatin1(kSql), {externalId}, columns());
    if (!rows)
        return failure(rows.error());
    if (rows->rowCount() == 0)
        return failure(Error::Kind::NotFound, QCoreApplication::translate("story", "There is no external alert \"%1\".")
                                                  .arg(visibleText(externalId, 100)));
    const Row row(*rows);
    if (row.text("device").isEmpty())
        return failure(Error::Kind::Refused,
                       QCoreApplication::translate("story", "No device belongs to this external alert: the service "
                                                            "raises alerts on events of its own devices only."));
    if (!row.has("rid") || !row.has("ets"))
        return failure(Error::Kind::Refused,
                       QCoreApplication::translate("story", "The device is known, but no event on it matches this "
                                                            "external alert: there is nothing to raise an alert on."));
    Promotion promotion{row.text("id"), row.text("device"), {}, row.real("score"), bodyOf(row), {}};
    promotion.deviceName = firstText(store, QStringLiteral("Devices"),
                                     QStringLiteral("SELECT computerDnsName FROM Devices WHERE lower(id) = lower(?)"),
                                     {promotion.deviceId});
    promotion.alertId = raisedBefore(store, promotion);
    return promotion;
}

} // namespace watchdesk::story
