// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/generator.h"

#include "app/lab/scenario/background.h"
#include "app/lab/scenario/eventwriter.h"
#include "app/lab/scenario/intrusion.h"
#include "app/lab/scenario/inventory.h"
#include "app/lab/scenario/sensorlog.h"

#include <algorithm>

namespace watchdesk::lab {

namespace {

bool isEarlier(const Event &a, const Event &b) { return a.time != b.time ? a.time < b.time : a.device < b.device; }

/// Writes the events before `until` in time order and leaves the others.
Result<void> writeUntil(Ticks until, std::vector<Event> &events, EventWriter &writer)
{
    const auto later =
        std::stable_partition(events.begin(), events.end(), [until](const Event &e) { return e.time < until; });
    std::stable_sort(events.begin(), later, isEarlier);
    for (auto event = events.begin(); event != later; ++event) {
        if (const Result<void> written = writer.write(*event); !written)
            return written;
    }
    events.erase(events.begin(), later);
    return {};
}

Result<void> writeHours(const Plan &plan, Background &background, std::vector<Event> events, EventWriter &writer)
{
    const Ticks first = plan.start() - plan.start() % kTicksPerHour;
    for (Ticks hour = first; hour < plan.end; hour += kTicksPerHour) {
        background.hour(hour, events);
        if (const Result<void> written = writeUntil(std::min(hour + kTicksPerHour, plan.end), events, writer); !written)
            return written;
    }
    return writer.flush();
}

} // namespace

Ticks builtInEnd()
{
    return ticksFromIso(u"2026-03-12T15:40:00Z").value_or(0); // a Thursday, in office hours
}

Result<Generated> generateEvents(const Plan &plan, const kql::Schema &schema, RowSink &sink,
                                 const QString &sensorFolder)
{
    Result<std::unique_ptr<World>> world = World::load(plan);
    if (!world)
        return tl::unexpected(world.error());
    Result<Intrusion> intrusion = Intrusion::load(**world);
    if (!intrusion)
        return tl::unexpected(intrusion.error());
    if (const Result<void> reports = Inventory(**world, sink).writeReports(schema); !reports)
        return tl::unexpected(reports.error());
    Result<std::unique_ptr<EventWriter>> writer = EventWriter::create(**world, schema, sink);
    if (!writer)
        return tl::unexpected(writer.error());
    DeviceCounters counters(plan.devices);
    Result<std::unique_ptr<SensorLog>> sensors =
        SensorLog::create(**world, Background(**world, counters, nullptr).expectedRows());
    if (!sensors)
        return tl::unexpected(sensors.error());
    Background background(**world, counters, sensors->get());
    std::vector<Event> attack = intrusion->play(background.boots(), counters, sensors->get());
    if (const Result<void> written = writeHours(plan, background, std::move(attack), **writer); !written)
        return tl::unexpected(written.error());
    Result<QStringList> files = (*sensors)->write(sensorFolder);
    if (!files)
        return tl::unexpected(files.error());
    return Generated{intrusion->title(), *files, (*writer)->rows(), intrusion->start()};
}

Result<void> generateEntities(const Plan &plan, const TableSchema &devices, const TableSchema &indicators,
                              RowSink &sink)
{
    Result<std::unique_ptr<World>> world = World::load(plan);
    if (!world)
        return tl::unexpected(world.error());
    if (const Result<Intrusion> intrusion = Intrusion::load(**world); !intrusion) // indicators name its programs
        return tl::unexpected(intrusion.error());
    Inventory inventory(**world, sink);
    if (const Result<void> written = inventory.writeDevices(devices); !written)
        return written;
    return inventory.writeIndicators(indicators);
}

} // namespace watchdesk::lab
