// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/cachetrim.h"

#include "app/base/memory.h"
#include "app/store/connection.h"
#include "app/store/database.h"
#include "app/store/query.h"

namespace watchdesk::store {

namespace {

constexpr qint64 kMebibyte = 1024 * 1024;
/// A page of a list: what was written is not read again soon, and the next is on its way.
constexpr qint64 kManyRows = 10'000;

/// In mebibytes: what may be held, and what is left when that was exceeded.
struct Bounds
{
    qint64 most, kept;
};

Bounds boundsAfter(qint64 rowsWritten) { return rowsWritten < kManyRows ? Bounds{144, 96} : Bounds{32, 24}; }

qint64 heldBytes(Connection &connection)
{
    const auto held = runQuery(
        connection,
        {QStringLiteral("SELECT CAST(sum(memory_usage_bytes) AS BIGINT) FROM duckdb_memory()"), QVariantList(), {}});
    return held && held->rowCount() == 1 && !held->column(0).isNull(0) ? held->column(0).integer(0) : 0;
}

void setLimit(Connection &connection, qint64 mebibytes)
{
    // Refused where not so much can be freed; what could be is.
    connection.execute(QStringLiteral("SET memory_limit = '%1MiB'").arg(mebibytes));
}

} // namespace

void CacheTrim::run(Connection &connection, qint64 rowsWritten)
{
    if (rowsWritten >= kManyRows)
        giveBackFreeMemory(); // the pages of a list went through here, too
    const Bounds bounds = boundsAfter(rowsWritten);
    if (heldBytes(connection) <= bounds.most * kMebibyte || !m_reading.tryLockForWrite())
        return;
    setLimit(connection, bounds.kept);
    setLimit(connection, memoryLimitMebibytes());
    m_reading.unlock();
}

} // namespace watchdesk::store
