// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/jsonwriter.h"
#include "tests/lab/labclient.h"
#include "tests/lab/labcontent.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace watchdesk;
using namespace watchdesk::lab;

namespace {

const QString kMachines = QStringLiteral("/api/machines");
const QString kAlerts = QStringLiteral("/api/alerts");

QStringList ids(const char *text) { return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts); }

} // namespace

/// What the lab answers as the Defender API: sign-in, lists, entities, alert edits, indicators.
class LabApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void signsIn_data();
    void signsIn();
    void wantsAToken();
    void tellsExpiredTokens();
    void checksAudience();
    void checksPermission();
    void checksEachRoute_data();
    void checksEachRoute();
    void showsAMachine();
    void findsAMachineByName();
    void filtersAndCounts_data();
    void filtersAndCounts();
    void pages();
    void pagesWithTop();
    void answers404ForNoMachines();
    void expandsEvidence();
    void keepsHostileText();
    void editsAlerts();
    void refusesAlertEdits_data();
    void refusesAlertEdits();
    void keepsIndicators();
    void refusesIndicators_data();
    void refusesIndicators();
    void servesManyClients();
    void countsCalls();
    void knowsTheBlanksOfJson();

private:
    std::unique_ptr<Lab> labWith(const LabOptions &options);

    QTemporaryDir m_folder;
    Content m_content;
    std::unique_ptr<Lab> m_lab;
    std::unique_ptr<LabClient> m_client;
};

void LabApiTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    const auto content = smallContent(m_folder.path(), jsonArrayFile(QStringLiteral("machines.json")));
    QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().message));
    m_content = *content;
}

void LabApiTest::init()
{
    m_client.reset();
    m_lab.reset();
    m_lab = labWith({});
    QVERIFY(m_lab);
    m_client = std::make_unique<LabClient>(*m_lab);
    QVERIFY(m_client->useToken());
}

std::unique_ptr<Lab> LabApiTest::labWith(const LabOptions &options)
{
    auto lab = Lab::startWith(m_content, options);
    if (lab)
        return std::move(*lab);
    qWarning() << lab.error().message << lab.error().context;
    return {};
}

void LabApiTest::signsIn_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text"); ///< in the answer
    const QString v2 = QStringLiteral("/oauth2/v2.0/token");
    const QString v1 = QStringLiteral("/oauth2/token");
    const auto row = [](const char *name, const char *field, const char *value, const QString &path, int status,
                        const char *text) {
        QTest::newRow(name) << QString::fromLatin1(field) << QString::fromLatin1(value) << path << status
                            << QString::fromLatin1(text);
    };
    row("right", "", "", v2, 200, "\"expires_in\":3599");
    row("first version", "resource", "https://api.securitycenter.microsoft.com", v1, 200, "\"expires_in\":\"3599\"");
    row("wrong secret", "client_secret", "x", v2, 401, "AADSTS7000215");
    row("no secret", "client_secret", "", v2, 401, "AADSTS7000216");
    row("wrong app", "client_id", "11111111-0000-0000-0000-000000000000", v2, 400, "AADSTS700016");
    row("no app", "client_id", "", v2, 400, "AADSTS900144");
    row("wrong grant", "grant_type", "password", v2, 400, "unsupported_grant_type");
    row("wrong scope", "scope", "https://example.com/.default", v2, 400, "AADSTS500011");
    row("single scope", "scope", "https://graph.microsoft.com/User.Read", v2, 400, "AADSTS1002012");
    row("wrong resource", "resource", "https://example.com", v1, 400, "invalid_resource");
    row("unknown endpoint", "", "", QStringLiteral("/oauth2/v3.0/token"), 404, "AADSTS");
}

void LabApiTest::signsIn()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, path);
    QFETCH(int, status);
    QFETCH(QString, text);
    QMap<QString, QString> change;
    if (!field.isEmpty())
        change.insert(field, value);
    const LabAnswer answer = m_client->signIn(change, path);
    QCOMPARE(answer.status, status);
    QVERIFY2(QString::fromUtf8(answer.body).contains(text), answer.body.constData());
    QCOMPARE(answer.json().contains(u"access_token"), status == 200);
    QCOMPARE(answer.json().value(u"error_codes").isArray(), status != 200);
}

