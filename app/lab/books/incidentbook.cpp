// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/books/incidentbook.h"

#include "app/base/jsontext.h"
#include "app/base/ticks.h"

#include <algorithm>

namespace watchdesk::lab {

namespace {

constexpr qsizetype kMostAlerts = 10'000; ///< they are told as a whole, at about 5 kB each

QString textOf(const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toString(); }

QString portalLink(const char *kind, const QString &id)
{
    return QStringLiteral("https://security.microsoft.com/%1/%2").arg(QLatin1String(kind), id);
}

int weightOf(const QString &severity)
{
    static const QStringList order{QStringLiteral("Informational"), QStringLiteral("Low"), QStringLiteral("Medium"),
                                   QStringLiteral("High")};
    return int(order.indexOf(severity));
}

QJsonValue orNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }

QString leastOf(const QList<QJsonObject> &alerts, const char *name)
{
    QString least;
    for (const QJsonObject &alert : alerts) {
        const QString value = textOf(alert, name);
        least = least.isEmpty() || (!value.isEmpty() && value < least) ? value : least;
    }
    return least;
}

QString mostOf(const QList<QJsonObject> &alerts, const char *name)
{
    QString most;
    for (const QJsonObject &alert : alerts)
        most = std::max(most, textOf(alert, name));
    return most;
}

QJsonObject fileDetails(const QJsonValue &item)
{
    return {{QStringLiteral("fileName"), item[QStringLiteral("fileName")]},
            {QStringLiteral("filePath"), item[QStringLiteral("filePath")]},
            {QStringLiteral("sha1"), item[QStringLiteral("sha1")]},
            {QStringLiteral("sha256"), item[QStringLiteral("sha256")]}};
}

QJsonObject userAccount(const QJsonValue &item)
{
    return {{QStringLiteral("accountName"), item[QStringLiteral("accountName")]},
            {QStringLiteral("domainName"), item[QStringLiteral("domainName")]},
            {QStringLiteral("userSid"), item[QStringLiteral("userSid")]},
            {QStringLiteral("userPrincipalName"), item[QStringLiteral("userPrincipalName")]}};
}

/// One piece of evidence under Graph's type for it.
QJsonObject graphEvidence(const QJsonValue &item, const QString &machineId)
{
    const QString kind = item[QStringLiteral("entityType")].toString();
    QJsonObject evidence{{QStringLiteral("createdDateTime"), item[QStringLiteral("evidenceCreationTime")]},
                         {QStringLiteral("verdict"), QStringLiteral("suspicious")},
                         {QStringLiteral("remediationStatus"), QStringLiteral("none")}};
    const auto typed = [&](const char *type) {
        evidence.insert(QStringLiteral("@odata.type"),
                        QString(QStringLiteral("#microsoft.graph.security.") + QLatin1String(type)));
    };
    if (kind == QLatin1String("Process")) {
        typed("processEvidence");
        evidence.insert(QStringLiteral("processId"), item[QStringLiteral("processId")]);
        evidence.insert(QStringLiteral("processCommandLine"), item[QStringLiteral("processCommandLine")]);
        evidence.insert(QStringLiteral("processCreationDateTime"), item[QStringLiteral("processCreationTime")]);
        evidence.insert(QStringLiteral("imageFile"), fileDetails(item));
        evidence.insert(QStringLiteral("mdeDeviceId"), machineId);
    } else if (kind == QLatin1String("File")) {
        typed("fileEvidence");
        evidence.insert(QStringLiteral("fileDetails"), fileDetails(item));
        evidence.insert(QStringLiteral("mdeDeviceId"), machineId);
    } else if (kind == QLatin1String("Ip")) {
        typed("ipEvidence");
        evidence.insert(QStringLiteral("ipAddress"), item[QStringLiteral("ipAddress")]);
    } else if (kind == QLatin1String("Url")) {
        typed("urlEvidence");
        evidence.insert(QStringLiteral("url"), item[QStringLiteral("url")]);
    } else if (kind == QLatin1String("Registry")) {
        typed("registryKeyEvidence");
        evidence.insert(QStringLiteral("registryKey"), item[QStringLiteral("registryKey")]);
        evidence.insert(QStringLiteral("registryHive"), item[QStringLiteral("registryHive")]);
    } else {
        typed("userEvidence");
        evidence.insert(QStringLiteral("userAccount"), userAccount(item));
    }
    return evidence;
}

QJsonArray graphComments(const QJsonArray &comments)
{
    QJsonArray all;
    for (const QJsonValue &comment : comments)
        all.append(
            QJsonObject{{QStringLiteral("@odata.type"), QStringLiteral("#microsoft.graph.security.alertComment")},
                        {QStringLiteral("comment"), comment[QStringLiteral("comment")]},
                        {QStringLiteral("createdByDisplayName"), comment[QStringLiteral("createdBy")]},
                        {QStringLiteral("createdDateTime"), comment[QStringLiteral("createdTime")]}});
    return all;
}

QJsonObject graphAlert(const QJsonObject &alert, const QString &tenantId)
{
    const QString id = textOf(alert, "id");
    const QString incident = QString::number(alert.value(u"incidentId").toInteger());
    QJsonArray evidence{
        QJsonObject{{QStringLiteral("@odata.type"), QStringLiteral("#microsoft.graph.security.deviceEvidence")},
                    {QStringLiteral("createdDateTime"), alert.value(u"alertCreationTime")},
                    {QStringLiteral("mdeDeviceId"), alert.value(u"machineId")},
                    {QStringLiteral("deviceDnsName"), alert.value(u"computerDnsName")},
                    {QStringLiteral("rbacGroupName"), alert.value(u"rbacGroupName")}}};
    for (const QJsonValue &item : alert.value(u"evidence").toArray())
        evidence.append(graphEvidence(item, textOf(alert, "machineId")));
    const bool isAntivirus = textOf(alert, "detectionSource") == QLatin1String("WindowsDefenderAv");
    return {{QStringLiteral("id"), id},
            {QStringLiteral("providerAlertId"), id},
            {QStringLiteral("incidentId"), incident},
            {QStringLiteral("status"), camel(textOf(alert, "status"))},
            {QStringLiteral("severity"), camel(textOf(alert, "severity"))},
            {QStringLiteral("classification"), orNull(camel(textOf(alert, "classification")))},
            {QStringLiteral("determination"), orNull(camel(textOf(alert, "determination")))},
            {QStringLiteral("serviceSource"), QStringLiteral("microsoftDefenderForEndpoint")},
            {QStringLiteral("detectionSource"),
             isAntivirus ? QStringLiteral("antivirus") : QStringLiteral("microsoftDefenderForEndpoint")},
            {QStringLiteral("detectorId"), alert.value(u"detectorId")},
            {QStringLiteral("productName"), QStringLiteral("Microsoft Defender for Endpoint")},
            {QStringLiteral("tenantId"), tenantId},
            {QStringLiteral("title"), alert.value(u"title")},
            {QStringLiteral("description"), alert.value(u"description")},
            {QStringLiteral("category"), alert.value(u"category")},
            {QStringLiteral("assignedTo"), orNull(textOf(alert, "assignedTo"))},
            {QStringLiteral("alertWebUrl"), portalLink("alerts", id)},
            {QStringLiteral("incidentWebUrl"), portalLink("incidents", incident)},
            {QStringLiteral("threatDisplayName"), orNull(textOf(alert, "threatName"))},
            {QStringLiteral("threatFamilyName"), orNull(textOf(alert, "threatFamilyName"))},
            {QStringLiteral("mitreTechniques"), alert.value(u"mitreTechniques")},
            {QStringLiteral("createdDateTime"), alert.value(u"alertCreationTime")},
            {QStringLiteral("lastUpdateDateTime"), alert.value(u"lastUpdateTime")},
            {QStringLiteral("resolvedDateTime"), alert.value(u"resolvedTime")},
            {QStringLiteral("firstActivityDateTime"), alert.value(u"firstEventTime")},
            {QStringLiteral("lastActivityDateTime"), alert.value(u"lastEventTime")},
            {QStringLiteral("comments"), graphComments(alert.value(u"comments").toArray())},
            {QStringLiteral("evidence"), evidence}};
}

QJsonObject xdrAlert(const QJsonObject &alert)
{
    QJsonArray entities;
    for (const QJsonValue &item : alert.value(u"evidence").toArray())
        entities.append(item);
    return {{QStringLiteral("alertId"), alert.value(u"id")},
            {QStringLiteral("incidentId"), alert.value(u"incidentId")},
            {QStringLiteral("serviceSource"), QStringLiteral("MicrosoftDefenderForEndpoint")},
            {QStringLiteral("creationTime"), alert.value(u"alertCreationTime")},
            {QStringLiteral("lastUpdatedTime"), alert.value(u"lastUpdateTime")},
            {QStringLiteral("resolvedTime"), alert.value(u"resolvedTime")},
            {QStringLiteral("firstActivity"), alert.value(u"firstEventTime")},
            {QStringLiteral("lastActivity"), alert.value(u"lastEventTime")},
            {QStringLiteral("title"), alert.value(u"title")},
            {QStringLiteral("description"), alert.value(u"description")},
            {QStringLiteral("category"), alert.value(u"category")},
            {QStringLiteral("status"), alert.value(u"status")},
            {QStringLiteral("severity"), alert.value(u"severity")},
            {QStringLiteral("mitreTechniques"), alert.value(u"mitreTechniques")},
            {QStringLiteral("devices"),
             QJsonArray{QJsonObject{{QStringLiteral("mdatpDeviceId"), alert.value(u"machineId")},
                                    {QStringLiteral("deviceDnsName"), alert.value(u"computerDnsName")},
                                    {QStringLiteral("rbacGroupName"), alert.value(u"rbacGroupName")}}}},
            {QStringLiteral("entities"), entities}};
}

/// The title of the weightiest alert, and on how many devices.
QString nameOf(const QList<QJsonObject> &alerts)
{
    const auto worst = std::max_element(alerts.begin(), alerts.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return weightOf(textOf(a, "severity")) < weightOf(textOf(b, "severity"));
    });
    QStringList devices;
    for (const QJsonObject &alert : alerts)
        devices.append(textOf(alert, "machineId"));
    devices.removeDuplicates();
    const QString title = textOf(*worst, "title");
    return devices.size() == 1 ? QStringLiteral("%1 on one endpoint").arg(title)
                               : QStringLiteral("%1 on %2 endpoints").arg(title).arg(devices.size());
}

