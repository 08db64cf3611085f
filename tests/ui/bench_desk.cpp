// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/laboptions.h"
#include "app/lab/scenario/content.h"
#include "app/store/store.h"
#include "tests/ui/openwindow.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/gridpane.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <numeric>

using namespace watchdesk;
using namespace watchdesk::ui;

namespace {

/// Processor time of this thread in milliseconds: unlike wall time it does not count what other programs took.
double busy()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Notes the longest stretch for which the event loop did not turn.
class Turns
{
public:
    Turns()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const double now = busy();
            m_longest = std::max(m_longest, now - m_last);
            m_last = now;
            m_longestWait = std::max(m_longestWait, double(m_since.nsecsElapsed()) / 1e6);
            m_since.start();
        });
        m_last = busy();
        m_since.start();
        m_timer.start();
    }
    double longest() const { return m_longest; }         ///< of this thread's own work
    double longestWait() const { return m_longestWait; } ///< by the clock on the wall

private:
    QTimer m_timer;
    double m_last = 0;
    double m_longest = 0;
    QElapsedTimer m_since;
    double m_longestWait = 0;
};

QString summary(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return QStringLiteral("median %1 ms, longest %2 ms of %3")
        .arg(values.at(values.size() / 2), 0, 'f', 1)
        .arg(values.constLast(), 0, 'f', 1)
        .arg(values.size());
}

Table manyDevices(int count)
{
    Table table({{QStringLiteral("id"), ColumnType::String},
                 {QStringLiteral("device"), ColumnType::String},
                 {QStringLiteral("risk"), ColumnType::String},
                 {QStringLiteral("alerts"), ColumnType::Long},
                 {QStringLiteral("spark"), ColumnType::String}});
    const std::string risks[] = {"High", "Medium", "Low", "None"};
    for (int i = 0; i < count; ++i) {
        table.column(0).appendText("id" + std::to_string(i));
        table.column(1).appendText("krv-ws-" + std::to_string(i));
        table.column(2).appendText(risks[i % 4]);
        table.column(3).appendInteger(i % 17);
        table.column(4).appendText(std::string("1,4,2,8,5,7,3,9,6,1,4,2,8,5,7,3,9,6,1,4,2,8,5,7"));
    }
    return table;
}

QList<GridColumn> deviceColumns()
{
    using Look = GridColumn::Look;
    const auto column = [](const char *source, Look look, int width, const char *tone) {
        return GridColumn{QString::fromLatin1(source), QString::fromLatin1(source), look, width,
                          QString::fromLatin1(tone)};
    };
    return {column("device", Look::Dot, 0, "risk"), column("risk", Look::Word, 64, ""),
            column("alerts", Look::Number, 56, ""), column("spark", Look::Sparkline, 56, "")};
}

/// What each of 300 frames costs while the view goes from its first row to its last.
QList<double> framesOf(QTableView *view)
{
    QList<double> costs;
    for (int step = 0; step < 300; ++step) {
        const double before = busy();
        view->verticalScrollBar()->setValue(step * view->verticalScrollBar()->maximum() / 300);
        view->viewport()->update();
        QCoreApplication::processEvents();
        costs.append(busy() - before);
    }
    return costs;
}

} // namespace

/// How smooth the desk is: the longest stretch without a turn of the event loop when something is chosen, and what a
/// frame costs while 100,000 rows scroll, beside Qt's own table with its own delegate over the same model.
class BenchDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void choosing_data();
    void choosing();
    void scrolling();
    void manyRows_data();
    void manyRows();

private:
    std::unique_ptr<OpenWindow> m_window;
};

void BenchDesk::initTestCase()
{
    m_window = std::make_unique<OpenWindow>(Theme::Choice::Dark, QSize(1920, 1080));
    session::SessionOptions options;
    options.lab = true;
    QVERIFY2(m_window->open(options), qPrintable(m_window->problem()));
    QVERIFY(m_window->fill());
}

void BenchDesk::cleanupTestCase() { m_window.reset(); }

void BenchDesk::choosing_data()
{
    QTest::addColumn<QString>("grid");
    QTest::addColumn<int>("kind");
    QTest::newRow("devices") << QStringLiteral("desk.devices") << int(Subject::Kind::Device);
    QTest::newRow("alerts") << QStringLiteral("desk.alerts") << int(Subject::Kind::Alert);
    QTest::newRow("externals") << QStringLiteral("desk.externals") << int(Subject::Kind::External);
    QTest::newRow("indicators") << QStringLiteral("desk.indicators") << int(Subject::Kind::Indicator);
}

