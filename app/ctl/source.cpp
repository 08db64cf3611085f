// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/source.h"

#include "app/ctl/console.h"
#include "app/ctl/waiting.h"

#include <QCoreApplication>

namespace watchdesk::ctl {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

Result<QUrl> urlOf(const Arguments &arguments, const QString &name)
{
    const QUrl url(arguments.value(name), QUrl::StrictMode);
    const bool isWeb = url.scheme() == QStringLiteral("https") || url.scheme() == QStringLiteral("http");
    if (arguments.has(name) && (!url.isValid() || !isWeb || url.host().isEmpty()))
        return failure(Error::Kind::InvalidInput, tr("--%1 takes a web address.").arg(name));
    return url;
}

QString progressText(const session::SyncProgress &progress)
{
    const QString text =
        tr("Loading %1 (%2 of %3)").arg(progress.table).arg(progress.tablesDone + 1).arg(progress.tableCount);
    return progress.remainingMs < 0 ? text : tr("%1, about %2 s left").arg(text).arg(progress.remainingMs / 1'000 + 1);
}

} // namespace

Result<session::SessionOptions> sourceOf(const Arguments &arguments)
{
    session::SessionOptions options;
    options.storePath = arguments.value(QStringLiteral("store"));
    options.readOnly = arguments.has(QStringLiteral("read-only"));
    options.offline = arguments.has(QStringLiteral("offline"));
    options.profile = arguments.value(QStringLiteral("profile"));
    options.lab = arguments.has(QStringLiteral("lab"));
    options.scenario = arguments.value(QStringLiteral("lab"));
    options.tenantId = arguments.value(QStringLiteral("tenant-id"));
    options.clientId = arguments.value(QStringLiteral("client-id"));
    options.secret = qEnvironmentVariable("WATCHDESK_CLIENT_SECRET");
    options.kustoDatabase = arguments.value(QStringLiteral("kusto-database"));
    options.caFile = arguments.value(QStringLiteral("ca"));
    const auto url = urlOf(arguments, QStringLiteral("url"));
    const auto authority = urlOf(arguments, QStringLiteral("authority"));
    const auto kusto = urlOf(arguments, QStringLiteral("kusto"));
    for (const auto *given : {&url, &authority, &kusto}) {
        if (!*given)
            return failure(given->error());
    }
    options.kustoUrl = *kusto;
    options.proxy = QUrl(arguments.value(QStringLiteral("proxy")), QUrl::StrictMode);
    options.apiUrl = *url;
    options.authority = *authority;
    const bool isTenant = arguments.has(QStringLiteral("url"));
    if (int(options.lab) + int(isTenant) + int(arguments.has(QStringLiteral("profile"))) > 1)
        return failure(Error::Kind::InvalidInput, tr("Only one of --lab, --profile and --url can be the source."));
    if (isTenant && (options.tenantId.isEmpty() || options.clientId.isEmpty()))
        return failure(Error::Kind::InvalidInput, tr("--url needs --tenant-id and --client-id."));
    if (!isTenant &&
        (!options.tenantId.isEmpty() || !options.clientId.isEmpty() || arguments.has(QStringLiteral("authority"))))
        return failure(Error::Kind::InvalidInput, tr("--tenant-id, --client-id and --authority belong to --url."));
    if (!options.lab && !isTenant && options.profile.isEmpty() && options.storePath.isEmpty())
        return failure(Error::Kind::InvalidInput,
                       tr("Say where the data comes from: --store, --profile, --url or --lab."));
    return options;
}

Result<std::shared_ptr<session::Session>> openSource(const Arguments &arguments)
{
    auto options = sourceOf(arguments);
    if (!options)
        return failure(options.error());
    return waitFor(session::Session::open(*options));
}

Result<session::SyncReport> syncNow(session::Session &session, const session::SyncScope &scope)
{
    if (!session.client())
        return session::SyncReport{};
    QString last;
    QObject context;
    QObject::connect(&session, &session::Session::syncProgress, &context,
                     [&last](const session::SyncProgress &progress) {
                         if (progress.table != last && outputIsTerminal())
                             say(progressText(progress));
                         last = progress.table;
                     });
    return waitFor(session.sync(scope));
}

Result<std::shared_ptr<session::Session>> openAndSync(const Arguments &arguments, const session::SyncScope &scope,
                                                      bool *isPartial)
{
    auto session = openSource(arguments);
    if (!session || (*session)->isOffline() || arguments.has(QStringLiteral("read-only")))
        return session;
    const auto report = syncNow(**session, scope);
    if (!report)
        return failure(report.error());
    // Nothing came in for want of a token or a right: that is the answer, not a partial one.
    if (report->rows == 0 && !report->errors.isEmpty() &&
        (report->errors.first().kind == Error::Kind::NotSignedIn ||
         report->errors.first().kind == Error::Kind::NotAllowed))
        return failure(report->errors.first());
    for (const auto &error : report->errors)
        sayError(error);
    *isPartial = *isPartial || !report->errors.isEmpty();
    return session;
}

} // namespace watchdesk::ctl
