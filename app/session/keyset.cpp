// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/keyset.h"

#include <QHashFunctions>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace watchdesk::session {

namespace {

constexpr size_t kFirstPlaces = 1024; // a power of two

} // namespace

KeySet::KeySet()
    : m_seed(QRandomGenerator::system()->generate64())
    , m_hashes(kFirstPlaces, 0)
{
}

void KeySet::insert(std::string_view key)
{
    const quint64 hash = hashOf(key);
    const size_t place = placeOf(hash);
    if (m_hashes[place] == hash)
        return;
    m_hashes[place] = hash;
    ++m_size;
    if (size_t(m_size) * 2 > m_hashes.size())
        grow();
}

bool KeySet::contains(std::string_view key) const
{
    const quint64 hash = hashOf(key);
    return m_hashes[placeOf(hash)] == hash;
}

quint64 KeySet::hashOf(std::string_view key) const
{
    static_assert(sizeof(size_t) == sizeof(quint64));
    return std::max<quint64>(1, qHashBits(key.data(), key.size(), m_seed));
}

/// Where the hash stands, or would.
size_t KeySet::placeOf(quint64 hash) const
{
    const size_t mask = m_hashes.size() - 1;
    size_t place = hash & mask;
    while (m_hashes[place] != 0 && m_hashes[place] != hash)
        place = (place + 1) & mask;
    return place;
}

void KeySet::grow()
{
    const std::vector<quint64> old = std::exchange(m_hashes, std::vector<quint64>(m_hashes.size() * 2, 0));
    for (const quint64 hash : old) {
        if (hash != 0)
            m_hashes[placeOf(hash)] = hash;
    }
}

} // namespace watchdesk::session
