// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <limits>
#include <vector>

namespace watchdesk {

/// Where each of many texts ends that stand one behind the other: never before the one in front of it. Four bytes for
/// each, as few columns hold 4 GB; eight for those beyond.
class TextEnds
{
public:
    explicit TextEnds(quint32 lastNear = std::numeric_limits<quint32>::max())
        : m_lastNear(lastNear)
    {
    }

    qsizetype size() const { return qsizetype(m_near.size() + m_far.size()); }
    qint64 at(qsizetype row) const
    {
        const auto place = size_t(row);
        return place < m_near.size() ? m_near[place] : m_far[place - m_near.size()];
    }
    /// Where the text begins.
    qint64 before(qsizetype row) const { return row == 0 ? 0 : at(row - 1); }

    void append(qint64 end)
    {
        if (end <= m_lastNear)
            m_near.push_back(quint32(end));
        else
            m_far.push_back(end);
    }
    /// Without texts; the room for them stays.
    void clear()
    {
        m_near.clear();
        m_far.clear();
    }

private:
    quint32 m_lastNear;
    std::vector<quint32> m_near;
    std::vector<qint64> m_far;
};

} // namespace watchdesk
