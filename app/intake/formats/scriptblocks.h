// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/intake/formats/eventrow.h"

#include <map>
#include <string>

namespace watchdesk::intake {

/// Joins the parts in which PowerShell logs a long script (event 4104) and makes one ScriptContent row of them: when
/// the last part is there, or with what is there at the end. Memory is bounded: see kMaxPending.
class ScriptBlocks
{
public:
    /// False if the event is not a 4104.
    bool take(const EventContext &context);
    void finish(RowSet &rows, const ReportNumbers &nextReport);

private:
    struct Script
    {
        const HostFacts *host = nullptr;
        Ticks time = 0;
        qint64 total = 1;
        std::map<qint64, std::string> parts;
        std::string path, source;
        size_t bytes = 0;
    };
    static constexpr size_t kMaxPending = 64 * 1024 * 1024;

    void write(const Script &script, const std::string &id, RowSet &rows, const ReportNumbers &nextReport);

    std::map<std::string, Script> m_scripts; ///< by host and ScriptBlockId
    size_t m_bytes = 0;
};

} // namespace watchdesk::intake
