// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/safetext.h"
#include "app/kql/schema.h"
#include "app/store/store.h"
#include "tests/ui/openwindow.h"
#include "ui/views/hunt/huntview.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/view.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::ui;

namespace {

/// What an attacker would try in a name: markup, an image to fetch, a reversed ending, a bell, an invisible letter.
const QString kHostile = QStringLiteral("<b>bold</b><img src=http://x/y>\u202Efdp.exe\u0007\u200B&amp; %1 \"';--");

/// `kHostile` as an SQL literal.
QString hostileLiteral() { return u'\'' + QString(kHostile).replace(u'\'', QStringLiteral("''")) + u'\''; }

/// A row in which every text is hostile and one is of a megabyte; keys stay distinct.
QString hostileInsert(const TableSchema &table, int row)
{
    QStringList names;
    QStringList values;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        const ColumnSchema &column = table.columns[i];
        if (names.contains(u'"' + column.name + u'"', Qt::CaseInsensitive))
            continue; // LogonId and LogonID are one in the store
        QString value;
        switch (column.type) {
        case ColumnType::String:
            value = i == 0       ? QStringLiteral("'key%1' || %2").arg(row).arg(hostileLiteral())
                    : i % 7 == 5 ? QStringLiteral("repeat(%1, 20000)").arg(hostileLiteral())
                                 : hostileLiteral();
            break;
        case ColumnType::Dynamic:
            value = QStringLiteral("'[\"<b>x\u202E</b>\"]'");
            break;
        case ColumnType::DateTime:
            value = QString::number(ticksFromDateTime(QDateTime::currentDateTimeUtc()) - row * kTicksPerMinute);
            break;
        case ColumnType::Bool:
            value = QStringLiteral("true");
            break;
        case ColumnType::Guid:
            value = QStringLiteral("NULL");
            break;
        default:
            value = QString::number(row + 1);
        }
        names.append(u'"' + column.name + u'"');
        values.append(value);
    }
    return QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)").arg(table.name, names.join(u','), values.join(u','));
}

/// "Grid desk.alerts" or "QToolButton in GridPane": enough to find it.
QString nameOf(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return QStringLiteral("%1 '%2' in %3")
        .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
             parent ? QLatin1String(parent->metaObject()->className()) : QLatin1String("-"));
}

/// Nothing hidden, and no markup of the attacker's that a rich text viewer would follow.
bool isSafe(const QString &text)
{
    return !hasHiddenCharacters(QString(text).remove(u'\n').remove(u'\t')) && text.size() < 100'000;
}

bool isSafeTip(const QString &tip)
{
    return isSafe(tip) && !tip.contains(QStringLiteral("<b>bold")) && !tip.contains(QStringLiteral("<img"));
}

} // namespace

/// Walks every widget of every view over a store in which everything that can be text is hostile: it is shown as plain
/// text with its hidden characters visible. On the way: every control has a name for a screen reader, and the keyboard
/// reaches it.
class TestWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void hostileTextStaysText_data() { views(); }
    void hostileTextStaysText();
    void controlsHaveNames_data() { views(); }
    void controlsHaveNames();
    void keyboardReachesControls_data() { views(); }
    void keyboardReachesControls();

private:
    void views();
    void show(const QString &view);
    void checkTexts();
    void checkCells(const QAbstractItemView *items);

    std::unique_ptr<OpenWindow> m_window;
};

void TestWalk::initTestCase()
{
    m_window = std::make_unique<OpenWindow>(Theme::Choice::Light, QSize(1680, 1010));
    session::SessionOptions options;
    QVERIFY2(m_window->open(options), qPrintable(m_window->problem()));
    for (const TableSchema &table : m_window->session()->store()->schema().tables) {
        for (int row = 0; row < 3; ++row) {
            const auto done = m_window->session()->store()->write(hostileInsert(table, row));
            QVERIFY2(done, done ? "" : qPrintable(table.name + u": " + done.error().message));
        }
    }
    QVERIFY(m_window->fill());
}

void TestWalk::cleanupTestCase() { m_window.reset(); }

