// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <string_view>
#include <vector>

namespace watchdesk::session {

/// Which of a million keys were seen, in 32 bytes each at most: of a key its hash is kept, with a seed that nobody
/// outside knows. That a key which was not seen is taken for one that was has a chance of one in 10^13 for each million
/// kept. A value type, one thread.
class KeySet
{
public:
    KeySet();

    void insert(std::string_view key);
    bool contains(std::string_view key) const;
    qsizetype size() const { return m_size; }

private:
    quint64 hashOf(std::string_view key) const;
    size_t placeOf(quint64 hash) const;
    void grow();

    quint64 m_seed;
    qsizetype m_size = 0;
    std::vector<quint64> m_hashes; ///< 0 is a free place
};

} // namespace watchdesk::session
