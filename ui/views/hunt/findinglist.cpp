// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/hunt/findinglist.h"

#include "app/base/safetext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/tokens.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>

namespace watchdesk::ui {

namespace {

const int kRowsShown = 3;
const qsizetype kMostLines = 100;

} // namespace

FindingList::FindingList(QPlainTextEdit *editor, QWidget *parent)
    : QFrame(parent)
    , m_editor(editor)
    , m_list(new QListWidget)
{
    setProperty("look", QStringLiteral("paneFoot"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize({13, 13});
    m_list->setAccessibleName(tr("Findings in the query"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->addWidget(m_list);
    const auto go = [this](const QListWidgetItem *item) {
        const QPoint span = item->data(Qt::UserRole).toPoint();
        Q_EMIT chosen({span.x(), span.y()});
    };
    connect(m_list, &QListWidget::itemActivated, this, go);
    connect(m_list, &QListWidget::itemClicked, this, go);
    hide();
}

int FindingList::lineOf(int position) const { return m_editor->document()->findBlock(position).blockNumber() + 1; }

void FindingList::showFindings(const QList<kql::Finding> &findings)
{
    using Severity = kql::Diagnostic::Severity;
    if (m_placesOf == m_editor->document()->revision())
        return; // the places are still right, and still wanted
    m_list->clear();
    for (const auto &finding : findings.mid(0, kMostLines)) {
        const auto &diagnostic = finding.diagnostic;
        QString text = tr("Line %1: %2").arg(lineOf(diagnostic.span.start)).arg(visibleText(diagnostic.message, 300));
        if (!diagnostic.hint.isEmpty())
            text += QStringLiteral(" — ") + visibleText(diagnostic.hint, 200);
        text += QStringLiteral("  ") + diagnostic.code;
        if (!finding.fixes.isEmpty())
            text += QStringLiteral("  · ") + tr("Ctrl+. mends it");
        const bool isError = diagnostic.severity == Severity::Error;
        const bool isWarning = diagnostic.severity == Severity::Warning;
        addLine(isError     ? QStringLiteral("error")
                : isWarning ? QStringLiteral("warning")
                            : QStringLiteral("search"),
                isError     ? tokens().hi
                : isWarning ? tokens().me
                            : tokens().mu,
                text, diagnostic.span);
    }
    fit();
}

void FindingList::showPlaces(const QString &name, const QList<kql::Span> &places)
{
    m_list->clear();
    m_placesOf = m_editor->document()->revision();
    for (const auto &place : places.mid(0, kMostLines)) {
        const QTextBlock block = m_editor->document()->findBlock(place.start);
        addLine(QStringLiteral("right"), tokens().ac,
                tr("Line %1: %2").arg(block.blockNumber() + 1).arg(visibleText(block.text().trimmed(), 300)), place);
    }
    m_list->setAccessibleDescription(tr("Where %1 is used").arg(visibleText(name, 100)));
    fit();
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

void FindingList::addLine(const QString &iconName, const QColor &colour, const QString &text, kql::Span span)
{
    auto *item = new QListWidgetItem(icon(iconName, colour), text, m_list);
    item->setData(Qt::UserRole, QPoint(span.start, span.end));
}

void FindingList::fit()
{
    setVisible(m_list->count() > 0);
    if (m_list->count() > 0)
        m_list->setFixedHeight(m_list->sizeHintForRow(0) * qMin(kRowsShown, m_list->count()) + 4);
}

void FindingList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QFrame::keyPressEvent(event);
    m_placesOf = -1;
    m_editor->setFocus();
    Q_EMIT left();
}

} // namespace watchdesk::ui
