// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/hunting.h"
#include "tests/lab/labclient.h"
#include "tests/lab/labcontent.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::lab;

namespace {

const QString kRun = QStringLiteral("/api/advancedqueries/run");

} // namespace

/// Hunting through the lab: the three dialects, types, limits and errors.
class LabHuntingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersADefenderHunt();
    void writesEachType();
    void speaksXdrAndGraph();
    void looksBackThirtyDays();
    void shortensTheWindow();
    void tellsWhereAQueryIsWrong_data();
    void tellsWhereAQueryIsWrong();
    void refusesBadBodies_data();
    void refusesBadBodies();
    void limitsTheAnswer();
    void readsDurations_data();
    void readsDurations();
    void endsWhileHunting();

private:
    LabAnswer hunt(const QString &query, const QString &path = kRun);

    QTemporaryDir m_folder;
    Content m_content;
    std::unique_ptr<Lab> m_lab;
    std::unique_ptr<LabClient> m_client;
};

void LabHuntingTest::initTestCase()
{
    const auto content = smallContent(m_folder.path(), jsonArrayFile(QStringLiteral("machines.json")));
    QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().message));
    m_content = *content;
    auto lab = Lab::startWith(m_content, {});
    QVERIFY2(lab.has_value(), lab ? "" : qPrintable(lab.error().message));
    m_lab = std::move(*lab);
    m_client = std::make_unique<LabClient>(*m_lab);
    QVERIFY(m_client->useToken());
}

LabAnswer LabHuntingTest::hunt(const QString &query, const QString &path)
{
    return m_client->post(path, {{QStringLiteral("Query"), query}});
}

void LabHuntingTest::answersADefenderHunt()
{
    const LabAnswer answer = hunt(QStringLiteral(
        "DeviceProcessEvents | where ProcessId >= 18 | project Timestamp, FileName, ProcessId | order by ProcessId asc"));
    QVERIFY2(answer.status == 200, answer.body.constData());
    const QJsonArray schema = answer.json().value(u"Schema").toArray();
    QCOMPARE(schema.size(), 3);
    QCOMPARE(schema.at(0).toObject().value(u"Name").toString(), QStringLiteral("Timestamp"));
    QCOMPARE(schema.at(0).toObject().value(u"Type").toString(), QStringLiteral("DateTime"));
    QCOMPARE(schema.at(2).toObject().value(u"Type").toString(), QStringLiteral("Int64"));
    const QJsonArray rows = answer.json().value(u"Results").toArray();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).toObject().value(u"FileName").toString(), QStringLiteral("tool18.exe"));
    QCOMPARE(rows.at(1).toObject().value(u"Timestamp").toString(), QStringLiteral("2026-03-03T00:00:00.0000000Z"));
}

void LabHuntingTest::writesEachType()
{
    Table table({{QStringLiteral("b"), ColumnType::Bool},
                 {QStringLiteral("i"), ColumnType::Int},
                 {QStringLiteral("r"), ColumnType::Real},
                 {QStringLiteral("t"), ColumnType::TimeSpan},
                 {QStringLiteral("s\"x"), ColumnType::String},
                 {QStringLiteral("d"), ColumnType::Dynamic},
                 {QStringLiteral("e"), ColumnType::Dynamic}});
    table.column(0).appendInteger(1);
    table.column(1).appendNull();
    table.column(2).appendReal(0.1);
    table.column(3).appendInteger(kTicksPerDay + kTicksPerHour);
    table.column(4).appendText(std::string_view("\x01\xe2\x80\xae\"\\\n", 7));
    table.column(5).appendText(std::string_view("{\"a\":[1,null]}"));
    table.column(6).appendText(std::string_view("{\"a\":")); // text that is no JSON stays a text
    const QByteArray text = QByteArray::fromStdString(huntText(table, Hunting::Dialect::Defender, 0));
    const QByteArray expected =
        "{\"Schema\":[{\"Name\":\"b\",\"Type\":\"SByte\"},{\"Name\":\"i\",\"Type\":\"Int32\"},"
        "{\"Name\":\"r\",\"Type\":\"Double\"},{\"Name\":\"t\",\"Type\":\"TimeSpan\"},"
        "{\"Name\":\"s\\\"x\",\"Type\":\"String\"},{\"Name\":\"d\",\"Type\":\"Object\"},"
        "{\"Name\":\"e\",\"Type\":\"Object\"}],\"Results\":[{\"b\":1,\"i\":null,\"r\":0.1,"
        "\"t\":\"1.01:00:00\",\"s\\\"x\":\"\\u0001\xe2\x80\xae\\\"\\\\\\n\",\"d\":{\"a\":[1,null]},"
        "\"e\":\"{\\\"a\\\":\"}]}";
    QCOMPARE(text, expected);
}

