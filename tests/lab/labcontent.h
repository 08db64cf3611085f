// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/defender/resourcetable.h"
#include "app/lab/scenario/content.h"
#include "app/store/store.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace watchdesk::lab {

/// Where the clock of these tests' content starts.
inline const Ticks kContentEnd = *ticksFromIso(u"2026-03-04T00:00:00Z");

inline Result<void> fillTable(store::Store &store, const QString &resourceName, const QJsonArray &records)
{
    const defender::Resource *resource = defender::resourceNamed(resourceName);
    QList<Error> bad;
    const Table rows = defender::tableFromJson(*resource, records, &bad);
    if (!bad.isEmpty())
        return failure(bad.first());
    if (const auto made = store.ensureTable(defender::tableSchema(*resource), resource->key); !made)
        return made;
    const auto appended = store.append(resource->table, rows, QStringLiteral("test"));
    return appended ? Result<void>() : failure(appended.error());
}

inline QJsonArray jsonArrayFile(const QString &name)
{
    QFile file(QStringLiteral(WATCHDESK_TEST_DATA "/cases/") + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
}

/// Writes a content store of a few rows: machines.json, alerts.json, and 20 process events, the first 40 days old.
inline Result<Content> smallContent(const QString &folder, const QJsonArray &machines)
{
    const Content content{
        folder + QStringLiteral("/content.duckdb"), {}, kContentEnd, QStringLiteral("Small"), QStringLiteral("small")};
    auto store = store::Store::open(content.storePath);
    if (!store)
        return failure(store.error());
    if (const auto filled = fillTable(**store, QStringLiteral("machines"), machines); !filled)
        return failure(filled.error());
    if (const auto filled = fillTable(**store, QStringLiteral("alerts"), jsonArrayFile(QStringLiteral("alerts.json")));
        !filled)
        return failure(filled.error());
    Table events({{QStringLiteral("Timestamp"), ColumnType::DateTime},
                  {QStringLiteral("DeviceName"), ColumnType::String},
                  {QStringLiteral("FileName"), ColumnType::String},
                  {QStringLiteral("ProcessId"), ColumnType::Long}});
    for (int i = 0; i < 20; ++i) {
        events.column(0).appendInteger(kContentEnd - (i == 0 ? 40 : 20 - i) * kTicksPerDay);
        events.column(1).appendText(QStringLiteral("srv01"));
        events.column(2).appendText(QStringLiteral("tool%1.exe").arg(i));
        events.column(3).appendInteger(i);
    }
    if (const auto rows = (*store)->append(QStringLiteral("DeviceProcessEvents"), events, QStringLiteral("test"));
        !rows)
        return failure(rows.error());
    return content;
}

} // namespace watchdesk::lab
