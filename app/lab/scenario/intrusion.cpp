// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/intrusion.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace watchdesk::lab {

Result<Intrusion> Intrusion::load(World &world)
{
    Result<QByteArray> bytes = labResource(QStringLiteral("intrusion.json"));
    if (!bytes)
        return tl::unexpected(bytes.error());
    bytes->replace("<<user>>", QByteArray::fromStdString(world.cast().userOf(Cast::kLeadWorkstation).name));
    if (const Result<void> added = world.programs().add(*bytes); !added)
        return tl::unexpected(added.error());
    const QJsonObject json = QJsonDocument::fromJson(*bytes).object();
    const QJsonObject hosts = json.value(QLatin1String("hosts")).toObject();
    for (auto it = hosts.begin(); it != hosts.end(); ++it) {
        const QJsonArray group = it.value().toArray();
        for (const QJsonValue &host : group)
            world.addHost(it.key().toStdString(), hostFromJson(host.toObject()));
    }
    Intrusion intrusion(world);
    if (const Result<void> done = intrusion.read(json); !done)
        return tl::unexpected(done.error());
    return intrusion;
}

Result<void> Intrusion::read(const QJsonObject &json)
{
    m_title = json.value(QLatin1String("title")).toString();
    const int minutes =
        json.value(QLatin1String("durationMinutes")).toInt() + json.value(QLatin1String("quietMinutes")).toInt();
    m_start = m_world->plan().end - minutes * kTicksPerMinute;
    const QJsonArray stages = json.value(QLatin1String("stages")).toArray();
    for (const QJsonValue &value : stages) {
        const QJsonObject object = value.toObject();
        Result<Script> script = scriptFromJson(object.value(QLatin1String("steps")).toArray());
        if (!script)
            return tl::unexpected(
                script.error().with(QStringLiteral("stage"), object.value(QLatin1String("name")).toString()));
        const int device = object.value(QLatin1String("device")).toInt();
        if (device < 0 || device >= int(m_world->cast().devices().size()))
            return failure(Error::Kind::InvalidInput,
                           QCoreApplication::translate("Lab", "A stage is set on a device that does not exist."));
        m_stages.push_back({device, m_start + qint64(object.value(QLatin1String("at")).toDouble()) * kTicksPerSecond,
                            std::move(*script)});
    }
    return {};
}

std::vector<Event> Intrusion::play(const BootCalendar &boots, DeviceCounters &counters, FlowSink *network) const
{
    std::vector<Event> events;
    Player player(*m_world, boots, counters, events, network);
    const Random root = Random(m_world->plan().seed).fork("intrusion");
    std::map<int, std::map<std::string, ProcessPointer, std::less<>>> running;
    for (const Stage &stage : m_stages) {
        Residents residents(*m_world, stage.device, boots.lastBoot(stage.device, m_start - 3 * kTicksPerMinute));
        Scene scene;
        scene.device = stage.device;
        scene.at = stage.at;
        scene.random = root.fork("stage", quint64(&stage - m_stages.data()));
        scene.user = &m_world->cast().userOf(stage.device);
        scene.residents = &residents;
        scene.labels = std::move(running[stage.device]);
        player.play(stage.script, scene);
        running[stage.device] = std::move(scene.labels);
    }
    return events;
}

} // namespace watchdesk::lab
