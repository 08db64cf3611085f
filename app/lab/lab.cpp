// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/lab.h"

#include "app/base/logging.h"
#include "app/lab/httpserver.h"
#include "app/lab/kustoapi.h"
#include "app/lab/scenario/content.h"
#include "app/lab/service.h"
#include "app/lab/tenant.h"
#include "app/store/store.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QUuid>

namespace watchdesk::lab {

namespace {

Result<Content> contentFor(const LabOptions &options)
{
    const bool isBuiltIn = options.scenario.isEmpty() || builtInScenarios().contains(options.scenario);
    // A name without a separator that is no folder either is a misspelt scenario; builtInContent() says so.
    const bool isPath = options.scenario.contains(u'/') || QFileInfo::exists(options.scenario);
    if (isBuiltIn || !isPath)
        return builtInContent(options);
    return recordedContent(options.scenario, options.cacheFolder);
}

/// The same GUID for the same content, so that a session recognises its tenant.
QString guidOf(const QString &key, const QString &purpose)
{
    const QUuid space(QStringLiteral("{6f1d9f0e-6a57-4b5e-8f0a-5f0a1d3b7c21}"));
    return QUuid::createUuidV5(space, QString(purpose + u'\n' + key)).toString(QUuid::WithoutBraces);
}

} // namespace

/// Whatever a running lab consists of. The server comes last: it is destroyed first, when all it uses is there still.
struct Lab::Parts
{
    Content content;
    SignIn::App app;
    Clock clock;
    std::unique_ptr<Service> service;
    std::unique_ptr<HttpServer> server;
};

Result<std::unique_ptr<Lab>> Lab::start(const LabOptions &options)
{
    const auto content = contentFor(options);
    if (!content)
        return failure(content.error());
    return startWith(*content, options);
}

Result<std::unique_ptr<Lab>> Lab::startWith(const Content &content, const LabOptions &options)
{
    QElapsedTimer timer;
    timer.start();
    auto store = store::Store::open(content.storePath, store::OpenMode::ReadOnly);
    if (!store)
        return failure(store.error());
    auto parts = std::make_unique<Parts>();
    parts->content = content;
    parts->clock = Clock::startingAt(content.end);
    const QString key = content.key.isEmpty() ? content.storePath : content.key;
    parts->app = {guidOf(key, QStringLiteral("tenant")), guidOf(key, QStringLiteral("app")), randomText(30),
                  options.tokenLifetime, options.deniedPermissions};
    auto tenant = Tenant::open(std::move(*store), parts->clock, options, parts->app.clientId);
    if (!tenant)
        return failure(tenant.error());
    parts->app.tenantId = (*tenant)->tenantId().value_or(parts->app.tenantId);
    parts->service = std::make_unique<Service>(parts->app, options, std::move(*tenant));
    Service *service = parts->service.get();
    auto server =
        HttpServer::start(options.port, [service](const HttpRequest &request) { return service->answer(request); });
    if (!server)
        return failure(server.error());
    parts->server = std::move(*server);
    service->setPort(parts->server->port());
    std::unique_ptr<Lab> lab(new Lab(std::move(parts)));
    qCDebug(lcTiming) << "lab ready after" << timer.elapsed() << "ms on" << lab->url();
    return lab;
}

Lab::Lab(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Lab::~Lab() { m_parts->service->stop(); }

QUrl Lab::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_parts->server->port());
    return url;
}

QUrl Lab::authority() const { return url(); }

QString Lab::tenantId() const { return m_parts->app.tenantId; }

QString Lab::kustoDatabase() const { return KustoApi::kDatabase; }

QString Lab::clientId() const { return m_parts->app.clientId; }

QString Lab::clientSecret() const { return QString::fromLatin1(m_parts->app.clientSecret); }

Clock Lab::clock() const { return m_parts->clock; }

QStringList Lab::sensorFiles() const { return m_parts->content.sensorFiles; }

QString Lab::title() const { return m_parts->content.title; }

QString Lab::contentKey() const { return m_parts->content.key; }

} // namespace watchdesk::lab
