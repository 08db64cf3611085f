// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/recordeddevices.h"

#include "app/base/jsontext.h"
#include "app/lab/scenario/contentstore.h"
#include "app/lab/scenario/tablebatch.h"
#include "app/store/store.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace watchdesk::lab {

namespace {

constexpr int kMostAddresses = 20;
constexpr int kMostUsers = 20;

struct Address
{
    QString ip;
    Ticks first = 0, last = 0;
};

struct RecordedDevice
{
    QString id, name;
    Ticks first = 0, last = 0;
    qint64 lastReport = 0;
    int osBuild = 0;
    QList<Address> addresses; ///< the last used first
    QJsonArray users;
};

const QStringList &eventTables()
{
    static const QStringList kTables{QStringLiteral("DeviceProcessEvents"),  QStringLiteral("DeviceNetworkEvents"),
                                     QStringLiteral("DeviceFileEvents"),     QStringLiteral("DeviceRegistryEvents"),
                                     QStringLiteral("DeviceLogonEvents"),    QStringLiteral("DeviceEvents"),
                                     QStringLiteral("DeviceImageLoadEvents")};
    return kTables;
}

Result<QList<RecordedDevice>> devicesOf(const store::Store &store)
{
    QStringList parts;
    for (const QString &table : eventTables())
        parts.append(QStringLiteral("SELECT DeviceId, DeviceName, Timestamp, ReportId FROM ") + table);
    const Result<Table> rows =
        store.read(QStringLiteral("SELECT DeviceId, arg_max(DeviceName, Timestamp), min(Timestamp)::BIGINT, "
                                  "max(Timestamp)::BIGINT, max(ReportId)::BIGINT FROM (") +
                   parts.join(QStringLiteral(" UNION ALL ")) +
                   QStringLiteral(") WHERE DeviceId <> '' GROUP BY DeviceId ORDER BY DeviceId"));
    if (!rows)
        return tl::unexpected(rows.error());
    QList<RecordedDevice> devices;
    for (qsizetype row = 0; row < rows->rowCount(); ++row) {
        RecordedDevice device;
        device.id = rows->column(0).string(row);
        device.name = rows->column(1).string(row);
        device.first = rows->column(2).integer(row);
        device.last = rows->column(3).integer(row);
        device.lastReport = rows->column(4).isNull(row) ? 0 : rows->column(4).integer(row);
        devices.append(device);
    }
    return devices;
}

using DeviceIndex = QHash<QString, RecordedDevice *>;

Result<void> addAddresses(const store::Store &store, const DeviceIndex &devices)
{
    const Result<Table> rows = store.read(QStringLiteral(
        "SELECT DeviceId, LocalIP, min(Timestamp)::BIGINT, max(Timestamp)::BIGINT FROM DeviceNetworkEvents "
        "WHERE LocalIP NOT IN ('', '0.0.0.0', '::', '::1') AND NOT starts_with(LocalIP, '127.') "
        "AND NOT regexp_matches(LocalIP, '^(22[4-9]|23[0-9]|255)\\.') AND NOT regexp_matches(lower(LocalIP), '^ff') "
        "AND NOT ends_with(LocalIP, '.255') GROUP BY ALL ORDER BY 4 DESC, 2"));
    if (!rows)
        return tl::unexpected(rows.error());
    for (qsizetype row = 0; row < rows->rowCount(); ++row) {
        RecordedDevice *device = devices.value(rows->column(0).string(row));
        if (device && device->addresses.size() < kMostAddresses)
            device->addresses.append(
                {rows->column(1).string(row), rows->column(2).integer(row), rows->column(3).integer(row)});
    }
    return {};
}

Result<void> addUsers(const store::Store &store, const DeviceIndex &devices)
{
    const Result<Table> rows = store.read(QStringLiteral(
        "SELECT DeviceId, lower(AccountDomain), AccountName, max(AccountSid), max(Timestamp)::BIGINT FROM ("
        "SELECT DeviceId, AccountDomain, AccountName, AccountSid, Timestamp FROM DeviceProcessEvents UNION ALL "
        "SELECT DeviceId, AccountDomain, AccountName, AccountSid, Timestamp FROM DeviceLogonEvents "
        "WHERE LogonType IN ('Interactive', 'RemoteInteractive', 'CachedInteractive', 'Unlock')) "
        "WHERE AccountName <> '' AND NOT ends_with(AccountName, '$') AND lower(AccountDomain) NOT IN ("
        "'nt authority', 'nt-autorität', 'window manager', 'font driver host', 'nt service', '') GROUP BY ALL ORDER BY 5 DESC, 3"));
    if (!rows)
        return tl::unexpected(rows.error());
    for (qsizetype row = 0; row < rows->rowCount(); ++row) {
        RecordedDevice *device = devices.value(rows->column(0).string(row));
        if (device && device->users.size() < kMostUsers)
            device->users.append(QJsonObject{{QStringLiteral("UserName"), rows->column(2).string(row)},
                                             {QStringLiteral("DomainName"), rows->column(1).string(row)},
                                             {QStringLiteral("Sid"), rows->column(3).string(row)}});
    }
    return {};
}

/// Programs that come with the system carry its build; the one seen most is the device's.
Result<void> addSystems(const store::Store &store, const DeviceIndex &devices)
{
    const Result<Table> rows = store.read(QStringLiteral(
        "SELECT DeviceId, TRY_CAST(split_part(split_part(ProcessVersionInfoProductVersion, ' ', 1), '.', 3) AS BIGINT) AS build, "
        "count(*) FROM DeviceProcessEvents WHERE starts_with(ProcessVersionInfoProductVersion, '10.0.') "
        "AND contains(ProcessVersionInfoProductName, 'Operating System') GROUP BY ALL HAVING build > 10000 ORDER BY 3"));
    if (!rows)
        return tl::unexpected(rows.error());
    for (qsizetype row = 0; row < rows->rowCount(); ++row) {
        if (RecordedDevice *device = devices.value(rows->column(0).string(row)))
            device->osBuild = int(rows->column(1).integer(row));
    }
    return {};
}

/// Builds that only one edition has; a 10.0.17763 may be Windows 10 or Server 2019, and is called by neither name.
QString platformOf(int build)
{
    if (build >= 22'000 && build != 25'398 && build != 26'100)
        return QStringLiteral("Windows11");
    if (build == 20'348)
        return QStringLiteral("WindowsServer2022");
    const bool isShared = build == 14'393 || build == 17'763 || build == 26'100;
    return build > 10'000 && !isShared ? QStringLiteral("Windows10") : QStringLiteral("Windows");
}

QString json(const QJsonValue &value) { return QString::fromUtf8(jsonToText(value)); }

void putEntity(TableBatch &batch, const RecordedDevice &device)
{
    QJsonArray addresses;
    for (const Address &address : device.addresses)
        addresses.append(QJsonObject{{QStringLiteral("ipAddress"), address.ip},
                                     {QStringLiteral("macAddress"), QJsonValue()},
                                     {QStringLiteral("type"), QStringLiteral("Ethernet")},
                                     {QStringLiteral("operationalStatus"), QStringLiteral("Up")}});
    batch.put("id", device.id);
    batch.put("computerDnsName", device.name);
    batch.put("firstSeen", device.first);
    batch.put("lastSeen", device.last);
    batch.put("osPlatform", platformOf(device.osBuild));
    if (device.osBuild > 0) {
        batch.put("osVersion", "10.0");
        batch.put("osBuild", device.osBuild);
    }
    batch.put("lastIpAddress", device.addresses.isEmpty() ? QString() : device.addresses.first().ip);
    batch.put("healthStatus", "Active");
    batch.put("onboardingStatus", "Onboarded");
    batch.put("deviceValue", "Normal");
    batch.put("riskScore", "None");
    batch.put("exposureLevel", "None");
    batch.put("rbacGroupName", "Recorded");
    batch.put("machineTags", "[]");
    batch.put("ipAddresses", json(addresses));
}

void putInfo(TableBatch &batch, const RecordedDevice &device)
{
    batch.put("Timestamp", device.last);
    batch.put("DeviceId", device.id);
    batch.put("DeviceName", device.name);
    batch.put("ReportId", device.lastReport + 1);
    batch.put("OSPlatform", platformOf(device.osBuild));
    if (device.osBuild > 0)
        batch.put("OSBuild", device.osBuild);
    batch.put("LoggedOnUsers", json(device.users));
    batch.put("OnboardingStatus", "Onboarded");
    batch.put("SensorHealthState", "Active");
    batch.put("DeviceCategory", "Endpoint");
    batch.put("MachineGroup", "Recorded");
}

void putNetwork(TableBatch &batch, const RecordedDevice &device, const Address &address, Ticks time, qint64 reportId)
{
    batch.put("Timestamp", time);
    batch.put("DeviceId", device.id);
    batch.put("DeviceName", device.name);
    batch.put("ReportId", reportId);
    batch.put("NetworkAdapterStatus", "Up");
    batch.put("OnboardingStatus", "Onboarded");
    batch.put("IPAddresses", json(QJsonArray{QJsonObject{{QStringLiteral("IPAddress"), address.ip}}}));
}

Result<void> writeAll(ContentStore &store, const QList<RecordedDevice> &devices, const QSet<QString> &known)
{
    const Result<TableSchema> entities = store.entitySchema(QStringLiteral("Devices"));
    const Result<TableSchema> info = store.entitySchema(QStringLiteral("DeviceInfo"));
    const Result<TableSchema> network = store.entitySchema(QStringLiteral("DeviceNetworkInfo"));
    if (!entities || !info || !network)
        return failure(!entities ? entities.error() : !info ? info.error() : network.error());
    TableBatch entityRows(*entities), infoRows(*info), networkRows(*network);
    for (const RecordedDevice &device : devices) {
        putEntity(entityRows, device);
        entityRows.endRow();
        if (!known.contains(device.id)) {
            putInfo(infoRows, device);
            infoRows.endRow();
        }
        qint64 reportId = device.lastReport + 1;
        for (const Address &address : device.addresses) {
            for (const Ticks time : {address.first, address.last}) {
                putNetwork(networkRows, device, address, time, ++reportId);
                networkRows.endRow();
            }
        }
    }
    for (TableBatch *batch : {&entityRows, &infoRows, &networkRows}) {
        if (const Result<void> done = store.append(batch->name(), batch->take()); !done)
            return done;
    }
    return {};
}

} // namespace

Result<void> writeRecordedDevices(ContentStore &store)
{
    Result<QList<RecordedDevice>> devices = devicesOf(*store.store());
    if (!devices)
        return tl::unexpected(devices.error());
    DeviceIndex index;
    for (RecordedDevice &device : *devices)
        index.insert(device.id, &device);
    for (const auto add : {addAddresses, addUsers, addSystems}) {
        if (const Result<void> done = add(*store.store(), index); !done)
            return done;
    }
    const Result<Table> rows = store.store()->read(QStringLiteral("SELECT DISTINCT DeviceId FROM DeviceInfo"));
    if (!rows)
        return tl::unexpected(rows.error());
    QSet<QString> known;
    for (qsizetype row = 0; row < rows->rowCount(); ++row)
        known.insert(rows->column(0).string(row));
    return writeAll(store, *devices, known);
}

} // namespace watchdesk::lab
