// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/kustoanswer.h"

#include <QTest>

using namespace watchdesk;
using namespace watchdesk::hunt;

/// What a cluster may answer, well and badly.
class TestKustoAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFrames();
    void readsProgressiveFrames();
    void readsFirstVersion();
    void tellsThatItIsCut();
    void tellsWhatWentWrong();
    void refusesNonsense_data();
    void refusesNonsense();
};

namespace {

QByteArray frames(const QByteArray &primary, const QByteArray &completion = R"("HasErrors":false,"Cancelled":false)")
{
    return R"([{"FrameType":"DataSetHeader","IsProgressive":false,"Version":"v2.0"},)"
           R"({"FrameType":"DataTable","TableId":0,"TableKind":"QueryProperties","TableName":"@ExtendedProperties",)"
           R"("Columns":[],"Rows":[]},)" +
           primary + R"(,{"FrameType":"DataSetCompletion",)" + completion + "}]";
}

QByteArray primary(const QByteArray &columns, const QByteArray &rows)
{
    return R"({"FrameType":"DataTable","TableId":1,"TableKind":"PrimaryResult","TableName":"PrimaryResult","Columns":[)" +
           columns + R"(],"Rows":[)" + rows + "]}";
}

const QByteArray kLimits =
    R"("HasErrors":true,"OneApiErrors":[{"error":{"code":"LimitsExceeded","message":"too many",)"
    R"x("@message":"Query result set has exceeded (E_QUERY_RESULT_SET_TOO_LARGE)","@permanent":false}}])x";

} // namespace

