// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/httperror.h"

#include <QTest>

using namespace watchdesk;
using namespace watchdesk::net;

class TestHttpError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsStatus_data();
    void mapsStatus();
    void keepsWhatSupportNeeds();
    void readsInnerError();
    void showsPlainText();
    void bearsAnyBody_data();
    void bearsAnyBody();
    void explainsSignIn_data();
    void explainsSignIn();
};

void TestHttpError::mapsStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("kind");
    const auto row = [](int status, const char *code, const char *kind) {
        QTest::addRow("%d %s", status, code) << status << QByteArray(code) << QString::fromLatin1(kind);
    };
    row(302, "", "service");
    row(400, "BadRequest", "invalidInput");
    row(400, "ODataError", "invalidInput");
    row(400, "OsPlatformNotSupported", "refused");
    row(400, "ClientVersionNotSupported", "refused");
    row(400, "ActiveRequestAlreadyExists", "refused");
    row(401, "Unauthorized", "notSignedIn");
    row(403, "Forbidden", "notAllowed");
    row(403, "DisabledFeature", "notAllowed");
    row(404, "ResourceNotFound", "notFound");
    row(409, "", "refused");
    row(418, "", "service");
    row(429, "TooManyRequests", "quota");
    row(500, "InternalServerError", "service");
    row(503, "", "service");
}

void TestHttpError::mapsStatus()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(QString, kind);
    const QByteArray body = R"({"error":{"code":")" + code + R"(","message":"Text","target":"t"}})";
    const Error error = errorFromReply(status, body, {}, QUrl(QStringLiteral("https://host/api/x")));
    QCOMPARE(kindName(error.kind), kind);
    QVERIFY(!error.message.isEmpty());
    QCOMPARE(error.context.value(QStringLiteral("code")).toLatin1(), code);
    QCOMPARE(error.context.value(QStringLiteral("status")), QString::number(status));
}

void TestHttpError::keepsWhatSupportNeeds()
{
    const QByteArray body =
        R"({"error":{"code":"BadRequest","message":"Action is already in progress","target":"guid"}})";
    const QUrl url(QStringLiteral("https://user:pass@host/api/machines/1/isolate?secret=1"));
    const Error error = errorFromReply(400, body, {}, url);
    QCOMPARE(kindName(error.kind), QStringLiteral("refused"));
    QVERIFY(error.message.contains(QStringLiteral("already in progress")));
    QCOMPARE(error.context.value(QStringLiteral("alreadyInProgress")), QStringLiteral("true"));
    QCOMPARE(error.context.value(QStringLiteral("requestId")), QStringLiteral("guid"));
    QCOMPARE(error.context.value(QStringLiteral("url")), QStringLiteral("https://host/api/machines/1/isolate"));
    QCOMPARE(errorFromReply(400, body, QStringLiteral("header"), url).context.value(QStringLiteral("requestId")),
             QStringLiteral("header"));
}

/// Graph's errors carry what its support asks for inside.
void TestHttpError::readsInnerError()
{
    const QByteArray body = "{\"error\":{\"code\":\"BadRequest\",\"message\":\"no\",\"innerError\":{\"date\":"
                            "\"2026-01-02T03:04:05\",\"request-id\":\"r-1\",\"client-request-id\":\"c-1\"}}}";
    const auto of = [&](const QByteArray &text, const QString &id, const char *name) {
        return errorFromReply(400, text, id, QUrl(QStringLiteral("https://graph.example/v1.0")))
            .context.value(QLatin1String(name));
    };
    QCOMPARE(of(body, {}, "requestId"), QStringLiteral("r-1"));
    QCOMPARE(of(body, QStringLiteral("head"), "requestId"), QStringLiteral("head")); // the header's comes first
    QCOMPARE(of(body, {}, "clientRequestId"), QStringLiteral("c-1"));
    QCOMPARE(of(body, {}, "date"), QStringLiteral("2026-01-02T03:04:05"));
    QByteArray older = body;
    QCOMPARE(of(older.replace("innerError", "innererror"), {}, "requestId"), QStringLiteral("r-1"));
    QByteArray wrong = body;
    QCOMPARE(of(wrong.replace("{\"date\"", "[{\"date\"").replace("}}}", "}]}}"), {}, "date"), QString());
}

void TestHttpError::showsPlainText()
{
    const QByteArray body =
        QByteArray(R"({"error":{"code":"x","message":"a\u202eb\u0000c)") + QByteArray(5000, 'y') + R"("}})";
    const Error error = errorFromReply(400, body, {}, {});
    QVERIFY(error.message.contains(QStringLiteral("a[U+202E]b[U+0000]c")));
    QVERIFY(error.message.size() < 700);
}

void TestHttpError::bearsAnyBody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("html") << QByteArray("<html><b>Gateway</b></html>");
    QTest::newRow("array") << QByteArray("[1]");
    QTest::newRow("error is text") << QByteArray(R"({"error":"x"})");
    QTest::newRow("message is a number") << QByteArray(R"({"error":{"code":1,"message":2,"target":3}})");
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe{\"error\":");
}

void TestHttpError::bearsAnyBody()
{
    QFETCH(QByteArray, body);
    const Error error = errorFromReply(502, body, {}, {});
    QCOMPARE(kindName(error.kind), QStringLiteral("service"));
    QCOMPARE(error.message, QStringLiteral("The service failed (HTTP 502)."));
    QCOMPARE(kindName(errorFromTokenReply(400, body).kind), QStringLiteral("notSignedIn"));
}

void TestHttpError::explainsSignIn_data()
{
    QTest::addColumn<QByteArray>("description");
    QTest::addColumn<QString>("aadsts");
    QTest::addColumn<QString>("begin");
    QTest::newRow("secret") << QByteArray("AADSTS7000215: Invalid client secret") << QStringLiteral("AADSTS7000215")
                            << QStringLiteral("The client secret is wrong.");
    QTest::newRow("expired") << QByteArray("AADSTS7000222: expired") << QStringLiteral("AADSTS7000222")
                             << QStringLiteral("The client secret has expired");
    QTest::newRow("app") << QByteArray("AADSTS700016: no app") << QStringLiteral("AADSTS700016")
                         << QStringLiteral("The tenant does not know this app");
    QTest::newRow("tenant") << QByteArray("AADSTS90002: no tenant") << QStringLiteral("AADSTS90002")
                            << QStringLiteral("There is no such tenant");
    QTest::newRow("other") << QByteArray("AADSTS12: x") << QStringLiteral("AADSTS12")
                           << QStringLiteral("The sign-in was refused.");
    QTest::newRow("no number") << QByteArray("AADSTS: x") << QString() << QStringLiteral("The sign-in was refused.");
}

void TestHttpError::explainsSignIn()
{
    QFETCH(QByteArray, description);
    QFETCH(QString, aadsts);
    QFETCH(QString, begin);
    const Error error =
        errorFromTokenReply(401, R"({"error":"unauthorized_client","error_description":")" + description + "\"}");
    QCOMPARE(error.context.value(QStringLiteral("aadsts")), aadsts);
    QVERIFY2(error.message.startsWith(begin), qPrintable(error.message));
}

QTEST_GUILESS_MAIN(TestHttpError)
#include "tst_httperror.moc"
