// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/intake.h"
#include "app/store/store.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::intake;

namespace {

QString dataFolder() { return QStringLiteral(WATCHDESK_SOURCE_DIR "/../shared/data"); }

struct Run
{
    std::shared_ptr<store::Store> store;
    QList<FileReport> reports;
    QString error;
    qint64 milliseconds = 0;

    const FileReport &report(const QString &name) const
    {
        for (const auto &each : reports) {
            if (each.file.contains(name))
                return each;
        }
        return reports.front();
    }
    qint64 number(const QString &sql) const
    {
        const auto table = store->read(sql);
        if (!table)
            qWarning("%s", qPrintable(table.error().message));
        return table && table->rowCount() == 1 ? table->column(0).integer(0) : -1;
    }
};

Run takenIn(const QStringList &paths, const Options &options = {})
{
    Run run;
    run.store = store::Store::open(QStringLiteral(":memory:")).value();
    QElapsedTimer timer;
    timer.start();
    auto reports = Intake(run.store).take(paths, options);
    run.milliseconds = timer.elapsed();
    if (reports)
        run.reports = *reports;
    else
        run.error = reports.error().message;
    return run;
}

} // namespace

/// Recorded captures, where they are at hand: counts, clock correction, and agreement with the network's view.
class TestIntakeReal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void campaigns_data();
    void campaigns();
    void sysmonCounts_data();
    void sysmonCounts();
    void allTelemetry();
    void sensors_data();
    void sensors();
    void takingTwiceChangesNothing();
};

void TestIntakeReal::initTestCase()
{
    if (!QDir(dataFolder()).exists())
        QSKIP("The folder with recorded captures is not there");
}

void TestIntakeReal::campaigns_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("events");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("found");
    QTest::addColumn<int>("connections");
    QTest::newRow("01") << "lsass-campaign-01-logonpasswords" << 53698 << 68400 << 96 << 140;
    QTest::newRow("03") << "lsass-campaign-03-comsvcs" << 41954 << 25200 << 109 << 159;
    QTest::newRow("04") << "lsass-campaign-04-out-minidump" << 40568 << 68400 << 101 << 121;
    QTest::newRow("05") << "lsass-campaign-05-sharpdump" << 59707 << 68400 << 863 << 889;
}

void TestIntakeReal::campaigns()
{
    QFETCH(QString, folder);
    QFETCH(int, events);
    QFETCH(int, offset);
    QFETCH(int, found);
    QFETCH(int, connections);
    const QString path = dataFolder() + QStringLiteral("/telemetry/") + folder;
    const Run host = takenIn({path + QStringLiteral("/host-events.jsonl.gz"), path + QStringLiteral("/zeek")});
    QVERIFY2(host.error.isEmpty(), qPrintable(host.error));
    const FileReport &report = host.report(QStringLiteral("host-events"));
    QCOMPARE(report.records, qint64(events));
    QCOMPARE(report.refused, qint64(0));
    QCOMPARE(report.taken, qint64(events));
    QCOMPARE(report.clockOffset, Ticks(offset) * kTicksPerSecond);
    qInfo("%s: %lld ms", qPrintable(folder), host.milliseconds);
    for (const auto &each : host.reports)
        QVERIFY2(each.refused == 0, qPrintable(each.file));

    const QString sysmon =
        QStringLiteral("SELECT count(*) FROM DeviceNetworkEvents d WHERE AdditionalFields LIKE '%sysmon:3\"%'");
    QCOMPARE(host.number(sysmon), qint64(connections));
    // In the direction of who opened the connection; a few more are found the other way round. The published figures
    // compare addresses as text, which misses IPv6: Sysmon writes it in full, Zeek in short.
    const QString inZeek = QStringLiteral(
        " AND EXISTS (SELECT 1 FROM Flows f WHERE f.Protocol = d.Protocol AND CASE WHEN d.ActionType = 'ConnectionSuccess' "
        "THEN f.SourceIP = d.LocalIP AND f.SourcePort = d.LocalPort AND f.DestinationIP = d.RemoteIP AND "
        "f.DestinationPort = d.RemotePort ELSE f.SourceIP = d.RemoteIP AND f.SourcePort = d.RemotePort AND "
        "f.DestinationIP = d.LocalIP AND f.DestinationPort = d.LocalPort END%1)");
    QCOMPARE(host.number(sysmon + inZeek.arg(QStringLiteral(" AND f.SourceIP NOT LIKE '%:%'"))), qint64(found));
    QVERIFY(host.number(sysmon + inZeek.arg(QString())) > found);
    // The corrected clocks agree: nearly all within a minute of the flow's beginning or end.
    const qint64 near = host.number(
        sysmon + inZeek.arg(QStringLiteral(" AND d.Timestamp BETWEEN f.Timestamp - 600000000 AND f.Timestamp + "
                                           "coalesce(f.Duration, 0) + 600000000")));
    QVERIFY2(near * 10 >= found * 9, qPrintable(QString::number(near)));
}

