// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/cachetrim.h"

#include "app/store/connection.h"
#include "app/store/database.h"
#include "app/store/query.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace watchdesk::store {

namespace {

constexpr qint64 kMebibyte = 1024 * 1024;
/// What may be held, and what is left when that was exceeded.
constexpr qint64 kMostHeld = 144 * kMebibyte;
constexpr qint64 kKept = 96 * kMebibyte;

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

void CacheTrim::run(Connection &connection)
{
    if (heldBytes(connection) <= kMostHeld || !m_reading.tryLockForWrite())
        return;
    setLimit(connection, kKept / kMebibyte);
    setLimit(connection, memoryLimitMebibytes());
    m_reading.unlock();
#ifdef __GLIBC__
    malloc_trim(0); // the pages of a list went through here, too
#endif
}

} // namespace watchdesk::store
