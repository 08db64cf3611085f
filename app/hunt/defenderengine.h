// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hunt/engine.h"

namespace watchdesk::defender {
class Client;
}

namespace watchdesk::hunt {

/// Hunts at the service (advancedqueries/run): its data, its quotas, at most 100,000 rows.
///
/// The service says nothing when it cuts a result, so a full one counts as truncated. The client outlives the engine.
class DefenderEngine final : public Engine
{
public:
    explicit DefenderEngine(defender::Client &client);

    QString name() const override { return QStringLiteral("defender"); }
    FutureResult<HuntResult> run(const QString &query, const HuntOptions &options) override;

private:
    defender::Client &m_client;
};

} // namespace watchdesk::hunt
