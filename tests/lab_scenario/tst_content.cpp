// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/lab_scenario/alertcheck.h"

#include "app/lab/detections/detection.h"
#include "app/lab/laboptions.h"
#include "app/lab/scenario/content.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace watchdesk;
using namespace watchdesk::lab;

/// The built-in content as a lab opens it: read only, complete, and telling the same story in events and alerts.
class TestContent : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void isKept();
    void isMadeOnceByManyAtATime();
    void alertsPointAtEvents();
    void theIntrusionIsDetected();
    void ordinaryDaysAreQuiet();
    void oneIncidentOverThreeDevices();
    void riskFollowsAlerts();
    void indicatorsHaveHits();
    void alertsHaveTheShapeOfTheApi();
    void refusesWhatIsNone();

private:
    qint64 count(const QString &sql) const;

    QTemporaryDir m_cache;
    Content m_content;
    std::shared_ptr<store::Store> m_store;
};

void TestContent::initTestCase()
{
    LabOptions options;
    options.cacheFolder = m_cache.path();
    QElapsedTimer timer;
    timer.start();
    const Result<Content> content = builtInContent(options);
    QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().message));
    m_content = *content;
    qInfo() << "made in" << timer.elapsed() << "ms";
    const auto store = store::Store::open(m_content.storePath, store::OpenMode::ReadOnly);
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().message));
    m_store = *store;
    qInfo() << alertCounts(*m_store);
}

qint64 TestContent::count(const QString &sql) const
{
    const Result<Table> rows = m_store->read(sql);
    return rows && rows->rowCount() == 1 ? rows->column(0).integer(0) : -1;
}

void TestContent::isKept()
{
    LabOptions options;
    options.cacheFolder = m_cache.path();
    const Result<Content> again = builtInContent(options);
    QVERIFY(again.has_value());
    QCOMPARE(again->storePath, m_content.storePath);
    QCOMPARE(again->sensorFiles, m_content.sensorFiles);
    QCOMPARE(again->end, m_content.end);
    QCOMPARE(again->title, m_content.title);
    QVERIFY(!again->title.isEmpty());
    QCOMPARE(again->sensorFiles.size(), 4);
    for (const QString &file : again->sensorFiles)
        QVERIFY2(QFile::exists(file), qPrintable(file));
}

void TestContent::isMadeOnceByManyAtATime()
{
    QTemporaryDir cache;
    LabOptions options;
    options.cacheFolder = cache.path();
    options.devices = 6;
    options.days = 1;
    std::array<QString, 3> paths;
    std::vector<std::thread> threads;
    for (QString &path : paths)
        threads.emplace_back(
            [&path, options] { path = builtInContent(options).map(&Content::storePath).value_or(QString()); });
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(!paths[0].isEmpty());
    QCOMPARE(paths[1], paths[0]);
    QCOMPARE(paths[2], paths[0]);
    const QDir folder(cache.filePath(QStringLiteral("lab-content")));
    QCOMPARE(folder.entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1); // nothing half-made stays
    QVERIFY(store::Store::open(paths[0], store::OpenMode::ReadOnly).has_value());
}

void TestContent::alertsPointAtEvents()
{
    QVERIFY(count(QStringLiteral("SELECT count(*) FROM AlertEvidence")) > 40);
    const QStringList missing = evidenceWithoutEvent(*m_store);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    QCOMPARE(count(QStringLiteral("SELECT count(*) FROM AlertInfo")),
             count(QStringLiteral("SELECT count(*) FROM Alerts")));
    QCOMPARE(count(QStringLiteral("SELECT count(*) FROM Alerts WHERE machineId NOT IN (SELECT id FROM Devices)")), 0);
}

void TestContent::theIntrusionIsDetected()
{
    const QMap<QString, qint64> counts = alertCounts(*m_store);
    const QStringList expected{QStringLiteral("krv-ws-0042 reversed-file-name"),
                               QStringLiteral("krv-ws-0042 payload-from-downloads"),
                               QStringLiteral("krv-ws-0042 beacon"),
                               QStringLiteral("krv-ws-0042 discovery-burst"),
                               QStringLiteral("krv-ws-0042 encoded-powershell"),
                               QStringLiteral("krv-ws-0042 archive-and-upload"),
                               QStringLiteral("krv-ws-0042 uac-bypass-registry"),
                               QStringLiteral("krv-ws-0042 scheduled-task"),
                               QStringLiteral("krv-app-03 remote-service"),
                               QStringLiteral("krv-app-03 beacon"),
                               QStringLiteral("krv-app-03 memory-dump-tool"),
                               QStringLiteral("krv-app-03 lsass-access"),
                               QStringLiteral("krv-app-03 log-cleared"),
                               QStringLiteral("krv-dc-01 remote-wmi"),
                               QStringLiteral("krv-dc-01 directory-database")};
    for (const QString &name : expected) {
        const QString key = name.section(QLatin1Char(' '), 0, 0) + QStringLiteral(".haldenmarine.example ") +
                            name.section(QLatin1Char(' '), 1);
        QVERIFY2(counts.value(key) >= 1, qPrintable(key));
    }
}