void TestIntakeReal::sysmonCounts_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("counts"); // source=n, as AdditionalFields has it, or Table=n
    QTest::newRow("01")
        << "telemetry/lsass-campaign-01-logonpasswords/host-events.jsonl.gz"
        << "sysmon:1=269 sysmon:2=30 sysmon:3=140 sysmon:8=1 sysmon:10=30414 sysmon:11=279 sysmon:15=6 "
           "sysmon:17=46 sysmon:18=1587 sysmon:22=51 sysmon:23=45 sysmon:26=75 DeviceImageLoadEvents=8033 "
           "DeviceRegistryEvents=6476 raw:5=252 raw:9=102 raw:28=98 security:4624=5 security:4648=1 "
           "security:4697=1 security:4702=1 raw:7045=1 raw:4658=466";
    QTest::newRow("05")
        << "telemetry/lsass-campaign-05-sharpdump/host-events.jsonl.gz"
        << "sysmon:1=122 sysmon:2=31 sysmon:3=889 sysmon:8=1 sysmon:10=30619 sysmon:11=2622 sysmon:15=8 "
           "sysmon:17=51 sysmon:18=165 sysmon:22=441 sysmon:23=78 sysmon:26=37 DeviceImageLoadEvents=18137 "
           "DeviceRegistryEvents=4059 raw:5=109 raw:9=86 raw:28=66";
    QTest::newRow("purplesharp")
        << "telemetry/atomic/lateral_movement__purplesharp_ad_playbook_I.jsonl.gz"
        << "sysmon:1=24 sysmon:3=126 sysmon:10=344 sysmon:11=628 sysmon:17=16 sysmon:18=44 "
           "sysmon:22=13 sysmon:23=207 DeviceImageLoadEvents=1537 DeviceRegistryEvents=19052 "
           "security:4624=49 security:4625=7 security:4769=17 security:4776=7 raw:5140=3 raw:5145=3";
}

void TestIntakeReal::sysmonCounts()
{
    QFETCH(QString, file);
    QFETCH(QString, counts);
    const Run run = takenIn({dataFolder() + u'/' + file});
    QVERIFY2(run.error.isEmpty(), qPrintable(run.error));
    const QStringList tables = {QStringLiteral("DeviceProcessEvents"), QStringLiteral("DeviceFileEvents"),
                                QStringLiteral("DeviceNetworkEvents"), QStringLiteral("DeviceEvents"),
                                QStringLiteral("DeviceLogonEvents"),   QStringLiteral("IdentityLogonEvents")};
    for (const QString &pair : counts.split(u' ')) {
        const QString key = pair.section(u'=', 0, 0);
        qint64 count = 0;
        if (key.startsWith(u"raw:")) {
            count = run.number(QStringLiteral("SELECT count(*) FROM RawEvents WHERE EventId = ") + key.mid(4));
        } else if (key.contains(u':')) {
            for (const QString &table : tables)
                count += run.number(QStringLiteral("SELECT count(*) FROM %1 WHERE starts_with(AdditionalFields, "
                                                   "'{\"Source\":\"%2\"')")
                                        .arg(table, key));
        } else {
            count = run.number(QStringLiteral("SELECT count(*) FROM ") + key);
        }
        QVERIFY2(count == pair.section(u'=', 1).toLongLong(),
                 qPrintable(pair + QStringLiteral(" but ") + QString::number(count)));
    }
}