QString severityOf(const QList<QJsonObject> &alerts)
{
    QString worst;
    for (const QJsonObject &alert : alerts) {
        if (weightOf(textOf(alert, "severity")) >= weightOf(worst))
            worst = textOf(alert, "severity");
    }
    return worst;
}

QString statusOf(const QList<QJsonObject> &alerts)
{
    const bool isResolved = std::all_of(alerts.begin(), alerts.end(), [](const QJsonObject &alert) {
        return textOf(alert, "status") == QLatin1String("Resolved");
    });
    return isResolved ? QStringLiteral("resolved") : QStringLiteral("active");
}

} // namespace

QString camel(const QString &text) { return text.left(1).toLower() + text.mid(1); }

QString pascal(const QString &text) { return text.left(1).toUpper() + text.mid(1); }

IncidentBook::IncidentBook(const EntitySet &alerts, const Clock &clock, QString tenantId)
    : m_alerts(alerts)
    , m_clock(clock)
    , m_tenantId(std::move(tenantId))
{
}

quint64 IncidentBook::revision() const
{
    const std::lock_guard lock(m_mutex);
    return m_alerts.revision() + m_timesSaid; // both only grow
}

QList<QJsonObject> IncidentBook::alerts() const
{
    return m_alerts.objectsWhere(Expression{Operation::Constant, true}, kMostAlerts);
}

