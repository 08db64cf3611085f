// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/intake.h"
#include "app/store/store.h"
#include "app/story/correlate.h"
#include "app/story/processtree.h"
#include "app/story/timeline.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::story;

/// A recorded campaign, host and network together, where it is at hand; and the speed that a large store needs.
class TestStoryReal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void campaign_data();
    void campaign();
    void largeStore();
};

void TestStoryReal::campaign_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("port"); // of the attacker's channel
    QTest::newRow("01") << "lsass-campaign-01-logonpasswords" << 8080;
    QTest::newRow("05") << "lsass-campaign-05-sharpdump" << 6666;
}

void TestStoryReal::campaign()
{
    QFETCH(QString, folder);
    QFETCH(int, port);
    const QString path = QStringLiteral(WATCHDESK_SOURCE_DIR "/../shared/data/telemetry/") + folder;
    if (!QDir(path).exists())
        QSKIP("The folder with recorded captures is not there");
    const auto store = store::Store::open(QStringLiteral(":memory:")).value();
    QVERIFY(
        intake::Intake(store).take({path + QStringLiteral("/host-events.jsonl.gz"), path + QStringLiteral("/zeek")}));
    QElapsedTimer timer;
    timer.start();
    const auto count = correlate(*store);
    QVERIFY2(count, count ? "" : qPrintable(count.error().message));
    qInfo("%lld correlated in %lld ms", *count, timer.restart());
    const auto best = store->read(
        QStringLiteral(
            "SELECT c.ExternalId, c.DeviceId, c.ProcessName, c.Score, c.Reasons FROM Correlations c JOIN ExternalAlerts x "
            "USING (ExternalId) WHERE x.DestinationPort = %1 AND c.EventTable = 'DeviceNetworkEvents' ORDER BY Score DESC, 1")
            .arg(port));
    QVERIFY(best);
    QVERIFY(best->rowCount() > 0);
    qInfo("%s %s %s", qPrintable(best->display(0, 2)), qPrintable(best->display(0, 3)),
          qPrintable(best->display(0, 4)));
    QVERIFY(best->display(0, 4).contains(u"sameFlow"));
    // The pair is real: its five-tuple is in the sensor's flows and in the device's events.
    const auto behind = processBehind(*store, best->display(0, 0));
    QVERIFY(behind);
    QVERIFY(behind->has_value());
    timer.restart();
    const auto tree = processTree(*store, (*behind)->process);
    QVERIFY2(tree, tree ? "" : qPrintable(tree.error().message));
    qInfo("tree of %lld processes in %lld ms", qint64(tree->nodes.size()), timer.restart());
    for (const auto &node : tree->nodes)
        qInfo("%s%s %lld%s, %lld peers, %lld alerts", qPrintable(QString(node.depth * 2, u' ')),
              qPrintable(node.fileName), node.key.processId, node.isFocus ? " <<" : "", qint64(node.peers.size()),
              qint64(node.alerts.size()));
    QVERIFY(tree->nodes.size() > 1);
    const auto line = timeline(*store, {}, 0, 0);
    QVERIFY(line);
    qInfo("timeline in %lld ms", timer.elapsed());
}

void TestStoryReal::largeStore()
{
    const auto store = store::Store::open(QStringLiteral(":memory:")).value();
    const auto run = [&](const QString &sql) {
        const auto done = store->write(sql);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    };
    // A million connections of a thousand devices, a hundred thousand alerts, every tenth about a connection.
    run(QStringLiteral(
        "INSERT INTO DeviceNetworkEvents (Timestamp, DeviceId, DeviceName, LocalIP, LocalPort, RemoteIP, RemotePort, "
        "Protocol, InitiatingProcessId, ReportId, InitiatingProcessFileName) SELECT 638501184000000000 + i * 6000000, "
        "'dev' || (i % 1000), 'dev' || (i % 1000), '10.0.' || (i % 1000) // 250 || '.' || (i % 250), 1024 + (i * 7) % "
        "60000, '198.51.100.' || (i % 97), 443, 'Tcp', 100 + i % 50, i, 'p.exe' FROM range(1000000) t(i)"));
    run(QStringLiteral(
        "INSERT INTO ExternalAlerts (ExternalId, Timestamp, Source, Severity, Signature, Protocol, SourceIP, "
        "SourcePort, DestinationIP, DestinationPort) SELECT 'x' || i, 638501184000000000 + i * 60000000 + 10000000, "
        "'Suricata', 'High', 's', 'Tcp', '10.0.' || (i * 10 % 1000) // 250 || '.' || (i * 10 % 250), CASE WHEN i % 10 = "
        "0 THEN 1024 + (i * 70) % 60000 ELSE 1 END, '198.51.100.' || (i * 10 % 97), 443 FROM range(100000) t(i)"));
    run(QStringLiteral(
        "INSERT INTO DeviceProcessEvents (Timestamp, DeviceId, ActionType, FileName, ProcessId, ProcessCreationTime, "
        "InitiatingProcessId) SELECT 638501184000000000 + i * 10000, 'dev1', 'ProcessCreated', 'p.exe', 1000 + i, "
        "638501184000000000 + i * 10000, 1000 + i // 3 FROM range(100000) t(i)"));
    QElapsedTimer timer;
    timer.start();
    const auto count = correlate(*store);
    QVERIFY2(count, count ? "" : qPrintable(count.error().message));
    qInfo("%lld correlated in %lld ms", *count, timer.elapsed());
    QVERIFY(*count >= 10'000);
    QVERIFY(timer.elapsed() < 60'000);
    timer.restart();
    const auto line = timeline(*store, {}, 0, 0);
    QVERIFY(line);
    QVERIFY(line->lanes[int(TimelineLane::Kind::Network)].binned);
    qInfo("timeline in %lld ms", timer.restart());
    const auto tree = processTree(*store, {QStringLiteral("dev1"), 1500, 638501184000000000 + 500 * 10000});
    QVERIFY2(tree, tree ? "" : qPrintable(tree.error().message));
    QVERIFY(tree->nodes.size() <= ProcessTreeLimits().nodes + ProcessTreeLimits().ancestors);
    qInfo("tree in %lld ms", timer.elapsed());
}

QTEST_GUILESS_MAIN(TestStoryReal)
#include "tst_story_real.moc"
