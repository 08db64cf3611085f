// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/table.h"
#include "ui/models/selection.h"

#include <QLineEdit>

class QListWidget;
class QTimer;

namespace watchdesk::ui {

/// The search of the top bar: finds devices, alerts, external alerts and indicators in the store as one types and
/// jumps to the one that is chosen. GUI thread; the search runs on the store's threads.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);
    void useStore(std::shared_ptr<store::Store> store);

Q_SIGNALS:
    void found(const watchdesk::ui::Subject &subject);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void ask();
    void take(int run, const Result<TablePointer> &result);
    void showResults();
    void jump(int row);

    std::shared_ptr<store::Store> m_store;
    QListWidget *m_results = nullptr;
    QTimer *m_pause = nullptr;
    FutureResult<TablePointer> m_future;
    int m_run = 0;
};

} // namespace watchdesk::ui
