// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/kqlassist.h"

#include "app/base/safetext.h"
#include "app/base/workers.h"
#include "app/kql/compile.h"
#include "app/kql/services/extract.h"
#include "app/kql/services/folding.h"
#include "app/kql/services/format.h"
#include "app/kql/services/hover.h"
#include "app/kql/services/insight.h"
#include "app/kql/services/signaturehelp.h"
#include "app/kql/services/symbols.h"
#include "ui/widgets/completionpopup.h"
#include "ui/widgets/kqleditor.h"
#include "ui/widgets/texttip.h"

#include <QAction>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>

namespace watchdesk::ui {

struct KqlAssist::Reading
{
    std::shared_ptr<const kql::Insight> insight;
    QList<kql::Finding> findings;
    int columns = -1;
    int begin = 0;
};

namespace {

const int kTypingPause = 60;

std::shared_ptr<const kql::Insight> insightOf(const QString &text, const kql::Schema &schema)
{
    return std::make_shared<const kql::Insight>(text, schema);
}

/// Errors first, then lint; spans in the whole text.
QList<kql::Finding> findingsOf(const kql::Insight &insight, int begin)
{
    QList<kql::Finding> findings;
    for (const auto &diagnostic : insight.diagnostics())
        findings.append({diagnostic, {}});
    findings += kql::lint(insight);
    for (auto &finding : findings) {
        finding.diagnostic.span.start += begin;
        finding.diagnostic.span.end += begin;
    }
    return findings;
}

int columnCount(const kql::Insight &insight)
{
    const auto &statements = insight.tree().children;
    const kql::Sight *sight = statements.empty() ? nullptr : insight.sightOf(*statements.back());
    const auto rows = sight ? sight->binding.relation : nullptr;
    if (!rows || rows->isUnknown())
        return -1;
    return int(std::count_if(rows->columns.begin(), rows->columns.end(), [](const auto &c) { return !c.hidden; }));
}

} // namespace

KqlAssist::KqlAssist(KqlEditor *editor)
    : QObject(editor)
    , m_editor(editor)
    , m_viewport(editor->viewport())
    , m_popup(new CompletionPopup(editor))
    , m_hover(new TextTip(editor))
    , m_signature(new TextTip(editor))
    , m_typing(new QTimer(this))
{
    addAction(tr("&Complete"), "Ctrl+Space", &KqlAssist::complete);
    addAction(tr("&Format query"), "Shift+Alt+F", &KqlAssist::format);
    addAction(tr("Re&name"), "F2", &KqlAssist::rename);
    addAction(tr("Go to &definition"), "F12", &KqlAssist::goToDefinition);
    addAction(tr("Find &references"), "Shift+F12", &KqlAssist::showReferences);
    addAction(tr("E&xtract to let"), "Ctrl+Alt+E", &KqlAssist::extract);
    addAction(tr("&Quick fix"), "Ctrl+.", &KqlAssist::offerFixes);
    addAction(tr("F&old or unfold"), "Ctrl+Alt+0", &KqlAssist::toggleFold);
    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingPause);
    connect(m_typing, &QTimer::timeout, this, [this] {
        requestCompletion(false);
        requestSignature();
    });
    connect(m_popup, &CompletionPopup::accepted, this, &KqlAssist::acceptCompletion);
    connect(editor, &KqlEditor::queryEdited, this, &KqlAssist::analyse);
    connect(editor, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        m_hover->hide();
        if (m_signature->isVisible())
            requestSignature();
    });
    editor->installEventFilter(this);
    editor->viewport()->installEventFilter(this);
}

KqlAssist::~KqlAssist() = default;

void KqlAssist::addAction(const QString &text, const char *keys, void (KqlAssist::*run)())
{
    auto *action = new QAction(text, m_editor);
    action->setShortcut(QKeySequence(QString::fromLatin1(keys)));
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, run);
    m_editor->addAction(action);
    m_actions.append(action);
}

void KqlAssist::setSchema(const kql::Schema &schema)
{
    m_schema = schema;
    analyse();
}