void LabApiTest::wantsAToken()
{
    const QList<QByteArray> wrong{QByteArray(), "Bearer x", "Bearer a.b.c", "Basic abc",
                                  QByteArray(m_client->authorization + 'x')};
    for (const QByteArray &authorization : wrong) {
        m_client->authorization = authorization;
        const LabAnswer answer = m_client->get(kMachines);
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.code(), QStringLiteral("Unauthorized"));
    }
    // A token of another lab is signed with another key.
    const auto other = labWith({});
    LabClient elsewhere(*other);
    QVERIFY(elsewhere.useToken());
    m_client->authorization = elsewhere.authorization;
    QCOMPARE(m_client->get(kMachines).status, 401);
}

void LabApiTest::tellsExpiredTokens()
{
    LabOptions options;
    options.tokenLifetime = 0;
    const auto lab = labWith(options);
    LabClient client(*lab);
    QVERIFY(client.useToken());
    const LabAnswer answer = client.get(kMachines);
    QCOMPARE(answer.status, 401);
    QVERIFY(answer.message().contains(QStringLiteral("expired")));
}

void LabApiTest::checksAudience()
{
    QVERIFY(m_client->useToken(QStringLiteral("https://api.security.microsoft.com")));
    const LabAnswer answer = m_client->get(kMachines);
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.code(), QStringLiteral("Forbidden"));
    QVERIFY(m_client->useToken());
    QCOMPARE(m_client->post(QStringLiteral("/api/advancedhunting/run"), {}).status, 403);
    QCOMPARE(m_client->post(QStringLiteral("/v1.0/security/runHuntingQuery"), {}).status, 403);
}

void LabApiTest::checksPermission()
{
    LabOptions options;
    options.deniedPermissions = {QStringLiteral("Machine.Isolate")};
    const auto lab = labWith(options);
    LabClient client(*lab);
    QVERIFY(client.useToken());
    QCOMPARE(client.get(kMachines).status, 200);
    const LabAnswer answer =
        client.post(kMachines + QStringLiteral("/d01/isolate"), {{QStringLiteral("Comment"), QStringLiteral("c")}});
    QCOMPARE(answer.status, 403);
    QVERIFY2(answer.message().contains(QStringLiteral("Machine.Isolate")), qPrintable(answer.message()));
}

void LabApiTest::checksEachRoute_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *method, const char *path, int status, const char *code) {
        QTest::addRow("%s %s", method, path)
            << QByteArray(method) << QString::fromLatin1(path) << status << QString::fromLatin1(code);
    };
    row("GET", "/api/machines", 200, "");
    row("GET", "/api/Machines", 200, "");
    row("GET", "/API/v1.0/machines", 200, "");
    row("GET", "/api/v1.0/ALERTS", 200, "");
    row("GET", "/api/machines/", 200, "");
    row("GET", "/api/indicators", 200, "");
    row("GET", "/api/machineactions", 200, "");
    row("GET", "/machines", 404, "NotFound");
    row("GET", "/api", 404, "NotFound");
    row("GET", "/", 404, "NotFound");
    row("GET", "/api/nothing", 404, "NotFound");
    row("GET", "/api/v2.0/machines", 404, "NotFound");
    row("GET", "/api/machines/nobody", 404, "ResourceNotFound");
    row("GET", "/api/alerts/nobody", 404, "ResourceNotFound");
    row("GET", "/api/machineactions/nobody", 404, "ResourceNotFound");
    row("DELETE", "/api/indicators/nobody", 404, "ResourceNotFound");
    row("POST", "/api/machines", 405, "MethodNotAllowed");
    row("DELETE", "/api/machines/d01", 405, "MethodNotAllowed");
    row("GET", "/api/machines/d01/isolate", 405, "MethodNotAllowed");
    row("GET", "/api/advancedqueries/run", 405, "MethodNotAllowed");
    row("PUT", "/api/alerts/a01", 405, "MethodNotAllowed");
    row("GET", "/api/machines?$top=10001", 400, "ODataError");
    row("GET", "/api/machines?$filter=nonsense%20eq%20'x'", 400, "ODataError");
    row("GET", "/api/machines?$orderby=id", 400, "ODataError");
    row("GET", "/api/machines?$expand=evidence", 400, "ODataError");
    row("POST", "/api/machines/d01/isolate", 400, "InvalidRequestBody");
}

