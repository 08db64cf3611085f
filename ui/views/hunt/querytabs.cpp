// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/hunt/querytabs.h"

#include "app/base/safetext.h"
#include "app/base/workers.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/kqlhighlighter.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextDocumentLayout>
#include <QTabBar>
#include <QTextDocument>
#include <QToolButton>

namespace watchdesk::ui {

namespace {

const int kSavePause = 800;
const int kMostTabs = 200;
const qsizetype kClosedKept = 30;
const int kNameLength = 28;

/// The first line that says anything, without its comment marks.
QString nameFrom(const QString &text)
{
    for (QString line : text.left(2000).split(u'\n')) {
        line = line.trimmed();
        while (line.startsWith(u'/'))
            line = line.mid(1).trimmed();
        if (!line.isEmpty())
            return line.left(kNameLength);
    }
    return {};
}

} // namespace

QueryTabs::QueryTabs(KqlEditor *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_bar(new QTabBar)
    , m_nameField(new QLineEdit(this))
{
    m_writer.setMaxThreadCount(1); // the newest state is written last
    m_bar->setMovable(true);
    m_bar->setExpanding(false);
    m_bar->setDrawBase(false);
    m_bar->setUsesScrollButtons(true);
    m_bar->setElideMode(Qt::ElideRight);
    m_bar->setAccessibleName(tr("Open queries"));
    auto *add = new QToolButton;
    add->setIcon(icon(QStringLiteral("plus")));
    add->setAccessibleName(tr("New query"));
    add->setToolTip(tr("New query (Ctrl+T)"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->setSpacing(2);
    layout->addWidget(m_bar);
    layout->addWidget(add);
    layout->addStretch(1);
    m_nameField->hide();
    m_nameField->setAccessibleName(tr("Name of the query"));
    m_nameField->installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kSavePause);
    connect(&m_pause, &QTimer::timeout, this, &QueryTabs::save);
    connect(add, &QToolButton::clicked, this, [this] { open({}); });
    connect(m_bar, &QTabBar::currentChanged, this, &QueryTabs::show);
    connect(m_bar, &QTabBar::tabMoved, this, &QueryTabs::moved);
    connect(m_bar, &QTabBar::tabBarDoubleClicked, this, &QueryTabs::rename);
    connect(m_nameField, &QLineEdit::editingFinished, this, &QueryTabs::finishRename);
}

QueryTabs::~QueryTabs()
{
    m_pause.stop();
    m_writer.waitForDone();
    if (!m_path.isEmpty())
        saveTabs(m_path, saved());
    // The editor must not be left with a document that goes with its tab; and who listens to it may be gone in part.
    if (m_editor) {
        const QSignalBlocker quiet(m_editor);
        m_editor->setDocument(nullptr);
    }
}

void QueryTabs::restore(const QString &path, const QString &text)
{
    m_path = path;
    clear();
    auto loaded = path.isEmpty() ? Result<SavedTabs>() : loadTabs(path);
    if (!loaded)
        Q_EMIT problem(loaded.error().message);
    const SavedTabs saved = loaded ? *loaded : SavedTabs();
    for (const auto &tab : saved.tabs.mid(0, kMostTabs))
        add(tab);
    if (m_tabs.empty())
        add({{}, text, int(text.size())});
    const int index = qBound(0, saved.current, count() - 1);
    m_bar->setCurrentIndex(index);
    show(index);
}

/// Down to nothing; the editor keeps a document of its own until there is a tab again.
void QueryTabs::clear()
{
    const QSignalBlocker quiet(m_bar);
    m_editor->setDocument(nullptr);
    while (m_bar->count() > 0)
        m_bar->removeTab(0);
    m_tabs.clear();
    m_shown = -1;
}

void QueryTabs::open(const QString &text, const QString &name)
{
    const bool gives =
        current() >= 0 && m_editor->toPlainText().trimmed().isEmpty() && m_tabs[size_t(current())].name.isEmpty();
    if (gives && !text.isEmpty()) {
        m_tabs[size_t(current())].name = name;
        m_editor->setPlainText(text);
        refreshNames();
        return;
    }
    if (count() >= kMostTabs)
        return Q_EMIT problem(tr("There are %n queries open already.", nullptr, kMostTabs));
    add({name, text, 0});
    m_bar->setCurrentIndex(count() - 1);
    m_editor->setFocus();
}

void QueryTabs::add(const SavedTab &saved)
{
    Tab tab;
    tab.document = std::make_unique<QTextDocument>();
    tab.document->setDocumentLayout(new QPlainTextDocumentLayout(tab.document.get()));
    tab.document->setDefaultFont(m_editor->font());
    tab.document->setPlainText(saved.text);
    tab.document->setModified(false);
    tab.highlighter = new KqlHighlighter(tab.document.get());
    tab.highlighter->setSchema(m_schema);
    tab.name = saved.name;
    tab.position = qBound(0, saved.position, int(saved.text.size()));
    connect(tab.document.get(), &QTextDocument::contentsChanged, this, [this] {
        refreshNames();
        m_pause.start();
    });
    m_tabs.push_back(std::move(tab));
    m_bar->setTabButton(m_bar->addTab({}), QTabBar::RightSide, closeButton());
    refreshNames();
    m_pause.start();
}

QWidget *QueryTabs::closeButton()
{
    auto *button = new QToolButton(m_bar);
    button->setIcon(icon(QStringLiteral("close")));
    button->setIconSize({10, 10});
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(tr("Close"));
    button->setToolTip(tr("Close (Ctrl+W)"));
    connect(button, &QToolButton::clicked, this, [this, button] {
        for (int i = 0; i < m_bar->count(); ++i) {
            if (m_bar->tabButton(i, QTabBar::RightSide) == button)
                return close(i);
        }
    });
    return button;
}

void QueryTabs::keepPosition()
{
    if (m_editor && m_shown >= 0 && m_shown < count() && m_editor->document() == m_tabs[size_t(m_shown)].document.get())
        m_tabs[size_t(m_shown)].position = m_editor->textCursor().position();
}

void QueryTabs::show(int index)
{
    if (index < 0 || index >= count() || m_editor->document() == m_tabs[size_t(index)].document.get())
        return;
    keepPosition();
    m_shown = index;
    m_editor->setDocument(m_tabs[size_t(index)].document.get());
    QTextCursor cursor(m_editor->document());
    cursor.setPosition(m_tabs[size_t(index)].position);
    m_editor->setTextCursor(cursor);
    m_pause.start();
    Q_EMIT currentChanged();
}

void QueryTabs::moved(int from, int to)
{
    keepPosition();
    Tab tab = std::move(m_tabs[size_t(from)]);
    m_tabs.erase(m_tabs.begin() + from);
    m_tabs.insert(m_tabs.begin() + to, std::move(tab));
    m_shown = current();
    m_pause.start();
}

void QueryTabs::close(int index)
{
    if (index < 0 || index >= count())
        return;
    keepPosition();
    const SavedTab saved = savedFrom(m_tabs[size_t(index)]);
    if (!saved.text.trimmed().isEmpty())
        m_closed.prepend(saved);
    while (m_closed.size() > kClosedKept)
        m_closed.removeLast();
    if (count() == 1)
        add({});
    const Tab closed = std::move(m_tabs[size_t(index)]); // lives until the editor has another document
    m_tabs.erase(m_tabs.begin() + index);
    {
        const QSignalBlocker quiet(m_bar);
        m_bar->removeTab(index);
    }
    m_shown = -1;
    show(current());
    m_pause.start();
}

void QueryTabs::reopenClosed()
{
    if (m_closed.isEmpty())
        return;
    const SavedTab saved = m_closed.takeFirst();
    add(saved);
    m_bar->setCurrentIndex(count() - 1);
}

void QueryTabs::rename(int index)
{
    if (index < 0 || index >= count())
        return;
    m_renamed = index;
    m_nameField->setText(nameAt(index));
    m_nameField->setGeometry(m_bar->tabRect(index).translated(m_bar->pos()).adjusted(2, 2, -2, -2));
    m_nameField->selectAll();
    m_nameField->show();
    m_nameField->raise();
    m_nameField->setFocus();
}

void QueryTabs::finishRename()
{
    if (m_renamed < 0 || m_renamed >= count())
        return;
    m_tabs[size_t(std::exchange(m_renamed, -1))].name = m_nameField->text().trimmed().left(100);
    m_nameField->hide();
    refreshNames();
    m_editor->setFocus();
    m_pause.start();
}

bool QueryTabs::eventFilter(QObject *watched, QEvent *event)
{
    const bool escapes = watched == m_nameField && event->type() == QEvent::KeyPress &&
                         static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (!escapes)
        return QWidget::eventFilter(watched, event);
    m_renamed = -1;
    m_nameField->hide();
    m_editor->setFocus();
    return true;
}

void QueryTabs::step(int by)
{
    if (count() > 0)
        m_bar->setCurrentIndex((current() + by + count()) % count());
}

int QueryTabs::count() const { return int(m_tabs.size()); }

int QueryTabs::current() const { return m_bar->currentIndex(); }

QString QueryTabs::nameAt(int index) const
{
    const Tab &tab = m_tabs[size_t(index)];
    const QString name = tab.name.isEmpty() ? nameFrom(tab.document->toPlainText()) : tab.name;
    return name.isEmpty() ? tr("Untitled") : name;
}

void QueryTabs::refreshNames()
{
    for (int i = 0; i < qMin(count(), m_bar->count()); ++i) {
        QString name = visibleText(nameAt(i), kNameLength);
        m_bar->setTabText(i, name.replace(u'&', QStringLiteral("&&")));
    }
}

void QueryTabs::setSchema(const kql::Schema &schema)
{
    m_schema = schema;
    for (const auto &tab : m_tabs)
        tab.highlighter->setSchema(schema);
}

SavedTab QueryTabs::savedFrom(const Tab &tab) const { return {tab.name, tab.document->toPlainText(), tab.position}; }

SavedTabs QueryTabs::saved()
{
    keepPosition();
    SavedTabs all;
    for (const auto &tab : m_tabs)
        all.tabs.append(savedFrom(tab));
    all.current = current();
    return all;
}

void QueryTabs::save()
{
    if (m_path.isEmpty())
        return;
    onWorkerOf(m_writer, saveTabs, m_path, saved()).then(this, [this](const Result<void> &done) {
        if (!done)
            Q_EMIT problem(done.error().message);
    });
}

} // namespace watchdesk::ui
