// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/store.h"
#include "ui/models/livequery.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/theme.h"
#include "ui/views/desk/deskview.h"
#include "ui/widgets/actionsheet.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/gridpane.h"
#include "ui/widgets/tokens.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace watchdesk;
using namespace watchdesk::ui;

class TestPanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void followsChangesOfTheStore();
    void followsOnlyWhileSomebodyLooks();
    void readsLongListsOneAfterTheOther();
    void choosesManyRowsByTheRoughOrder();
    void saysWhyItIsEmpty();
    void saysWhatIsWrongWithAFilterInPlace();
    void standsBeforeThereIsASession();
    void namesEveryControl();
    void offersNoDeadMenus();
    void sendsNothingWithoutAComment();
    void switchesTheThemeLive();

private:
    GridSource source() const;
    std::shared_ptr<store::Store> m_store;
};

void TestPanes::init()
{
    auto opened = store::Store::open(QStringLiteral(":memory:"));
    QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().message));
    m_store = *opened;
    QVERIFY(m_store
                ->ensureTable({QStringLiteral("Things"),
                               {{QStringLiteral("id"), ColumnType::String}, {QStringLiteral("n"), ColumnType::Long}}},
                              QStringLiteral("id"))
                .has_value());
    QVERIFY(m_store->write(QStringLiteral("INSERT INTO Things VALUES ('a', 1), ('b', 2), ('c', 3)")).has_value());
}

GridSource TestPanes::source() const
{
    GridSource source;
    source.sql = QStringLiteral("SELECT id, n FROM Things");
    source.types = {{QStringLiteral("id"), ColumnType::String}, {QStringLiteral("n"), ColumnType::Long}};
    source.order = QStringLiteral("id");
    source.tables = {QStringLiteral("Things")};
    source.fields = {{QStringLiteral("id"), QStringLiteral("id"), ColumnType::String},
                     {QStringLiteral("n"), QStringLiteral("n"), ColumnType::Long}};
    return source;
}

void TestPanes::followsChangesOfTheStore()
{
    GridPane pane(QStringLiteral("test.things"), QStringLiteral("Things"),
                  {{QStringLiteral("id"), QStringLiteral("Id"), GridColumn::Look::Text, 0, {}, 0, 62}},
                  QStringLiteral("id"));
    pane.show();
    pane.setStore(m_store, source());
    QTRY_COMPARE(pane.model()->rowCount(), 3);
    pane.grid()->showKey(QStringLiteral("b"));
    QVERIFY(m_store->write(QStringLiteral("INSERT INTO Things VALUES ('0', 9)"), {}, {QStringLiteral("Things")})
                .has_value());
    QTRY_COMPARE(pane.model()->rowCount(), 4);
    QCOMPARE(pane.model()->keyAt(pane.grid()->currentIndex().row()), QStringLiteral("b")); // the choice went along
    pane.setFilter(QStringLiteral("n:>1"));
    QTRY_COMPARE(pane.model()->rowCount(), 3);
}

/// A hidden pane costs nothing while a sync runs, and is up to date when it is shown.
void TestPanes::followsOnlyWhileSomebodyLooks()
{
    GridPane pane(QStringLiteral("test.things"), QStringLiteral("Things"),
                  {{QStringLiteral("id"), QStringLiteral("Id"), GridColumn::Look::Text, 0, {}, 0, 62}},
                  QStringLiteral("id"));
    QSignalSpy arrived(&pane, &GridPane::arrived);
    pane.setStore(m_store, source());
    QVERIFY(!arrived.wait(600));
    pane.show();
    QTRY_COMPARE(pane.model()->rowCount(), 3);
    pane.hide();
    arrived.clear();
    const auto put = [this](const QString &id) {
        return m_store->write(QStringLiteral("INSERT INTO Things VALUES (?, 9)"), {id}, {QStringLiteral("Things")})
            .has_value();
    };
    QVERIFY(put(QStringLiteral("d")));
    QVERIFY(!arrived.wait(600));
    pane.show();
    QTRY_COMPARE(pane.model()->rowCount(), 4);
    QVERIFY(put(QStringLiteral("e")));
    QTRY_COMPARE(pane.model()->rowCount(), 5);
    pane.hide();
    QVERIFY(put(QStringLiteral("f")));
    arrived.clear();
    QVERIFY(!arrived.wait(600));
    pane.show();
    QTRY_COMPARE(pane.model()->rowCount(), 6);
}

