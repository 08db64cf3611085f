// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the tenant answers when it is read.

#include "app/lab/books/alertmatch.h"
#include "app/lab/requestbody.h"
#include "app/lab/tenant.h"

#include "app/base/ticks.h"
#include "app/defender/resourcetable.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace watchdesk::lab {

namespace {

constexpr int kPackageSeconds = 600;      ///< "short-lived" (get-package-sas-uri)
constexpr int kStepResultSeconds = 1'800; ///< get-live-response-result
constexpr qsizetype kRowsPerExportFile = 200'000;
constexpr Ticks kOldestChange = 14 * kTicksPerDay;  ///< sinceTime (get-assessment-software-vulnerabilities)
constexpr Ticks kOldestAddress = 30 * kTicksPerDay; ///< timestamp (find-machines-by-ip)

tl::unexpected<ApiError> refusal(ApiCode code, const QString &message)
{
    return tl::unexpected<ApiError>(ApiError{code, message});
}

tl::unexpected<ApiError> broken(const Error &error) { return refusal(ApiCode::InternalServerError, error.message); }

bool isHex(const QString &text, qsizetype length)
{
    static const QRegularExpression hex(QStringLiteral("^[0-9a-fA-F]+$"));
    return text.size() == length && hex.match(text).hasMatch();
}

QString queryValue(const Call &call, const QString &name)
{
    for (const auto &[key, value] : formPairs(call.request.query)) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

/// Rows of the estate as lines of JSON.
std::string jsonLines(const EntitySet &set, qint64 skip, qint64 rows)
{
    std::string lines;
    for (const std::string &text : set.page(nullptr, skip, rows, {}).texts)
        lines += text + '\n';
    return lines;
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    for (const QJsonValue &value : array.toArray())
        texts.append(value.toString());
    return texts;
}

using IncidentList = QJsonArray (IncidentBook::*)() const;

const QHash<QString, IncidentList> &incidentLists()
{
    static const QHash<QString, IncidentList> lists{
        {QStringLiteral("graph-alerts"), &IncidentBook::graphAlerts},
        {QStringLiteral("incidents"), &IncidentBook::graphIncidents},
        {QStringLiteral("xdr-incidents"), &IncidentBook::xdrIncidents},
    };
    return lists;
}

std::string asText(const Table &table)
{
    std::string text;
    for (qsizetype column = 0; column < table.columnCount(); ++column)
        text += (column > 0 ? "," : "") + table.schema()[column].name.toStdString();
    for (qsizetype row = 0; row < table.rowCount(); ++row) {
        text += '\n';
        for (qsizetype column = 0; column < table.columnCount(); ++column)
            text += (column > 0 ? "," : "") + table.display(row, column).replace(u',', u' ').toStdString();
    }
    return text + '\n';
}

} // namespace

HttpReply Tenant::read(const Resource &resource, const Call &call)
{
    const Found found = entities(resource, call);
    if (!found)
        return errorReply(found.error());
    return resource.kind == Resource::Kind::Single ? onlyReply(**found, call, style())
                                                   : listReply(**found, call, style());
}

HttpReply Tenant::count(const Resource &resource, const Call &call)
{
    // How many alerts a device has takes the filter of the alerts.
    const bool isAlertCount = resource.name == QLatin1String("machine-alert-count");
    const Resource &counted = isAlertCount ? *defender::resourceNamed(QStringLiteral("machine-alerts")) : resource;
    const Found found = entities(counted, call);
    return found ? countReply(**found, call) : errorReply(found.error());
}

HttpReply Tenant::show(const Resource &resource, const Call &call)
{
    if (resource.kind == Resource::Kind::Entity) {
        if (!isHex(call.id, 40) && !isHex(call.id, 64))
            return errorReply(ApiCode::InvalidHashValue, QStringLiteral("The hash is no SHA-1 or SHA-256."));
        const Found found = derived(resource, call);
        return found ? onlyReply(**found, call, style()) : errorReply(found.error());
    }
    const Found found = entities(resource, call);
    if (!found)
        return errorReply(found.error());
    const QString key = resource.name == QLatin1String("machines") ? machineKey(call.id) : call.id;
    return singleReply(**found, key, call, style());
}

Tenant::Found Tenant::entities(const Resource &resource, const Call &call)
{
    if (m_sets.find(resource.name) != m_sets.end())
        return held(resource.name);
    if (const auto wrong = wrongParent(resource, call))
        return tl::unexpected<ApiError>(*wrong);
    if (resource.parent == QLatin1String("alerts"))
        return ofAlert(resource, call);
    if (incidentLists().contains(resource.name))
        return ofIncidents(resource);
    const auto records = told(resource, call);
    if (!records)
        return tl::unexpected<ApiError>(records.error());
    if (!records->isEmpty() || !sqlAnswer(resource.name) || !sqlAnswer(resource.name)->gives.isEmpty())
        return madeFrom(resource, *records);
    return derived(resource, call);
}

Tenant::Found Tenant::held(const QString &name)
{
    refresh(name);
    return std::shared_ptr<const EntitySet>(m_sets.at(name).get(), [](const EntitySet *) {});
}

Tenant::Found Tenant::madeFrom(const Resource &resource, const QJsonArray &records) const
{
    QList<Error> bad;
    Table rows = defender::tableFromJson(resource, records, &bad);
    if (!bad.isEmpty())
        return broken(bad.first());
    return std::make_shared<const EntitySet>(resource, std::move(rows));
}

Tenant::Found Tenant::derived(const Resource &resource, const Call &call)
{
    const auto answer = sqlAnswer(resource.name);
    const bool isFixed = answer && answer->parameters.isEmpty();
    if (isFixed) {
        const std::lock_guard lock(m_derivedMutex);
        if (const auto known = m_derived.find(resource.name); known != m_derived.end())
            return known->second;
    }
    auto rows = m_estate.rows(resource, given(resource, call));
    if (!rows)
        return refusal(ApiCode::NotFound, QStringLiteral("There is no such path."));
    if (!*rows)
        return broken(rows->error());
    const auto made = std::make_shared<const EntitySet>(resource, std::move(**rows));
    if (isFixed) {
        const std::lock_guard lock(m_derivedMutex);
        m_derived.insert_or_assign(resource.name, made);
    }
    return made;
}

Estate::Given Tenant::given(const Resource &resource, const Call &call) const
{
    Estate::Given given{{QStringLiteral("id"), call.id}};
    qint64 hours = 720;
    for (const defender::ResourceParameter &parameter : resource.parameters) {
        const QString value = call.parameters.value(parameter.name, queryValue(call, parameter.name));
        if (parameter.name == QLatin1String("lookBackHours") && !value.isEmpty())
            hours = std::clamp<qint64>(value.toLongLong(), 1, parameter.most);
        given.insert(parameter.name, parameter.type == ColumnType::DateTime ? QVariant(ticksFromIso(value).value_or(0))
                                                                            : QVariant(value));
    }
    given.insert(QStringLiteral("since"), m_clock.now() - hours * kTicksPerHour);
    return given;
}

/// What the pages say of keys and parameters that are wrong: some are 400, some 404, and of some there is nothing.
std::optional<ApiError> Tenant::wrongParent(const Resource &resource, const Call &call)
{
    const QString &id = call.id;
    if (resource.parent == QLatin1String("machines") && !set("machines").text(machineKey(id)))
        return ApiError{ApiCode::ResourceNotFound, QStringLiteral("Machine %1 was not found").arg(id.left(100))};
    if (resource.parent == QLatin1String("files")) {
        const bool isStatistics = resource.name == QLatin1String("file-stats");
        if (!isHex(id, 40) && !(isStatistics && isHex(id, 64)))
            return ApiError{ApiCode::InvalidHashValue, QStringLiteral("The hash is no SHA-1.")};
    }
    if (resource.parent == QLatin1String("ips")) {
        if (const auto wrong = indicatorValueError(QStringLiteral("IpAddress"), id))
            return wrong;
    }
    for (const defender::ResourceParameter &parameter : resource.parameters) {
        const QString value = call.parameters.value(parameter.name, queryValue(call, parameter.name));
        if (parameter.place == defender::ResourceParameter::Place::Body)
            continue;
        if (parameter.required && value.isEmpty())
            return ApiError{ApiCode::MissingRequiredParameter,
                            QStringLiteral("The parameter '%1' is missing.").arg(parameter.name)};
        const auto time = ticksFromIso(value);
        const Ticks oldest = parameter.name == QLatin1String("sinceTime") ? kOldestChange : kOldestAddress;
        if (parameter.type == ColumnType::DateTime && (!time || *time < m_clock.now() - oldest))
            return ApiError{ApiCode::BadRequest,
                            QStringLiteral("The parameter '%1' is no time, or too long ago.").arg(parameter.name)};
        bool isNumber = true;
        const qint64 number = value.toLongLong(&isNumber);
        if (parameter.type == ColumnType::Long && !value.isEmpty() &&
            (!isNumber || number < 0 || (parameter.most > 0 && number > parameter.most)))
            return ApiError{ApiCode::InvalidInput,
                            QStringLiteral("The parameter '%1' is out of range.").arg(parameter.name)};
    }
    return std::nullopt;
}

Tenant::Found Tenant::ofAlert(const Resource &resource, const Call &call)
{
    const auto alert = set("alerts").object(call.id);
    if (!alert)
        return refusal(ApiCode::ResourceNotFound, QStringLiteral("Alert %1 was not found").arg(call.id.left(100)));
    const AlertEntities about = entitiesOf(*alert);
    if (resource.name == QLatin1String("alert-machine")) {
        const auto machine = set("machines").object(alert->value(u"machineId").toString());
        return madeFrom(resource, machine ? QJsonArray{*machine} : QJsonArray());
    }
    Call inner{call.request, call.prefix, {}, {}};
    if (resource.name == QLatin1String("alert-user")) {
        inner.id = about.users.value(0);
        return derived(resource, inner);
    }
    QJsonArray records;
    if (resource.name == QLatin1String("alert-domains")) {
        for (const QString &host : about.domains)
            records.append(QJsonObject{{QStringLiteral("host"), host}});
    } else if (resource.name == QLatin1String("alert-ips")) {
        for (const QString &ip : about.ips)
            records.append(QJsonObject{{QStringLiteral("id"), ip}});
    } else {
        const Resource &files = *defender::resourceNamed(QStringLiteral("files"));
        for (const QString &sha1 : about.sha1s) {
            inner.id = sha1;
            const Found file = derived(files, inner);
            if (file && (*file)->size() > 0)
                records.append((*file)->objectsWhere(Expression{Operation::Constant, true}, 1).first());
        }
    }
    return madeFrom(resource, records);
}

/// Kept from page to page: each is made of all alerts.
Tenant::Found Tenant::ofIncidents(const Resource &resource)
{
    refresh(QStringLiteral("alerts"));
    const std::lock_guard lock(m_incidentsMutex);
    const quint64 revision = m_incidents.revision();
    if (const auto known = m_ofIncidents.find(resource.name);
        known != m_ofIncidents.end() && known->second.revision == revision)
        return known->second.set;
    const Found made = madeFrom(resource, (m_incidents.*incidentLists().value(resource.name))());
    if (made)
        m_ofIncidents.insert_or_assign(resource.name, OfIncidents{revision, *made});
    return made;
}

/// The relations whose records are told of what the tenant holds.
tl::expected<QJsonArray, ApiError> Tenant::told(const Resource &resource, const Call &call)
{
    refresh(QStringLiteral("alerts"));
    if (resource.shape == QLatin1String("alerts"))
        return alertsAbout(set("alerts"), resource.name,
                           resource.parent == QLatin1String("machines") ? machineKey(call.id) : call.id);
    if (resource.shape == QLatin1String("machines"))
        return machinesBy(resource, call);
    if (!resource.isPost)
        return QJsonArray();
    const auto body = jsonBody(call.request);
    if (!body)
        return tl::unexpected<ApiError>(body.error());
    const QString name = resource.parameters.first().name;
    if (!body->value(name).isArray())
        return refusal(ApiCode::MissingRequiredParameter,
                       QStringLiteral("The required parameter '%1' is missing.").arg(name));
    const QStringList ids = textsOf(body->value(name));
    return resource.name == QLatin1String("scan-history") ? m_scans.history(ids) : m_scans.sessions(ids);
}

tl::expected<QJsonArray, ApiError> Tenant::machinesBy(const Resource &resource, const Call &call)
{
    QJsonArray machines;
    if (resource.name == QLatin1String("machines-by-tag")) {
        const QString tag = queryValue(call, QStringLiteral("tag"));
        const bool startsWith = queryValue(call, QStringLiteral("useStartsWithFilter")) == QLatin1String("true");
        for (const QJsonObject &machine :
             set("machines").objectsWhere(Expression{Operation::Constant, true}, 1'000'000)) {
            const QStringList tags = textsOf(machine.value(u"machineTags"));
            const bool matches = std::any_of(tags.begin(), tags.end(), [&](const QString &each) {
                return startsWith ? each.startsWith(tag, Qt::CaseInsensitive)
                                  : each.compare(tag, Qt::CaseInsensitive) == 0;
            });
            if (matches)
                machines.append(machine);
        }
        return machines;
    }
    const auto keys = m_estate.keys(sqlAnswer(resource.name).value_or(SqlAnswer()), given(resource, call));
    if (!keys)
        return broken(keys.error());
    for (const QString &key : *keys) {
        if (const auto machine = set("machines").object(key))
            machines.append(*machine);
    }
    return machines;
}

HttpReply Tenant::value(const Resource &resource, const Call &call)
{
    m_actions.settle();
    const auto action = set("machineactions").object(call.id);
    if (!action)
        return notFoundReply(QStringLiteral("machineactions"), call.id);
    const auto link = resource.name == QLatin1String("action-package")
                          ? packageLink(*action)
                          : stepLink(*action, call.parameters.value(QStringLiteral("index")));
    return link ? valueReply(*link, call, style()) : errorReply(link.error());
}

/// The link stands in quotes of its own within the JSON text, as the page shows it.
tl::expected<QString, ApiError> Tenant::packageLink(const QJsonObject &action)
{
    const bool isPackage = action.value(u"type") == QLatin1String("CollectInvestigationPackage");
    if (!isPackage || action.value(u"status") != QLatin1String("Succeeded"))
        return refusal(ApiCode::ResourceNotFound, QStringLiteral("The action has no package, or has not one yet."));
    const QString machineId = action.value(u"machineId").toString();
    const QString path = m_downloads.add(
        QStringLiteral("WDATP_Investigation_Package.zip"), "application/zip", kPackageSeconds, [this, machineId] {
            std::vector<std::pair<std::string, std::string>> files;
            for (const char *table :
                 {"DeviceProcessEvents", "DeviceNetworkEvents", "DeviceLogonEvents", "DeviceRegistryEvents"}) {
                const auto rows = m_store->read(
                    QStringLiteral("SELECT * FROM %1 WHERE DeviceId = ? ORDER BY Timestamp DESC LIMIT 500")
                        .arg(QLatin1String(table)),
                    {machineId});
                if (rows)
                    files.emplace_back(std::string(table) + ".csv", asText(*rows));
            }
            return zipped(files);
        });
    return QString(u'"' + style().baseUrl + path + u'"');
}

tl::expected<QString, ApiError> Tenant::stepLink(const QJsonObject &action, const QString &index)
{
    bool isNumber = false;
    const int number = index.toInt(&isNumber);
    const QJsonArray steps = action.value(u"commands").toArray();
    if (!isNumber || number < 0 || number >= steps.size())
        return refusal(ApiCode::ResourceNotFound, QStringLiteral("The action has no command %1.").arg(index.left(20)));
    const QJsonObject step = steps.at(number).toObject();
    const QJsonObject command = step.value(u"command").toObject();
    if (command.value(u"type") == QLatin1String("PutFile"))
        return refusal(ApiCode::BadRequest, QStringLiteral("PutFile has no result."));
    if (step.value(u"commandStatus") != QLatin1String("Completed"))
        return refusal(ApiCode::ResourceNotFound, QStringLiteral("The command has no result, or has not one yet."));
    const QString machineId = action.value(u"machineId").toString();
    const QString path =
        m_downloads.add(QStringLiteral("result.json"), "application/json", kStepResultSeconds,
                        [this, machineId, command] { return m_liveResponse.resultOf(machineId, command); });
    return QString(style().baseUrl + path);
}

HttpReply Tenant::exportFiles(const Resource &resource, const Call &call)
{
    const Found found = derived(resource, call);
    if (!found)
        return errorReply(found.error());
    QString hours = queryValue(call, QStringLiteral("sasValidHours"));
    if (hours.isEmpty())
        hours = queryValue(call, QStringLiteral("$sasValidHours"));
    bool isNumber = true;
    const int valid = hours.isEmpty() ? 1 : hours.toInt(&isNumber);
    if (!isNumber || valid < 1 || valid > resource.files.hours)
        return errorReply(ApiCode::InvalidInput,
                          QStringLiteral("sasValidHours must be between 1 and %1.").arg(resource.files.hours));
    QJsonArray links;
    const std::shared_ptr<const EntitySet> set = *found;
    for (qsizetype first = 0; first == 0 || first < set->size(); first += kRowsPerExportFile)
        links.append(QString(
            style().baseUrl +
            m_downloads.add(QStringLiteral("part-%1.json.gz").arg(first / kRowsPerExportFile, 5, 10, QLatin1Char('0')),
                            "application/gzip", valid * 3'600,
                            [set, first] { return gzipped(jsonLines(*set, first, kRowsPerExportFile)); })));
    return jsonReply({{QStringLiteral("@odata.context"),
                       QString(style().baseUrl + call.prefix +
                               QStringLiteral("/$metadata#microsoft.windowsDefenderATP.api.ExportFilesResponse"))},
                      {QStringLiteral("exportFiles"), links},
                      {QStringLiteral("generatedTime"), isoFromTicks(m_clock.now())}});
}

} // namespace watchdesk::lab
