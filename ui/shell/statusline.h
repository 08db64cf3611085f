// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStatusBar>

#include "app/base/table.h"

#include <memory>

class QLabel;

namespace watchdesk::session {
class Session;
}

namespace watchdesk::ui {

class LiveQuery;
class RunningActions;

/// The bottom line: what the store really holds, counted; the tenant's clock. GUI thread.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);
    void useSession(std::shared_ptr<session::Session> session);
    void showState(const QString &text);

Q_SIGNALS:
    void cancelWanted(const QString &actionId);

private:
    void showCounts(const TablePointer &counts);
    void showClock();
    QLabel *addCount(bool right);

    std::shared_ptr<session::Session> m_session;
    LiveQuery *m_counts = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_devices = nullptr;
    QLabel *m_alerts = nullptr;
    QLabel *m_externals = nullptr;
    QLabel *m_indicators = nullptr;
    RunningActions *m_running = nullptr;
    QLabel *m_events = nullptr;
    QLabel *m_clock = nullptr;
};

} // namespace watchdesk::ui
