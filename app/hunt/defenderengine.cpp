// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/defenderengine.h"

#include "app/defender/client.h"
#include "app/hunt/relay.h"

#include <QElapsedTimer>

namespace watchdesk::hunt {

namespace {

/// Where the service cuts a result without a word.
constexpr qsizetype kServiceLimit = 100'000;

Table firstRows(const Table &table, qsizetype count)
{
    Table rows(table.schema());
    for (qsizetype column = 0; column < table.columnCount(); ++column) {
        for (qsizetype row = 0; row < count; ++row)
            rows.column(column).appendFrom(table.column(column), row);
    }
    return rows;
}

HuntResult resultOf(const Table &table, qint64 rowLimit, qint64 elapsedMs)
{
    HuntResult result{nullptr, HuntResult::Completeness::Complete, {}, elapsedMs};
    const bool isCut = rowLimit >= 0 && table.rowCount() > rowLimit;
    result.table = std::make_shared<const Table>(isCut ? firstRows(table, rowLimit) : table);
    if (isCut || table.rowCount() >= kServiceLimit) {
        result.completeness = HuntResult::Completeness::Truncated;
        result.detail = QCoreApplication::translate("watchdesk::hunt", "There are more than %1 rows.")
                            .arg(isCut ? rowLimit : qint64(kServiceLimit));
    }
    return result;
}

} // namespace

DefenderEngine::DefenderEngine(defender::Client &client)
    : m_client(client)
{
}

FutureResult<HuntResult> DefenderEngine::run(const QString &query, const HuntOptions &options)
{
    QElapsedTimer timer;
    timer.start();
    return relay<HuntResult>(m_client.hunt(query), [timer, limit = options.rowLimit](const Table &table) {
        return resultOf(table, limit, timer.elapsed());
    });
}

} // namespace watchdesk::hunt
