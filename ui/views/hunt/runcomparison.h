// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hunt/comparison.h"
#include "app/hunt/engine.h"

#include <QDateTime>
#include <QObject>

class QToolButton;

namespace watchdesk::ui {

/// Compares a result with the one that the same query gave before: a button says what came, went and changed, and
/// shows those rows while it is pressed. Keeps the last results of a few queries in memory, complete ones only: of
/// others nobody can tell what is missing. Owned by its view, GUI thread.
class RunComparison : public QObject
{
    Q_OBJECT

public:
    explicit RunComparison(QObject *parent);

    QToolButton *button() const { return m_button; }
    /// A result of what `query` names (with where it ran) has come.
    void take(const QString &query, const hunt::HuntResult &result);
    /// There is no result to compare.
    void clear();
    bool isSettled() const { return m_settled; }
    const hunt::Comparison &comparison() const { return m_comparison; }

Q_SIGNALS:
    /// These rows are to be shown: the different ones, or the result's again.
    void rowsWanted(const watchdesk::TablePointer &rows);

private:
    struct Kept
    {
        QString query;
        TablePointer table;
        QDateTime at;
    };

    void keep(const QString &query, const TablePointer &table);
    void show(const hunt::Comparison &comparison, const QDateTime &before);

    QToolButton *m_button;
    QList<Kept> m_kept; ///< the newest last
    TablePointer m_result;
    hunt::Comparison m_comparison;
    int m_number = 0;
    bool m_settled = true;
};

} // namespace watchdesk::ui
