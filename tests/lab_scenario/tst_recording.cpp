// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/lab_scenario/alertcheck.h"

#include "app/lab/scenario/content.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::lab;

/// Recorded telemetry that is kept outside the repository: which detections fire where, and how quiet they are.
class TestRecording : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recorded_data();
    void recorded();

private:
    QTemporaryDir m_cache;
};

void TestRecording::recorded_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("detectors"); // each must fire on some device
    QTest::addColumn<int>("mostAlerts");
    QTest::addColumn<bool>("hasSensors");
    const auto row = [](const char *path, const char *detectors, int most, bool hasSensors) {
        QTest::newRow(path) << QString::fromLatin1(path)
                            << QString::fromLatin1(detectors).split(QLatin1Char(' '), Qt::SkipEmptyParts) << most
                            << hasSensors;
    };
    row("lsass-campaign-01-logonpasswords", "lsass-access", 30, true);
    row("lsass-campaign-03-comsvcs", "lsass-access memory-dump-tool", 30, true);
    row("lsass-campaign-04-out-minidump", "lsass-access", 30, true);
    row("lsass-campaign-05-sharpdump", "lsass-access memory-dump-tool", 30, true);
    row("atomic/credential_access__psh_lsass_memory_dump_comsvcs.jsonl.gz", "memory-dump-tool", 8, false);
    row("atomic/lateral_movement__empire_psexec_dcerpc_tcp_svcctl.jsonl.gz", "encoded-powershell", 8, false);
    row("atomic/privilege_escalation__empire_uac_shellapi_fodhelper.jsonl.gz", "uac-bypass-registry", 8, false);
    row("atomic/defense_evasion__psh_mavinject_dll_notepad.jsonl.gz", "trusted-program-proxy", 8, false);
    row("attack-range-nxlog", "", 40, false);
}

void TestRecording::recorded()
{
    QFETCH(QString, path);
    QFETCH(QStringList, detectors);
    QFETCH(int, mostAlerts);
    QFETCH(bool, hasSensors);
    const QString source = QDir(QStringLiteral(WATCHDESK_SOURCE_DIR "/../shared/data/telemetry")).filePath(path);
    if (!QFileInfo::exists(source))
        QSKIP("The recorded telemetry is not on this computer.");
    QElapsedTimer timer;
    timer.start();
    const Result<Content> content = recordedContent(source, m_cache.path());
    QVERIFY2(content.has_value(),
             content ? "" : qPrintable(content.error().message + content.error().context.value(QStringLiteral("sql"))));
    const qint64 made = timer.restart();
    QVERIFY(recordedContent(source, m_cache.path()).has_value());
    QVERIFY(timer.elapsed() < 1'000);
    const auto store = store::Store::open(content->storePath, store::OpenMode::ReadOnly);
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().message));
    const QMap<QString, qint64> counts = alertCounts(**store);
    qInfo() << "made in" << made << "ms, ends" << isoFromTicks(content->end) << counts;
    QCOMPARE(content->sensorFiles.isEmpty(), !hasSensors);
    qint64 all = 0;
    QSet<QString> fired;
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        all += it.value();
        fired.insert(it.key().section(QLatin1Char(' '), -1));
    }
    for (const QString &detector : detectors)
        QVERIFY2(fired.contains(detector), qPrintable(detector));
    QVERIFY2(all <= mostAlerts, qPrintable(QString::number(all)));
    const QStringList missing = evidenceWithoutEvent(**store);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    const Result<Table> devices = (*store)->read(QStringLiteral(
        "SELECT computerDnsName, osPlatform, lastIpAddress, riskScore, ipAddresses FROM Devices ORDER BY 1"));
    QVERIFY(devices.has_value() && devices->rowCount() > 0);
    for (qsizetype row = 0; row < devices->rowCount(); ++row)
        qInfo() << devices->display(row, 0) << devices->display(row, 1) << devices->display(row, 2)
                << devices->display(row, 3);
}

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"
