// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/client.h"
#include "app/lab/identity/certificate.h"
#include "app/net/chain.h"
#include "app/net/httpclient.h"
#include "app/net/signin/clientassertion.h"
#include "app/net/signin/interactivesignin.h"
#include "app/net/signin/usersession.h"
#include "tests/defender/waiting.h"
#include "tests/lab/labclient.h"
#include "tests/lab/labcontent.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::lab;
using namespace watchdesk::net;
using watchdesk::test::waitFor;

/// Our ways to sign in, at the lab's sign-in service.
class TestSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withSecret();
    void withCertificate();
    void refusesOtherCertificate();
    void explainsBadCertificates_data();
    void explainsBadCertificates();
    void withBrowser();
    void refusesForeignAnswers();
    void withDeviceCode();
    void saysThatItWasDeclined();
    void isCancelled();
    void endsWithTheSession();
    void wantsTheRightAudience();
    void knowsWhatIsLacking();
    void toleratesSkew();

private:
    Credentials
    credentials(const QString &scope = QStringLiteral("https://api.securitycenter.microsoft.com/.default")) const
    {
        return {m_lab->authority(), m_lab->tenantId(), m_lab->clientId(), m_lab->clientSecret(), scope};
    }
    defender::Connection connection() const
    {
        return {m_lab->url(), m_lab->authority(), m_lab->tenantId(), m_lab->clientId(), m_lab->clientSecret()};
    }
    Result<Reply> machines(const Credentials &with)
    {
        HttpClient client(m_lab->url(), with);
        const auto future = client.fetch(QUrl(m_lab->url().toString() + QStringLiteral("/api/machines")));
        return waitFor(future) ? future.result() : failure(Error::Kind::Internal, QStringLiteral("it never ended"));
    }

    QTemporaryDir m_folder;
    CertificatePair m_pair;
    std::unique_ptr<Lab> m_lab;
    std::unique_ptr<LabClient> m_raw;
};

