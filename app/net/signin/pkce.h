// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace watchdesk::net {

/// RFC 7636: proves that who redeems a code is who asked for it.
struct Pkce
{
    QByteArray verifier; ///< stays here until the code is redeemed
    QByteArray challenge;

    static Pkce make();
};

} // namespace watchdesk::net
