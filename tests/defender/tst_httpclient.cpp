// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/retryafter.h"
#include "tests/defender/clientfixture.h"

#include <QJsonObject>
#include <QTcpSocket>

using namespace watchdesk;
using namespace watchdesk::net;
using namespace watchdesk::test;
using namespace std::chrono_literals;

class TestHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsTokenAndBody();
    void sharesOneRenewal();
    void renewsBeforeExpiry();
    void asksOnceMoreAfter401();
    void givesUpAfterSecond401();
    void explainsRefusedSignIn();
    void refusesTokenThatIsNone();
    void repeatsStumblingSignIn();
    void sendsNothingElsewhere();
    void refusesPlainHttpElsewhere();
    void doesNotFollowRedirects();
    void tellsEveryStatus_data();
    void tellsEveryStatus();
    void repeatsGetAfter5xx();
    void givesUpAfterTries();
    void repeatsGetAfterLostConnection();
    void neverRepeatsPost_data();
    void neverRepeatsPost();
    void repeatsPostThatMayBe();
    void honoursRetryAfter();
    void pausesEveryCall();
    void losesPatience();
    void boundsBody();
    void boundsSilence();
    void boundsDripping();
    void cancelAborts();
    void cancelWhileWaiting();
    void closingEndsCalls();
    void limitsParallelCalls();
    void readsRetryAfter_data();
    void readsRetryAfter();
};

void TestHttpClient::sendsTokenAndBody()
{
    Fixture f(inTurn({{200, R"({"ok":true})", {"request-id: abc-1"}}}));
    const auto future = f.client.post(f.url("/api/x?$top=1"), R"({"a":1})");
    AWAIT(future);
    QVERIFY(future.result().has_value());
    QCOMPARE(future.result()->status, 200);
    QCOMPARE(future.result()->requestId, QStringLiteral("abc-1"));
    QCOMPARE(f.server.asked.size(), 1);
    const Asked asked = f.server.asked.first();
    QCOMPARE(asked.method, "POST");
    QCOMPARE(asked.target, "/api/x?$top=1");
    QCOMPARE(asked.body, R"({"a":1})");
    QCOMPARE(asked.headers.value("authorization"), "Bearer token-1");
    QCOMPARE(asked.headers.value("content-type"), "application/json");
    QCOMPARE(f.server.tokens.size(), 1);
    QCOMPARE(f.server.tokens.first().body,
             "grant_type=client_credentials&client_id=client&client_secret=a%2Bb%26c%3Dd%20secret"
             "&scope=https%3A%2F%2Fapi.securitycenter.microsoft.com%2F.default");
}

void TestHttpClient::sharesOneRenewal()
{
    Fixture f(inTurn({{}}));
    QList<FutureResult<Reply>> futures;
    for (int i = 0; i < 20; ++i)
        futures.append(f.client.fetch(f.url("/api/x")));
    futures[3].cancel();
    for (const auto &future : futures)
        AWAIT(future);
    QCOMPARE(f.server.tokens.size(), 1);
    QCOMPARE(f.server.asked.size(), 19);
    QVERIFY(futures[3].isCanceled());
    QVERIFY(futures[4].result().has_value());
}

void TestHttpClient::renewsBeforeExpiry()
{
    Fixture f(inTurn({{}}));
    f.server.tokenHandler = [](int number) {
        return Answer{200, "{\"expires_in\":\"1\",\"access_token\":\"t" + QByteArray::number(number) + "\"}"};
    };
    AWAIT(f.client.fetch(f.url("/api/x")));
    QTest::qWait(600); // the half of its second is over
    AWAIT(f.client.fetch(f.url("/api/x")));
    QCOMPARE(f.server.tokens.size(), 2);
    QCOMPARE(f.server.asked.last().headers.value("authorization"), "Bearer t2");
}

