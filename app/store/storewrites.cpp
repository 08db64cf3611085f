// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/rowwriter.h"
#include "app/store/store_p.h"
#include "app/store/storeerror.h"
#include "app/store/transaction.h"

#include "app/kql/emit/sqltext.h"
#include <QCoreApplication>

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace watchdesk::store {

namespace {

const TableName kStage{QStringLiteral("_stage"), true};

Result<void> makeStage(Connection &connection, const QString &table, const QString &columns)
{
    return connection.execute(QStringLiteral("CREATE OR REPLACE TEMP TABLE _stage AS SELECT %1 FROM main.%2 LIMIT 0")
                                  .arg(columns, kql::sqlName(table)));
}

/// Puts the rows into an empty temporary table with the target's columns.
Result<void> stage(Connection &connection, const TableSchema &target, const Table &rows, const QString &source)
{
    if (auto done = makeStage(connection, target.name, QStringLiteral("*")); !done)
        return done;
    return appendRows(connection, kStage, physicalColumns(target), rows, source);
}

Result<qint64> execute(Connection &connection, const QString &sql) { return connection.execute(sql, QVariantList()); }

/// Of the staged rows with equal keys only the first (min) or the last (max) stays.
Result<qint64> removeDuplicates(Connection &connection, const QStringList &keys, const QString &minOrMax)
{
    return execute(
        connection,
        QStringLiteral("DELETE FROM temp._stage WHERE rowid NOT IN (SELECT %1(rowid) FROM temp._stage GROUP BY %2)")
            .arg(minOrMax, keys.join(QStringLiteral(", "))));
}

QStringList quotedAll(const QStringList &names)
{
    QStringList all;
    for (const auto &name : names)
        all.append(kql::sqlName(name));
    return all;
}

/// "t.a IS NOT DISTINCT FROM s.a AND …", and the staged rows' range of Timestamp, which spares most of a big table.
QString matches(const QStringList &keys)
{
    QStringList conditions;
    for (const auto &key : keys)
        conditions.append(QStringLiteral("t.%1 IS NOT DISTINCT FROM s.%1").arg(key));
    return conditions.join(QStringLiteral(" AND "));
}

/// The staged range of Timestamp as a condition on the target, which spares most of a big table; "true" without one.
QString timeWindow(const Table &rows, const QStringList &keys)
{
    const int index = rows.indexOf(QStringLiteral("Timestamp"));
    if (index < 0 || !keys.contains(kql::sqlName(QStringLiteral("Timestamp"))) || rows.rowCount() == 0)
        return QStringLiteral("true");
    const Column &times = rows.column(index);
    qint64 first = kMaxTicks;
    qint64 last = 0;
    for (qsizetype row = 0; row < times.size(); ++row) {
        if (times.isNull(row))
            return QStringLiteral("true");
        first = std::min(first, times.integer(row));
        last = std::max(last, times.integer(row));
    }
    return QStringLiteral("Timestamp BETWEEN %1 AND %2").arg(first).arg(last);
}

/// No two rows have the same key, and none has none.
bool hasDistinctKeys(const Table &rows, const QString &key)
{
    const int index = rows.indexOf(key);
    if (index < 0 || rows.column(index).type() == ColumnType::Real)
        return false;
    const Column &keys = rows.column(index);
    std::unordered_set<std::string_view> texts;
    std::unordered_set<qint64> numbers;
    for (qsizetype row = 0; row < keys.size(); ++row) {
        if (keys.isNull(row))
            return false;
        if (!(isIntegral(keys.type()) ? numbers.insert(keys.integer(row)).second : texts.insert(keys.text(row)).second))
            return false;
    }
    return true;
}

/// The rows with these keys go, by the keys alone: the rows that come are written once.
Result<qint64> removeKeys(Connection &connection, const TableSchema &target, const Table &rows, const QString &key)
{
    const QString name = kql::sqlName(key);
    if (auto done = makeStage(connection, target.name, name); !done)
        return failure(done.error());
    const int index = rows.indexOf(key);
    Table keys({rows.schema()[index]});
    keys.column(0) = rows.column(index);
    const ColumnSchema column = target.columns[target.indexOf(key)];
    if (auto done = appendRows(connection, kStage, {column}, keys, {}); !done)
        return failure(done.error());
    return execute(connection, QStringLiteral("DELETE FROM main.%1 WHERE %2 IN (SELECT %2 FROM temp._stage)")
                                   .arg(kql::sqlName(target.name), name));
}

Result<qint64> putDistinct(Connection &connection, const TableSchema &target, const Table &rows, const QString &key)
{
    if (auto done = removeKeys(connection, target, rows, key); !done)
        return done;
    if (auto done = appendRows(connection, {target.name}, physicalColumns(target), rows, {}); !done)
        return failure(done.error());
    return rows.rowCount();
}

/// Of equal keys the last wins.
Result<qint64> putStaged(Connection &connection, const TableSchema &target, const Table &rows, const QString &key)
{
    const QString name = kql::sqlName(key);
    const QString table = kql::sqlName(target.name);
    if (auto done = stage(connection, target, rows, {}); !done)
        return failure(done.error());
    if (auto done = removeDuplicates(connection, {name}, QStringLiteral("max")); !done)
        return done;
    const QString old = QStringLiteral("DELETE FROM main.%1 WHERE %2 IN (SELECT %2 FROM temp._stage)");
    if (auto done = execute(connection, old.arg(table, name)); !done)
        return done;
    return execute(connection,
                   QStringLiteral("INSERT INTO main.%1 SELECT * FROM temp._stage ORDER BY rowid").arg(table));
}

Result<qint64> put(Connection &connection, const TableSchema &target, const Table &rows, const QString &key)
{
    return hasDistinctKeys(rows, key) ? putDistinct(connection, target, rows, key)
                                      : putStaged(connection, target, rows, key);
}

/// None of the rows is held. Each part goes as soon as DuckDB has it: both together are twice the memory.
Result<qint64> putNew(Connection &connection, const TableSchema &target, std::vector<Table> &parts)
{
    qint64 count = 0;
    for (Table &part : parts) {
        const Table rows = std::exchange(part, Table());
        if (auto done = appendRows(connection, {target.name}, physicalColumns(target), rows, {}); !done)
            return failure(done.error());
        count += rows.rowCount();
    }
    return count;
}

Table joined(std::vector<Table> parts)
{
    if (parts.empty())
        return {};
    Table all = std::move(parts.front());
    for (size_t i = 1; i < parts.size(); ++i)
        all.append(std::exchange(parts[i], Table()));
    return all;
}

Result<void> checkColumns(const TableSchema &table, const QStringList &columns)
{
    for (const auto &column : columns) {
        if (table.indexOf(column) < 0)
            return failure(Error::Kind::InvalidInput,
                           QCoreApplication::translate("watchdesk::store", "The table %1 has no column %2.")
                               .arg(table.name, column));
    }
    return {};
}

} // namespace

Result<TableSchema> Store::Private::keyedTable(const QString &table, const QString &key) const
{
    auto target = tableSchema(table);
    if (target) {
        if (auto fine = checkColumns(*target, {key}); !fine)
            return failure(fine.error());
    }
    return target;
}

Result<qint64> Store::write(const QString &sql, const QVariantList &parameters, const QStringList &tables)
{
    auto rows = d->inTransaction([&](Connection &connection) {
        for (const QString &table : tables)
            ++d->revisions[table];
        return connection.execute(sql, parameters);
    });
    if (rows && !tables.isEmpty())
        Q_EMIT changed(tables);
    return rows;
}

Result<qint64> Store::append(const QString &table, const Table &rows, const QString &source)
{
    const auto target = d->tableSchema(table);
    if (!target)
        return failure(target.error());
    auto appended = d->inTransaction([&](Connection &connection) -> Result<qint64> {
        ++d->revisions[table];
        if (auto done = appendRows(connection, {table}, physicalColumns(*target), rows, source); !done)
            return failure(done.error());
        return rows.rowCount();
    });
    if (appended && *appended > 0)
        Q_EMIT changed({table});
    return appended;
}

Result<qint64> Store::appendNew(const QString &table, const Table &rows, const QStringList &keys, const QString &source)
{
    const auto target = d->tableSchema(table);
    if (!target)
        return failure(target.error());
    if (auto fine = checkColumns(*target, keys); !fine)
        return failure(fine.error());
    const QStringList names = quotedAll(keys);
    auto appended = d->inTransaction([&](Connection &connection) -> Result<qint64> {
        ++d->revisions[table];
        if (auto done = stage(connection, *target, rows, source); !done)
            return failure(done.error());
        if (auto done = removeDuplicates(connection, names, QStringLiteral("min")); !done)
            return done;
        return execute(
            connection,
            QStringLiteral("INSERT INTO main.%1 SELECT s.* FROM temp._stage s WHERE NOT EXISTS (SELECT 1 FROM "
                           "(SELECT %2 FROM main.%1 WHERE %3) t WHERE %4) ORDER BY s.rowid")
                .arg(kql::sqlName(table), names.join(QStringLiteral(", ")), timeWindow(rows, names), matches(names)));
    });
    if (appended && *appended > 0)
        Q_EMIT changed({table});
    return appended;
}

quint64 Store::revision(const QString &table) const
{
    const QMutexLocker lock(&d->writeMutex);
    return d->revisions.value(table);
}

Result<qint64> Store::upsert(const QString &table, const Table &rows, const QString &key)
{
    const auto target = d->keyedTable(table, key);
    if (!target)
        return failure(target.error());
    auto changedRows = d->inTransaction([&](Connection &connection) {
        ++d->revisions[table];
        return put(connection, *target, rows, key);
    });
    if (changedRows && *changedRows > 0)
        Q_EMIT changed({table});
    return changedRows;
}

Result<qint64> Store::fill(const QString &table, std::vector<Table> parts, const QString &key, Filling &filling)
{
    const auto target = d->keyedTable(table, key);
    if (!target)
        return failure(target.error());
    auto changedRows = d->inTransaction([&](Connection &connection) {
        const bool isAlone = filling.revision == d->revisions.value(table);
        ++d->revisions[table];
        if (isAlone)
            filling.revision = d->revisions.value(table);
        return isAlone && filling.areNew ? putNew(connection, *target, parts)
                                         : put(connection, *target, joined(std::move(parts)), key);
    });
    if (changedRows && *changedRows > 0)
        Q_EMIT changed({table});
    return changedRows;
}

Result<qint64> Store::replace(const QString &table, const Table &rows, const QString &where,
                              const QVariantList &parameters, const QString &source)
{
    const auto target = d->tableSchema(table);
    if (!target)
        return failure(target.error());
    QString remove = QStringLiteral("DELETE FROM %1").arg(kql::sqlName(table));
    if (!where.isEmpty())
        remove += QStringLiteral(" WHERE ") + where;
    auto replaced = d->inTransaction([&](Connection &connection) -> Result<qint64> {
        ++d->revisions[table];
        if (auto done = connection.execute(remove, parameters); !done)
            return done;
        if (auto done = appendRows(connection, {table}, physicalColumns(*target), rows, source); !done)
            return failure(done.error());
        return rows.rowCount();
    });
    if (replaced)
        Q_EMIT changed({table});
    return replaced;
}

Result<void> Store::ensureTable(const TableSchema &schema, const QString &key)
{
    if (auto fine = checkColumns(schema, {key}); !fine)
        return fine;
    const QMutexLocker oneAtATime(&d->ensureMutex);
    Catalogue catalogue;
    {
        const QMutexLocker lock(&d->catalogueMutex);
        catalogue = d->catalogue;
    }
    bool isNew = false;
    auto done = d->inTransaction([&](Connection &connection) -> Result<qint64> {
        auto ensured = catalogue.ensure(connection, schema);
        if (!ensured)
            return failure(ensured.error());
        isNew = *ensured;
        return qint64(0);
    });
    if (!done)
        return failure(done.error());
    if (isNew) {
        const QMutexLocker lock(&d->catalogueMutex);
        d->catalogue = catalogue;
        d->kqlSchema = catalogue.schema();
    }
    return {};
}

} // namespace watchdesk::store
