// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/identity/grantbook.h"

#include "app/lab/identity/tokenkey.h"

#include <QRandomGenerator>

namespace watchdesk::lab {

namespace {

constexpr size_t kMostGrants = 10'000;

/// Letters that cannot be taken for others, nor make words.
QString newUserCode()
{
    const QString letters = QStringLiteral("BCDFGHJKLMNPQRSTVWXZ");
    QString code;
    for (int i = 0; i < 8; ++i)
        code += letters.at(QRandomGenerator::system()->bounded(int(letters.size())));
    return code.insert(4, u'-');
}

template <class Map>
void bound(Map &map, std::deque<QString> &order)
{
    while (order.size() > kMostGrants) {
        map.remove(order.front());
        order.pop_front();
    }
}

} // namespace

QString GrantBook::remember(QHash<QString, Grant> &grants, std::deque<QString> &order, const Grant &grant)
{
    // As Entra's begin: whoever looks for them in places where they must not be can tell them.
    const QString name = QStringLiteral("0.Alab-") + QString::fromLatin1(randomText(48));
    grants.insert(name, grant);
    order.push_back(name);
    bound(grants, order);
    return name;
}

QString GrantBook::addCode(const Grant &grant)
{
    const std::lock_guard lock(m_mutex);
    return remember(m_codes, m_codeOrder, grant);
}

std::optional<Grant> GrantBook::takeCode(const QString &code)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_codes.find(code);
    if (found == m_codes.end())
        return std::nullopt;
    const Grant grant = *found;
    m_codes.erase(found);
    return grant;
}

QString GrantBook::addRefresh(const Grant &grant)
{
    const std::lock_guard lock(m_mutex);
    return remember(m_refresh, m_refreshOrder, grant);
}

std::optional<Grant> GrantBook::refresh(const QString &token) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_refresh.constFind(token);
    return found != m_refresh.constEnd() ? std::optional(*found) : std::nullopt;
}

void GrantBook::revokeAll()
{
    const std::lock_guard lock(m_mutex);
    m_refresh.clear();
    m_refreshOrder.clear();
}

GrantBook::DeviceCode GrantBook::addDevice(const Grant &grant)
{
    const std::lock_guard lock(m_mutex);
    const DeviceCode code{QString::fromLatin1(randomText(48)), newUserCode()};
    m_devices.insert(code.deviceCode, {grant, code.userCode});
    m_deviceOrder.push_back(code.deviceCode);
    bound(m_devices, m_deviceOrder);
    return code;
}

bool GrantBook::decide(const QString &userCode, bool isAllowed)
{
    const QString wanted = userCode.trimmed().toUpper();
    const std::lock_guard lock(m_mutex);
    for (Device &device : m_devices) {
        if (device.userCode != wanted || device.state != DeviceState::Pending)
            continue;
        device.state = isAllowed ? DeviceState::Granted : DeviceState::Declined;
        return true;
    }
    return false;
}

GrantBook::DeviceState GrantBook::poll(const QString &deviceCode, Grant *grant, int interval)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_devices.find(deviceCode);
    if (found == m_devices.end())
        return DeviceState::Unknown;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (found->grant.expires * 1'000 < now)
        return DeviceState::Expired;
    const bool isTooFast = found->asked > 0 && now - found->asked < interval * 900;
    found->asked = now;
    if (found->state == DeviceState::Pending && isTooFast)
        return DeviceState::TooFast;
    const DeviceState state = found->state;
    *grant = found->grant;
    if (state == DeviceState::Granted)
        m_devices.erase(found);
    return state;
}

} // namespace watchdesk::lab
