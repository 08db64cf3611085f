// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/client.h"
#include "app/hunt/tenantengine.h"
#include "app/response/gate.h"
#include "app/session/session.h"
#include "app/store/store.h"
#include "tests/defender/waiting.h"
#include "tests/lab/labclient.h"
#include "tests/lab/labcontent.h"

#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::test;
using namespace std::chrono_literals;

namespace {

constexpr int kMachines = 25;
constexpr int kEvents = 19; ///< of the last thirty days
constexpr int kIndicators = 5;
constexpr int kIndicatorCalls = 3;

QString indicatorValue(int call, int i) { return QStringLiteral("203.0.113.%1").arg(call * kIndicators + i + 1); }

QJsonArray machines()
{
    QJsonArray all;
    for (int i = 0; i < kMachines; ++i)
        all.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("m%1").arg(i)},
                               {QStringLiteral("computerDnsName"), QStringLiteral("host%1").arg(i)},
                               {QStringLiteral("osPlatform"), QStringLiteral("Windows11")},
                               {QStringLiteral("version"), QStringLiteral("22H2")},
                               {QStringLiteral("onboardingStatus"), QStringLiteral("Onboarded")},
                               {QStringLiteral("healthStatus"), QStringLiteral("Active")}});
    return all;
}

QJsonObject dials(const char *json) { return QJsonDocument::fromJson(json).object(); }

} // namespace

/// Every way in which a service goes wrong, against everything that is done with it: the state at the end is the right
/// one, nothing is done twice, nothing is lost without being said, the quotas are kept, and what is said is clear.
/// The lab counts as the documentation says, so one call too many would be refused.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void sync_data() { everyDial({QStringLiteral("/api")}); }
    void sync();
    void hunt_data() { everyDial({QStringLiteral("/api"), QStringLiteral("/v1.0")}); }
    void hunt();
    void isolate_data()
    {
        everyDial({QStringLiteral("/api/machines/m3/isolate"), QStringLiteral("/api/machineactions")});
    }
    void isolate();
    void importIndicators_data() { everyDial({QStringLiteral("/api")}); }
    void importIndicators();

private:
    /// A row for each dial and each of these places that it is turned for.
    void everyDial(const QStringList &paths);
    void turn(const QJsonObject &settings)
    {
        QCOMPARE(m_raw->own("POST", QStringLiteral("/lab/faults"), settings).status, 200);
    }
    void calm() { QCOMPARE(m_raw->own("DELETE", QStringLiteral("/lab/faults")).status, 200); }
    qint64 rows(const QString &sql) const
    {
        const auto read = m_session->store()->read(sql);
        return read && read->rowCount() > 0 ? read->column(0).integer(0) : -1;
    }
    static bool isClear(const Error &error)
    {
        return error.kind != Error::Kind::Internal && error.message.size() > 10 &&
               !error.message.contains(QStringLiteral("Bearer"));
    }
    /// Refused calls that no dial made: the client went over a quota.
    int overQuota();

    QTemporaryDir m_folder;
    int m_round = 0;
    Result<lab::Content> m_content;
    std::unique_ptr<lab::Lab> m_lab;
    std::unique_ptr<lab::LabClient> m_raw;
    std::shared_ptr<session::Session> m_session;
};

void TestFaults::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
    qputenv("WATCHDESK_KEYCHAIN", "memory");
    m_content = lab::smallContent(m_folder.path(), machines());
    QVERIFY2(m_content, m_content ? "" : qPrintable(m_content.error().message));
}

/// A tenant, a store and quotas of its own for each case.
void TestFaults::init()
{
    lab::LabOptions options;
    // Two whole syncs take more hunts than a minute has; that they wait for the next one is seen once.
    const bool isSync = QByteArray(QTest::currentTestFunction()) == "sync";
    options.documentedQuotas = !isSync || QByteArray(QTest::currentDataTag()).startsWith("none");
    options.actionTimes = {50, 50, 500};
    auto lab = lab::Lab::startWith(*m_content, options);
    QVERIFY(lab);
    m_lab = std::move(*lab);
    m_raw = std::make_unique<lab::LabClient>(*m_lab);
    session::SessionOptions to;
    to.apiUrl = m_lab->url();
    to.authority = m_lab->authority();
    to.tenantId = m_lab->tenantId();
    to.clientId = m_lab->clientId();
    to.secret = m_lab->clientSecret();
    to.storePath = m_folder.filePath(QStringLiteral("store%1.duckdb").arg(++m_round));
    const auto opened = session::Session::open(to);
    QVERIFY(waitFor(opened));
    QVERIFY2(opened.result(), opened.result() ? "" : qPrintable(opened.result().error().message));
    m_session = *opened.result();
}

