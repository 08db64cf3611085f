// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/lab/labclient.h"
#include "tests/lab/labcontent.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::lab;

/// Device actions over time, and the fault dial.
class LabActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void isolatesAndReleases();
    void endsAsTheDeviceIs_data();
    void endsAsTheDeviceIs();
    void containsUnmanagedDevices();
    void refuses_data();
    void refuses();
    void refusesASecondAction();
    void cancels();
    void listsActions();
    void guardsItsOwnPaths();
    void turnsTheFaultDial();
    void cutsAndGarbles();
    void spoilsPages();
    void delays();
    void refusesUnknownFaults();

private:
    LabAnswer isolate(const QString &id, const QString &type = QStringLiteral("Full"));
    QString statusOf(const QString &actionId);
    QString isolationOf(const QString &deviceId);
    bool addFault(const QJsonObject &fault);

    QTemporaryDir m_folder;
    Content m_content;
    std::unique_ptr<Lab> m_lab;
    std::unique_ptr<LabClient> m_client;
};

void LabActionsTest::initTestCase()
{
    const auto content = smallContent(m_folder.path(), jsonArrayFile(QStringLiteral("machines.json")));
    QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().message));
    m_content = *content;
}

void LabActionsTest::init()
{
    m_client.reset();
    m_lab.reset();
    LabOptions options;
    options.actionTimes = {300, 300, 900};
    auto lab = Lab::startWith(m_content, options);
    QVERIFY2(lab.has_value(), lab ? "" : qPrintable(lab.error().message));
    m_lab = std::move(*lab);
    m_client = std::make_unique<LabClient>(*m_lab);
    QVERIFY(m_client->useToken());
}

LabAnswer LabActionsTest::isolate(const QString &id, const QString &type)
{
    return m_client->post(
        QStringLiteral("/api/machines/%1/isolate").arg(id),
        {{QStringLiteral("Comment"), QStringLiteral("because")}, {QStringLiteral("IsolationType"), type}});
}

QString LabActionsTest::statusOf(const QString &actionId)
{
    return m_client->get(QStringLiteral("/api/machineactions/") + actionId).json().value(u"status").toString();
}

QString LabActionsTest::isolationOf(const QString &deviceId)
{
    return m_client->own("GET", QStringLiteral("/lab/devices/") + deviceId).json().value(u"isolation").toString();
}

bool LabActionsTest::addFault(const QJsonObject &fault)
{
    return m_client->own("POST", QStringLiteral("/lab/faults"), {{QStringLiteral("next"), QJsonArray{fault}}}).status ==
           200;
}

void LabActionsTest::isolatesAndReleases()
{
    const LabAnswer answer = isolate(QStringLiteral("d01"), QStringLiteral("Selective"));
    QCOMPARE(answer.status, 201);
    const QJsonObject action = answer.json();
    const QString id = action.value(u"id").toString();
    QCOMPARE(action.value(u"type").toString(), QStringLiteral("Isolate"));
    QCOMPARE(action.value(u"scope").toString(), QStringLiteral("Selective"));
    QCOMPARE(action.value(u"status").toString(), QStringLiteral("Pending"));
    QCOMPARE(action.value(u"machineId").toString(), QStringLiteral("d01"));
    QCOMPARE(action.value(u"requestorComment").toString(), QStringLiteral("because"));
    QCOMPARE(isolationOf(QStringLiteral("d01")), QStringLiteral("None"));
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(id), QStringLiteral("InProgress"), 2'000);
    QCOMPARE(isolationOf(QStringLiteral("d01")), QStringLiteral("None"));
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(id), QStringLiteral("Succeeded"), 2'000);
    QCOMPARE(isolationOf(QStringLiteral("d01")), QStringLiteral("Selective"));
    const QJsonObject ended = m_client->get(QStringLiteral("/api/machineactions/") + id).json();
    const auto begun = ticksFromIso(ended.value(u"creationDateTimeUtc").toString());
    const auto last = ticksFromIso(ended.value(u"lastUpdateDateTimeUtc").toString());
    QVERIFY(begun && last && *begun >= kContentEnd);
    // When it happened, not when somebody looked.
    QVERIFY2(std::abs(*last - *begun - 600 * kTicksPerMillisecond) < 100 * kTicksPerMillisecond,
             qPrintable(QString::number(*last - *begun)));

    const LabAnswer released = m_client->post(QStringLiteral("/api/machines/d01/unisolate"),
                                              {{QStringLiteral("Comment"), QStringLiteral("clean")}});
    QCOMPARE(released.status, 201);
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(released.json().value(u"id").toString()), QStringLiteral("Succeeded"), 3'000);
    QCOMPARE(isolationOf(QStringLiteral("d01")), QStringLiteral("None"));
}

