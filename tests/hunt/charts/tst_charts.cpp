// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/charts/chartmaker.h"
#include "app/store/store.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace watchdesk;
using hunt::Chart;
using hunt::ChartForm;
using hunt::ChartPoint;

namespace {

const Ticks kNow = 638'500'000'000'000'000; // 2024-04-29T15:06:40Z

QString placeOf(const Chart &chart, const ChartPoint &point)
{
    if (chart.axis == Chart::Axis::Category)
        return chart.categories.value(int(point.x));
    if (chart.axis == Chart::Axis::Time)
        return isoFromTicks(chart.origin + Ticks(point.x) * kTicksPerMillisecond);
    return QString::number(point.x);
}

QString numberText(double value) { return std::isnan(value) ? QStringLiteral("gap") : QString::number(value, 'g', 12); }

/// "Line Time x=t y=n", a line a series with its places and values, "!" before what is remarked.
QString shown(const Chart &chart)
{
    static const char *const forms[] = {"Grid", "Card", "Column", "Bar", "Line", "Area", "Scatter", "Pie"};
    static const char *const axes[] = {"Category", "Time", "Span", "Number"};
    QStringList lines;
    QString head = QLatin1String(forms[int(chart.form)]);
    if (!chart.series.isEmpty())
        head += QStringLiteral(" %1 x=%2 y=%3").arg(QLatin1String(axes[int(chart.axis)]), chart.xTitle, chart.yTitle);
    if (!chart.title.isEmpty())
        head += QStringLiteral(" title=") + chart.title;
    lines.append(head);
    for (const auto &[name, value] : chart.card)
        lines.append(name + QStringLiteral(" = ") + value);
    for (const auto &series : chart.series) {
        QStringList points;
        for (const ChartPoint &point : series.points) {
            const QString base = chart.stacking == Chart::Stacking::None
                                     ? QString()
                                     : QString(numberText(point.base) + QStringLiteral(".."));
            points.append(placeOf(chart, point) + u'=' + base + numberText(point.y));
        }
        lines.append((series.isMarks ? QStringLiteral("*") : QString()) + series.name + QStringLiteral(": ") +
                     points.join(QStringLiteral(" | ")));
    }
    for (const QString &note : chart.notes)
        lines.append(QStringLiteral("! ") + note);
    if (!chart.refusal.isEmpty())
        lines.append(QStringLiteral("refused: ") + chart.refusal);
    return lines.join(u'\n').remove(QStringLiteral(".0000000"));
}

Table numbers(qsizetype rows, const std::function<double(qsizetype)> &x, const std::function<double(qsizetype)> &y)
{
    Table table({{QStringLiteral("x"), ColumnType::Real}, {QStringLiteral("y"), ColumnType::Real}});
    for (qsizetype row = 0; row < rows; ++row) {
        table.column(0).appendReal(x(row));
        table.column(1).appendReal(y(row));
    }
    return table;
}

kql::Visualization asking(const char *kind)
{
    kql::Visualization asked;
    asked.kind = QLatin1String(kind);
    return asked;
}

} // namespace

/// What is drawn of a result, from charts.txt, and that it is bounded.
class TestCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void draws_data();
    void draws();
    void thinsLinesButKeepsPeaks();
    void thinsStacksTogether();
    void boundsScatteredPoints();
    void boundsBarsAndSeries();
    void joinsSmallSlices();

private:
    std::shared_ptr<store::Store> m_store;
};

void TestCharts::initTestCase()
{
    auto store = store::Store::open(QStringLiteral(":memory:"));
    QVERIFY(store);
    m_store = *store;
}

void TestCharts::draws_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("expected");
    QFile file(QStringLiteral(WATCHDESK_TEST_DATA "/charts.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QString &part : QString::fromUtf8(file.readAll()).split(QStringLiteral("\n# "))) {
        const qsizetype name = part.indexOf(u'\n');
        const qsizetype mark = part.indexOf(QStringLiteral("\n---\n"));
        if (mark > 0)
            QTest::newRow(qPrintable(part.left(name)))
                << part.mid(name, mark - name).trimmed() << part.mid(mark + 5).trimmed();
    }
}

void TestCharts::draws()
{
    QFETCH(QString, query);
    QFETCH(QString, expected);
    const Result<Table> rows = m_store->readKql(query, kNow);
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().message));
    QCOMPARE(shown(hunt::makeChart(kql::visualizationOf(query), *rows)), expected);
}

