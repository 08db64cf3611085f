// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hunt/engine.h"

#include <memory>

namespace watchdesk::defender {
struct Connection;
}

namespace watchdesk::hunt {

/// Hunts in a Kusto cluster (Azure Data Explorer and whatever else speaks its REST API), for those whose data one
/// computer does not hold. The cluster says when its caps cut a result: 500,000 rows, 64 MB.
///
/// Signs in as the tenant's connection does, with the cluster as the audience.
class KustoEngine final : public Engine
{
public:
    explicit KustoEngine(const defender::Connection &connection);
    ~KustoEngine() override;

    QString name() const override { return QStringLiteral("kusto"); }
    FutureResult<HuntResult> run(const QString &query, const HuntOptions &options) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace watchdesk::hunt