void TestHttpClient::asksOnceMoreAfter401()
{
    Fixture f([](const Asked &asked) {
        return asked.headers.value("authorization") == "Bearer token-1" ? Answer{401} : Answer{};
    });
    const auto get = f.client.fetch(f.url("/api/x"));
    const auto post = f.client.post(f.url("/api/y"), "{}");
    AWAIT(get);
    AWAIT(post);
    QVERIFY(get.result().has_value());
    QVERIFY(post.result().has_value());
    QCOMPARE(f.server.tokens.size(), 2);
    QCOMPARE(f.server.asked.size(), 4);
}

void TestHttpClient::givesUpAfterSecond401()
{
    Fixture f(inTurn({{401, R"({"error":{"code":"Unauthorized","message":"no","target":"t-1"}})"}}));
    const auto future = f.client.fetch(f.url("/api/x"));
    AWAIT(future);
    VERIFY_KIND(future.result(), NotSignedIn);
    QCOMPARE(future.result().error().context.value(QStringLiteral("requestId")), QStringLiteral("t-1"));
    QCOMPARE(f.server.asked.size(), 2);
    QCOMPARE(f.server.tokens.size(), 2);
}

void TestHttpClient::explainsRefusedSignIn()
{
    Fixture f(inTurn({{}}));
    f.server.tokenHandler = [](int) {
        return Answer{401, R"({"error":"invalid_client","error_description":"AADSTS7000215: Invalid secret <b>x</b>",)"
                           R"("trace_id":"tr-9"})"};
    };
    const auto future = f.client.fetch(f.url("/api/x"));
    AWAIT(future);
    VERIFY_KIND(future.result(), NotSignedIn);
    const Error error = future.result().error();
    QCOMPARE(error.context.value(QStringLiteral("aadsts")), QStringLiteral("AADSTS7000215"));
    QCOMPARE(error.context.value(QStringLiteral("requestId")), QStringLiteral("tr-9"));
    QVERIFY(error.message.startsWith(QStringLiteral("The client secret is wrong.")));
    QVERIFY(!error.message.contains(QStringLiteral("a+b&c=d")));
    QCOMPARE(f.server.asked.size(), 0);
    QCOMPARE(f.server.tokens.size(), 1);
}

void TestHttpClient::refusesTokenThatIsNone()
{
    Fixture f(inTurn({{}}));
    f.server.tokenHandler = [](int) { return Answer{200, R"({"expires_in":100,"access_token":"a\r\nX-Evil: 1"})"}; };
    const auto future = f.client.fetch(f.url("/api/x"));
    AWAIT(future);
    VERIFY_KIND(future.result(), Service);
    QCOMPARE(f.server.asked.size(), 0);
}

void TestHttpClient::repeatsStumblingSignIn()
{
    Fixture f(inTurn({{}}));
    f.server.tokenHandler = [](int number) {
        return number < 3 ? Answer{503} : Answer{200, R"({"expires_in":100,"access_token":"t"})"};
    };
    const auto future = f.client.fetch(f.url("/api/x"));
    AWAIT(future);
    QVERIFY(future.result().has_value());
    QCOMPARE(f.server.tokens.size(), 3);
}

void TestHttpClient::sendsNothingElsewhere()
{
    Fixture f(inTurn({{}}));
    ScriptedServer other(inTurn({{}}));
    for (const QUrl &url : {QUrl(other.url().toString() + QStringLiteral("/api/x")),
                            QUrl(QStringLiteral("https://127.0.0.1:%1/api/x").arg(f.server.serverPort())),
                            QUrl(QStringLiteral("http://localhost:%1/api/x").arg(f.server.serverPort())),
                            QUrl(QStringLiteral("http://evil@127.0.0.1:%1/").arg(f.server.serverPort())),
                            QUrl(QStringLiteral("file:///etc/passwd")), QUrl()}) {
        const auto future = f.client.fetch(url);
        AWAIT(future);
        VERIFY_KIND(future.result(), Refused);
    }
    QCOMPARE(other.connections, 0);
    QCOMPARE(f.server.connections, 0);
}

