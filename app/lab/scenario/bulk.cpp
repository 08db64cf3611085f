// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/bulk.h"

#include "app/base/jsontext.h"
#include "app/lab/detections/alerttables.h"
#include "app/lab/scenario/inventory.h"
#include "app/lab/scenario/tablebatch.h"

#include <QJsonArray>
#include <QJsonObject>

namespace watchdesk::lab {

namespace {

constexpr qsizetype kBatchRows = 20'000;
constexpr int kAlertsOfAnIncident = 4;

/// What a made-up alert is about.
struct Topic
{
    const char *title, *category, *severity, *technique, *file;
};

constexpr std::array<Topic, 6> kTopics{
    {{"Suspicious PowerShell command line", "Execution", "Medium", "T1059.001", "powershell.exe"},
     {"Credential dumping tool", "CredentialAccess", "High", "T1003.001", "procdump.exe"},
     {"Unusual scheduled task", "Persistence", "Low", "T1053.005", "schtasks.exe"},
     {"Malware was prevented", "Malware", "Informational", "T1204.002", "invoice.exe"},
     {"Suspicious remote session", "LateralMovement", "Medium", "T1021.001", "mstsc.exe"},
     {"Connection to a rare domain", "CommandAndControl", "Low", "T1071.001", "rundll32.exe"}}};

std::string evidence(const Topic &topic, const Account &user, Ticks time, qint64 number)
{
    const QJsonObject process{
        {QStringLiteral("entityType"), QStringLiteral("Process")},
        {QStringLiteral("evidenceCreationTime"), isoFromTicks(time)},
        {QStringLiteral("fileName"), QString::fromLatin1(topic.file)},
        {QStringLiteral("filePath"), QStringLiteral("C:\\Windows\\System32")},
        {QStringLiteral("processId"), 4 * (number % 20'000 + 100)},
        {QStringLiteral("processCommandLine"), QStringLiteral("%1 /run %2").arg(QLatin1String(topic.file)).arg(number)},
        {QStringLiteral("accountName"), QString::fromStdString(user.name)},
        {QStringLiteral("domainName"), QString::fromStdString(user.domain)},
        {QStringLiteral("userSid"), QString::fromStdString(user.sid)}};
    return jsonToText(QJsonArray{process}).toStdString();
}

void putTimes(TableBatch &batch, Ticks created, bool isResolved)
{
    batch.put("alertCreationTime", created);
    batch.put("firstEventTime", created - 3 * kTicksPerMinute);
    batch.put("lastEventTime", created - kTicksPerMinute);
    batch.put("lastUpdateTime", created + kTicksPerMinute);
    if (isResolved)
        batch.put("resolvedTime", created + kTicksPerMinute);
}

void putAlert(TableBatch &batch, const World &world, qint64 number, Ticks created, Random &random)
{
    const int index = int(random.below(qint64(world.cast().devices().size())));
    const CastDevice &device = world.cast().device(index);
    const Topic &topic = kTopics[size_t(random.below(qint64(kTopics.size())))];
    const bool isResolved = random.chance(0.6);
    batch.put("id", QStringLiteral("da%1_%2").arg(number, 18, 10, QLatin1Char('0')).arg(index));
    batch.put("incidentId", number / kAlertsOfAnIncident + 1);
    batch.put("title", topic.title);
    batch.put("description", "A made-up alert of a bulk tenant; there are no events behind it.");
    batch.put("severity", topic.severity);
    batch.put("status", isResolved ? "Resolved" : "New");
    batch.put("category", topic.category);
    batch.put("detectionSource", "WindowsDefenderAtp");
    batch.put("detectorId", topic.technique);
    batch.put("machineId", device.id);
    batch.put("computerDnsName", device.dnsName);
    batch.put("rbacGroupName", Cast::siteGroup(device));
    batch.put("investigationState", "Queued");
    batch.put("mitreTechniques", jsonToText(QJsonArray{QLatin1String(topic.technique)}).toStdString());
    batch.put("aadTenantId", kTenant);
    batch.put("comments", "[]");
    batch.put("evidence", evidence(topic, world.cast().userOf(index), created, number));
    putTimes(batch, created, isResolved);
    batch.endRow();
}

} // namespace

Result<void> writeBulk(const Plan &plan, int alerts, const TableSchema &devices, const TableSchema &alertTable,
                       RowSink &sink)
{
    const Result<std::unique_ptr<World>> world = World::load(plan);
    if (!world)
        return tl::unexpected(world.error());
    if (const auto done = Inventory(**world, sink).writeDevices(devices); !done)
        return done;
    TableBatch batch(alertTable);
    Random random = Random(plan.seed).fork("bulk alerts");
    const Ticks step = std::max<Ticks>(1, (plan.end - plan.start()) / (alerts + 1));
    for (int number = 0; number < alerts; ++number) {
        putAlert(batch, **world, number, plan.start() + number * step, random);
        if (batch.rowCount() < kBatchRows)
            continue;
        if (const auto done = sink.append(batch.name(), batch.take()); !done)
            return done;
    }
    return sink.append(batch.name(), batch.take());
}

} // namespace watchdesk::lab
