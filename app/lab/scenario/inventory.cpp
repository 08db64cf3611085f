// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/inventory.h"

#include "app/base/jsontext.h"
#include "app/lab/scenario/tablebatch.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace watchdesk::lab {

namespace {

constexpr qsizetype kBatchRows = 20'000;
constexpr char kAgentVersion[] = "10.8760.26100.1";

/// What the tenant knows of a device beside its name and system.
struct Facts
{
    QJsonArray tags;
    const char *exposure = "Low";
    const char *value = "Normal";
    const char *health = "Active";
    Ticks firstSeen = 0, lastSeen = 0;
    std::string aadDeviceId;
};

std::string guidOf(const std::string &text)
{
    const std::string hex = hashesOf(text).md5;
    return hex.substr(0, 8) + '-' + hex.substr(8, 4) + "-4" + hex.substr(13, 3) + "-8" + hex.substr(17, 3) + '-' +
           hex.substr(20);
}

void addTags(Facts &facts, const CastDevice &device, bool isLead, Random &random)
{
    const bool isServer = device.role == Role::Server || device.role == Role::Controller;
    if ((isLead && !isServer) || random.chance(0.02))
        facts.tags.append(QStringLiteral("VIP"));
    if (isLead && device.role == Role::Workstation)
        facts.tags.append(QStringLiteral("Finance"));
    else if (!isServer && random.chance(0.15))
        facts.tags.append(random.chance(0.5) ? QStringLiteral("Finance") : QStringLiteral("Quay side"));
    if (isServer && random.chance(0.2))
        facts.tags.append(QStringLiteral("Change freeze"));
    if (device.role == Role::Controller)
        facts.tags.append(QStringLiteral("Tier 0"));
}

Facts factsOf(const World &world, int index)
{
    const CastDevice &device = world.cast().device(index);
    const Plan &plan = world.plan();
    Random random = Random(plan.seed).fork("facts", quint64(index));
    Facts facts;
    const bool isLead = index <= Cast::kLeadController;
    addTags(facts, device, isLead, random);
    static constexpr std::array<const char *, 4> kLevels{"None", "Low", "Medium", "High"};
    const bool isOld = device.osBuild < 19'000;
    facts.exposure =
        isLead ? "Medium" : kLevels[size_t(random.weighted(isOld ? std::array{0, 2, 5, 3} : std::array{2, 11, 5, 1}))];
    facts.value = device.role == Role::Controller || facts.tags.contains(QStringLiteral("VIP")) ? "High"
                  : device.role == Role::Kiosk                                                  ? "Low"
                                                                                                : "Normal";
    facts.firstSeen = plan.start() - 30 * kTicksPerDay - random.below(500 * kTicksPerDay);
    facts.lastSeen = plan.end - random.below(50 * kTicksPerMinute);
    if (!device.active) {
        facts.health = "Inactive";
        facts.lastSeen = device.inactiveSince;
    } else if (!isLead && random.chance(0.012)) {
        facts.health = random.chance(0.6) ? "ImpairedCommunication" : "NoSensorData";
    }
    facts.aadDeviceId = guidOf(device.id);
    return facts;
}

std::string text(const QJsonValue &json) { return jsonToText(json).toStdString(); }

void putReport(TableBatch &batch, const CastDevice &device, Ticks time, int reportId)
{
    batch.put("Timestamp", time);
    batch.put("DeviceId", device.id);
    batch.put("DeviceName", device.dnsName);
    batch.put("ReportId", reportId);
    batch.put("OnboardingStatus", "Onboarded");
}

void putInfo(TableBatch &batch, const World &world, int index)
{
    const CastDevice &device = world.cast().device(index);
    const Facts facts = factsOf(world, index);
    const Account &user = world.cast().userOf(index);
    const bool isServer = device.role == Role::Server || device.role == Role::Controller;
    batch.put("ClientVersion", kAgentVersion);
    batch.put("PublicIP", device.publicIp);
    batch.put("OSArchitecture", "64-bit");
    batch.put("OSPlatform", device.osPlatform);
    batch.put("OSBuild", device.osBuild);
    batch.put("OSVersion", "10.0");
    batch.put("OSVersionInfo", device.osVersion);
    batch.put("IsAzureADJoined", !isServer);
    batch.put("JoinType", isServer ? "Domain Join" : "Hybrid Azure AD Join");
    batch.put("AadDeviceId", facts.aadDeviceId);
    batch.put("LoggedOnUsers",
              text(QJsonArray{QJsonObject{{QStringLiteral("UserName"), QString::fromStdString(user.name)},
                                          {QStringLiteral("DomainName"), QString::fromStdString(user.domain)},
                                          {QStringLiteral("Sid"), QString::fromStdString(user.sid)}}}));
    batch.put("MachineGroup", Cast::siteGroup(device));
    batch.put("DeviceCategory", "Endpoint");
    batch.put("DeviceType", isServer ? "Server" : "Workstation");
    batch.put("SensorHealthState", facts.health);
    batch.put("ExposureLevel", facts.exposure);
    batch.put("AssetValue", facts.value);
    batch.put("DeviceManualTags", text(facts.tags));
    batch.put("DeviceDynamicTags", "[]");
    batch.put("IsInternetFacing", false);
    batch.put("IsExcluded", false);
    batch.put("Site", Cast::siteCode(device.site));
}

void putNetwork(TableBatch &batch, const World &world, const CastDevice &device)
{
    const QString address = QString::fromStdString(device.ip);
    const QString dns = QString::fromStdString(world.cast().device(world.cast().controller(device.site)).ip);
    batch.put("NetworkAdapterName", "Ethernet");
    batch.put("MacAddress", device.mac);
    batch.put("NetworkAdapterType", "Ethernet");
    batch.put("NetworkAdapterStatus", "Up");
    batch.put("ConnectedNetworks",
              text(QJsonArray{QJsonObject{{QStringLiteral("Name"), QStringLiteral("haldenmarine.example")},
                                          {QStringLiteral("Category"), QStringLiteral("Domain")},
                                          {QStringLiteral("IsConnectedToInternet"), true}}}));
    batch.put("DnsAddresses", text(QJsonArray{dns}));
    batch.put("DefaultGateways", text(QJsonArray{QString::fromStdString(device.gateway)}));
    batch.put("IPAddresses", text(QJsonArray{QJsonObject{{QStringLiteral("IPAddress"), address},
                                                         {QStringLiteral("SubnetPrefix"), 24},
                                                         {QStringLiteral("AddressType"), QStringLiteral("Private")}}}));
}

void putDevice(TableBatch &batch, const World &world, int index)
{
    const CastDevice &device = world.cast().device(index);
    const Facts facts = factsOf(world, index);
    batch.put("id", device.id);
    batch.put("computerDnsName", device.dnsName);
    batch.put("firstSeen", facts.firstSeen);
    batch.put("lastSeen", facts.lastSeen);
    batch.put("osPlatform", device.osPlatform);
    batch.put("osVersion", "10.0");
    batch.put("osProcessor", device.processor);
    batch.put("osArchitecture", "64-bit");
    batch.put("version", device.osVersion);
    batch.put("osBuild", device.osBuild);
    batch.put("lastIpAddress", device.ip);
    batch.put("lastExternalIpAddress", device.publicIp);
    batch.put("agentVersion", kAgentVersion);
    batch.put("defenderAvStatus", "Updated");
    batch.put("healthStatus", facts.health);
    batch.put("onboardingStatus", "Onboarded");
    batch.put("deviceValue", facts.value);
    batch.put("rbacGroupId", qint64(stableHash(Cast::siteGroup(device)) % 900 + 100));
    batch.put("rbacGroupName", Cast::siteGroup(device));
    batch.put("riskScore", "None");
    batch.put("exposureLevel", facts.exposure);
    batch.put("aadDeviceId", facts.aadDeviceId);
    batch.put("isAadJoined", device.role != Role::Server && device.role != Role::Controller);
    batch.put("machineTags", text(facts.tags));
    batch.put("ipAddresses",
              text(QJsonArray{QJsonObject{
                  {QStringLiteral("ipAddress"), QString::fromStdString(device.ip)},
                  {QStringLiteral("macAddress"), QString::fromStdString(device.mac).remove(QLatin1Char('-'))},
                  {QStringLiteral("type"), QStringLiteral("Ethernet")},
                  {QStringLiteral("operationalStatus"), QStringLiteral("Up")}}}));
}

std::string indicatorValue(const QJsonObject &json, const World &world)
{
    const QString type = json.value(QLatin1String("type")).toString();
    FileHashes hashes;
    if (json.contains(QLatin1String("program"))) {
        const Program *program =
            world.programs().find(json.value(QLatin1String("program")).toString().toStdString(), 0);
        if (program)
            hashes = {program->sha1, program->sha256, program->md5};
    } else if (json.contains(QLatin1String("content"))) {
        hashes = hashesOf(json.value(QLatin1String("content")).toString().toStdString());
    } else {
        return json.value(QLatin1String("value")).toString().toStdString();
    }
    if (type == QLatin1String("FileSha256"))
        return hashes.sha256;
    return type == QLatin1String("FileMd5") ? hashes.md5 : hashes.sha1; // a thumbprint is a SHA-1
}

void putIndicator(TableBatch &batch, const QJsonObject &json, const World &world, int number)
{
    const Ticks created =
        world.plan().end - Ticks(json.value(QLatin1String("createdDaysAgo")).toDouble() * double(kTicksPerDay));
    const QJsonValue expires = json.value(QLatin1String("expiresInDays"));
    const QString action = json.value(QLatin1String("action")).toString();
    batch.put("id", QString::number(4'100 + number));
    batch.put("indicatorValue", indicatorValue(json, world));
    batch.put("indicatorType", json.value(QLatin1String("type")).toString());
    batch.put("action", action);
    batch.put("title", json.value(QLatin1String("title")).toString());
    batch.put("description", json.value(QLatin1String("title")).toString());
    batch.put("severity", json.value(QLatin1String("severity")).toString());
    batch.put("generateAlert", action != QLatin1String("Allowed"));
    batch.put("recommendedActions", "");
    batch.put("creationTimeDateTimeUtc", created);
    batch.put("lastUpdateTime", created);
    if (expires.isDouble())
        batch.put("expirationTime", world.plan().end + Ticks(expires.toDouble() * double(kTicksPerDay)));
    batch.put("createdBy", "7d2cbb4e-2f0a-4d2d-9f6e-6f0d9e1a52c3");
    batch.put("createdByDisplayName", "Indicator feed");
    batch.put("createdBySource", "PortResponseFeed");
    batch.put("source", "PortResponseFeed");
    batch.put("sourceType", "AadApp");
    batch.put("rbacGroupNames", "[]");
    batch.put("rbacGroupIds", "[]");
}

} // namespace

Result<void> Inventory::writeReports(const kql::Schema &schema)
{
    const TableSchema *info = schema.find(QStringLiteral("DeviceInfo"));
    const TableSchema *network = schema.find(QStringLiteral("DeviceNetworkInfo"));
    if (!info || !network)
        return failure(
            Error::Kind::Internal,
            QCoreApplication::translate("Lab", "The store has no table %1.").arg(QStringLiteral("DeviceInfo")));
    const int devices = int(m_world.cast().devices().size());
    const bool isSparse = devices > 5'000;
    TableBatch infos(*info), networks(*network);
    for (int day = isSparse ? m_world.plan().days - 1 : 0; day < m_world.plan().days; ++day) {
        for (int index = 0; index < devices; ++index) {
            const CastDevice &device = m_world.cast().device(index);
            const Ticks time = m_world.plan().start() + day * kTicksPerDay + qint64(index) * kTicksPerDay / devices;
            if (!device.active && !(day == 0 && time < device.inactiveSince))
                continue;
            putInfo(infos, m_world, index);
            putReport(infos, device, time, 1 + 2 * day);
            infos.endRow();
            putNetwork(networks, m_world, device);
            putReport(networks, device, time + kTicksPerSecond, 2 + 2 * day);
            networks.endRow();
            if (infos.rowCount() >= kBatchRows) {
                if (const auto done = m_sink.append(infos.name(), infos.take()); !done)
                    return done;
                if (const auto done = m_sink.append(networks.name(), networks.take()); !done)
                    return done;
            }
        }
    }
    if (const auto done = m_sink.append(infos.name(), infos.take()); !done)
        return done;
    return m_sink.append(networks.name(), networks.take());
}

Result<void> Inventory::writeDevices(const TableSchema &devices)
{
    TableBatch batch(devices);
    for (int index = 0; index < int(m_world.cast().devices().size()); ++index) {
        putDevice(batch, m_world, index);
        batch.endRow();
        if (batch.rowCount() < kBatchRows)
            continue;
        if (const auto done = m_sink.append(batch.name(), batch.take()); !done)
            return done;
    }
    return m_sink.append(batch.name(), batch.take());
}

Result<void> Inventory::writeIndicators(const TableSchema &indicators)
{
    const Result<QJsonObject> json = labResourceObject(QStringLiteral("indicators.json"));
    if (!json)
        return tl::unexpected(json.error());
    TableBatch batch(indicators);
    const QJsonArray list = json->value(QLatin1String("indicators")).toArray();
    for (int number = 0; number < list.size(); ++number) {
        putIndicator(batch, list.at(number).toObject(), m_world, number);
        batch.endRow();
    }
    return m_sink.append(batch.name(), batch.take());
}

} // namespace watchdesk::lab