void KqlAssist::analyse()
{
    const auto query = m_editor->queryForCaret();
    const int number = ++m_analysisNumber;
    onWorker([query, schema = m_schema, whole = m_editor->toPlainText()] {
        auto reading = std::make_shared<Reading>();
        reading->begin = query.begin;
        reading->insight = insightOf(query.text, schema);
        reading->findings =
            query.text.trimmed().isEmpty() ? QList<kql::Finding>() : findingsOf(*reading->insight, query.begin);
        reading->columns = columnCount(*reading->insight);
        return std::pair(std::shared_ptr<const Reading>(reading), kql::foldRanges(whole));
    }).then(this, [this, number](const std::pair<std::shared_ptr<const Reading>, QList<kql::FoldRange>> &result) {
        if (number != m_analysisNumber)
            return;
        m_reading = result.first;
        m_editor->setFoldRanges(result.second);
        Q_EMIT analysed(m_reading->findings, m_reading->columns);
    });
}

/// The last analysis is of what stands in the editor now.
bool KqlAssist::isFresh() const
{
    const auto query = m_editor->queryForCaret();
    return m_reading && m_reading->begin == query.begin && m_reading->insight->text() == query.text;
}

int KqlAssist::caretInQuery() const { return m_editor->textCursor().position() - m_editor->queryForCaret().begin; }

void KqlAssist::complete() { requestCompletion(true); }

void KqlAssist::requestCompletion(bool always)
{
    const auto query = m_editor->queryForCaret();
    const int offset = m_editor->textCursor().position() - query.begin;
    const int number = ++m_completionNumber;
    onWorker([query, offset, schema = m_schema, held = m_held] {
        return kql::complete(query.text, offset, schema, held);
    }).then(this, [this, number, query, offset, always](kql::Completion completion) {
        if (number != m_completionNumber || m_editor->textCursor().position() != query.begin + offset)
            return;
        const QString typed = query.text.mid(completion.replaced.start, offset - completion.replaced.start);
        const bool done = !completion.items.isEmpty() && completion.items.first().label == typed;
        completion.replaced.start += query.begin;
        completion.replaced.end += query.begin;
        if (!always && (done || (typed.isEmpty() && !m_popup->isVisible())))
            return m_popup->hide();
        m_popup->offer(completion, typed, m_editor->cursorRect().translated(m_editor->viewport()->pos()));
    });
}

void KqlAssist::acceptCompletion()
{
    const kql::CompletionItem *item = m_popup->chosen();
    if (!item)
        return;
    QTextCursor cursor = m_editor->textCursor();
    cursor.setPosition(m_popup->replaced().start);
    cursor.setPosition(m_editor->textCursor().position(), QTextCursor::KeepAnchor);
    const QString insert = item->insert;
    m_popup->hide();
    cursor.insertText(insert);
    m_editor->setTextCursor(cursor);
    ++m_completionNumber; // what was asked for meanwhile is answered
    m_typing->stop();
    if (insert.endsWith(u'('))
        requestSignature();
}

void KqlAssist::requestSignature()
{
    const auto query = m_editor->queryForCaret();
    const int offset = m_editor->textCursor().position() - query.begin;
    const int number = ++m_signatureNumber;
    onWorker([query, offset, schema = m_schema] {
        return kql::signatureHelp(query.text, offset, schema);
    }).then(this, [this, number](const std::optional<kql::SignatureHelp> &help) {
        if (number != m_signatureNumber)
            return;
        if (!help || help->signatures.isEmpty() || !m_editor->hasFocus())
            return m_signature->hide();
        m_signature->show(visibleText(help->signatures[help->active], 300), visibleText(help->doc, 300),
                          {help->parameter.start, help->parameter.end});
        m_signature->placeAt(m_editor->cursorRect().translated(m_editor->viewport()->pos()), true);
    });
}