/// Alerts of one incident together, the incident that began last first.
QList<QList<QJsonObject>> IncidentBook::groups() const
{
    QMap<qint64, QList<QJsonObject>> byNumber;
    for (const QJsonObject &alert : alerts()) {
        if (const qint64 number = alert.value(u"incidentId").toInteger(); number > 0)
            byNumber[number].append(alert);
    }
    QList<QList<QJsonObject>> all = byNumber.values();
    std::stable_sort(all.begin(), all.end(), [](const QList<QJsonObject> &a, const QList<QJsonObject> &b) {
        return leastOf(a, "alertCreationTime") > leastOf(b, "alertCreationTime");
    });
    return all;
}

QJsonObject IncidentBook::saidOf(qint64 incident) const
{
    const std::lock_guard lock(m_mutex);
    return m_said.value(incident);
}

QJsonArray IncidentBook::graphAlerts() const
{
    QList<QJsonObject> newest = alerts();
    std::stable_sort(newest.begin(), newest.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return textOf(a, "alertCreationTime") > textOf(b, "alertCreationTime");
    });
    QJsonArray all;
    for (const QJsonObject &alert : newest)
        all.append(graphAlert(alert, m_tenantId));
    return all;
}

QJsonObject IncidentBook::graphIncident(const QList<QJsonObject> &alerts) const
{
    const qint64 number = alerts.first().value(u"incidentId").toInteger();
    QJsonArray inside;
    for (const QJsonObject &alert : alerts)
        inside.append(graphAlert(alert, m_tenantId));
    QJsonObject incident{{QStringLiteral("id"), QString::number(number)},
                         {QStringLiteral("displayName"), nameOf(alerts)},
                         {QStringLiteral("severity"), camel(severityOf(alerts))},
                         {QStringLiteral("status"), statusOf(alerts)},
                         {QStringLiteral("tenantId"), m_tenantId},
                         {QStringLiteral("createdDateTime"), leastOf(alerts, "alertCreationTime")},
                         {QStringLiteral("lastUpdateDateTime"), mostOf(alerts, "lastUpdateTime")},
                         {QStringLiteral("incidentWebUrl"), portalLink("incidents", QString::number(number))},
                         {QStringLiteral("customTags"), QJsonArray()},
                         {QStringLiteral("systemTags"), QJsonArray()},
                         {QStringLiteral("comments"), QJsonArray()},
                         {QStringLiteral("alerts"), inside}};
    const QJsonObject said = saidOf(number);
    addMembers(incident, said);
    return incident;
}

