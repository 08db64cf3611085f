// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/charts/chartmaker.h"
#include "app/store/store.h"
#include "ui/views/hunt/chartcanvas.h"
#include "ui/views/hunt/chartlegend.h"
#include "ui/views/hunt/chartpane.h"
#include "ui/widgets/chartlook.h"

#include <QtCharts/QAbstractAxis>
#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QLineSeries>
#include <QtCharts/QPieSeries>

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace watchdesk;
using namespace watchdesk::ui;

namespace {

const Ticks kNow = 638'500'000'000'000'000; // 2024-04-29T15:06:40Z

const QString kTwoLines = QStringLiteral(
    "datatable(t:datetime, d:string, n:long)[datetime(2024-01-01), 'a', 1, datetime(2024-01-01), 'b', 5, "
    "datetime(2024-01-01 01:00), 'a', 2, datetime(2024-01-01 02:00), 'a', 3] | render timechart");

} // namespace

/// A result's chart: what is drawn, what is told of it, and what leaves the program.
class TestChartPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void drawsWhatIsAsked();
    void saysWhatIsNotDrawn();
    void drawsAKindChosenByHand();
    void forgetsTheKindWithAnotherQuery();
    void dropsAnOldResult();
    void tellsAtAPlaceByKeyboard();
    void takesASeriesAway();
    void breaksLinesAtGaps();
    void stacksBars();
    void keepsHostileNamesText();
    void copiesCsvThatRunsNothing();
    void makesAPicture();
    void doesNotWaitForAMillionRows();

private:
    TablePointer rows(const QString &query)
    {
        const Result<Table> table = m_store->readKql(query, kNow);
        if (!table)
            qWarning() << table.error().message;
        return table ? std::make_shared<const Table>(*table) : std::make_shared<const Table>();
    }
    void show(const QString &query)
    {
        m_pane->showResult(query, rows(query));
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->isSettled(), 20'000);
    }
    QList<QAbstractSeries *> drawn() const { return m_pane->canvas()->chart()->series(); }

    std::shared_ptr<store::Store> m_store;
    std::unique_ptr<ChartPane> m_pane;
};

void TestChartPane::initTestCase()
{
    auto store = store::Store::open(QStringLiteral(":memory:"));
    QVERIFY(store);
    m_store = *store;
}

void TestChartPane::init()
{
    m_pane = std::make_unique<ChartPane>();
    m_pane->resize(640, 420);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void TestChartPane::drawsWhatIsAsked()
{
    QSignalSpy asked(m_pane.get(), &ChartPane::asked);
    show(kTwoLines);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toBool(), true);
    QCOMPARE(drawn().size(), 2);
    QCOMPARE(m_pane->canvas()->partNames(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(m_pane->legend()->buttons().size(), 2);
    QVERIFY(m_pane->legend()->isVisibleTo(m_pane.get()));
    show(QStringLiteral("print a = 1"));
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked[1][0].toBool(), false);
    QVERIFY(!m_pane->message().isEmpty());
}

void TestChartPane::saysWhatIsNotDrawn()
{
    show(QStringLiteral("print a = 'x', b = 2 | render treemap"));
    QCOMPARE(m_pane->message(), QStringLiteral("treemap is not drawn here: the rows stand in the grid."));
    QVERIFY(drawn().isEmpty());
    QVERIFY(m_pane->csv().count(u'\n') == 0);
}

void TestChartPane::drawsAKindChosenByHand()
{
    const QString query = QStringLiteral("datatable(d:string, n:long)['a', 1, 'b', 2]");
    show(query);
    m_pane->chooseKind(QStringLiteral("piechart"));
    QTRY_VERIFY(m_pane->isSettled());
    QCOMPARE(drawn().size(), 1);
    auto *pie = qobject_cast<QPieSeries *>(drawn().first());
    QVERIFY(pie);
    QCOMPARE(pie->count(), 2);
    show(query); // the same query again: the choice stays
    QCOMPARE(m_pane->kinds()->currentData().toString(), QStringLiteral("piechart"));
    QVERIFY(!drawn().isEmpty());
}

void TestChartPane::forgetsTheKindWithAnotherQuery()
{
    m_pane->chooseKind(QStringLiteral("piechart"));
    show(kTwoLines);
    QCOMPARE(m_pane->kinds()->currentData().toString(), QString());
    QCOMPARE(m_pane->chart().form, hunt::ChartForm::Line);
}

void TestChartPane::dropsAnOldResult()
{
    m_pane->showResult(kTwoLines, rows(kTwoLines));
    const QString other = QStringLiteral("print a = 'x', b = 2 | render columnchart");
    m_pane->showResult(other, rows(other));
    QTRY_VERIFY(m_pane->isSettled());
    QTest::qWait(50);
    QCOMPARE(m_pane->chart().form, hunt::ChartForm::Column);
    m_pane->showResult(kTwoLines, rows(kTwoLines));
    m_pane->clear();
    QTest::qWait(50);
    QVERIFY(drawn().isEmpty());
    QVERIFY(m_pane->isSettled());
}

void TestChartPane::tellsAtAPlaceByKeyboard()
{
    show(kTwoLines);
    ChartCanvas *canvas = m_pane->canvas();
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_Right);
    QCOMPARE(canvas->markText(), QStringLiteral("2024-01-01T00:00:00Z\na: 1\nb: 5"));
    QCOMPARE(canvas->accessibleDescription(), canvas->markText());
    QTest::keyClick(canvas, Qt::Key_End);
    QCOMPARE(canvas->markText(), QStringLiteral("2024-01-01T02:00:00Z\na: 3"));
    QTest::keyClick(canvas, Qt::Key_Right);
    QCOMPARE(canvas->markText(), QStringLiteral("2024-01-01T02:00:00Z\na: 3"));
    QTest::keyClick(canvas, Qt::Key_Home);
    QTest::keyClick(canvas, Qt::Key_Escape);
    QCOMPARE(canvas->markText(), QString());
}