void TestSignIn::initTestCase()
{
    const QJsonArray machines{QJsonObject{{QStringLiteral("id"), QStringLiteral("m1")},
                                          {QStringLiteral("computerDnsName"), QStringLiteral("one")},
                                          {QStringLiteral("healthStatus"), QStringLiteral("Active")}}};
    const auto content = smallContent(m_folder.path(), machines);
    QVERIFY2(content, content ? "" : qPrintable(content.error().message));
    m_pair = makeCertificate({QStringLiteral("Watchdesk test"), {}, -60, 3'600, false, true});
    LabOptions options;
    options.certificatePem = m_pair.certificate;
    options.deniedPermissions = QStringList{QStringLiteral("Machine.Isolate")};
    auto lab = Lab::startWith(*content, options);
    QVERIFY(lab);
    m_lab = std::move(*lab);
    m_raw = std::make_unique<LabClient>(*m_lab);
}

void TestSignIn::withSecret()
{
    QVERIFY(machines(credentials()));
    Credentials wrong = credentials();
    wrong.clientSecret = QStringLiteral("nonsense");
    const auto refused = machines(wrong);
    QCOMPARE(kindName(refused.error().kind), kindName(Error::Kind::NotSignedIn));
    QCOMPARE(refused.error().context.value(QStringLiteral("cause")), QStringLiteral("secret"));
    wrong.clientSecret.clear();
    const auto none = machines(wrong);
    QCOMPARE(kindName(none.error().kind), kindName(Error::Kind::NotSignedIn));
}

void TestSignIn::withCertificate()
{
    Credentials with = credentials();
    with.clientSecret.clear();
    with.certificatePem = m_pair.certificate + m_pair.key;
    const auto answer = machines(with);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
    const auto facts = certificateFacts(with.certificatePem);
    QVERIFY(facts);
    QCOMPARE(facts->subject, QStringLiteral("Watchdesk test"));
    QCOMPARE(facts->sha1.size(), 40);
}

void TestSignIn::refusesOtherCertificate()
{
    const CertificatePair other = makeCertificate({QStringLiteral("other"), {}, -60, 3'600, false, true});
    Credentials with = credentials();
    with.clientSecret.clear();
    with.certificatePem = other.key + other.certificate;
    const auto refused = machines(with);
    QCOMPARE(refused.error().context.value(QStringLiteral("aadsts")), QStringLiteral("AADSTS700027"));
    QCOMPARE(refused.error().context.value(QStringLiteral("cause")), QStringLiteral("certificate"));
}

void TestSignIn::explainsBadCertificates_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QString>("word");
    const CertificatePair rsa = makeCertificate({QStringLiteral("a"), {}, -60, 3'600, false, true});
    const CertificatePair curve = makeCertificate({QStringLiteral("b"), {}, -60, 3'600});
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("certificate in PEM");
    QTest::newRow("no key") << rsa.certificate << QStringLiteral("no private key");
    QTest::newRow("no certificate") << rsa.key << QStringLiteral("no certificate");
    QTest::newRow("not a pair") << rsa.certificate +
                                       makeCertificate({QStringLiteral("c"), {}, -60, 60, false, true}).key
                                << QStringLiteral("does not belong");
    QTest::newRow("curve") << curve.certificate + curve.key << QStringLiteral("RSA");
    QTest::newRow("huge") << QByteArray(1'000'000, 'x') << QStringLiteral("large");
}

void TestSignIn::explainsBadCertificates()
{
    QFETCH(QByteArray, pem);
    QFETCH(QString, word);
    const auto facts = certificateFacts(pem);
    QVERIFY(!facts);
    QVERIFY2(facts.error().message.contains(word), qPrintable(facts.error().message));
    QVERIFY(!facts.error().message.contains(QStringLiteral("BEGIN")));
}

void TestSignIn::withBrowser()
{
    Credentials with = credentials();
    with.clientSecret.clear();
    InteractiveSignIn signIn(with, {});
    QSignalSpy wanted(&signIn, &InteractiveSignIn::browserWanted);
    const auto future = signIn.start(InteractiveSignIn::Way::Browser);
    QCOMPARE(wanted.size(), 1);
    const QUrl url = wanted.first().first().toUrl();
    const QUrlQuery query(url);
    QCOMPARE(query.queryItemValue(QStringLiteral("code_challenge_method")), QStringLiteral("S256"));
    QVERIFY(query.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded)
                .startsWith(QStringLiteral("http://localhost:")));
    // The browser goes to the page and is sent back.
    QNetworkAccessManager browser;
    browser.setRedirectPolicy(QNetworkRequest::NoLessSafeRedirectPolicy);
    QNetworkReply *shown = browser.get(QNetworkRequest(url));
    QVERIFY(waitFor(future));
    QVERIFY2(future.result(), future.result() ? "" : qPrintable(future.result().error().message));
    QVERIFY(future.result()->claims->isDelegated());
    QCOMPARE(future.result()->claims->user, QStringLiteral("analyst@lab.example"));
    QVERIFY(QTest::qWaitFor([&] { return shown->isFinished(); }));
    QVERIFY(shown->readAll().contains("close this window"));

    with.user = std::make_shared<UserSession>(future.result()->refreshToken);
    QSignalSpy renewed(with.user.get(), &UserSession::renewed);
    const auto answer = machines(with);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
    QCOMPARE(renewed.size(), 1); // the service gave a new one, which has to be kept
    QVERIFY(with.user->refreshToken() != future.result()->refreshToken);
}

void TestSignIn::refusesForeignAnswers()
{
    InteractiveSignIn signIn(credentials(), {});
    QSignalSpy wanted(&signIn, &InteractiveSignIn::browserWanted);
    const auto future = signIn.start(InteractiveSignIn::Way::Browser);
    const QString back =
        QUrlQuery(wanted.first().first().toUrl()).queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded);
    for (const char *request : {"/?code=stolen&state=guess", "/?code=stolen", "/favicon.ico", "/?state=&code=x"}) {
        QNetworkAccessManager network;
        QNetworkReply *reply = network.get(QNetworkRequest(QUrl(back + QString::fromLatin1(request))));
        QVERIFY(QTest::qWaitFor([&] { return reply->isFinished(); }));
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 404);
        QVERIFY(!future.isFinished());
    }
}

void TestSignIn::withDeviceCode()
{
    Credentials with = credentials();
    with.clientSecret.clear();
    InteractiveSignIn signIn(with, {});
    QSignalSpy issued(&signIn, &InteractiveSignIn::codeIssued);
    const auto future = signIn.start(InteractiveSignIn::Way::DeviceCode);
    QVERIFY(issued.wait());
    const QByteArray code = issued.first().first().toString().toLatin1();
    const QUrl page = issued.first().last().toUrl();
    QTest::qWait(1'500); // it asks at least once before anybody has entered it
    QVERIFY(!future.isFinished());
    QCOMPARE(m_raw->send("POST", page.toString(), "otc=" + code, "application/x-www-form-urlencoded").status, 200);
    QVERIFY(waitFor(future));
    QVERIFY2(future.result(), future.result() ? "" : qPrintable(future.result().error().message));
    QVERIFY(!future.result()->refreshToken.isEmpty());
}

void TestSignIn::saysThatItWasDeclined()
{
    InteractiveSignIn signIn(credentials(), {});
    QSignalSpy issued(&signIn, &InteractiveSignIn::codeIssued);
    const auto future = signIn.start(InteractiveSignIn::Way::DeviceCode);
    QVERIFY(issued.wait());
    const QByteArray code = issued.first().first().toString().toLatin1();
    m_raw->send("POST", issued.first().last().toUrl().toString(), "decision=decline&otc=" + code,
                "application/x-www-form-urlencoded");
    QVERIFY(waitFor(future));
    QCOMPARE(kindName(future.result().error().kind), kindName(Error::Kind::NotSignedIn));
}

void TestSignIn::isCancelled()
{
    InteractiveSignIn signIn(credentials(), {});
    auto future = signIn.start(InteractiveSignIn::Way::DeviceCode);
    future.cancel();
    QVERIFY(waitFor(future));
    QCOMPARE(future.resultCount(), 0);
}

void TestSignIn::endsWithTheSession()
{
    Credentials with = credentials();
    with.clientSecret.clear();
    with.user = std::make_shared<UserSession>(QStringLiteral("nobody's"));
    QSignalSpy ended(with.user.get(), &UserSession::ended);
    const auto refused = machines(with);
    QCOMPARE(kindName(refused.error().kind), kindName(Error::Kind::NotSignedIn));
    QCOMPARE(refused.error().context.value(QStringLiteral("cause")), QStringLiteral("session"));
    QCOMPARE(ended.size(), 1);
    QVERIFY(!with.user->isSignedIn());
    const auto again = machines(with);
    QVERIFY(again.error().message.contains(QStringLiteral("sign in first")));
}

void TestSignIn::wantsTheRightAudience()
{
    const auto wrong = machines(credentials(QStringLiteral("https://graph.microsoft.com/.default")));
    QCOMPARE(kindName(wrong.error().kind), kindName(Error::Kind::NotAllowed));
    QVERIFY(wrong.error().message.contains(QStringLiteral("audience")));
    const auto unknown = machines(credentials(QStringLiteral("https://example.com/.default")));
    QCOMPARE(unknown.error().context.value(QStringLiteral("cause")), QStringLiteral("audience"));
}

void TestSignIn::knowsWhatIsLacking()
{
    defender::Client client(connection());
    QVERIFY(client.lacking(QStringLiteral("isolate")).isEmpty()); // nothing is known before there was a token
    const auto signedIn = client.signIn(defender::Api::Defender);
    QVERIFY(waitFor(signedIn));
    QVERIFY(signedIn.result());
    QVERIFY(signedIn.result()->names.contains(QStringLiteral("Machine.Scan")));
    QVERIFY(!signedIn.result()->isDelegated);
    QCOMPARE(client.lacking(QStringLiteral("isolate")), QStringList{QStringLiteral("Machine.Isolate")});
    QVERIFY(client.lacking(QStringLiteral("runQuery")).isEmpty());
}

void TestSignIn::toleratesSkew()
{
    for (const int skew : {-3'000, 3'000}) {
        QCOMPARE(m_raw->own("POST", QStringLiteral("/lab/faults"), {{QStringLiteral("skew"), skew}}).status, 200);
        const auto answer = machines(credentials());
        m_raw->own("DELETE", QStringLiteral("/lab/faults"));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
    }
}

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