void TestCharts::thinsLinesButKeepsPeaks()
{
    const Table table = numbers(
        200'000, [](qsizetype row) { return double(row); },
        [](qsizetype row) { return row == 123'456 ? 1'000.0
                                   : row == 654   ? -1'000.0
                                                  : double(row % 7); });
    const Chart chart = hunt::makeChart(asking("linechart"), table);
    QCOMPARE(chart.series.size(), 1);
    const auto &points = chart.series.first().points;
    QVERIFY(points.size() <= 1'200);
    const auto [least, most] =
        std::minmax_element(points.begin(), points.end(), [](const auto &a, const auto &b) { return a.y < b.y; });
    QCOMPARE(least->x, 654.0);
    QCOMPARE(most->x, 123'456.0);
    QVERIFY(std::is_sorted(points.begin(), points.end(), [](const auto &a, const auto &b) { return a.x < b.x; }));
    QCOMPARE(chart.notes,
             QStringList{QStringLiteral("Of 200,000 points the smallest and the greatest of each step are drawn.")});
}

/// Every series keeps the same places, or the stack would be torn.
void TestCharts::thinsStacksTogether()
{
    Table table({{QStringLiteral("x"), ColumnType::Long},
                 {QStringLiteral("s"), ColumnType::String},
                 {QStringLiteral("y"), ColumnType::Long}});
    for (int row = 0; row < 40'000; ++row) {
        table.column(0).appendInteger(row / 2);
        table.column(1).appendText(QString::number(row % 2));
        table.column(2).appendInteger(row == 20'001 ? 500 : 1);
    }
    const Chart chart = hunt::makeChart(asking("stackedareachart"), table);
    QCOMPARE(chart.series.size(), 2);
    QCOMPARE(chart.series[0].points.size(), size_t(400));
    QCOMPARE(chart.series[1].points.size(), size_t(400));
    double highest = 0;
    for (size_t i = 0; i < 400; ++i) {
        QCOMPARE(chart.series[0].points[i].x, chart.series[1].points[i].x);
        QCOMPARE(chart.series[0].points[i].y, chart.series[1].points[i].base);
        highest = std::max(highest, chart.series[1].points[i].y);
    }
    QCOMPARE(highest, 501.0);
}

void TestCharts::boundsScatteredPoints()
{
    const Table table = numbers(
        10'000, [](qsizetype row) { return double(row % 100); }, [](qsizetype row) { return double(row); });
    const Chart chart = hunt::makeChart(asking("scatterchart"), table);
    QCOMPARE(chart.series.first().points.size(), size_t(2'500));
    QCOMPARE(chart.notes, QStringList{QStringLiteral("The first 2,500 of 10,000 points are drawn.")});
}

void TestCharts::boundsBarsAndSeries()
{
    Table table({{QStringLiteral("x"), ColumnType::String},
                 {QStringLiteral("s"), ColumnType::String},
                 {QStringLiteral("n"), ColumnType::Long}});
    for (int row = 0; row < 60'000; ++row) {
        table.column(0).appendText(QString::number(row % 3'000));
        table.column(1).appendText(QString::number(row % 59));
        table.column(2).appendInteger(1);
    }
    const Chart chart = hunt::makeChart(asking("columnchart"), table);
    QCOMPARE(chart.series.size(), 24);
    QCOMPARE(chart.categories.size(), 125);
    QCOMPARE(chart.notes.value(0), QStringLiteral("The first 24 of 59 series are drawn."));
    QCOMPARE(chart.notes.value(1), QStringLiteral("The first 1,000 of 3,000 values of x are drawn."));
}

void TestCharts::joinsSmallSlices()
{
    Table table({{QStringLiteral("x"), ColumnType::String}, {QStringLiteral("n"), ColumnType::Long}});
    qint64 whole = 0;
    for (int row = 0; row < 50; ++row) {
        table.column(0).appendText(QString::number(row));
        table.column(1).appendInteger(row < 3 ? 1000 : 1);
        whole += row < 3 ? 1000 : 1;
    }
    const Chart chart = hunt::makeChart(asking("piechart"), table);
    const auto &slices = chart.series.first().points;
    QCOMPARE(slices.size(), size_t(12));
    QCOMPARE(chart.categories.at(int(slices.back().x)), QStringLiteral("39 others"));
    double sum = 0;
    for (const ChartPoint &slice : slices)
        sum += slice.value;
    QCOMPARE(sum, double(whole));
}

QTEST_GUILESS_MAIN(TestCharts)
#include "tst_charts.moc"
