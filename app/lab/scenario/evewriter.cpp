// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/evewriter.h"

#include "app/base/jsontext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace watchdesk::lab {

namespace {

QString qt(const std::string &text) { return QString::fromStdString(text); }

/// "2026-03-12T14:03:22.123456+0000"
QString eveTime(Ticks ticks)
{
    QString text = isoFromTicks(ticks);
    text.chop(2); // the seventh decimal and the Z
    return text + QStringLiteral("+0000");
}

bool isBorder(const NetworkFlow &connection)
{
    return !connection.responderIp.starts_with("10.") || !connection.originIp.starts_with("10.");
}

QString appProtocol(const std::string &service)
{
    static const QHash<QString, QString> kNames{{QStringLiteral("kerberos"), QStringLiteral("krb5")},
                                                {QStringLiteral("-"), QStringLiteral("failed")},
                                                {QString(), QStringLiteral("failed")}};
    return kNames.value(qt(service), qt(service));
}

QJsonObject head(const SeenFlow &seen, const char *type, Ticks time)
{
    const NetworkFlow &connection = seen.connection;
    return {{QStringLiteral("timestamp"), eveTime(time)},
            {QStringLiteral("flow_id"), qint64(seen.flowId)},
            {QStringLiteral("in_iface"), QStringLiteral("eth1")},
            {QStringLiteral("host"), QStringLiteral("krv-ids-01")},
            {QStringLiteral("event_type"), QLatin1String(type)},
            {QStringLiteral("src_ip"), qt(connection.originIp)},
            {QStringLiteral("src_port"), connection.originPort},
            {QStringLiteral("dest_ip"), qt(connection.responderIp)},
            {QStringLiteral("dest_port"), connection.responderPort},
            {QStringLiteral("proto"), qt(connection.protocol).toUpper()}};
}

QJsonObject flowOf(const NetworkFlow &connection)
{
    return {{QStringLiteral("pkts_toserver"), connection.bytesOut / 900 + 4},
            {QStringLiteral("pkts_toclient"), connection.bytesIn / 1200 + 4},
            {QStringLiteral("bytes_toserver"), connection.bytesOut},
            {QStringLiteral("bytes_toclient"), connection.bytesIn},
            {QStringLiteral("start"), eveTime(connection.time)}};
}

void addApplication(QJsonObject &record, const NetworkFlow &connection)
{
    const QString domain = qt(connection.domain);
    if (connection.service == "tls") {
        record.insert(QStringLiteral("tls"), QJsonObject{{QStringLiteral("sni"), domain},
                                                         {QStringLiteral("version"), QStringLiteral("TLS 1.3")}});
    } else if (connection.service == "http") {
        record.insert(
            QStringLiteral("http"),
            QJsonObject{{QStringLiteral("hostname"), domain},
                        {QStringLiteral("url"), connection.path.empty() ? QStringLiteral("/") : qt(connection.path)},
                        {QStringLiteral("http_method"), QStringLiteral("GET")},
                        {QStringLiteral("protocol"), QStringLiteral("HTTP/1.1")},
                        {QStringLiteral("status"), 200},
                        {QStringLiteral("length"), connection.bytesIn}});
    } else if (connection.service == "dns") {
        record.insert(QStringLiteral("dns"),
                      QJsonObject{{QStringLiteral("type"), QStringLiteral("answer")},
                                  {QStringLiteral("rrname"), domain},
                                  {QStringLiteral("rrtype"), QStringLiteral("A")},
                                  {QStringLiteral("rcode"), QStringLiteral("NOERROR")},
                                  {QStringLiteral("grouped"),
                                   QJsonObject{{QStringLiteral("A"), QJsonArray{qt(connection.answer)}}}}});
    }
}

QJsonObject alertOf(const SensorMark &mark)
{
    QJsonObject alert{{QStringLiteral("action"), QStringLiteral("allowed")},
                      {QStringLiteral("gid"), 1},
                      {QStringLiteral("signature_id"), mark.signatureId},
                      {QStringLiteral("rev"), 2},
                      {QStringLiteral("signature"), qt(mark.signature)},
                      {QStringLiteral("category"), qt(mark.category)},
                      {QStringLiteral("severity"), mark.severity}};
    if (!mark.technique.empty())
        alert.insert(QStringLiteral("metadata"),
                     QJsonObject{{QStringLiteral("mitre_technique_id"), QJsonArray{qt(mark.technique)}}});
    return alert;
}

void addAlerts(const SeenFlow &seen, TimedLines &lines)
{
    const NetworkFlow &connection = seen.connection;
    for (const SensorMark &mark : connection.marks) {
        if (mark.signature.empty())
            continue;
        const Ticks time = connection.time + Ticks(std::min(0.6, connection.seconds * 0.3) * double(kTicksPerSecond));
        QJsonObject record = head(seen, "alert", time);
        record.insert(QStringLiteral("alert"), alertOf(mark));
        record.insert(QStringLiteral("app_proto"), appProtocol(connection.service));
        record.insert(QStringLiteral("flow"), flowOf(connection));
        addApplication(record, connection);
        if (!connection.fileName.empty())
            record.insert(QStringLiteral("fileinfo"), QJsonObject{{QStringLiteral("filename"), qt(connection.fileName)},
                                                                  {QStringLiteral("size"), connection.bytesIn}});
        lines.emplace_back(time, jsonToText(record));
    }
}

void addRecords(const SeenFlow &seen, TimedLines &lines)
{
    const NetworkFlow &connection = seen.connection;
    const Ticks ended = connection.time + Ticks(connection.seconds * double(kTicksPerSecond));
    const bool hasApplication =
        connection.service == "tls" || connection.service == "http" || connection.service == "dns";
    if (hasApplication && !connection.domain.empty()) {
        const Ticks time = connection.time + 30 * kTicksPerMillisecond;
        QJsonObject record = head(seen, connection.service.c_str(), time);
        addApplication(record, connection);
        lines.emplace_back(time, jsonToText(record));
    }
    if (!isBorder(connection) && connection.marks.empty())
        return;
    const bool isTcp = connection.protocol == "Tcp";
    const Ticks time = ended + (isTcp ? 1 : 30) * kTicksPerSecond; // a flow is written when it is closed or forgotten
    QJsonObject record = head(seen, "flow", time);
    record.insert(QStringLiteral("app_proto"), appProtocol(connection.service));
    QJsonObject flow = flowOf(connection);
    flow.insert(QStringLiteral("end"), eveTime(ended));
    flow.insert(QStringLiteral("age"), int(connection.seconds));
    flow.insert(QStringLiteral("state"), isTcp ? QStringLiteral("closed") : QStringLiteral("established"));
    flow.insert(QStringLiteral("reason"), QStringLiteral("timeout"));
    flow.insert(QStringLiteral("alerted"), !connection.marks.empty());
    record.insert(QStringLiteral("flow"), flow);
    lines.emplace_back(time, jsonToText(record));
}

} // namespace

Result<void> writeLines(const QString &path, const QByteArray &head, TimedLines lines, const QByteArray &tail)
{
    std::stable_sort(lines.begin(), lines.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QSaveFile file(path);
    bool isGood = file.open(QIODevice::WriteOnly) && file.write(head) == head.size();
    for (const auto &[time, line] : lines)
        isGood = isGood && file.write(line + '\n') > 0;
    isGood = isGood && file.write(tail) == tail.size() && file.commit();
    if (!isGood)
        return failure(Error::Kind::Storage,
                       QCoreApplication::translate("Lab", "Cannot write “%1”: %2").arg(path, file.errorString()));
    return {};
}

Result<void> writeEve(const QString &path, const std::vector<SeenFlow> &connections, Ticks end)
{
    TimedLines lines;
    for (const SeenFlow &seen : connections) {
        const bool isDns = seen.connection.service == "dns";
        if (!isDns && !isBorder(seen.connection) && seen.connection.marks.empty())
            continue;
        addAlerts(seen, lines);
        addRecords(seen, lines);
    }
    std::erase_if(lines, [end](const auto &line) { return line.first > end; });
    return writeLines(path, {}, std::move(lines), {});
}

} // namespace watchdesk::lab
