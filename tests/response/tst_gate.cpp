// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/client.h"
#include "app/response/audit.h"
#include "app/response/gate.h"
#include "app/store/store.h"
#include "tests/defender/scriptedserver.h"
#include "tests/defender/waiting.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::response;
using namespace watchdesk::test;
using namespace std::chrono_literals;

namespace {

const QString kDevice = QStringLiteral("1e5b");

QJsonObject deviceRecord(const QJsonObject &changes = {})
{
    QJsonObject record{{QStringLiteral("id"), kDevice},
                       {QStringLiteral("computerDnsName"), QStringLiteral("ws-07.example.org")},
                       {QStringLiteral("osPlatform"), QStringLiteral("Windows11")},
                       {QStringLiteral("healthStatus"), QStringLiteral("Active")},
                       {QStringLiteral("onboardingStatus"), QStringLiteral("Onboarded")},
                       {QStringLiteral("lastSeen"), QStringLiteral("2026-05-01T11:59:20Z")},
                       {QStringLiteral("machineTags"), QJsonArray()}};
    for (auto it = changes.constBegin(); it != changes.constEnd(); ++it)
        record.insert(it.key(), it.value());
    return record;
}

QJsonObject actionRecord(const char *status, const char *type = "Isolate", const char *id = "act-1")
{
    return {{QStringLiteral("id"), QLatin1String(id)},
            {QStringLiteral("type"), QLatin1String(type)},
            {QStringLiteral("status"), QLatin1String(status)},
            {QStringLiteral("machineId"), kDevice},
            {QStringLiteral("creationDateTimeUtc"), QStringLiteral("2026-05-01T12:00:00Z")},
            {QStringLiteral("lastUpdateDateTimeUtc"), QStringLiteral("2026-05-01T12:00:01Z")}};
}

QByteArray bytes(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

/// A service with one device. An action goes through `states`, one a look; the last one stays.
struct Service
{
    QList<QByteArray> states = {"Pending", "InProgress", "Succeeded"};
    Answer isolate = {201};
    Answer look = {200};
    qsizetype looks = 0;
    int posts = 0;

    Answer answer(const Asked &asked)
    {
        if (asked.method == "POST")
            return post();
        if (asked.target == "/api/machines/1e5b")
            return {200, bytes(deviceRecord({{QStringLiteral("riskScore"), QStringLiteral("High")}}))};
        if (asked.target != "/api/machineactions/act-1")
            return {404, R"({"error":{"code":"ResourceNotFound","message":"unknown"}})"};
        if (look.status != 200 || look.cut)
            return look;
        return {200, bytes(actionRecord(states[qMin(++looks, states.size() - 1)].constData()))};
    }

    Answer post()
    {
        ++posts;
        Answer reply = isolate;
        if (reply.status == 201 && reply.body == "{}")
            reply.body = bytes(actionRecord(states.first().constData()));
        return reply;
    }
};

net::Limits quick()
{
    net::Limits limits;
    limits.firstBackOff = 10ms;
    limits.longestBackOff = 20ms;
    limits.maximumTries = 2;
    return limits;
}

struct Fixture
{
    Fixture()
        : server([this](const Asked &asked) { return service.answer(asked); })
        , client({server.url(), server.url(), QStringLiteral("tenant"), QStringLiteral("c"), QStringLiteral("s")},
                 quick())
    {
        auto opened = store::Store::open(QStringLiteral(":memory:"));
        auto log = Audit::open(auditPath(), QStringLiteral("tenant"));
        if (!opened || !log)
            qFatal("no fixture: %s", opened ? "audit" : qPrintable(opened.error().message));
        held = *opened;
        audit = std::move(*log);
        gate = std::make_unique<Gate>(client, held, *audit);
        gate->setPollTimes({20ms, 50ms, 3s});
        gate->setClock(Clock::startingAt(*ticksFromIso(u"2026-05-01T12:00:00Z")));
    }

    bool keep(const char *resourceName, const QJsonObject &record) const
    {
        const defender::Resource &resource = *defender::resourceNamed(QLatin1String(resourceName));
        return held->ensureTable(defender::tableSchema(resource), resource.key) &&
               held->upsert(resource.table, defender::tableFromJson(resource, {record}), resource.key);
    }

    QString auditPath() const { return folder.filePath(QStringLiteral("audit.jsonl")); }

    /// "asked sent answered:Pending finished:Succeeded"
    QString steps() const
    {
        QFile file(auditPath());
        QStringList all;
        if (!file.open(QIODevice::ReadOnly))
            return {};
        while (!file.atEnd()) {
            const QJsonObject record = QJsonDocument::fromJson(file.readLine()).object();
            const QString status = record.value(QStringLiteral("detail"))[QStringLiteral("status")].toString();
            all.append(record.value(QStringLiteral("step")).toString() +
                       (status.isEmpty() ? QString() : u':' + status));
        }
        return all.mid(1).join(u' ');
    }

    QString text(const QString &sql) const
    {
        const auto table = held->read(sql);
        return table && table->rowCount() == 1 ? table->display(0, 0) : QStringLiteral("?");
    }

    QTemporaryDir folder;
    Service service;
    ScriptedServer server;
    defender::Client client;
    std::shared_ptr<store::Store> held;
    std::unique_ptr<Audit> audit;
    std::unique_ptr<Gate> gate;
};

ActionRequest isolate(const QString &comment = QStringLiteral("C2 beacon"))
{
    return {QStringLiteral("isolate"), kDevice, comment, {}, {}};
}

QString outcomes(const DryRun &sheet)
{
    QStringList all;
    for (const Check &check : sheet.checks) {
        if (check.outcome != Check::Outcome::Ok)
            all.append(check.name + (check.outcome == Check::Outcome::Refusal ? u'!' : u'?'));
    }
    return all.join(u' ');
}

} // namespace

#define AWAIT(future) QVERIFY(waitFor(future))

class TestGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsExactlyWhatIsSent();
    void checksTheDevice_data();
    void checksTheDevice();
    void takesTheBestEvidenceOfContact();
    void checksWhatIsUnderWay_data();
    void checksWhatIsUnderWay();
    void knowsNothingOfAnEmptyStore();
    void runsToTheEnd();
    void tellsFailureAsItIs();
    void insistsOnAComment();
    void refusesBeforeSending();
    void asksTheServiceAboutStalePending();
    void forgetsActionsTheServiceDoesNotKnow();
    void tellsOfAnActionInProgress();
    void sendsOnceAndSaysSo();
    void cancelStopsWatchingOnly();
    void cancelBeforeSending();
    void goesOnThroughHiccups();
    void patienceEndsHonestly();
    void oneAtATimePerDevice();
    void sendsNothingUnaudited();
};

