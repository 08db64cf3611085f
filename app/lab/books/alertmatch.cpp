// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/books/alertmatch.h"

#include <QUrl>

namespace watchdesk::lab {

namespace {

void add(QStringList &list, const QString &value)
{
    const QString lower = value.toLower();
    if (!lower.isEmpty() && !list.contains(lower))
        list.append(lower);
}

bool isAbout(const QJsonObject &alert, const QString &relation, const QString &key)
{
    if (relation == QLatin1String("machine-alerts"))
        return alert.value(u"machineId").toString().compare(key, Qt::CaseInsensitive) == 0;
    const AlertEntities entities = entitiesOf(alert);
    if (relation == QLatin1String("file-alerts"))
        return entities.sha1s.contains(key);
    if (relation == QLatin1String("ip-alerts"))
        return entities.ips.contains(key);
    if (relation == QLatin1String("domain-alerts"))
        return entities.domains.contains(key);
    return entities.users.contains(key);
}

} // namespace

QString hostOf(const QString &url)
{
    const QUrl parsed(url.contains(QLatin1String("://")) ? url : QString(QStringLiteral("https://") + url));
    return parsed.host().toLower();
}

AlertEntities entitiesOf(const QJsonObject &alert)
{
    AlertEntities entities;
    for (const QJsonValue &item : alert.value(u"evidence").toArray()) {
        add(entities.sha1s, item[QStringLiteral("sha1")].toString());
        add(entities.sha256s, item[QStringLiteral("sha256")].toString());
        add(entities.ips, item[QStringLiteral("ipAddress")].toString());
        add(entities.domains, hostOf(item[QStringLiteral("url")].toString()));
        add(entities.users, item[QStringLiteral("accountName")].toString());
    }
    add(entities.users, alert.value(u"relatedUser")[QStringLiteral("userName")].toString());
    return entities;
}

QJsonArray alertsAbout(const EntitySet &alerts, const QString &relation, const QString &key)
{
    QJsonArray found;
    for (const QJsonObject &alert : alerts.objectsWhere(Expression{Operation::Constant, true}, 1'000'000)) {
        if (isAbout(alert, relation, key.toLower()))
            found.append(alert);
    }
    return found;
}

} // namespace watchdesk::lab
