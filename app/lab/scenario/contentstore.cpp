// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/contentstore.h"

#include "app/defender/resource.h"
#include "app/defender/resourcetable.h"
#include "app/lab/detections/alerttables.h"
#include "app/store/store.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk::lab {

namespace {

constexpr std::array<const char *, 3> kEntities{"machines", "alerts", "indicators"};
constexpr std::array<const char *, 5> kSeverities{"None", "Informational", "Low", "Medium", "High"};

int rank(const QString &severity)
{
    const auto found = std::find_if(kSeverities.begin(), kSeverities.end(),
                                    [&severity](const char *name) { return severity == QLatin1String(name); });
    return found == kSeverities.end() ? 0 : int(found - kSeverities.begin());
}

Result<QHash<QString, QString>> machineGroups(const store::Store &store)
{
    const Result<Table> rows = store.read(QStringLiteral("SELECT id, rbacGroupName FROM Devices"));
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<QString, QString> groups;
    for (qsizetype row = 0; row < rows->rowCount(); ++row)
        groups.insert(rows->column(0).string(row), rows->column(1).string(row));
    return groups;
}

/// A device is at the risk of its worst alert.
Result<void> writeRisk(store::Store &store, const QList<LabAlert> &alerts)
{
    QMap<QString, int> worst;
    for (const LabAlert &alert : alerts) {
        int &value = worst[alert.first().deviceId];
        value = std::max(value, rank(alert.detection.severity));
    }
    for (auto it = worst.begin(); it != worst.end(); ++it) {
        const Result<qint64> done = store.write(QStringLiteral("UPDATE Devices SET riskScore = ? WHERE id = ?"),
                                                {QLatin1String(kSeverities[size_t(it.value())]), it.key()});
        if (!done)
            return tl::unexpected(done.error());
    }
    return {};
}

} // namespace

ContentStore::ContentStore(std::shared_ptr<store::Store> store)
    : m_store(std::move(store))
{
}
ContentStore::~ContentStore() = default;

Result<std::unique_ptr<ContentStore>> ContentStore::create(const QString &path)
{
    Result<std::shared_ptr<store::Store>> store = store::Store::open(path);
    if (!store)
        return tl::unexpected(store.error());
    for (const char *name : kEntities) {
        const defender::Resource *resource = defender::resourceNamed(QLatin1String(name));
        if (!resource)
            return failure(
                Error::Kind::Internal,
                QCoreApplication::translate("Lab", "There is no descriptor of “%1”.").arg(QLatin1String(name)));
        if (const Result<void> made = (*store)->ensureTable(defender::tableSchema(*resource), resource->key); !made)
            return tl::unexpected(made.error());
    }
    return std::unique_ptr<ContentStore>(new ContentStore(std::move(*store)));
}

Result<void> ContentStore::append(const QString &table, const Table &rows)
{
    if (rows.rowCount() == 0)
        return {};
    const Result<qint64> done = m_store->append(table, rows, QStringLiteral("lab"));
    return done ? Result<void>() : tl::unexpected(done.error());
}

Result<TableSchema> ContentStore::entitySchema(const QString &table) const
{
    const kql::Schema schema = m_store->schema();
    const TableSchema *found = schema.find(table);
    if (!found)
        return failure(Error::Kind::Internal,
                       QCoreApplication::translate("Lab", "The store has no table %1.").arg(table));
    return *found;
}

Result<qint64> ContentStore::raiseAlerts(Ticks now)
{
    const Result<Detected> detected = detect(*m_store, now);
    if (!detected)
        return tl::unexpected(detected.error());
    if (!detected->failed.isEmpty())
        return tl::unexpected(detected->failed.first()); // a detection of ours that fails is a defect, not a result
    AlertContext context{now, {}};
    Result<QHash<QString, QString>> groups = machineGroups(*m_store);
    if (!groups)
        return tl::unexpected(groups.error());
    context.groups = std::move(*groups);
    const kql::Schema schema = m_store->schema();
    const auto columns = [&schema](const char *name) {
        const TableSchema *table = schema.find(QLatin1String(name));
        return table ? *table : TableSchema{QLatin1String(name), {}};
    };
    const std::array<std::pair<const char *, Table>, 3> tables{
        {{"AlertInfo", alertInfoRows(detected->alerts, columns("AlertInfo"))},
         {"AlertEvidence", alertEvidenceRows(detected->alerts, columns("AlertEvidence"))},
         {"Alerts", alertRows(detected->alerts, context, columns("Alerts"))}}};
    for (const auto &[name, rows] : tables) {
        if (const Result<void> done = append(QLatin1String(name), rows); !done)
            return tl::unexpected(done.error());
    }
    if (const Result<void> risk = writeRisk(*m_store, detected->alerts); !risk)
        return tl::unexpected(risk.error());
    return detected->alerts.size();
}

Result<void> ContentStore::close()
{
    const Result<qint64> done = m_store->write(QStringLiteral("CHECKPOINT"));
    m_store.reset();
    return done ? Result<void>() : tl::unexpected(done.error());
}

} // namespace watchdesk::lab