void KqlAssist::showHover(const QPoint &position)
{
    const int at = m_editor->cursorForPosition(position).position();
    QStringList lines;
    for (const auto &finding : m_reading ? m_reading->findings : QList<kql::Finding>()) {
        if (at >= finding.diagnostic.span.start && at <= finding.diagnostic.span.end && lines.size() < 4)
            lines.append(
                visibleText(finding.diagnostic.message, 300) +
                (finding.diagnostic.hint.isEmpty() ? QString() : u' ' + visibleText(finding.diagnostic.hint, 100)));
    }
    const auto hover = isFresh() ? kql::hoverAt(*m_reading->insight, at - m_reading->begin, m_held) : std::nullopt;
    if (!hover && lines.isEmpty())
        return m_hover->hide();
    if (hover && !hover->text.isEmpty()) {
        for (const QString &line : hover->text.split(u'\n'))
            lines.append(visibleText(line, 600));
    }
    m_hover->show(hover ? visibleText(hover->title, 300) : QString(), lines.join(u'\n'));
    m_hover->placeAt(QRect(position + m_editor->viewport()->pos(), QSize(1, m_editor->fontMetrics().height())), false);
}

void KqlAssist::format()
{
    const auto query = m_editor->queryForCaret();
    QString text = kql::formatted(query.text);
    while (text.endsWith(u'\n') && !query.text.endsWith(u'\n'))
        text.chop(1);
    if (text != query.text)
        apply({{{0, int(query.text.size())}, text}}, query.begin);
}

/// One step for undo; the caret stays at what it was at.
void KqlAssist::apply(const QList<kql::Edit> &edits, int begin)
{
    QList<kql::Edit> last = edits;
    std::stable_sort(last.begin(), last.end(),
                     [](const auto &a, const auto &b) { return a.span.start > b.span.start; });
    QTextCursor cursor(m_editor->document());
    cursor.beginEditBlock();
    for (const auto &edit : last) {
        cursor.setPosition(begin + edit.span.start);
        cursor.setPosition(begin + edit.span.end, QTextCursor::KeepAnchor);
        cursor.insertText(edit.text);
    }
    cursor.endEditBlock();
    analyse();
}

void KqlAssist::rename()
{
    const auto query = m_editor->queryForCaret();
    const kql::Insight insight(query.text, m_schema);
    const auto symbol = kql::Symbols(insight).at(caretInQuery());
    if (!symbol)
        return Q_EMIT messageWanted(tr("The caret is at no name that this query declares."));
    if (!m_name) {
        m_name = new QLineEdit(m_editor->viewport());
        m_name->setAccessibleName(tr("New name"));
        m_name->setFont(m_editor->font());
        m_name->installEventFilter(this);
    }
    QTextCursor cursor(m_editor->document());
    cursor.setPosition(query.begin + symbol->spanAt(caretInQuery()).start);
    const QRect place = m_editor->cursorRect(cursor);
    m_name->setText(symbol->name);
    m_name->setGeometry(place.x() - 4, place.y() - 3, 200, place.height() + 8);
    m_name->selectAll();
    m_name->show();
    m_name->setFocus();
}

void KqlAssist::applyRename(const QString &name)
{
    const auto query = m_editor->queryForCaret();
    const auto edits = kql::renameAt(kql::Insight(query.text, m_schema), caretInQuery(), name);
    if (!edits)
        return Q_EMIT messageWanted(edits.error().message);
    apply(*edits, query.begin);
}

void KqlAssist::goToDefinition()
{
    const auto query = m_editor->queryForCaret();
    const auto symbol = kql::Symbols(kql::Insight(query.text, m_schema)).at(caretInQuery());
    if (!symbol)
        return Q_EMIT messageWanted(tr("The caret is at no name that this query declares."));
    m_editor->select({query.begin + symbol->declaration.start, query.begin + symbol->declaration.end});
}

void KqlAssist::showReferences()
{
    const auto query = m_editor->queryForCaret();
    const auto symbol = kql::Symbols(kql::Insight(query.text, m_schema)).at(caretInQuery());
    if (!symbol)
        return Q_EMIT messageWanted(tr("The caret is at no name that this query declares."));
    QList<kql::Span> places{symbol->declaration};
    places += symbol->uses;
    for (auto &place : places)
        place = {place.start + query.begin, place.end + query.begin};
    Q_EMIT referencesFound(symbol->name, places);
}

