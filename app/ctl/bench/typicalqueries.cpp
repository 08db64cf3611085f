// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/bench/typicalqueries.h"

#include <QStringList>

namespace watchdesk::ctl {

namespace {

/// Fifty words, of which a few occur.
QStringList fifty()
{
    QStringList words;
    for (int i = 0; i < 50; ++i)
        words.append(QStringLiteral("program%1").arg(i * 7 + 3));
    return words;
}

QString quoted(const QStringList &words) { return u'\'' + words.join(QStringLiteral("', '")) + u'\''; }

/// Edges of a term, as `has` sees them.
QString termPattern(const QString &words)
{
    return QStringLiteral("(^|[^a-z0-9])(") + words + QStringLiteral(")($|[^a-z0-9])");
}

QString like(const QString &word) { return QStringLiteral("ProcessCommandLine LIKE '%") + word + QStringLiteral("%'"); }

QList<TypicalQuery> filters()
{
    const QString count = QStringLiteral("SELECT count(*) FROM DeviceProcessEvents WHERE ");
    const QString lower = QStringLiteral("lower(ProcessCommandLine)");
    QStringList likes;
    for (const auto &word : fifty())
        likes.append(like(word));
    return {
        {QStringLiteral("has"),
         QStringLiteral("DeviceProcessEvents | where ProcessCommandLine has 'encodedcommand' | count"),
         count + QStringLiteral("contains(%1, 'encodedcommand') AND regexp_matches(%1, '%2')")
                     .arg(lower, termPattern(QStringLiteral("encodedcommand"))),
         count + like(QStringLiteral("encodedcommand"))},
        {QStringLiteral("has_any of 50"),
         QStringLiteral("DeviceProcessEvents | where ProcessCommandLine has_any (%1) | count").arg(quoted(fifty())),
         count + QStringLiteral("regexp_matches(%1, '%2')").arg(lower, termPattern(fifty().join(u'|'))),
         count + likes.join(QStringLiteral(" OR "))},
        {QStringLiteral("contains"),
         QStringLiteral("DeviceProcessEvents | where ProcessCommandLine contains 'gram77' | count"),
         count + QStringLiteral("contains(%1, 'gram77')").arg(lower), count + like(QStringLiteral("gram77"))},
        {QStringLiteral("regex"),
         QStringLiteral(
             "DeviceProcessEvents | where ProcessCommandLine matches regex @'gram[0-9]+\\.exe --session [0-9]*77' | count"),
         count + QStringLiteral("regexp_matches(ProcessCommandLine, 'gram[0-9]+\\.exe --session [0-9]*77')"),
         count + QStringLiteral("ProcessCommandLine REGEXP 'gram[0-9]+\\.exe --session [0-9]*77'")},
    };
}

QList<TypicalQuery> groups()
{
    return {
        {QStringLiteral("count by hour"),
         QStringLiteral("DeviceProcessEvents | summarize count() by bin(Timestamp, 1h)"),
         QStringLiteral("SELECT Timestamp - Timestamp % 36000000000, count(*) FROM DeviceProcessEvents GROUP BY 1"),
         QStringLiteral("SELECT Timestamp - Timestamp % 36000000000, count(*) FROM DeviceProcessEvents GROUP BY 1")},
        {QStringLiteral("dcount by file"),
         QStringLiteral("DeviceProcessEvents | summarize dcount(DeviceId) by FileName"),
         QStringLiteral("SELECT FileName, count(DISTINCT DeviceId) FROM DeviceProcessEvents GROUP BY FileName"),
         QStringLiteral("SELECT FileName, count(DISTINCT DeviceId) FROM DeviceProcessEvents GROUP BY FileName")},
        {QStringLiteral("top 100"),
         QStringLiteral(
             "DeviceProcessEvents | top 100 by Timestamp desc | project Timestamp, DeviceId, FileName, ProcessCommandLine"),
         QStringLiteral(
             "SELECT Timestamp, DeviceId, FileName, ProcessCommandLine FROM DeviceProcessEvents ORDER BY Timestamp DESC LIMIT 100"),
         QStringLiteral(
             "SELECT Timestamp, DeviceId, FileName, ProcessCommandLine FROM DeviceProcessEvents ORDER BY Timestamp DESC LIMIT 100")},
        {QStringLiteral("arg_max by device"),
         QStringLiteral("DeviceProcessEvents | summarize arg_max(Timestamp, FileName, ProcessCommandLine) by DeviceId"),
         QStringLiteral(
             "SELECT DeviceId, max(Timestamp), arg_max(FileName, Timestamp), arg_max(ProcessCommandLine, Timestamp) FROM DeviceProcessEvents GROUP BY DeviceId"),
         QStringLiteral(
             "SELECT DeviceId, max(Timestamp), FileName, ProcessCommandLine FROM DeviceProcessEvents GROUP BY DeviceId")},
    };
}

QList<TypicalQuery> joins()
{
    const QString keys = QStringLiteral("n.DeviceId = p.DeviceId AND n.InitiatingProcessId = p.ProcessId");
    const QString side =
        QStringLiteral("(SELECT DeviceId, ProcessId, FileName FROM DeviceProcessEvents WHERE ReportId < 100000) p");
    const QString right =
        QStringLiteral("(DeviceProcessEvents | where ReportId < 100000 | project DeviceId, ProcessId, FileName)");
    const QString on = QStringLiteral("on DeviceId, $left.InitiatingProcessId == $right.ProcessId");
    return {
        {QStringLiteral("inner join with 100,000"),
         QStringLiteral("DeviceNetworkEvents | join kind=inner %1 %2 | summarize count() by FileName").arg(right, on),
         QStringLiteral("SELECT p.FileName, count(*) FROM DeviceNetworkEvents n JOIN %1 ON %2 GROUP BY 1")
             .arg(side, keys),
         QStringLiteral("SELECT p.FileName, count(*) FROM DeviceNetworkEvents n JOIN %1 ON %2 GROUP BY 1")
             .arg(side, keys)},
        {QStringLiteral("leftanti"),
         QStringLiteral("DeviceNetworkEvents | join kind=leftanti %1 %2 | count").arg(right, on),
         QStringLiteral("SELECT count(*) FROM DeviceNetworkEvents n ANTI JOIN %1 ON %2").arg(side, keys),
         QStringLiteral("SELECT count(*) FROM DeviceNetworkEvents WHERE (DeviceId, InitiatingProcessId) NOT IN "
                        "(SELECT DeviceId, ProcessId FROM DeviceProcessEvents WHERE ReportId < 100000)")},
    };
}

QList<TypicalQuery> shapes()
{
    return {
        {QStringLiteral("mv-expand of JSON"),
         QStringLiteral("DeviceProcessEvents | where ReportId % 10 == 0 | extend d = parse_json(AdditionalFields) "
                        "| mv-expand item = d.items to typeof(string) | summarize count() by item"),
         QStringLiteral(
             "SELECT item, count(*) FROM (SELECT unnest(from_json(json_extract(AdditionalFields, '$.items'), '[\"VARCHAR\"]')) AS item "
             "FROM DeviceProcessEvents WHERE ReportId % 10 = 0) GROUP BY item"),
         QStringLiteral(
             "SELECT j.value, count(*) FROM DeviceProcessEvents, json_each(AdditionalFields, '$.items') j WHERE ReportId % 10 = 0 GROUP BY 1")},
        {QStringLiteral("parse"),
         QStringLiteral(
             "DeviceProcessEvents | parse ProcessCommandLine with Path ' --session ' Session:long | summarize max(Session), dcount(Path)"),
         QStringLiteral(
             "SELECT max(TRY_CAST(s AS BIGINT)), count(DISTINCT p) FROM (SELECT regexp_extract(ProcessCommandLine, '^(.*?) --session (.*)$', 1) AS p, "
             "regexp_extract(ProcessCommandLine, '^(.*?) --session (.*)$', 2) AS s FROM DeviceProcessEvents)"),
         QStringLiteral("SELECT max(CAST(substr(ProcessCommandLine, at + 11) AS INTEGER)), "
                        "count(DISTINCT substr(ProcessCommandLine, 1, at - 1)) FROM (SELECT ProcessCommandLine, "
                        "instr(ProcessCommandLine, ' --session ') AS at FROM DeviceProcessEvents)")},
    };
}

} // namespace

const QList<TypicalQuery> &typicalQueries()
{
    static const QList<TypicalQuery> all = filters() + groups() + joins() + shapes();
    return all;
}

QList<MadeColumn> madeProcesses()
{
    return {
        {QStringLiteral("Timestamp"), QStringLiteral("638500000000000000 + i * 2000000")}, // five a second
        {QStringLiteral("DeviceId"), QStringLiteral("'0123456789abcdef0123456789abcd' || (1000 + i * 7919 % 500)")},
        {QStringLiteral("DeviceName"), QStringLiteral("'host' || (i * 7919 % 500) || '.example'")},
        {QStringLiteral("ActionType"), QStringLiteral("'ProcessCreated'")},
        {QStringLiteral("FileName"),
         QStringLiteral("CASE WHEN i % 100 = 0 THEN 'powershell.exe' ELSE 'program' || (i * 31 % 211) || '.exe' END")},
        {QStringLiteral("ProcessCommandLine"),
         QStringLiteral(
             "CASE WHEN i % 100 = 0 THEN 'powershell.exe -NoProfile -EncodedCommand SQBFAFgA' || i "
             "ELSE 'C:\\Program Files\\Vendor\\program' || (i * 31 % 211) || '.exe --session ' || (i * 17) END")},
        {QStringLiteral("ProcessId"), QStringLiteral("4 * (i % 25000)")},
        {QStringLiteral("ReportId"), QStringLiteral("i")},
        {QStringLiteral("AdditionalFields"),
         QStringLiteral("'{\"items\":[\"a' || (i % 7) || '\",\"b' || (i % 11) || '\",\"c\"],\"n\":' || i || '}'")},
    };
}

QList<MadeColumn> madeConnections()
{
    return {
        {QStringLiteral("Timestamp"), QStringLiteral("638500000000000000 + i * 2000000 + 7")},
        {QStringLiteral("DeviceId"), QStringLiteral("'0123456789abcdef0123456789abcd' || (1000 + i * 6151 % 500)")},
        {QStringLiteral("ActionType"), QStringLiteral("'ConnectionSuccess'")},
        {QStringLiteral("RemoteIP"), QStringLiteral("'198.51.' || (i % 100) || '.' || (i * 13 % 256)")},
        {QStringLiteral("RemotePort"), QStringLiteral("CASE WHEN i % 3 = 0 THEN 443 ELSE 80 END")},
        {QStringLiteral("InitiatingProcessId"), QStringLiteral("4 * (i * 3 % 25000)")},
        {QStringLiteral("InitiatingProcessFileName"), QStringLiteral("'program' || (i % 211) || '.exe'")},
        {QStringLiteral("ReportId"), QStringLiteral("i")},
    };
}

} // namespace watchdesk::ctl