/// Nothing of any recorded log is refused without a reason, and every record is somewhere.
void TestIntakeReal::allTelemetry()
{
    const QString telemetry = dataFolder() + QStringLiteral("/telemetry/");
    const Run run = takenIn({telemetry + QStringLiteral("atomic"), telemetry + QStringLiteral("attack-range-nxlog"),
                             telemetry + QStringLiteral("log4shell"),
                             telemetry + QStringLiteral("sigma-regression/samples.jsonl.gz")});
    QVERIFY2(run.error.isEmpty(), qPrintable(run.error));
    qint64 records = 0, rows = 0;
    for (const auto &report : run.reports) {
        if (report.format.isEmpty())
            continue;
        for (const auto &error : report.errors)
            qWarning("%s:%s %s", qPrintable(report.file), qPrintable(error.context.value(QStringLiteral("line"))),
                     qPrintable(error.message));
        QCOMPARE(report.refused, qint64(0));
        records += report.records;
        for (qint64 count : report.rows)
            rows += count;
    }
    qInfo("%lld records, %lld rows, %lld ms", records, rows, run.milliseconds);
    QCOMPARE(records, qint64(124682 + 17225 + 674 + 124));
    // A script in parts is one row.
    QVERIFY(rows <= records && rows > records * 99 / 100);
}

void TestIntakeReal::sensors_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("records");
    QTest::addColumn<int>("alerts");
    QTest::addColumn<int>("flows");
    QTest::newRow("eve") << "external/suricata-eve" << 387 << 387 << 0;
    QTest::newRow("zeek-wrccdc") << "external/zeek-wrccdc-2018" << -1 << -1 << 0;
    QTest::newRow("zeek-apt29") << "external/zeek-apt29-day1" << 2140 << -1 << 613;
}

void TestIntakeReal::sensors()
{
    QFETCH(QString, path);
    QFETCH(int, records);
    QFETCH(int, alerts);
    QFETCH(int, flows);
    const Run run = takenIn({dataFolder() + u'/' + path});
    QVERIFY2(run.error.isEmpty(), qPrintable(run.error));
    qint64 count = 0;
    for (const auto &report : run.reports) {
        QVERIFY2(report.refused == 0, qPrintable(report.file));
        count += report.records;
    }
    const qint64 inAlerts = run.number(QStringLiteral("SELECT count(*) FROM ExternalAlerts"));
    const qint64 inFlows = run.number(QStringLiteral("SELECT count(*) FROM Flows"));
    const qint64 raw = run.number(QStringLiteral("SELECT count(*) FROM RawEvents"));
    qInfo("%lld records: %lld alerts, %lld flows, %lld raw, %lld ms", count, inAlerts, inFlows, raw, run.milliseconds);
    if (records >= 0)
        QCOMPARE(count, qint64(records));
    if (alerts >= 0)
        QCOMPARE(inAlerts, qint64(alerts));
    QCOMPARE(inFlows, qint64(flows));
    QVERIFY(inAlerts + inFlows + raw >= count); // an executable in http is both
    QCOMPARE(run.number(QStringLiteral("SELECT count(*) FROM ExternalAlerts WHERE Timestamp IS NULL")), qint64(0));
}

void TestIntakeReal::takingTwiceChangesNothing()
{
    const QString folder = dataFolder() + QStringLiteral("/telemetry/lsass-campaign-03-comsvcs");
    const Run run = takenIn({folder + QStringLiteral("/zeek"), folder + QStringLiteral("/host-events.jsonl.gz")});
    const QString sql = QStringLiteral("SELECT (SELECT count(*) FROM ExternalAlerts) + (SELECT count(*) FROM Flows) + "
                                       "(SELECT count(*) FROM RawEvents) + (SELECT count(*) FROM DeviceEvents)");
    const qint64 before = run.number(sql);
    QVERIFY(before > 1000);
    const auto again =
        Intake(run.store).take({folder + QStringLiteral("/zeek"), folder + QStringLiteral("/host-events.jsonl.gz")});
    QVERIFY(again);
    for (const auto &report : *again)
        QVERIFY2(report.alreadyTaken, qPrintable(report.file));
    QCOMPARE(run.number(sql), before);
}

QTEST_GUILESS_MAIN(TestIntakeReal)
#include "tst_intake_real.moc"
