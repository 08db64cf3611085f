// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/session.h"
#include "ui/views/hunt/chartpane.h"
#include "ui/views/hunt/externalleave.h"
#include "ui/views/hunt/huntview.h"
#include "ui/views/hunt/placesdialog.h"
#include "ui/views/hunt/queryhistory.h"
#include "ui/views/hunt/querytabs.h"
#include "ui/views/hunt/resultactions.h"
#include "ui/widgets/completionpopup.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/kqlassist.h"
#include "ui/widgets/kqleditor.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>

using namespace watchdesk;
using namespace watchdesk::ui;

namespace {

/// Numbers from 1 on: so wide that the first rows do not wait in a buffer, and so slow to make that the last are far
/// off.
QString slowQuery()
{
    QStringList numbers;
    for (int x = 1; x <= 10'000; ++x)
        numbers.append(QString::number(x));
    QStringList columns{QStringLiteral("slow = hash_sha256(strrep(strrep(tostring(x), 80), 100))")};
    for (int i = 0; i < 60; ++i)
        columns.append(QStringLiteral("c%1 = x + %1").arg(i));
    return QStringLiteral("datatable(x:long)[%1] | extend %2")
        .arg(numbers.join(u','), columns.join(QStringLiteral(", ")));
}

} // namespace

/// The hunt view's editor by keyboard alone, what outlives the program, and how rows arrive.
class TestHunt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void completesByKeyboard();
    void escapesFirstFromThePopup();
    void formatsAndUndoes();
    void renamesInPlace();
    void goesToTheDefinitionAndListsUses();
    void extractsToLet();
    void mendsByKeyboard();
    void folds();
    void runsTheQueryAtTheCaret();
    void keepsTabsOverACrash();
    void reopensAndRenamesTabs();
    void putsBrokenTabsAside();
    void remembersRuns();
    void showsTheFirstRowsBeforeTheLast();
    void asksBeforeItReadsElsewhere();
    void takesLeaveBack();
    void showsEachTableOfAQuery();

private:
    void openSession();
    KqlEditor *editor() const { return m_view->editor(); }
    void write(const QString &text, int position = -1);
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : editor(), Qt::Key(key), modifiers);
    }
    bool says(const QString &text) const
    {
        const auto labels = m_view->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&text](const QLabel *label) { return label->text().contains(text); });
    }
    CompletionPopup *popup() const { return m_view->findChild<CompletionPopup *>(); }

    QTemporaryDir m_folder;
    std::unique_ptr<HuntView> m_view;
};

void TestHunt::init()
{
    m_view = std::make_unique<HuntView>();
    m_view->keepIn(m_folder.path());
    m_view->resize(1280, 800);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    const ColumnSchema time{QStringLiteral("Timestamp"), ColumnType::DateTime};
    m_view->assist()->setSchema({{{QStringLiteral("DeviceEvents"),
                                   {time,
                                    {QStringLiteral("DeviceName"), ColumnType::String},
                                    {QStringLiteral("ActionType"), ColumnType::String}}}}});
    editor()->setFocus();
}