void LabActionsTest::endsAsTheDeviceIs_data()
{
    QTest::addColumn<QString>("device");
    QTest::addColumn<QString>("end");
    QTest::newRow("active, by name") << QStringLiteral("srv01.lab.example") << QStringLiteral("Succeeded");
    QTest::newRow("inactive") << QStringLiteral("d02") << QStringLiteral("TimeOut");
    QTest::newRow("impaired") << QStringLiteral("d04") << QStringLiteral("Failed");
}

void LabActionsTest::endsAsTheDeviceIs()
{
    QFETCH(QString, device);
    QFETCH(QString, end);
    const QString id = isolate(device).json().value(u"id").toString();
    QStringList seen;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 4'000 && !seen.contains(end)) {
        const QString status = statusOf(id);
        if (seen.isEmpty() || seen.last() != status)
            seen.append(status);
        QTest::qWait(20);
    }
    const QString way = end == QLatin1String("TimeOut") ? QStringLiteral("Pending TimeOut")
                                                        : QStringLiteral("Pending InProgress ") + end;
    QCOMPARE(seen.join(u' '), way);
    QCOMPARE(isolationOf(device), end == QLatin1String("Succeeded") ? QStringLiteral("Full") : QStringLiteral("None"));
}

void LabActionsTest::containsUnmanagedDevices()
{
    const QString id = isolate(QStringLiteral("d05"), QStringLiteral("UnManagedDevice")).json().value(u"id").toString();
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(id), QStringLiteral("Succeeded"), 3'000);
    QCOMPARE(isolationOf(QStringLiteral("d05")), QStringLiteral("UnManagedDevice"));
    QCOMPARE(
        m_client
            ->post(QStringLiteral("/api/machines/d05/unisolate"), {{QStringLiteral("Comment"), QStringLiteral("c")}})
            .status,
        201);
}

void LabActionsTest::refuses_data()
{
    QTest::addColumn<QString>("device");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QString d01 = QStringLiteral("d01");
    const QString missing = QStringLiteral("MissingRequiredParameter");
    const QString incorrect = QStringLiteral("InvalidRequestBody");
    QTest::newRow("no comment") << d01 << QByteArray("{\"IsolationType\":\"Full\"}") << 400 << missing;
    QTest::newRow("empty comment") << d01 << QByteArray("{\"Comment\":\"  \"}") << 400 << missing;
    QTest::newRow("null comment") << d01 << QByteArray("{\"Comment\":null}") << 400 << incorrect;
    QTest::newRow("another case") << d01 << QByteArray("{\"comment\":\"c\"}") << 400 << incorrect;
    QTest::newRow("unknown type") << d01 << QByteArray("{\"Comment\":\"c\",\"IsolationType\":\"full\"}") << 400
                                  << QStringLiteral("InvalidInput");
    QTest::newRow("no JSON") << d01 << QByteArray("Comment=c") << 400 << incorrect;
    QTest::newRow("unknown device") << QStringLiteral("nobody") << QByteArray("{\"Comment\":\"c\"}") << 404
                                    << QStringLiteral("ResourceNotFound");
    QTest::newRow("selective on Linux") << QStringLiteral("d03")
                                        << QByteArray("{\"Comment\":\"c\",\"IsolationType\":\"Selective\"}") << 400
                                        << QStringLiteral("OsPlatformNotSupported");
    QTest::newRow("not onboarded") << QStringLiteral("d05") << QByteArray("{\"Comment\":\"c\"}") << 400
                                   << QStringLiteral("BadRequest");
    QTest::newRow("contains an onboarded one")
        << d01 << QByteArray("{\"Comment\":\"c\",\"IsolationType\":\"UnManagedDevice\"}") << 400
        << QStringLiteral("BadRequest");
}

