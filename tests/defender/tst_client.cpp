// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/client.h"
#include "tests/defender/scriptedserver.h"
#include "tests/defender/waiting.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::defender;
using namespace watchdesk::test;

namespace {

struct Fixture
{
    explicit Fixture(ScriptedServer::Handler handler)
        : server(std::move(handler))
        , client(Connection{server.url(), server.url(), QStringLiteral("tenant"), QStringLiteral("client"),
                            QStringLiteral("secret")})
    {
    }
    ScriptedServer server;
    Client client;
};

ScriptedServer::Handler always(const Answer &answer)
{
    return [answer](const Asked &) { return answer; };
}

} // namespace

#define AWAIT(future) QVERIFY(waitFor(future))

class TestClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsWithOptions();
    void noDevicesIsNoError();
    void findsOne();
    void escapesIds();
    void refusesIds_data();
    void refusesIds();
    void refusesWrongBodies_data();
    void refusesWrongBodies();
    void sendsWhatItPreviews();
    void hunts();
    void cancelReachesTheCall();
    void sayWhatTheServiceSays();
};

void TestClient::listsWithOptions()
{
    Fixture f(always({200, R"({"value":[{"id":"a"}]})"}));
    ListOptions options;
    options.filter = QStringLiteral("severity eq 'High' and id ne 'a&b+c'");
    options.top = 50'000;
    options.expand = QStringList(QStringLiteral("evidence"));
    const auto future = f.client.list(QStringLiteral("alerts"), options);
    AWAIT(future);
    QCOMPARE(future.result()->size(), 1);
    QCOMPARE(f.server.asked.first().target,
             "/api/alerts?$top=10000&$filter=severity%20eq%20%27High%27%20and%20id%20ne%20%27a%26b%2Bc%27"
             "&$expand=evidence");
    const auto wrong = f.client.list(QStringLiteral("machines"), options);
    QVERIFY(wrong.isFinished());
    QCOMPARE(kindName(wrong.result().error().kind), QStringLiteral("invalidInput"));
    const auto unknown = f.client.list(QStringLiteral("nothing"));
    QCOMPARE(kindName(unknown.result().error().kind), QStringLiteral("invalidInput"));
}

void TestClient::noDevicesIsNoError()
{
    Fixture f(always({404, R"({"error":{"code":"NotFound","message":"none"}})"}));
    const auto devices = f.client.list(QStringLiteral("machines"));
    AWAIT(devices);
    QVERIFY(devices.result().has_value());
    QCOMPARE(devices.result()->size(), 0);
    const auto alerts = f.client.list(QStringLiteral("alerts"));
    AWAIT(alerts);
    QCOMPARE(kindName(alerts.result().error().kind), QStringLiteral("notFound"));
}

void TestClient::findsOne()
{
    Fixture f(always({200, R"({"id":"a1","title":"t"})"}));
    const auto future = f.client.find(QStringLiteral("alerts"), QStringLiteral("da6_-1"));
    AWAIT(future);
    QCOMPARE(future.result()->value(QStringLiteral("title")).toString(), QStringLiteral("t"));
    QCOMPARE(f.server.asked.first().target, "/api/alerts/da6_-1");
}

void TestClient::escapesIds()
{
    Fixture f(always({200, "{}"}));
    AWAIT(f.client.find(QStringLiteral("machines"), QStringLiteral("a b?c#d%2e&e")));
    QCOMPARE(f.server.asked.first().target, "/api/machines/a%20b%3Fc%23d%252e%26e");
}

void TestClient::refusesIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("empty") << QString();
    QTest::newRow("up") << QStringLiteral("..");
    QTest::newRow("slash") << QStringLiteral("1/isolate");
    QTest::newRow("backslash") << QStringLiteral("1\\isolate");
    QTest::newRow("line break") << QStringLiteral("1\r\nX: y");
    QTest::newRow("long") << QString(1000, u'a');
}

void TestClient::refusesIds()
{
    QFETCH(QString, id);
    Fixture f(always({200, "{}"}));
    const auto found = f.client.find(QStringLiteral("machines"), id);
    QVERIFY(found.isFinished());
    QCOMPARE(kindName(found.result().error().kind), QStringLiteral("invalidInput"));
    const auto acted = f.client.act(QStringLiteral("isolate"), id, {{QStringLiteral("Comment"), QStringLiteral("c")}});
    QVERIFY(acted.isFinished());
    QVERIFY(!acted.result().has_value());
    QCOMPARE(f.server.connections, 0);
}

