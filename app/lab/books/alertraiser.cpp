// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/books/alertraiser.h"

#include "app/base/ticks.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace watchdesk::lab {

namespace {

tl::unexpected<ApiError> refusal(ApiCode code, const QString &message)
{
    return tl::unexpected<ApiError>(ApiError{code, message});
}

bool hasReports(const TableSchema &table)
{
    return table.name.startsWith(QLatin1String("Device")) && table.indexOf(QStringLiteral("ReportId")) >= 0 &&
           table.indexOf(QStringLiteral("Timestamp")) >= 0 && table.indexOf(QStringLiteral("DeviceId")) >= 0;
}

QString textOf(const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toString(); }

/// What the event itself gives as evidence; its lists cannot be sent.
QJsonArray evidenceOf(const QJsonObject &event, const QString &now)
{
    QJsonArray evidence;
    const auto add = [&](const char *type, const QJsonObject &members) {
        QJsonObject item = members;
        item.insert(QStringLiteral("entityType"), QLatin1String(type));
        item.insert(QStringLiteral("evidenceCreationTime"), now);
        item.insert(QStringLiteral("detectionStatus"), QStringLiteral("Detected"));
        evidence.append(item);
    };
    const auto member = [&](const char *name) { return event.value(QLatin1String(name)); };
    if (!textOf(event, "ProcessCommandLine").isEmpty())
        add("Process", {{QStringLiteral("fileName"), member("FileName")},
                        {QStringLiteral("filePath"), member("FolderPath")},
                        {QStringLiteral("sha1"), member("SHA1")},
                        {QStringLiteral("sha256"), member("SHA256")},
                        {QStringLiteral("processId"), member("ProcessId")},
                        {QStringLiteral("processCommandLine"), member("ProcessCommandLine")},
                        {QStringLiteral("processCreationTime"), member("ProcessCreationTime")}});
    else if (!textOf(event, "FileName").isEmpty())
        add("File", {{QStringLiteral("fileName"), member("FileName")},
                     {QStringLiteral("filePath"), member("FolderPath")},
                     {QStringLiteral("sha1"), member("SHA1")},
                     {QStringLiteral("sha256"), member("SHA256")}});
    if (!textOf(event, "InitiatingProcessFileName").isEmpty())
        add("Process", {{QStringLiteral("fileName"), member("InitiatingProcessFileName")},
                        {QStringLiteral("filePath"), member("InitiatingProcessFolderPath")},
                        {QStringLiteral("sha1"), member("InitiatingProcessSHA1")},
                        {QStringLiteral("sha256"), member("InitiatingProcessSHA256")},
                        {QStringLiteral("processId"), member("InitiatingProcessId")},
                        {QStringLiteral("processCommandLine"), member("InitiatingProcessCommandLine")},
                        {QStringLiteral("processCreationTime"), member("InitiatingProcessCreationTime")}});
    if (!textOf(event, "RemoteIP").isEmpty())
        add("Ip", {{QStringLiteral("ipAddress"), member("RemoteIP")}});
    if (!textOf(event, "RemoteUrl").isEmpty())
        add("Url", {{QStringLiteral("url"), member("RemoteUrl")}});
    if (!textOf(event, "InitiatingProcessAccountName").isEmpty())
        add("User", {{QStringLiteral("accountName"), member("InitiatingProcessAccountName")},
                     {QStringLiteral("domainName"), member("InitiatingProcessAccountDomain")},
                     {QStringLiteral("userSid"), member("InitiatingProcessAccountSid")}});
    return evidence;
}

} // namespace

AlertRaiser::AlertRaiser(std::shared_ptr<store::Store> content, EntitySet &alerts, const EntitySet &machines,
                         const Clock &clock)
    : m_content(std::move(content))
    , m_alerts(alerts)
    , m_machines(machines)
    , m_clock(clock)
{
}