void TestChartPane::takesASeriesAway()
{
    show(kTwoLines);
    QToolButton *button = m_pane->legend()->buttons().at(1);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(!button->isChecked());
    QCOMPARE(drawn().size(), 1);
    m_pane->canvas()->markPlace(0);
    QCOMPARE(m_pane->canvas()->markText(), QStringLiteral("2024-01-01T00:00:00Z\na: 1"));
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(drawn().size(), 2);
}

void TestChartPane::breaksLinesAtGaps()
{
    show(QStringLiteral("datatable(x:long, n:long)[1, 1, 2, 2, 3, long(null), 4, 4, 5, 5] | render linechart"));
    QCOMPARE(drawn().size(), 2);
    QCOMPARE(qobject_cast<QLineSeries *>(drawn().at(0))->count(), 2);
    QCOMPARE(qobject_cast<QLineSeries *>(drawn().at(1))->count(), 2);
}

void TestChartPane::stacksBars()
{
    show(QStringLiteral("datatable(d:string, s:string, n:long)['x', 'p', 1, 'x', 'q', 3] | render barchart with "
                        "(kind=stacked100)"));
    auto *bars = qobject_cast<QAbstractBarSeries *>(drawn().value(0));
    QVERIFY(bars);
    QCOMPARE(bars->count(), 2);
    QCOMPARE(bars->barSets().at(0)->at(0), 25.0);
    QCOMPARE(bars->barSets().at(1)->at(0), 75.0);
    m_pane->canvas()->markPlace(0);
    QCOMPARE(m_pane->canvas()->markText(), QStringLiteral("x\np: 1 (25.0 %)\nq: 3 (75.0 %)"));
}

/// Axes and slices take markup: what attackers wrote must not become any.
void TestChartPane::keepsHostileNamesText()
{
    const QString query =
        QStringLiteral("datatable(d:string, n:long)['<img src=\"file:///x\">', 1, 'a\u202eb', 2, 'a\u202eb ', 3] "
                       "| render columnchart with (title='<b>t</b>\u200b', xtitle='<i>x</i>', ytitle='&amp;')");
    show(query);
    QStringList texts;
    for (const QAbstractAxis *axis : m_pane->canvas()->chart()->axes()) {
        texts.append(axis->titleText());
        if (const auto *categories = qobject_cast<const QCategoryAxis *>(axis))
            texts += const_cast<QCategoryAxis *>(categories)->categoriesLabels();
    }
    QVERIFY(texts.contains(QStringLiteral("&lt;i&gt;x&lt;/i&gt;")));
    QVERIFY(texts.contains(QStringLiteral("&amp;amp;")));
    for (const QString &text : texts) {
        QVERIFY2(!text.contains(QStringLiteral("<img")) && !text.contains(QChar(0x202e)), qPrintable(text));
    }
    for (const QLabel *label : m_pane->findChildren<QLabel *>())
        QVERIFY(label->textFormat() == Qt::PlainText || !label->text().contains(QStringLiteral("<b>")));
    QCOMPARE(chartText(QStringLiteral("<b>%1").arg(QString(100, u'x')), 8), QStringLiteral("&lt;b&gt;xxxx…"));
}

void TestChartPane::copiesCsvThatRunsNothing()
{
    show(QStringLiteral("datatable(d:string, n:real)['=cmd()', 1.5, 'b,c', -2] | render columnchart"));
    QCOMPARE(m_pane->csv(), QStringLiteral("x,series,value\n'=cmd(),n,1.5\n\"b,c\",n,-2"));
}

void TestChartPane::makesAPicture()
{
    show(kTwoLines);
    const QImage picture = m_pane->picture().toImage();
    QVERIFY(picture.width() > 600);
    int coloured = 0;
    for (int x = 0; x < picture.width(); x += 3) {
        for (int y = 0; y < picture.height(); y += 3)
            coloured += picture.pixelColor(x, y) == seriesTone(0) ? 1 : 0;
    }
    QVERIFY(coloured > 20);
}

void TestChartPane::doesNotWaitForAMillionRows()
{
    auto table = std::make_shared<Table>(QList<ColumnSchema>{{QStringLiteral("t"), ColumnType::DateTime},
                                                             {QStringLiteral("d"), ColumnType::String},
                                                             {QStringLiteral("n"), ColumnType::Long}});
    for (qint64 row = 0; row < 1'000'000; ++row) {
        table->column(0).appendInteger(kNow + row * kTicksPerSecond);
        table->column(1).appendText(QString::number(row % 50));
        table->column(2).appendInteger(row % 1'000);
    }
    m_pane->showResult(QStringLiteral("T | render timechart"), table);
    QVERIFY(!m_pane->isSettled()); // it came back before anything was drawn
    QTRY_VERIFY_WITH_TIMEOUT(m_pane->isSettled(), 200'000);
    QCOMPARE(m_pane->legend()->buttons().size(), 24);
    qsizetype points = 0;
    for (const hunt::ChartSeries &series : m_pane->chart().series)
        points += qsizetype(series.points.size());
    QVERIFY(points <= 9'000);
    QCOMPARE(m_pane->chart().notes.size(), 2);
}

QTEST_MAIN(TestChartPane)
#include "tst_chartpane.moc"
