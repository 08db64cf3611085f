// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/zeekwriter.h"

#include "app/lab/scenario/evewriter.h"

namespace watchdesk::lab {

namespace {

QByteArray zeekTime(Ticks ticks)
{
    const qint64 micro = (ticks - kUnixEpochTicks) / kTicksPerMicrosecond;
    return QByteArray::number(micro / 1'000'000) + '.' + QByteArray::number(micro % 1'000'000).rightJustified(6, '0');
}

/// Zeek escapes what is not printable ASCII, and its separator, as \xHH.
QByteArray escaped(const std::string &text)
{
    QByteArray out;
    for (const char c : text) {
        const auto byte = quint8(c);
        if (byte >= 0x20 && byte < 0x7f && c != '\\')
            out += c;
        else
            out += "\\x" + QByteArray::number(byte, 16).rightJustified(2, '0');
    }
    return out.isEmpty() ? QByteArray("-") : out;
}

QByteArray header(const char *path, Ticks opened, const char *fields, const char *types)
{
    const QByteArray open = dateTimeFromTicks(opened).toString(QStringLiteral("yyyy-MM-dd-HH-mm-ss")).toLatin1();
    return QByteArray("#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\t") + path +
           "\n#open\t" + open + "\n#fields\t" + fields + "\n#types\t" + types + '\n';
}

QByteArray footer(Ticks end)
{
    return "#close\t" + dateTimeFromTicks(end).toString(QStringLiteral("yyyy-MM-dd-HH-mm-ss")).toLatin1() + '\n';
}

QByteArray start(const SeenFlow &seen, Ticks time)
{
    const NetworkFlow &connection = seen.connection;
    return zeekTime(time) + '\t' + QByteArray::fromStdString(seen.uid) + '\t' +
           QByteArray::fromStdString(connection.originIp) + '\t' + QByteArray::number(connection.originPort) + '\t' +
           QByteArray::fromStdString(connection.responderIp) + '\t' + QByteArray::number(connection.responderPort);
}

QByteArray protocol(const NetworkFlow &connection) { return QByteArray::fromStdString(connection.protocol).toLower(); }

QByteArray service(const std::string &service)
{
    static const QHash<QByteArray, QByteArray> kNames{
        {"tls", "ssl"}, {"kerberos", "krb_tcp"}, {"ldap", "ldap_tcp"}, {"stun", "-"}, {"tds", "-"}, {"", "-"}};
    const QByteArray name = QByteArray::fromStdString(service);
    return kNames.value(name, name);
}

QByteArray connLine(const SeenFlow &seen)
{
    const NetworkFlow &connection = seen.connection;
    const bool isTcp = connection.protocol == "Tcp";
    const qint64 packetsOut = connection.bytesOut / 900 + 3;
    const qint64 packetsIn = connection.bytesIn / 1200 + 3;
    const QByteArray isLocalAnswer = connection.responderIp.starts_with("10.") ? "T" : "F";
    const QByteArray isLocalOrigin = connection.originIp.starts_with("10.") ? "T" : "F";
    return start(seen, connection.time) + '\t' + protocol(connection) + '\t' + service(connection.service) + '\t' +
           QByteArray::number(connection.seconds, 'f', 6) + '\t' + QByteArray::number(connection.bytesOut) + '\t' +
           QByteArray::number(connection.bytesIn) + "\tSF\t" + isLocalOrigin + '\t' + isLocalAnswer + "\t0\t" +
           (isTcp ? "ShADadFf" : "Dd") + '\t' + QByteArray::number(packetsOut) + '\t' +
           QByteArray::number(connection.bytesOut + packetsOut * 40) + '\t' + QByteArray::number(packetsIn) + '\t' +
           QByteArray::number(connection.bytesIn + packetsIn * 40) + "\t-";
}

QByteArray dnsLine(const SeenFlow &seen)
{
    const NetworkFlow &connection = seen.connection;
    return start(seen, connection.time) + "\tudp\t" + QByteArray::number(quint16(seen.flowId)) + '\t' +
           QByteArray::number(connection.seconds, 'f', 6) + '\t' + escaped(connection.domain) +
           "\t1\tC_INTERNET\t1\tA\t0\tNOERROR\tF\tF\tT\tT\t0\t" + escaped(connection.answer) + "\t300.000000\tF";
}

QByteArray noticeLine(const SeenFlow &seen, const SensorMark &mark, Ticks time)
{
    const NetworkFlow &connection = seen.connection;
    return start(seen, time) + "\t-\t-\t-\t" + protocol(connection) + '\t' + escaped(mark.note) + '\t' +
           escaped(mark.message) + "\t-\t" + escaped(connection.originIp) + '\t' + escaped(connection.responderIp) +
           '\t' + QByteArray::number(connection.responderPort) + "\t-\t-\tNotice::ACTION_LOG\t(empty)\t3600.000000";
}

constexpr char kConnFields[] =
    "ts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes\t"
    "resp_bytes\tconn_state\tlocal_orig\tlocal_resp\tmissed_bytes\thistory\torig_pkts\t"
    "orig_ip_bytes\tresp_pkts\tresp_ip_bytes\ttunnel_parents";
constexpr char kConnTypes[] =
    "time\tstring\taddr\tport\taddr\tport\tenum\tstring\tinterval\tcount\tcount\tstring\tbool\t"
    "bool\tcount\tstring\tcount\tcount\tcount\tcount\tset[string]";
constexpr char kDnsFields[] =
    "ts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\ttrans_id\trtt\tquery\tqclass\t"
    "qclass_name\tqtype\tqtype_name\trcode\trcode_name\tAA\tTC\tRD\tRA\tZ\tanswers\tTTLs\trejected";
constexpr char kDnsTypes[] =
    "time\tstring\taddr\tport\taddr\tport\tenum\tcount\tinterval\tstring\tcount\tstring\tcount\t"
    "string\tcount\tstring\tbool\tbool\tbool\tbool\tcount\tvector[string]\tvector[interval]\tbool";
constexpr char kNoticeFields[] =
    "ts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tfuid\tfile_mime_type\tfile_desc\t"
    "proto\tnote\tmsg\tsub\tsrc\tdst\tp\tn\tpeer_descr\tactions\temail_dest\tsuppress_for";
constexpr char kNoticeTypes[] =
    "time\tstring\taddr\tport\taddr\tport\tstring\tstring\tstring\tenum\tenum\tstring\tstring\t"
    "addr\taddr\tport\tcount\tstring\tset[enum]\tset[string]\tinterval";

void addNotices(const SeenFlow &seen, TimedLines &notices)
{
    for (const SensorMark &mark : seen.connection.marks) {
        const Ticks time = seen.connection.time + 400 * kTicksPerMillisecond;
        if (!mark.note.empty())
            notices.emplace_back(time, noticeLine(seen, mark, time));
    }
}

} // namespace

Result<QStringList> writeZeek(const QString &folder, const std::vector<SeenFlow> &connections, Ticks end)
{
    TimedLines conn, dns, notices;
    for (const SeenFlow &seen : connections) {
        const Ticks ended = seen.connection.time + Ticks(seen.connection.seconds * double(kTicksPerSecond));
        if (ended > end)
            continue; // Zeek writes a connection when it is over
        conn.emplace_back(ended, connLine(seen));
        if (seen.connection.service == "dns" && !seen.connection.domain.empty())
            dns.emplace_back(seen.connection.time, dnsLine(seen));
        addNotices(seen, notices);
    }
    const Ticks opened = connections.empty() ? end : connections.front().connection.time;
    const QStringList files{folder + QStringLiteral("/conn.log"), folder + QStringLiteral("/dns.log"),
                            folder + QStringLiteral("/notice.log")};
    const std::array<Result<void>, 3> written{
        writeLines(files.at(0), header("conn", opened, kConnFields, kConnTypes), std::move(conn), footer(end)),
        writeLines(files.at(1), header("dns", opened, kDnsFields, kDnsTypes), std::move(dns), footer(end)),
        writeLines(files.at(2), header("notice", opened, kNoticeFields, kNoticeTypes), std::move(notices),
                   footer(end))};
    for (const Result<void> &result : written) {
        if (!result)
            return tl::unexpected(result.error());
    }
    return files;
}

} // namespace watchdesk::lab
