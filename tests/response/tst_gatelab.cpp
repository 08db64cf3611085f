// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/client.h"
#include "app/lab/lab.h"
#include "app/response/audit.h"
#include "app/response/gate.h"
#include "app/store/store.h"
#include "tests/defender/waiting.h"

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
