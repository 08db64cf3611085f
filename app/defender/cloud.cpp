// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/cloud.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

// A static library's Qt resource is linked in only when somebody asks for it, and outside of a namespace.
static void initialiseClouds() { Q_INIT_RESOURCE(clouds); }

namespace watchdesk::defender {

namespace {

QUrl urlFrom(const QJsonValue &value) { return QUrl(value.toString(), QUrl::StrictMode); }

Service serviceFrom(const QJsonObject &json)
{
    Service service{urlFrom(json.value(u"url")), json.value(u"audience").toString(), {}};
    const QJsonObject regions = json.value(u"regions").toObject();
    for (auto it = regions.begin(); it != regions.end(); ++it)
        service.regions.insert(it.key(), urlFrom(it.value()));
    return service;
}

QList<Cloud> readClouds()
{
    initialiseClouds();
    QFile file(QStringLiteral(":/watchdesk/clouds/clouds.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("clouds.json is missing");
    QList<Cloud> all;
    const QJsonArray entries = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &entry : entries) {
        const QJsonObject json = entry.toObject();
        all.append({json.value(u"name").toString(), json.value(u"title").toString(), urlFrom(json.value(u"authority")),
                    urlFrom(json.value(u"portal")), serviceFrom(json.value(u"defender").toObject()),
                    serviceFrom(json.value(u"xdr").toObject()), serviceFrom(json.value(u"graph").toObject())});
    }
    return all;
}

bool isHostOf(const Service &service, const QString &host)
{
    if (service.url.host() == host)
        return true;
    return std::any_of(service.regions.begin(), service.regions.end(),
                       [&](const QUrl &url) { return url.host() == host; });
}

} // namespace

const QList<Cloud> &clouds()
{
    static const QList<Cloud> all = readClouds();
    return all;
}

const Cloud *cloudNamed(const QString &name)
{
    for (const Cloud &cloud : clouds()) {
        if (cloud.name.compare(name, Qt::CaseInsensitive) == 0)
            return &cloud;
    }
    return nullptr;
}

const Cloud &cloudOf(const QUrl &apiUrl)
{
    const QString host = apiUrl.host();
    for (const Cloud &cloud : clouds()) {
        if (isHostOf(cloud.defender, host) || isHostOf(cloud.xdr, host))
            return cloud;
    }
    return clouds().first();
}

} // namespace watchdesk::defender
