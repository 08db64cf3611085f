// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/hunt/querylist.h"

#include "app/base/safetext.h"
#include "ui/widgets/tokens.h"

#include <QListWidget>
#include <QLocale>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

namespace watchdesk::ui {

namespace {

const int kMostShown = 300;
const int kTextRole = Qt::UserRole;
const int kNameRole = Qt::UserRole + 1;

bool holdsAll(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

QString outcomeOf(const HistoryEntry &entry)
{
    if (!entry.error.isEmpty())
        return visibleText(entry.error, 300);
    return QueryList::tr("%Ln row(s)", nullptr, int(entry.rows)) + QStringLiteral(" · ") +
           QueryList::tr("%1 ms").arg(entry.elapsedMs);
}

} // namespace

QueryList::QueryList(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget)
{
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Queries"));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        Q_EMIT opened(item->data(kTextRole).toString(), item->data(kNameRole).toString());
    });
}

void QueryList::setStarters(const QList<StarterQuery> &starters)
{
    m_starters = starters;
    fill();
}

void QueryList::setHistory(const QList<HistoryEntry> &entries)
{
    m_entries = entries;
    fill();
}

void QueryList::narrow(const QString &words)
{
    m_words = words;
    fill();
}

void QueryList::fill()
{
    m_list->clear();
    const QStringList words = m_words.split(u' ', Qt::SkipEmptyParts);
    for (const auto &starter : m_starters) {
        if (!holdsAll(starter.name + u'\n' + starter.text, words))
            continue;
        auto *item = new QListWidgetItem(QStringLiteral("★ ") + visibleText(starter.name, 100), m_list);
        item->setData(kTextRole, starter.text);
        item->setData(kNameRole, starter.name);
    }
    QSet<QString> seen;
    for (const auto &entry : m_entries) {
        if (m_list->count() >= kMostShown)
            break;
        if (seen.contains(entry.query) || !holdsAll(entry.query, words))
            continue;
        seen.insert(entry.query);
        const QString time = QLocale().toString(entry.when.toLocalTime(), QLocale::ShortFormat);
        const QString about = time + QStringLiteral(" · ") + outcomeOf(entry);
        auto *item = new QListWidgetItem(QStringLiteral("⟲ ") + visibleText(entry.query.simplified(), 120), m_list);
        item->setForeground(entry.error.isEmpty() ? tokens().mu : tokens().hi);
        item->setData(kTextRole, entry.query);
        // Escaped, as tips take what looks like markup for markup.
        item->setToolTip(about.toHtmlEscaped());
    }
}

} // namespace watchdesk::ui