void TestGate::showsExactlyWhatIsSent()
{
    Fixture f;
    QVERIFY(f.keep("machines", deviceRecord()));
    ActionRequest request = isolate();
    request.parameters = {{QStringLiteral("IsolationType"), QStringLiteral("Selective")}};
    const DryRun sheet = f.gate->dryRun(request);
    QCOMPARE(outcomes(sheet), QString());
    QCOMPARE(sheet.title, QStringLiteral("Isolate ws-07?"));
    QCOMPARE(sheet.undo, QStringLiteral("release"));
    QCOMPARE(f.server.connections, 0);
    AWAIT(f.gate->run(request));
    const auto post = std::find_if(f.server.asked.begin(), f.server.asked.end(),
                                   [](const Asked &asked) { return asked.method == "POST"; });
    QVERIFY(post != f.server.asked.end());
    QCOMPARE(sheet.method, QStringLiteral("POST"));
    QCOMPARE(sheet.url, f.server.url().toString() + QString::fromLatin1(post->target));
    QCOMPARE(QJsonDocument::fromJson(post->body).object(), sheet.body);
    QCOMPARE(post->body, R"({"Comment":"C2 beacon","IsolationType":"Selective"})");
}

void TestGate::checksTheDevice_data()
{
    QTest::addColumn<QJsonObject>("device");
    QTest::addColumn<QJsonObject>("parameters");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *field, const QJsonValue &value, const char *expected) {
        QTest::newRow(name) << QJsonObject{{QLatin1String(field), value}} << QJsonObject()
                            << QString::fromLatin1(expected);
    };
    row("as it should be", "id", kDevice, "");
    row("server", "osPlatform", QStringLiteral("WindowsServer2019"), "role?");
    row("unknown system", "osPlatform", QJsonValue::Null, "role?");
    row("tag", "machineTags", QJsonArray{QStringLiteral("Floor 2"), QStringLiteral("VIP")}, "tags?");
    row("tag in words", "machineTags", QJsonArray{QStringLiteral("business_critical")}, "tags?");
    row("harmless tag", "machineTags", QJsonArray{QStringLiteral("uncritical"), QStringLiteral("VIPER")}, "");
    row("value", "deviceValue", QStringLiteral("High"), "tags?");
    row("inactive", "healthStatus", QStringLiteral("Inactive"), "health?");
    row("long silent", "lastSeen", QStringLiteral("2026-04-01T00:00:00Z"), "seen?");
    row("never seen", "lastSeen", QJsonValue::Null, "seen?");
    row("not onboarded", "onboardingStatus", QStringLiteral("CanBeOnboarded"), "onboarding!");
    const auto kind = [](const char *name, const char *platform, const char *isolation, const char *expected) {
        QTest::newRow(name) << QJsonObject{{QStringLiteral("osPlatform"), QLatin1String(platform)}}
                            << QJsonObject{{QStringLiteral("IsolationType"), QLatin1String(isolation)}}
                            << QString::fromLatin1(expected);
    };
    kind("selective on Linux", "Linux", "Selective", "support!");
    kind("full on Linux", "Linux", "Full", "");
    kind("contain", "Windows11", "UnManagedDevice", "support!");
    kind("unknown kind", "Windows11", "Half", "request!");
}