void LabApiTest::checksEachRoute()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(int, status);
    QFETCH(QString, code);
    const LabAnswer answer = m_client->send(method, path);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.code(), code);
    if (!code.isEmpty())
        QCOMPARE(answer.json().value(u"error").toObject().value(u"target").toString().size(), 36);
}

void LabApiTest::showsAMachine()
{
    const LabAnswer answer = m_client->get(kMachines + QStringLiteral("/d01"));
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.contentType.startsWith("application/json"));
    const QJsonObject machine = answer.json();
    QCOMPARE(machine.value(u"@odata.context").toString(),
             m_lab->url().toString() + QStringLiteral("/api/$metadata#Machines/$entity"));
    QCOMPARE(machine.value(u"id").toString(), QStringLiteral("d01"));
    QCOMPARE(machine.value(u"lastSeen").toString(), QStringLiteral("2026-03-01T08:00:00.0000000Z"));
    QCOMPARE(machine.value(u"osBuild").toInt(), 20348);
    QCOMPARE(m_lab->tenantId(), QStringLiteral("aaaaaaaa-0000-4000-8000-bbbbbbbbbbbb")); // as its alerts say
    QCOMPARE(machine.value(u"isAadJoined"), QJsonValue(true));
    QCOMPARE(machine.value(u"machineTags").toArray().size(), 2);
    QCOMPARE(machine.value(u"ipAddresses").toArray().first().toObject().value(u"macAddress").toString(),
             QStringLiteral("AA00"));
    QVERIFY(machine.value(u"firstSeen").isNull());
    QVERIFY(machine.value(u"version").isNull());
}

void LabApiTest::findsAMachineByName()
{
    QCOMPARE(m_client->get(kMachines + QStringLiteral("/ws02.LAB.example")).json().value(u"id").toString(),
             QStringLiteral("d02"));
    QCOMPARE(m_client->get(kMachines + QStringLiteral("/D02")).json().value(u"id").toString(), QStringLiteral("d02"));
}

void LabApiTest::filtersAndCounts_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("all") << kMachines << QString() << ids("d01 d02 d03 d04 d05");
    QTest::newRow("risk") << kMachines << QStringLiteral("$filter=riskScore eq 'High'") << ids("d01 d04");
    QTest::newRow("plus") << kMachines << QStringLiteral("$filter=riskScore+eq+'High'") << ids("d01 d04");
    QTest::newRow("time") << kMachines << QStringLiteral("$filter=lastSeen ge 2026-03-03Z") << ids("d03 d05");
    QTest::newRow("skip") << kMachines << QStringLiteral("$skip=3") << ids("d04 d05");
    QTest::newRow("filter, skip, top") << kMachines << QStringLiteral("$filter=healthStatus eq 'Active'&$skip=1&$top=1")
                                       << ids("d03");
    QTest::newRow("none of it") << kAlerts << QStringLiteral("$filter=status eq 'Unknown'") << QStringList();
    QTest::newRow("alerts") << kAlerts << QStringLiteral("$filter=incidentId eq 7 and severity ne 'High'")
                            << ids("a02");
    QTest::newRow("beyond") << kMachines << QStringLiteral("$skip=99") << QStringList();
}

void LabApiTest::filtersAndCounts()
{
    QFETCH(QString, path);
    QFETCH(QString, query);
    QFETCH(QStringList, ids);
    const LabAnswer answer = m_client->get(path + u'?' + query);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.ids(), ids);
    if (!query.contains(QLatin1String("$skip"))) {
        const LabAnswer count = m_client->get(path + QStringLiteral("/$count?") + query);
        QCOMPARE(count.body, QByteArray::number(ids.size()));
        QCOMPARE(
            m_client->get(path + QStringLiteral("?$count=true&$top=0&") + query).json().value(u"@odata.count").toInt(),
            ids.size());
    }
}

void LabApiTest::pages()
{
    LabOptions options;
    options.pageSize = 2;
    const auto lab = labWith(options);
    LabClient client(*lab);
    QVERIFY(client.useToken());
    QStringList found;
    QString next = QStringLiteral("/api/v1.0/machines?$filter=id ne 'd02'");
    int pages = 0;
    for (; !next.isEmpty() && pages < 10; ++pages) {
        const LabAnswer answer = client.get(next);
        QCOMPARE(answer.status, 200);
        found += answer.ids();
        next = answer.json().value(u"@odata.nextLink").toString();
        QVERIFY2(next.isEmpty() || next.startsWith(lab->url().toString() + QStringLiteral("/api/v1.0/machines?")),
                 qPrintable(next));
    }
    QCOMPARE(pages, 2);
    QCOMPARE(found, ids("d01 d03 d04 d05"));
}

