// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/engines.h"

#include "app/defender/client.h"
#include "app/defender/connection.h"
#include "app/hunt/kustoengine.h"
#include "app/hunt/localengine.h"
#include "app/hunt/slicing/slicedengine.h"
#include "app/hunt/tenantengine.h"
#include "app/hunt/unionengine.h"
#include "app/session/session.h"

#include <QCoreApplication>

namespace watchdesk::session {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::session", text); }

std::unique_ptr<hunt::Engine> local(const Session &session)
{
    return std::make_unique<hunt::LocalEngine>(session.store(), session.clock(), session.network());
}

std::unique_ptr<hunt::Engine> sliced(const Session &session, std::unique_ptr<hunt::Engine> engine,
                                     const QString &keepFolder)
{
    return std::make_unique<hunt::SlicedEngine>(std::move(engine), session.clock(), keepFolder);
}

std::unique_ptr<hunt::Engine> tenant(const Session &session, hunt::TenantEngine::Way way, const QString &keepFolder)
{
    return sliced(session, std::make_unique<hunt::TenantEngine>(*session.client(), way), keepFolder);
}

} // namespace

QList<EngineOffer> engineOffers(const Session &session)
{
    QList<EngineOffer> offers{{QStringLiteral("local"), tr("Held data")}};
    if (session.client()) {
        offers.append({QStringLiteral("graph"), tr("Tenant (Microsoft Graph)")});
        offers.append({QStringLiteral("both"), tr("Held data and tenant")});
        offers.append({QStringLiteral("defender"), tr("Tenant (Defender API)")});
    }
    if (session.connection() && !session.connection()->kustoUrl.isEmpty())
        offers.append({QStringLiteral("kusto"), tr("Kusto cluster")});
    return offers;
}

Result<std::unique_ptr<hunt::Engine>> makeEngine(const Session &session, const QString &name, const QString &keepFolder)
{
    using Way = hunt::TenantEngine::Way;
    QStringList names;
    for (const EngineOffer &offer : engineOffers(session))
        names.append(offer.name);
    if (!names.contains(name)) {
        const QString list = names.join(QStringLiteral(", "));
        return failure(Error::Kind::InvalidInput,
                       tr("There is no engine “%1” here: use %2. A tenant's need --lab, --profile or --url, "
                          "Kusto needs the address of a cluster.")
                           .arg(name, list));
    }
    if (name == QLatin1String("local"))
        return local(session);
    if (name == QLatin1String("graph"))
        return tenant(session, Way::Graph, keepFolder);
    if (name == QLatin1String("defender"))
        return tenant(session, Way::Defender, keepFolder);
    if (name == QLatin1String("kusto"))
        return sliced(session, std::make_unique<hunt::KustoEngine>(*session.connection()), keepFolder);
    return std::make_unique<hunt::UnionEngine>(local(session), tenant(session, Way::Graph, keepFolder));
}

} // namespace watchdesk::session