void KqlAssist::extract()
{
    const QTextCursor cursor = m_editor->textCursor();
    const auto query = m_editor->queryForCaret();
    const kql::Insight insight(query.text, m_schema);
    const auto extraction =
        kql::extractToLet(insight, {cursor.selectionStart() - query.begin, cursor.selectionEnd() - query.begin});
    if (!extraction)
        return Q_EMIT messageWanted(extraction.error().message);
    apply(extraction->edits, query.begin);
    QTextCursor at(m_editor->document());
    at.setPosition(query.begin + extraction->nameAt);
    m_editor->setTextCursor(at);
    rename();
}

void KqlAssist::offerFixes()
{
    const auto query = m_editor->queryForCaret();
    const auto fixes = kql::fixesAt(kql::Insight(query.text, m_schema), caretInQuery());
    if (fixes.isEmpty())
        return Q_EMIT messageWanted(tr("No change is offered here."));
    showFixes(fixes);
}

void KqlAssist::showFixes(const QList<kql::Fix> &fixes)
{
    auto *menu = new QMenu(m_editor);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto query = m_editor->queryForCaret();
    for (const auto &fix : fixes) {
        QString title = visibleText(fix.title, 120);
        title.replace(u'&', QStringLiteral("&&"));
        menu->addAction(title, this, [this, fix, query] {
            if (m_editor->queryForCaret().text == query.text)
                apply(fix.edits, query.begin);
        });
    }
    menu->setActiveAction(menu->actions().first());
    menu->popup(m_editor->viewport()->mapToGlobal(m_editor->cursorRect().bottomLeft()));
}

void KqlAssist::toggleFold() { m_editor->toggleFoldAtCaret(); }

void KqlAssist::hideAll()
{
    m_popup->hide();
    m_hover->hide();
    m_signature->hide();
}

bool KqlAssist::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_name && event->type() == QEvent::KeyPress)
        return nameKeyPressed(static_cast<QKeyEvent *>(event)->key());
    if (watched == m_editor && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (keyPressed(key->key(), key->modifiers()))
            return true;
        typed(key->text());
    } else if (watched == m_editor && (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)) {
        hideAll();
    } else if (watched == m_viewport && event->type() == QEvent::ToolTip) {
        showHover(static_cast<QHelpEvent *>(event)->pos());
        return true;
    } else if (watched == m_viewport && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Wheel ||
                                         event->type() == QEvent::Leave)) {
        m_popup->hide();
        m_hover->hide();
    }
    return QObject::eventFilter(watched, event);
}

/// Enter and Esc end the renaming, and go no further: the editor below would take them as well.
bool KqlAssist::nameKeyPressed(int key)
{
    const bool enters = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!enters && key != Qt::Key_Escape)
        return false;
    if (enters)
        applyRename(m_name->text());
    m_name->hide();
    m_editor->setFocus();
    return true;
}

/// True if the key was meant for the popup or a tip.
bool KqlAssist::keyPressed(int key, Qt::KeyboardModifiers modifiers)
{
    if (key == Qt::Key_Escape && (m_popup->isVisible() || m_signature->isVisible() || m_hover->isVisible())) {
        hideAll();
        return true;
    }
    if (!m_popup->isVisible() || (modifiers & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    if (key == Qt::Key_Tab || key == Qt::Key_Return || key == Qt::Key_Enter) {
        acceptCompletion();
        return true;
    }
    return m_popup->move(key);
}

void KqlAssist::typed(const QString &text)
{
    const bool erases = text == u"\b" || text == u"\x7f";
    if (text.isEmpty() || (!text[0].isPrint() && !erases))
        return;
    const QChar c = text[0];
    if (!erases && !c.isLetterOrNumber() && c != u'_' && c != u'"' && c != u'\'' && c != u'$' && c != u'.')
        m_popup->hide();
    m_typing->start();
}

} // namespace watchdesk::ui