void TestGate::checksTheDevice()
{
    QFETCH(QJsonObject, device);
    QFETCH(QJsonObject, parameters);
    QFETCH(QString, expected);
    Fixture f;
    QVERIFY(f.keep("machines", deviceRecord(device)));
    ActionRequest request = isolate();
    request.parameters = parameters;
    QCOMPARE(outcomes(f.gate->dryRun(request)), expected);
}

/// The service's own report is a day old and more; an event that is held says better when the device was there.
void TestGate::takesTheBestEvidenceOfContact()
{
    Fixture f;
    QVERIFY(f.keep("machines", deviceRecord({{QStringLiteral("lastSeen"), QStringLiteral("2026-04-01T00:00:00Z")}})));
    const auto seen = [&] {
        const QList<Check> checks = f.gate->dryRun(isolate()).checks;
        const auto found =
            std::find_if(checks.begin(), checks.end(), [](const Check &check) { return check.name == u"seen"; });
        return found == checks.end() ? QString() : found->text;
    };
    QVERIFY2(seen().contains(u"(Devices)"), qPrintable(seen()));
    const auto event = [&](const char *table, const char *device, QStringView at) {
        return f.held->write(
            QStringLiteral("INSERT INTO %1 (DeviceId, \"Timestamp\") VALUES (?, ?)").arg(QLatin1String(table)),
            {QLatin1String(device), *ticksFromIso(at)}, {QLatin1String(table)});
    };
    QVERIFY(event("DeviceInfo", "1e5b", u"2026-05-01T10:00:00Z"));
    QVERIFY(event("DeviceNetworkEvents", "1e5b", u"2026-05-01T11:59:00Z"));
    QVERIFY(event("DeviceProcessEvents", "other", u"2026-05-01T11:59:30Z"));
    QVERIFY2(seen().contains(u"(DeviceNetworkEvents)"), qPrintable(seen()));
    QCOMPARE(outcomes(f.gate->dryRun(isolate())), QString());
}

