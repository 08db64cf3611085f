// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/signin/clientassertion.h"

#include "app/base/owned.h"
#include "app/base/safetext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QUuid>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace watchdesk::net {

namespace {

constexpr qint64 kValidSeconds = 300; ///< long enough for a clock that is a little off, no longer
constexpr qint64 kSkewSeconds = 60;
constexpr int kLeastKeyBits = 2'048;
constexpr qsizetype kLargestPem = 256 * 1'024;

constexpr auto kEncoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

using Bio = Owned<BIO, BIO_free>;
using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using Certificate = Owned<X509, X509_free>;
using Context = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;

tl::unexpected<Error> unusable(const QString &why)
{
    return failure(Error::Kind::InvalidInput,
                   QCoreApplication::translate("net", "The certificate cannot be used: %1").arg(why));
}

struct Pair
{
    Certificate certificate;
    Key key;
};

/// OpenSSL would ask on the terminal for the password of an encrypted key.
int noPassword(char *, int, int, void *) { return -1; }

Result<Pair> readPair(const QByteArray &pem)
{
    if (pem.size() > kLargestPem)
        return unusable(QCoreApplication::translate("net", "the file is too large."));
    const auto reader = [&pem] { return Bio(BIO_new_mem_buf(pem.constData(), int(pem.size()))); };
    Pair pair;
    pair.certificate.reset(PEM_read_bio_X509(reader().get(), nullptr, noPassword, nullptr));
    if (!pair.certificate)
        return unusable(QCoreApplication::translate("net", "the file holds no certificate in PEM form."));
    pair.key.reset(PEM_read_bio_PrivateKey(reader().get(), nullptr, noPassword, nullptr));
    if (!pair.key)
        return unusable(
            pem.contains("ENCRYPTED")
                ? QCoreApplication::translate("net", "its private key is encrypted; give it without a password.")
                : QCoreApplication::translate("net", "the file holds no private key in PEM form."));
    if (X509_check_private_key(pair.certificate.get(), pair.key.get()) != 1)
        return unusable(QCoreApplication::translate("net", "the private key does not belong to it."));
    if (EVP_PKEY_base_id(pair.key.get()) != EVP_PKEY_RSA || EVP_PKEY_bits(pair.key.get()) < kLeastKeyBits)
        return unusable(
            QCoreApplication::translate("net", "it takes an RSA key of at least %1 bits.").arg(kLeastKeyBits));
    return pair;
}

QByteArray derOf(X509 *certificate)
{
    unsigned char *bytes = nullptr;
    const int size = i2d_X509(certificate, &bytes);
    const QByteArray der(reinterpret_cast<const char *>(bytes), std::max(size, 0));
    OPENSSL_free(bytes);
    return der;
}

QByteArray encoded(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(kEncoding);
}

Result<QByteArray> signature(EVP_PKEY *key, const QByteArray &text)
{
    const Context context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *keyContext = nullptr; // belongs to `context`
    size_t size = 0;
    const auto *data = reinterpret_cast<const unsigned char *>(text.constData());
    const bool isReady = EVP_DigestSignInit(context.get(), &keyContext, EVP_sha256(), nullptr, key) == 1 &&
                         EVP_PKEY_CTX_set_rsa_padding(keyContext, RSA_PKCS1_PSS_PADDING) == 1 &&
                         EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext, RSA_PSS_SALTLEN_DIGEST) == 1 &&
                         EVP_DigestSign(context.get(), nullptr, &size, data, size_t(text.size())) == 1;
    QByteArray bytes(qsizetype(size), '\0');
    if (!isReady || EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(bytes.data()), &size, data,
                                   size_t(text.size())) != 1)
        return unusable(QCoreApplication::translate("net", "its key cannot sign."));
    return bytes.left(qsizetype(size));
}

} // namespace

Result<CertificateFacts> certificateFacts(const QByteArray &pem)
{
    const auto pair = readPair(pem);
    if (!pair)
        return failure(pair.error());
    const QByteArray der = derOf(pair->certificate.get());
    const QSslCertificate certificate(der, QSsl::Der);
    const QStringList names = certificate.subjectInfo(QSslCertificate::CommonName);
    return CertificateFacts{
        visibleText(names.join(QStringLiteral(", ")), 200),
        QString::fromLatin1(QCryptographicHash::hash(der, QCryptographicHash::Sha1).toHex().toUpper()),
        certificate.expiryDate().toUTC()};
}

Result<QByteArray> clientAssertion(const QByteArray &pem, const QString &clientId, const QUrl &tokenUrl)
{
    const auto pair = readPair(pem);
    if (!pair)
        return failure(pair.error());
    const QByteArray thumbprint = QCryptographicHash::hash(derOf(pair->certificate.get()), QCryptographicHash::Sha256);
    const QJsonObject header{{QStringLiteral("alg"), QStringLiteral("PS256")},
                             {QStringLiteral("typ"), QStringLiteral("JWT")},
                             {QStringLiteral("x5t#S256"), QString::fromLatin1(thumbprint.toBase64(kEncoding))}};
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QJsonObject claims{
        {QStringLiteral("aud"), tokenUrl.toString(QUrl::FullyEncoded)},
        {QStringLiteral("iss"), clientId},
        {QStringLiteral("sub"), clientId},
        {QStringLiteral("jti"), QUuid::createUuid().toString(QUuid::WithoutBraces)},
        {QStringLiteral("nbf"), now - kSkewSeconds},
        {QStringLiteral("exp"), now + kValidSeconds},
    };
    const QByteArray text = encoded(header) + '.' + encoded(claims);
    const auto signedText = signature(pair->key.get(), text);
    if (!signedText)
        return failure(signedText.error());
    return text + '.' + signedText->toBase64(kEncoding);
}

} // namespace watchdesk::net
