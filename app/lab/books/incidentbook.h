// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/lab/entityset.h"

#include <QHash>
#include <QJsonArray>

#include <mutex>

namespace watchdesk::lab {

/// Incidents as Graph and the XDR API tell them: the tenant's alerts by incident number, with what people said of each
/// incident. Always as the alerts are at the moment; of a tenant with a million alerts, the first 10,000 are told.
/// Thread-safe.
class IncidentBook
{
public:
    IncidentBook(const EntitySet &alerts, const Clock &clock, QString tenantId);

    /// Another number after each change of what is told.
    quint64 revision() const;
    QJsonArray graphAlerts() const;    ///< newest first
    QJsonArray graphIncidents() const; ///< with their alerts, newest first
    QJsonArray xdrIncidents() const;   ///< with their alerts, newest first

    /// Members of the body in Graph's spelling; false for an unknown incident.
    bool update(const QString &id, const QJsonObject &body);
    bool comment(const QString &id, const QString &text, const QString &user);

private:
    QList<QJsonObject> alerts() const;
    QList<QList<QJsonObject>> groups() const;
    QJsonObject graphIncident(const QList<QJsonObject> &alerts) const;
    QJsonObject xdrIncident(const QList<QJsonObject> &alerts) const;
    QJsonObject saidOf(qint64 incident) const;
    bool isKnown(const QString &id) const;

    const EntitySet &m_alerts;
    Clock m_clock;
    QString m_tenantId;
    mutable std::mutex m_mutex;
    QHash<qint64, QJsonObject> m_said; ///< by incident, in Graph's spelling
    quint64 m_timesSaid = 0;
};

/// "InProgress" ↔ "inProgress"
QString camel(const QString &text);
QString pascal(const QString &text);

} // namespace watchdesk::lab
