// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/jsoncursor.h"
#include "app/defender/plainrecord.h"
#include "app/defender/resourcetable.h"

#include <QJsonDocument>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::defender;

namespace {

QJsonArray arrayOf(const char *json) { return QJsonDocument::fromJson(json).array(); }

/// The table as lines: "name: cell" a column that holds something, rows parted by "--".
QStringList printed(const Table &table)
{
    QStringList lines;
    for (qsizetype row = 0; row < table.rowCount(); ++row) {
        if (row > 0)
            lines.append(QStringLiteral("--"));
        for (qsizetype c = 0; c < table.columnCount(); ++c) {
            if (!table.column(c).isNull(row) && !table.display(row, c).isEmpty())
                lines.append(table.schema()[c].name + QStringLiteral(": ") + table.display(row, c));
        }
    }
    return lines;
}

QString typesOf(const Table &table)
{
    QStringList types;
    for (const ColumnSchema &column : table.schema())
        types.append(typeName(column.type));
    return types.join(u' ');
}

} // namespace

class TestResourceTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDevices();
    void readsOtherSpelling();
    void knowsTheParent();
    void keepsGoodRecords();
    void readsTextsAsRecords_data();
    void readsTextsAsRecords();
    void readsPlainRecordsPlainly();
    void readsHunt();
    void readsGraphSpelling();
    void leavesOutBadRows();
    void refusesWhatIsNoAnswer_data();
    void refusesWhatIsNoAnswer();
};

void TestResourceTable::readsDevices()
{
    QList<Error> bad;
    const Table table = tableFromJson(*resourceNamed(QStringLiteral("machines")), arrayOf(R"([{
        "id": "1e5b", "computerDnsName": "ws-07.example.org", "firstSeen": "2026-01-02T03:04:05.1234567Z",
        "lastSeen": "2026-02-02T03:04:05Z", "osBuild": 22631, "rbacGroupId": 140, "rbacGroupName": null,
        "aadDeviceId": "80FE8FF8-2624-418E-9591-41F0491218F9", "isAadJoined": true,
        "machineTags": ["VIP", "a \"b\""], "ipAddresses": [{"ipAddress": "10.0.0.7"}], "somethingNew": {"x": 1}}])"),
                                      &bad);
    QVERIFY(bad.isEmpty());
    QCOMPARE(printed(table),
             (QStringList{
                 QStringLiteral("id: 1e5b"),
                 QStringLiteral("computerDnsName: ws-07.example.org"),
                 QStringLiteral("firstSeen: 2026-01-02T03:04:05.1234567Z"),
                 QStringLiteral("lastSeen: 2026-02-02T03:04:05.0000000Z"),
                 QStringLiteral("osBuild: 22631"),
                 QStringLiteral("rbacGroupId: 140"),
                 QStringLiteral("aadDeviceId: 80fe8ff8-2624-418e-9591-41f0491218f9"),
                 QStringLiteral("isAadJoined: %1").arg(table.display(0, table.indexOf(QStringLiteral("isAadJoined")))),
                 QStringLiteral(R"(machineTags: ["VIP","a \"b\""])"),
                 QStringLiteral(R"(ipAddresses: [{"ipAddress":"10.0.0.7"}])"),
                 QStringLiteral(R"(_Extra: {"somethingNew":{"x":1}})"),
             }));
    const QJsonObject again = recordFromRow(*resourceNamed(QStringLiteral("machines")), table, 0);
    QCOMPARE(again.value(QStringLiteral("somethingNew")), QJsonValue(QJsonObject{{QStringLiteral("x"), 1}}));
    QCOMPARE(again.value(QStringLiteral("osBuild")), QJsonValue(22631));
    QCOMPARE(table.column(QStringLiteral("isAadJoined")).integer(0), 1);
    QCOMPARE(table.schema(), tableSchema(*resourceNamed(QStringLiteral("Devices"))).columns);
}