void TestFaults::cleanup()
{
    m_session.reset();
    m_raw.reset();
    m_lab.reset();
}

void TestFaults::everyDial(const QStringList &paths)
{
    QTest::addColumn<QJsonObject>("settings");
    const auto row = [&paths](const char *name, const char *json) {
        for (const QString &path : paths) {
            const QByteArray here = QByteArray(json).replace("/api", path.toLatin1());
            if (path == paths.first() || here != json)
                QTest::addRow("%s at %s", name, qPrintable(path)) << dials(here.constData());
        }
    };
    row("none", "{}");
    row("latency", R"({"latency":60})");
    row("throttling", R"({"next":[{"kind":"throttle","count":3,"retryAfter":1,"path":"/api"}]})");
    row("throttled sign-in", R"({"next":[{"kind":"throttle","count":2,"retryAfter":1}]})");
    row("500", R"({"next":[{"kind":"status","status":500,"count":2,"path":"/api"}]})");
    row("503", R"({"next":[{"kind":"status","status":503,"count":2,"path":"/api"}]})");
    row("cut", R"({"next":[{"kind":"cut","after":200,"count":2,"path":"/api"}]})");
    row("dropped reply", R"({"next":[{"kind":"drop","path":"/api"}]})");
    row("doubled request", R"({"next":[{"kind":"twice","count":2,"path":"/api"}]})");
    row("doubled row", R"({"next":[{"kind":"duplicate","count":3,"path":"/api"}]})");
    row("other order", R"({"next":[{"kind":"reorder","count":3,"path":"/api"}]})");
    row("half an answer", R"({"next":[{"kind":"garble","path":"/api"}]})");
    row("expired token", R"({"next":[{"kind":"expire","path":"/api"}]})");
    row("stall", R"({"next":[{"kind":"stall","milliseconds":700,"path":"/api"}]})");
    row("clock behind", R"({"skew":-3000})");
    row("clock ahead", R"({"skew":3000})");
    row("outage", R"({"outage":900})");
}

int TestFaults::overQuota()
{
    const QJsonObject calls = m_raw->own("GET", QStringLiteral("/lab/calls")).json();
    int refused = 0;
    for (const QJsonValue &operation : calls)
        refused += operation[QStringLiteral("refused")].toInt();
    return refused;
}

void TestFaults::sync()
{
    QFETCH(QJsonObject, settings);
    turn(settings);
    const auto first = m_session->sync();
    QVERIFY(waitFor(first, 120s));
    calm();
    const auto report = first.result();
    QVERIFY(report);
    const bool saysComplete = report->errors.isEmpty();
    for (const Error &error : report->errors)
        QVERIFY2(isClear(error), qPrintable(error.message));
    const auto hasAll = [this] {
        return rows(QStringLiteral("SELECT count(*) FROM \"Devices\"")) == kMachines &&
               rows(QStringLiteral("SELECT count(DISTINCT id) FROM \"Devices\"")) == kMachines &&
               rows(QStringLiteral("SELECT count(*) FROM \"DeviceProcessEvents\"")) == kEvents;
    };
    QVERIFY2(!saysComplete || hasAll(), "it says that it is complete and is not");
    // Whatever was missing comes with the next one; nothing comes twice.
    const auto second = m_session->sync();
    QVERIFY(waitFor(second, 120s));
    QVERIFY2(second.result() && second.result()->errors.isEmpty(),
             second.result() && !second.result()->errors.isEmpty() ? qPrintable(second.result()->errors.first().message)
                                                                   : "");
    QVERIFY(hasAll());
    QCOMPARE(overQuota(), 0);
}

void TestFaults::hunt()
{
    QFETCH(QJsonObject, settings);
    turn(settings);
    for (const auto way : {hunt::TenantEngine::Way::Defender, hunt::TenantEngine::Way::Graph}) {
        hunt::TenantEngine engine(*m_session->client(), way);
        const auto future = engine.run(QStringLiteral("DeviceProcessEvents | project ProcessId"), {});
        QVERIFY(waitFor(future, 60s));
        const auto result = future.result();
        if (result)
            QCOMPARE(result->table->rowCount(), kEvents);
        else
            QVERIFY2(isClear(result.error()), qPrintable(result.error().message));
        // What passes is not worth an error: hunting may be asked again.
        const bool isPassing = !QByteArray(QTest::currentDataTag()).startsWith("half an answer");
        QVERIFY2(result || !isPassing, result ? "" : qPrintable(result.error().message));
    }
    calm();
    QCOMPARE(overQuota(), 0);
}

