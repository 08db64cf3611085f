// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/signin.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QHostAddress>
#include <QJsonDocument>
#include <QUrlQuery>

namespace watchdesk::lab {

namespace {

constexpr auto kEncoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qint64 kCodeSeconds = 600;
constexpr qint64 kDeviceSeconds = 900;
constexpr int kDeviceInterval = 1; ///< the real one asks for five seconds
constexpr qint64 kRefreshSeconds = 90 * 86'400;
constexpr qint64 kAssertionSkew = 300;

QString text(const char *words) { return QString::fromLatin1(words); }

QStringList rolesOf(const QString &audience)
{
    if (audience == kGraphAudience)
        return text("ThreatHunting.Read.All SecurityAlert.Read.All SecurityAlert.ReadWrite.All "
                    "SecurityIncident.Read.All SecurityIncident.ReadWrite.All")
            .split(u' ');
    if (audience == kXdrAudience)
        return text("Incident.Read.All Incident.ReadWrite.All AdvancedHunting.Read.All").split(u' ');
    if (audience == kKustoAudience)
        return {};
    return text("Alert.Read.All Alert.ReadWrite.All Machine.Read.All Machine.ReadWrite.All Machine.Isolate "
                "Machine.RestrictExecution Machine.Scan Machine.Offboard Machine.StopAndQuarantine "
                "Machine.CollectForensics Machine.LiveResponse Library.Manage Ti.ReadWrite Ti.ReadWrite.All "
                "File.Read.All Ip.Read.All URL.Read.All User.Read.All AdvancedQuery.Read.All Score.Read.All "
                "Software.Read.All Vulnerability.Read.All SecurityRecommendation.Read.All RemediationTasks.Read.All "
                "SecurityBaselinesAssessment.Read.All")
        .split(u' ');
}

/// Permissions for a person drop ".All", but for four (permission names of the auth pages).
QString delegatedName(const QString &role)
{
    static const QStringList whole = {text("File.Read.All"), text("Ip.Read.All"), text("URL.Read.All"),
                                      text("User.Read.All")};
    return role.endsWith(QLatin1String(".All")) && !whole.contains(role) ? role.chopped(4) : role;
}

bool isLoopback(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

HttpReply page(int status, const QString &title, const QString &body)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = "text/html; charset=utf-8";
    reply.body = QStringLiteral("<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>%1</title>"
                                "<body style=\"font-family:sans-serif;max-width:30em;margin:4em auto\"><h1>%1</h1>%2\n")
                     .arg(title, body)
                     .toStdString();
    reply.headers.emplaceBack("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    return reply;
}

HttpReply redirect(QUrl to, const QList<QPair<QString, QString>> &fields)
{
    QUrlQuery query(to);
    for (const auto &[name, value] : fields)
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    to.setQuery(query);
    HttpReply reply = page(302, QStringLiteral("Signed in"), QString());
    reply.headers.emplaceBack("Location", to.toEncoded());
    return reply;
}

bool is(const QString &segment, const char *name)
{
    return segment.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
}

} // namespace

SignIn::SignIn(App app, TokenIssuer &issuer)
    : m_app(app)
    , m_issuer(issuer)
    , m_apps(
          {app.clientId, QStringLiteral("lab"), app.clientSecret, app.certificatePem, {}, app.deniedPermissions, true})
{
}

void SignIn::setAddress(const QUrl &address)
{
    const std::lock_guard lock(m_mutex);
    m_address = address;
}

QUrl SignIn::address() const
{
    const std::lock_guard lock(m_mutex);
    return m_address;
}

bool SignIn::ownsPath(const QStringList &segments)
{
    if (segments.size() < 3)
        return false;
    const QString path = segments.mid(1).join(u'/').toLower();
    return path.startsWith(QLatin1String("oauth2/")) ||
           path == QLatin1String("v2.0/.well-known/openid-configuration") ||
           path == QLatin1String(".well-known/openid-configuration") || path.startsWith(QLatin1String("discovery/"));
}

HttpReply SignIn::answer(const HttpRequest &request, const QStringList &segments)
{
    SignInForm form;
    form.tenant = segments.first();
    form.isSecondVersion = segments.contains(QStringLiteral("v2.0"), Qt::CaseInsensitive);
    const QString &last = segments.last();
    if (is(last, "openid-configuration"))
        return openIdConfiguration(form.tenant, form.isSecondVersion);
    if (is(last, "keys") && is(segments.at(1), "discovery"))
        return signInReply(200, m_issuer.keys());
    if (is(last, "instance"))
        return instances();
    if (is(last, "deviceauth"))
        return devicePage(request);
    const bool isGet = request.method == "GET";
    for (const auto &[name, value] : formPairs(isGet ? request.query : request.body))
        form.fields.insert(name, value);
    if (is(last, "authorize"))
        return authorize(form);
    const bool isEndpoint = segments.size() == 3 || (segments.size() == 4 && is(segments.at(2), "v2.0"));
    if (!isEndpoint || (!is(last, "token") && !is(last, "devicecode")))
        return signInError(404, text("invalid_request"), 900561, text("The endpoint is not known."));
    if (request.method != "POST")
        return signInError(400, text("invalid_request"), 900561,
                           QStringLiteral("The endpoint only accepts POST requests. Received a %1 request.")
                               .arg(QString::fromLatin1(request.method)));
    if (!request.contentType.toLower().startsWith("application/x-www-form-urlencoded"))
        return signInError(400, text("invalid_request"), 900144,
                           text("The request body must contain the following parameter: 'grant_type'."));
    return is(last, "token") ? token(form) : deviceCode(form);
}

HttpReply SignIn::openIdConfiguration(const QString &tenant, bool isSecondVersion) const
{
    const QString base = address().toString() + u'/' + tenant;
    const QString oauth = base + (isSecondVersion ? text("/oauth2/v2.0/") : text("/oauth2/"));
    return signInReply(
        200,
        {{text("issuer"), QString(address().toString() + u'/' + m_app.tenantId + text("/v2.0"))},
         {text("authorization_endpoint"), QString(oauth + text("authorize"))},
         {text("token_endpoint"), QString(oauth + text("token"))},
         {text("device_authorization_endpoint"), QString(oauth + text("devicecode"))},
         {text("jwks_uri"), QString(base + text("/discovery/v2.0/keys"))},
         {text("response_types_supported"), QJsonArray{text("code"), text("id_token")}},
         {text("response_modes_supported"), QJsonArray{text("query")}},
         {text("subject_types_supported"), QJsonArray{text("pairwise")}},
         {text("id_token_signing_alg_values_supported"), QJsonArray{text("RS256")}},
         {text("token_endpoint_auth_methods_supported"),
          QJsonArray{text("client_secret_post"), text("private_key_jwt")}},
         {text("scopes_supported"), QJsonArray{text("openid"), text("profile"), text("offline_access")}},
         {text("claims_supported"), QJsonArray{text("sub"), text("iss"), text("aud"), text("exp"), text("iat"),
                                               text("name"), text("preferred_username"), text("oid"), text("tid")}}});
}

/// What libraries ask to learn which hosts are one cloud.
HttpReply SignIn::instances() const
{
    const QUrl here = address();
    const QString host = here.host() + u':' + QString::number(here.port());
    const QJsonObject cloud{
        {text("preferred_network"), host}, {text("preferred_cache"), host}, {text("aliases"), QJsonArray{host}}};
    return signInReply(
        200, {{text("tenant_discovery_endpoint"),
               QString(here.toString() + u'/' + m_app.tenantId + text("/v2.0/.well-known/openid-configuration"))},
              {text("api-version"), text("1.1")},
              {text("metadata"), QJsonArray{cloud}}});
}

std::optional<HttpReply> SignIn::refusedTenant(const QString &tenant) const
{
    if (tenant.compare(m_app.tenantId, Qt::CaseInsensitive) == 0)
        return std::nullopt;
    return signInError(400, text("invalid_request"), 90002,
                       QStringLiteral("Tenant '%1' not found. Check to make sure you have the correct tenant ID and "
                                      "are signing into the correct cloud.")
                           .arg(tenant.left(100)));
}

/// The lab's person is signed in already and agrees: the browser goes straight back, with a code.
HttpReply SignIn::authorize(const SignInForm &form)
{
    const bool isCommon = is(form.tenant, "common") || is(form.tenant, "organizations");
    if (const auto refused = refusedTenant(isCommon ? m_app.tenantId : form.tenant))
        return *refused;
    const auto app = m_apps.find(form.value("client_id"));
    if (!app)
        return signInError(400, text("unauthorized_client"), 700016,
                           QStringLiteral("Application with identifier '%1' was not found in the directory '%2'.")
                               .arg(form.value("client_id").left(100), m_app.tenantId));
    const QUrl back(form.value("redirect_uri"), QUrl::StrictMode);
    if (!back.isValid() || !isLoopback(back) || !app->isPublic)
        return signInError(400, text("invalid_request"), 50011,
                           QStringLiteral("The redirect URI '%1' specified in the request does not match the redirect "
                                          "URIs configured for the application '%2'.")
                               .arg(form.value("redirect_uri").left(200), app->clientId));
    const auto say = [&](const char *error, const char *description) {
        return redirect(back, {{text("error"), text(error)},
                               {text("error_description"), text(description)},
                               {text("state"), form.value("state")}});
    };
    if (form.value("response_type") != QLatin1String("code"))
        return say("unsupported_response_type", "AADSTS700054: response_type is not enabled for the application.");
    if (!form.value("code_challenge").isEmpty() && form.value("code_challenge_method") != QLatin1String("S256"))
        return say("invalid_request", "AADSTS501491: The code challenge method is not supported.");
    const QString code =
        m_grants.addCode({app->clientId, form.value("scope"), form.value("redirect_uri"), form.value("code_challenge"),
                          form.value("nonce"), m_issuer.now() + kCodeSeconds});
    return redirect(back, {{text("code"), code}, {text("state"), form.value("state")}});
}

HttpReply SignIn::deviceCode(const SignInForm &form)
{
    const bool isCommon = is(form.tenant, "common") || is(form.tenant, "organizations");
    if (const auto refused = refusedTenant(isCommon ? m_app.tenantId : form.tenant))
        return *refused;
    const auto app = m_apps.find(form.value("client_id"));
    if (!app || !app->isPublic)
        return signInError(400, text("unauthorized_client"), app ? 7000218 : 700016,
                           QStringLiteral("Application with identifier '%1' was not found in the directory '%2', or "
                                          "does not allow public client flows.")
                               .arg(form.value("client_id").left(100), m_app.tenantId));
    const GrantBook::DeviceCode code = m_grants.addDevice(
        {app->clientId, form.value("scope"), {}, {}, {}, QDateTime::currentSecsSinceEpoch() + kDeviceSeconds});
    const QString where = address().toString() + text("/common/oauth2/deviceauth");
    return signInReply(200, {{text("user_code"), code.userCode},
                             {text("device_code"), code.deviceCode},
                             {text("verification_uri"), where},
                             {text("expires_in"), kDeviceSeconds},
                             {text("interval"), kDeviceInterval},
                             {text("message"), QStringLiteral("To sign in, use a web browser to open the page %1 and "
                                                              "enter the code %2 to authenticate.")
                                                   .arg(where, code.userCode)}});
}

HttpReply SignIn::devicePage(const HttpRequest &request)
{
    if (request.method != "POST")
        return page(200, QStringLiteral("Enter the code"),
                    QStringLiteral("<form method=\"post\"><p><label>Code <input name=\"otc\" autofocus></label> "
                                   "<button name=\"decision\" value=\"allow\">Sign in</button> "
                                   "<button name=\"decision\" value=\"decline\">Decline</button></p></form>"));
    QHash<QString, QString> fields;
    for (const auto &[name, value] : formPairs(request.body))
        fields.insert(name, value);
    const bool isAllowed = fields.value(text("decision")) != QLatin1String("decline");
    if (!m_grants.decide(fields.value(text("otc")), isAllowed))
        return page(400, QStringLiteral("That code is not known"), QStringLiteral("<p>Check it and try again.</p>"));
    return page(200, isAllowed ? QStringLiteral("You are signed in") : QStringLiteral("Declined"),
                QStringLiteral("<p>You can close this window.</p>"));
}

HttpReply SignIn::token(const SignInForm &form)
{
    const QString invalid = text("invalid_request");
    const QString grantType = form.value("grant_type");
    const bool isUser = grantType != QLatin1String("client_credentials");
    const bool isCommon = isUser && (is(form.tenant, "common") || is(form.tenant, "organizations"));
    if (const auto refused = refusedTenant(isCommon ? m_app.tenantId : form.tenant))
        return *refused;
    for (const char *name : {"grant_type", "client_id"}) {
        if (form.value(name).isEmpty())
            return signInError(400, invalid, 900144,
                               QStringLiteral("The request body must contain the following parameter: '%1'.")
                                   .arg(QString::fromLatin1(name)));
    }
    static const QHash<QString, HttpReply (SignIn::*)(const SignInForm &, const AppRegistration &)> grants{
        {text("client_credentials"), &SignIn::clientCredentials},
        {text("authorization_code"), &SignIn::redeemCode},
        {text("urn:ietf:params:oauth:grant-type:device_code"), &SignIn::redeemDevice},
        {text("device_code"), &SignIn::redeemDevice},
        {text("refresh_token"), &SignIn::redeemRefresh}};
    const auto grant = grants.value(grantType);
    if (!grant)
        return signInError(
            400, text("unsupported_grant_type"), 70003,
            QStringLiteral("The app requested an unsupported grant type '%1'.").arg(grantType.left(100)));
    const auto app = m_apps.find(form.value("client_id"));
    if (!app)
        return signInError(400, text("unauthorized_client"), 700016,
                           QStringLiteral("Application with identifier '%1' was not found in the directory '%2'.")
                               .arg(form.value("client_id").left(100), m_app.tenantId));
    if (const auto refused = refusedProof(form, *app, isUser))
        return *refused;
    return (this->*grant)(form, *app);
}

std::optional<HttpReply> SignIn::refusedProof(const SignInForm &form, const AppRegistration &app, bool isUser) const
{
    const QByteArray assertion = form.value("client_assertion").toLatin1();
    if (!assertion.isEmpty())
        return refusedAssertion(assertion, app);
    const QString secret = form.value("client_secret");
    if (secret.isEmpty() && isUser && app.isPublic)
        return std::nullopt;
    if (secret.isEmpty())
        return signInError(401, text("invalid_client"), isUser ? 7000218 : 7000216,
                           text("'client_assertion', 'client_secret' or 'request' is required for this grant type."));
    if (!isSameSecret(secret.toUtf8(), app.secret))
        return signInError(
            401, text("invalid_client"), 7000215,
            QStringLiteral("Invalid client secret provided. Ensure the secret being sent in the request is the client "
                           "secret value, not the client secret ID, for a secret added to app '%1'.")
                .arg(app.clientId));
    return std::nullopt;
}

std::optional<HttpReply> SignIn::refusedAssertion(const QByteArray &assertion, const AppRegistration &app) const
{
    const auto refuse = [](int number, const char *why) {
        return signInError(401, text("invalid_client"), number, text(why));
    };
    if (app.certificatePem.isEmpty() || !isSignedBy(assertion, app.certificatePem))
        return refuse(700027, "The certificate with identifier used to sign the client assertion is not registered on "
                              "application, or its signature is not valid.");
    const QJsonObject claims = payloadOf(assertion);
    const QString issuer = claims.value(u"iss").toString();
    if (issuer != claims.value(u"sub").toString() || issuer.compare(app.clientId, Qt::CaseInsensitive) != 0)
        return refuse(700021, "Client assertion application identifier doesn't match 'client_id' parameter.");
    const QUrl audience(claims.value(u"aud").toString());
    const bool isHere = isLoopback(audience) && audience.path().contains(m_app.tenantId, Qt::CaseInsensitive);
    if (!isHere)
        return refuse(700023, "Client assertion audience claim does not match Realm issuer.");
    const qint64 now = m_issuer.now();
    if (claims.value(u"nbf").toInteger() > now + kAssertionSkew ||
        claims.value(u"exp").toInteger() < now - kAssertionSkew)
        return refuse(700024, "Client assertion is not within its valid time range. Check the computer's clock.");
    return std::nullopt;
}

/// Which API a scope asks for: the address before its last part; a bare permission is Graph's.
tl::expected<QString, HttpReply> SignIn::audienceOf(const QString &scope) const
{
    QString wanted;
    for (const QString &part : scope.split(u' ', Qt::SkipEmptyParts)) {
        static const QStringList openId = {text("openid"), text("profile"), text("offline_access"), text("email")};
        if (!openId.contains(part) && wanted.isEmpty())
            wanted = part;
    }
    QString audience = wanted.contains(QLatin1String("://")) ? wanted.section(u'/', 0, -2) : kGraphAudience.toString();
    while (audience.endsWith(u'/'))
        audience.chop(1);
    // A cluster's address is an audience too; the lab's cluster has the lab's.
    const QUrl cluster(audience);
    if (cluster.port() == address().port() && isLoopback(cluster))
        audience = kKustoAudience.toString();
    const bool isKnown = audience == kDefenderAudience || audience == kXdrAudience || audience == kGraphAudience ||
                         audience == kKustoAudience;
    if (isKnown)
        return audience;
    return tl::unexpected<HttpReply>(
        signInError(400, text("invalid_resource"), 500011,
                    QStringLiteral("The resource principal named %1 was not found in the tenant named %2.")
                        .arg(audience.left(200), m_app.tenantId)));
}

HttpReply SignIn::clientCredentials(const SignInForm &form, const AppRegistration &app)
{
    const QString suffix = text("/.default");
    QString scope = form.value(form.isSecondVersion ? "scope" : "resource");
    if (form.isSecondVersion && !scope.endsWith(suffix))
        return signInError(400, text("invalid_scope"), 1002012,
                           QStringLiteral("The provided value for scope %1 is not valid. Client credential flows must "
                                          "have a scope value with /.default suffixed to the resource identifier.")
                               .arg(scope.left(200)));
    if (!form.isSecondVersion)
        scope += suffix;
    const auto audience = audienceOf(scope);
    return audience ? issued(form, app, *audience) : audience.error();
}

HttpReply SignIn::issued(const SignInForm &form, const AppRegistration &app, const QString &audience) const
{
    TokenClaims claims{audience, {}, {}, m_issuer.now() + m_app.tokenLifetime, app.clientId};
    for (const QString &role : rolesOf(audience)) {
        if (app.has(role))
            claims.roles.append(role);
    }
    QJsonObject body{{text("token_type"), text("Bearer")},
                     {text("access_token"), QString::fromLatin1(m_issuer.token(claims))}};
    if (form.isSecondVersion) {
        body.insert(text("expires_in"), m_app.tokenLifetime);
        body.insert(text("ext_expires_in"), m_app.tokenLifetime);
    } else { // the first version writes numbers as text
        body.insert(text("expires_in"), QString::number(m_app.tokenLifetime));
        body.insert(text("expires_on"), QString::number(claims.expires));
        body.insert(text("resource"), audience);
    }
    return signInReply(200, body);
}

HttpReply SignIn::redeemCode(const SignInForm &form, const AppRegistration &app)
{
    const auto refuse = [](int number, const char *why) {
        return signInError(400, text("invalid_grant"), number, text(why));
    };
    const auto grant = m_grants.takeCode(form.value("code"));
    if (!grant || grant->clientId != app.clientId)
        return refuse(54005, "OAuth2 Authorization code was already redeemed, or is not known.");
    if (grant->expires < m_issuer.now())
        return refuse(70008, "The provided authorization code has expired.");
    if (grant->redirectUri != form.value("redirect_uri"))
        return refuse(50011, "The redirect URI does not match the one of the authorization request.");
    const QByteArray verifier = form.value("code_verifier").toLatin1();
    const QString proof =
        QString::fromLatin1(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(kEncoding));
    if (!grant->challenge.isEmpty() && proof != grant->challenge)
        return refuse(501481, "The Code_Verifier does not match the code_challenge supplied in the authorization "
                              "request.");
    return issuedToUser(app, *grant);
}

HttpReply SignIn::redeemDevice(const SignInForm &form, const AppRegistration &app)
{
    Grant grant;
    using State = GrantBook::DeviceState;
    const QString code = form.value(form.fields.contains(text("device_code")) ? "device_code" : "code");
    switch (m_grants.poll(code, &grant, kDeviceInterval)) {
    case State::Granted:
        if (grant.clientId == app.clientId)
            return issuedToUser(app, grant);
        break;
    case State::Pending:
        return signInError(400, text("authorization_pending"), 70016,
                           text("OAuth 2.0 device flow error. Authorization is pending. Continue polling."));
    case State::TooFast:
        return signInError(400, text("slow_down"), 70016, text("Polling too often."));
    case State::Declined:
        return signInError(400, text("authorization_declined"), 70018, text("The person declined."));
    case State::Expired:
        return signInError(400, text("expired_token"), 70020, text("The device code has expired."));
    case State::Unknown:
        break;
    }
    return signInError(400, text("bad_verification_code"), 70000, text("The device code is not known."));
}

HttpReply SignIn::redeemRefresh(const SignInForm &form, const AppRegistration &app)
{
    auto grant = m_grants.refresh(form.value("refresh_token"));
    if (!grant || grant->clientId != app.clientId || grant->expires < m_issuer.now())
        return signInError(400, text("invalid_grant"), 700082,
                           text("The refresh token has expired due to inactivity, or was revoked."));
    if (!form.value("scope").isEmpty())
        grant->scope = form.value("scope");
    return issuedToUser(app, *grant);
}

HttpReply SignIn::issuedToUser(const AppRegistration &app, const Grant &grant)
{
    const auto audience = audienceOf(grant.scope);
    if (!audience)
        return audience.error();
    TokenClaims claims{*audience, {}, {}, m_issuer.now() + m_app.tokenLifetime, app.clientId};
    for (const QString &role : rolesOf(*audience)) {
        if (app.has(role))
            claims.scopes.append(delegatedName(role));
    }
    claims.scopes.removeDuplicates();
    if (claims.scopes.isEmpty())
        claims.scopes.append(text("user_impersonation"));
    QJsonObject body{{text("token_type"), text("Bearer")},
                     {text("scope"), claims.scopes.join(u' ')},
                     {text("expires_in"), m_app.tokenLifetime},
                     {text("ext_expires_in"), m_app.tokenLifetime},
                     {text("access_token"), QString::fromLatin1(m_issuer.token(claims))}};
    const QStringList asked = grant.scope.split(u' ', Qt::SkipEmptyParts);
    if (asked.contains(text("offline_access"))) {
        Grant lasting = grant;
        lasting.expires = m_issuer.now() + kRefreshSeconds;
        body.insert(text("refresh_token"), m_grants.addRefresh(lasting));
    }
    if (asked.contains(text("openid"))) {
        const QString issuer = address().toString() + u'/' + m_app.tenantId + text("/v2.0");
        body.insert(text("id_token"),
                    QString::fromLatin1(m_issuer.idToken(app.clientId, issuer, grant.nonce, m_app.tokenLifetime)));
        const QJsonObject info{{text("uid"), TokenIssuer::kUserId}, {text("utid"), m_app.tenantId}};
        body.insert(text("client_info"),
                    QString::fromLatin1(QJsonDocument(info).toJson(QJsonDocument::Compact).toBase64(kEncoding)));
    }
    return signInReply(200, body);
}

} // namespace watchdesk::lab