void TestGate::checksWhatIsUnderWay_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("forIsolate");
    QTest::addColumn<QString>("forRelease");
    const auto row = [](const char *type, const char *status, const char *isolates, const char *releases) {
        QTest::addRow("%s %s", type, status)
            << QByteArray(type) << QByteArray(status) << QString::fromLatin1(isolates) << QString::fromLatin1(releases);
    };
    row("Isolate", "Pending", "pending!", "state? pending!");
    row("Unisolate", "InProgress", "pending!", "state? pending!");
    row("Isolate", "Succeeded", "state?", "");
    row("Unisolate", "Succeeded", "", "state?");
    row("Isolate", "Failed", "", "state?");
    row("RunAntiVirusScan", "InProgress", "pending?", "state? pending?");
    row("RunAntiVirusScan", "Succeeded", "", "state?");
}

void TestGate::checksWhatIsUnderWay()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, status);
    QFETCH(QString, forIsolate);
    QFETCH(QString, forRelease);
    Fixture f;
    QVERIFY(f.keep("machines", deviceRecord()));
    QVERIFY(f.keep("machineactions", actionRecord(status.constData(), type.constData())));
    QCOMPARE(outcomes(f.gate->dryRun(isolate())), forIsolate);
    ActionRequest release = isolate();
    release.action = QStringLiteral("release");
    QCOMPARE(outcomes(f.gate->dryRun(release)), forRelease);
}

void TestGate::knowsNothingOfAnEmptyStore()
{
    Fixture f;
    const DryRun sheet = f.gate->dryRun(isolate(QString()));
    QCOMPARE(outcomes(sheet), QStringLiteral("device! comment!"));
    const QJsonObject json = sheet.toJson();
    QVERIFY(json.value(QStringLiteral("refused")).toBool());
    QCOMPARE(json.value(QStringLiteral("request"))[QStringLiteral("method")].toString(), QStringLiteral("POST"));
    ActionRequest odd = isolate();
    odd.action = QStringLiteral("explode");
    QVERIFY(outcomes(f.gate->dryRun(odd)).startsWith(QStringLiteral("action!")));
}

void TestGate::runsToTheEnd()
{
    Fixture f;
    QVERIFY(f.keep("machines", deviceRecord()));
    QStringList states;
    connect(f.gate.get(), &Gate::stateChanged, this,
            [&](const MachineAction &action) { states.append(action.status); });
    const auto future = f.gate->run(isolate());
    AWAIT(future);
    QVERIFY2(future.result().has_value(), future.result() ? "" : qPrintable(future.result().error().message));
    QVERIFY(future.result()->succeeded());
    QCOMPARE(states,
             (QStringList{QStringLiteral("Pending"), QStringLiteral("InProgress"), QStringLiteral("Succeeded")}));
    QCOMPARE(f.steps(), QStringLiteral("asked sent answered:Pending finished:Succeeded"));
    QVERIFY(Audit::verify(f.auditPath())->intact);
    QCOMPARE(f.text(QStringLiteral("SELECT status FROM MachineActions WHERE id = 'act-1'")),
             QStringLiteral("Succeeded"));
    QCOMPARE(f.text(QStringLiteral("SELECT riskScore FROM Devices")), QStringLiteral("High"));
    QCOMPARE(outcomes(f.gate->dryRun(isolate())), QStringLiteral("state?"));
}

void TestGate::tellsFailureAsItIs()
{
    Fixture f;
    f.service.states = {"Pending", "Failed"};
    QVERIFY(f.keep("machines", deviceRecord()));
    const auto future = f.gate->run(isolate());
    AWAIT(future);
    QVERIFY(future.result().has_value());
    QVERIFY(future.result()->isFinal());
    QVERIFY(!future.result()->succeeded());
    QCOMPARE(f.steps(), QStringLiteral("asked sent answered:Pending finished:Failed"));
    QCOMPARE(outcomes(f.gate->dryRun(isolate())), QString()); // not isolated
}

