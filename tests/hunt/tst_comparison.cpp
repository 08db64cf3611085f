// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/comparison.h"

#include <QTest>

using namespace watchdesk;
using hunt::Comparison;

namespace {

/// "a 1|b 2": a text and a number a row; "-" is null.
Table table(const QString &rows)
{
    Table table({{QStringLiteral("k"), ColumnType::String}, {QStringLiteral("n"), ColumnType::Long}});
    for (const QString &row : rows.split(u'|', Qt::SkipEmptyParts)) {
        table.column(0).appendText(row.section(u' ', 0, 0));
        if (row.section(u' ', 1) == u"-")
            table.column(1).appendNull();
        else
            table.column(1).appendInteger(row.section(u' ', 1).toLongLong());
    }
    return table;
}

QString shown(const Comparison &comparison)
{
    QStringList lines;
    for (qsizetype row = 0; comparison.rows && row < comparison.rows->rowCount(); ++row) {
        QStringList cells;
        for (qsizetype column = 0; column < comparison.rows->columnCount(); ++column)
            cells.append(comparison.rows->display(row, column));
        lines.append(cells.join(u' '));
    }
    return QStringLiteral("+%1 -%2 ~%3: ").arg(comparison.added).arg(comparison.removed).arg(comparison.changed) +
           lines.join(u'|');
}

} // namespace

/// What is different between two results.
class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compares_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("same in another order") << "a 1|b 2"
                                               << "b 2|a 1"
                                               << "+0 -0 ~0: ";
        QTest::newRow("added") << "a 1"
                               << "a 1|b 2"
                               << "+1 -0 ~0: added b 2";
        QTest::newRow("removed") << "a 1|b 2"
                                 << "a 1"
                                 << "+0 -1 ~0: removed b 2";
        QTest::newRow("changed") << "a 1|b 2"
                                 << "a 1|b 3"
                                 << "+0 -0 ~1: before b 2|now b 3";
        QTest::newRow("null is no number") << "a 0"
                                           << "a -"
                                           << "+0 -0 ~1: before a 0|now a ";
        QTest::newRow("without a key") << "a 1|a 2"
                                       << "a 1|a 3"
                                       << "+1 -1 ~0: added a 3|removed a 2";
        QTest::newRow("as often as it comes") << "a 1|a 1"
                                              << "a 1"
                                              << "+0 -1 ~0: removed a 1";
        QTest::newRow("nothing before") << ""
                                        << "a 1"
                                        << "+1 -0 ~0: added a 1";
        QTest::newRow("nothing") << ""
                                 << ""
                                 << "+0 -0 ~0: ";
    }

    void compares()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, expected);
        QCOMPARE(shown(hunt::compared(table(before), table(after))), expected);
    }

    void tellsCellsApart()
    {
        Table left({{QStringLiteral("a"), ColumnType::String}, {QStringLiteral("b"), ColumnType::String}});
        Table right = left;
        left.column(0).appendText(QStringLiteral("x1:"));
        left.column(1).appendText(QStringLiteral("y"));
        right.column(0).appendText(QStringLiteral("x"));
        right.column(1).appendText(QStringLiteral("1:y"));
        QCOMPARE(hunt::compared(left, right).added, 1);
    }

    void refusesOtherColumns()
    {
        const Table other({{QStringLiteral("k"), ColumnType::String}});
        QVERIFY(!hunt::compared(table({}), other).refusal.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
