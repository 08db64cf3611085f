// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/faultdial.h"
#include "app/lab/http.h"
#include "app/lab/kustoapi.h"
#include "app/lab/laboptions.h"
#include "app/lab/quotameter.h"
#include "app/lab/router.h"
#include "app/lab/signin.h"
#include "app/lab/tenant.h"
#include "app/lab/tokenissuer.h"

#include <atomic>
#include <memory>

namespace watchdesk::lab {

/// Everything between a request and its answer: the lab's own paths, sign-in, then for the API token, audience, route,
/// permission, quota and the handler, with the fault dial around it. Thread-safe.
class Service
{
public:
    Service(SignIn::App app, const LabOptions &options, std::unique_ptr<Tenant> tenant);

    HttpReply answer(const HttpRequest &request);
    /// Sets dials before the first request, as POST /lab/faults does.
    Result<void> setFaults(const QJsonObject &settings);
    /// Registers an app, as POST /lab/apps does.
    Result<AppRegistration> addApp(const QJsonObject &wish) { return m_signIn.apps().add(wish); }
    /// Where the server listens; known only after it was started.
    void setAddress(const QUrl &address);
    /// Ends what takes long, so that the server's threads can be joined.
    void stop();

private:
    HttpReply unspoilt(const HttpRequest &request, const QStringList &segments, const std::optional<Fault> &fault);
    HttpReply api(const HttpRequest &request, const QStringList &segments, const std::optional<Fault> &fault);
    void addKustoRoutes();
    HttpReply own(const HttpRequest &request, const QStringList &segments);
    HttpReply faultsReply(const HttpRequest &request);
    HttpReply appsReply(const HttpRequest &request);
    bool isAdmin(const HttpRequest &request) const;
    void sleep(int milliseconds) const;

    SignIn::App m_app;
    TokenIssuer m_issuer;
    SignIn m_signIn;
    QuotaMeter m_quotas;
    FaultDial m_faults;
    std::unique_ptr<Tenant> m_tenant;
    KustoApi m_kusto;
    Router m_router;
    std::atomic<bool> m_isStopping = false;
};

} // namespace watchdesk::lab
