// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/lab.h"

#include "app/base/logging.h"
#include "app/lab/httpserver.h"
#include "app/lab/identity/certificate.h"
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
    CertificatePair authority; ///< empty for plain HTTP
    QList<QJsonObject> apps;
    Clock clock;
    std::unique_ptr<Service> service;
    std::unique_ptr<HttpServer> server;

    Result<void> prepare(const LabOptions &options);
    Result<void> listen(const LabOptions &options);
};

/// What was asked for from the first moment: dials and apps.
Result<void> Lab::Parts::prepare(const LabOptions &options)
{
    if (auto set = service->setFaults(options.faults); !set)
        return set;
    for (const QJsonObject &wish : options.apps) {
        const auto added = service->addApp(wish);
        if (!added)
            return failure(added.error());
        apps.append(jsonOf(*added, true));
    }
    return {};
}

Result<void> Lab::Parts::listen(const LabOptions &options)
{
    CertificatePair certificate;
    if (options.isTls) {
        authority = makeCertificate({QStringLiteral("Watchdesk lab authority"), {}, -3'600, 30 * 86'400, true});
        certificate = makeCertificate(
            {QStringLiteral("127.0.0.1"), {QStringLiteral("127.0.0.1"), QStringLiteral("localhost")}}, authority);
    }
    auto started = HttpServer::start(
        options.port, [shared = service.get()](const HttpRequest &request) { return shared->answer(request); },
        certificate);
    if (!started)
        return failure(started.error());
    server = std::move(*started);
    return {};
}

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
    parts->app = {guidOf(key, QStringLiteral("tenant")),
                  guidOf(key, QStringLiteral("app")),
                  randomText(30),
                  options.tokenLifetime,
                  options.deniedPermissions,
                  options.certificatePem};
    auto tenant = Tenant::open(std::move(*store), parts->clock, options, parts->app.clientId);
    if (!tenant)
        return failure(tenant.error());
    parts->app.tenantId = (*tenant)->tenantId().value_or(parts->app.tenantId);
    parts->service = std::make_unique<Service>(parts->app, options, std::move(*tenant));
    if (auto ready = parts->prepare(options); !ready)
        return failure(ready.error());
    if (auto listening = parts->listen(options); !listening)
        return failure(listening.error());
    std::unique_ptr<Lab> lab(new Lab(std::move(parts)));
    lab->m_parts->service->setAddress(lab->url());
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
    url.setScheme(m_parts->authority.certificate.isEmpty() ? QStringLiteral("http") : QStringLiteral("https"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_parts->server->port());
    return url;
}

QByteArray Lab::authorityPem() const { return m_parts->authority.certificate; }

QList<QJsonObject> Lab::apps() const { return m_parts->apps; }

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
