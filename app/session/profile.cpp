// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/profile.h"

#include "app/defender/cloud.h"
#include "app/net/networksettings.h"
#include "app/net/origin.h"
#include "app/session/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>

namespace watchdesk::session {

namespace {

const QString kCustom = QStringLiteral("custom");

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::session", text); }

tl::unexpected<Error> invalid(const QString &message) { return failure(Error::Kind::InvalidInput, message); }

QString folder() { return dataFolder() + QStringLiteral("/profiles"); }

QString profilePath(const QString &name) { return folder() + u'/' + name + QStringLiteral(".json"); }

/// The texts of a profile by their names in the file.
struct TextField
{
    const char *name;
    QString Profile::*text;
};
struct UrlField
{
    const char *name;
    QUrl Profile::*url;
};

constexpr TextField kTexts[] = {{"cloud", &Profile::cloud},       {"tenantId", &Profile::tenantId},
                                {"clientId", &Profile::clientId}, {"audience", &Profile::audience},
                                {"caFile", &Profile::caFile},     {"kustoDatabase", &Profile::kustoDatabase},
                                {"colour", &Profile::colour}};
constexpr UrlField kUrls[] = {{"apiUrl", &Profile::apiUrl},     {"authority", &Profile::authority},
                              {"xdrUrl", &Profile::xdrUrl},     {"graphUrl", &Profile::graphUrl},
                              {"kustoUrl", &Profile::kustoUrl}, {"proxy", &Profile::proxy}};

const QList<std::pair<QString, Profile::SignIn>> &signIns()
{
    static const QList<std::pair<QString, Profile::SignIn>> all = {
        {QStringLiteral("secret"), Profile::SignIn::Secret},
        {QStringLiteral("certificate"), Profile::SignIn::Certificate},
        {QStringLiteral("browser"), Profile::SignIn::Browser},
        {QStringLiteral("device"), Profile::SignIn::DeviceCode}};
    return all;
}

void fill(QUrl &url, const QUrl &fallback)
{
    if (url.isEmpty())
        url = fallback;
}

Result<QUrl> regional(const defender::Service &service, const QString &region)
{
    if (region.isEmpty())
        return service.url;
    if (service.regions.contains(region))
        return service.regions.value(region);
    return invalid(tr("There is no region “%1” in this cloud: use %2.")
                       .arg(region, QStringList(service.regions.keys()).join(QStringLiteral(", "))));
}

} // namespace

QString signInName(Profile::SignIn signIn)
{
    for (const auto &[name, way] : signIns()) {
        if (way == signIn)
            return name;
    }
    return {};
}

std::optional<Profile::SignIn> signInNamed(const QString &name)
{
    for (const auto &[known, way] : signIns()) {
        if (known == name)
            return way;
    }
    return std::nullopt;
}

bool isProfileName(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,59}$"));
    return form.match(name).hasMatch();
}

QStringList tenantColours()
{
    return {QStringLiteral("blue"),   QStringLiteral("green"), QStringLiteral("yellow"),
            QStringLiteral("orange"), QStringLiteral("red"),   QStringLiteral("violet")};
}

QString colourOf(const Profile &profile)
{
    if (!profile.colour.isEmpty())
        return profile.colour;
    const QStringList colours = tenantColours();
    return colours.at(qsizetype(qChecksum(profile.name.toUtf8()) % quint16(colours.size())));
}

Result<Profile> withCloud(Profile profile, const QString &region)
{
    if (profile.cloud.isEmpty())
        profile.cloud = profile.apiUrl.isEmpty() ? QStringLiteral("commercial") : kCustom;
    if (profile.cloud == kCustom) {
        if (profile.apiUrl.isEmpty() || profile.authority.isEmpty())
            return invalid(tr("A custom cloud needs the addresses of its API and its sign-in service."));
        return profile;
    }
    const defender::Cloud *cloud = defender::cloudNamed(profile.cloud);
    if (!cloud)
        return invalid(tr("There is no cloud “%1”: use commercial, gcc, gccHigh, dod or custom.").arg(profile.cloud));
    const auto api = regional(cloud->defender, region);
    if (!api)
        return failure(api.error());
    profile.cloud = cloud->name;
    fill(profile.apiUrl, *api);
    fill(profile.authority, cloud->authority);
    fill(profile.graphUrl, cloud->graph.url);
    const QUrl xdr = cloud->xdr.regions.value(region, cloud->xdr.url);
    fill(profile.xdrUrl, xdr);
    if (profile.audience.isEmpty())
        profile.audience = cloud->defender.audience;
    return profile;
}

