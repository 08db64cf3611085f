// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/story/correlationquery.h"

#include "app/story/heldtables.h"

namespace watchdesk::story {

namespace {

// Nearest rows in time are found with ASOF joins, once looking back and once ahead: they stay linear where a beacon
// repeats the same five-tuple ten thousand times, and a reused port goes to the connection next to the alert.

/// Both looks; `keys` are equalities between q (id, ts) and n (ts).
QString nearest(const QString &from, const QString &with, const QString &keys, const QString &columns)
{
    const QString look =
        QStringLiteral("SELECT %1, abs(q.ts - n.ts) d FROM %2 q ASOF JOIN %3 n ON %4 AND q.ts %5 n.ts");
    return look.arg(columns, from, with, keys, QStringLiteral(">=")) + QStringLiteral(" UNION ALL ") +
           look.arg(columns, from, with, keys, QStringLiteral("<="));
}

QString external()
{
    return QStringLiteral(R"(
e AS MATERIALIZED (SELECT ExternalId id, Timestamp ts, Protocol proto, SourceIP sip, SourcePort sport, DestinationIP dip,
  DestinationPort dport, lower(HostName) host, lower(SHA1) sha1, lower(SHA256) sha256, lower(MD5) md5, FlowId flow
  FROM ExternalAlerts WHERE Timestamp IS NOT NULL),
ips AS MATERIALIZED (SELECT sip ip FROM e WHERE sip <> '' UNION SELECT dip FROM e WHERE dip <> ''),
sensorflow AS (SELECT f.FlowId flow, f.SourceIP sip, f.DestinationIP dip, min(f.Timestamp) ts FROM Flows f
  WHERE f.FlowId IN (SELECT flow FROM e WHERE flow <> '') GROUP BY 1, 2, 3),
moments AS (SELECT id, ts FROM e UNION SELECT e.id, f.ts FROM e JOIN sensorflow f USING (flow, sip, dip)),
protos(given, proto) AS (VALUES ('', 'Tcp'), ('', 'Udp'), ('Tcp', 'Tcp'), ('Udp', 'Udp'), ('Icmp', 'Icmp')),
q AS MATERIALIZED (
  SELECT e.id, m.ts, p.proto, 1 AS side, sip lip, sport lport, dip rip, dport rport FROM e JOIN moments m USING (id)
    JOIN protos p ON p.given = e.proto WHERE sip <> '' AND dip <> ''
  UNION ALL
  SELECT e.id, m.ts, p.proto, 2, dip, dport, sip, sport FROM e JOIN moments m USING (id)
    JOIN protos p ON p.given = e.proto WHERE sip <> '' AND dip <> ''),
n AS MATERIALIZED (SELECT DeviceId dev, Timestamp ts, LocalIP lip, LocalPort lport, RemoteIP rip, RemotePort rport,
  CASE WHEN starts_with(Protocol, 'Tcp') THEN 'Tcp' WHEN starts_with(Protocol, 'Udp') THEN 'Udp' ELSE Protocol END proto,
  ReportId rid, InitiatingProcessId pid, InitiatingProcessFileName pname, InitiatingProcessCommandLine pcmd,
  InitiatingProcessCreationTime pct FROM DeviceNetworkEvents
  WHERE RemoteIP IN (SELECT ip FROM ips) AND Timestamp IS NOT NULL),)");
}

/// One way to pair alerts and connections: `questions` and `answers` are what to add to "SELECT *, " so that both have
/// a key k; only answers that some question asks for are sorted.
QString pairing(const QString &name, const QString &questions, const QString &answers, const CorrelateOptions &options)
{
    const QString event =
        QStringLiteral("q.id, q.side, n.dev, n.ts, n.rid, n.pid, n.pname, n.pcmd, n.pct, n.lip, n.lport, "
                       "n.rip, n.rport");
    return QStringLiteral(
               "\n%1_q AS MATERIALIZED (%2),\n%1_n AS MATERIALIZED (SELECT * FROM (%3) WHERE k IN (SELECT k FROM "
               "%1_q)),\n%1 AS MATERIALIZED (SELECT * FROM (%4) WHERE d <= %5 QUALIFY row_number() OVER (PARTITION "
               "BY id, side ORDER BY d, dev, rid) = 1)")
        .arg(name, questions, answers,
             nearest(name + QStringLiteral("_q"), name + QStringLiteral("_n"), QStringLiteral("q.k = n.k"), event))
        .arg(options.window);
}

QString connections(const CorrelateOptions &options)
{
    const QString flowKey =
        QStringLiteral("SELECT *, hash(lip, lport, rip, rport, proto) k FROM %1 WHERE lport IS NOT NULL AND "
                       "rport IS NOT NULL");
    QString sql =
        pairing(QStringLiteral("flowhit"), flowKey.arg(QStringLiteral("q")), flowKey.arg(QStringLiteral("n")), options);
    // Known device, same remote end: its port where the device asked, ours where it answered.
    sql += u',' +
           pairing(QStringLiteral("remotehit"),
                   QStringLiteral(
                       "SELECT q.*, CASE q.side WHEN 1 THEN hash(k.dev, rip, rport, 1) ELSE hash(k.dev, rip, lport, 2) "
                       "END k FROM q JOIN known k USING (id, side) WHERE id NOT IN (SELECT id FROM flowhit)"),
                   QStringLiteral("SELECT *, unnest([hash(dev, rip, rport, 1), hash(dev, rip, lport, 2)]) k FROM n"),
                   options);
    // Behind address translation the sensor sees no device's address at all.
    sql += u',' +
           pairing(QStringLiteral("strangehit"),
                   QStringLiteral(
                       "SELECT *, hash(rip, rport) k FROM q WHERE side = 1 AND id NOT IN (SELECT id FROM known) AND id "
                       "NOT IN (SELECT id FROM flowhit)"),
                   QStringLiteral("SELECT *, hash(rip, rport) k FROM n"), options);
    return sql;
}

QString identities(const HeldTables &held)
{
    QString sql =
        QStringLiteral("\nseen AS MATERIALIZED (") +
        held.deviceAddresses(QStringLiteral("ip IN (SELECT ip FROM ips)")) +
        QStringLiteral(
            "),\nends AS (SELECT id, ts, 1 AS side, sip ip FROM e WHERE sip <> '' UNION ALL SELECT id, ts, 2, dip "
            "FROM e WHERE dip <> ''),\nknown AS MATERIALIZED (SELECT * FROM (");
    sql += nearest(QStringLiteral("ends"), QStringLiteral("(SELECT ip, dev, t ts FROM seen)"),
                   QStringLiteral("q.ip = n.ip"), QStringLiteral("q.id, q.side, q.ip, n.dev"));
    sql += QStringLiteral(
        ") WHERE d <= 6048000000000 QUALIFY row_number() OVER (PARTITION BY id, side ORDER BY d, dev) = 1),\n"
        "names AS (");
    sql += held.deviceNames(
        QStringLiteral("split_part(name, '.', 1) IN (SELECT split_part(host, '.', 1) FROM e WHERE host <> '')"));
    // Short names may be shared: then only the full name counts.
    sql += QStringLiteral(R"(),
named AS MATERIALIZED (SELECT e.id, min(n.dev) dev, min(n.name) AS name FROM e JOIN names n
  ON split_part(e.host, '.', 1) = split_part(n.name, '.', 1)
  WHERE e.host <> '' AND (e.host = n.name OR NOT contains(e.host, '.') OR NOT contains(n.name, '.'))
  GROUP BY 1 HAVING count(DISTINCT n.dev) = 1),)");
    return sql;
}

QString files()
{
    QStringList parts;
    const QString hashes = QStringLiteral("unnest([SHA1, SHA256, MD5]) h");
    const QString where = QStringLiteral(
        " WHERE SHA1 IN (SELECT h FROM eh) OR SHA256 IN (SELECT h FROM eh) OR MD5 IN (SELECT h FROM eh)");
    const QString initiating = QStringLiteral("InitiatingProcessId pid, InitiatingProcessFileName pname, "
                                              "InitiatingProcessCommandLine pcmd, InitiatingProcessCreationTime pct");
    for (const char *table : {"DeviceFileEvents", "DeviceImageLoadEvents"})
        parts.append(QStringLiteral(
                         "SELECT '%1' tbl, DeviceId dev, Timestamp ts, ReportId rid, %2, FileName fname, %3 FROM %1%4")
                         .arg(QLatin1String(table), initiating, hashes, where));
    parts.append(QStringLiteral("SELECT 'DeviceProcessEvents', DeviceId, Timestamp, ReportId, ProcessId, FileName, "
                                "ProcessCommandLine, ProcessCreationTime, FileName, %1 FROM DeviceProcessEvents%2")
                     .arg(hashes, where));
    QString sql =
        QStringLiteral(
            "\neh AS MATERIALIZED (SELECT * FROM (SELECT id, ts, unnest([sha1, sha256, md5]) h FROM e) WHERE h <> ''),\n"
            "hv AS MATERIALIZED (SELECT * FROM (") +
        parts.join(QStringLiteral(" UNION ALL ")) +
        QStringLiteral(
            ") WHERE h IN (SELECT h FROM eh) AND ts IS NOT NULL),\nfilehit AS MATERIALIZED (SELECT * FROM (");
    sql += nearest(QStringLiteral("eh"), QStringLiteral("hv"), QStringLiteral("q.h = n.h"),
                   QStringLiteral("q.id, n.dev, n.tbl, n.ts, n.rid, n.pid, n.pname, n.pcmd, n.pct, n.fname"));
    return sql +
           QStringLiteral(
               ") WHERE d <= 864000000000 QUALIFY row_number() OVER (PARTITION BY id ORDER BY d, dev, rid) = 1),");
}

QString candidates(const CorrelateOptions &options)
{
    const QString columns = QStringLiteral(
        "id, dev, 'DeviceNetworkEvents' tbl, ts ets, rid, pid, pname, pcmd, pct, d, lip, lport, rip, rport");
    const QString none =
        QStringLiteral("'' tbl, NULL ets, NULL rid, NULL pid, '' pname, '' pcmd, NULL pct, 0 d, '' lip, NULL lport, '' "
                       "rip, NULL rport");
    // fade: 1 at the same moment, 0 at the end of the window
    const QString fade = QStringLiteral("(1 - d::DOUBLE / %1)").arg(options.window);
    const auto points = [&](double base, double time) {
        return QStringLiteral("%1 + %2 * %3").arg(base).arg(time).arg(fade);
    };
    return QStringLiteral("\ncand AS MATERIALIZED (SELECT 'flow' kind, ") + columns + u", " +
           points(Points::kFlow, Points::kFlowTime) +
           QStringLiteral(" base FROM flowhit\nUNION ALL SELECT 'remote', ") + columns + u", " +
           points(Points::kRemote, Points::kRemoteTime) +
           QStringLiteral(" FROM remotehit\nUNION ALL SELECT 'remote', ") + columns + u", " +
           points(Points::kRemote - Points::kUnknownDevice, Points::kRemoteTime) +
           QStringLiteral(" FROM strangehit\nUNION ALL SELECT 'file', id, dev, tbl, ts, rid, pid, "
                          "pname, pcmd, pct, d, fname, NULL, '', NULL, ") +
           QString::number(Points::kFile) + QStringLiteral(" FROM filehit\nUNION ALL SELECT 'device', id, dev, ") +
           none + QStringLiteral(", 0 FROM known\nUNION ALL SELECT 'device', id, dev, ") + none +
           QStringLiteral(", 0 FROM named),");
}

/// Defender alerts on the candidates' processes, their ancestors and descendants, or on their remote addresses.
QString alerts(const HeldTables &held)
{
    const QString candidates = QStringLiteral("IN (SELECT dev FROM cand)");
    QString sql = QStringLiteral("\nev AS MATERIALIZED (SELECT * FROM (") + held.evidenceProcesses(candidates) +
                  QStringLiteral(R"() WHERE pid > 4),
cp AS MATERIALIZED (SELECT DISTINCT dev, pid, coalesce(pct // 10000, 0) ct FROM cand WHERE pid > 4
  AND dev IN (SELECT dev FROM ev)),
pe AS MATERIALIZED (SELECT dev, pid, ct, any_value(ppid) ppid, any_value(pct) pct FROM (SELECT DeviceId dev, ProcessId pid,
  coalesce(ProcessCreationTime // 10000, 0) ct, InitiatingProcessId ppid, coalesce(InitiatingProcessCreationTime // 10000, 0) pct
  FROM DeviceProcessEvents WHERE DeviceId IN (SELECT dev FROM ev) AND ProcessId > 4) GROUP BY 1, 2, 3),
anc AS (SELECT dev, pid, ct, pid apid, ct act, 0 depth FROM (SELECT dev, pid, ct FROM cp UNION SELECT dev, pid, ct FROM ev)
  UNION ALL SELECT a.dev, a.pid, a.ct, p.ppid, p.pct, a.depth + 1 FROM anc a
  JOIN pe p ON p.dev = a.dev AND p.pid = a.apid AND p.ct = a.act WHERE a.depth < 12 AND p.ppid > 4),
rel AS MATERIALIZED (SELECT a.dev, a.pid, a.ct, ev.aid, ev.title, ev.ats, a.depth, 'up' dir FROM anc a
    JOIN ev ON ev.dev = a.dev AND ev.pid = a.apid AND ev.ct = a.act
  UNION ALL SELECT cp.dev, cp.pid, cp.ct, ev.aid, ev.title, ev.ats, a.depth, 'down' FROM anc a
    JOIN ev ON ev.dev = a.dev AND ev.pid = a.pid AND ev.ct = a.ct
    JOIN cp ON cp.dev = a.dev AND cp.pid = a.apid AND cp.ct = a.act WHERE a.depth BETWEEN 1 AND 4),
ea AS MATERIALIZED (SELECT * FROM ()");
    sql += held.evidenceAddresses(candidates);
    return sql + QStringLiteral(R"() WHERE ip IN (SELECT ip FROM ips)),
named_ AS MATERIALIZED (SELECT DISTINCT aid, ip FROM ea),
bestrel AS MATERIALIZED (SELECT c.id, rel.*, x.ip named FROM
    (SELECT DISTINCT id, dev, pid, coalesce(pct // 10000, 0) ct FROM cand WHERE pid > 4) c JOIN e USING (id)
  JOIN rel ON rel.dev = c.dev AND rel.pid = c.pid AND rel.ct = c.ct
  LEFT JOIN named_ x ON x.aid = rel.aid AND (x.ip = e.dip OR x.ip = e.sip)
  QUALIFY row_number() OVER (PARTITION BY c.id, c.dev, c.pid, c.ct
    ORDER BY (x.ip IS NULL), rel.depth, abs(rel.ats - e.ts), rel.dir DESC, rel.aid) = 1),
bestip AS MATERIALIZED (SELECT c.id, c.dev, ea.aid, ea.title, ea.ip FROM (SELECT DISTINCT id, dev FROM cand) c JOIN e USING (id)
  JOIN ea ON ea.dev = c.dev AND (ea.ip = e.dip OR ea.ip = e.sip) AND abs(ea.ats - e.ts) < 864000000000
  QUALIFY row_number() OVER (PARTITION BY c.id, c.dev ORDER BY abs(ea.ats - e.ts), ea.aid) = 1),)");
}

QString scores()
{
    return QStringLiteral(R"(
knownbest AS (SELECT id, dev, any_value(ip) ip, min(d) kd FROM known GROUP BY 1, 2),
scored AS (SELECT c.*, k.ip kip, k.kd, CASE WHEN k.kd IS NULL THEN 0 WHEN k.kd <= 36000000000 THEN %1
    WHEN k.kd <= 864000000000 THEN %2 ELSE %3 END paddress,
  nm.name hname, CASE WHEN nm.id IS NULL THEN 0 ELSE %4 END pname_,
  CASE WHEN f.id IS NULL OR c.kind = 'file' THEN 0 ELSE %5 END pfile, f.fname hfile,
  coalesce(r.aid, b.aid, '') aid, coalesce(r.title, b.title, '') atitle, r.depth adepth, r.dir adir, CASE WHEN r.aid IS NULL THEN b.ip ELSE r.named END aip,
  CASE WHEN r.aid IS NULL THEN 0 WHEN r.depth = 0 THEN %6 ELSE %7 END pprocess,
  CASE WHEN r.named IS NOT NULL OR (r.aid IS NULL AND b.aid IS NOT NULL) THEN %8 ELSE 0 END premote, pprocess + premote palert
  FROM cand c LEFT JOIN knownbest k ON k.id = c.id AND k.dev = c.dev LEFT JOIN named nm ON nm.id = c.id AND nm.dev = c.dev
  LEFT JOIN filehit f ON f.id = c.id AND f.dev = c.dev
  LEFT JOIN bestrel r ON r.id = c.id AND r.dev = c.dev AND r.pid = c.pid AND r.ct = coalesce(c.pct // 10000, 0)
  LEFT JOIN bestip b ON b.id = c.id AND b.dev = c.dev))")
        .arg(Points::kAddress)
        .arg(0.10)
        .arg(0.05)
        .arg(Points::kHostName)
        .arg(Points::kFileToo)
        .arg(Points::kSameProcess)
        .arg(Points::kProcessTree)
        .arg(Points::kSameRemote);
}

} // namespace

QString correlationQuery(const HeldTables &held, const CorrelateOptions &options)
{
    return QStringLiteral("WITH RECURSIVE") + external() + identities(held) + connections(options) + u',' + files() +
           candidates(options) + alerts(held) + scores() +
           QStringLiteral(
               "\nSELECT id, dev, aid, least(1.0, base + paddress + pname_ + pfile + palert)::DOUBLE score, kind, tbl, "
               "ets::BIGINT ets, rid::BIGINT rid, pid::BIGINT pid, pname, pcmd, pct::BIGINT pct, d::BIGINT d, lip, "
               "lport::BIGINT lport, rip, rport::BIGINT rport, base::DOUBLE base, coalesce(kip, '') kip, kd::BIGINT kd, "
               "paddress::DOUBLE paddress, coalesce(hname, '') hname, pname_::DOUBLE phost, coalesce(hfile, '') hfile, "
               "pfile::DOUBLE pfile, atitle, coalesce(adepth, -1)::BIGINT adepth, coalesce(adir, '') adir, coalesce(aip, '') "
               "aip, pprocess::DOUBLE pprocess, premote::DOUBLE premote FROM scored WHERE base + paddress + pname_ + pfile + palert >= %1 QUALIFY "
               "row_number() OVER (PARTITION BY id ORDER BY base + paddress + pname_ + pfile + palert DESC, d, dev, rid) = 1")
               .arg(options.minimumScore);
}

} // namespace watchdesk::story