void LabApiTest::pagesWithTop()
{
    const LabAnswer first = m_client->get(kMachines + QStringLiteral("?$top=3"));
    QCOMPARE(first.ids(), ids("d01 d02 d03"));
    const LabAnswer second = m_client->get(first.json().value(u"@odata.nextLink").toString());
    QCOMPARE(second.ids(), ids("d04 d05"));
    QVERIFY(!second.json().contains(u"@odata.nextLink"));
}

void LabApiTest::answers404ForNoMachines()
{
    QCOMPARE(m_client->get(kMachines + QStringLiteral("?$filter=id eq 'nobody'")).status, 404);
    QTemporaryDir folder;
    const auto content = smallContent(folder.path(), {});
    QVERIFY(content);
    const auto lab = Lab::startWith(*content, {});
    QVERIFY(lab);
    LabClient client(**lab);
    QVERIFY(client.useToken());
    const LabAnswer answer = client.get(kMachines);
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.code(), QStringLiteral("ResourceNotFound"));
    QCOMPARE(client.get(QStringLiteral("/api/indicators")).status, 200);
}

void LabApiTest::expandsEvidence()
{
    const auto evidence = [](const LabAnswer &answer) {
        return answer.rows().first().toObject().value(u"evidence").toArray().size();
    };
    QCOMPARE(evidence(m_client->get(kAlerts)), 0);
    QCOMPARE(evidence(m_client->get(kAlerts + QStringLiteral("?$expand=evidence"))), 2);
    QCOMPARE(m_client->get(kAlerts + QStringLiteral("/a01")).json().value(u"evidence").toArray().size(), 2);
    QCOMPARE(m_client->get(kAlerts + QStringLiteral("/a03")).json().value(u"evidence").toArray().size(), 0);
    QVERIFY(m_client->get(kAlerts + QStringLiteral("/a03")).json().value(u"evidence").isArray());
}

void LabApiTest::keepsHostileText()
{
    QCOMPARE(m_client->get(kAlerts + QStringLiteral("/a02")).json().value(u"title").toString(),
             QStringLiteral("\u202Etxt.exe <b>bold</b>"));
    const QJsonObject first = m_client->get(kAlerts + QStringLiteral("/a01")).json();
    QCOMPARE(first.value(u"title").toString(), QStringLiteral("Credential access \"lsass\""));
    QCOMPARE(first.value(u"description").toString(), QStringLiteral("first\nline"));
}

void LabApiTest::editsAlerts()
{
    const LabAnswer answer = m_client->patch(kAlerts + QStringLiteral("/a01"),
                                             {{QStringLiteral("status"), QStringLiteral("Resolved")},
                                              {QStringLiteral("classification"), QStringLiteral("FalsePositive")},
                                              {QStringLiteral("determination"), QStringLiteral("Malware")},
                                              {QStringLiteral("comment"), QStringLiteral("a \"test\"")}});
    QCOMPARE(answer.status, 200);
    const QJsonObject alert = m_client->get(kAlerts + QStringLiteral("/a01")).json();
    QCOMPARE(alert, answer.json());
    QCOMPARE(alert.value(u"status").toString(), QStringLiteral("Resolved"));
    QCOMPARE(alert.value(u"determination").toString(), QStringLiteral("Malware"));
    QCOMPARE(alert.value(u"severity").toString(), QStringLiteral("High"));
    QCOMPARE(alert.value(u"evidence").toArray().size(), 2);
    QCOMPARE(alert.value(u"comments").toArray().first().toObject().value(u"comment").toString(),
             QStringLiteral("a \"test\""));
    const auto resolved = ticksFromIso(alert.value(u"resolvedTime").toString());
    QVERIFY(resolved && *resolved >= kContentEnd && *resolved < kContentEnd + kTicksPerHour);
    // The list shows it as well, at its place, and filters by it.
    QCOMPARE(m_client->get(kAlerts).ids(), ids("a01 a02 a03"));
    QCOMPARE(m_client->get(kAlerts + QStringLiteral("?$filter=status eq 'Resolved'")).ids(), ids("a01 a03"));
    m_client->patch(kAlerts + QStringLiteral("/a01"), {{QStringLiteral("status"), QStringLiteral("InProgress")}});
    QVERIFY(m_client->get(kAlerts + QStringLiteral("/a01")).json().value(u"resolvedTime").isNull());
    // Another lab over the same content starts anew.
    const auto lab = labWith({});
    LabClient client(*lab);
    QVERIFY(client.useToken());
    QCOMPARE(client.get(kAlerts + QStringLiteral("/a01")).json().value(u"status").toString(), QStringLiteral("New"));
}

