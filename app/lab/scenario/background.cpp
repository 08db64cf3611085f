// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/background.h"

#include <algorithm>
#include <cmath>

namespace watchdesk::lab {

namespace {

constexpr std::array<double, kRoleCount> kRowsPerDay{210, 300, 420, 340, 110};
constexpr double kMostRows = 1'000'000;

/// Knuth's method; `mean` is a few at most.
int poisson(double mean, Random &random)
{
    const double limit = std::exp(-std::min(mean, 60.0));
    int count = 0;
    for (double product = random.unit(); product > limit; product *= random.unit())
        ++count;
    return count;
}

double wantedRows(const World &world)
{
    double rows = 0;
    for (const CastDevice &device : world.cast().devices())
        rows += kRowsPerDay[size_t(device.role)] * world.plan().days;
    return rows;
}

} // namespace

Background::Background(const World &world, DeviceCounters &counters, FlowSink *network)
    : m_world(world)
    , m_counters(counters)
    , m_network(network)
    , m_boots(world, wantedRows(world) <= kMostRows)
{
    m_isSparse = wantedRows(world) > kMostRows;
    m_expectedRows = std::min(wantedRows(world), std::max(kMostRows, 4.0 * double(world.cast().devices().size())));
    plan();
}

double Background::shape(Activity::When when, int hourOfWeek)
{
    static constexpr std::array<double, 24> kOffice{0,   0,   0,   0,   0,   0.2,  0.6,  1.3, 1.6, 1.6,  1.4, 0.9,
                                                    1.4, 1.6, 1.5, 1.1, 0.5, 0.25, 0.15, 0.1, 0.1, 0.05, 0,   0};
    const int hour = hourOfWeek % 24;
    const bool isWeekend = hourOfWeek / 24 >= 5;
    switch (when) {
    case Activity::When::Always:
        return 0.6;
    case Activity::When::Office:
        return kOffice[size_t(hour)] * (isWeekend ? 0.06 : 1);
    case Activity::When::Night:
        return hour < 4 || hour >= 22 ? 1.5 : 0;
    }
    return 0;
}

/// A role's plays in an hour are such that a week brings the wanted rows, whatever the scripts' lengths.
void Background::plan()
{
    const std::vector<Activity> &activities = m_world.activities();
    const double density = m_expectedRows / wantedRows(m_world);
    for (size_t role = 0; role < kRoleCount; ++role) {
        double rowsOfWeek = 0;
        std::vector<RoleHour> hours(kHoursOfWeek);
        for (int hour = 0; hour < kHoursOfWeek; ++hour) {
            for (const Activity &activity : activities) {
                const double weight = activity.weights[role] * shape(activity.when, hour);
                hours[size_t(hour)].weights.push_back(weight);
                hours[size_t(hour)].plays += weight;
                // Everything but Saturday and Sunday, which are quieter than the promised day.
                rowsOfWeek += hour < 120 ? weight * activity.script.expectedRows() : 0;
            }
        }
        for (RoleHour &hour : hours)
            hour.plays *= rowsOfWeek > 0 ? kRowsPerDay[role] * density * 5 / rowsOfWeek : 0;
        m_hours[role] = std::move(hours);
    }
}

void Background::hour(Ticks hour, std::vector<Event> &out)
{
    const auto hourOfWeek = size_t(hour / kTicksPerHour % kHoursOfWeek);
    for (int index = 0; index < int(m_world.cast().devices().size()); ++index) {
        const CastDevice &cast = m_world.cast().device(index);
        if (cast.active || cast.inactiveSince > hour)
            device(index, hour, m_hours[size_t(cast.role)][hourOfWeek], out);
    }
}

void Background::device(int device, Ticks hour, const RoleHour &roleHour, std::vector<Event> &out)
{
    Player player(m_world, m_boots, m_counters, out, m_network);
    if (!m_isSparse)
        morning(device, hour, player);
    Random random =
        Random(m_world.plan().seed).fork("hour", quint64(device) * 1'000'003 + quint64(hour / kTicksPerHour));
    const int plays = poisson(roleHour.plays, random);
    std::optional<Residents> residents;
    for (int play = 0; play < plays; ++play) {
        const Activity &activity = m_world.activities()[size_t(random.weighted(roleHour.weights))];
        Scene scene;
        scene.device = device;
        scene.at = hour + random.below(kTicksPerHour);
        scene.random = random.fork("play", quint64(play));
        scene.choice = scene.random.next();
        scene.user = &m_world.cast().userOf(device);
        const Ticks boot = m_boots.lastBoot(device, scene.at - 3 * kTicksPerMinute);
        if (!residents || residents->boot() != boot)
            residents.emplace(m_world, device, boot);
        scene.residents = &*residents;
        if (scene.at >= m_world.plan().start())
            player.play(activity.script, scene);
    }
}

void Background::morning(int device, Ticks hour, Player &player)
{
    const std::optional<Ticks> boot = m_boots.bootOfDay(device, hour - hour % kTicksPerDay);
    if (!boot || *boot < std::max(hour, m_world.plan().start()) || *boot >= hour + kTicksPerHour)
        return;
    Residents residents(m_world, device, *boot);
    Scene scene;
    scene.device = device;
    scene.at = *boot;
    scene.random = Random(m_world.plan().seed).fork("boot", quint64(device) ^ quint64(*boot));
    scene.user = &m_world.cast().userOf(device);
    scene.residents = &residents;
    player.boot(scene);
    player.play(m_world.signOn(), scene);
}

} // namespace watchdesk::lab
