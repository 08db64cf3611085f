// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/hunt/runcomparison.h"

#include "app/base/workers.h"

#include <QLocale>
#include <QToolButton>

#include <algorithm>

namespace watchdesk::ui {

namespace {

constexpr qsizetype kMostKept = 8;
constexpr qsizetype kMostRowsKept = 100'000; ///< of a result: as many as a hunt gives without asking for more

} // namespace

RunComparison::RunComparison(QObject *parent)
    : QObject(parent)
    , m_button(new QToolButton)
{
    m_button->setProperty("look", QStringLiteral("chip"));
    m_button->setCheckable(true);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setAccessibleName(tr("What is different from the run before"));
    m_button->hide();
    connect(m_button, &QToolButton::toggled, this, [this](bool pressed) {
        if (m_result)
            Q_EMIT rowsWanted(pressed ? m_comparison.rows : m_result);
    });
}

void RunComparison::clear()
{
    ++m_number;
    m_settled = true;
    m_result.reset();
    m_comparison = {};
    m_button->setChecked(false);
    m_button->hide();
}

void RunComparison::take(const QString &query, const hunt::HuntResult &result)
{
    clear();
    if (result.completeness != hunt::HuntResult::Completeness::Complete || result.table->rowCount() > kMostRowsKept)
        return;
    m_result = result.table;
    const auto before =
        std::find_if(m_kept.cbegin(), m_kept.cend(), [&query](const Kept &kept) { return kept.query == query; });
    if (before != m_kept.cend()) {
        m_settled = false;
        onWorker([then = before->table, now = m_result] {
            return hunt::compared(*then, *now);
        }).then(this, [this, number = m_number, at = before->at](const hunt::Comparison &comparison) {
            if (number == m_number)
                show(comparison, at);
        });
    }
    keep(query, result.table);
}

void RunComparison::keep(const QString &query, const TablePointer &table)
{
    m_kept.removeIf([&query](const Kept &kept) { return kept.query == query; });
    m_kept.append({query, table, QDateTime::currentDateTime()});
    while (m_kept.size() > kMostKept)
        m_kept.removeFirst();
}

void RunComparison::show(const hunt::Comparison &comparison, const QDateTime &before)
{
    m_settled = true;
    m_comparison = comparison;
    if (!comparison.refusal.isEmpty())
        return;
    const QString clock = QLocale().toString(before.time(), QStringLiteral("HH:mm"));
    const QLocale locale;
    QStringList counts{QStringLiteral("+%1").arg(locale.toString(comparison.added)),
                       QStringLiteral("−%1").arg(locale.toString(comparison.removed))};
    if (comparison.changed > 0)
        counts.append(QStringLiteral("≠%1").arg(locale.toString(comparison.changed)));
    m_button->setText(comparison.isSame() ? tr("Same as at %1").arg(clock)
                                          : tr("Since %1: %2").arg(clock, counts.join(u' ')));
    m_button->setToolTip(comparison.isSame()
                             ? tr("The same query gave the same rows.")
                             : tr("%1 added, %2 removed, %3 changed since the run before. Shows these rows.")
                                   .arg(locale.toString(comparison.added), locale.toString(comparison.removed),
                                        locale.toString(comparison.changed)));
    m_button->setAccessibleDescription(m_button->toolTip());
    m_button->setEnabled(!comparison.isSame());
    m_button->show();
}

} // namespace watchdesk::ui