void TestPanes::choosesManyRowsByTheRoughOrder()
{
    QVERIFY(
        m_store
            ->write(QStringLiteral("INSERT INTO Things SELECT 'id' || CAST(range AS VARCHAR), 100 + range // 2 FROM "
                                   "range(60000)"))
            .has_value());
    GridSource cut = source();
    cut.sql = QStringLiteral("SELECT id, n{key} FROM {rows}");
    cut.base = QStringLiteral("Things");
    cut.keyOf = QStringLiteral(", rowid AS rowKey");
    cut.keySql = QStringLiteral("SELECT n, id, rowid AS rowKey FROM Things");
    cut.order = QStringLiteral("n DESC, id");
    cut.roughOrder = QStringLiteral("n DESC");
    for (const qint64 most : {qint64(100), qint64(50'000)}) {
        const GridStatement statement = firstRows(cut, {}, {}, most);
        const auto rows = m_store->read(statement.sql, statement.parameters);
        const auto plain =
            m_store->read(QStringLiteral("SELECT id, n FROM Things ORDER BY n DESC, id LIMIT %1").arg(most));
        QVERIFY(rows && plain);
        QCOMPARE(rows->rowCount(), qsizetype(most));
        for (qsizetype row = 0; row < rows->rowCount(); ++row)
            QCOMPARE(rows->display(row, 0), plain->display(row, 0)); // two alike are never at the cut here
    }
}

/// The rest of a long list waits for its turn, whatever becomes of the panes that had theirs before.
void TestPanes::readsLongListsOneAfterTheOther()
{
    QVERIFY(m_store
                ->write(QStringLiteral("INSERT INTO Things SELECT 'id' || CAST(range AS VARCHAR), range FROM "
                                       "range(60000)"))
                .has_value());
    const auto make = [this] {
        auto pane = std::make_unique<GridPane>(
            QStringLiteral("test.things"), QStringLiteral("Things"),
            QList<GridColumn>{{QStringLiteral("id"), QStringLiteral("Id"), GridColumn::Look::Text, 0, {}, 0, 62}},
            QStringLiteral("id"));
        pane->show();
        pane->setStore(m_store, source());
        return pane;
    };
    std::vector<std::unique_ptr<GridPane>> panes;
    for (int i = 0; i < 5; ++i)
        panes.push_back(make());
    QTRY_VERIFY(panes[0]->model()->rowCount() >= 2'000); // its rest is on its way, if not there
    panes[0].reset();
    panes[1]->setFilter(QStringLiteral("nosuchfield:1"));
    panes[2]->setFilter(QStringLiteral("n:<2500"));
    QTRY_COMPARE(panes[4]->model()->rowCount(), 50'000);
    QTRY_COMPARE(panes[3]->model()->rowCount(), 50'000);
    QTRY_COMPARE(panes[2]->model()->rowCount(), 2'503); // with the three that were there
    panes[1]->setFilter(QString());
    QTRY_COMPARE(panes[1]->model()->rowCount(), 50'000);
}

void TestPanes::saysWhyItIsEmpty()
{
    GridPane pane(QStringLiteral("test.things"), QStringLiteral("Things"),
                  {{QStringLiteral("id"), QStringLiteral("Id"), GridColumn::Look::Text, 0, {}, 0, 62}},
                  QStringLiteral("id"));
    GridSource early = source();
    early.sql += QStringLiteral(" WHERE n < 0");
    early.emptyText = QStringLiteral("Nothing so early.");
    pane.show();
    pane.setStore(m_store, early);
    QTRY_COMPARE(pane.grid()->emptyText(), early.emptyText);
    pane.setSource(source());
    QTRY_COMPARE(pane.model()->rowCount(), 3);
    QCOMPARE(pane.grid()->emptyText(), QString());
    pane.setFilter(QStringLiteral("n:>100"));
    QTRY_COMPARE(pane.model()->rowCount(), 0);
    QTRY_VERIFY(pane.grid()->emptyText().contains(u"filter"));
}

void TestPanes::saysWhatIsWrongWithAFilterInPlace()
{
    GridPane pane(QStringLiteral("test.things"), QStringLiteral("Things"),
                  {{QStringLiteral("id"), QStringLiteral("Id"), GridColumn::Look::Text, 0, {}, 0, 62}},
                  QStringLiteral("id"));
    pane.show();
    pane.setStore(m_store, source());
    QTRY_COMPARE(pane.model()->rowCount(), 3);
    pane.setFilter(QStringLiteral("nosuchfield:1"));
    QVERIFY(pane.filterField()->property("wrong").toBool());
    QCOMPARE(pane.model()->rowCount(), 3); // the rows of the last good filter stay
    pane.setFilter(QString());
    QVERIFY(!pane.filterField()->property("wrong").toBool());
}

void TestPanes::standsBeforeThereIsASession()
{
    Theme theme;
    theme.choose(Theme::Choice::Dark);
    MainWindow window(&theme);
    window.resize(1280, 800);
    window.show();
    QVERIFY(!window.grab().isNull());
    QVERIFY(!window.desk()->canRespond());
    QVERIFY(!window.desk()->openSheet(QStringLiteral("isolate")));
}

void TestPanes::namesEveryControl()
{
    Theme theme;
    theme.choose(Theme::Choice::Dark);
    MainWindow window(&theme);
    window.show();
    QStringList nameless;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->inherits("QLineEditIconButton") ||
            widget->inherits("QComboBoxListView") || widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const auto *label = qobject_cast<QLabel *>(widget);
        const QString text = button != nullptr ? button->text() : label != nullptr ? label->text() : QString();
        const bool control = button != nullptr || qobject_cast<QLineEdit *>(widget) != nullptr ||
                             qobject_cast<QAbstractItemView *>(widget) != nullptr;
        if (control && widget->accessibleName().isEmpty() && text.isEmpty())
            nameless.append(
                QString(QString::fromLatin1(widget->metaObject()->className()) % u'#' % widget->objectName()));
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u' ')));
    for (const QLabel *label : window.findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
}

void TestPanes::offersNoDeadMenus()
{
    Theme theme;
    theme.choose(Theme::Choice::Dark);
    MainWindow window(&theme);
    for (const QAction *menu : window.menuBar()->actions())
        QVERIFY2(menu->menu() != nullptr && !menu->menu()->isEmpty(), qPrintable(menu->text()));
}

void TestPanes::sendsNothingWithoutAComment()
{
    ActionSheet sheet;
    SheetRequest request{QStringLiteral("isolate")};
    request.targets = {QStringLiteral("d1")};
    sheet.open(nullptr, request);
    QVERIFY(!sheet.sendButton()->isEnabled());
    QVERIFY(!sheet.sendButton()->isDefault());
    QVERIFY(!sheet.sendButton()->autoDefault());
    QTest::keyClicks(sheet.commentField(), QStringLiteral("IR-1"));
    QTest::keyClick(sheet.commentField(), Qt::Key_Return);
    QVERIFY(!sheet.isRunning());
    QVERIFY(!sheet.sendButton()->isEnabled()); // no dry run has answered: nothing is known of what would be sent
}

void TestPanes::switchesTheThemeLive()
{
    Theme theme;
    theme.choose(Theme::Choice::Dark);
    const QColor dark = tokens().w0;
    theme.choose(Theme::Choice::Light);
    QVERIFY(tokens().w0.lightness() > dark.lightness());
    QVERIFY(!styleSheetOfTokens().contains(u'@'));
}

QTEST_MAIN(TestPanes)
#include "tst_panes.moc"
