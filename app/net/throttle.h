// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/net/limits.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>
#include <QQueue>
#include <QTimer>

#include <functional>

namespace watchdesk::net {

/// Who may send, and when: so many calls at a time, in the order they came, and none while the service wants quiet.
///
/// Owned by an HttpClient, on its thread.
class Throttle : public QObject
{
    Q_OBJECT

public:
    explicit Throttle(int places, QObject *parent = nullptr);

    /// Calls `go` when a place is free; the place is the caller's until leave(). Nothing happens if `who` is gone then.
    void enter(QObject *who, std::function<void()> go);
    void leave();
    /// Nobody else enters for so long. Never shortens a pause.
    void pause(std::chrono::milliseconds duration);

Q_SIGNALS:
    void paused(qint64 milliseconds);

private:
    struct Waiting
    {
        QPointer<QObject> who;
        std::function<void()> go;
    };

    void admit();

    int m_places;
    QDeadlineTimer m_quietUntil;
    QTimer m_timer;
    QQueue<Waiting> m_waiting;
};

} // namespace watchdesk::net