void LabApiTest::refusesAlertEdits_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("another case") << QByteArray("{\"Status\":\"New\"}") << QStringLiteral("InvalidRequestBody");
    QTest::newRow("unknown") << QByteArray("{\"severity\":\"Low\"}") << QStringLiteral("InvalidRequestBody");
    QTest::newRow("value") << QByteArray("{\"status\":\"Closed\"}") << QStringLiteral("InvalidInput");
    QTest::newRow("type") << QByteArray("{\"status\":5}") << QStringLiteral("InvalidRequestBody");
    QTest::newRow("array") << QByteArray("[]") << QStringLiteral("InvalidRequestBody");
    QTest::newRow("no JSON") << QByteArray("{\"status\":") << QStringLiteral("InvalidRequestBody");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("InvalidRequestBody");
}

void LabApiTest::refusesAlertEdits()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    const LabAnswer answer = m_client->send("PATCH", kAlerts + QStringLiteral("/a01"), body);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.code(), code);
    QCOMPARE(m_client->get(kAlerts + QStringLiteral("/a01")).json().value(u"status").toString(), QStringLiteral("New"));
}

void LabApiTest::keepsIndicators()
{
    const QString path = QStringLiteral("/api/indicators");
    QJsonObject body{{QStringLiteral("indicatorValue"), QStringLiteral("203.0.113.7")},
                     {QStringLiteral("indicatorType"), QStringLiteral("IpAddress")},
                     {QStringLiteral("action"), QStringLiteral("Block")},
                     {QStringLiteral("title"), QStringLiteral("t")},
                     {QStringLiteral("description"), QStringLiteral("d")},
                     {QStringLiteral("application"), QStringLiteral("first")}};
    const QJsonObject made = m_client->post(path, body).json();
    const QString id = made.value(u"id").toString();
    QCOMPARE(made.value(u"action").toString(), QStringLiteral("Block"));
    QCOMPARE(made.value(u"createdBy").toString(), m_lab->clientId());
    // The same value and type is the same indicator; its application stays.
    body.insert(QStringLiteral("action"), QStringLiteral("Warn"));
    body.insert(QStringLiteral("application"), QStringLiteral("second"));
    const QJsonObject again = m_client->post(path, body).json();
    QCOMPARE(again.value(u"id").toString(), id);
    QCOMPARE(again.value(u"action").toString(), QStringLiteral("Warn"));
    QCOMPARE(again.value(u"application").toString(), QStringLiteral("first"));
    QCOMPARE(m_client->get(path).ids(), QStringList{id});
    QCOMPARE(m_client->send("DELETE", path + u'/' + id).status, 204);
    QCOMPARE(m_client->send("DELETE", path + u'/' + id).status, 404);
    QCOMPARE(m_client->get(path).ids(), QStringList());
    // Gone at its time, on the lab's clock.
    body.insert(QStringLiteral("expirationTime"), isoFromTicks(m_lab->clock().now() + kTicksPerSecond));
    QCOMPARE(m_client->post(path, body).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(m_client->get(path).ids(), QStringList(), 3'000);
}

void LabApiTest::refusesIndicators_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("code"); ///< "" = taken
    const auto row = [](const char *type, const QString &value, const char *action, const char *code) {
        QTest::addRow("%s %s %s", type, qPrintable(value.left(50)), action)
            << QString::fromLatin1(type) << value << QString::fromLatin1(action) << QString::fromLatin1(code);
    };
    row("FileSha1", QString(40, u'a'), "BlockAndRemediate", "");
    row("FileSha1", QString(39, u'a'), "Block", "InvalidHashValue");
    row("FileSha256", QString(64, u'G'), "Block", "InvalidHashValue");
    row("FileMd5", QString(32, u'0'), "Allowed", "");
    row("CertificateThumbprint", QString(40, u'1'), "Block", "InvalidInput");
    row("CertificateThumbprint", QString(40, u'1'), "Allowed", "");
    row("IpAddress", QStringLiteral("10.0.0.0/8"), "Block", "InvalidIpAddress");
    row("IpAddress", QStringLiteral("256.1.1.1"), "Block", "InvalidIpAddress");
    row("IpAddress", QStringLiteral("2001:db8::1"), "Block", "InvalidIpAddress");
    row("IpAddress", QStringLiteral("2001:db8:0:0:0:0:0:1"), "Block", "");
    row("IpAddress", QStringLiteral("203.0.113.9"), "BlockAndRemediate", "InvalidInput");
    row("DomainName", QStringLiteral("evil.example"), "Block", "");
    row("DomainName", QStringLiteral("*.evil.example"), "Block", "InvalidDomainName");
    row("DomainName", QStringLiteral("evil"), "Block", "InvalidDomainName");
    row("Url", QStringLiteral("https://evil.example/x?y=1"), "Block", "");
    row("Url", QStringLiteral("javascript:alert(1)"), "Block", "InvalidUrl");
    row("Url", QStringLiteral("https://evil.example/") + QString(3'000, u'x'), "Block", "InvalidInput");
    row("DomainName", QStringLiteral("a.example"), "Audit", "InvalidInput");
    row("DomainName", QStringLiteral("a.example"), "Destroy", "InvalidInput");
    row("Mutex", QStringLiteral("x"), "Block", "InvalidInput");
    row("DomainName", QString(), "Block", "MissingRequiredParameter");
}

void LabApiTest::refusesIndicators()
{
    QFETCH(QString, type);
    QFETCH(QString, value);
    QFETCH(QString, action);
    QFETCH(QString, code);
    const LabAnswer answer =
        m_client->post(QStringLiteral("/api/indicators"), {{QStringLiteral("indicatorValue"), value},
                                                           {QStringLiteral("indicatorType"), type},
                                                           {QStringLiteral("action"), action},
                                                           {QStringLiteral("title"), QStringLiteral("t")},
                                                           {QStringLiteral("description"), QStringLiteral("d")}});
    QCOMPARE(answer.code(), code);
    QCOMPARE(answer.status, code.isEmpty() ? 200 : 400);
}

void LabApiTest::servesManyClients()
{
    std::atomic<int> right = 0;
    std::vector<std::thread> clients;
    for (int i = 0; i < 16; ++i) {
        clients.emplace_back([&, i] {
            LabClient client(*m_lab);
            if (!client.useToken())
                return;
            for (int j = 0; j < 20; ++j) {
                const QJsonObject comment{{QStringLiteral("comment"), QStringLiteral("%1/%2").arg(i).arg(j)}};
                const bool isEdited = client.patch(kAlerts + QStringLiteral("/a02"), comment).status == 200;
                const bool isListed = client.get(kAlerts + QStringLiteral("?$expand=evidence")).ids().size() == 3;
                right += isEdited && isListed ? 1 : 0;
            }
        });
    }
    for (std::thread &client : clients)
        client.join();
    QCOMPARE(right.load(), 320);
    // No edit was lost.
    QCOMPARE(m_client->get(kAlerts + QStringLiteral("/a02")).json().value(u"comments").toArray().size(), 320);
}

void LabApiTest::countsCalls()
{
    LabOptions options;
    options.documentedQuotas = true;
    const auto lab = labWith(options);
    LabClient client(*lab);
    QVERIFY(client.useToken());
    for (int i = 0; i < 100; ++i)
        QCOMPARE(client.get(kMachines).status, 200);
    const LabAnswer refused = client.get(kMachines);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.code(), QStringLiteral("TooManyRequests"));
    QVERIFY(refused.retryAfter.toInt() > 0 && refused.retryAfter.toInt() <= 60);
}

void LabApiTest::knowsTheBlanksOfJson()
{
    QVERIFY(lab::isJsonText("{ \"a\" :\t[1,\r\n2] }"));
    QVERIFY(!lab::isJsonText("{\v\"a\":1}"));
    QVERIFY(!lab::isJsonText("[1,\f2]"));
}

QTEST_GUILESS_MAIN(LabApiTest)

#include "tst_labapi.moc"
