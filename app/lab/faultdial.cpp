// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/faultdial.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

namespace watchdesk::lab {

namespace {

constexpr int kMaxFaults = 1'000;
constexpr int kMaxMilliseconds = 60'000;
constexpr int kMaxSkew = 30 * 86'400; ///< seconds

const QHash<QString, Fault::Kind> &kinds()
{
    static const QHash<QString, Fault::Kind> table{
        {QStringLiteral("throttle"), Fault::Kind::Throttle}, {QStringLiteral("status"), Fault::Kind::Status},
        {QStringLiteral("cut"), Fault::Kind::Cut},           {QStringLiteral("garble"), Fault::Kind::Garble},
        {QStringLiteral("expire"), Fault::Kind::Expire},     {QStringLiteral("duplicate"), Fault::Kind::Duplicate},
        {QStringLiteral("reorder"), Fault::Kind::Reorder},   {QStringLiteral("stall"), Fault::Kind::Stall},
        {QStringLiteral("drop"), Fault::Kind::Drop},         {QStringLiteral("twice"), Fault::Kind::Twice},
        {QStringLiteral("outage"), Fault::Kind::Outage},
    };
    return table;
}

Result<Fault> faultFromJson(const QJsonObject &object)
{
    const QString kind = object.value(u"kind").toString();
    if (!kinds().contains(kind))
        return failure(Error::Kind::InvalidInput,
                       QStringLiteral("There is no fault of the kind '%1'.").arg(kind.left(50)));
    Fault fault;
    fault.kind = kinds().value(kind);
    fault.count = std::clamp(object.value(u"count").toInt(1), 1, 1'000'000);
    fault.path = object.value(u"path").toString();
    fault.status = object.value(u"status").toInt(500);
    fault.retryAfter = std::clamp(object.value(u"retryAfter").toInt(1), 0, 86'400);
    fault.milliseconds = std::clamp(object.value(u"milliseconds").toInt(0), 0, kMaxMilliseconds);
    fault.cutAfter = std::clamp<qint64>(object.value(u"after").toInteger(300), 0, 1'000'000'000);
    if (fault.status < 400 || fault.status > 599)
        return failure(Error::Kind::InvalidInput, QStringLiteral("A fault's status is from 400 to 599."));
    return fault;
}

} // namespace

Result<void> FaultDial::add(const QJsonObject &settings)
{
    QList<Fault> faults;
    for (const QJsonValue &entry : settings.value(u"next").toArray()) {
        const auto fault = faultFromJson(entry.toObject());
        if (!fault)
            return failure(fault.error());
        faults.append(*fault);
    }
    const std::lock_guard lock(m_mutex);
    if (m_faults.size() + faults.size() > kMaxFaults)
        return failure(Error::Kind::InvalidInput, QStringLiteral("There are too many faults already."));
    m_faults += faults;
    if (settings.contains(u"latency"))
        m_latency = std::clamp(settings.value(u"latency").toInt(), 0, kMaxMilliseconds);
    if (settings.contains(u"skew"))
        m_skew = std::clamp(settings.value(u"skew").toInt(), -kMaxSkew, kMaxSkew);
    if (settings.contains(u"outage"))
        m_outUntil = std::chrono::steady_clock::now() +
                     std::chrono::milliseconds(std::clamp(settings.value(u"outage").toInt(), 0, kMaxMilliseconds));
    return {};
}

void FaultDial::clear()
{
    const std::lock_guard lock(m_mutex);
    m_faults.clear();
    m_latency = 0;
    m_skew = 0;
    m_outUntil = {};
}

QJsonObject FaultDial::left() const
{
    const std::lock_guard lock(m_mutex);
    QJsonArray next;
    for (const Fault &fault : m_faults)
        next.append(QJsonObject{{QStringLiteral("kind"), kinds().key(fault.kind)},
                                {QStringLiteral("count"), fault.count},
                                {QStringLiteral("path"), fault.path}});
    return {{QStringLiteral("latency"), m_latency}, {QStringLiteral("skew"), m_skew}, {QStringLiteral("next"), next}};
}

int FaultDial::latency() const
{
    const std::lock_guard lock(m_mutex);
    return m_latency;
}

int FaultDial::skew() const
{
    const std::lock_guard lock(m_mutex);
    return m_skew;
}

bool FaultDial::isOut() const
{
    const std::lock_guard lock(m_mutex);
    return std::chrono::steady_clock::now() < m_outUntil;
}

std::optional<Fault> FaultDial::take(const QString &path)
{
    const std::lock_guard lock(m_mutex);
    for (qsizetype i = 0; i < m_faults.size(); ++i) {
        if (!path.startsWith(m_faults.at(i).path, Qt::CaseInsensitive))
            continue;
        const Fault fault = m_faults.at(i);
        if (--m_faults[i].count <= 0)
            m_faults.removeAt(i);
        return fault;
    }
    return std::nullopt;
}

} // namespace watchdesk::lab
