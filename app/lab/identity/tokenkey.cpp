// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/identity/tokenkey.h"

#include "app/base/owned.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QList>
#include <QSslCertificate>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <future>

namespace watchdesk::lab {

namespace {

constexpr auto kEncoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr int kKeyBits = 2'048;

using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using Digest = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;
using Number = Owned<BIGNUM, BN_free>;
using Bio = Owned<BIO, BIO_free>;
using Certificate = Owned<X509, X509_free>;

const unsigned char *bytesOf(const QByteArray &text)
{
    return reinterpret_cast<const unsigned char *>(text.constData());
}

QByteArray encoded(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(kEncoding);
}

QByteArray signature(EVP_PKEY *key, const QByteArray &text)
{
    const Digest digest(EVP_MD_CTX_new());
    size_t size = 0;
    if (EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key) != 1 ||
        EVP_DigestSign(digest.get(), nullptr, &size, bytesOf(text), size_t(text.size())) != 1)
        return {};
    QByteArray bytes(qsizetype(size), '\0');
    if (EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char *>(bytes.data()), &size, bytesOf(text),
                       size_t(text.size())) != 1)
        return {};
    return bytes.left(qsizetype(size));
}

bool isVerified(EVP_PKEY *key, const QByteArray &text, const QByteArray &bytes, bool isPss)
{
    const Digest digest(EVP_MD_CTX_new());
    EVP_PKEY_CTX *context = nullptr; // belongs to `digest`
    if (EVP_DigestVerifyInit(digest.get(), &context, EVP_sha256(), nullptr, key) != 1)
        return false;
    if (isPss && EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) != 1)
        return false;
    return EVP_DigestVerify(digest.get(), bytesOf(bytes), size_t(bytes.size()), bytesOf(text), size_t(text.size())) ==
           1;
}

QByteArray numberOf(EVP_PKEY *key, const char *name)
{
    BIGNUM *raw = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &raw) != 1)
        return {};
    const Number number(raw);
    QByteArray bytes(BN_num_bytes(number.get()), '\0');
    BN_bn2bin(number.get(), reinterpret_cast<unsigned char *>(bytes.data()));
    return bytes.toBase64(kEncoding);
}

/// Header, payload and signature; empty for a text that is none.
QList<QByteArray> partsOf(const QByteArray &token)
{
    const QList<QByteArray> parts = token.split('.');
    return parts.size() == 3 ? parts : QList<QByteArray>();
}

} // namespace

class TokenKey::Private
{
public:
    /// By value: the thread may outlive a lab that was ended at once.
    std::shared_future<std::shared_ptr<EVP_PKEY>> made =
        std::async(std::launch::async, [] {
            return std::shared_ptr<EVP_PKEY>(EVP_RSA_gen(kKeyBits), EVP_PKEY_free);
        }).share();
    QString id = QString::fromLatin1(randomText(12));

    EVP_PKEY *key() const { return made.get().get(); }
};

TokenKey::TokenKey()
    : d(std::make_unique<Private>())
{
}

TokenKey::~TokenKey() = default;

QByteArray TokenKey::token(const QJsonObject &payload) const
{
    const QJsonObject header{{QStringLiteral("typ"), QStringLiteral("JWT")},
                             {QStringLiteral("alg"), QStringLiteral("RS256")},
                             {QStringLiteral("kid"), d->id}};
    const QByteArray text = encoded(header) + '.' + encoded(payload);
    return text + '.' + signature(d->key(), text).toBase64(kEncoding);
}

bool TokenKey::hasSigned(const QByteArray &token) const
{
    const QList<QByteArray> parts = partsOf(token);
    return !parts.isEmpty() &&
           isVerified(d->key(), parts[0] + '.' + parts[1], QByteArray::fromBase64(parts[2], kEncoding), false);
}

QJsonObject TokenKey::published() const
{
    const QJsonObject key{{QStringLiteral("kty"), QStringLiteral("RSA")},
                          {QStringLiteral("use"), QStringLiteral("sig")},
                          {QStringLiteral("alg"), QStringLiteral("RS256")},
                          {QStringLiteral("kid"), d->id},
                          {QStringLiteral("n"), QString::fromLatin1(numberOf(d->key(), OSSL_PKEY_PARAM_RSA_N))},
                          {QStringLiteral("e"), QString::fromLatin1(numberOf(d->key(), OSSL_PKEY_PARAM_RSA_E))}};
    return {{QStringLiteral("keys"), QJsonArray{key}}};
}

bool isSignedBy(const QByteArray &token, const QByteArray &certificatePem)
{
    const QList<QByteArray> parts = partsOf(token);
    if (parts.isEmpty())
        return false;
    const QSslCertificate named(certificatePem, QSsl::Pem);
    const QJsonObject header = QJsonDocument::fromJson(QByteArray::fromBase64(parts[0], kEncoding)).object();
    const auto names = [&](const char *field, QCryptographicHash::Algorithm hash) {
        return header.value(QLatin1String(field)).toString().toLatin1() == named.digest(hash).toBase64(kEncoding);
    };
    if (named.isNull() || (!names("x5t#S256", QCryptographicHash::Sha256) && !names("x5t", QCryptographicHash::Sha1)))
        return false;
    const QString algorithm = header.value(u"alg").toString();
    if (algorithm != QLatin1String("RS256") && algorithm != QLatin1String("PS256"))
        return false;
    const Bio bio(BIO_new_mem_buf(certificatePem.constData(), int(certificatePem.size())));
    const Certificate certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    const Key key(certificate ? X509_get_pubkey(certificate.get()) : nullptr);
    return key && isVerified(key.get(), parts[0] + '.' + parts[1], QByteArray::fromBase64(parts[2], kEncoding),
                             algorithm == QLatin1String("PS256"));
}

QJsonObject payloadOf(const QByteArray &token)
{
    const QList<QByteArray> parts = partsOf(token);
    return parts.isEmpty() ? QJsonObject()
                           : QJsonDocument::fromJson(QByteArray::fromBase64(parts[1], kEncoding)).object();
}

bool isSameSecret(const QByteArray &left, const QByteArray &right)
{
    if (left.size() != right.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= left.at(i) ^ right.at(i);
    return difference == 0;
}

} // namespace watchdesk::lab
