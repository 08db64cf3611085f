// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/devicestate.h"

#include "app/base/jsontext.h"
#include "app/defender/resourcetable.h"
#include "app/response/lastcontact.h"
#include "app/store/store.h"

namespace watchdesk::response {

namespace {

constexpr int kMostActions = 50; ///< of one device; the newest

QString quoted(const QString &name) { return u'"' + name + u'"'; }

/// Rows of an entity table with the descriptor's types, in its columns' order.
Result<Table> readEntities(const store::Store &store, const QString &resourceName, const QString &rest,
                           const QVariantList &parameters)
{
    const TableSchema schema = defender::tableSchema(*defender::resourceNamed(resourceName));
    if (!store.schema().find(schema.name))
        return Table(schema.columns); // nothing was loaded yet
    QStringList columns;
    for (const ColumnSchema &column : schema.columns)
        columns.append(quoted(column.name));
    return store.read(QStringLiteral("SELECT %1 FROM %2 %3").arg(columns.join(u", "), quoted(schema.name), rest),
                      parameters, schema.columns);
}

QString text(const Table &table, const char *column) { return table.display(0, table.indexOf(QLatin1String(column))); }

QStringList texts(const QJsonValue &array)
{
    QStringList all;
    const QJsonArray values = array.toArray();
    for (const QJsonValue &value : values) {
        if (value.isString())
            all.append(value.toString());
    }
    return all;
}

void takeDevice(const Table &row, DeviceState &state)
{
    state.isKnown = true;
    state.id = text(row, "id");
    state.name = text(row, "computerDnsName");
    state.platform = text(row, "osPlatform");
    state.version = text(row, "version");
    state.health = text(row, "healthStatus");
    state.onboarding = text(row, "onboardingStatus");
    state.value = text(row, "deviceValue");
    state.risk = text(row, "riskScore");
    state.group = text(row, "rbacGroupName");
    state.address = text(row, "lastIpAddress");
    state.tags = texts(jsonFromText(row.column(QStringLiteral("machineTags")).text(0)));
    state.lastSeenSource = QStringLiteral("Devices");
    if (const Column &seen = row.column(QStringLiteral("lastSeen")); !seen.isNull(0))
        state.lastSeen = seen.integer(0);
}

QJsonObject recordOf(const Table &table, qsizetype row)
{
    QJsonObject record;
    for (qsizetype c = 0; c < table.columnCount(); ++c)
        record.insert(table.schema()[c].name, jsonFromCell(table, row, c));
    return record;
}

bool isIsolation(const MachineAction &action)
{
    return action.type == QStringLiteral("Isolate") || action.type == QStringLiteral("Unisolate");
}

void takeActions(const Table &actions, DeviceState &state)
{
    for (qsizetype row = 0; row < actions.rowCount(); ++row) {
        const auto action = machineActionFromJson(recordOf(actions, row));
        if (!action)
            continue;
        if (!action->isFinal())
            state.open.append(*action);
        else if (!state.last && action->succeeded() && isIsolation(*action))
            state.last = *action;
    }
}

void takeContact(const Table &row, DeviceState &state)
{
    if (row.column(0).integer(0) > state.lastSeen) {
        state.lastSeen = row.column(0).integer(0);
        state.lastSeenSource = row.display(0, 1);
    }
}

/// What the last heartbeat says: kind of device and who is logged on.
void takeHeartbeat(const Table &row, DeviceState &state)
{
    state.deviceType = row.display(0, 0);
    const QJsonArray users = jsonFromText(row.column(1).text(0)).toArray();
    for (const QJsonValue &user : users) {
        const QString name = user[QStringLiteral("UserName")].toString();
        if (!name.isEmpty() && !state.users.contains(name))
            state.users.append(name);
    }
}

} // namespace

bool DeviceState::isServer() const
{
    return platform.contains(QStringLiteral("Server"), Qt::CaseInsensitive) ||
           deviceType.compare(QStringLiteral("Server"), Qt::CaseInsensitive) == 0;
}

Result<DeviceState> readDeviceState(const store::Store &store, const QString &deviceId)
{
    DeviceState state;
    state.id = deviceId;
    const auto device = readEntities(store, QStringLiteral("machines"), QStringLiteral("WHERE \"id\" = ?"), {deviceId});
    if (!device)
        return failure(device.error());
    if (device->rowCount() > 0)
        takeDevice(*device, state);
    const auto actions =
        readEntities(store, QStringLiteral("machineactions"),
                     QStringLiteral("WHERE \"machineId\" = ? ORDER BY \"lastUpdateDateTimeUtc\" DESC NULLS LAST, "
                                    "\"creationDateTimeUtc\" DESC NULLS LAST LIMIT %1")
                         .arg(kMostActions),
                     {deviceId});
    if (!actions)
        return failure(actions.error());
    takeActions(*actions, state);
    const auto heartbeat = store.read(
        QStringLiteral("SELECT \"DeviceType\", \"LoggedOnUsers\" FROM \"DeviceInfo\" "
                       "WHERE \"DeviceId\" = ? ORDER BY \"Timestamp\" DESC LIMIT 1"),
        {deviceId},
        {{QStringLiteral("DeviceType"), ColumnType::String}, {QStringLiteral("LoggedOnUsers"), ColumnType::String}});
    if (!heartbeat)
        return failure(heartbeat.error());
    if (heartbeat->rowCount() > 0)
        takeHeartbeat(*heartbeat, state);
    const auto contact =
        store.read(lastContactSql(), {deviceId},
                   {{QStringLiteral("Seen"), ColumnType::DateTime}, {QStringLiteral("Source"), ColumnType::String}});
    if (!contact)
        return failure(contact.error());
    if (contact->rowCount() > 0)
        takeContact(*contact, state);
    return state;
}

Result<void> keepRecord(store::Store &store, const QString &resourceName, const QJsonObject &record)
{
    const defender::Resource &resource = *defender::resourceNamed(resourceName);
    QList<Error> bad;
    const Table table = defender::tableFromJson(resource, {record}, &bad);
    if (!bad.isEmpty())
        return failure(bad.first());
    if (const auto made = store.ensureTable(defender::tableSchema(resource), resource.key); !made)
        return made;
    const auto kept = store.upsert(resource.table, table, resource.key);
    return kept ? Result<void>() : failure(kept.error());
}

} // namespace watchdesk::response
