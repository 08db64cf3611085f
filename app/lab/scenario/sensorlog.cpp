// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/sensorlog.h"

#include "app/lab/scenario/evewriter.h"
#include "app/lab/scenario/zeekwriter.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace watchdesk::lab {

namespace {

constexpr double kConnectionsWanted = 9'000;
constexpr double kNetworkPart = 0.4; ///< of all rows
constexpr double kSitePart = 0.45;   ///< of all devices

std::string zeekUid(Random &random)
{
    static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    std::string uid = "C";
    for (int i = 0; i < 17; ++i)
        uid += kDigits[random.below(62)];
    return uid;
}

/// Mostly some milliseconds, now and then seconds: the endpoint's sensor reports late, or its clock is off.
Ticks lag(Random &random)
{
    const qint64 most = random.chance(0.12) ? 2'800 : 420;
    return 3 * kTicksPerMillisecond + random.below(most * kTicksPerMillisecond);
}

} // namespace

SensorLog::SensorLog(const World &world, double share)
    : m_world(world)
    , m_share(share)
    , m_random(Random(world.plan().seed).fork("sensor"))
{
}

Result<std::unique_ptr<SensorLog>> SensorLog::create(const World &world, double expectedRows)
{
    const double connections = expectedRows * kNetworkPart * kSitePart / std::max(1, world.plan().days);
    std::unique_ptr<SensorLog> log(
        new SensorLog(world, std::min(1.0, kConnectionsWanted / std::max(1.0, connections))));
    if (const Result<void> noise = log->readNoise(); !noise)
        return tl::unexpected(noise.error());
    return log;
}

Result<void> SensorLog::readNoise()
{
    const Result<QJsonObject> json = labResourceObject(QStringLiteral("sensors.json"));
    if (!json)
        return tl::unexpected(json.error());
    const QJsonArray harmless = json->value(QLatin1String("harmless")).toArray();
    for (const QJsonValue &value : harmless) {
        const QJsonObject object = value.toObject();
        m_harmless.push_back({sensorMarkFromJson(object),
                              object.value(QLatin1String("service")).toString().toStdString(),
                              object.value(QLatin1String("chance")).toDouble()});
    }
    const QJsonArray unmatched = json->value(QLatin1String("unmatched")).toArray();
    for (const QJsonValue &value : unmatched) {
        const QJsonObject object = value.toObject();
        m_unmatched.push_back({sensorMarkFromJson(object), object.value(QLatin1String("from")).toString().toStdString(),
                               object.value(QLatin1String("to")).toString().toStdString(),
                               object.value(QLatin1String("service")).toString().toStdString(),
                               object.value(QLatin1String("port")).toInt(),
                               object.value(QLatin1String("count")).toInt(1)});
    }
    return {};
}

void SensorLog::offer(int device, NetworkFlow connection, bool isAlwaysSeen)
{
    const bool isOurs = m_world.cast().device(device).site == 0 && connection.time > m_world.plan().end - kTicksPerDay;
    if (!isAlwaysSeen && (!isOurs || !m_random.chance(m_share)))
        return;
    for (const Harmless &noise : m_harmless) {
        if (connection.marks.empty() && noise.service == connection.service && m_random.chance(noise.chance / m_share))
            connection.marks.push_back(noise.mark);
    }
    add(std::move(connection));
}

void SensorLog::add(NetworkFlow connection)
{
    connection.time += lag(m_random);
    m_seen.push_back({std::move(connection), m_random.next() >> 12, zeekUid(m_random)});
}

std::string SensorLog::address(const std::string &kind)
{
    const auto host = [this](qint64 first, qint64 last) { return std::to_string(m_random.between(first, last)); };
    if (kind == "guest")
        return "10.99.1." + host(20, 220); // the guest network: no device of the tenant is in it
    if (kind == "public")
        return "192.0.2." + host(10, 13);
    if (kind == "device")
        return m_world.cast().device(m_world.cast().anyClient(0, m_random)).ip;
    return "203.0.113." + host(128, 250);
}

void SensorLog::addUnmatched(const Unmatched &noise)
{
    NetworkFlow connection;
    connection.time = m_world.plan().end - 10 * kTicksPerMinute - m_random.below(22 * kTicksPerHour);
    connection.originIp = address(noise.from);
    connection.originPort = int(m_random.between(1'030, 49'100)); // devices open theirs from 49152 on
    connection.responderIp = address(noise.to);
    connection.responderPort = noise.port;
    connection.protocol = noise.service == "dns" ? "Udp" : "Tcp";
    connection.service = noise.service;
    connection.bytesOut = m_random.between(60, 900);
    connection.bytesIn = m_random.between(0, 4'000);
    connection.seconds = m_random.unit() * 3;
    connection.marks.push_back(noise.mark);
    add(std::move(connection));
}

Result<QStringList> SensorLog::write(const QString &folder)
{
    for (const Unmatched &noise : m_unmatched) {
        for (int i = 0; i < noise.count; ++i)
            addUnmatched(noise);
    }
    std::stable_sort(m_seen.begin(), m_seen.end(),
                     [](const SeenFlow &a, const SeenFlow &b) { return a.connection.time < b.connection.time; });
    QDir().mkpath(folder + QStringLiteral("/suricata"));
    QDir().mkpath(folder + QStringLiteral("/zeek"));
    const QString eve = folder + QStringLiteral("/suricata/eve.json");
    if (const Result<void> written = writeEve(eve, m_seen, m_world.plan().end); !written)
        return tl::unexpected(written.error());
    Result<QStringList> files = writeZeek(folder + QStringLiteral("/zeek"), m_seen, m_world.plan().end);
    if (files)
        files->prepend(eve);
    return files;
}

} // namespace watchdesk::lab