void TestHttpClient::refusesPlainHttpElsewhere()
{
    const QUrl plain(QStringLiteral("http://192.0.2.1/api"));
    HttpClient client(plain, Fixture::credentials(QUrl(QStringLiteral("https://192.0.2.1"))), quick());
    const auto future = client.fetch(plain);
    AWAIT(future);
    VERIFY_KIND(future.result(), Refused);

    ScriptedServer server(inTurn({{}}));
    HttpClient badAuthority(server.url(), Fixture::credentials(QUrl(QStringLiteral("http://192.0.2.1"))), quick());
    const auto second = badAuthority.fetch(server.url());
    AWAIT(second);
    VERIFY_KIND(second.result(), Refused);
    QCOMPARE(server.connections, 0);
}

void TestHttpClient::doesNotFollowRedirects()
{
    ScriptedServer other(inTurn({{}}));
    Fixture f(inTurn({{302, "", {"Location: " + other.url().toEncoded() + "/api/x"}}}));
    const auto future = f.client.fetch(f.url("/api/x"));
    AWAIT(future);
    VERIFY_KIND(future.result(), Service);
    QCOMPARE(future.result().error().context.value(QStringLiteral("status")), QStringLiteral("302"));
    QCOMPARE(other.connections, 0);
    QCOMPARE(f.server.asked.size(), 1);
}

void TestHttpClient::tellsEveryStatus_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 304, 400, 402, 403, 404, 405, 409, 410, 413, 418, 451, 500, 501, 505, 599})
        QTest::addRow("%d", status) << status;
}

void TestHttpClient::tellsEveryStatus()
{
    QFETCH(int, status);
    Fixture f(inTurn({{status, status == 304 ? "" : R"({"error":{"code":"Code","message":"m"}})"}}));
    const auto future = f.client.post(f.url("/api/x"), "{}");
    AWAIT(future);
    QVERIFY(!future.result().has_value());
    QCOMPARE(future.result().error().context.value(QStringLiteral("status")), QString::number(status));
    QCOMPARE(f.server.asked.size(), 1);
}

void TestHttpClient::repeatsGetAfter5xx()
{
    Fixture f(inTurn({{500}, {503, "", {"Retry-After: 0"}}, {200}}));
    const auto future = f.client.fetch(f.url("/api/x"));
    AWAIT(future);
    QVERIFY(future.result().has_value());
    QCOMPARE(f.server.asked.size(), 3);
}

void TestHttpClient::givesUpAfterTries()
{
    Fixture f(inTurn({{502}}));
    const auto future = f.client.fetch(f.url("/api/x"));
    AWAIT(future);
    VERIFY_KIND(future.result(), Service);
    QCOMPARE(f.server.asked.size(), quick().maximumTries);
    // The pauses grow: half of 20, 40 and 60 ms at least.
    QVERIFY(f.server.asked[3].at - f.server.asked[2].at >= 28);
}

void TestHttpClient::repeatsGetAfterLostConnection()
{
    Fixture f(inTurn({{200, "{}", {}, true}, {200, R"({"a":"12345678"})", {}, false, true}, {200}}));
    const auto future = f.client.fetch(f.url("/api/x"));
    AWAIT(future);
    QVERIFY(future.result().has_value());
    QVERIFY(f.server.asked.size() >= 3);
}

void TestHttpClient::neverRepeatsPost_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("cut");
    QTest::addColumn<bool>("warm");
    for (const char *method : {"POST", "PATCH", "DELETE"}) {
        QTest::addRow("%s 500", method) << QByteArray(method) << 500 << false << false;
        QTest::addRow("%s 503", method) << QByteArray(method) << 503 << false << true;
        QTest::addRow("%s cut", method) << QByteArray(method) << 0 << true << false;
        QTest::addRow("%s cut on a warm connection", method) << QByteArray(method) << 0 << true << true;
    }
}