void TestResourceTable::readsOtherSpelling()
{
    const Table table = tableFromJson(*resourceNamed(QStringLiteral("machineactions")), arrayOf(R"([
        {"id": "a", "status": "Pending", "lastUpdateTimeUtc": "2026-01-01T00:00:00Z"}])"));
    QCOMPARE(table.display(0, table.indexOf(QStringLiteral("lastUpdateDateTimeUtc"))),
             QStringLiteral("2026-01-01T00:00:00.0000000Z"));
}

void TestResourceTable::knowsTheParent()
{
    const Resource &relation = *resourceNamed(QStringLiteral("software-versions"));
    const Table table = tableFromJson(relation, arrayOf(R"([{"version": "1.2", "installations": 3}])"), nullptr,
                                      QStringLiteral("git-_-git"));
    QCOMPARE(table.column(kParentColumn).string(0), QStringLiteral("git-_-git"));
    QCOMPARE(table.schema(), tableSchema(relation).columns);
    QVERIFY(!recordFromRow(relation, table, 0).contains(kParentColumn));
}

void TestResourceTable::keepsGoodRecords()
{
    QList<Error> bad;
    const Table table = tableFromJson(*resourceNamed(QStringLiteral("alerts")), arrayOf(R"([
        {"id": "a1", "incidentId": 7}, {"id": "a2", "alertCreationTime": "yesterday"}, 42, {"title": "no id"},
        {"id": "a3", "incidentId": 1.5}, {"id": "a4", "incidentId": "8"}, {"id": 5}])"),
                                      &bad);
    QCOMPARE(printed(table),
             (QStringList{QStringLiteral("id: a1"), QStringLiteral("incidentId: 7"), QStringLiteral("--"),
                          QStringLiteral("id: a4"), QStringLiteral("incidentId: 8")}));
    QStringList said;
    for (const Error &error : bad) {
        QCOMPARE(kindName(error.kind), QStringLiteral("badRecord"));
        said.append(error.context.value(QStringLiteral("record")) + u' ' +
                    error.context.value(QStringLiteral("field")));
    }
    QCOMPARE(said, (QStringList{QStringLiteral("2 alertCreationTime"), QStringLiteral("3 "), QStringLiteral("4 id"),
                                QStringLiteral("5 incidentId"), QStringLiteral("7 id")}));
}

/// Whatever a record looks like: read from its text it is what it is when read from a document.
void TestResourceTable::readsTextsAsRecords_data()
{
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QByteArray>("json");
    const QString machines = QStringLiteral("machines");
    const QString alerts = QStringLiteral("alerts");
    const QString actions = QStringLiteral("machineactions");
    QTest::newRow("plain") << machines << QByteArray(R"([{"id":"a","osBuild":26100,"isAadJoined":true,
        "lastSeen":"2026-03-12T15:28:31.6553720Z","aadDeviceId":"4770dda9-c4a8-40aa-8fc4-8722cd0d276a",
        "machineTags":["VIP","x"],"vmMetadata":null,"ipAddresses":[{"type":"Up","ipAddress":"10.0.0.1"}]}])");
    QTest::newRow("bad among good") << machines << QByteArray(R"([{"id":"a"},{"id":""},{"id":7},{"osBuild":1},"text",
        null,[1],{"id":"b","osBuild":"many"},{"id":"c","osBuild":1.5},{"id":"d","lastSeen":"soon"},{"id":"e"}])");
    QTest::newRow("loose types") << machines << QByteArray(R"([{"id":"a","osBuild":"26100","isAadJoined":"TRUE",
        "rbacGroupId":668,"rbacGroupName":["x",{"b":1,"a":2}],"machineTags":"[\"VIP\"]","lastSeen":"",
        "aadDeviceId":"{4770DDA9-C4A8-40AA-8FC4-8722CD0D276A}","version":1.50,"computerDnsName":true},
        {"id":"b","isAadJoined":1,"osBuild":-0,"machineTags":"no JSON","ipAddresses":[1.0,1e2,"\u0041\/"],
        "aadDeviceId":"00000000-0000-0000-0000-000000000000","vmMetadata":{}},{"id":"c","osBuild":12345678901234567}])");
    QTest::newRow("names") << machines << QByteArray(R"([{"id":"a","onboardingstatus":"Onboarded"},
        {"id":"b","onboardingstatus":"Onboarded","onboardingStatus":null},{"id":"c","id":"d","version":"1","version":"2"},
        {"i\u0064":"e"},{"ID":"f"},{"id":"g","parentId":"p","_Extra":{"x":1}}])");
    QTest::newRow("unknown") << machines
                             << QByteArray(R"([{"id":"a","zeta":{"b":1,"a":[]},"alpha":"\n","@odata.type":"x"},
        {"id":"b","new":1,"new":2},{"id":"c","\u0065":1},{"id":"d","Ã©":"Ã©"},{"id":"e","f":1.250}])");
    QTest::newRow("texts") << alerts
                           << QByteArray(R"([{"id":"a","title":"\"quoted\" \\ \u00e9 \ud83d\ude00","incidentId":1,
        "evidence":[{"z":"\t","a":{"c":[],"b":null}}]},{"id":"b","title":"Ã©â¬"},{"id":"c","title":""}])");
    QTest::newRow("times") << alerts << QByteArray(R"([{"id":"a","firstEventTime":"2026-03-09T15:37:00Z"},
        {"id":"b","firstEventTime":" 2026-03-09 "},{"id":"c","firstEventTime":"2026-03-09T15:37:00+02:00"},
        {"id":"d","firstEventTime":"2026-13-09T15:37:00Z"},{"id":"e","firstEventTime":20260309},
        {"id":"f","firstEventTime":"0001-01-01T00:00:00"}])");
    QTest::newRow("others") << actions << QByteArray(R"([{"id":"a","type":"Isolate","troubleshootInfo":""}])");
    QTest::newRow("empty") << alerts << QByteArray("[]");
}

