// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/foundation.h"

#include "app/base/logging.h"
#include "app/base/recentfolders.h"
#include "app/defender/resource.h"
#include "app/defender/resourcetable.h"
#include "app/net/signin/usersession.h"
#include "app/session/paths.h"
#include "app/session/profile.h"
#include "app/session/profileconnection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace watchdesk::session {

namespace {

constexpr int kKeptLabs = 8; ///< stores of labs that were opened last
const QString kMemory = QStringLiteral(":memory:");

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::session", text); }

QUrl orDefault(const QUrl &url, const QString &fallback) { return url.isEmpty() ? QUrl(fallback) : url; }

/// Views and queries name these tables from the first moment, before anything was loaded.
Result<void> makeEntityTables(store::Store &store)
{
    for (const defender::Resource &resource : defender::resources()) {
        if (!resource.isSynced)
            continue;
        if (auto made = store.ensureTable(defender::tableSchema(resource), resource.key); !made)
            return made;
    }
    return {};
}

Result<void> openStore(Foundation &foundation, const QString &path, bool readOnly)
{
    auto opened = store::Store::open(path, readOnly ? store::OpenMode::ReadOnly : store::OpenMode::ReadWrite);
    if (!opened)
        return failure(opened.error());
    foundation.store = std::move(*opened);
    foundation.store->moveToThread(QCoreApplication::instance()->thread());
    return readOnly ? Result<void>() : makeEntityTables(*foundation.store);
}

Result<void> openAudit(Foundation &foundation, const QString &path)
{
    foundation.auditPath = path;
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failure(Error::Kind::Storage, tr("The folder of %1 cannot be made.").arg(path));
    auto audit = response::Audit::open(path, foundation.connection.tenantId);
    if (!audit)
        return failure(audit.error());
    foundation.audit = std::move(*audit);
    return {};
}

/// A lab's store is kept between runs; a second program with the same lab has one of its own that is not kept.
Result<void> openLabStore(Foundation &foundation, const SessionOptions &options)
{
    if (!options.storePath.isEmpty())
        return openStore(foundation, options.storePath, options.readOnly);
    const QString root = cacheFolder() + QStringLiteral("/lab");
    const QString folder = root + u'/' + foundation.lab->contentKey();
    auto kept = openStore(foundation, folder + QStringLiteral("/held.duckdb"), false);
    if (kept) {
        markUsed(folder);
        keepRecentFolders(root, kKeptLabs);
        return kept;
    }
    qCInfo(lcStore, "%s", qPrintable(kept.error().message));
    return openStore(foundation, kMemory, false);
}

Result<void> layLab(Foundation &foundation, const SessionOptions &options)
{
    lab::LabOptions labOptions;
    labOptions.scenario = options.scenario;
    labOptions.devices = options.labDevices;
    labOptions.days = options.labDays;
    labOptions.seed = options.labSeed;
    auto started = lab::Lab::start(labOptions);
    if (!started)
        return failure(started.error());
    foundation.kind = Session::Kind::Lab;
    foundation.lab = std::move(*started);
    const lab::Lab &lab = *foundation.lab;
    foundation.title = lab.title();
    foundation.clock = lab.clock();
    foundation.connection = {lab.url(), lab.authority(), lab.tenantId(), lab.clientId(), lab.clientSecret()};
    foundation.connection.kustoUrl = lab.url();
    foundation.connection.kustoDatabase = lab.kustoDatabase();
    if (auto done = openLabStore(foundation, options); !done)
        return done;
    return openAudit(foundation, labAuditPath());
}

Result<void> layTenant(Foundation &foundation, const SessionOptions &options, const Profile &profile)
{
    foundation.kind = Session::Kind::Tenant;
    foundation.title = profile.name.isEmpty() ? profile.tenantId : profile.name;
    auto connection = connectionOf(profile, options.secret);
    if (!connection)
        return failure(connection.error());
    foundation.connection = std::move(*connection);
    if (foundation.connection.user)
        foundation.connection.user->moveToThread(QCoreApplication::instance()->thread());
    const QString folder = tenantFolder(foundation.title);
    const QString path = options.storePath.isEmpty() ? folder + QStringLiteral("/store.duckdb") : options.storePath;
    if (auto done = openStore(foundation, path, options.readOnly); !done)
        return done;
    return options.readOnly ? Result<void>() : openAudit(foundation, folder + QStringLiteral("/audit.jsonl"));
}

/// What the command line says goes before what the profile says.
Profile overridden(Profile profile, const SessionOptions &options)
{
    if (!options.kustoUrl.isEmpty())
        profile.kustoUrl = options.kustoUrl;
    if (!options.kustoDatabase.isEmpty())
        profile.kustoDatabase = options.kustoDatabase;
    if (!options.proxy.isEmpty())
        profile.proxy = options.proxy;
    if (!options.caFile.isEmpty())
        profile.caFile = options.caFile;
    return profile;
}

Profile unsavedProfile(const SessionOptions &options)
{
    Profile profile;
    profile.apiUrl = orDefault(options.apiUrl, QStringLiteral("https://api.security.microsoft.com"));
    profile.authority = orDefault(options.authority, QStringLiteral("https://login.microsoftonline.com"));
    profile.tenantId = options.tenantId;
    profile.clientId = options.clientId;
    return profile;
}

Result<void> layOffline(Foundation &foundation, const SessionOptions &options)
{
    const QString path = options.storePath.isEmpty() ? kMemory : options.storePath;
    foundation.title = QFileInfo(path).fileName();
    auto network = networkOf(overridden({}, options));
    if (!network)
        return failure(network.error());
    foundation.connection.network = std::move(*network);
    return openStore(foundation, path, options.readOnly);
}

Result<void> layAny(Foundation &foundation, const SessionOptions &options)
{
    if (options.lab)
        return layLab(foundation, options);
    if (!options.profile.isEmpty()) {
        const auto profile = loadProfile(options.profile);
        return profile ? layTenant(foundation, options, overridden(*profile, options)) : failure(profile.error());
    }
    if (!options.apiUrl.isEmpty() || !options.tenantId.isEmpty())
        return layTenant(foundation, options, overridden(unsavedProfile(options), options));
    return layOffline(foundation, options);
}

} // namespace

Result<std::shared_ptr<Foundation>> lay(const SessionOptions &options)
{
    auto foundation = std::make_shared<Foundation>();
    if (auto done = layAny(*foundation, options); !done)
        return failure(done.error());
    return foundation;
}

} // namespace watchdesk::session