void TestHttpClient::neverRepeatsPost()
{
    QFETCH(QByteArray, method);
    QFETCH(int, status);
    QFETCH(bool, cut);
    QFETCH(bool, warm);
    Fixture f([=](const Asked &asked) { return asked.method == "GET" ? Answer{} : Answer{status, "{}", {}, cut}; });
    if (warm)
        AWAIT(f.client.fetch(f.url("/api/x")));
    f.server.asked.clear();
    const auto future = method == "POST"    ? f.client.post(f.url("/api/y"), R"({"Comment":"x"})")
                        : method == "PATCH" ? f.client.patch(f.url("/api/y"), R"({"Comment":"x"})")
                                            : f.client.erase(f.url("/api/y"));
    AWAIT(future);
    QVERIFY(!future.result().has_value());
    QCOMPARE(future.result().error().context.value(QStringLiteral("uncertain")), QStringLiteral("true"));
    QTest::qWait(200);
    QCOMPARE(f.server.asked.size(), 1);
}

void TestHttpClient::repeatsPostThatMayBe()
{
    Fixture f(inTurn({{500}, {200, "{}", {}, true}, {200}}));
    const auto future = f.client.post(f.url("/api/x"), R"({"Query":"x"})", true);
    AWAIT(future);
    QVERIFY(future.result().has_value());
    QCOMPARE(f.server.asked.last().body, R"({"Query":"x"})");
}

void TestHttpClient::honoursRetryAfter()
{
    Fixture f(inTurn({{429, "", {"Retry-After: 1"}}, {201}}));
    QList<qint64> pauses;
    connect(&f.client, &HttpClient::paused, this, [&](qint64 milliseconds) { pauses.append(milliseconds); });
    const auto future = f.client.post(f.url("/api/x"), "{}");
    AWAIT(future);
    QVERIFY(future.result().has_value());
    QCOMPARE(f.server.asked.size(), 2);
    QVERIFY2(f.server.asked[1].at - f.server.asked[0].at >= 1000,
             qPrintable(QString::number(f.server.asked[1].at - f.server.asked[0].at)));
    QCOMPARE(pauses, QList<qint64>{1000});
}

void TestHttpClient::pausesEveryCall()
{
    Fixture f([](const Asked &asked) {
        static int count = 0;
        return asked.target == "/api/busy" && count++ == 0 ? Answer{429, "", {"Retry-After: 1"}} : Answer{};
    });
    const auto busy = f.client.fetch(f.url("/api/busy"));
    QVERIFY(QTest::qWaitFor([&] { return f.server.asked.size() == 1; }));
    QTest::qWait(50);
    const auto other = f.client.fetch(f.url("/api/other"));
    AWAIT(other);
    AWAIT(busy);
    for (qsizetype i = 1; i < f.server.asked.size(); ++i)
        QVERIFY(f.server.asked[i].at - f.server.asked[0].at >= 1000);
    QCOMPARE(f.server.asked.size(), 3);
}

void TestHttpClient::losesPatience()
{
    Fixture f(inTurn({{429, R"({"error":{"code":"TooManyRequests","message":"m"}})", {"Retry-After: 86400"}}}));
    const auto future = f.client.fetch(f.url("/api/x"));
    AWAIT(future);
    VERIFY_KIND(future.result(), Quota);
    QCOMPARE(future.result().error().context.value(QStringLiteral("retryAfter")), QStringLiteral("86400"));
    QCOMPARE(f.server.asked.size(), 1);

    Limits limits = quick();
    limits.patience = 300ms;
    Fixture g(inTurn({{429, "", {"Retry-After: 0"}}}), limits);
    const auto second = g.client.fetch(g.url("/api/x"));
    AWAIT(second);
    VERIFY_KIND(second.result(), Quota);
    QVERIFY(g.server.asked.size() > 1);
    QVERIFY(g.server.asked.size() < 20); // "at once" is not taken at its word
}

void TestHttpClient::boundsBody()
{
    Fixture f(inTurn({{200, "{", {}, false, false, false, 8 * 1024 * 1024}}));
    const auto future = f.client.post(f.url("/api/x"), "{}");
    AWAIT(future);
    VERIFY_KIND(future.result(), Service);
    QVERIFY(future.result().error().message.contains(QStringLiteral("more than is taken")));
}

