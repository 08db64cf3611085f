// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/ticks.h"

#include <QString>

#include <unordered_map>
#include <vector>

namespace watchdesk::store {
class Store;
}

namespace watchdesk::story {

/// All recorded process starts of one device and who started whom. Built for one tree, then thrown away; read-only
/// after load(). Ids are reused: a parent is the start with the id and creation time that the child names, and where
/// the child names no time, the latest start of that id before it.
class ProcessStarts
{
public:
    struct Start
    {
        qint64 row = 0; ///< in DeviceProcessEvents
        qint64 id = 0;
        Ticks created = 0; ///< its creation time, or when the event was written
        qint64 parentId = 0;
        Ticks parentCreated = 0; ///< 0 = not recorded
        int parent = -1;         ///< index of the parent's start; -1 = not recorded
        std::vector<int> children;
    };

    static Result<ProcessStarts> load(store::Store &store, const QString &deviceId);

    const std::vector<Start> &all() const { return m_starts; }
    const Start &operator[](int index) const { return m_starts[size_t(index)]; }
    /// The start with this id and creation time; without a time the latest one not after `before`; -1 if there is none.
    int find(qint64 id, Ticks created, Ticks before) const;
    /// Starts whose parent has no recorded start: those that name this one.
    std::vector<int> childrenOf(qint64 id, Ticks created) const;

private:
    std::vector<Start> m_starts;
    std::unordered_map<qint64, std::vector<int>> m_byId; ///< in order of creation
};

/// Creation times of one process differ by less than this between sources.
inline constexpr Ticks kSameStart = kTicksPerMillisecond;

} // namespace watchdesk::story
