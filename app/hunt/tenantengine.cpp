// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/tenantengine.h"

#include "app/defender/client.h"
#include "app/hunt/relay.h"

#include <QElapsedTimer>

namespace watchdesk::hunt {

namespace {

HuntResult resultOf(const Table &table, qint64 serviceLimit, qint64 rowLimit, qint64 elapsedMs)
{
    const bool isFull = table.rowCount() >= serviceLimit;
    HuntResult result = limited(table, rowLimit, elapsedMs);
    if (isFull) {
        result.completeness = HuntResult::Completeness::Truncated;
        result.detail =
            QCoreApplication::translate("watchdesk::hunt", "There are more than %1 rows.").arg(serviceLimit);
        result.isCutByService = true;
    }
    return result;
}

} // namespace

TenantEngine::TenantEngine(defender::Client &client, Way way, qint64 serviceLimit)
    : m_client(client)
    , m_way(way)
    , m_serviceLimit(serviceLimit)
{
}

QString TenantEngine::name() const
{
    return m_way == Way::Graph ? QStringLiteral("graph") : QStringLiteral("defender");
}

FutureResult<HuntResult> TenantEngine::run(const QString &query, const HuntOptions &options)
{
    QElapsedTimer timer;
    timer.start();
    const auto answer = m_way == Way::Graph ? m_client.huntThroughGraph(query) : m_client.hunt(query);
    return relay<HuntResult>(answer, [timer, service = m_serviceLimit, limit = options.rowLimit](const Table &table) {
        return resultOf(table, service, limit, timer.elapsed());
    });
}

} // namespace watchdesk::hunt
