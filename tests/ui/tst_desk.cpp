// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/store.h"
#include "tests/ui/openwindow.h"
#include "ui/views/desk/deskqueries.h"
#include "ui/views/hunt/chartpane.h"
#include "ui/views/hunt/huntview.h"
#include "ui/views/hunt/runcomparison.h"
#include "ui/widgets/actionsheet.h"
#include "ui/widgets/connectorstrip.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/gridpane.h"
#include "ui/widgets/pane.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
using namespace watchdesk;
using namespace watchdesk::ui;

/// The window over a real lab tenant: its data flows in, choosing links the panes, an action goes through the gate.
class TestDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void fillsEveryPane();
    void cutsAListByItsKeys_data();
    void cutsAListByItsKeys();
    void linksTheSelection();
    void findsWhatBelongsToEveryKind();
    void expandsOnePane();
    void showsWantedColumns();
    void huntsInTheHeldData();
    void drawsWhatAQueryRenders();
    void isolatesThroughTheGate();

private:
    Grid *grid(const char *name) const { return (*m_window)->findChild<Grid *>(QString::fromLatin1(name)); }

    std::unique_ptr<OpenWindow> m_window;
};

void TestDesk::initTestCase()
{
    m_window = std::make_unique<OpenWindow>(Theme::Choice::Dark, QSize(1680, 1010));
    session::SessionOptions options;
    options.lab = true;
    QVERIFY2(m_window->open(options), qPrintable(m_window->problem()));
    QVERIFY(m_window->fill());
}

void TestDesk::cleanupTestCase() { m_window.reset(); }