QJsonArray IncidentBook::graphIncidents() const
{
    QJsonArray all;
    for (const auto &group : groups())
        all.append(graphIncident(group));
    return all;
}

QJsonObject IncidentBook::xdrIncident(const QList<QJsonObject> &alerts) const
{
    const QJsonObject graph = graphIncident(alerts);
    QJsonArray inside;
    for (const QJsonObject &alert : alerts)
        inside.append(xdrAlert(alert));
    return {
        {QStringLiteral("incidentId"), alerts.first().value(u"incidentId")},
        {QStringLiteral("redirectIncidentId"), QJsonValue()},
        {QStringLiteral("incidentName"), graph.value(u"displayName")},
        {QStringLiteral("createdTime"), graph.value(u"createdDateTime")},
        {QStringLiteral("lastUpdateTime"), graph.value(u"lastUpdateDateTime")},
        {QStringLiteral("assignedTo"), graph.value(u"assignedTo")},
        {QStringLiteral("classification"), pascal(graph.value(u"classification").toString(QStringLiteral("unknown")))},
        {QStringLiteral("determination"),
         pascal(graph.value(u"determination").toString(QStringLiteral("notAvailable")))},
        {QStringLiteral("status"), pascal(graph.value(u"status").toString())},
        {QStringLiteral("severity"), pascal(graph.value(u"severity").toString())},
        {QStringLiteral("tags"), graph.value(u"customTags")},
        {QStringLiteral("comments"), graph.value(u"comments")},
        {QStringLiteral("alerts"), inside}};
}

QJsonArray IncidentBook::xdrIncidents() const
{
    QJsonArray all;
    for (const auto &group : groups())
        all.append(xdrIncident(group));
    return all;
}

bool IncidentBook::isKnown(const QString &id) const
{
    const auto all = groups();
    return std::any_of(all.begin(), all.end(), [&](const QList<QJsonObject> &group) {
        return QString::number(group.first().value(u"incidentId").toInteger()) == id;
    });
}

bool IncidentBook::update(const QString &id, const QJsonObject &body)
{
    if (!isKnown(id))
        return false;
    const std::lock_guard lock(m_mutex);
    ++m_timesSaid;
    QJsonObject &said = m_said[id.toLongLong()];
    addMembers(said, body);
    said.insert(QStringLiteral("lastUpdateDateTime"), isoFromTicks(m_clock.now()));
    return true;
}

bool IncidentBook::comment(const QString &id, const QString &text, const QString &user)
{
    if (!isKnown(id))
        return false;
    const std::lock_guard lock(m_mutex);
    ++m_timesSaid;
    QJsonObject &said = m_said[id.toLongLong()];
    QJsonArray comments = said.value(u"comments").toArray();
    comments.append(
        QJsonObject{{QStringLiteral("@odata.type"), QStringLiteral("#microsoft.graph.security.alertComment")},
                    {QStringLiteral("comment"), text},
                    {QStringLiteral("createdByDisplayName"), user},
                    {QStringLiteral("createdDateTime"), isoFromTicks(m_clock.now())}});
    said.insert(QStringLiteral("comments"), comments);
    said.insert(QStringLiteral("lastUpdateDateTime"), isoFromTicks(m_clock.now()));
    return true;
}

} // namespace watchdesk::lab