void LabActionsTest::refuses()
{
    QFETCH(QString, device);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    const LabAnswer answer = m_client->send("POST", QStringLiteral("/api/machines/%1/isolate").arg(device), body);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.code(), code);
    QCOMPARE(m_client->get(QStringLiteral("/api/machineactions")).rows().size(), 0);
}

void LabActionsTest::refusesASecondAction()
{
    const QString id = isolate(QStringLiteral("d01")).json().value(u"id").toString();
    const LabAnswer second = isolate(QStringLiteral("D01"));
    QCOMPARE(second.status, 400);
    QCOMPARE(second.message(), QStringLiteral("Action is already in progress"));
    QCOMPARE(isolate(QStringLiteral("d03")).status, 201); // another device
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(id), QStringLiteral("Succeeded"), 3'000);
    QCOMPARE(isolate(QStringLiteral("d01")).status, 201);
}

void LabActionsTest::cancels()
{
    const QString id = isolate(QStringLiteral("d01")).json().value(u"id").toString();
    const QString path = QStringLiteral("/api/machineactions/%1/cancel").arg(id);
    const LabAnswer answer = m_client->post(path, {{QStringLiteral("Comment"), QStringLiteral("no")}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().value(u"status").toString(), QStringLiteral("Cancelled"));
    QCOMPARE(answer.json().value(u"cancellationComment").toString(), QStringLiteral("no"));
    QTest::qWait(700);
    QCOMPARE(statusOf(id), QStringLiteral("Cancelled"));
    QCOMPARE(isolationOf(QStringLiteral("d01")), QStringLiteral("None"));
    QCOMPARE(m_client->post(path, {{QStringLiteral("Comment"), QStringLiteral("no")}}).status, 400);
    QCOMPARE(m_client
                 ->post(QStringLiteral("/api/machineactions/nobody/cancel"),
                        {{QStringLiteral("Comment"), QStringLiteral("no")}})
                 .status,
             404);
}

void LabActionsTest::listsActions()
{
    const QString first = isolate(QStringLiteral("d01")).json().value(u"id").toString();
    const QString second = isolate(QStringLiteral("d03")).json().value(u"id").toString();
    QCOMPARE(m_client->get(QStringLiteral("/api/machineactions")).ids(), QStringList({first, second}));
    QCOMPARE(
        m_client->get(QStringLiteral("/api/machineactions?$filter=machineId eq 'd03' and type eq 'Isolate'")).ids(),
        QStringList{second});
    QTRY_COMPARE_WITH_TIMEOUT(
        m_client->get(QStringLiteral("/api/machineactions?$filter=status eq 'Succeeded'")).rows().size(), 2, 3'000);
}

void LabActionsTest::guardsItsOwnPaths()
{
    QCOMPARE(m_client->get(QStringLiteral("/lab/faults")).status, 401); // with the API's token
    m_client->authorization = "Bearer x";
    QCOMPARE(m_client->get(QStringLiteral("/lab/devices/d01")).status, 401);
    QCOMPARE(m_client->own("GET", QStringLiteral("/lab/devices/nobody")).status, 404);
    QCOMPARE(m_client->own("GET", QStringLiteral("/lab/nothing")).status, 404);
}

void LabActionsTest::turnsTheFaultDial()
{
    const QString machines = QStringLiteral("/api/machines");
    QVERIFY(addFault({{QStringLiteral("kind"), QStringLiteral("throttle")},
                      {QStringLiteral("count"), 2},
                      {QStringLiteral("retryAfter"), 3},
                      {QStringLiteral("path"), machines}}));
    QVERIFY(addFault({{QStringLiteral("kind"), QStringLiteral("status")}, {QStringLiteral("status"), 503}}));
    QVERIFY(addFault({{QStringLiteral("kind"), QStringLiteral("expire")}}));
    QCOMPARE(m_client->get(machines).retryAfter, QByteArray("3"));
    QCOMPARE(m_client->get(QStringLiteral("/api/alerts")).status, 503);
    QCOMPARE(m_client->get(machines).status, 429);
    QCOMPARE(m_client->own("GET", QStringLiteral("/lab/faults")).json().value(u"next").toArray().size(), 1);
    QCOMPARE(m_client->get(machines).status, 401);
    QCOMPARE(m_client->get(machines).status, 200);
    QVERIFY(addFault({{QStringLiteral("kind"), QStringLiteral("status")}, {QStringLiteral("count"), 1'000}}));
    QCOMPARE(m_client->get(machines).status, 500);
    QCOMPARE(m_client->own("DELETE", QStringLiteral("/lab/faults")).status, 200);
    QCOMPARE(m_client->get(machines).status, 200);
}

void LabActionsTest::cutsAndGarbles()
{
    const QString machines = QStringLiteral("/api/machines");
    QVERIFY(addFault({{QStringLiteral("kind"), QStringLiteral("cut")}, {QStringLiteral("after"), 500}}));
    QVERIFY(m_client->get(machines).body.size() < 500);
    QVERIFY(addFault({{QStringLiteral("kind"), QStringLiteral("garble")}}));
    const LabAnswer garbled = m_client->get(machines);
    QCOMPARE(garbled.status, 200);
    QVERIFY(garbled.body.size() > 100 && garbled.json().isEmpty());
    QCOMPARE(m_client->get(machines).rows().size(), 5);
}

void LabActionsTest::spoilsPages()
{
    const QString page = QStringLiteral("/api/machines?$top=2&$skip=2");
    QVERIFY(addFault({{QStringLiteral("kind"), QStringLiteral("duplicate")}}));
    QCOMPARE(m_client->get(page).ids(),
             QStringList({QStringLiteral("d02"), QStringLiteral("d03"), QStringLiteral("d04")}));
    QVERIFY(addFault({{QStringLiteral("kind"), QStringLiteral("reorder")}}));
    QCOMPARE(m_client->get(page).ids(), QStringList({QStringLiteral("d04"), QStringLiteral("d03")}));
    QCOMPARE(m_client->get(page).ids(), QStringList({QStringLiteral("d03"), QStringLiteral("d04")}));
}

void LabActionsTest::delays()
{
    QElapsedTimer timer;
    timer.start();
    QVERIFY(addFault({{QStringLiteral("kind"), QStringLiteral("stall")}, {QStringLiteral("milliseconds"), 400}}));
    QCOMPARE(m_client->get(QStringLiteral("/api/machines")).status, 200);
    QVERIFY(timer.restart() >= 400);
    QCOMPARE(m_client->own("POST", QStringLiteral("/lab/faults"), {{QStringLiteral("latency"), 200}}).status, 200);
    m_client->get(QStringLiteral("/api/machines"));
    m_client->get(QStringLiteral("/api/machines"));
    QVERIFY(timer.elapsed() >= 400);
    // A lab that stalls ends at once all the same.
    QVERIFY(addFault({{QStringLiteral("kind"), QStringLiteral("stall")}, {QStringLiteral("milliseconds"), 30'000}}));
    QNetworkAccessManager network;
    network.get(QNetworkRequest(QUrl(m_lab->url().toString() + QStringLiteral("/api/machines"))));
    QTest::qWait(300);
    timer.restart();
    m_lab.reset();
    QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
}

void LabActionsTest::refusesUnknownFaults()
{
    QVERIFY(!addFault({{QStringLiteral("kind"), QStringLiteral("explode")}}));
    QVERIFY(!addFault({{QStringLiteral("kind"), QStringLiteral("status")}, {QStringLiteral("status"), 200}}));
    QCOMPARE(m_client->own("PUT", QStringLiteral("/lab/faults")).status, 405);
    QCOMPARE(m_client->get(QStringLiteral("/api/machines")).status, 200);
}

QTEST_GUILESS_MAIN(LabActionsTest)

#include "tst_labactions.moc"