void TestKustoAnswer::readsFrames()
{
    const auto answer = kustoAnswer(
        frames(primary(R"({"ColumnName":"t","ColumnType":"datetime"},{"ColumnName":"b","ColumnType":"bool"},)"
                       R"({"ColumnName":"l","ColumnType":"long"},{"ColumnName":"d","ColumnType":"dynamic"},)"
                       R"({"ColumnName":"s","ColumnType":"timespan"},{"ColumnName":"x","ColumnType":"string"})",
                       R"(["2026-03-04T01:02:03.1234567Z",true,9007199254740993,{"a":[1]},"1.02:03:04","é"],)"
                       R"([null,null,null,"{\"a\":1}",null,""])")));
    QVERIFY(answer);
    QVERIFY(!answer->isCut);
    QCOMPARE(answer->table.rowCount(), 2);
    QCOMPARE(answer->table.display(0, 0), QStringLiteral("2026-03-04T01:02:03.1234567Z"));
    QCOMPARE(answer->table.column(2).integer(0), 9'007'199'254'740'993);
    QCOMPARE(answer->table.column(3).string(0), QStringLiteral(R"({"a":[1]})"));
    QCOMPARE(answer->table.column(3).string(1), QStringLiteral(R"({"a":1})"));
    QCOMPARE(answer->table.column(4).integer(0),
             kTicksPerDay + 2 * kTicksPerHour + 3 * kTicksPerMinute + 4 * kTicksPerSecond);
    QVERIFY(answer->table.column(0).isNull(1));
}

void TestKustoAnswer::readsProgressiveFrames()
{
    const auto answer = kustoAnswer(
        frames(R"({"FrameType":"TableHeader","TableId":1,"TableKind":"PrimaryResult","TableName":"PrimaryResult",)"
               R"("Columns":[{"ColumnName":"n","ColumnType":"int"}]},)"
               R"({"FrameType":"TableFragment","TableFragmentType":"DataAppend","TableId":1,"Rows":[[1],[2]]},)"
               R"({"FrameType":"TableProgress","TableId":1,"TableProgress":50.0},)"
               R"({"FrameType":"TableFragment","TableFragmentType":"DataReplace","TableId":1,"Rows":[[3]]},)"
               R"({"FrameType":"TableFragment","TableFragmentType":"DataAppend","TableId":1,"Rows":[[4]]},)"
               R"({"FrameType":"TableCompletion","TableId":1,"RowCount":2})"));
    QVERIFY(answer);
    QCOMPARE(answer->table.rowCount(), 2);
    QCOMPARE(answer->table.column(0).integer(0), 3);
    QCOMPARE(answer->table.column(0).integer(1), 4);
}

void TestKustoAnswer::readsFirstVersion()
{
    const auto answer = kustoAnswer(
        R"({"Tables":[{"TableName":"Table_0","Columns":[{"ColumnName":"n","DataType":"Int64"},)"
        R"({"ColumnName":"b","DataType":"SByte","ColumnType":"bool"},{"ColumnName":"o","DataType":"System.Object"}],)"
        R"("Rows":[[1,1,"[1]"]]},{"TableName":"Table_1","Columns":[],"Rows":[]}]})");
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
    QCOMPARE(answer->table.schema().at(0).type, ColumnType::Long);
    QCOMPARE(answer->table.schema().at(1).type, ColumnType::Bool);
    QCOMPARE(answer->table.schema().at(2).type, ColumnType::Dynamic);
}

void TestKustoAnswer::tellsThatItIsCut()
{
    const auto answer = kustoAnswer(frames(primary(R"({"ColumnName":"n","ColumnType":"int"})", "[1],[2]"), kLimits));
    QVERIFY(answer);
    QVERIFY(answer->isCut);
    QVERIFY(answer->detail.contains(QStringLiteral("E_QUERY_RESULT_SET_TOO_LARGE")));
    QCOMPARE(answer->table.rowCount(), 2);
    // The error may stand among the rows as well.
    const auto inRows = kustoAnswer(frames(
        primary(R"({"ColumnName":"n","ColumnType":"int"})", "[1],{" + kLimits.mid(17) + "}"), R"("HasErrors":true)"));
    QVERIFY(inRows);
    QVERIFY(inRows->isCut);
    QCOMPARE(inRows->table.rowCount(), 1);
}

void TestKustoAnswer::tellsWhatWentWrong()
{
    const auto answer = kustoAnswer(frames(
        primary(R"({"ColumnName":"n","ColumnType":"int"})", "[1]"),
        R"("HasErrors":true,"OneApiErrors":[{"error":{"code":"X","@message":"Out of \u202eluck","@permanent":true}}])"));
    QVERIFY(!answer);
    QCOMPARE(kindName(answer.error().kind), kindName(Error::Kind::InvalidInput));
    QVERIFY(answer.error().message.contains(QStringLiteral("Out of")));
    QVERIFY(!answer.error().message.contains(QChar(0x202e)));
}

void TestKustoAnswer::refusesNonsense_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut JSON") << QByteArray("[{\"FrameType\":");
    QTest::newRow("no frames") << QByteArray("[]");
    QTest::newRow("no completion") << QByteArray(R"([{"FrameType":"DataSetHeader"}])");
    QTest::newRow("no primary result") << frames(R"({"FrameType":"TableProgress"})");
    QTest::newRow("unknown type") << frames(primary(R"({"ColumnName":"n","ColumnType":"thing"})", ""));
    QTest::newRow("short row") << frames(primary(R"({"ColumnName":"n","ColumnType":"int"})", "[]"));
    QTest::newRow("wrong cell") << frames(primary(R"({"ColumnName":"n","ColumnType":"int"})", "[\"x\"]"));
    QTest::newRow("no tables") << QByteArray(R"({"Tables":[]})");
    QTest::newRow("exception") << QByteArray(
        R"({"Tables":[{"Columns":[{"ColumnName":"n","ColumnType":"int"}],"Rows":[]}],"Exceptions":["boom"]})");
}

void TestKustoAnswer::refusesNonsense()
{
    QFETCH(QByteArray, answer);
    const auto read = kustoAnswer(answer);
    QVERIFY(!read);
    QVERIFY(!read.error().message.isEmpty());
}

QTEST_GUILESS_MAIN(TestKustoAnswer)
#include "tst_kustoanswer.moc"
