// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/snapshots.h"

#include "app/store/store.h"

namespace watchdesk::session {

namespace {

constexpr Ticks kInterval = kTicksPerHour;

const QString kScores = QStringLiteral("ScoreSnapshots");
const QString kWeaknesses = QStringLiteral("VulnerabilitySnapshots");

Result<void> makeTables(store::Store &store)
{
    const auto column = [](const char *name, ColumnType type) { return ColumnSchema{QLatin1String(name), type}; };
    const ColumnSchema time = column("Timestamp", ColumnType::DateTime);
    if (auto made = store.ensureTable({kScores,
                                       {time, column("Score", ColumnType::String),
                                        column("GroupName", ColumnType::String), column("Value", ColumnType::Real)}},
                                      time.name);
        !made)
        return made;
    return store.ensureTable({kWeaknesses,
                              {time, column("CveId", ColumnType::String), column("Severity", ColumnType::String),
                               column("CvssV3", ColumnType::Real), column("ExposedMachines", ColumnType::Long)}},
                             time.name);
}

bool isHeld(const store::Store &store, const char *table)
{
    return store.schema().find(QLatin1String(table)) != nullptr;
}

/// Rows of `now` that differ from the last ones of the same `keys`; a value that is gone is no row.
Result<qint64> keepChanged(store::Store &store, const QString &table, const QString &now, const QString &keys,
                           const QString &values, Ticks time)
{
    const QString latest =
        QStringLiteral("SELECT %1, arg_max(hash(%2), Timestamp) AS was, max(Timestamp) AS asOf FROM %3 "
                       "GROUP BY %1")
            .arg(keys, values, table);
    QStringList sameKeys;
    QStringList columns;
    for (const QString &key : keys.split(QStringLiteral(", "))) {
        sameKeys.append(QStringLiteral("l.%1 = n.%1").arg(key));
        columns.append(QStringLiteral("n.") + key);
    }
    for (const QString &value : values.split(QStringLiteral(", ")))
        columns.append(QStringLiteral("n.") + value);
    return store.write(
        QStringLiteral("INSERT INTO %1 (Timestamp, %2, %3) SELECT %4, %5 FROM (%6) n LEFT JOIN (%7) l ON %8 "
                       "WHERE l.asOf IS NULL OR (l.asOf <= %9 AND l.was <> hash(%3_OF_N))")
            .replace(QStringLiteral("%3_OF_N"),
                     QStringLiteral("n.") + values.split(QStringLiteral(", ")).join(QStringLiteral(", n.")))
            .arg(table, keys, values)
            .arg(time)
            .arg(columns.join(QStringLiteral(", ")), now, latest, sameKeys.join(QStringLiteral(" AND ")))
            .arg(time - kInterval),
        {}, {table});
}

} // namespace

Result<qint64> takeSnapshots(store::Store &store, Ticks now)
{
    if (auto made = makeTables(store); !made)
        return failure(made.error());
    QStringList scores;
    if (isHeld(store, "ExposureScore"))
        scores.append(QStringLiteral("SELECT 'exposure' AS Score, '' AS GroupName, score AS Value FROM ExposureScore"));
    if (isHeld(store, "SecureScore"))
        scores.append(QStringLiteral("SELECT 'secure', '', score FROM SecureScore"));
    if (isHeld(store, "ExposureScoreByGroup"))
        scores.append(QStringLiteral(
            "SELECT 'exposure', rbacGroupName, score FROM ExposureScoreByGroup WHERE rbacGroupName <> ''"));
    qint64 kept = 0;
    if (!scores.isEmpty()) {
        const auto rows = keepChanged(store, kScores, scores.join(QStringLiteral(" UNION ALL ")),
                                      QStringLiteral("Score, GroupName"), QStringLiteral("Value"), now);
        if (!rows)
            return rows;
        kept += *rows;
    }
    if (!isHeld(store, "Vulnerabilities"))
        return kept;
    const auto rows = keepChanged(
        store, kWeaknesses,
        QStringLiteral(
            "SELECT id AS CveId, severity AS Severity, cvssV3 AS CvssV3, exposedMachines AS ExposedMachines FROM Vulnerabilities"),
        QStringLiteral("CveId"), QStringLiteral("Severity, CvssV3, ExposedMachines"), now);
    return rows ? Result<qint64>(kept + *rows) : rows;
}

} // namespace watchdesk::session