void TestClient::refusesWrongBodies_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QByteArray>("body");
    const QString isolate = QStringLiteral("isolate");
    QTest::newRow("no comment") << isolate << QByteArray(R"({"IsolationType":"Full"})");
    QTest::newRow("blank comment") << isolate << QByteArray(R"({"Comment":"  "})");
    QTest::newRow("letter case") << isolate << QByteArray(R"({"comment":"c"})");
    QTest::newRow("enum") << isolate << QByteArray(R"({"Comment":"c","IsolationType":"Half"})");
    QTest::newRow("type") << isolate << QByteArray(R"({"Comment":7})");
    QTest::newRow("unknown member") << isolate << QByteArray(R"({"Comment":"c","Force":true})");
    QTest::newRow("unknown action") << QStringLiteral("explode") << QByteArray(R"({"Comment":"c"})");
}

void TestClient::refusesWrongBodies()
{
    QFETCH(QString, action);
    QFETCH(QByteArray, body);
    Fixture f(always({200, "{}"}));
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const auto future = f.client.act(action, QStringLiteral("1"), json);
    QVERIFY(future.isFinished());
    QCOMPARE(kindName(future.result().error().kind), QStringLiteral("invalidInput"));
    QVERIFY(f.client.previewAction(action, QStringLiteral("1"), json).contains(QStringLiteral("error")));
    QCOMPARE(f.server.connections, 0);
}

void TestClient::sendsWhatItPreviews()
{
    Fixture f(always({201, R"({"id":"act-1","status":"Pending"})"}));
    const QJsonObject body{{QStringLiteral("Comment"), QStringLiteral("why \"ä\"")},
                           {QStringLiteral("IsolationType"), QStringLiteral("Selective")}};
    const QJsonObject preview = f.client.previewAction(QStringLiteral("isolate"), QStringLiteral("1e5b"), body);
    const auto future = f.client.act(QStringLiteral("isolate"), QStringLiteral("1e5b"), body);
    AWAIT(future);
    QCOMPARE(future.result()->value(QStringLiteral("id")).toString(), QStringLiteral("act-1"));
    const Asked asked = f.server.asked.first();
    QVERIFY(!preview.contains(QStringLiteral("error")));
    QCOMPARE(preview.value(QStringLiteral("method")).toString().toLatin1(), asked.method);
    QCOMPARE(preview.value(QStringLiteral("url")).toString(),
             f.server.url().toString() + QString::fromLatin1(asked.target));
    QCOMPARE(QJsonDocument::fromJson(asked.body).object(), preview.value(QStringLiteral("body")).toObject());
    AWAIT(f.client.act(QStringLiteral("release"), QStringLiteral("1e5b"),
                       {{QStringLiteral("Comment"), QStringLiteral("c")}}));
    QCOMPARE(f.server.asked.last().target, "/api/machines/1e5b/unisolate");
}

void TestClient::hunts()
{
    Fixture f(always({200, R"({"Schema":[{"Name":"A","Type":"Int64"}],"Results":[{"A":1},{"A":2}]})"}));
    const auto future = f.client.hunt(QStringLiteral("T | take \"2\""));
    AWAIT(future);
    QVERIFY(future.result().has_value());
    QCOMPARE(future.result()->rowCount(), 2);
    QCOMPARE(f.server.asked.first().target, "/api/advancedqueries/run");
    QCOMPARE(f.server.asked.first().body, R"({"Query":"T | take \"2\""})");
}

void TestClient::cancelReachesTheCall()
{
    Fixture f(always({200, "", {}, false, false, true}));
    auto hunt = f.client.hunt(QStringLiteral("T"));
    auto list = f.client.list(QStringLiteral("machines"));
    auto find = f.client.find(QStringLiteral("machines"), QStringLiteral("1"));
    QVERIFY(QTest::qWaitFor([&] { return f.server.asked.size() == 3; }));
    hunt.cancel();
    list.cancel();
    find.cancel();
    AWAIT(hunt);
    AWAIT(list);
    AWAIT(find);
    QVERIFY(QTest::qWaitFor([&] { return f.server.findChildren<QTcpSocket *>().isEmpty(); }, 3000));
}

void TestClient::sayWhatTheServiceSays()
{
    Fixture f(always({400, R"({"error":{"code":"BadRequest","message":"'project' operator: Failed to resolve x"}})"}));
    const auto future = f.client.hunt(QStringLiteral("T | project x"));
    AWAIT(future);
    QCOMPARE(kindName(future.result().error().kind), QStringLiteral("invalidInput"));
    QVERIFY(future.result().error().message.contains(QStringLiteral("Failed to resolve x")));
}

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
