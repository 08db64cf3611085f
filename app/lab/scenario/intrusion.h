// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/scenario/player.h"

#include <QString>

class QJsonObject;

namespace watchdesk::lab {

/// The attack of the story (resources/lab/intrusion.json): stages with a start, a device and steps. Its programs and
/// hosts are added to the world. Used by one thread.
class Intrusion
{
public:
    static Result<Intrusion> load(World &world);

    /// Plays all stages; their events, in no order. Processes started in a stage are known to the later ones.
    std::vector<Event> play(const BootCalendar &boots, DeviceCounters &counters, FlowSink *network) const;
    QString title() const { return m_title; }
    Ticks start() const { return m_start; }

private:
    struct Stage
    {
        int device = 0;
        Ticks at = 0;
        Script script;
    };

    explicit Intrusion(const World &world)
        : m_world(&world)
    {
    }
    Result<void> read(const QJsonObject &json);

    const World *m_world;
    QString m_title;
    Ticks m_start = 0;
    std::vector<Stage> m_stages;
};

} // namespace watchdesk::lab
