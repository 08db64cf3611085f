// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/signin/pkce.h"

#include <QCryptographicHash>
#include <QList>
#include <QRandomGenerator>

namespace watchdesk::net {

namespace {

constexpr auto kEncoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray randomToken(int count)
{
    QList<quint32> words((count + 3) / 4);
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.constData()), count).toBase64(kEncoding);
}

Pkce Pkce::make()
{
    const QByteArray verifier = randomToken(32);
    return {verifier, QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(kEncoding)};
}

} // namespace watchdesk::net
