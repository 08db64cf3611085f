// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>

#include <deque>
#include <mutex>
#include <optional>

namespace watchdesk::lab {

/// What a person allowed an app to have tokens for.
struct Grant
{
    QString clientId;
    QString scope;       ///< as asked for
    QString redirectUri; ///< of an authorization code
    QString challenge;   ///< PKCE's, S256; "" = none
    QString nonce;
    qint64 expires = 0; ///< Unix seconds
};

/// Authorization codes, device codes and refresh tokens that are out, each a random text. Bounded: the oldest go.
/// Thread-safe.
class GrantBook
{
public:
    enum class DeviceState { Unknown, Pending, TooFast, Declined, Expired, Granted };

    struct DeviceCode
    {
        QString deviceCode;
        QString userCode; ///< "BCDF-GHJK"
    };

    QString addCode(const Grant &grant);
    std::optional<Grant> takeCode(const QString &code); ///< once
    QString addRefresh(const Grant &grant);
    std::optional<Grant> refresh(const QString &token) const;
    void revokeAll(); ///< every refresh token

    DeviceCode addDevice(const Grant &grant);
    /// What the person at the page decided; false for a code that is not there.
    bool decide(const QString &userCode, bool isAllowed);
    /// A client asks; less than `interval` seconds after it asked before is too fast.
    DeviceState poll(const QString &deviceCode, Grant *grant, int interval);

private:
    struct Device
    {
        Grant grant;
        QString userCode;
        DeviceState state = DeviceState::Pending;
        qint64 asked = 0; ///< milliseconds
    };

    QString remember(QHash<QString, Grant> &grants, std::deque<QString> &order, const Grant &grant);

    mutable std::mutex m_mutex;
    QHash<QString, Grant> m_codes;
    QHash<QString, Grant> m_refresh;
    QHash<QString, Device> m_devices;
    std::deque<QString> m_codeOrder;
    std::deque<QString> m_refreshOrder;
    std::deque<QString> m_deviceOrder;
};

} // namespace watchdesk::lab
