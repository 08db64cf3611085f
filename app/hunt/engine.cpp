// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/engine.h"

#include <QCoreApplication>

namespace watchdesk::hunt {

FutureResult<HuntResult> refusedSpan()
{
    return readyFuture<HuntResult>(
        failure(Error::Kind::InvalidInput,
                QCoreApplication::translate("watchdesk::hunt", "Only Graph takes a time range beside the query.")));
}

Table firstRows(const Table &table, qsizetype count)
{
    Table rows(table.schema());
    rows.append(table, 0, count);
    return rows;
}

HuntResult limited(Table table, qint64 rowLimit, qint64 elapsedMs)
{
    HuntResult result;
    result.elapsedMs = elapsedMs;
    const bool isCut = rowLimit >= 0 && table.rowCount() > rowLimit;
    result.table = std::make_shared<const Table>(isCut ? firstRows(table, rowLimit) : std::move(table));
    if (isCut) {
        result.completeness = HuntResult::Completeness::Truncated;
        result.detail = QCoreApplication::translate("watchdesk::hunt", "There are more than %1 rows.").arg(rowLimit);
    }
    return result;
}

} // namespace watchdesk::hunt
