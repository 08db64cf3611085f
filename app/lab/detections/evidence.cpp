// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/detections/evidence.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QSet>

namespace watchdesk::lab {

namespace {

constexpr int kMostOfAKind = 20;

Evidence processEvidence(const Hit &hit)
{
    Evidence evidence;
    evidence.kind = Evidence::Kind::Process;
    evidence.role = "Impacted";
    evidence.process = hit.process;
    evidence.fileName = hit.process.fileName;
    evidence.filePath = hit.process.path;
    evidence.sha1 = hit.process.sha1;
    evidence.sha256 = hit.process.sha256;
    evidence.accountDomain = hit.process.accountDomain;
    evidence.accountName = hit.process.accountName;
    evidence.accountSid = hit.process.accountSid;
    evidence.accountUpn = hit.process.accountUpn;
    return evidence;
}

Evidence fileEvidence(const Hit &hit)
{
    Evidence evidence;
    evidence.kind = Evidence::Kind::File;
    evidence.fileName = hit.fileName;
    evidence.filePath = hit.filePath;
    evidence.sha1 = hit.fileSha1;
    evidence.sha256 = hit.fileSha256;
    evidence.fileSize = hit.fileSize;
    return evidence;
}

Evidence ipEvidence(const Hit &hit)
{
    Evidence evidence;
    evidence.kind = Evidence::Kind::Ip;
    evidence.ip = hit.ip;
    return evidence;
}

Evidence registryEvidence(const Hit &hit)
{
    Evidence evidence;
    evidence.kind = Evidence::Kind::Registry;
    evidence.registryKey = hit.registryKey;
    evidence.registryValueName = hit.registryValueName;
    evidence.registryValueData = hit.registryValueData;
    return evidence;
}

Evidence userEvidence(const Hit &hit)
{
    Evidence evidence;
    evidence.kind = Evidence::Kind::User;
    evidence.role = "Impacted";
    evidence.accountDomain = hit.process.accountDomain;
    evidence.accountName = hit.process.accountName;
    evidence.accountSid = hit.process.accountSid;
    evidence.accountUpn = hit.process.accountUpn;
    return evidence;
}

/// Collects evidence and leaves out what is there already or empty.
class Collection
{
public:
    void add(Evidence evidence, const QString &identity, const Hit &hit)
    {
        const QString key = QString::number(int(evidence.kind)) + QLatin1Char('|') + identity;
        if (identity.isEmpty() || m_seen.contains(key) || m_counts[int(evidence.kind)] >= kMostOfAKind)
            return;
        m_seen.insert(key);
        ++m_counts[int(evidence.kind)];
        evidence.hit = &hit;
        m_all.append(std::move(evidence));
    }
    QList<Evidence> take() { return std::move(m_all); }

private:
    QSet<QString> m_seen;
    QHash<int, int> m_counts;
    QList<Evidence> m_all;
};

QString processIdentity(const HitProcess &process)
{
    return process.isKnown()
               ? QString::number(process.id) + QLatin1Char('@') + QString::number(process.created) + process.fileName
               : QString();
}

QJsonValue orNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

QJsonValue orNull(Ticks time) { return time <= 0 ? QJsonValue() : QJsonValue(isoFromTicks(time)); }

QString folderOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(QLatin1Char('\\'));
    return slash > 0 ? path.left(slash) : path;
}

const char *apiType(Evidence::Kind kind)
{
    switch (kind) {
    case Evidence::Kind::Device:
        return "Machine";
    case Evidence::Kind::Process:
        return "Process";
    case Evidence::Kind::File:
        return "File";
    case Evidence::Kind::Ip:
        return "Ip";
    case Evidence::Kind::Registry:
        return "Registry";
    case Evidence::Kind::User:
        return "User";
    }
    return "";
}

} // namespace

const char *Evidence::huntingType() const { return kind == Kind::Registry ? "RegistryValue" : apiType(kind); }

QJsonObject Evidence::json(Ticks created) const
{
    const bool isProcess = kind == Kind::Process;
    const QString hive = registryKey.section(QLatin1Char('\\'), 0, 0);
    return {{QStringLiteral("entityType"), QLatin1String(apiType(kind))},
            {QStringLiteral("evidenceCreationTime"), isoFromTicks(created)},
            {QStringLiteral("sha1"), orNull(sha1)},
            {QStringLiteral("sha256"), orNull(sha256)},
            {QStringLiteral("fileName"), orNull(fileName)},
            {QStringLiteral("filePath"), orNull(folderOf(filePath))},
            {QStringLiteral("processId"), isProcess ? QJsonValue(process.id) : QJsonValue()},
            {QStringLiteral("processCommandLine"), orNull(process.commandLine)},
            {QStringLiteral("processCreationTime"), orNull(process.created)},
            {QStringLiteral("parentProcessId"), isProcess ? QJsonValue(process.parentId) : QJsonValue()},
            {QStringLiteral("parentProcessCreationTime"), orNull(process.parentCreated)},
            {QStringLiteral("parentProcessFileName"), orNull(process.parentFileName)},
            {QStringLiteral("parentProcessFilePath"), QJsonValue()},
            {QStringLiteral("ipAddress"), orNull(ip)},
            {QStringLiteral("url"), QJsonValue()},
            {QStringLiteral("registryKey"), orNull(registryKey.section(QLatin1Char('\\'), 1))},
            {QStringLiteral("registryHive"), orNull(hive)},
            {QStringLiteral("registryValueType"), QJsonValue()},
            {QStringLiteral("registryValue"), orNull(registryValueData)},
            {QStringLiteral("accountName"), orNull(accountName)},
            {QStringLiteral("domainName"), orNull(accountDomain)},
            {QStringLiteral("userSid"), orNull(accountSid)},
            {QStringLiteral("aadUserId"), QJsonValue()},
            {QStringLiteral("userPrincipalName"), orNull(accountUpn)},
            {QStringLiteral("detectionStatus"), QStringLiteral("Detected")}};
}

QList<Evidence> evidenceOf(const LabAlert &alert)
{
    Collection collection;
    const auto wants = [&alert](const char *kind) { return alert.detection.entities.contains(QLatin1String(kind)); };
    Evidence device;
    device.role = "Impacted";
    collection.add(device, alert.first().deviceId, alert.first());
    for (const Hit &hit : alert.hits) {
        if (wants("process"))
            collection.add(processEvidence(hit), processIdentity(hit.process), hit);
        if (wants("file"))
            collection.add(fileEvidence(hit), hit.filePath.isEmpty() ? hit.fileName : hit.filePath, hit);
        if (wants("ip") || wants("logon"))
            collection.add(ipEvidence(hit), hit.ip, hit);
        if (wants("registry"))
            collection.add(registryEvidence(hit),
                           hit.registryKey.isEmpty() ? QString() : hit.registryKey + hit.registryValueName, hit);
        if (wants("user"))
            collection.add(userEvidence(hit),
                           hit.process.accountName.isEmpty()
                               ? QString()
                               : hit.process.accountDomain + QLatin1Char('\\') + hit.process.accountName,
                           hit);
    }
    return collection.take();
}

} // namespace watchdesk::lab
