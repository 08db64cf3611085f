// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Digests of text in hexadecimal digits, and xxHash64 of text and numbers.

#include "app/kql/functions/natives.h"

#include <QCryptographicHash>

#include <cstring>

namespace watchdesk::kql {

namespace {

MaybeText digest(Text algorithm, Text text)
{
    const auto kind = algorithm == "sha256" ? QCryptographicHash::Sha256
                      : algorithm == "sha1" ? QCryptographicHash::Sha1
                                            : QCryptographicHash::Md5;
    const QByteArray bytes(text.data(), qsizetype(text.size()));
    return QCryptographicHash::hash(bytes, kind).toHex().toStdString();
}

// https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md
const quint64 kPrime1 = 0x9e3779b185ebca87;
const quint64 kPrime2 = 0xc2b2ae3d27d4eb4f;
const quint64 kPrime3 = 0x165667b19e3779f9;
const quint64 kPrime4 = 0x85ebca77c2b2ae63;
const quint64 kPrime5 = 0x27d4eb2f165667c5;

quint64 rotated(quint64 value, int by) { return value << by | value >> (64 - by); }

quint64 mixed(quint64 lane, quint64 input) { return rotated(lane + input * kPrime2, 31) * kPrime1; }

template <class T>
T littleEndian(const char *at)
{
    T value = 0;
    for (size_t i = 0; i < sizeof(T); ++i)
        value |= T(static_cast<unsigned char>(at[i])) << (8 * i);
    return value;
}

/// The state after all whole stripes of 32 bytes.
quint64 stripes(Text &rest)
{
    quint64 lanes[4] = {kPrime1 + kPrime2, kPrime2, 0, 0 - kPrime1};
    while (rest.size() >= 32) {
        for (size_t i = 0; i < 4; ++i)
            lanes[i] = mixed(lanes[i], littleEndian<quint64>(rest.data() + 8 * i));
        rest.remove_prefix(32);
    }
    quint64 hash = rotated(lanes[0], 1) + rotated(lanes[1], 7) + rotated(lanes[2], 12) + rotated(lanes[3], 18);
    for (const quint64 lane : lanes)
        hash = (hash ^ mixed(0, lane)) * kPrime1 + kPrime4;
    return hash;
}

qint64 xxHash(Text text)
{
    Text rest = text;
    quint64 hash = (text.size() >= 32 ? stripes(rest) : kPrime5) + text.size();
    for (; rest.size() >= 8; rest.remove_prefix(8))
        hash = rotated(hash ^ mixed(0, littleEndian<quint64>(rest.data())), 27) * kPrime1 + kPrime4;
    if (rest.size() >= 4) {
        hash = rotated(hash ^ littleEndian<quint32>(rest.data()) * kPrime1, 23) * kPrime2 + kPrime3;
        rest.remove_prefix(4);
    }
    for (const char c : rest)
        hash = rotated(hash ^ static_cast<unsigned char>(c) * kPrime5, 11) * kPrime1;
    hash = (hash ^ hash >> 33) * kPrime2;
    hash = (hash ^ hash >> 29) * kPrime3;
    return qint64(hash ^ hash >> 32);
}

/// The number's eight bytes, the low one first.
qint64 xxHashOfLong(qint64 value)
{
    char bytes[8];
    for (int i = 0; i < 8; ++i)
        bytes[i] = char(quint64(value) >> (8 * i));
    return xxHash({bytes, sizeof bytes});
}

} // namespace

QList<NativeFunction> hashFunctions()
{
    return {
        native("kql_hash", digest),
        native("kql_xxhash", xxHash),
        native("kql_xxhash", xxHashOfLong),
    };
}

} // namespace watchdesk::kql