void LabHuntingTest::speaksXdrAndGraph()
{
    const QString query = QStringLiteral("DeviceProcessEvents | where ProcessId == 5 | project FileName");
    QVERIFY(m_client->useToken(QStringLiteral("https://api.security.microsoft.com")));
    const LabAnswer xdr = hunt(query, QStringLiteral("/api/advancedhunting/run"));
    QCOMPARE(xdr.status, 200);
    QVERIFY(xdr.json().value(u"Stats").toObject().contains(u"ExecutionTime"));
    QCOMPARE(xdr.json().value(u"Results").toArray().size(), 1);
    QVERIFY(m_client->useToken(QStringLiteral("https://graph.microsoft.com")));
    const LabAnswer graph = hunt(query, QStringLiteral("/v1.0/security/runHuntingQuery"));
    QCOMPARE(graph.status, 200);
    QCOMPARE(graph.json().value(u"schema").toArray().first().toObject().value(u"name").toString(),
             QStringLiteral("FileName"));
    QCOMPARE(graph.json().value(u"results").toArray().first().toObject().value(u"FileName").toString(),
             QStringLiteral("tool5.exe"));
    QVERIFY(m_client->useToken());
}

void LabHuntingTest::looksBackThirtyDays()
{
    // The first of the 20 events is 40 days old: it is not there, in whichever way it is asked for.
    for (const char *query : {"DeviceProcessEvents", "DeviceProcessEvents | where ProcessId >= 0",
                              "union DeviceProcessEvents | where Timestamp > ago(90d)",
                              "DeviceProcessEvents | join kind=inner (DeviceProcessEvents) on ProcessId"}) {
        const LabAnswer answer = hunt(QString::fromLatin1(query));
        QVERIFY2(answer.status == 200, answer.body.constData());
        QVERIFY2(answer.json().value(u"Results").toArray().size() == 19, query);
    }
    const LabAnswer ordered = hunt(QStringLiteral("DeviceProcessEvents | order by Timestamp desc | project ProcessId"));
    QCOMPARE(ordered.json().value(u"Results").toArray().first().toObject().value(u"ProcessId").toInt(), 19);
    QCOMPARE(ordered.json().value(u"Results").toArray().last().toObject().value(u"ProcessId").toInt(), 1);
}

void LabHuntingTest::shortensTheWindow()
{
    QVERIFY(m_client->useToken(QStringLiteral("https://graph.microsoft.com")));
    const auto count = [this](const QString &timespan) {
        return m_client->post(
            QStringLiteral("/v1.0/security/runHuntingQuery"),
            {{QStringLiteral("Query"), QStringLiteral("DeviceProcessEvents")}, {QStringLiteral("Timespan"), timespan}});
    };
    QCOMPARE(count(QStringLiteral("P5DT12H")).json().value(u"results").toArray().size(), 5);
    QCOMPARE(count(QStringLiteral("P90D")).json().value(u"results").toArray().size(), 19);
    QCOMPARE(count(QStringLiteral("yesterday")).status, 400);
    QVERIFY(m_client->useToken());
}