void TestContent::ordinaryDaysAreQuiet()
{
    const QString elsewhere = QStringLiteral(
        "SELECT count(*) FROM Alerts WHERE split_part(computerDnsName, '.', 1) NOT IN ('krv-ws-0042', 'krv-app-03', 'krv-dc-01')");
    QVERIFY2(count(elsewhere) <= 20, qPrintable(QString::number(count(elsewhere))));
    QCOMPARE(count(elsewhere + QStringLiteral(" AND severity IN ('High', 'Medium')")), 0);
    QVERIFY(count(QStringLiteral("SELECT count(*) FROM Alerts")) < 60);
}

void TestContent::oneIncidentOverThreeDevices()
{
    QCOMPARE(count(QStringLiteral("SELECT count(DISTINCT computerDnsName) FROM Alerts WHERE incidentId = "
                                  "(SELECT incidentId FROM Alerts WHERE detectorId = 'reversed-file-name')")),
             3);
}

void TestContent::riskFollowsAlerts()
{
    QCOMPARE(count(QStringLiteral("SELECT count(*) FROM Devices")), 240);
    QCOMPARE(count(QStringLiteral("SELECT count(*) FROM Devices WHERE riskScore = 'High'")), 3);
    QVERIFY(count(QStringLiteral("SELECT count(*) FROM Devices WHERE healthStatus = 'Inactive'")) > 0);
    QVERIFY(count(QStringLiteral("SELECT count(*) FROM Devices WHERE contains(machineTags, 'VIP')")) > 0);
    QCOMPARE(
        count(QStringLiteral(
            "SELECT count(*) FROM Devices WHERE id NOT IN (SELECT DeviceId FROM DeviceInfo) AND healthStatus <> 'Inactive'")),
        0);
}

void TestContent::indicatorsHaveHits()
{
    QCOMPARE(count(QStringLiteral("SELECT count(*) FROM Indicators")), 40);
    QVERIFY(
        count(QStringLiteral(
            "SELECT count(*) FROM Indicators WHERE indicatorValue IN (SELECT RemoteIP FROM DeviceNetworkEvents)")) >=
        3);
    QVERIFY(
        count(QStringLiteral(
            "SELECT count(*) FROM Indicators WHERE indicatorValue IN (SELECT RemoteUrl FROM DeviceNetworkEvents)")) >=
        3);
    QVERIFY(count(QStringLiteral(
                "SELECT count(*) FROM Indicators WHERE indicatorValue IN (SELECT SHA256 FROM DeviceProcessEvents)")) >=
            1);
    const Result<Table> soon = m_store->read(QStringLiteral("SELECT count(*) FROM Indicators WHERE expirationTime < ?"),
                                             {m_content.end + 2 * kTicksPerDay});
    QVERIFY(soon.has_value() && soon->column(0).integer(0) >= 3);
}

void TestContent::alertsHaveTheShapeOfTheApi()
{
    const Result<Table> rows = m_store->read(QStringLiteral(
        "SELECT id, evidence, mitreTechniques, relatedUser FROM Alerts WHERE detectorId = 'reversed-file-name'"));
    QVERIFY(rows.has_value() && rows->rowCount() == 1);
    QVERIFY2(QRegularExpression(QStringLiteral("^da[0-9]{18}_-?[0-9]+$")).match(rows->column(0).string(0)).hasMatch(),
             qPrintable(rows->column(0).string(0)));
    const QJsonArray evidence = jsonFromText(rows->column(1).text(0)).toArray();
    QSet<QString> types;
    for (const QJsonValue &entry : evidence)
        types.insert(entry.toObject().value(QStringLiteral("entityType")).toString());
    QCOMPARE(types, (QSet<QString>{QStringLiteral("Process"), QStringLiteral("File"), QStringLiteral("User")}));
    QCOMPARE(jsonFromText(rows->column(2).text(0)).toArray().first().toString(), QStringLiteral("T1036.002"));
    QCOMPARE(jsonFromText(rows->column(3).text(0)).toObject().value(QStringLiteral("domainName")).toString(),
             QStringLiteral("haldenmarine"));
}

void TestContent::refusesWhatIsNone()
{
    LabOptions options;
    options.cacheFolder = m_cache.path();
    options.scenario = QStringLiteral("nothing-of-that-name");
    QCOMPARE(builtInContent(options).error().kind, Error::Kind::InvalidInput);
    options.scenario.clear();
    options.devices = -1;
    QCOMPARE(builtInContent(options).error().kind, Error::Kind::InvalidInput);
    QVERIFY(!detectionFromText(QStringLiteral("// id: x\nDeviceEvents")).has_value());
    QTemporaryDir folder;
    QCOMPARE(recordedContent(folder.path(), m_cache.path()).error().kind, Error::Kind::Unreadable);
    QCOMPARE(recordedContent(folder.filePath(QStringLiteral("absent")), m_cache.path()).error().kind,
             Error::Kind::NotFound);
    QFile file(folder.filePath(QStringLiteral("notes.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("neither one nor the other\n") > 0);
    file.close();
    QCOMPARE(recordedContent(folder.path(), m_cache.path()).error().kind, Error::Kind::Unreadable);
}

QTEST_GUILESS_MAIN(TestContent)
#include "tst_content.moc"