void TestDesk::fillsEveryPane()
{
    for (const char *name : {"desk.devices", "desk.alerts", "desk.externals", "desk.indicators"}) {
        QVERIFY2(grid(name) != nullptr, name);
        QTRY_VERIFY2_WITH_TIMEOUT(grid(name)->tableModel()->rowCount() > 0, name, 10'000);
    }
}

void TestDesk::cutsAListByItsKeys_data()
{
    QTest::addColumn<bool>("isAlerts");
    QTest::addColumn<QString>("where");
    QTest::newRow("devices") << false << QString();
    QTest::newRow("devices, filtered") << false << QStringLiteral("alerts > 0");
    QTest::newRow("alerts") << true << QString();
    QTest::newRow("alerts, filtered") << true << QStringLiteral("severity = 'Medium'");
}

/// The same rows in the same order as sorting all of them gives.
void TestDesk::cutsAListByItsKeys()
{
    QFETCH(bool, isAlerts);
    QFETCH(QString, where);
    const GridSource source = isAlerts ? alertSource(0) : deviceSource(0);
    const auto lines = [this](const QString &sql, const QVariantList &parameters) {
        QStringList all;
        const auto rows = m_window->session()->store()->read(sql, parameters);
        for (qsizetype row = 0; rows && row < rows->rowCount(); ++row) {
            QStringList cells;
            for (qsizetype column = 0; column < rows->columnCount(); ++column)
                cells.append(rows->display(row, column));
            all.append(cells.join(u'|'));
        }
        return all;
    };
    const GridStatement cut = firstRows(source, where, {}, 7);
    QString plain = source.sql;
    plain.replace(QStringLiteral("{rows}"), source.base).replace(QStringLiteral("{key}"), QString());
    const QStringList expected =
        lines(QStringLiteral("SELECT * FROM (%1) AS shown %2 ORDER BY %3 LIMIT 7")
                  .arg(plain, where.isEmpty() ? where : QString(u"WHERE " % where), source.order),
              source.parameters);
    QVERIFY(expected.size() > 2);
    QCOMPARE(lines(cut.sql, cut.parameters), expected);
}

void TestDesk::linksTheSelection()
{
    QTRY_COMPARE_WITH_TIMEOUT(int(m_window->desk()->mostTelling().kind), int(Subject::Kind::External), 10'000);
    const Subject subject = m_window->desk()->mostTelling();
    m_window->desk()->showSubject(subject);
    const TableModel *alerts = grid("desk.alerts")->tableModel();
    const auto marked = [alerts](RowMark mark) {
        int count = 0;
        for (int row = 0; row < alerts->rowCount(); ++row)
            count += alerts->index(row, 0).data(TableModel::MarkRole).toInt() == int(mark) ? 1 : 0;
        return count;
    };
    QTRY_COMPARE_WITH_TIMEOUT(marked(RowMark::Related), 1, 10'000);
    QCOMPARE(marked(RowMark::Dim), alerts->rowCount() - 1);
    QTRY_VERIFY(m_window->desk()->canRespond()); // one device is behind it
    QTRY_VERIFY(!grid("desk.externals")->rowRect(subject.key).isEmpty());
    m_window->desk()->clearSelection();
    QTRY_COMPARE(marked(RowMark::Dim), 0);
}

void TestDesk::findsWhatBelongsToEveryKind()
{
    using Kind = Subject::Kind;
    const QList<std::pair<const char *, Kind>> panes = {{"desk.devices", Kind::Device},
                                                        {"desk.alerts", Kind::Alert},
                                                        {"desk.externals", Kind::External},
                                                        {"desk.indicators", Kind::Indicator}};
    const TableModel *devices = grid("desk.devices")->tableModel();
    for (const auto &[name, kind] : panes) {
        m_window->desk()->clearSelection();
        QTRY_COMPARE(devices->index(0, 0).data(TableModel::MarkRole).toInt(), int(RowMark::Plain));
        const TableModel *model = grid(name)->tableModel();
        m_window->desk()->showSubject({kind, model->keyAt(0)});
        QTRY_VERIFY2_WITH_TIMEOUT(model->index(0, 0).data(TableModel::MarkRole).toInt() == int(RowMark::Related), name,
                                  10'000);
        QTRY_VERIFY2(devices->index(0, 0).data(TableModel::MarkRole).toInt() != int(RowMark::Plain), name);
    }
    m_window->desk()->clearSelection();
}

void TestDesk::expandsOnePane()
{
    const auto paneOf = [this](const char *name) {
        QWidget *widget = grid(name);
        while (qobject_cast<Pane *>(widget) == nullptr)
            widget = widget->parentWidget();
        return qobject_cast<Pane *>(widget);
    };
    Pane *alerts = paneOf("desk.alerts");
    const int before = alerts->width();
    alerts->expandButton()->click();
    QTRY_VERIFY(alerts->width() > 2 * before);
    QVERIFY(!paneOf("desk.devices")->isVisible());
    QVERIFY(!paneOf("desk.externals")->isVisible());
    QTest::keyClick(alerts->findChild<Grid *>(), Qt::Key_Escape);
    QTRY_COMPARE(alerts->width(), before);
    QVERIFY(paneOf("desk.externals")->isVisible());
}

void TestDesk::showsWantedColumns()
{
    Grid *alerts = grid("desk.alerts");
    const QList<GridColumn> &columns = alerts->tableModel()->columns();
    const auto known = std::find_if(columns.begin(), columns.end(), [](auto &c) { return c.source == u"owner"; });
    const int column = int(known - columns.begin());
    QVERIFY(alerts->isColumnHidden(column));
    alerts->setColumnWanted(column, true);
    QVERIFY(!alerts->isColumnHidden(column));
    QVERIFY(alerts->columnWidth(column) > 40);
    alerts->setColumnWanted(column, false);
    QVERIFY(alerts->isColumnHidden(column));
}

void TestDesk::huntsInTheHeldData()
{
    (*m_window)->showView(QStringLiteral("hunt"));
    HuntView *hunt = (*m_window)->hunt();
    QSignalSpy finished(hunt, &HuntView::finished);
    hunt->setQuery(QStringLiteral("DeviceProcessEvents | summarize n = count() by DeviceName | top 5 by n"));
    hunt->run();
    QVERIFY(finished.wait(30'000));
    QCOMPARE(grid("huntResult")->tableModel()->rowCount(), 5);
    (*m_window)->showView(QStringLiteral("desk"));
}

void TestDesk::drawsWhatAQueryRenders()
{
    (*m_window)->showView(QStringLiteral("hunt"));
    HuntView *hunt = (*m_window)->hunt();
    QVERIFY(!hunt->chart()->isVisible());
    const auto run = [hunt](const QString &query) {
        QSignalSpy finished(hunt, &HuntView::finished);
        hunt->setQuery(query);
        hunt->run();
        QVERIFY(finished.wait(30'000));
        QTRY_VERIFY(hunt->isSettled());
    };
    const QString query = QStringLiteral("DeviceProcessEvents | summarize n = count() by DeviceName | top 5 by n");
    run(query + QStringLiteral(" | render barchart"));
    QVERIFY(hunt->chart()->isVisible());
    QCOMPARE(hunt->chart()->chart().form, hunt::ChartForm::Bar);
    QCOMPARE(hunt->chart()->chart().categories.size(), 5);
    QCOMPARE(grid("huntResult")->tableModel()->rowCount(), 5);
    run(query);
    QVERIFY(!hunt->chart()->isVisible());
    hunt->showChart(true);
    QVERIFY(hunt->chart()->isVisible());
    QVERIFY(!hunt->chart()->message().isEmpty());
    run(QStringLiteral("DeviceProcessEvents | nonsense"));
    QVERIFY(hunt->chart()->chart().isEmpty());
    hunt->showChart(false);
    QVERIFY(!hunt->comparison()->button()->isVisible());
    run(QStringLiteral("print a = 'x', n = rand()"));
    QVERIFY(!hunt->comparison()->button()->isVisible());
    run(QStringLiteral("print a = 'x', n = rand()")); // the same query, another result
    QVERIFY(hunt->comparison()->button()->isVisible());
    QCOMPARE(hunt->comparison()->comparison().changed, 1);
    hunt->comparison()->button()->click();
    QCOMPARE(grid("huntResult")->tableModel()->rowCount(), 2);
    hunt->comparison()->button()->click();
    QCOMPARE(grid("huntResult")->tableModel()->rowCount(), 1);
    (*m_window)->showView(QStringLiteral("desk"));
}

void TestDesk::isolatesThroughTheGate()
{
    DeskView *desk = m_window->desk();
    const QString device = grid("desk.devices")->tableModel()->keyAt(0);
    desk->showSubject({Subject::Kind::Device, device});
    QTRY_VERIFY(desk->canRespond());
    QVERIFY(desk->openSheet(QStringLiteral("isolate")));
    ActionSheet *sheet = desk->sheet();
    QVERIFY(!sheet->sendButton()->isEnabled());
    sheet->commentField()->setText(QStringLiteral("IR-118 test of the sheet"));
    QTRY_VERIFY_WITH_TIMEOUT(sheet->sendButton()->isEnabled(), 10'000);
    sheet->sendButton()->click();
    QVERIFY(sheet->isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(!sheet->isRunning(), 120'000);
    const auto state = m_window->session()->store()->read(
        QStringLiteral("SELECT status FROM MachineActions WHERE machineId = ? AND type = 'Isolate'"), {device});
    QVERIFY2(state.has_value(), state ? "" : qPrintable(state.error().message));
    QCOMPARE(state->rowCount(), 1);
    QCOMPARE(state->column(0).string(0), QStringLiteral("Succeeded"));
}

QTEST_MAIN(TestDesk)
#include "tst_desk.moc"
