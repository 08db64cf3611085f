// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"

#include <QToolButton>

#include <memory>

namespace watchdesk::session {
class Session;
}

namespace watchdesk::ui {

class LiveQuery;

/// What runs on the tenant's devices, whoever asked for it: a count in the bottom line, and a list from which each can
/// be cancelled. Not there while nothing runs. GUI thread.
class RunningActions : public QToolButton
{
    Q_OBJECT

public:
    explicit RunningActions(QWidget *parent = nullptr);
    void useSession(std::shared_ptr<session::Session> session);

Q_SIGNALS:
    void cancelWanted(const QString &actionId);

private:
    void show(const TablePointer &actions);
    void fill();

    std::shared_ptr<session::Session> m_session;
    LiveQuery *m_query = nullptr;
    TablePointer m_actions;
};

} // namespace watchdesk::ui
