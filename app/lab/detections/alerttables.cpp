// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/detections/alerttables.h"

#include "app/base/jsontext.h"
#include "app/lab/detections/evidence.h"
#include "app/lab/scenario/tablebatch.h"

#include <QJsonArray>
#include <QJsonObject>

namespace watchdesk::lab {

namespace {

constexpr char kService[] = "Microsoft Defender for Endpoint";

/// The name that the hunting tables give to the API's detection source.
const char *huntingSource(const QString &source)
{
    return source == QStringLiteral("WindowsDefenderAv") ? "Antivirus" : "EDR";
}

QString jsonList(const QStringList &items) { return QString::fromUtf8(jsonToText(QJsonArray::fromStringList(items))); }

void putHead(TableBatch &batch, const LabAlert &alert)
{
    batch.put("AlertId", alert.id);
    batch.put("Title", alert.detection.title);
    batch.put("Severity", alert.detection.severity);
    batch.put("ServiceSource", kService);
    batch.put("DetectionSource", huntingSource(alert.detection.source));
    batch.put("AttackTechniques", jsonList(alert.detection.techniques));
}

void putEvidence(TableBatch &batch, const Evidence &evidence)
{
    const HitProcess &process = evidence.process;
    batch.put("EntityType", evidence.huntingType());
    batch.put("EvidenceRole", evidence.role);
    batch.put("FileName", evidence.fileName);
    batch.put("FolderPath", evidence.filePath);
    batch.put("SHA1", evidence.sha1);
    batch.put("SHA256", evidence.sha256);
    if (evidence.fileSize > 0)
        batch.put("FileSize", evidence.fileSize);
    batch.put("RemoteIP", evidence.ip);
    batch.put("AccountName", evidence.accountName);
    batch.put("AccountDomain", evidence.accountDomain);
    batch.put("AccountSid", evidence.accountSid);
    batch.put("AccountUpn", evidence.accountUpn);
    batch.put("ProcessCommandLine", process.commandLine);
    batch.put("RegistryKey", evidence.registryKey);
    batch.put("RegistryValueName", evidence.registryValueName);
    batch.put("RegistryValueData", evidence.registryValueData);
}

QString eventReference(const LabAlert &alert, const Evidence &evidence)
{
    QJsonObject reference{{QStringLiteral("EventTable"), alert.detection.table},
                          {QStringLiteral("EventTimestamp"), isoFromTicks(evidence.hit->time)},
                          {QStringLiteral("ReportId"), evidence.hit->reportId}};
    if (evidence.kind == Evidence::Kind::Process) {
        reference.insert(QStringLiteral("ProcessId"), evidence.process.id);
        reference.insert(QStringLiteral("ProcessCreationTime"), isoFromTicks(evidence.process.created));
    }
    return QString::fromUtf8(jsonToText(reference));
}

void putTimes(TableBatch &batch, const LabAlert &alert, Ticks now)
{
    batch.put("alertCreationTime", alert.created);
    batch.put("firstEventTime", alert.first().time);
    batch.put("lastEventTime", alert.last().time);
    batch.put("lastUpdateTime", std::min(now, std::max(alert.created, alert.last().time + 20 * kTicksPerSecond)));
}

QJsonArray evidenceJson(const LabAlert &alert)
{
    QJsonArray list;
    for (const Evidence &evidence : evidenceOf(alert)) {
        if (evidence.kind != Evidence::Kind::Device) // the API has the device beside the evidence
            list.append(evidence.json(alert.created));
    }
    return list;
}

} // namespace

Table alertInfoRows(const QList<LabAlert> &alerts, const TableSchema &schema)
{
    TableBatch batch(schema);
    for (const LabAlert &alert : alerts) {
        putHead(batch, alert);
        batch.put("Timestamp", alert.created);
        batch.put("Category", alert.detection.category);
        batch.endRow();
    }
    return batch.take();
}

Table alertEvidenceRows(const QList<LabAlert> &alerts, const TableSchema &schema)
{
    TableBatch batch(schema);
    for (const LabAlert &alert : alerts) {
        for (const Evidence &evidence : evidenceOf(alert)) {
            putHead(batch, alert);
            putEvidence(batch, evidence);
            batch.put("Timestamp", alert.created);
            batch.put("Categories", jsonList({alert.detection.category}));
            batch.put("DeviceId", alert.first().deviceId);
            batch.put("DeviceName", alert.first().deviceName);
            batch.put("AdditionalFields", eventReference(alert, evidence));
            batch.endRow();
        }
    }
    return batch.take();
}

Table alertRows(const QList<LabAlert> &alerts, const AlertContext &context, const TableSchema &schema)
{
    TableBatch batch(schema);
    for (const LabAlert &alert : alerts) {
        const HitProcess &process = alert.first().process;
        batch.put("id", alert.id);
        batch.put("incidentId", alert.incidentId);
        batch.put("title", alert.detection.title);
        batch.put("description", alert.detection.description);
        batch.put("recommendedAction", alert.detection.action);
        batch.put("severity", alert.detection.severity);
        batch.put("status", "New");
        batch.put("category", alert.detection.category);
        batch.put("detectionSource", alert.detection.source);
        batch.put("detectorId", alert.detection.id);
        batch.put("machineId", alert.first().deviceId);
        batch.put("computerDnsName", alert.first().deviceName);
        batch.put("rbacGroupName", context.groups.value(alert.first().deviceId));
        batch.put("investigationState", "Queued");
        batch.put("mitreTechniques", jsonList(alert.detection.techniques));
        if (!process.accountName.isEmpty())
            batch.put("relatedUser", QString::fromUtf8(jsonToText(
                                         QJsonObject{{QStringLiteral("userName"), process.accountName},
                                                     {QStringLiteral("domainName"), process.accountDomain}})));
        batch.put("aadTenantId", kTenant);
        batch.put("comments", "[]");
        batch.put("evidence", QString::fromUtf8(jsonToText(evidenceJson(alert))));
        putTimes(batch, alert, context.now);
        batch.endRow();
    }
    return batch.take();
}

} // namespace watchdesk::lab