void TestGate::insistsOnAComment()
{
    Fixture f;
    QVERIFY(f.keep("machines", deviceRecord()));
    const auto future = f.gate->run(isolate(QStringLiteral(" \n")));
    QVERIFY(future.isFinished());
    QCOMPARE(kindName(future.result().error().kind), QStringLiteral("invalidInput"));
    QCOMPARE(f.server.connections, 0);
}

void TestGate::refusesBeforeSending()
{
    Fixture f;
    QVERIFY(f.keep("machines", deviceRecord({{QStringLiteral("onboardingStatus"), QStringLiteral("Unsupported")}})));
    const auto future = f.gate->run(isolate());
    AWAIT(future);
    QCOMPARE(kindName(future.result().error().kind), QStringLiteral("refused"));
    QCOMPARE(f.steps(), QStringLiteral("asked refused"));
    QCOMPARE(f.service.posts, 0);
}

void TestGate::asksTheServiceAboutStalePending()
{
    Fixture f;
    f.service.states = {"Pending", "Succeeded"};
    QVERIFY(f.keep("machines", deviceRecord()));
    QVERIFY(f.keep("machineactions", actionRecord("InProgress")));
    QCOMPARE(outcomes(f.gate->dryRun(isolate())), QStringLiteral("pending!"));
    const auto future = f.gate->run(isolate());
    AWAIT(future);
    QVERIFY(future.result().has_value());
    QCOMPARE(f.service.posts, 1);
}

void TestGate::forgetsActionsTheServiceDoesNotKnow()
{
    Fixture f;
    QVERIFY(f.keep("machines", deviceRecord()));
    QVERIFY(f.keep("machineactions", actionRecord("Pending", "Isolate", "gone")));
    const auto future = f.gate->run(isolate());
    AWAIT(future);
    QVERIFY(future.result().has_value());
    QCOMPARE(f.text(QStringLiteral("SELECT count(*) FROM MachineActions WHERE id = 'gone'")), QStringLiteral("0"));
}

void TestGate::tellsOfAnActionInProgress()
{
    Fixture f;
    f.service.isolate = {400,
                         R"({"error":{"code":"BadRequest","message":"Action is already in progress","target":"t"}})"};
    QVERIFY(f.keep("machines", deviceRecord()));
    const auto future = f.gate->run(isolate());
    AWAIT(future);
    const Error error = future.result().error();
    QCOMPARE(kindName(error.kind), QStringLiteral("refused"));
    QVERIFY2(error.message.startsWith(QStringLiteral("Such an action is already in progress")),
             qPrintable(error.message));
    QCOMPARE(f.steps(), QStringLiteral("asked sent answered:400"));
    QCOMPARE(f.service.posts, 1);
}

void TestGate::sendsOnceAndSaysSo()
{
    Fixture f;
    f.service.isolate = {201, "{}", {}, true};
    QVERIFY(f.keep("machines", deviceRecord()));
    const auto future = f.gate->run(isolate());
    AWAIT(future);
    QCOMPARE(kindName(future.result().error().kind), QStringLiteral("network"));
    QVERIFY(future.result().error().message.contains(QStringLiteral("is not known")));
    QTest::qWait(200);
    QCOMPARE(f.service.posts, 1);
    QCOMPARE(f.steps(), QStringLiteral("asked sent answered"));

    Fixture g;
    g.service.isolate = {201, R"({"status":"Pending"})"}; // no id: no answer
    QVERIFY(g.keep("machines", deviceRecord()));
    const auto second = g.gate->run(isolate());
    AWAIT(second);
    QCOMPARE(kindName(second.result().error().kind), QStringLiteral("service"));
    QCOMPARE(g.service.posts, 1);
}

