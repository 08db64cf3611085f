// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/compile.h"

#include <QTest>

using namespace watchdesk;
using namespace watchdesk::kql;

namespace {

Schema schema()
{
    const QList<ColumnSchema> columns{{QStringLiteral("Zero"), ColumnType::String},
                                      {QStringLiteral("One"), ColumnType::Long},
                                      {QStringLiteral("Two"), ColumnType::DateTime},
                                      {QStringLiteral("Three"), ColumnType::Dynamic},
                                      {QStringLiteral("Four"), ColumnType::String}};
    return {{{QStringLiteral("T"), columns}, {QStringLiteral("U"), columns}}};
}

} // namespace

/// The SQL that a query becomes, where its form matters to the engine.
class TestEmit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOnlyWhatIsUsed_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("columns"); // of T, in their order
        QTest::newRow("all") << QStringLiteral("T | take 5") << QStringLiteral("Zero One Two Three Four");
        QTest::newRow("none") << QStringLiteral("T | count") << QString();
        QTest::newRow("filter") << QStringLiteral("T | where Zero has 'x' | count") << QStringLiteral("Zero");
        QTest::newRow("order") << QStringLiteral("T | top 5 by Two | project One") << QStringLiteral("One Two");
        QTest::newRow("forgotten order") << QStringLiteral("T | sort by Two | summarize count() by One")
                                         << QStringLiteral("One");
        QTest::newRow("window") << QStringLiteral("T | sort by Two asc | extend p = prev(One) | project p")
                                << QStringLiteral("One Two");
        QTest::newRow("forgotten value") << QStringLiteral("T | extend a = strcat(Zero, Four) | project One")
                                         << QStringLiteral("One");
        QTest::newRow("join") << QStringLiteral("T | join kind=inner (U | project One, Zero) on One | project Four")
                              << QStringLiteral("One Four");
        QTest::newRow("union") << QStringLiteral("T | union U | summarize max(Two)") << QStringLiteral("Two");
        QTest::newRow("mv-expand") << QStringLiteral("T | mv-expand x = Three | project x, Four")
                                   << QStringLiteral("Three Four");
        QTest::newRow("distinct") << QStringLiteral("T | distinct Zero, One | count") << QStringLiteral("Zero One");
        QTest::newRow("toscalar") << QStringLiteral("U | where One > toscalar(T | summarize max(One)) | count")
                                  << QStringLiteral("One");
        QTest::newRow("in rows") << QStringLiteral("U | where Zero in ((T | project Four)) | count")
                                 << QStringLiteral("Four");
    }

    void readsOnlyWhatIsUsed()
    {
        QFETCH(QString, query);
        const auto compiled = compile(query, schema(), {});
        QVERIFY2(compiled, compiled ? "" : qPrintable(compiled.error().message));
        const QString end = QStringLiteral(" FROM \"T\"");
        const QString head = compiled->sql.left(compiled->sql.indexOf(end));
        const QString list = head.mid(head.lastIndexOf(QStringLiteral("SELECT ")));
        QStringList columns;
        const Schema known = schema();
        for (const auto &column : known.tables[0].columns) {
            if (list.contains(u'"' + column.name + u'"'))
                columns.append(column.name);
        }
        QTEST(columns.join(u' '), "columns");
    }

    /// A filter that may fail for a row, such as a remainder, is no part of a table's scan anywhere else.
    void filtersWhereItReads()
    {
        const auto compiled = compile(
            QStringLiteral("T | where One % 7 == 0 | where Zero has 'x' or Four has 'y' | count"), schema(), {});
        QVERIFY(compiled);
        QVERIFY2(compiled->sql.contains(QStringLiteral("FROM \"T\" WHERE (((c1 % CAST(7 AS BIGINT)) = CAST(0 AS "
                                                       "BIGINT))) AND (")),
                 qPrintable(compiled->sql));
    }

    /// A table may have a column that is called as one of ours is.
    void keepsNamesApart()
    {
        const Schema odd{{{QStringLiteral("T"),
                           {{QStringLiteral("a"), ColumnType::Long}, {QStringLiteral("C0"), ColumnType::Long}}}}};
        const auto compiled = compile(QStringLiteral("T | where a > 5"), odd, {});
        QVERIFY(compiled);
        QVERIFY2(!compiled->sql.contains(QStringLiteral("FROM \"T\" WHERE")), qPrintable(compiled->sql));
    }

    /// What only names columns again is no step of its own.
    void leavesOutPlainSteps()
    {
        const auto compiled = compile(QStringLiteral("T | take 5 | project Zero"), schema(), {});
        QVERIFY(compiled);
        QCOMPARE(compiled->sql.count(QStringLiteral("NOT MATERIALIZED")), 2);
    }
};

QTEST_GUILESS_MAIN(TestEmit)
#include "tst_emit.moc"
