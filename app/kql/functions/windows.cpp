// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Functions over all rows in their order that SQL's windows cannot be.

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"

#include <charconv>

namespace watchdesk::kql {

namespace {

/// Of times in order ("638…", "n" for null, "r…" where a session is to restart): each one's session's start.
std::string sessionStarts(Text times, qint64 fromFirst, qint64 betweenNeighbours)
{
    std::vector<std::string> starts;
    MaybeLong start;
    MaybeLong before;
    for (size_t at = 0; at < times.size();) {
        const size_t end = std::min(times.find(',', at), times.size());
        Text time = times.substr(at, end - at);
        at = end + 1;
        const bool restart = time.starts_with("r");
        time.remove_prefix(restart);
        MaybeLong now;
        qint64 ticks = 0;
        if (std::from_chars(time.data(), time.data() + time.size(), ticks).ec == std::errc())
            now = ticks;
        const bool isNew =
            restart || !start || !before || !now || *now >= *start + fromFirst || *now >= *before + betweenNeighbours;
        if (isNew)
            start = now;
        before = now;
        starts.push_back(start ? std::to_string(*start) : "NULL");
    }
    return jsonArrayFrom(starts);
}

} // namespace

QList<NativeFunction> windowFunctions() { return {native("kql_session_starts", sessionStarts)}; }

} // namespace watchdesk::kql