/// An empty store, without a tenant.
void TestHunt::openSession()
{
    std::shared_ptr<session::Session> session;
    session::SessionOptions options;
    options.storePath = m_folder.filePath(QStringLiteral("held.duckdb"));
    session::Session::open(options).then(
        m_view.get(),
        [&session](const Result<std::shared_ptr<session::Session>> &opened) { session = opened.value_or(nullptr); });
    QTRY_VERIFY_WITH_TIMEOUT(session, 60'000);
    m_view->setSession(session);
}

void TestHunt::cleanup()
{
    m_view.reset();
    QFile::remove(m_folder.filePath(QStringLiteral("tabs.json")));
}

void TestHunt::write(const QString &text, int position)
{
    QSignalSpy analysed(m_view->assist(), &KqlAssist::analysed);
    m_view->setQuery(text);
    QTextCursor cursor = editor()->textCursor();
    cursor.setPosition(position < 0 ? int(text.size()) : position);
    editor()->setTextCursor(cursor);
    m_view->assist()->analyse();
    QVERIFY(analysed.wait(3000));
}

void TestHunt::completesByKeyboard()
{
    write(QStringLiteral("DeviceEvents | where "));
    press(Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(popup() && popup()->isVisible());
    QTest::keyClicks(editor(), QStringLiteral("act"));
    QTRY_COMPARE(popup()->chosen()->label, QStringLiteral("ActionType"));
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    press(Qt::Key_Tab);
    QCOMPARE(m_view->query(), QStringLiteral("DeviceEvents | where ActionType"));
    QVERIFY(!popup()->isVisible());
}

void TestHunt::escapesFirstFromThePopup()
{
    QSignalSpy stopped(editor(), &KqlEditor::stopRequested);
    write(QStringLiteral("DeviceEvents | where "));
    press(Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(popup() && popup()->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!popup()->isVisible());
    QCOMPARE(stopped.count(), 0);
    press(Qt::Key_Escape);
    QCOMPARE(stopped.count(), 1);
}

void TestHunt::formatsAndUndoes()
{
    write(QStringLiteral("DeviceEvents|where DeviceName==\"a\"|count"));
    press(Qt::Key_F, Qt::ShiftModifier | Qt::AltModifier);
    QCOMPARE(m_view->query(), QStringLiteral("DeviceEvents\n| where DeviceName == \"a\"\n| count"));
    editor()->undo();
    QCOMPARE(m_view->query(), QStringLiteral("DeviceEvents|where DeviceName==\"a\"|count"));
}

void TestHunt::renamesInPlace()
{
    write(QStringLiteral("let host = \"a\";\nDeviceEvents | where DeviceName == host"), 5);
    press(Qt::Key_F2);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field);
    QCOMPARE(field->text(), QStringLiteral("host"));
    field->setText(QStringLiteral("name"));
    press(Qt::Key_Return);
    QCOMPARE(m_view->query(), QStringLiteral("let name = \"a\";\nDeviceEvents | where DeviceName == name"));
    QVERIFY(editor()->hasFocus());
}

void TestHunt::goesToTheDefinitionAndListsUses()
{
    const QString text = QStringLiteral("let host = \"a\";\nDeviceEvents | where DeviceName == host");
    write(text, int(text.size()) - 1);
    press(Qt::Key_F12);
    QCOMPARE(editor()->textCursor().selectedText(), QStringLiteral("host"));
    QCOMPARE(editor()->textCursor().blockNumber(), 0);
    press(Qt::Key_F12, Qt::ShiftModifier);
    auto *list = qobject_cast<QListWidget *>(QApplication::focusWidget());
    QVERIFY(list);
    QCOMPARE(list->count(), 2);
    list->setCurrentRow(1);
    press(Qt::Key_Return);
    QCOMPARE(editor()->textCursor().blockNumber(), 1);
}

void TestHunt::extractsToLet()
{
    write(QStringLiteral("DeviceEvents | where Timestamp > ago(1d)"));
    QTextCursor cursor = editor()->textCursor();
    cursor.setPosition(33);
    cursor.setPosition(40, QTextCursor::KeepAnchor);
    editor()->setTextCursor(cursor);
    press(Qt::Key_E, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(m_view->query(), QStringLiteral("let value = ago(1d);\nDeviceEvents | where Timestamp > value"));
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget())); // the new name is to be typed
    press(Qt::Key_Escape);
}

void TestHunt::mendsByKeyboard()
{
    write(QStringLiteral("DeviceEvents | where Timestamp > ago(1d) | where DeviceNam == \"a\""), 52);
    press(Qt::Key_Period, Qt::ControlModifier);
    auto *menu = editor()->findChild<QMenu *>();
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(m_view->query(),
                 QStringLiteral("DeviceEvents | where Timestamp > ago(1d) | where DeviceName == \"a\""));
}

void TestHunt::folds()
{
    write(QStringLiteral("DeviceEvents\n| where DeviceName == \"a\"\n| count"), 0);
    press(Qt::Key_0, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(!editor()->document()->findBlockByNumber(1).isVisible());
    editor()->moveCursor(QTextCursor::End); // what the caret is in is shown
    QVERIFY(editor()->document()->findBlockByNumber(1).isVisible());
}

void TestHunt::runsTheQueryAtTheCaret()
{
    write(QStringLiteral("let a = 1;\n\nprint a\n\nprint 2"), 14);
    QCOMPARE(editor()->currentQuery().text, QStringLiteral("let a = 1;\n\nprint a"));
    write(QStringLiteral("print 1\n\nprint 2"));
    QCOMPARE(editor()->currentQuery().text, QStringLiteral("print 2"));
    QCOMPARE(editor()->currentQuery().begin, 9);
}

/// What externaldata names is read once somebody says so: in this window, or always.
void TestHunt::asksBeforeItReadsElsewhere()
{
    openSession();
    ExternalLeave::setLastingPlaces({});
    QTemporaryDir folder;
    for (const char *name : {"first", "second"}) {
        QVERIFY(QDir(folder.path()).mkdir(QLatin1String(name)));
        QFile list(folder.filePath(QLatin1String(name) + QStringLiteral("/list.csv")));
        QVERIFY(list.open(QIODevice::WriteOnly) && list.write("a\nb\n") > 0);
    }
    const auto queryOf = [&folder](const QString &name) {
        return QStringLiteral("externaldata(x:string)[@\"%1/%2/list.csv\"]").arg(folder.path(), name);
    };
    auto *leave = m_view->findChild<ExternalLeave *>();
    const auto press = [leave](const char *name) {
        auto *button = leave->findChild<QPushButton *>(QLatin1String(name));
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    };
    const auto rows = [this] { return m_view->findChild<Grid *>(QStringLiteral("huntResult"))->model()->rowCount(); };
    QVERIFY(leave->isHidden());
    m_view->setQuery(queryOf(QStringLiteral("first")));
    m_view->run();
    QTRY_VERIFY(leave->isVisible());
    QCOMPARE(rows(), 0);
    m_view->setQuery(QStringLiteral("print another = 1")); // the answer is for the query that asked
    press("allowHere");
    QTRY_COMPARE(rows(), 2);
    QVERIFY(leave->isHidden());
    QVERIFY(ExternalLeave::lastingPlaces().isEmpty());

    m_view->setQuery(queryOf(QStringLiteral("second"))); // another folder is another question
    m_view->run();
    QTRY_VERIFY(leave->isVisible());
    press("allowAlways");
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(ExternalLeave::lastingPlaces(),
             QStringList(QDir(folder.filePath(QStringLiteral("second"))).absolutePath()));
    m_view->setSession(nullptr);
    ExternalLeave::setLastingPlaces({});
}

void TestHunt::showsEachTableOfAQuery()
{
    openSession();
    const TableModel *model = m_view->findChild<Grid *>(QStringLiteral("huntResult"))->tableModel();
    auto *choice = m_view->findChild<QComboBox *>(QStringLiteral("huntTable"));
    m_view->setQuery(QStringLiteral("range x from 1 to 9 step 1 | fork small = (where x < 3) (count)"));
    m_view->run();
    QTRY_VERIFY(choice->isVisible());
    QCOMPARE(choice->count(), 2);
    QCOMPARE(choice->itemText(0), QStringLiteral("small"));
    QCOMPARE(model->rowCount(), 2);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QTRY_COMPARE(model->rowCount(), 1);
    QCOMPARE(model->table()->column(0).integer(0), 9);
    QTRY_COMPARE(choice->currentIndex(), 1);
    QVERIFY(choice->isVisible());
    m_view->setQuery(QStringLiteral("print a = 1"));
    m_view->run();
    QTRY_VERIFY(!choice->isVisible());
    m_view->setSession(nullptr);
}

void TestHunt::takesLeaveBack()
{
    ExternalLeave::setLastingPlaces({QStringLiteral("lists.example")});
    PlacesDialog dialog;
    dialog.show();
    auto *list = dialog.findChild<QListWidget *>();
    QCOMPARE(list->count(), 1);
    dialog.findChild<QLineEdit *>()->setText(QStringLiteral("https://feeds.example/a.csv"));
    QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(ExternalLeave::lastingPlaces(),
             (QStringList{QStringLiteral("feeds.example"), QStringLiteral("lists.example")}));
    dialog.findChild<QLineEdit *>()->setText(QStringLiteral("no host at all"));
    QTest::keyClick(dialog.findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(list->count(), 2);
    list->setCurrentRow(1);
    for (auto *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Take back"))
            button->click();
    }
    QCOMPARE(ExternalLeave::lastingPlaces(), QStringList(QStringLiteral("feeds.example")));
    ExternalLeave::setLastingPlaces({});
}

void TestHunt::keepsTabsOverACrash()
{
    const QString path = m_folder.filePath(QStringLiteral("tabs.json"));
    write(QStringLiteral("print 'first'"));
    m_view->tabs()->open(QStringLiteral("print 'second'"), QStringLiteral("Mine"));
    // No orderly end is needed: a moment later it is on the disk.
    QTRY_COMPARE_WITH_TIMEOUT(loadTabs(path)->tabs.size(), 2, 5000);
    HuntView again;
    again.keepIn(m_folder.path());
    QCOMPARE(again.tabs()->count(), 2);
    QCOMPARE(again.tabs()->nameAt(1), QStringLiteral("Mine"));
    QCOMPARE(again.query(), QStringLiteral("print 'second'"));
}

void TestHunt::reopensAndRenamesTabs()
{
    write(QStringLiteral("print 1"));
    press(Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(m_view->tabs()->count(), 2);
    editor()->setPlainText(QStringLiteral("// Two\nprint 2"));
    QCOMPARE(m_view->tabs()->nameAt(1), QStringLiteral("Two"));
    press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    qobject_cast<QLineEdit *>(QApplication::focusWidget())->setText(QStringLiteral("Other"));
    press(Qt::Key_Return);
    QCOMPARE(m_view->tabs()->nameAt(1), QStringLiteral("Other"));
    press(Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(m_view->query(), QStringLiteral("print 1"));
    press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_view->query(), QStringLiteral("// Two\nprint 2"));
    m_view->tabs()->close(1);
    m_view->tabs()->close(0); // the last one leaves an empty one
    QCOMPARE(m_view->tabs()->count(), 1);
    QCOMPARE(m_view->query(), QString());
}

void TestHunt::putsBrokenTabsAside()
{
    const QString path = m_folder.filePath(QStringLiteral("broken.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"tabs\": 5");
    file.close();
    QVERIFY(!loadTabs(path));
    QVERIFY(QFile::exists(path + QStringLiteral(".broken")));
    QCOMPARE(loadTabs(path)->tabs.size(), 0);
}

void TestHunt::remembersRuns()
{
    const QString path = m_folder.filePath(QStringLiteral("history.jsonl"));
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
    {
        QueryHistory history(path);
        history.add({when, QStringLiteral("print 1"), QStringLiteral("local"), 1, 5, {}});
        history.add({when, QStringLiteral("print x"), QStringLiteral("local"), -1, 2, QStringLiteral("no x")});
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("nonsense\n");
    file.close();
    const QueryHistory again(path);
    QCOMPARE(again.unreadable(), 1);
    QCOMPARE(again.entries().size(), 2);
    QCOMPARE(again.entries()[0].error, QStringLiteral("no x"));
    QCOMPARE(again.entries()[1], (HistoryEntry{when, QStringLiteral("print 1"), QStringLiteral("local"), 1, 5, {}}));
}

void TestHunt::showsTheFirstRowsBeforeTheLast()
{
    openSession();
    const TableModel *model = m_view->findChild<Grid *>(QStringLiteral("huntResult"))->tableModel();
    QSignalSpy finished(m_view.get(), &HuntView::finished);
    m_view->setQuery(slowQuery());
    m_view->run();
    QTRY_VERIFY_WITH_TIMEOUT(model->rowCount() > 0, 120'000);
    QVERIFY(m_view->isRunning());
    QVERIFY(says(QStringLiteral("so far")));
    QVERIFY(!m_view->actions()->button()->isEnabled());
    QVERIFY(m_view->chart()->message().contains(QStringLiteral("all of its rows")));
    m_view->stop();
    QVERIFY(finished.wait(60'000));
    QVERIFY(model->rowCount() > 0 && model->rowCount() < 10'000);
    for (int row = 0; row < model->rowCount(); ++row)
        QCOMPARE(model->table()->column(0).integer(row), row + 1);
    QVERIFY(says(QStringLiteral("stopped: there may be more rows")));
    QVERIFY(!model->isGrowing());
    QVERIFY(m_view->actions()->button()->isEnabled());

    m_view->setQuery(QStringLiteral("range x from 1 to 60000 step 1"));
    m_view->run();
    QVERIFY(finished.wait(60'000));
    QCOMPARE(model->rowCount(), 60'000);
    QCOMPARE(model->table()->rowCount(), 60'000);
    QCOMPARE(model->table()->column(0).integer(59'999), 60'000);
    QVERIFY(!model->isGrowing());
    m_view->setSession(nullptr);
}

QTEST_MAIN(TestHunt)
#include "tst_hunt.moc"
