// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/client.h"
#include "app/lab/lab.h"
#include "app/response/audit.h"
#include "app/response/gate.h"
#include "app/store/store.h"
#include "tests/defender/waiting.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::response;
using namespace watchdesk::test;
using namespace std::chrono_literals;

/// The client and the gate against the lab tenant, from sign-in to the end of an isolation and back.
class TestGateLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void loadsEntities();
    void hunts();
    void isolatesAndReleases();
    void carriesOutDeviceActions_data();
    void carriesOutDeviceActions();
    void performsOperations();

private:
    void load(const QString &resource);

    QTemporaryDir m_folder;
    std::unique_ptr<lab::Lab> m_lab;
    std::unique_ptr<defender::Client> m_client;
    std::shared_ptr<store::Store> m_store;
};

void TestGateLab::initTestCase()
{
    lab::LabOptions options;
    options.devices = 12;
    options.days = 1;
    options.pageSize = 5;
    options.cacheFolder = m_folder.filePath(QStringLiteral("cache"));
    options.actionTimes = {100, 100, 500};
    auto lab = lab::Lab::start(options);
    QVERIFY2(lab.has_value(), lab ? "" : qPrintable(lab.error().message));
    m_lab = std::move(*lab);
    m_client = std::make_unique<defender::Client>(defender::Connection{
        m_lab->url(), m_lab->authority(), m_lab->tenantId(), m_lab->clientId(), m_lab->clientSecret()});
    auto store = store::Store::open(QStringLiteral(":memory:"));
    QVERIFY(store.has_value());
    m_store = *store;
}

void TestGateLab::load(const QString &resourceName)
{
    const defender::Resource &resource = *defender::resourceNamed(resourceName);
    defender::ListOptions options;
    options.top = 5;
    int pages = 0;
    const auto future = m_client->list(resourceName, options, [&](const QJsonArray &) { ++pages; });
    QVERIFY(waitFor(future));
    QVERIFY2(future.result().has_value(), future.result() ? "" : qPrintable(future.result().error().message));
    QList<Error> bad;
    const Table table = defender::tableFromJson(resource, *future.result(), &bad);
    QVERIFY2(bad.isEmpty(), bad.isEmpty() ? "" : qPrintable(bad.first().message));
    QCOMPARE(table.rowCount(), future.result()->size());
    QVERIFY(m_store->ensureTable(defender::tableSchema(resource), resource.key).has_value());
    QVERIFY(m_store->upsert(resource.table, table, resource.key).has_value());
}

void TestGateLab::loadsEntities()
{
    for (const char *name : {"machines", "alerts", "indicators", "machineactions"})
        load(QLatin1String(name));
    const auto devices = m_store->read(QStringLiteral("SELECT count(DISTINCT id) FROM \"Devices\""));
    QVERIFY(devices.has_value());
    QVERIFY(devices->column(0).integer(0) >= 12);
}

void TestGateLab::hunts()
{
    const auto future = m_client->hunt(QStringLiteral("DeviceInfo | summarize n = count() by OSPlatform"));
    QVERIFY(waitFor(future));
    QVERIFY2(future.result().has_value(), future.result() ? "" : qPrintable(future.result().error().message));
    QVERIFY(future.result()->indexOf(QStringLiteral("n")) >= 0);
    const auto wrong = m_client->hunt(QStringLiteral("DeviceInfo | nonsense"));
    QVERIFY(waitFor(wrong));
    QCOMPARE(kindName(wrong.result().error().kind), QStringLiteral("invalidInput"));
}

void TestGateLab::carriesOutDeviceActions_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QJsonObject>("parameters");
    QTest::addColumn<QString>("type");
    const QJsonArray script{QJsonObject{
        {QStringLiteral("type"), QStringLiteral("GetFile")},
        {QStringLiteral("params"), QJsonArray{QJsonObject{{QStringLiteral("key"), QStringLiteral("Path")},
                                                          {QStringLiteral("value"), QStringLiteral("C:\\no.txt")}}}}}};
    QTest::newRow("scan") << QStringLiteral("scan") << QJsonObject() << QStringLiteral("RunAntiVirusScan");
    QTest::newRow("restrict") << QStringLiteral("restrict") << QJsonObject() << QStringLiteral("RestrictCodeExecution");
    QTest::newRow("unrestrict") << QStringLiteral("unrestrict") << QJsonObject()
                                << QStringLiteral("UnrestrictCodeExecution");
    QTest::newRow("collect") << QStringLiteral("collect") << QJsonObject()
                             << QStringLiteral("CollectInvestigationPackage");
    QTest::newRow("quarantine") << QStringLiteral("quarantine")
                                << QJsonObject{{QStringLiteral("Sha1"), QString(40, u'a')}}
                                << QStringLiteral("StopAndQuarantineFile");
    QTest::newRow("live response") << QStringLiteral("live-response")
                                   << QJsonObject{{QStringLiteral("Commands"), script}}
                                   << QStringLiteral("LiveResponse");
}

