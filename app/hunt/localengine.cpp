// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/localengine.h"

#include "app/hunt/relay.h"
#include "app/store/store.h"

#include <QElapsedTimer>

namespace watchdesk::hunt {

namespace {

HuntResult resultOf(const store::HuntRows &rows, qint64 rowLimit, qint64 elapsedMs)
{
    HuntResult result{rows.table, HuntResult::Completeness::Complete, {}, elapsedMs};
    result.firstRowMs = rows.firstRowMs;
    if (!rows.incomplete.isEmpty()) {
        result.completeness = HuntResult::Completeness::Partial;
        result.detail = QCoreApplication::translate("watchdesk::hunt", "Not held completely: %1")
                            .arg(rows.incomplete.join(QStringLiteral(", ")));
    } else if (rows.hasMore) {
        result.completeness = HuntResult::Completeness::Truncated;
        result.detail = QCoreApplication::translate("watchdesk::hunt", "There are more than %1 rows.").arg(rowLimit);
    }
    return result;
}

} // namespace

LocalEngine::LocalEngine(std::shared_ptr<store::Store> store, Clock clock)
    : m_store(std::move(store))
    , m_clock(clock)
{
}

FutureResult<HuntResult> LocalEngine::run(const QString &query, const HuntOptions &options)
{
    QElapsedTimer timer;
    timer.start();
    const Ticks now = options.now > 0 ? options.now : m_clock.now();
    return relay<HuntResult>(m_store->huntRowsLater(query, now, options.rowLimit),
                             [timer, limit = options.rowLimit](const store::HuntRows &rows) {
                                 return resultOf(rows, limit, timer.elapsed());
                             });
}

} // namespace watchdesk::hunt