void TestWalk::views()
{
    QTest::addColumn<QString>("view");
    for (const QString &name : (*m_window)->viewNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestWalk::show(const QString &view)
{
    QVERIFY((*m_window)->showView(view));
    QTRY_VERIFY_WITH_TIMEOUT((*m_window)->view(view)->isSettled(), 20'000);
}

void TestWalk::checkCells(const QAbstractItemView *items)
{
    const QAbstractItemModel *model = items->model();
    for (int row = 0; model != nullptr && row < std::min(4, model->rowCount()); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex cell = model->index(row, column);
            const QString shown = cell.data(Qt::DisplayRole).toString();
            QVERIFY2(isSafe(shown), qPrintable(nameOf(items) + u": " + shown.left(200)));
            QVERIFY2(isSafeTip(cell.data(Qt::ToolTipRole).toString()), qPrintable(nameOf(items)));
            QVERIFY2(isSafe(cell.data(Qt::AccessibleTextRole).toString()), qPrintable(nameOf(items)));
        }
    }
}

void TestWalk::checkTexts()
{
    for (const QLabel *label : (*m_window)->findChildren<QLabel *>()) {
        QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()),
                 qPrintable(nameOf(label) + u": " + label->text().left(200)));
        QVERIFY2(isSafe(label->text()), qPrintable(nameOf(label) + u": " + label->text().left(200)));
    }
    for (const QWidget *widget : (*m_window)->findChildren<QWidget *>()) {
        QVERIFY2(isSafeTip(widget->toolTip()), qPrintable(nameOf(widget) + u": " + widget->toolTip().left(200)));
        QVERIFY2(isSafe(widget->accessibleName()), qPrintable(nameOf(widget)));
        QVERIFY2(isSafe(widget->accessibleDescription()), qPrintable(nameOf(widget)));
    }
    for (const QAbstractItemView *items : (*m_window)->findChildren<QAbstractItemView *>())
        checkCells(items);
}

void TestWalk::hostileTextStaysText()
{
    QFETCH(QString, view);
    show(view);
    checkTexts();
    QVERIFY(!(*m_window)->grab().isNull()); // every cell is painted
    if (view == u"desk") {
        const QList<std::pair<const char *, Subject::Kind>> panes = {{"desk.devices", Subject::Kind::Device},
                                                                     {"desk.alerts", Subject::Kind::Alert},
                                                                     {"desk.externals", Subject::Kind::External},
                                                                     {"desk.indicators", Subject::Kind::Indicator}};
        for (const auto &[name, kind] : panes) {
            const TableModel *model = (*m_window)->findChild<Grid *>(QString::fromLatin1(name))->tableModel();
            QVERIFY2(model->rowCount() > 0, name);
            m_window->desk()->showSubject({kind, model->keyAt(0)});
            QTest::qWait(50);
            QTRY_VERIFY_WITH_TIMEOUT(m_window->desk()->isSettled(), 20'000);
            checkTexts();
            QVERIFY(!(*m_window)->grab().isNull());
        }
    } else if (view == u"hunt") {
        HuntView *hunt = (*m_window)->hunt();
        QSignalSpy finished(hunt, &HuntView::finished);
        hunt->setQuery(QStringLiteral("DeviceProcessEvents | extend j = todynamic(strcat('{\"', FileName, '\": 1}'))"));
        hunt->run();
        QVERIFY(finished.wait(30'000));
        checkTexts();
        hunt->setQuery(QStringLiteral("DeviceProcessEvents | summarize count() by FileName | render columnchart"));
        hunt->run();
        QVERIFY(finished.wait(30'000));
        QTRY_VERIFY(hunt->isSettled());
        checkTexts();
        QVERIFY(!(*m_window)->grab().isNull());
    }
}

void TestWalk::controlsHaveNames()
{
    QFETCH(QString, view);
    show(view);
    for (const QWidget *widget : (*m_window)->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isControl = button || qobject_cast<const QLineEdit *>(widget) ||
                               qobject_cast<const QPlainTextEdit *>(widget) ||
                               qobject_cast<const QComboBox *>(widget) || qobject_cast<const Grid *>(widget);
        if (!isControl || !widget->isVisible() || widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        if (qobject_cast<const QComboBox *>(widget->parentWidget()) ||
            qobject_cast<const QLineEdit *>(widget->parentWidget()))
            continue; // a part of that control
        const QString name = widget->accessibleName().isEmpty() && button ? button->text() : widget->accessibleName();
        QVERIFY2(!name.trimmed().isEmpty(), qPrintable(nameOf(widget)));
    }
}

void TestWalk::keyboardReachesControls()
{
    QFETCH(QString, view);
    show(view);
    (*m_window)->activateWindow();
    QSet<const QWidget *> reached;
    QWidget *at = (*m_window)->view(view);
    for (int step = 0; step < 2000 && !(step > 0 && at == (*m_window)->view(view)); ++step) {
        at = at->nextInFocusChain();
        if ((at->focusPolicy() & Qt::TabFocus) != 0)
            reached.insert(at);
    }
    for (const QWidget *widget : (*m_window)->view(view)->findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<const QLineEdit *>(widget) || qobject_cast<const Grid *>(widget) ||
                               qobject_cast<const QPlainTextEdit *>(widget) ||
                               qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractButton *>(widget);
        const bool isPart = qobject_cast<const QLineEdit *>(widget->parentWidget()) ||
                            qobject_cast<const QComboBox *>(widget->parentWidget()) ||
                            qobject_cast<const QAbstractItemView *>(widget->parentWidget());
        if (isControl && !isPart && widget->isVisible() && widget->isEnabled())
            QVERIFY2(reached.contains(widget), qPrintable(nameOf(widget) + u' ' + widget->accessibleName()));
    }
}

QTEST_MAIN(TestWalk)
#include "tst_walk.moc"