void TestResourceTable::readsTextsAsRecords()
{
    QFETCH(QString, resource);
    QFETCH(QByteArray, json);
    const Resource &known = *resourceNamed(resource);
    JsonCursor cursor(std::string_view(json.constData(), size_t(json.size())));
    const auto texts = RecordTexts::fromCursor(json, cursor);
    QVERIFY(texts);
    QList<Error> badTexts;
    QList<Error> badRecords;
    const Table fromTexts = tableFromJson(known, *texts, &badTexts, QStringLiteral("parent"));
    const Table fromRecords =
        tableFromJson(known, QJsonDocument::fromJson(json).array(), &badRecords, QStringLiteral("parent"));
    QCOMPARE(printed(fromTexts), printed(fromRecords));
    QCOMPARE(fromTexts.schema(), fromRecords.schema());
    QCOMPARE(fromTexts.rowCount(), fromRecords.rowCount());
    for (qsizetype row = 0; row < fromTexts.rowCount(); ++row) {
        for (qsizetype c = 0; c < fromTexts.columnCount(); ++c)
            QCOMPARE(fromTexts.column(c).isNull(row), fromRecords.column(c).isNull(row));
    }
    QCOMPARE(badTexts.size(), badRecords.size());
    for (qsizetype i = 0; i < badTexts.size(); ++i) {
        QCOMPARE(badTexts[i].message, badRecords[i].message);
        QCOMPARE(badTexts[i].context, badRecords[i].context);
    }
}

/// The long way is for the odd record; the usual ones must not need it.
void TestResourceTable::readsPlainRecordsPlainly()
{
    PlainRecord record({{{QStringLiteral("id"), ColumnType::String}, {QStringLiteral("id")}},
                        {{QStringLiteral("seen"), ColumnType::DateTime}, {QStringLiteral("seen")}},
                        {{QStringLiteral("tags"), ColumnType::Dynamic}, {QStringLiteral("tags")}}},
                       QStringLiteral("id"), std::nullopt);
    QVERIFY(record.read(R"({"id":"a","seen":"2026-03-12T15:28:31.6553720Z","tags":[{"b":1,"a":"x"}],"new":{"k":[]}})"));
    QVERIFY(record.read(R"({"id":"a\n","seen":null})"));
    QVERIFY(!record.read(R"({"seen":null})"));
    QVERIFY(!record.read(R"({"id":"a","seen":"soon"})"));
    QVERIFY(!record.read(R"({"id":"a","id":"b"})"));
}

