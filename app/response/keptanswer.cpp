// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/keptanswer.h"

#include "app/base/jsontext.h"
#include "app/defender/resource.h"
#include "app/defender/resourcetable.h"
#include "app/response/devicestate.h"
#include "app/store/store.h"

#include <QJsonArray>

namespace watchdesk::response {

namespace {

QString quoted(const QString &name) { return u'"' + name + u'"'; }

/// Whose records an action's answer holds.
const defender::Resource *resourceOf(const defender::ResourceAction &action)
{
    return action.name == u"startInvestigation" ? defender::resourceNamed(QStringLiteral("investigations"))
                                                : defender::resourceWith(action);
}

/// Properties that come only with $expand are empty in an answer; what is held of them is newer than nothing.
QJsonObject withHeldParts(const store::Store &store, const defender::Resource &resource, QJsonObject record)
{
    for (const QString &part : resource.expand) {
        if (!record.value(part).toArray().isEmpty() || !store.schema().find(resource.table))
            continue;
        const auto held = store.read(QStringLiteral("SELECT CAST(%1 AS VARCHAR) FROM %2 WHERE %3 = ?")
                                         .arg(quoted(part), quoted(resource.table), quoted(resource.key)),
                                     {record.value(resource.key).toString()});
        if (held && held->rowCount() > 0 && !held->column(0).isNull(0))
            record.insert(part, jsonFromText(held->column(0).text(0)));
    }
    return record;
}

Result<void> forget(store::Store &store, const defender::Resource &resource, const QStringList &keys)
{
    if (!store.schema().find(resource.table))
        return {};
    for (const QString &key : keys) {
        const auto gone =
            store.write(QStringLiteral("DELETE FROM %1 WHERE %2 = ?").arg(quoted(resource.table), quoted(resource.key)),
                        {key}, {resource.table});
        if (!gone)
            return failure(gone.error());
    }
    return {};
}

QStringList deletedKeys(const defender::ResourceAction &action, const OperationRequest &request)
{
    if (action.method == u"DELETE")
        return {request.target};
    QStringList keys;
    for (const char *name : {"IndicatorIds", "ScanDefinitionIds"}) {
        for (const QJsonValue &key : request.body.value(QLatin1String(name)).toArray())
            keys.append(key.toString());
    }
    return keys;
}

} // namespace

Result<void> keepEntity(store::Store &store, const defender::Resource &resource, const QJsonObject &record)
{
    return keepRecord(store, resource.name, withHeldParts(store, resource, record));
}

Result<void> keepAnswer(store::Store &store, const OperationRequest &request, const QJsonObject &answer)
{
    const defender::ResourceAction *action = defender::actionNamed(request.action);
    const defender::Resource *resource = action ? resourceOf(*action) : nullptr;
    if (!resource || resource->table.isEmpty() || resource->key.isEmpty() || store.isReadOnly())
        return {};
    if (const QStringList keys = deletedKeys(*action, request); !keys.isEmpty())
        return forget(store, *resource, keys);
    QJsonArray records = answer.value(QStringLiteral("value")).toArray();
    if (answer.contains(resource->key))
        records = {answer};
    for (const QJsonValue &record : std::as_const(records)) {
        if (!record.toObject().contains(resource->key))
            continue; // an import answers with results, a comment with comments
        if (const auto kept = keepEntity(store, *resource, record.toObject()); !kept)
            return kept;
    }
    return {};
}

} // namespace watchdesk::response
