// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/jsontext.h"
#include "app/intake/intake.h"
#include "app/store/store.h"
#include "app/story/correlate.h"
#include "app/story/processtree.h"
#include "app/story/promotion.h"
#include "app/story/reason.h"
#include "app/story/timeline.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::story;

/// One small attack: explorer starts a.exe, a.exe starts b.exe, which talks to 198.51.100.7; Suricata sees it. Ids are
/// reused, ports are reused, and a second device talks to the same address.
class TestStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sameFlowNearestInTime();
    void reusedPortGoesToTheNearest();
    void remoteEndOnly();
    void hostNameOnly();
    void fileHash();
    void strangersGetNothing();
    void promotes();
    void promotesNothingWithoutAnEvent();
    void namesACategory();
    void reasonsAddUp();
    void tree();
    void treeOfInferredProcess();
    void treeWithLimits();
    void unknownProcess();
    void behind();
    void timelineLists();
    void timelineBins();
    void entityTables();

private:
    QString cell(const QString &sql) const;
    Ticks at(const char *clock) const
    {
        return *ticksFromIso(QString(QStringLiteral("2024-05-01T") + QLatin1String(clock)));
    }
    QString deviceId(const QByteArray &name) const
    {
        return QString::fromLatin1(QCryptographicHash::hash(name, QCryptographicHash::Sha1).toHex());
    }
    QByteArray alert(const QByteArray &id, const QByteArray &clock, const QByteArray &source, int sourcePort,
                     const QByteArray &target, int targetPort, const QByteArray &more = {}) const;
    QString externalId(const QString &signature) const
    {
        return cell(QStringLiteral("SELECT ExternalId FROM ExternalAlerts WHERE Signature = '%1'").arg(signature));
    }

    std::shared_ptr<store::Store> m_store;
};

namespace {

QByteArray sysmon(int id, const QByteArray &host, const QByteArray &clock, const QByteArray &fields)
{
    return "{\"EventID\":" + QByteArray::number(id) +
           ",\"Channel\":\"Microsoft-Windows-Sysmon/Operational\",\"SourceName\":\"Microsoft-Windows-Sysmon\",\"Hostname\":\"" +
           host + "\",\"TimeCreated\":\"2024-05-01T" + clock + "Z\",\"UtcTime\":\"2024-05-01 " + clock + "\"," +
           fields + "}\n";
}

QByteArray start(const QByteArray &host, const QByteArray &clock, const QByteArray &guid, int pid,
                 const QByteArray &image, const QByteArray &parentGuid, int parentPid, const QByteArray &more = {})
{
    return sysmon(1, host, clock,
                  "\"ProcessGuid\":\"" + guid + "\",\"ProcessId\":\"" + QByteArray::number(pid) +
                      "\",\"Image\":\"C:\\\\" + image + "\",\"CommandLine\":\"" + image +
                      " /x\",\"User\":\"EX\\\\ann\",\"ParentProcessGuid\":\"" + parentGuid +
                      "\",\"ParentProcessId\":\"" + QByteArray::number(parentPid) +
                      "\",\"ParentImage\":\"C:\\\\parent.exe\"" + more);
}

QByteArray connection(const QByteArray &host, const QByteArray &clock, const QByteArray &guid, int pid,
                      const QByteArray &local, int localPort, const QByteArray &remote, int remotePort)
{
    return sysmon(3, host, clock,
                  "\"ProcessGuid\":\"" + guid + "\",\"ProcessId\":\"" + QByteArray::number(pid) +
                      "\",\"Image\":\"C:\\\\b.exe\",\"Protocol\":\"tcp\",\"Initiated\":\"true\",\"SourceIp\":\"" +
                      local + "\",\"SourcePort\":\"" + QByteArray::number(localPort) + "\",\"DestinationIp\":\"" +
                      remote + "\",\"DestinationPort\":\"" + QByteArray::number(remotePort) + "\"");
}

} // namespace

QByteArray TestStory::alert(const QByteArray &id, const QByteArray &clock, const QByteArray &source, int sourcePort,
                            const QByteArray &target, int targetPort, const QByteArray &more) const
{
    return "{\"timestamp\":\"2024-05-01T" + clock + "+0000\",\"event_type\":\"alert\",\"src_ip\":\"" + source +
           "\",\"src_port\":" + QByteArray::number(sourcePort) + ",\"dest_ip\":\"" + target +
           "\",\"dest_port\":" + QByteArray::number(targetPort) + ",\"proto\":\"TCP\",\"alert\":{\"signature\":\"" +
           id + "\",\"severity\":1}" + more + "}\n";
}