void TestHttpClient::boundsSilence()
{
    Limits limits = quick();
    limits.transferTimeout = 200ms;
    Fixture f(inTurn({{200, "", {}, false, false, true}}), limits);
    const auto future = f.client.post(f.url("/api/x"), "{}");
    QVERIFY(waitFor(future, 3s));
    VERIFY_KIND(future.result(), Network);
    QCOMPARE(f.server.asked.size(), 1);
}

void TestHttpClient::boundsDripping()
{
    Limits limits = quick();
    limits.callTimeout = 300ms;
    Fixture f(inTurn({{200, "", {}, false, false, true}}), limits);
    const auto future = f.client.post(f.url("/api/x"), "{}");
    QVERIFY(waitFor(future, 3s));
    VERIFY_KIND(future.result(), Network);
}

void TestHttpClient::cancelAborts()
{
    Fixture f(inTurn({{200, "", {}, false, false, true}}));
    auto future = f.client.fetch(f.url("/api/x"));
    QVERIFY(QTest::qWaitFor([&] { return f.server.asked.size() == 1; }));
    QTcpSocket *socket = f.server.findChild<QTcpSocket *>();
    QVERIFY(socket);
    bool isClosed = false;
    connect(socket, &QAbstractSocket::disconnected, this, [&] { isClosed = true; });
    future.cancel();
    QVERIFY(QTest::qWaitFor([&] { return isClosed; }, 2000));
    AWAIT(future);
    QVERIFY(future.isCanceled());
    QCOMPARE(future.resultCount(), 0);
}

void TestHttpClient::cancelWhileWaiting()
{
    Fixture f(inTurn({{429, "", {"Retry-After: 3"}}, {}}));
    auto future = f.client.fetch(f.url("/api/x"));
    QVERIFY(QTest::qWaitFor([&] { return f.server.asked.size() == 1; }));
    QTest::qWait(50);
    future.cancel();
    QVERIFY(waitFor(future, 500ms));
    QTest::qWait(100);
    QCOMPARE(f.server.asked.size(), 1);
}

void TestHttpClient::closingEndsCalls()
{
    ScriptedServer server(inTurn({{200, "", {}, false, false, true}}));
    auto client = std::make_unique<HttpClient>(server.url(), Fixture::credentials(server.url()), quick());
    const auto sent = client->fetch(server.url());
    QVERIFY(QTest::qWaitFor([&] { return server.asked.size() == 1; }));
    const auto fresh = client->fetch(server.url());
    client.reset();
    QVERIFY(sent.isFinished());
    QVERIFY(fresh.isFinished());
    VERIFY_KIND(sent.result(), Cancelled);
}

void TestHttpClient::limitsParallelCalls()
{
    Fixture f(inTurn({{200, "", {}, false, false, true}}));
    QList<FutureResult<Reply>> futures;
    for (int i = 0; i < 10; ++i)
        futures.append(f.client.fetch(f.url("/api/x")));
    QTest::qWait(300);
    QCOMPARE(f.server.asked.size(), quick().maximumParallel);
    futures[0].cancel(); // its place goes to the next
    QVERIFY(QTest::qWaitFor([&] { return f.server.asked.size() == quick().maximumParallel + 1; }, 2000));
}

void TestHttpClient::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("seconds") << QByteArray("120") << qint64(120'000);
    QTest::newRow("blanks") << QByteArray(" 7 ") << qint64(7'000);
    QTest::newRow("negative") << QByteArray("-5") << qint64(0);
    QTest::newRow("date") << QByteArray("Sun, 06 Nov 1994 08:50:37 GMT") << qint64(60'000);
    QTest::newRow("past date") << QByteArray("Sun, 06 Nov 1994 08:00:00 GMT") << qint64(0);
    QTest::newRow("text") << QByteArray("soon") << qint64(-1);
    QTest::newRow("nothing") << QByteArray() << qint64(-1);
    QTest::newRow("huge") << QByteArray("999999999999999999") << qint64(31'536'000'000);
}

void TestHttpClient::readsRetryAfter()
{
    QFETCH(QByteArray, header);
    QFETCH(qint64, milliseconds);
    const QDateTime now(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);
    QCOMPARE(retryAfter(header, now).value_or(-1ms).count(), milliseconds);
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
