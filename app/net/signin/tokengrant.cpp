// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/signin/tokengrant.h"

#include "app/net/signin/clientassertion.h"
#include "app/net/signin/usersession.h"

#include <QCoreApplication>

namespace watchdesk::net {

QUrl endpointUrl(const Credentials &credentials, const QString &endpoint)
{
    QUrl url = credentials.authority;
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    const QString tenant = QString::fromLatin1(QUrl::toPercentEncoding(credentials.tenantId));
    url.setPath(path + u'/' + tenant + QStringLiteral("/oauth2/v2.0/") + endpoint, QUrl::StrictMode);
    url.setQuery(QString());
    return url;
}

QByteArray formText(const FormFields &fields)
{
    QByteArray text;
    for (const auto &[name, value] : fields) {
        if (!text.isEmpty())
            text += '&';
        text += name + '=' + QUrl::toPercentEncoding(value);
    }
    return text;
}

Result<FormFields> proofFields(const Credentials &credentials)
{
    if (credentials.certificatePem.isEmpty() && credentials.clientSecret.isEmpty())
        return FormFields();
    if (credentials.certificatePem.isEmpty())
        return FormFields{{"client_secret", credentials.clientSecret}};
    const auto assertion = clientAssertion(credentials.certificatePem, credentials.clientId,
                                           endpointUrl(credentials, QStringLiteral("token")));
    if (!assertion)
        return failure(assertion.error());
    return FormFields{
        {"client_assertion_type", QStringLiteral("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")},
        {"client_assertion", QString::fromLatin1(*assertion)}};
}

Result<FormFields> grantFields(const Credentials &credentials)
{
    FormFields fields;
    QString scope = credentials.scope;
    if (credentials.user) {
        if (!credentials.user->isSignedIn())
            return failure(Error::Kind::NotSignedIn,
                           QCoreApplication::translate("net", "Nobody is signed in to this tenant: sign in first."));
        fields = {{"grant_type", QStringLiteral("refresh_token")},
                  {"client_id", credentials.clientId},
                  {"refresh_token", credentials.user->refreshToken()}};
        scope += QStringLiteral(" offline_access");
    } else {
        fields = {{"grant_type", QStringLiteral("client_credentials")}, {"client_id", credentials.clientId}};
    }
    const auto proof = proofFields(credentials);
    if (!proof)
        return failure(proof.error());
    if (proof->isEmpty() && !credentials.user)
        return failure(Error::Kind::NotSignedIn,
                       QCoreApplication::translate("net", "There is no client secret and no certificate to sign in "
                                                          "with."));
    fields += *proof;
    fields.append({"scope", scope});
    return fields;
}

} // namespace watchdesk::net