void TestGateLab::carriesOutDeviceActions()
{
    QFETCH(QString, action);
    QFETCH(QJsonObject, parameters);
    QFETCH(QString, type);
    const auto device = m_store->read(QStringLiteral(
        "SELECT id FROM \"Devices\" WHERE \"healthStatus\" = 'Active' AND \"osPlatform\" = 'Windows11' LIMIT 1"));
    QVERIFY(device && device->rowCount() == 1);
    auto audit = Audit::open(m_folder.filePath(QStringLiteral("audit.jsonl")), m_lab->tenantId());
    QVERIFY(audit.has_value());
    Gate gate(*m_client, m_store, **audit);
    gate.setClock(m_lab->clock());
    gate.setPollTimes({50ms, 100ms, 20s});
    const ActionRequest request{action, device->display(0, 0), QStringLiteral("test"), parameters, {}};
    const DryRun sheet = gate.dryRun(request);
    QVERIFY2(!sheet.isRefused(), qPrintable(sheet.refusals().join(u' ')));
    QVERIFY(!sheet.consequence.isEmpty() && sheet.title.endsWith(u'?'));
    const auto run = gate.run(request);
    QVERIFY(waitFor(run));
    QVERIFY2(run.result().has_value(), run.result() ? "" : qPrintable(run.result().error().message));
    QCOMPARE(run.result()->type, type);
    // A file that is not there ends a live response as failed.
    QCOMPARE(run.result()->status,
             type == QStringLiteral("LiveResponse") ? QStringLiteral("Failed") : QStringLiteral("Succeeded"));
}

void TestGateLab::performsOperations()
{
    const QString path = m_folder.filePath(QStringLiteral("operations.jsonl"));
    auto audit = Audit::open(path, m_lab->tenantId());
    QVERIFY(audit.has_value());
    Gate gate(*m_client, m_store, **audit);
    const auto alert = m_store->read(QStringLiteral("SELECT id FROM \"Alerts\" LIMIT 1"));
    QVERIFY(alert && alert->rowCount() == 1);
    OperationRequest request{QStringLiteral("updateAlert"),
                             alert->display(0, 0),
                             {{QStringLiteral("status"), QStringLiteral("Resolved")}},
                             {},
                             {}};
    QVERIFY(gate.dryRunOperation(request).isRefused()); // no reason
    request.comment = QStringLiteral("because");
    QCOMPARE(gate.dryRunOperation(request).body.value(QStringLiteral("comment")).toString(), request.comment);
    const auto done = gate.perform(request);
    QVERIFY(waitFor(done));
    QVERIFY2(done.result().has_value(), done.result() ? "" : qPrintable(done.result().error().message));
    QCOMPARE(done.result()->value(QStringLiteral("status")).toString(), QStringLiteral("Resolved"));
    request.body = {{QStringLiteral("Status"), QStringLiteral("New")}};
    const auto wrong = gate.perform(request);
    QVERIFY(waitFor(wrong));
    QCOMPARE(kindName(wrong.result().error().kind), QStringLiteral("refused"));
    const auto checked = Audit::verify(path);
    QVERIFY(checked && checked->intact);
    QCOMPARE(checked->records, 6); // genesis, asked, sent, answered, asked, refused
}

void TestGateLab::isolatesAndReleases()
{
    const auto device = m_store->read(
        QStringLiteral("SELECT id FROM \"Devices\" WHERE \"healthStatus\" = 'Active' AND "
                       "\"onboardingStatus\" = 'Onboarded' AND \"osPlatform\" IN ('Windows10', 'Windows11') LIMIT 1"));
    QVERIFY(device && device->rowCount() == 1);
    auto audit = Audit::open(m_folder.filePath(QStringLiteral("audit.jsonl")), m_lab->tenantId());
    QVERIFY(audit.has_value());
    Gate gate(*m_client, m_store, **audit);
    gate.setClock(m_lab->clock());
    gate.setPollTimes({50ms, 100ms, 20s});
    ActionRequest request{QStringLiteral("isolate"), device->display(0, 0), QStringLiteral("test"), {}, {}};
    QVERIFY2(!gate.dryRun(request).isRefused(), qPrintable(gate.dryRun(request).refusals().join(u' ')));
    const auto isolation = gate.run(request);
    QVERIFY(waitFor(isolation));
    QVERIFY2(isolation.result().has_value(), isolation.result() ? "" : qPrintable(isolation.result().error().message));
    QCOMPARE(isolation.result()->status, QStringLiteral("Succeeded"));
    request.action = QStringLiteral("release");
    QVERIFY(!gate.dryRun(request).hasWarnings()); // it is isolated, so there is something to release
    const auto release = gate.run(request);
    QVERIFY(waitFor(release));
    QCOMPARE(release.result()->type, QStringLiteral("Unisolate"));
    QCOMPARE(release.result()->status, QStringLiteral("Succeeded"));
    const auto report = Audit::verify((*audit)->path());
    QVERIFY(report->intact);
    QCOMPARE(report->records, 9);
}

QTEST_GUILESS_MAIN(TestGateLab)
#include "tst_gatelab.moc"
