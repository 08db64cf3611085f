// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/jsontext.h"
#include "app/base/table.h"
#include "app/base/textends.h"
#include "app/base/ticks.h"

#include <QTest>

#include <limits>

using namespace watchdesk;

class TestTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsTypedCells();
    void keepsNullsApart();
    void appendsTables();
    void appendsSomeRows();
    void keepsEndsNearAndFar();
    void writesReals_data();
    void writesReals();
    void readsAnyJson();
    void knowsTypeNames();
};

namespace {

Table sample()
{
    Table table({{QStringLiteral("When"), ColumnType::DateTime},
                 {QStringLiteral("Name"), ColumnType::String},
                 {QStringLiteral("Bytes"), ColumnType::Long},
                 {QStringLiteral("Bag"), ColumnType::Dynamic}});
    table.column(0).appendInteger(*ticksFromIso(QStringLiteral("2026-05-04T01:02:03.7654321Z")));
    table.column(1).appendText(QStringLiteral("Grüße"));
    table.column(2).appendInteger(std::numeric_limits<qint64>::max());
    table.column(3).appendText(QStringLiteral("{\"a\":[1,null]}"));
    for (int c = 0; c < 4; ++c)
        table.column(c).appendNull();
    return table;
}

} // namespace

void TestTable::keepsTypedCells()
{
    const Table table = sample();
    QCOMPARE(table.rowCount(), 2);
    QCOMPARE(table.display(0, 0), QStringLiteral("2026-05-04T01:02:03.7654321Z"));
    QCOMPARE(table.display(0, 1), QStringLiteral("Grüße"));
    QCOMPARE(table.display(0, 2), QStringLiteral("9223372036854775807"));
    QCOMPARE(jsonFromCell(table, 0, 2).toInteger(), std::numeric_limits<qint64>::max());
    QCOMPARE(jsonToText(jsonFromCell(table, 0, 3)), QByteArray("{\"a\":[1,null]}"));
    QCOMPARE(table.indexOf(QStringLiteral("name")), -1);
}

void TestTable::keepsNullsApart()
{
    const Table table = sample();
    QVERIFY(!table.column(0).isNull(0));
    QVERIFY(table.column(0).isNull(1));
    QVERIFY2(!table.column(1).isNull(1), "a KQL string is never null");
    QVERIFY(jsonFromCell(table, 1, 2).isNull());
    QCOMPARE(jsonFromCell(table, 1, 1).toString(QStringLiteral("other")), QString());
}

void TestTable::appendsTables()
{
    Table table = sample();
    table.append(sample());
    QCOMPARE(table.rowCount(), 4);
    QCOMPARE(table.column(1).string(2), QStringLiteral("Grüße"));
    QVERIFY(table.column(2).isNull(3));
    QVERIFY(!table.column(2).isNull(2));
}

void TestTable::appendsSomeRows()
{
    Table all = sample();
    all.append(sample());
    all.append(sample());
    for (qsizetype first = 0; first <= all.rowCount(); ++first) {
        Table some = sample();
        some.append(all, first, 3);
        QCOMPARE(some.rowCount(), 2 + std::min<qsizetype>(3, all.rowCount() - first));
        for (qsizetype row = 2; row < some.rowCount(); ++row) {
            for (qsizetype column = 0; column < all.columnCount(); ++column) {
                QCOMPARE(some.column(column).isNull(row), all.column(column).isNull(first + row - 2));
                QCOMPARE(some.display(row, column), all.display(first + row - 2, column));
            }
        }
        some.append(sample());
        QVERIFY(some.column(2).isNull(some.rowCount() - 1));
        QCOMPARE(some.column(1).string(some.rowCount() - 2), QStringLiteral("Grüße"));
        some.clear();
        QCOMPARE(some.rowCount(), 0);
        some.append(all, first, 1);
        QCOMPARE(some.rowCount(), first < all.rowCount() ? 1 : 0);
    }
}

void TestTable::keepsEndsNearAndFar()
{
    TextEnds ends(100);
    for (const qint64 end : {0, 40, 100, 100, 101, 7'000})
        ends.append(end);
    QCOMPARE(ends.size(), 6);
    QCOMPARE(ends.before(0), 0);
    QCOMPARE(ends.at(2), 100);
    QCOMPARE(ends.before(4), 100);
    QCOMPARE(ends.at(4), 101);
    QCOMPARE(ends.at(5), 7'000);
    ends.clear();
    QCOMPARE(ends.size(), 0);
}

void TestTable::writesReals_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << 1.0 << "1.0";
    QTest::newRow("fraction") << 0.1 << "0.1";
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << "NaN";
    QTest::newRow("infinite") << -std::numeric_limits<double>::infinity() << "-Infinity";
}

void TestTable::writesReals()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(textFromReal(value), text);
}

void TestTable::readsAnyJson()
{
    QCOMPARE(jsonFromText("12").toInteger(), 12);
    QCOMPARE(jsonFromText("\"x\"").toString(), QStringLiteral("x"));
    QCOMPARE(jsonFromText("not json").toString(), QStringLiteral("not json"));
    QCOMPARE(jsonFromText("1],[2").toString(), QStringLiteral("1],[2"));
    QCOMPARE(jsonToText(QJsonValue(true)), QByteArray("true"));
}

void TestTable::knowsTypeNames()
{
    for (const auto type :
         {ColumnType::Bool, ColumnType::Int, ColumnType::Long, ColumnType::Real, ColumnType::Decimal,
          ColumnType::DateTime, ColumnType::TimeSpan, ColumnType::Guid, ColumnType::String, ColumnType::Dynamic})
        QCOMPARE(typeFromName(typeName(type)), std::optional(type));
    QVERIFY(!typeFromName(QStringLiteral("varchar")).has_value());
}

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