void TestGate::cancelStopsWatchingOnly()
{
    Fixture f;
    f.service.states = {"Pending"};
    QVERIFY(f.keep("machines", deviceRecord()));
    auto future = f.gate->run(isolate());
    QVERIFY(QTest::qWaitFor([&] { return f.service.looks > 1; }));
    future.cancel();
    AWAIT(future);
    QVERIFY(future.isCanceled());
    QVERIFY(QTest::qWaitFor([&] { return f.steps().contains(QStringLiteral("unwatched")); }));
    QCOMPARE(f.steps(), QStringLiteral("asked sent answered:Pending unwatched:Pending"));
    const qsizetype looks = f.service.looks;
    QTest::qWait(200);
    QVERIFY(f.service.looks <= looks + 1);
    QCOMPARE(f.service.posts, 1);
    QCOMPARE(f.text(QStringLiteral("SELECT status FROM MachineActions")), QStringLiteral("Pending"));
}

void TestGate::cancelBeforeSending()
{
    Fixture f;
    QVERIFY(f.keep("machines", deviceRecord()));
    auto future = f.gate->run(isolate());
    future.cancel();
    QVERIFY(QTest::qWaitFor([&] { return f.steps().contains(QStringLiteral("withdrawn")); }));
    QTest::qWait(100);
    QCOMPARE(f.service.posts, 0);
    QCOMPARE(f.steps(), QStringLiteral("asked withdrawn"));
}

void TestGate::goesOnThroughHiccups()
{
    Fixture f;
    QVERIFY(f.keep("machines", deviceRecord()));
    f.service.look = {503};
    const auto future = f.gate->run(isolate());
    QTest::qWait(300);
    QVERIFY(!future.isFinished());
    f.service.look = {200};
    AWAIT(future);
    QVERIFY(future.result()->succeeded());

    Fixture g;
    QVERIFY(g.keep("machines", deviceRecord()));
    g.service.look = {403};
    const auto denied = g.gate->run(isolate());
    AWAIT(denied);
    QCOMPARE(kindName(denied.result().error().kind), QStringLiteral("notAllowed"));
    QCOMPARE(denied.result().error().context.value(QStringLiteral("actionId")), QStringLiteral("act-1"));
    QCOMPARE(g.steps(), QStringLiteral("asked sent answered:Pending unwatched:Pending"));
}

void TestGate::patienceEndsHonestly()
{
    Fixture f;
    f.service.states = {"Pending", "InProgress"};
    f.gate->setPollTimes({20ms, 50ms, 300ms});
    QVERIFY(f.keep("machines", deviceRecord()));
    const auto future = f.gate->run(isolate());
    AWAIT(future);
    QVERIFY(future.result().has_value());
    QVERIFY(!future.result()->isFinal());
    QCOMPARE(future.result()->status, QStringLiteral("InProgress"));
    QCOMPARE(f.steps(), QStringLiteral("asked sent answered:Pending unwatched:InProgress"));
}

void TestGate::oneAtATimePerDevice()
{
    Fixture f;
    QVERIFY(f.keep("machines", deviceRecord()));
    const auto first = f.gate->run(isolate());
    const auto second = f.gate->run(isolate());
    QVERIFY(second.isFinished());
    QCOMPARE(kindName(second.result().error().kind), QStringLiteral("refused"));
    AWAIT(first);
    QVERIFY(first.result().has_value());
    QCOMPARE(f.service.posts, 1);
    const auto third = f.gate->run(isolate());
    AWAIT(third);
    QVERIFY(third.result().has_value());
}

void TestGate::sendsNothingUnaudited()
{
    Fixture f;
    QVERIFY(f.keep("machines", deviceRecord()));
    QVERIFY(QFile::remove(f.auditPath()));
    const auto future = f.gate->run(isolate());
    AWAIT(future);
    QCOMPARE(kindName(future.result().error().kind), QStringLiteral("refused"));
    QVERIFY(future.result().error().message.contains(QStringLiteral("audit log")));
    QCOMPARE(f.service.posts, 0);
}

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
