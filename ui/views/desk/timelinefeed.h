// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/story/timeline.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace watchdesk::store {
class Store;
}

namespace watchdesk::ui {

class TimelineView;

/// Fills the timeline from the store, off the event loop: one device or all, at the resolution of the window that is
/// shown. Latest wish wins; one run at a time. GUI thread.
class TimelineFeed : public QObject
{
    Q_OBJECT

public:
    explicit TimelineFeed(TimelineView *view, QObject *parent = nullptr);

    void setStore(std::shared_ptr<store::Store> store);
    /// Another device ("" = all) or time range (0, 0 = all that is held): shows it fitted to its alerts.
    void show(const QString &deviceId, Ticks from, Ticks to);
    bool isSettled() const { return !m_running && !m_again && !m_pause.isActive(); }

Q_SIGNALS:
    void shown(watchdesk::Ticks from, watchdesk::Ticks to);

private:
    struct Wish
    {
        QString deviceId;
        Ticks from = 0;
        Ticks to = 0;
        bool fit = true;
    };
    void run();
    void take(const Wish &wish, const Result<story::Timeline> &timeline);

    TimelineView *m_view;
    std::shared_ptr<store::Store> m_store;
    Wish m_wish;
    QTimer m_pause;
    bool m_running = false;
    bool m_again = false;
};

} // namespace watchdesk::ui
