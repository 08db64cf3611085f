// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/random.h"

namespace watchdesk::lab {

namespace {

quint64 mixed(quint64 z)
{
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

} // namespace

quint64 stableHash(std::string_view text, quint64 number)
{
    quint64 hash = 0xCBF29CE484222325ULL;
    for (const char c : text)
        hash = (hash ^ quint8(c)) * 0x100000001B3ULL;
    return mixed(hash ^ mixed(number + 0x9E3779B97F4A7C15ULL));
}

Random Random::fork(std::string_view what, quint64 index) const { return Random(m_state ^ stableHash(what, index)); }

quint64 Random::next()
{
    m_state += 0x9E3779B97F4A7C15ULL;
    return mixed(m_state);
}

qint64 Random::below(qint64 bound)
{
    // The bias of a plain remainder is below 2^-40 for the bounds used here.
    return qint64(next() % quint64(bound));
}

double Random::unit() { return double(next() >> 11) * 0x1.0p-53; }

QByteArray Random::hex(int digits)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    QByteArray text(digits, Qt::Uninitialized);
    quint64 bits = 0;
    for (int i = 0; i < digits; ++i) {
        if (i % 16 == 0)
            bits = next();
        text[i] = kDigits[bits & 15];
        bits >>= 4;
    }
    return text;
}

QByteArray Random::guid()
{
    QByteArray text = hex(32);
    text[12] = '4';
    text[16] = 'a';
    for (const int place : {20, 16, 12, 8})
        text.insert(place, '-');
    return text;
}

} // namespace watchdesk::lab