void BenchDesk::choosing()
{
    QFETCH(QString, grid);
    QFETCH(int, kind);
    DeskView *desk = m_window->desk();
    const TableModel *model = (*m_window)->findChild<Grid *>(grid)->tableModel();
    QList<double> blocks;
    QList<double> waits;
    for (int row = 0; row < std::min(20, model->rowCount()); ++row) {
        Turns turns;
        desk->showSubject({Subject::Kind(kind), model->keyAt(row)});
        QTest::qWait(60);
        QTRY_VERIFY_WITH_TIMEOUT(desk->isSettled(), 10'000);
        QTest::qWait(30);
        blocks.append(turns.longest());
        waits.append(turns.longestWait());
    }
    qInfo("choosing one of the %s: %s; by the wall clock %s", QTest::currentDataTag(), qPrintable(summary(blocks)),
          qPrintable(summary(waits)));
    desk->clearSelection();
    QTest::qWait(200);
}

void BenchDesk::scrolling()
{
    TableModel model;
    model.setColumns(deviceColumns());
    model.setKeyColumn(QStringLiteral("id"));
    model.setTable(std::make_shared<const Table>(manyDevices(100'000)));
    Grid ours;
    ours.setTableModel(&model);
    ours.resize(420, 900);
    ours.show();
    QTableView plain;
    plain.setModel(&model);
    plain.verticalHeader()->setDefaultSectionSize(27);
    plain.setVerticalScrollMode(QTableView::ScrollPerPixel);
    plain.resize(420, 900);
    plain.show();
    const QList<double> yardstick = framesOf(&plain);
    const QList<double> costs = framesOf(&ours);
    const auto sum = [](const QList<double> &all) { return std::accumulate(all.begin(), all.end(), 0.0); };
    qInfo("a frame of 100,000 scrolling rows: %s; QTableView: %s; ratio %.2f", qPrintable(summary(costs)),
          qPrintable(summary(yardstick)), sum(costs) / sum(yardstick));
}

/// The store of the largest tenant that is asked of us, as a session without a service holds it.
void BenchDesk::manyRows_data()
{
    QTest::addColumn<QString>("grid");
    QTest::addColumn<QString>("filter");
    QTest::newRow("devices") << QStringLiteral("desk.devices") << QStringLiteral("os = 'Windows11'");
    QTest::newRow("alerts") << QStringLiteral("desk.alerts") << QStringLiteral("severity = 'High'");
    lab::LabOptions options;
    options.devices = 500'000;
    options.alerts = 1'000'000;
    const auto content = lab::builtInContent(options);
    QVERIFY2(content, content ? "" : qPrintable(content.error().message));
    m_window = std::make_unique<OpenWindow>(Theme::Choice::Dark, QSize(1920, 1080));
    QVERIFY(QFile::copy(content->storePath, m_window->storePath()));
    QFile::setPermissions(m_window->storePath(), QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY2(m_window->open({}), qPrintable(m_window->problem()));
    QVERIFY(m_window->fill());
}

void BenchDesk::manyRows()
{
    QFETCH(QString, grid);
    QFETCH(QString, filter);
    Grid *view = (*m_window)->findChild<Grid *>(grid);
    const QList<GridPane *> panes = m_window->desk()->findChildren<GridPane *>();
    const auto found = std::find_if(panes.begin(), panes.end(), [&](GridPane *each) { return each->grid() == view; });
    QVERIFY(found != panes.end());
    GridPane *pane = *found;
    QTRY_VERIFY_WITH_TIMEOUT(view->tableModel()->rowCount() > 2'000, 60'000); // the first come before the others
    QTest::qWait(500);
    const int rows = view->tableModel()->rowCount();
    const QList<double> costs = framesOf(view);
    Turns turns;
    pane->setFilter(filter);
    QTRY_VERIFY_WITH_TIMEOUT(pane->isSettled(), 20'000);
    pane->setFilter({});
    QTRY_VERIFY_WITH_TIMEOUT(pane->isSettled(), 20'000);
    qInfo("%s: %d rows, a frame while they scroll: %s; while they are filtered the longest turn is %.1f ms, %.1f ms by "
          "the wall clock",
          QTest::currentDataTag(), rows, qPrintable(summary(costs)), turns.longest(), turns.longestWait());
}

QTEST_MAIN(BenchDesk)
#include "bench_desk.moc"
