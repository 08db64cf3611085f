// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/localengine.h"

#include "app/hunt/externalsources.h"
#include "app/hunt/relay.h"
#include "app/net/chain.h"
#include "app/store/store.h"

#include <QElapsedTimer>

namespace watchdesk::hunt {

namespace {

HuntResult resultOf(const store::HuntRows &rows, qint64 rowLimit, qint64 elapsedMs)
{
    HuntResult result{rows.table, HuntResult::Completeness::Complete, {}, elapsedMs};
    result.firstRowMs = rows.firstRowMs;
    result.results = rows.results;
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

LocalEngine::LocalEngine(std::shared_ptr<store::Store> store, Clock clock, const net::NetworkSettings &network)
    : m_store(std::move(store))
    , m_clock(clock)
    , m_external(std::make_unique<ExternalSources>(network))
{
}

LocalEngine::~LocalEngine() = default;

FutureResult<HuntResult> LocalEngine::run(const QString &query, const HuntOptions &options)
{
    if (options.span > 0)
        return refusedSpan();
    store::HuntRequest request{
        query, options.now > 0 ? options.now : m_clock.now(), options.rowLimit, {}, options.table, options.rows};
    if (options.external.isEmpty())
        return runWith(request);
    const QStringList addresses = kql::analyze(query, m_store->schema()).external;
    return net::Chain<kql::ExternalData, HuntResult>::begin(
        m_external->read(addresses, options.external), m_external.get(),
        [this, request](const Result<kql::ExternalData> &data) mutable -> FutureResult<HuntResult> {
            if (!data)
                return readyFuture<HuntResult>(failure(data.error()));
            request.external = *data;
            return runWith(request);
        });
}

FutureResult<HuntResult> LocalEngine::runWith(const store::HuntRequest &request)
{
    QElapsedTimer timer;
    timer.start();
    return relay<HuntResult>(m_store->huntRowsLater(request),
                             [timer, limit = request.rowLimit](const store::HuntRows &rows) {
                                 return resultOf(rows, limit, timer.elapsed());
                             });
}

} // namespace watchdesk::hunt