tl::expected<QJsonObject, ApiError> AlertRaiser::eventFor(const QJsonObject &body) const
{
    const auto time = ticksFromIso(textOf(body, "eventTime"));
    bool isNumber = false;
    const qint64 report = textOf(body, "reportId").toLongLong(&isNumber);
    if (!time || !isNumber)
        return refusal(ApiCode::InvalidInput, QStringLiteral("The event's time or report id is not valid."));
    const kql::Schema schema = m_content->schema();
    for (const TableSchema &table : schema.tables) {
        if (!hasReports(table))
            continue;
        const auto rows = m_content->read(
            QStringLiteral("SELECT * FROM \"%1\" WHERE lower(DeviceId) = lower(?) AND ReportId = ? AND Timestamp = ? "
                           "LIMIT 1")
                .arg(table.name),
            {textOf(body, "machineId"), report, *time});
        if (!rows || rows->rowCount() == 0)
            continue;
        QJsonObject event;
        for (qsizetype column = 0; column < rows->columnCount(); ++column) {
            const ColumnSchema &named = rows->schema()[column];
            const int known = table.indexOf(named.name);
            const bool isTime = known >= 0 && table.columns[known].type == ColumnType::DateTime;
            event.insert(named.name, isTime && !rows->column(column).isNull(0)
                                         ? QJsonValue(isoFromTicks(rows->column(column).integer(0)))
                                         : jsonFromCell(*rows, 0, column));
        }
        return event;
    }
    return refusal(ApiCode::ResourceNotFound,
                   QStringLiteral("There is no event with this report id, time and machine."));
}

std::optional<QJsonObject> AlertRaiser::openAlike(const QJsonObject &body) const
{
    for (const QJsonObject &alert : m_alerts.objectsWhere(Expression{Operation::Constant, true}, 1'000'000)) {
        if (alert.value(u"title") == body.value(u"title") && alert.value(u"status") != QLatin1String("Resolved") &&
            textOf(alert, "machineId").compare(textOf(body, "machineId"), Qt::CaseInsensitive) == 0)
            return alert;
    }
    return std::nullopt;
}

QJsonObject AlertRaiser::newAlert(const QJsonObject &body, const QJsonObject &machine, const QJsonObject &event) const
{
    const Ticks now = m_clock.now();
    const QByteArray seed = (textOf(body, "title") + textOf(body, "machineId") + textOf(body, "reportId")).toUtf8();
    const QByteArray digits = QCryptographicHash::hash(seed, QCryptographicHash::Sha1).toHex().left(7);
    QJsonObject alert{{QStringLiteral("id"), QStringLiteral("da%1_%2").arg(now).arg(digits.toInt(nullptr, 16))},
                      {QStringLiteral("status"), QStringLiteral("New")},
                      {QStringLiteral("detectionSource"), QStringLiteral("CustomerTI")},
                      {QStringLiteral("investigationState"), QStringLiteral("Queued")},
                      {QStringLiteral("machineId"), machine.value(u"id")},
                      {QStringLiteral("computerDnsName"), machine.value(u"computerDnsName")},
                      {QStringLiteral("rbacGroupName"), machine.value(u"rbacGroupName")},
                      {QStringLiteral("alertCreationTime"), isoFromTicks(now)},
                      {QStringLiteral("firstEventTime"), body.value(u"eventTime")},
                      {QStringLiteral("comments"), QJsonArray()},
                      {QStringLiteral("mitreTechniques"), QJsonArray()},
                      {QStringLiteral("evidence"), evidenceOf(event, isoFromTicks(now))}};
    for (const char *name : {"title", "description", "severity", "category"})
        alert.insert(QLatin1String(name), body.value(QLatin1String(name)));
    return alert;
}

tl::expected<AlertRaiser::Raised, ApiError> AlertRaiser::raise(const QJsonObject &body)
{
    const auto machine = m_machines.object(textOf(body, "machineId"));
    if (!machine)
        return refusal(ApiCode::ResourceNotFound,
                       QStringLiteral("Machine %1 was not found").arg(textOf(body, "machineId").left(100)));
    const auto event = eventFor(body);
    if (!event)
        return tl::unexpected<ApiError>(event.error());
    const std::lock_guard lock(m_mutex);
    const auto open = openAlike(body);
    QJsonObject alert = open ? *open : newAlert(body, *machine, *event);
    alert.insert(QStringLiteral("lastEventTime"), body.value(u"eventTime"));
    alert.insert(QStringLiteral("lastUpdateTime"), isoFromTicks(m_clock.now()));
    if (const auto put = m_alerts.put(alert); !put)
        return refusal(ApiCode::InternalServerError, put.error().message);
    return Raised{textOf(alert, "id"), !open};
}

} // namespace watchdesk::lab
