// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/world.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

static void initialiseLabResources()
{
    Q_INIT_RESOURCE(lab_scenario); // a static library's resources are not linked in by themselves
}

namespace watchdesk::lab {

namespace {

std::string text(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString().toStdString();
}

std::optional<Role> roleNamed(const QString &name)
{
    for (int role = 0; role < kRoleCount; ++role) {
        if (name == QLatin1String(roleName(Role(role))))
            return Role(role);
    }
    return std::nullopt;
}

Activity::When whenNamed(const QString &name)
{
    if (name == QLatin1String("office"))
        return Activity::When::Office;
    return name == QLatin1String("night") ? Activity::When::Night : Activity::When::Always;
}

Result<Activity> activityFromJson(const QJsonObject &json)
{
    Activity activity;
    activity.name = text(json, "name");
    activity.when = whenNamed(json.value(QLatin1String("when")).toString());
    const QJsonObject roles = json.value(QLatin1String("roles")).toObject();
    for (auto it = roles.begin(); it != roles.end(); ++it) {
        if (const std::optional<Role> role = roleNamed(it.key()))
            activity.weights[size_t(*role)] = it.value().toDouble();
    }
    Result<Script> script = scriptFromJson(json.value(QLatin1String("steps")).toArray());
    if (!script)
        return tl::unexpected(script.error().with(QStringLiteral("activity"), QString::fromStdString(activity.name)));
    activity.script = std::move(*script);
    return activity;
}

} // namespace

Result<QByteArray> labResource(const QString &name)
{
    initialiseLabResources();
    QFile file(QStringLiteral(":/lab/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Internal,
                       QCoreApplication::translate("Lab", "The lab's file “%1” is missing.").arg(name));
    return file.readAll();
}

Result<QJsonObject> labResourceObject(const QString &name)
{
    const Result<QByteArray> bytes = labResource(name);
    if (!bytes)
        return tl::unexpected(bytes.error());
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &problem);
    if (!document.isObject())
        return failure(
            Error::Kind::Internal,
            QCoreApplication::translate("Lab", "The lab's file “%1” is no JSON: %2").arg(name, problem.errorString()));
    return document.object();
}

NetworkHost hostFromJson(const QJsonObject &json)
{
    NetworkHost host;
    host.domain = text(json, "domain");
    host.ip = text(json, "ip");
    host.service = text(json, "service");
    host.port = json.value(QLatin1String("port")).toInt();
    if (json.contains(QLatin1String("protocol")))
        host.protocol = text(json, "protocol");
    return host;
}

Result<std::unique_ptr<World>> World::load(const Plan &plan)
{
    std::unique_ptr<World> world(new World(plan));
    const Result<QByteArray> programs = labResource(QStringLiteral("programs.json"));
    if (!programs)
        return tl::unexpected(programs.error());
    if (const Result<void> added = world->m_programs.add(*programs); !added)
        return tl::unexpected(added.error());
    if (const Result<void> network = world->readNetwork(); !network)
        return tl::unexpected(network.error());
    if (const Result<void> activities = world->readActivities(); !activities)
        return tl::unexpected(activities.error());
    return world;
}

Result<void> World::readNetwork()
{
    const Result<QJsonObject> json = labResourceObject(QStringLiteral("network.json"));
    if (!json)
        return tl::unexpected(json.error());
    const QJsonObject groups = json->value(QLatin1String("hosts")).toObject();
    for (auto it = groups.begin(); it != groups.end(); ++it) {
        const QJsonArray hosts = it.value().toArray();
        for (const QJsonValue &host : hosts)
            addHost(it.key().toStdString(), hostFromJson(host.toObject()));
    }
    return {};
}

Result<void> World::readActivities()
{
    const Result<QJsonObject> json = labResourceObject(QStringLiteral("activities.json"));
    if (!json)
        return tl::unexpected(json.error());
    const QJsonObject lists = json->value(QLatin1String("words")).toObject();
    for (auto it = lists.begin(); it != lists.end(); ++it) {
        const QJsonArray words = it.value().toArray();
        for (const QJsonValue &word : words)
            m_words[it.key().toStdString()].push_back(word.toString().toStdString());
    }
    readResidents(json->value(QLatin1String("residents")).toArray());
    const QJsonArray activities = json->value(QLatin1String("activities")).toArray();
    for (const QJsonValue &value : activities) {
        Result<Activity> activity = activityFromJson(value.toObject());
        if (!activity)
            return tl::unexpected(activity.error());
        m_activities.push_back(std::move(*activity));
    }
    Result<Script> signOn = scriptFromJson(json->value(QLatin1String("signOn")).toArray());
    if (!signOn)
        return tl::unexpected(signOn.error());
    m_signOn = std::move(*signOn);
    return {};
}

void World::readResidents(const QJsonArray &json)
{
    for (const QJsonValue &value : json) {
        const QJsonObject object = value.toObject();
        Resident resident;
        resident.name = text(object, "name");
        resident.program = text(object, "program");
        resident.parent = text(object, "parent");
        resident.command = text(object, "command");
        resident.account = text(object, "as");
        resident.id = object.value(QLatin1String("id")).toInt();
        resident.delay = object.value(QLatin1String("delay")).toInt();
        const QJsonArray roles = object.value(QLatin1String("roles")).toArray();
        if (!roles.isEmpty())
            resident.roles = 0;
        for (const QJsonValue &role : roles) {
            if (const std::optional<Role> known = roleNamed(role.toString()))
                resident.roles |= 1U << int(*known);
        }
        m_residents.push_back(std::move(resident));
    }
}

const std::vector<NetworkHost> &World::hosts(const std::string &group) const
{
    static const std::vector<NetworkHost> kNone;
    const auto found = m_hosts.find(group);
    return found == m_hosts.end() ? kNone : found->second;
}

const std::vector<std::string> &World::words(const std::string &list) const
{
    static const std::vector<std::string> kNone;
    const auto found = m_words.find(list);
    return found == m_words.end() ? kNone : found->second;
}

} // namespace watchdesk::lab
