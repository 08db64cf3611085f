// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/alertedits.h"

#include "app/base/ticks.h"

#include <QJsonArray>

namespace watchdesk::lab {

namespace {

constexpr qsizetype kMaxComments = 1'000;

void addComment(QJsonObject &alert, const QString &text, const QString &editor, const QString &time)
{
    QJsonArray comments = alert.value(u"comments").toArray();
    if (comments.size() >= kMaxComments)
        comments.removeFirst();
    comments.append(QJsonObject{{QStringLiteral("comment"), text},
                                {QStringLiteral("createdBy"), editor},
                                {QStringLiteral("createdTime"), time}});
    alert.insert(QStringLiteral("comments"), comments);
}

} // namespace

AlertEdits::AlertEdits(EntitySet &alerts, const Clock &clock)
    : m_alerts(alerts)
    , m_clock(clock)
{
}

tl::expected<void, ApiError> AlertEdits::edit(const QString &id, const QJsonObject &body, const QString &editor)
{
    const std::lock_guard lock(m_mutex);
    auto alert = m_alerts.object(id);
    if (!alert)
        return tl::unexpected<ApiError>(
            ApiError{ApiCode::ResourceNotFound, QStringLiteral("Alert %1 was not found").arg(id.left(100))});
    const QString now = isoFromTicks(m_clock.now());
    for (const char *name : {"status", "assignedTo", "classification", "determination"}) {
        const QString key = QString::fromLatin1(name);
        if (body.contains(key))
            alert->insert(key, body.value(key).toString());
    }
    if (body.contains(u"status"))
        alert->insert(QStringLiteral("resolvedTime"),
                      alert->value(u"status") == QLatin1String("Resolved") ? QJsonValue(now) : QJsonValue());
    if (!body.value(u"comment").toString().isEmpty())
        addComment(*alert, body.value(u"comment").toString(), editor, now);
    alert->insert(QStringLiteral("lastUpdateTime"), now);
    if (const auto put = m_alerts.put(*alert); !put)
        return tl::unexpected<ApiError>(ApiError{ApiCode::InternalServerError, put.error().message});
    return {};
}

} // namespace watchdesk::lab
