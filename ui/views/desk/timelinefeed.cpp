// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/desk/timelinefeed.h"

#include "app/base/workers.h"
#include "app/store/store.h"
#include "ui/widgets/timelineview.h"

#include <algorithm>

namespace watchdesk::ui {

namespace {

constexpr int kPause = 400; ///< between runs while data flows in

/// The alerts' span with some air, so that an attack of an hour does not vanish in a day.
std::pair<Ticks, Ticks> telling(const story::Timeline &timeline)
{
    Ticks from = kMaxTicks;
    Ticks to = 0;
    for (const story::TimelineLane &lane : timeline.lanes) {
        if (lane.kind != story::TimelineLane::Kind::DefenderAlerts &&
            lane.kind != story::TimelineLane::Kind::ExternalAlerts)
            continue;
        for (const story::TimelineMark &mark : lane.marks) {
            from = std::min(from, mark.at);
            to = std::max(to, std::max(mark.at, mark.end));
        }
    }
    if (to < from)
        return {timeline.from, timeline.to};
    const Ticks air = std::max<Ticks>((to - from) / 12, 2 * kTicksPerMinute);
    return {std::max(timeline.from, from - air), std::min(timeline.to, to + air)};
}

} // namespace

TimelineFeed::TimelineFeed(TimelineView *view, QObject *parent)
    : QObject(parent)
    , m_view(view)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &TimelineFeed::run);
    connect(view, &TimelineView::windowSettled, this, [this](Ticks from, Ticks to) {
        m_wish = {m_wish.deviceId, from, to, false};
        run();
    });
}

void TimelineFeed::setStore(std::shared_ptr<store::Store> store)
{
    m_store = std::move(store);
    const QStringList lanes = {QStringLiteral("Alerts"),
                               QStringLiteral("ExternalAlerts"),
                               QStringLiteral("MachineActions"),
                               QStringLiteral("DeviceProcessEvents"),
                               QStringLiteral("DeviceNetworkEvents"),
                               QStringLiteral("DeviceFileEvents"),
                               QStringLiteral("DeviceLogonEvents")};
    connect(m_store.get(), &store::Store::changed, this, [this, lanes](const QStringList &tables) {
        const bool ours =
            std::any_of(tables.cbegin(), tables.cend(), [&](const QString &table) { return lanes.contains(table); });
        if (ours && !m_pause.isActive())
            m_pause.start();
    });
}

void TimelineFeed::show(const QString &deviceId, Ticks from, Ticks to)
{
    m_wish = {deviceId, from, to, true};
    run();
}

void TimelineFeed::run()
{
    if (!m_store)
        return;
    if (m_running) {
        m_again = true;
        return;
    }
    m_again = false;
    m_running = true;
    story::TimelineLimits limits;
    limits.bins = std::clamp(m_view->width(), 300, 4000);
    onWorker([store = m_store, wish = m_wish, limits] {
        return story::timeline(*store, wish.deviceId, wish.from, wish.to, limits);
    }).then(this, [this, wish = m_wish](const Result<story::Timeline> &timeline) { take(wish, timeline); });
}

void TimelineFeed::take(const Wish &wish, const Result<story::Timeline> &timeline)
{
    m_running = false;
    if (m_again)
        m_pause.start();
    if (!timeline) {
        m_view->setEmptyText(timeline.error().message);
        return;
    }
    m_view->setTimeline(*timeline, wish.fit);
    if (wish.fit) {
        const auto [from, to] = telling(*timeline);
        m_view->showWindow(from, to);
    }
    Q_EMIT shown(m_view->windowFrom(), m_view->windowTo());
}

} // namespace watchdesk::ui