void TestResourceTable::readsHunt()
{
    const auto table = tableFromHunt(R"({"Stats": {}, "Schema": [
        {"Name": "T", "Type": "DateTime"}, {"Name": "S", "Type": "String"}, {"Name": "B", "Type": "SByte"},
        {"Name": "B2", "Type": "Boolean"}, {"Name": "I", "Type": "Int32"}, {"Name": "L", "Type": "Int64"},
        {"Name": "D", "Type": "Double"}, {"Name": "O", "Type": "Object"}, {"Name": "P", "Type": "TimeSpan"},
        {"Name": "G", "Type": "Guid"}],
        "Results": [{"T": "2026-02-05T01:10:26.2648757Z", "S": "x", "B": 1, "B2": false, "I": -7,
                     "L": 9223372036854775807, "D": 0.5, "O": "{\"a\": [1, 2]}", "P": "-1.02:03:04.0000005",
                     "G": "80FE8FF8-2624-418E-9591-41F0491218F9"},
                    {"S": null, "O": {"b": null}, "D": "NaN", "L": "12"}]})");
    QVERIFY(table.has_value());
    QCOMPARE(typesOf(*table), QStringLiteral("datetime string bool bool int long real dynamic timespan guid"));
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->display(0, 0), QStringLiteral("2026-02-05T01:10:26.2648757Z"));
    QCOMPARE(table->column(2).integer(0), 1);
    QCOMPARE(table->column(3).integer(0), 0);
    QCOMPARE(table->column(4).integer(0), -7);
    QCOMPARE(table->column(5).integer(0), std::numeric_limits<qint64>::max());
    QCOMPARE(table->column(6).real(0), 0.5);
    QCOMPARE(table->column(7).string(0), QStringLiteral(R"({"a":[1,2]})"));
    QCOMPARE(table->display(0, 8), QStringLiteral("-1.02:03:04.0000005"));
    QCOMPARE(table->column(9).string(0), QStringLiteral("80fe8ff8-2624-418e-9591-41f0491218f9"));
    QVERIFY(table->column(0).isNull(1));
    QCOMPARE(table->column(1).string(1), QString());
    QCOMPARE(table->column(5).integer(1), 12);
    QVERIFY(std::isnan(table->column(6).real(1)));
    QCOMPARE(table->column(7).string(1), QStringLiteral(R"({"b":null})"));
}

void TestResourceTable::readsGraphSpelling()
{
    const auto table =
        tableFromHunt(R"({"schema": [{"name": "A", "type": "Int64"}], "results": [{"A": 3}, {"A": null}]})");
    QVERIFY(table.has_value());
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->column(0).integer(0), 3);
}

void TestResourceTable::leavesOutBadRows()
{
    QList<Error> bad;
    const auto table = tableFromHunt(
        R"({"Schema":[{"Name":"A","Type":"Int32"}],"Results":[{"A":1},{"A":"x"},7,{"A":99999999999},{"A":2}]})", &bad);
    QVERIFY(table.has_value());
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(bad.size(), 3);
}

void TestResourceTable::refusesWhatIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("html") << QByteArray("<html>");
    QTest::newRow("no schema") << QByteArray(R"({"Results":[]})");
    QTest::newRow("no results") << QByteArray(R"({"Schema":[]})");
    QTest::newRow("unknown type") << QByteArray(R"({"Schema":[{"Name":"A","Type":"Blob"}],"Results":[]})");
    QTest::newRow("no name") << QByteArray(R"({"Schema":[{"Type":"String"}],"Results":[]})");
    QTest::newRow("twice") << QByteArray(
        R"({"Schema":[{"Name":"A","Type":"String"},{"Name":"A","Type":"String"}],"Results":[]})");
}

void TestResourceTable::refusesWhatIsNoAnswer()
{
    QFETCH(QByteArray, json);
    const auto table = tableFromHunt(json);
    QVERIFY(!table.has_value());
    QCOMPARE(kindName(table.error().kind), QStringLiteral("service"));
}

QTEST_GUILESS_MAIN(TestResourceTable)
#include "tst_resourcetable.moc"