Result<void> checkProfile(const Profile &profile)
{
    if (!isProfileName(profile.name))
        return invalid(tr("A profile's name has letters, digits, dashes, underscores and dots only."));
    if (profile.tenantId.trimmed().isEmpty())
        return invalid(tr("The tenant id is missing."));
    if (profile.clientId.trimmed().isEmpty())
        return invalid(tr("The app's client id is missing."));
    for (const UrlField &field : kUrls) {
        const QUrl &url = profile.*field.url;
        if (url.isEmpty() || field.url == &Profile::proxy)
            continue;
        if (auto good = net::checkUrl(url); !good)
            return good;
    }
    if (!profile.colour.isEmpty() && !tenantColours().contains(profile.colour))
        return invalid(
            tr("There is no colour “%1”: use %2.").arg(profile.colour, tenantColours().join(QStringLiteral(", "))));
    if (!profile.kustoUrl.isEmpty() && profile.kustoDatabase.isEmpty())
        return invalid(tr("The Kusto cluster's database is missing."));
    return net::checkSettings({profile.proxy, {}});
}

Result<Profile> loadProfile(const QString &name)
{
    QFile file(profilePath(name));
    if (!isProfileName(name) || !file.exists())
        return failure(Error::Kind::NotFound, tr("There is no profile “%1”.").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Unreadable, tr("The profile “%1” cannot be read.").arg(name));
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    Profile profile;
    profile.name = name;
    for (const TextField &field : kTexts)
        profile.*field.text = json.value(QLatin1String(field.name)).toString();
    for (const UrlField &field : kUrls)
        profile.*field.url = QUrl(json.value(QLatin1String(field.name)).toString());
    const auto signIn = signInNamed(json.value(u"signIn").toString(QStringLiteral("secret")));
    auto whole = withCloud(profile);
    if (!signIn || !whole || !checkProfile(*whole))
        return failure(Error::Kind::Unreadable, tr("The profile “%1” is damaged.").arg(name));
    whole->signIn = *signIn;
    return whole;
}

QJsonObject profileJson(const Profile &profile)
{
    QJsonObject json{{QStringLiteral("signIn"), signInName(profile.signIn)}};
    for (const TextField &field : kTexts)
        json.insert(QLatin1String(field.name), profile.*field.text);
    for (const UrlField &field : kUrls)
        json.insert(QLatin1String(field.name), (profile.*field.url).toString());
    return json;
}

Result<void> saveProfile(const Profile &profile)
{
    if (auto good = checkProfile(profile); !good)
        return good;
    QJsonObject json = profileJson(profile);
    for (auto it = json.begin(); it != json.end();)
        it = it->toString().isEmpty() ? json.erase(it) : std::next(it);
    QSaveFile file(profilePath(profile.name));
    const bool isWritten = QDir().mkpath(folder()) && file.open(QIODevice::WriteOnly) &&
                           file.write(QJsonDocument(json).toJson()) > 0 && file.commit();
    return isWritten ? Result<void>()
                     : failure(Error::Kind::Storage, tr("The profile “%1” cannot be saved.").arg(profile.name));
}

Result<void> removeProfile(const QString &name)
{
    if (!isProfileName(name) || !QFile::exists(profilePath(name)))
        return failure(Error::Kind::NotFound, tr("There is no profile “%1”.").arg(name));
    if (!QFile::remove(profilePath(name)))
        return failure(Error::Kind::Storage, tr("The profile “%1” cannot be removed.").arg(name));
    return {};
}

QStringList profileNames()
{
    QStringList names;
    const QStringList files = QDir(folder()).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        names.append(file.chopped(5));
    return names;
}

} // namespace watchdesk::session