void LabHuntingTest::tellsWhereAQueryIsWrong_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("text");
    QTest::newRow("column") << QStringLiteral("DeviceProcessEvents\n| project Nothing")
                            << QStringLiteral("[line 2, position 11]");
    QTest::newRow("table") << QStringLiteral("NoSuchTable | take 1") << QStringLiteral("[line 1, position 1]");
    QTest::newRow("syntax") << QStringLiteral("DeviceProcessEvents | where (") << QStringLiteral("[line 1, position");
    QTest::newRow("empty") << QStringLiteral("  // nothing") << QString();
}

void LabHuntingTest::tellsWhereAQueryIsWrong()
{
    QFETCH(QString, query);
    QFETCH(QString, text);
    const LabAnswer answer = hunt(query);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.code(), QStringLiteral("BadRequest"));
    QVERIFY2(answer.message().contains(text), qPrintable(answer.message()));
}

void LabHuntingTest::refusesBadBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("another case") << QByteArray("{\"query\":\"DeviceInfo\"}") << QStringLiteral("InvalidRequestBody");
    QTest::newRow("none") << QByteArray("{}") << QStringLiteral("MissingRequiredParameter");
    QTest::newRow("number") << QByteArray("{\"Query\":1}") << QStringLiteral("InvalidRequestBody");
    QTest::newRow("text") << QByteArray("DeviceInfo") << QStringLiteral("InvalidRequestBody");
    QTest::newRow("ill-formed") << QByteArray("{\"Query\":\"\xff\xfe\"}") << QStringLiteral("InvalidRequestBody");
}

void LabHuntingTest::refusesBadBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    const LabAnswer answer = m_client->send("POST", kRun, body);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.code(), code);
}

void LabHuntingTest::limitsTheAnswer()
{
    const QString many = QStringLiteral("range i from 1 to 150000 step 1");
    const LabAnswer rows = hunt(many);
    QVERIFY2(rows.status == 200, rows.body.left(500).constData());
    QCOMPARE(rows.json().value(u"Results").toArray().size(), 100'000);
    const LabAnswer wide = hunt(many + QStringLiteral(" | extend text = strcat('") + QString(600, u'x') +
                                QStringLiteral("', tostring(i))"));
    QCOMPARE(wide.status, 400);
    QVERIFY2(wide.message().startsWith(QStringLiteral("Query execution has exceeded the allowed result size.")),
             qPrintable(wide.message()));
}

void LabHuntingTest::readsDurations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ticks"); ///< -1 = none
    QTest::newRow("days") << QStringLiteral("P30D") << 30 * kTicksPerDay;
    QTest::newRow("both") << QStringLiteral("P1DT6H") << kTicksPerDay + 6 * kTicksPerHour;
    QTest::newRow("minutes") << QStringLiteral("PT5M") << 5 * kTicksPerMinute;
    QTest::newRow("nothing") << QStringLiteral("P") << qint64(-1);
    QTest::newRow("interval") << QStringLiteral("P1D/P2D") << qint64(-1);
    QTest::newRow("huge") << QStringLiteral("P99999999D") << qint64(-1);
}

void LabHuntingTest::readsDurations()
{
    QFETCH(QString, text);
    QFETCH(qint64, ticks);
    QCOMPARE(ticksFromDuration(text).value_or(-1), ticks);
}

void LabHuntingTest::endsWhileHunting()
{
    auto lab = Lab::startWith(m_content, {});
    QVERIFY(lab);
    LabClient client(**lab);
    QVERIFY(client.useToken());
    QNetworkRequest request(QUrl((*lab)->url().toString() + kRun));
    request.setRawHeader("Authorization", client.authorization);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkAccessManager network;
    // Hundreds of millions of rows to count: nobody waits for them.
    network.post(
        request,
        "{\"Query\":\"range a from 1 to 30000 step 1 | extend k = 1 | join kind=inner (range b from 1 to 30000 "
        "step 1 | extend k = 1) on k | summarize sum(a * b % 7)\"}");
    QTest::qWait(500);
    QElapsedTimer timer;
    timer.start();
    lab->reset();
    QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(LabHuntingTest)

#include "tst_labhunting.moc"
