// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QUrl>

namespace watchdesk::net {

/// How one tenant's services are reached from here. There is no way to have TLS errors ignored: whoever sits behind an
/// inspecting proxy names its certificate authority instead.
struct NetworkSettings
{
    QUrl proxy;       ///< "http://host:8080" or "socks5://host:1080"; empty = what the system says
    QByteArray caPem; ///< certificate authorities to trust besides the system's

    bool operator==(const NetworkSettings &) const = default;
};

/// InvalidInput, in plain words, for a proxy with a password in it or of an unknown kind, and for a text that holds no
/// certificate.
Result<void> checkSettings(const NetworkSettings &settings);

} // namespace watchdesk::net
