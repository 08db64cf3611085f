// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/identity/certificate.h"

#include "app/base/owned.h"

#include <QHostAddress>
#include <QRandomGenerator>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace watchdesk::lab {

namespace {

using Key = Owned<EVP_PKEY, EVP_PKEY_free>;
using Bio = Owned<BIO, BIO_free>;
using Certificate = Owned<X509, X509_free>;
using Extension = Owned<X509_EXTENSION, X509_EXTENSION_free>;

QByteArray textOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, qsizetype(size));
}

void add(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    if (extension)
        X509_add_ext(certificate, extension.get(), -1);
}

QByteArray alternativeNames(const QStringList &hosts)
{
    QStringList names;
    for (const QString &host : hosts)
        names.append((QHostAddress(host).isNull() ? QStringLiteral("DNS:") : QStringLiteral("IP:")) + host);
    return names.join(u',').toLatin1();
}

void describe(X509 *certificate, const CertificateWish &wish)
{
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), QRandomGenerator::system()->generate64() >> 2);
    X509_gmtime_adj(X509_getm_notBefore(certificate), long(wish.from));
    X509_gmtime_adj(X509_getm_notAfter(certificate), long(wish.to));
    const QByteArray name = wish.commonName.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name.constData()), -1, -1, 0);
}

} // namespace

CertificatePair makeCertificate(const CertificateWish &wish, const CertificatePair &issuer)
{
    const Key key(wish.isRsa ? EVP_RSA_gen(2'048) : EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    const Bio issuerBio(BIO_new_mem_buf(issuer.certificate.constData(), int(issuer.certificate.size())));
    const Bio issuerKeyBio(BIO_new_mem_buf(issuer.key.constData(), int(issuer.key.size())));
    const Certificate above(PEM_read_bio_X509(issuerBio.get(), nullptr, nullptr, nullptr));
    const Key keyAbove(PEM_read_bio_PrivateKey(issuerKeyBio.get(), nullptr, nullptr, nullptr));
    X509 *signer = above ? above.get() : certificate.get();
    describe(certificate.get(), wish);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));
    X509_set_pubkey(certificate.get(), key.get());
    add(certificate.get(), signer, NID_basic_constraints,
        wish.isAuthority ? QByteArray("critical,CA:TRUE") : QByteArray("critical,CA:FALSE"));
    add(certificate.get(), signer, NID_key_usage,
        wish.isAuthority ? QByteArray("critical,keyCertSign,cRLSign") : QByteArray("critical,digitalSignature"));
    add(certificate.get(), signer, NID_subject_key_identifier, "hash");
    if (!wish.hosts.isEmpty())
        add(certificate.get(), signer, NID_subject_alt_name, alternativeNames(wish.hosts));
    if (X509_sign(certificate.get(), keyAbove ? keyAbove.get() : key.get(), EVP_sha256()) == 0)
        return {};
    const Bio out(BIO_new(BIO_s_mem()));
    const Bio keyOut(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(out.get(), certificate.get());
    PEM_write_bio_PrivateKey(keyOut.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {textOf(out.get()), textOf(keyOut.get())};
}

} // namespace watchdesk::lab
