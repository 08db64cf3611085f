// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hunt/engine.h"

namespace watchdesk::defender {
class Client;
}

namespace watchdesk::hunt {

/// Hunts at the service: its data of the last 30 days, its quotas, at most 100,000 rows. Two ways lead there: Microsoft
/// Graph (security/runHuntingQuery), the first choice, and the Defender API (advancedqueries/run), which is being
/// withdrawn.
///
/// The service says nothing when it cuts a result, so a full one counts as truncated. Nor does it say that a query asks
/// for more days than it holds: such a result is partial, and says where the older ones may be. The client outlives the
/// engine.
class TenantEngine final : public Engine
{
public:
    enum class Way { Graph, Defender };

    /// `serviceLimit` is where the service cuts a result without a word.
    TenantEngine(defender::Client &client, Way way, qint64 serviceLimit = 100'000);

    QString name() const override;
    FutureResult<HuntResult> run(const QString &query, const HuntOptions &options) override;

private:
    defender::Client &m_client;
    Way m_way;
    qint64 m_serviceLimit;
};

} // namespace watchdesk::hunt
