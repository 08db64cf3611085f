// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/hunt/engine.h"
#include "app/net/networksettings.h"

#include <memory>

namespace watchdesk::store {
class Store;
struct HuntRequest;
} // namespace watchdesk::store

namespace watchdesk::hunt {

class ExternalSources;

/// Hunts in the held data; needs no network unless externaldata may read some host. Says so when a table that the query
/// reads is truncated or partial.
class LocalEngine final : public Engine
{
public:
    /// `network` is how externaldata reaches the hosts that it may read from.
    LocalEngine(std::shared_ptr<store::Store> store, Clock clock, const net::NetworkSettings &network = {});
    ~LocalEngine() override;

    QString name() const override { return QStringLiteral("local"); }
    FutureResult<HuntResult> run(const QString &query, const HuntOptions &options) override;

private:
    FutureResult<HuntResult> runWith(const store::HuntRequest &request);

    std::shared_ptr<store::Store> m_store;
    Clock m_clock;
    std::unique_ptr<ExternalSources> m_external;
};

} // namespace watchdesk::hunt
