// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/net/quotabook.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace watchdesk::net {

/// Who may send, and when: so many calls at a time, in the order they came, each operation within its quota. A call
/// that waits for its quota keeps nobody of another operation waiting.
///
/// Owned by an HttpClient, on its thread; the quotas are shared with other clients of the same service and tenant.
class Throttle : public QObject
{
    Q_OBJECT

public:
    using Milliseconds = std::chrono::milliseconds;

    /// One call that wants to be sent.
    struct Entry
    {
        QPointer<QObject> who; ///< nothing happens if it is gone when its turn comes
        QString operation;
        QuotaLimits limits;
        Milliseconds patience{0};                             ///< how long it waits for its quota
        std::function<void(QuotaBucket::Ticket)> go;          ///< it has a place until leave()
        std::function<void(Milliseconds needed)> runsTooLong; ///< the quota keeps it longer than that
    };

    Throttle(int places, std::shared_ptr<QuotaBook> quotas, QObject *parent = nullptr);

    void enter(Entry entry);
    void leave();
    /// No call of this operation goes out for so long. Never shortens a pause.
    void pause(const QString &operation, QuotaLimits limits, Milliseconds duration);

    QuotaBook &quotas() { return *m_quotas; }

Q_SIGNALS:
    void paused(qint64 milliseconds);

private:
    void admit();
    void lookThrough();
    /// True if it may go, or waits too long, and was told so; else `wait` is how long it has to.
    bool isHandedOver(const Entry &entry, Milliseconds &wait);

    int m_places;
    std::shared_ptr<QuotaBook> m_quotas;
    QTimer m_timer;
    QList<std::shared_ptr<Entry>> m_waiting;
    bool m_isAdmitting = false;
    bool m_isStale = false;
};

} // namespace watchdesk::net
