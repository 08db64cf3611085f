// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the tenant does when it is told to.

#include "app/lab/requestbody.h"
#include "app/lab/tenant.h"

#include <QHash>
#include <QJsonDocument>

namespace watchdesk::lab {

namespace {

/// Who did it, in records that name somebody.
QString appName() { return QStringLiteral("Watchdesk lab app"); }

/// A checked body, or why there is none.
tl::expected<QJsonObject, ApiError> bodyOf(const defender::ResourceAction &action, const Call &call)
{
    if (action.body.isEmpty() || action.isForm)
        return QJsonObject();
    auto body = jsonBody(call.request);
    if (!body)
        return body;
    static const QStringList also{QStringLiteral("externalID"), QStringLiteral("rbacGroupIds")};
    if (const auto checked = checkBody(*body, action.body, also); !checked)
        return tl::unexpected<ApiError>(checked.error());
    for (const defender::BodyField &field : action.body) {
        const qsizetype size = body->value(field.name).toArray().size();
        if (field.most > 0 && size > field.most)
            return tl::unexpected<ApiError>(
                ApiError{ApiCode::MaximumBatchSizeExceeded,
                         QStringLiteral("The batch size is %1, the maximum is %2.").arg(size).arg(field.most)});
    }
    return body;
}

HttpReply empty(int status)
{
    HttpReply reply;
    reply.status = status;
    return reply;
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    for (const QJsonValue &value : array.toArray())
        texts.append(value.toString());
    return texts;
}

/// A body in Graph's spelling of enums as the Defender API spells them.
QJsonObject pascalBody(const QJsonObject &body)
{
    QJsonObject changed = body;
    for (const char *name : {"status", "classification", "determination"}) {
        const QString key = QString::fromLatin1(name);
        if (body.contains(key))
            changed.insert(key, pascal(body.value(key).toString()));
    }
    return changed;
}

} // namespace

HttpReply Tenant::perform(const Resource &resource, const Action &action, const Call &call)
{
    const auto body = bodyOf(action, call);
    if (!body)
        return errorReply(body.error());
    if (action.name == QLatin1String("runQuery"))
        return m_hunting.run(*body, Hunting::Dialect::Defender);
    if (action.name == QLatin1String("runXdrQuery"))
        return m_hunting.run(*body, Hunting::Dialect::Xdr);
    if (action.name == QLatin1String("runGraphQuery"))
        return m_hunting.run(*body, Hunting::Dialect::Graph);
    const bool isDeviceAction = action.observed == Action::Observed::MachineAction;
    if (resource.name == QLatin1String("machines") && isDeviceAction)
        return startAction(action, call, *body);
    static const QHash<QString, Act> acts{
        {QStringLiteral("updateAlert"), &Tenant::editAlert},
        {QStringLiteral("updateAlerts"), &Tenant::editAlerts},
        {QStringLiteral("createAlertByReference"), &Tenant::createAlert},
        {QStringLiteral("submitIndicator"), &Tenant::submitIndicator},
        {QStringLiteral("importIndicators"), &Tenant::importIndicators},
        {QStringLiteral("deleteIndicator"), &Tenant::deleteIndicator},
        {QStringLiteral("deleteIndicators"), &Tenant::deleteIndicators},
        {QStringLiteral("updateMachine"), &Tenant::updateMachine},
        {QStringLiteral("tagMachine"), &Tenant::tagMachine},
        {QStringLiteral("tagMachines"), &Tenant::tagMachines},
        {QStringLiteral("setDeviceValue"), &Tenant::setDeviceValue},
        {QStringLiteral("startInvestigation"), &Tenant::startInvestigation},
        {QStringLiteral("cancelAction"), &Tenant::cancelAction},
        {QStringLiteral("uploadLibraryFile"), &Tenant::uploadFile},
        {QStringLiteral("deleteLibraryFile"), &Tenant::deleteFile},
        {QStringLiteral("createScan"), &Tenant::createScan},
        {QStringLiteral("updateScan"), &Tenant::updateScan},
        {QStringLiteral("deleteScans"), &Tenant::deleteScans},
        {QStringLiteral("updateIncident"), &Tenant::updateIncident},
        {QStringLiteral("commentIncident"), &Tenant::commentIncident},
        {QStringLiteral("updateGraphAlert"), &Tenant::updateGraphAlert},
        {QStringLiteral("commentGraphAlert"), &Tenant::commentGraphAlert},
        {QStringLiteral("updateXdrIncident"), &Tenant::updateXdrIncident},
    };
    const Act act = acts.value(action.name);
    Q_ASSERT(act != nullptr); // a test calls every action of the descriptors
    return (this->*act)(call, *body);
}

HttpReply Tenant::editAlert(const Call &call, const QJsonObject &body)
{
    const auto edited = m_alertEdits.edit(call.id, body, appName());
    return edited ? singleReply(set("alerts"), call.id, call, style()) : errorReply(edited.error());
}

HttpReply Tenant::editAlerts(const Call &, const QJsonObject &body)
{
    const QStringList ids = textsOf(body.value(u"alertIds"));
    for (const QString &id : ids) {
        if (!set("alerts").text(id))
            return notFoundReply(QStringLiteral("alerts"), id);
    }
    QJsonObject change = body;
    change.remove(QStringLiteral("alertIds"));
    for (const QString &id : ids) {
        if (const auto edited = m_alertEdits.edit(id, change, appName()); !edited)
            return errorReply(edited.error());
    }
    return empty(200);
}

HttpReply Tenant::createAlert(const Call &call, const QJsonObject &body)
{
    const auto raised = m_alertRaiser.raise(body);
    if (!raised)
        return errorReply(raised.error());
    if (raised->isNew)
        m_investigations.start(set("machines").object(body.value(u"machineId").toString()).value_or(QJsonObject()),
                               raised->id);
    return singleReply(set("alerts"), raised->id, call, style());
}

HttpReply Tenant::submitIndicator(const Call &call, const QJsonObject &body)
{
    m_indicators.expire();
    const auto id = m_indicators.submit(body);
    return id ? singleReply(set("indicators"), *id, call, style()) : errorReply(id.error());
}

HttpReply Tenant::importIndicators(const Call &call, const QJsonObject &body)
{
    m_indicators.expire();
    const Action *submit = defender::actionNamed(QStringLiteral("submitIndicator"));
    const QJsonArray results = m_indicators.importAll(body.value(u"Indicators").toArray(), submit->body);
    return jsonReply(
        {{QStringLiteral("@odata.context"),
          QString(style().baseUrl + call.prefix +
                  QStringLiteral("/$metadata#Collection(microsoft.windowsDefenderATP.api.ImportIndicatorResult)"))},
         {QStringLiteral("value"), results}});
}

HttpReply Tenant::deleteIndicator(const Call &call, const QJsonObject &)
{
    m_indicators.expire();
    const auto id = m_indicators.remove(call.id);
    return id ? empty(204) : errorReply(id.error());
}

HttpReply Tenant::deleteIndicators(const Call &, const QJsonObject &body)
{
    m_indicators.expire();
    const QStringList ids = textsOf(body.value(u"IndicatorIds"));
    if (ids.isEmpty())
        return errorReply(ApiCode::MissingRequiredParameter, QStringLiteral("The list of ids is empty."));
    const auto removed = m_indicators.removeAll(ids);
    return removed ? empty(204) : errorReply(removed.error());
}

HttpReply Tenant::editedMachine(const MachineEdits::Outcome &outcome, const Call &call)
{
    return outcome ? singleReply(set("machines"), *outcome, call, style()) : errorReply(outcome.error());
}

HttpReply Tenant::updateMachine(const Call &call, const QJsonObject &body)
{
    return editedMachine(m_machineEdits.update(machineKey(call.id), body), call);
}

HttpReply Tenant::tagMachine(const Call &call, const QJsonObject &body)
{
    return editedMachine(m_machineEdits.tag(machineKey(call.id), body), call);
}

HttpReply Tenant::tagMachines(const Call &call, const QJsonObject &body)
{
    QJsonArray changed;
    for (const QString &id : textsOf(body.value(u"MachineIds"))) {
        const auto outcome = m_machineEdits.tag(id, body);
        if (!outcome)
            return errorReply(outcome.error());
        changed.append(set("machines").object(*outcome).value_or(QJsonObject()));
    }
    return jsonReply({{QStringLiteral("@odata.context"),
                       QString(style().baseUrl + call.prefix + QStringLiteral("/$metadata#Machines"))},
                      {QStringLiteral("value"), changed}});
}

HttpReply Tenant::setDeviceValue(const Call &call, const QJsonObject &body)
{
    return editedMachine(m_machineEdits.setValue(machineKey(call.id), body), call);
}

HttpReply Tenant::startInvestigation(const Call &call, const QJsonObject &)
{
    const auto machine = set("machines").object(machineKey(call.id));
    if (!machine)
        return notFoundReply(QStringLiteral("machines"), call.id);
    const QString platform = machine->value(u"osPlatform").toString();
    if (!platform.startsWith(QLatin1String("Windows")) || platform == QLatin1String("WindowsServer2016"))
        return errorReply(ApiCode::OsPlatformNotSupported,
                          QStringLiteral("Automated investigation is not supported on %1.").arg(platform));
    return singleReply(set("investigations"), m_investigations.start(*machine, {}), call, style());
}

HttpReply Tenant::startAction(const Action &action, const Call &call, const QJsonObject &body)
{
    const auto id = m_actions.start(action.name, machineKey(call.id), body, appName());
    // The offboarding page alone states 200.
    const int status = action.name == QLatin1String("offboard") ? 200 : 201;
    return id ? singleReply(set("machineactions"), *id, call, style(), status) : errorReply(id.error());
}

HttpReply Tenant::cancelAction(const Call &call, const QJsonObject &body)
{
    const auto id = m_actions.cancel(call.id, body.value(u"Comment").toString(), appName());
    return id ? singleReply(set("machineactions"), *id, call, style()) : errorReply(id.error());
}

HttpReply Tenant::uploadFile(const Call &call, const QJsonObject &)
{
    const auto name = m_library.upload(call.request, appName());
    return name ? singleReply(set("library"), *name, call, style()) : errorReply(name.error());
}

HttpReply Tenant::deleteFile(const Call &call, const QJsonObject &)
{
    const auto name = m_library.remove(call.id);
    return name ? empty(204) : errorReply(name.error());
}

HttpReply Tenant::createScan(const Call &call, const QJsonObject &body)
{
    const auto id = m_scans.create(body, appName());
    return id ? singleReply(set("scan-definitions"), *id, call, style()) : errorReply(id.error());
}

HttpReply Tenant::updateScan(const Call &call, const QJsonObject &body)
{
    const auto id = m_scans.update(call.id, body);
    return id ? singleReply(set("scan-definitions"), *id, call, style()) : errorReply(id.error());
}

HttpReply Tenant::deleteScans(const Call &, const QJsonObject &body)
{
    const auto removed = m_scans.removeAll(textsOf(body.value(u"ScanDefinitionIds")));
    return removed ? empty(200) : errorReply(removed.error());
}

HttpReply Tenant::updateIncident(const Call &call, const QJsonObject &body)
{
    if (!m_incidents.update(call.id, body))
        return notFoundReply(QStringLiteral("incidents"), call.id);
    return show(*defender::resourceNamed(QStringLiteral("incidents")), call);
}

HttpReply Tenant::commentIncident(const Call &call, const QJsonObject &body)
{
    if (!m_incidents.comment(call.id, body.value(u"comment").toString(), appName()))
        return notFoundReply(QStringLiteral("incidents"), call.id);
    return jsonReply({{QStringLiteral("value"), QJsonArray{body}}});
}

HttpReply Tenant::updateGraphAlert(const Call &call, const QJsonObject &body)
{
    if (const auto edited = m_alertEdits.edit(call.id, pascalBody(body), appName()); !edited)
        return errorReply(edited.error());
    return show(*defender::resourceNamed(QStringLiteral("graph-alerts")), call);
}

HttpReply Tenant::commentGraphAlert(const Call &call, const QJsonObject &body)
{
    const QJsonObject comment{{QStringLiteral("comment"), body.value(u"comment")}};
    if (const auto edited = m_alertEdits.edit(call.id, comment, appName()); !edited)
        return errorReply(edited.error());
    return jsonReply({{QStringLiteral("value"), QJsonArray{body}}});
}

HttpReply Tenant::updateXdrIncident(const Call &call, const QJsonObject &body)
{
    QJsonObject change;
    for (auto it = body.begin(); it != body.end(); ++it) {
        const bool isEnum = it.key() == u"status" || it.key() == u"classification" || it.key() == u"determination";
        const QString key = it.key() == u"tags" ? QStringLiteral("customTags") : it.key();
        if (it.key() != u"comment")
            change.insert(key, isEnum ? QJsonValue(camel(it.value().toString())) : it.value());
    }
    bool isKnown = m_incidents.update(call.id, change);
    if (isKnown && body.contains(u"comment"))
        isKnown = m_incidents.comment(call.id, body.value(u"comment").toString(), appName());
    if (!isKnown)
        return notFoundReply(QStringLiteral("xdr-incidents"), call.id);
    return show(*defender::resourceNamed(QStringLiteral("xdr-incidents")), call);
}

} // namespace watchdesk::lab
