// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/signin/pkce.h"

#include "app/base/randomtext.h"

#include <QCryptographicHash>

namespace watchdesk::net {

namespace {

constexpr auto kEncoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

Pkce Pkce::make()
{
    const QByteArray verifier = randomText(32);
    return {verifier, QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(kEncoding)};
}

} // namespace watchdesk::net
