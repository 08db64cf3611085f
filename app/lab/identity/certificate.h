// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringList>

namespace watchdesk::lab {

/// A certificate and its private key, PEM.
struct CertificatePair
{
    QByteArray certificate;
    QByteArray key;
};

/// What a certificate is to say. Times are seconds from now.
struct CertificateWish
{
    QString commonName;
    QStringList hosts; ///< names and addresses that it is for
    qint64 from = -3'600;
    qint64 to = 30 * 86'400;
    bool isAuthority = false;
    bool isRsa = false; ///< 2048 bits; else the curve P-256, which is made at once
};

/// Makes one, signed by `issuer`, or by itself where that is empty. Empty when OpenSSL fails.
CertificatePair makeCertificate(const CertificateWish &wish, const CertificatePair &issuer = {});

} // namespace watchdesk::lab
