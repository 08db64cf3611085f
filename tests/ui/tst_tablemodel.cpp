// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/tablemodel.h"
#include "ui/widgets/grid.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::ui;

namespace {

TablePointer sample(int rows)
{
    Table table({{QStringLiteral("id"), ColumnType::String},
                 {QStringLiteral("severity"), ColumnType::String},
                 {QStringLiteral("n"), ColumnType::Long}});
    const char *const words[] = {"Low", "High", "Medium", "Informational"};
    for (int row = 0; row < rows; ++row) {
        table.column(0).appendText(QStringLiteral("k%1").arg(row));
        table.column(1).appendText(std::string_view(words[row % 4]));
        if (row % 5 == 4)
            table.column(2).appendNull();
        else
            table.column(2).appendInteger((row * 7919) % 1000);
    }
    return std::make_shared<Table>(std::move(table));
}

QList<GridColumn> columns()
{
    using Look = GridColumn::Look;
    return {{QStringLiteral("severity"), QStringLiteral("Severity"), Look::Severity, 80, {}, 0, 62},
            {QStringLiteral("n"), QStringLiteral("N"), Look::Number, 80, {}, 0, 62},
            {QStringLiteral("missing"), QStringLiteral("Missing"), Look::Text, 0, {}, 0, 62}};
}

} // namespace

class TestTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTypedValuesAndPlainText();
    void sortsBySeverityRankNotByLetters();
    void putsNullsLastEitherWay();
    void sortsManyRowsOnAWorkerAndKeepsPersistentIndexes();
    void keepsTheOrderWhenFreshDataArrives();
    void showsEveryColumnOfAQueryResult();
    void growsBelowWhatIsThere();
    void marksRelatedRowsAndDimsTheRest();
    void makesHiddenCharactersVisible();
    void quotesWhatASpreadsheetWouldRun();
};

void TestTableModel::showsTypedValuesAndPlainText()
{
    TableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setKeyColumn(QStringLiteral("id"));
    model.setColumns(columns());
    model.setTable(sample(10));
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.columnCount(), 3);
    QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("High"));
    QCOMPARE(model.index(1, 1).data(TableModel::RawRole).typeId(), int(QMetaType::LongLong));
    QVERIFY(!model.index(4, 1).data(TableModel::RawRole).isValid());
    QCOMPARE(model.index(4, 1).data().toString(), QStringLiteral("–"));
    QCOMPARE(model.index(0, 2).data().toString(), QString());
    QCOMPARE(model.keyAt(3), QStringLiteral("k3"));
    QCOMPARE(model.rowOfKey(QStringLiteral("k7")), 7);
    QCOMPARE(model.rowOfKey(QStringLiteral("nobody")), -1);
    model.setTable(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestTableModel::sortsBySeverityRankNotByLetters()
{
    TableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setColumns(columns());
    model.setTable(sample(8));
    model.sort(0, Qt::DescendingOrder);
    QStringList words;
    for (int row = 0; row < 8; row += 2)
        words.append(model.index(row, 0).data().toString());
    QCOMPARE(words, (QStringList{QStringLiteral("High"), QStringLiteral("Medium"), QStringLiteral("Low"),
                                 QStringLiteral("Informational")}));
}

void TestTableModel::putsNullsLastEitherWay()
{
    const TablePointer table = sample(50);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        const std::vector<quint32> rows = sortedRows(*table, 2, order);
        QVERIFY(table->column(2).isNull(rows.back()));
        QVERIFY(!table->column(2).isNull(rows.front()));
        for (size_t i = 1; i < 40; ++i) {
            const qint64 before = table->column(2).integer(rows[i - 1]);
            const qint64 after = table->column(2).integer(rows[i]);
            QVERIFY(order == Qt::AscendingOrder ? before <= after : before >= after);
        }
    }
}