void TestStory::initTestCase()
{
    m_store = store::Store::open(QStringLiteral(":memory:")).value();
    QByteArray host;
    host += start("ws1", "09:00:00.000", "g-old", 300, "old.exe", "g-0", 90); // 300 is reused below
    host += start("ws1", "10:00:00.000", "g-exp", 100, "explorer.exe", "g-0", 90);
    host += start("ws1", "10:00:10.000", "g-a", 200, "a.exe", "g-exp", 100);
    host += start("ws1", "10:00:20.000", "g-b", 300, "b.exe", "g-a", 200, ",\"Hashes\":\"SHA1=ABCDEF\"");
    host += start("ws1", "10:00:30.000", "g-c", 400, "c.exe", "g-b", 300);
    host += start("ws1", "10:00:31.000", "g-d", 401, "d.exe", "g-b", 300);
    host += start("ws1", "09:00:05.000", "g-e", 402, "e.exe", "g-old", 300);
    host += connection("ws1", "10:01:00.000", "g-b", 300, "192.0.2.10", 50111, "198.51.100.7", 443);
    host += connection("ws1", "10:30:00.000", "g-c", 400, "192.0.2.10", 50111, "198.51.100.7", 443);
    host += connection("ws2", "10:01:01.000", "g-x", 999, "192.0.2.20", 50200, "198.51.100.7", 443);
    QByteArray eve;
    eve += alert("same flow", "10:01:01.500000", "192.0.2.10", 50111, "198.51.100.7", 443);
    eve += alert("answer", "10:01:02.500000", "198.51.100.7", 443, "192.0.2.10", 50111);
    eve += alert("reused port", "10:29:58.000000", "192.0.2.10", 50111, "198.51.100.7", 443);
    eve += alert("remote only", "10:01:03.000000", "192.0.2.20", 60000, "198.51.100.7", 443);
    eve +=
        alert("file", "10:02:00.000000", "203.0.113.5", 80, "203.0.113.6", 1234, ",\"fileinfo\":{\"sha1\":\"abcdef\"}");
    eve += alert("stranger", "10:01:00.000000", "203.0.113.5", 80, "203.0.113.6", 1234);
    eve += alert("too late", "11:30:00.000000", "192.0.2.10", 50111, "198.51.100.7", 443);
    QTemporaryDir folder;
    for (const auto &[name, content] : {std::pair{"host.jsonl", host}, {"eve.json", eve}}) {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    const auto reports = intake::Intake(m_store).take({folder.path()});
    QVERIFY(reports);
    for (const auto &report : *reports)
        QCOMPARE(report.refused, qint64(0));
    // A Defender alert on a.exe, and an external alert that only knows a host's name.
    const QString alertRow =
        QStringLiteral("INSERT INTO %1 (Timestamp, AlertId, Title, %2) SELECT Timestamp + 50000000, 'da1', "
                       "'Bad thing', %3 FROM DeviceProcessEvents WHERE FileName = 'a.exe'");
    QVERIFY(m_store->write(
        alertRow.arg(QStringLiteral("AlertInfo"), QStringLiteral("Severity"), QStringLiteral("'High'"))));
    QVERIFY(m_store->write(alertRow.arg(QStringLiteral("AlertEvidence"),
                                        QStringLiteral("EntityType, DeviceId, FileName, ProcessCommandLine"),
                                        QStringLiteral("'Process', DeviceId, FileName, ProcessCommandLine"))));
    QVERIFY(m_store->write(
        QStringLiteral("INSERT INTO ExternalAlerts (ExternalId, Timestamp, Source, Severity, Signature, HostName) "
                       "SELECT 'named', Timestamp, 'Other', 'Low', 'by name', 'WS2' FROM ExternalAlerts WHERE "
                       "Signature = 'same flow'")));
    const auto count = correlate(*m_store, CorrelateOptions{120 * kTicksPerSecond, 0.08});
    QVERIFY2(count,
             count ? "" : qPrintable(count.error().message + count.error().context.value(QStringLiteral("sql"))));
    QCOMPARE(*count, qint64(7));
}

QString TestStory::cell(const QString &sql) const
{
    const auto table = m_store->read(sql);
    if (!table)
        return table.error().message;
    QStringList cells;
    for (qsizetype column = 0; column < table->columnCount() && table->rowCount() > 0; ++column)
        cells.append(table->display(0, column));
    return cells.join(u'|');
}

namespace {

QString best(const QString &signature)
{
    return QStringLiteral(
               "SELECT c.DeviceId, c.ProcessName, c.ProcessId, c.EventTable, c.AlertId FROM Correlations c JOIN "
               "ExternalAlerts x USING (ExternalId) WHERE x.Signature = '%1'")
        .arg(signature);
}

} // namespace

void TestStory::sameFlowNearestInTime()
{
    const QString expected = deviceId("ws1") + QStringLiteral("|b.exe|300|DeviceNetworkEvents|da1");
    QCOMPARE(cell(best(QStringLiteral("same flow"))), expected);
    QCOMPARE(cell(best(QStringLiteral("answer"))), expected); // seen in the other direction
    const QString held = cell(QStringLiteral("SELECT Reasons FROM Correlations WHERE ExternalId = '%1'")
                                  .arg(externalId(QStringLiteral("same flow"))));
    QVERIFY2(!held.contains(u"same flow"), qPrintable(held)); // facts, in no language
    QStringList sentences;
    for (const Reason &reason : reasonsFromText(held.toStdString()))
        sentences.append(reason.text());
    const QString reasons = sentences.join(u'\n');
    QVERIFY2(reasons.contains(u"same flow 192.0.2.10:50111 → 198.51.100.7:443, 1.5 s apart"), qPrintable(reasons));
    QVERIFY2(reasons.contains(u"Defender alert on a process that started this one: Bad thing"), qPrintable(reasons));
}

void TestStory::reusedPortGoesToTheNearest()
{
    QCOMPARE(cell(best(QStringLiteral("reused port"))),
             deviceId("ws1") + QStringLiteral("|b.exe|400|DeviceNetworkEvents|da1"));
}

void TestStory::remoteEndOnly()
{
    QCOMPARE(cell(best(QStringLiteral("remote only"))),
             deviceId("ws2") + QStringLiteral("|b.exe|999|DeviceNetworkEvents|"));
}

void TestStory::hostNameOnly()
{
    QCOMPARE(cell(best(QStringLiteral("by name"))), deviceId("ws2") + QStringLiteral("||||"));
}

void TestStory::fileHash()
{
    QCOMPARE(cell(best(QStringLiteral("file"))),
             deviceId("ws1") + QStringLiteral("|b.exe|300|DeviceProcessEvents|da1"));
}

void TestStory::strangersGetNothing()
{
    QCOMPARE(cell(best(QStringLiteral("stranger"))), QString());
    // An hour later the flow is another one; what is left is whose address it was.
    QCOMPARE(cell(best(QStringLiteral("too late"))), deviceId("ws1") + QStringLiteral("||||"));
}

void TestStory::promotes()
{
    const QString id = externalId(QStringLiteral("same flow"));
    const auto promotion = promotionOf(*m_store, id);
    QVERIFY2(promotion, promotion ? "" : qPrintable(promotion.error().message));
    QCOMPARE(promotion->deviceId, deviceId("ws1"));
    QCOMPARE(promotion->body.value(u"machineId").toString(), deviceId("ws1"));
    QCOMPARE(promotion->body.value(u"title").toString(), QStringLiteral("Suricata: same flow"));
    QCOMPARE(promotion->body.value(u"severity").toString(), QStringLiteral("High"));
    // The reference is the event's own, to the last decimal.
    const QString event = cell(QStringLiteral("SELECT ReportId, Timestamp FROM DeviceNetworkEvents WHERE "
                                              "InitiatingProcessId = 300 AND RemoteIP = '198.51.100.7'"));
    QCOMPARE(promotion->body.value(u"reportId").toString(), event.section(u'|', 0, 0));
    QCOMPARE(promotion->body.value(u"eventTime").toString(), isoFromTicks(event.section(u'|', 1).toLongLong()));
    const QString description = promotion->body.value(u"description").toString();
    QVERIFY2(description.contains(u"192.0.2.10:50111 to 198.51.100.7:443"), qPrintable(description));
    QVERIFY2(description.contains(id), qPrintable(description));
    QVERIFY(promotion->alertId.isEmpty());
}

void TestStory::promotesNothingWithoutAnEvent()
{
    const auto kindOf = [this](const QString &id) {
        const auto promotion = promotionOf(*m_store, id);
        return promotion ? QString() : kindName(promotion.error().kind);
    };
    QCOMPARE(kindOf(QStringLiteral("named")), QStringLiteral("refused")); // a device, no event
    QCOMPARE(kindOf(externalId(QStringLiteral("stranger"))), QStringLiteral("refused"));
    QCOMPARE(kindOf(QStringLiteral("nonsense")), QStringLiteral("notFound"));
}

void TestStory::namesACategory()
{
    QCOMPARE(defenderCategory(QStringLiteral("T1071.001"), {}), QStringLiteral("CommandAndControl"));
    QCOMPARE(defenderCategory({}, QStringLiteral("Attempted Administrator Privilege Gain")),
             QStringLiteral("PrivilegeEscalation"));
    QCOMPARE(defenderCategory(QStringLiteral("T9999"), QStringLiteral("A Network Trojan was detected")),
             QStringLiteral("Malware"));
    QCOMPARE(defenderCategory({}, QStringLiteral("Misc activity")), QStringLiteral("SuspiciousActivity"));
}

void TestStory::reasonsAddUp()
{
    const auto table = m_store->read(QStringLiteral("SELECT Score, Reasons FROM Correlations"));
    QVERIFY(table);
    QVERIFY(table->rowCount() > 0);
    for (qsizetype row = 0; row < table->rowCount(); ++row) {
        double sum = 0;
        for (const auto &reason : jsonFromText(table->column(1).text(row)).toArray())
            sum += reason.toObject().value(QStringLiteral("points")).toDouble();
        QVERIFY2(std::abs(sum - table->column(0).real(row)) < 0.005, qPrintable(table->display(row, 1)));
        QVERIFY(sum <= 1.0001);
    }
}

void TestStory::tree()
{
    const auto tree = processTree(*m_store, {deviceId("ws1"), 300, at("10:00:20.000")});
    QVERIFY2(tree, tree ? "" : qPrintable(tree.error().message + tree.error().context.value(QStringLiteral("sql"))));
    QStringList names;
    for (const auto &node : tree->nodes)
        names.append(QStringLiteral("%1:%2").arg(node.depth).arg(node.fileName));
    QCOMPARE(names.join(u' '), QStringLiteral("0:parent.exe 1:explorer.exe 2:a.exe 3:b.exe 4:c.exe 4:d.exe"));
    QVERIFY(tree->nodes[0].isInferred);
    const ProcessNode &focus = tree->nodes[tree->focus];
    QVERIFY(focus.isFocus && !focus.isInferred);
    QCOMPARE(focus.fileName, QStringLiteral("b.exe"));
    QCOMPARE(focus.account, QStringLiteral("EX\\ann"));
    QCOMPARE(focus.networkEvents, qint64(1));
    QCOMPARE(focus.peers.size(), 1);
    QCOMPARE(focus.peers[0].address, QStringLiteral("198.51.100.7"));
    QCOMPARE(focus.peers[0].connections, qint64(1));
    QCOMPARE(focus.peers[0].externalAlerts, qint64(2));
    QCOMPARE(focus.peers[0].worstSeverity, QStringLiteral("High"));
    QCOMPARE(focus.alerts.size(), 3); // two of the connection, one of the file
    QCOMPARE(tree->nodes[2].alerts.size(), 1);
    QCOMPARE(tree->nodes[2].alerts[0].id, QStringLiteral("da1"));
    QVERIFY(!tree->nodes[2].alerts[0].isExternal);
    // The earlier process with the same id has its own tree.
    const auto old = processTree(*m_store, {deviceId("ws1"), 300, at("09:00:00.000")});
    QVERIFY(old);
    QCOMPARE(old->nodes[old->focus].fileName, QStringLiteral("old.exe"));
    QCOMPARE(old->nodes[old->focus].children.size(), 1);
    QCOMPARE(old->nodes[old->focus].networkEvents, qint64(0));
}

void TestStory::treeOfInferredProcess()
{
    const auto tree = processTree(*m_store, {deviceId("ws1"), 90, 0});
    QVERIFY(tree);
    const ProcessNode &focus = tree->nodes[tree->focus];
    QVERIFY(focus.isInferred);
    QCOMPARE(focus.fileName, QStringLiteral("parent.exe"));
    QCOMPARE(focus.children.size(), 2); // old.exe and explorer.exe
}

void TestStory::treeWithLimits()
{
    ProcessTreeLimits limits;
    limits.childrenPerNode = 1;
    const auto tree = processTree(*m_store, {deviceId("ws1"), 300, at("10:00:20.000")}, limits);
    QVERIFY(tree);
    QCOMPARE(tree->nodes[tree->focus].children.size(), 1);
    QCOMPARE(tree->nodes[tree->focus].moreChildren, qint64(1));
    QCOMPARE(tree->omitted, qint64(1));
}

void TestStory::unknownProcess()
{
    const auto tree = processTree(*m_store, {deviceId("ws1"), 31337, 0});
    QVERIFY(!tree);
    QCOMPARE(tree.error().kind, Error::Kind::NotFound);
}

void TestStory::behind()
{
    const auto external = processBehind(*m_store, externalId(QStringLiteral("same flow")));
    QVERIFY(external);
    QVERIFY(external->has_value());
    QCOMPARE((*external)->process.processId, qint64(300));
    QCOMPARE((*external)->process.creationTime, at("10:00:20.000"));
    QCOMPARE((*external)->alertId, QStringLiteral("da1"));
    const auto defender = processBehind(*m_store, QStringLiteral("da1"));
    QVERIFY2(defender, defender ? "" : qPrintable(defender.error().message));
    QVERIFY(defender->has_value());
    QCOMPARE((*defender)->fileName, QStringLiteral("a.exe"));
    QVERIFY(!processBehind(*m_store, QStringLiteral("none"))->has_value());
}

void TestStory::timelineLists()
{
    const auto line = timeline(*m_store, deviceId("ws1"), 0, 0);
    QVERIFY2(line, line ? "" : qPrintable(line.error().message + line.error().context.value(QStringLiteral("sql"))));
    QCOMPARE(line->lanes.size(), 9);
    const auto &processes = line->lanes[int(TimelineLane::Kind::Processes)];
    QCOMPARE(processes.total, qint64(7));
    QVERIFY(!processes.binned);
    QCOMPARE(processes.marks.size(), 7);
    QCOMPARE(processes.marks.first().at, at("09:00:00.000"));
    QCOMPARE(line->from, at("09:00:00.000"));
    QCOMPARE(line->lanes[int(TimelineLane::Kind::DefenderAlerts)].marks.size(), 1);
    QCOMPARE(line->lanes[int(TimelineLane::Kind::Response)].total, qint64(0));
    QCOMPARE(timeline(*m_store, {}, 0, 0)->lanes[int(TimelineLane::Kind::Network)].total, qint64(3));
}

void TestStory::timelineBins()
{
    TimelineLimits limits;
    limits.bins = 10;
    limits.marks = 3;
    const auto line = timeline(*m_store, {}, at("09:00:00.000"), at("12:00:00.000"), limits);
    QVERIFY(line);
    const auto &external = line->lanes[int(TimelineLane::Kind::ExternalAlerts)];
    QVERIFY(external.binned);
    QVERIFY(external.marks.size() <= 10);
    qint64 sum = 0;
    for (const auto &mark : external.marks)
        sum += mark.count;
    QCOMPARE(sum, external.total);
    QCOMPARE(external.total, qint64(8));
    QCOMPARE(external.marks.first().severity, QStringLiteral("High"));
}

/// What the API synchronises tells more: addresses of devices, process ids of evidence, actions.
void TestStory::entityTables()
{
    const auto column = [](const char *name, ColumnType type = ColumnType::String) {
        return ColumnSchema{QString::fromLatin1(name), type};
    };
    const QString key = QStringLiteral("id");
    const auto store = store::Store::open(QStringLiteral(":memory:")).value();
    QVERIFY(store->ensureTable({QStringLiteral("Devices"),
                                {column("id"), column("computerDnsName"), column("lastIpAddress"),
                                 column("ipAddresses", ColumnType::Dynamic), column("lastSeen", ColumnType::DateTime)}},
                               key));
    QVERIFY(
        store->ensureTable({QStringLiteral("Alerts"),
                            {column("id"), column("title"), column("severity"), column("machineId"),
                             column("evidence", ColumnType::Dynamic), column("firstEventTime", ColumnType::DateTime),
                             column("alertCreationTime", ColumnType::DateTime)}},
                           key));
    QVERIFY(store->ensureTable(
        {QStringLiteral("MachineActions"),
         {column("id"), column("type"), column("machineId"), column("creationDateTimeUtc", ColumnType::DateTime)}},
        key));
    const Ticks now = at("10:00:00.000");
    const auto run = [&](const QString &sql, const QVariantList &parameters) {
        const auto done = store->write(sql, parameters);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    };
    run(QStringLiteral(
            "INSERT INTO Devices VALUES ('d1', 'ws1.example.org', '192.0.2.10', '[{\"ipAddress\":\"192.0.2.11\"},3]', ?)"),
        {now});
    run(QStringLiteral("INSERT INTO DeviceNetworkInfo (Timestamp, DeviceId, IPAddresses) VALUES (?, 'd2', "
                       "'[{\"IPAddress\":\"192.0.2.12\"}]'), (?, 'd3', 'no JSON')"),
        {now, now});
    run(QStringLiteral(
            "INSERT INTO DeviceProcessEvents (Timestamp, DeviceId, ActionType, FileName, ProcessId, ProcessCreationTime, "
            "ProcessCommandLine) VALUES ($1, 'd1', 'ProcessCreated', 'p.exe', 77, $1, 'p')"),
        {now});
    run(QStringLiteral(
            "INSERT INTO DeviceNetworkEvents (Timestamp, DeviceId, RemoteIP, RemotePort, InitiatingProcessId, "
            "InitiatingProcessCreationTime, InitiatingProcessFileName, ReportId) VALUES ($1, 'd1', '198.51.100.7', 443, 77, "
            "$1, 'p.exe', 5)"),
        {now});
    run(QStringLiteral("INSERT INTO Alerts VALUES ('a1', 'Odd process', 'High', 'd1', ?, $2, $2)")
            .replace(u'?', QStringLiteral("$1")),
        {QStringLiteral(
             "[{\"entityType\":\"Process\",\"processId\":77,\"processCreationTime\":\"2024-05-01T10:00:00.0000000Z\"},"
             "{\"entityType\":\"Ip\",\"ipAddress\":\"203.0.113.9\"}]"),
         now});
    run(QStringLiteral("INSERT INTO MachineActions VALUES ('m1', 'Isolate', 'd1', ?)"), {now});
    for (const auto &[id, source, target] : {std::tuple{"x1", "192.0.2.10", "198.51.100.7"},
                                             {"x2", "203.0.113.9", "192.0.2.11"},
                                             {"x3", "203.0.113.1", "192.0.2.12"}}) {
        run(QStringLiteral(
                "INSERT INTO ExternalAlerts (ExternalId, Timestamp, Protocol, SourceIP, SourcePort, DestinationIP, "
                "DestinationPort) VALUES (?, ?, 'Tcp', ?, 50000, ?, 443)"),
            {QString::fromLatin1(id), now + kTicksPerSecond, QString::fromLatin1(source), QString::fromLatin1(target)});
    }
    const auto count = correlate(*store);
    QVERIFY2(count, count ? "" : qPrintable(count.error().message));
    QCOMPARE(*count, qint64(3));
    const auto table =
        store->read(QStringLiteral("SELECT ExternalId, DeviceId, AlertId, ProcessName FROM Correlations ORDER BY 1"));
    QVERIFY(table);
    const QStringList expected = {QStringLiteral("x1 d1 a1 p.exe"), QStringLiteral("x2 d1 a1 "),
                                  QStringLiteral("x3 d2  ")};
    for (qsizetype row = 0; row < 3; ++row)
        QCOMPARE(
            QStringLiteral("%1 %2 %3 %4")
                .arg(table->display(row, 0), table->display(row, 1), table->display(row, 2), table->display(row, 3)),
            expected[row]);
    const auto process = processBehind(*store, QStringLiteral("a1"));
    QVERIFY(process);
    QVERIFY(process->has_value());
    QCOMPARE((*process)->fileName, QStringLiteral("p.exe"));
    const auto line = timeline(*store, QStringLiteral("d1"), 0, 0);
    QVERIFY2(line, line ? "" : qPrintable(line.error().message));
    QCOMPARE(line->lanes[int(TimelineLane::Kind::Response)].marks.size(), 1);
    QCOMPARE(line->lanes[int(TimelineLane::Kind::DefenderAlerts)].marks.first().label, QStringLiteral("Odd process"));
    const auto grown = processTree(*store, (*process)->process);
    QVERIFY(grown);
    QCOMPARE(grown->nodes[grown->focus].alerts.size(), 2);
}

QTEST_GUILESS_MAIN(TestStory)
#include "tst_story.moc"