void TestFaults::isolate()
{
    QFETCH(QJsonObject, settings);
    const auto loaded = m_session->sync(
        session::SyncScope::onlyEntities({QStringLiteral("Devices"), QStringLiteral("MachineActions")}));
    QVERIFY(waitFor(loaded, 60s));
    response::Gate &gate = *m_session->gate();
    gate.setPollTimes({50ms, 100ms, 15s});
    turn(settings);
    const auto future = gate.run({QStringLiteral("isolate"),
                                  QStringLiteral("m3"),
                                  QStringLiteral("matrix"),
                                  {{QStringLiteral("IsolationType"), QStringLiteral("Full")}},
                                  {}});
    QVERIFY(waitFor(future, 60s));
    calm();
    QTest::qWait(300); // an action that was taken comes to its end
    const auto result = future.result();
    QVERIFY(m_raw->useToken());
    const QJsonArray actions = m_raw->get(QStringLiteral("/api/machineactions")).rows();
    int isolations = 0;
    for (const QJsonValue &action : actions)
        isolations += action[QStringLiteral("type")].toString() == QLatin1String("Isolate") ? 1 : 0;
    const QString state = m_raw->own("GET", QStringLiteral("/lab/devices/m3")).json().value(u"isolation").toString();
    const bool isIsolated = state == QLatin1String("Full");
    QVERIFY2(isolations <= 1, "the device was isolated twice");
    QCOMPARE(isIsolated, isolations == 1);
    if (result) {
        QCOMPARE(result->status, QStringLiteral("Succeeded"));
        QVERIFY(isIsolated);
    } else {
        QVERIFY2(isClear(result.error()), qPrintable(result.error().message));
        // A failure that may have done something says so; any other has done nothing.
        const bool mayHave = result.error().context.contains(QStringLiteral("uncertain")) ||
                             result.error().context.contains(QStringLiteral("alreadyInProgress"));
        QVERIFY2(mayHave || !isIsolated, qPrintable(result.error().message));
    }
    QCOMPARE(overQuota(), 0);
}

void TestFaults::importIndicators()
{
    QFETCH(QJsonObject, settings);
    defender::Client &client = *m_session->client();
    turn(settings);
    // Three calls of a few each, as a long list goes out; each may be sent again, as a value is there once or not at
    // all.
    QList<FutureResult<QJsonObject>> sent;
    for (int call = 0; call < kIndicatorCalls; ++call) {
        QJsonArray indicators;
        for (int i = 0; i < kIndicators; ++i)
            indicators.append(QJsonObject{{QStringLiteral("indicatorValue"), indicatorValue(call, i)},
                                          {QStringLiteral("indicatorType"), QStringLiteral("IpAddress")},
                                          {QStringLiteral("action"), QStringLiteral("Block")},
                                          {QStringLiteral("title"), QStringLiteral("matrix")},
                                          {QStringLiteral("description"), QStringLiteral("matrix")}});
        sent.append(client.act(QStringLiteral("importIndicators"), {}, {{QStringLiteral("Indicators"), indicators}}));
    }
    QStringList refused;
    for (int call = 0; call < kIndicatorCalls; ++call) {
        QVERIFY(waitFor(sent[call], 60s));
        const auto result = sent[call].result();
        if (!result) {
            QVERIFY2(isClear(result.error()), qPrintable(result.error().message));
            for (int i = 0; i < kIndicators; ++i)
                refused.append(indicatorValue(call, i));
        }
    }
    calm();
    QVERIFY(m_raw->useToken());
    QStringList there;
    for (const QJsonValue &indicator : m_raw->get(QStringLiteral("/api/indicators")).rows())
        there.append(indicator[QStringLiteral("indicatorValue")].toString());
    QStringList once = there;
    once.removeDuplicates();
    QCOMPARE(there.size(), once.size()); // none twice
    for (int call = 0; call < kIndicatorCalls; ++call) {
        for (int i = 0; i < kIndicators; ++i) { // none lost without a word
            const QString value = indicatorValue(call, i);
            QVERIFY2(there.contains(value) || refused.contains(value), qPrintable(value));
        }
    }
    QCOMPARE(overQuota(), 0);
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