void TestTableModel::sortsManyRowsOnAWorkerAndKeepsPersistentIndexes()
{
    TableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setKeyColumn(QStringLiteral("id"));
    model.setColumns(columns());
    model.setTable(sample(20'000));
    const QPersistentModelIndex held(model.index(123, 0));
    QSignalSpy sorted(&model, &TableModel::sorted);
    model.sort(1, Qt::AscendingOrder);
    QCOMPARE(sorted.count(), 0); // not on this thread
    QVERIFY(sorted.wait(10'000));
    QCOMPARE(model.keyAt(held.row()), QStringLiteral("k123"));
    QVERIFY(held.row() != 123);
}

void TestTableModel::keepsTheOrderWhenFreshDataArrives()
{
    TableModel model;
    model.setColumns(columns());
    model.setTable(sample(100));
    model.sort(1, Qt::DescendingOrder);
    model.setTable(sample(200));
    QVERIFY(model.index(0, 1).data(TableModel::RawRole).toLongLong() >=
            model.index(1, 1).data(TableModel::RawRole).toLongLong());
    QCOMPARE(model.rowCount(), 200);
}

void TestTableModel::showsEveryColumnOfAQueryResult()
{
    TableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Table table({{QStringLiteral("a"), ColumnType::Long}, {QStringLiteral("a"), ColumnType::Real}});
    table.column(0).appendInteger(1);
    table.column(1).appendReal(2.5);
    model.setTable(std::make_shared<Table>(std::move(table)));
    QCOMPARE(model.columnCount(), 2);
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("2.5")); // by position: both are called "a"
}

void TestTableModel::growsBelowWhatIsThere()
{
    TableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Grid grid;
    grid.setTableModel(&model);
    grid.resize(400, 200);
    grid.show();
    model.setTable(sample(10));
    model.sort(2, Qt::DescendingOrder);
    model.grow(Table(*sample(6000)));
    QCOMPARE(model.rowCount(), 6000); // in the place of the ten
    QCOMPARE(model.sortColumn(), -1);

    grid.selectRow(40);
    grid.setColumnWidth(0, 91);
    grid.verticalScrollBar()->setValue(500);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.grow(Table(*sample(7000)));
    model.grow(Table(*sample(0)));
    QCOMPARE(model.rowCount(), 13'000);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(grid.selectionModel()->selectedRows().size(), 1);
    QCOMPARE(grid.selectionModel()->selectedRows().first().row(), 40);
    QCOMPARE(grid.columnWidth(0), 91);
    QCOMPARE(grid.verticalScrollBar()->value(), 500);
    for (const int row : {0, 5999, 6000, 12'999})
        QCOMPARE(model.index(row, 0).data().toString(), QStringLiteral("k%1").arg(row < 6000 ? row : row - 6000));

    QSignalSpy sorted(&model, &TableModel::sorted);
    model.sort(0, Qt::DescendingOrder); // while more may come
    QCOMPARE(model.sortColumn(), -1);
    model.endGrowing();
    QCOMPARE(model.table()->rowCount(), 13'000);
    model.sort(0, Qt::DescendingOrder);
    QVERIFY(sorted.wait(10'000));
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("k999"));
    model.grow(Table(*sample(3))); // of the next run
    QCOMPARE(model.rowCount(), 3);
    model.setTable(sample(2));
    QVERIFY(!model.isGrowing());
}

void TestTableModel::marksRelatedRowsAndDimsTheRest()
{
    TableModel model;
    model.setKeyColumn(QStringLiteral("id"));
    model.setColumns(columns());
    model.setTable(sample(3));
    QCOMPARE(model.index(0, 0).data(TableModel::MarkRole).toInt(), int(RowMark::Plain));
    model.setRelated({QStringLiteral("k1")}, true);
    QCOMPARE(model.index(0, 0).data(TableModel::MarkRole).toInt(), int(RowMark::Dim));
    QCOMPARE(model.index(1, 0).data(TableModel::MarkRole).toInt(), int(RowMark::Related));
    model.clearRelated();
    QCOMPARE(model.index(1, 0).data(TableModel::MarkRole).toInt(), int(RowMark::Plain));
}

void TestTableModel::makesHiddenCharactersVisible()
{
    Table table({{QStringLiteral("name"), ColumnType::String}});
    table.column(0).appendText(QString(QStringLiteral("cod") % QChar(0x202E) % QStringLiteral("rcs.exe")));
    TableModel model;
    model.setTable(std::make_shared<Table>(std::move(table)));
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("cod[U+202E]rcs.exe"));
}

void TestTableModel::quotesWhatASpreadsheetWouldRun()
{
    QCOMPARE(safeCell(QStringLiteral("=cmd|' /C calc'!A0"), u','), QStringLiteral("'=cmd|' /C calc'!A0"));
    QCOMPARE(safeCell(QStringLiteral("@SUM(1)"), u'\t'), QStringLiteral("'@SUM(1)"));
    QCOMPARE(safeCell(QStringLiteral("-12.5"), u','), QStringLiteral("-12.5"));
    QCOMPARE(safeCell(QStringLiteral("a,\"b\""), u','), QStringLiteral("\"a,\"\"b\"\"\""));
    QCOMPARE(safeCell(QStringLiteral("two\nlines"), u'\t'), QStringLiteral("\"two\nlines\""));
}

QTEST_MAIN(TestTableModel)
#include "tst_tablemodel.moc"
