// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/intake/formats/externalrow.h"

#include <functional>
#include <set>
#include <string>
#include <unordered_map>

namespace watchdesk::intake {

/// What Zeek's logs of one run tell about each other: they name the same connection by its uid and the same file by its
/// fuid. Shared by all files of one Intake::take(). Bounded: beyond kMaxEntries it forgets nothing but learns no more.
class ZeekSession
{
public:
    static constexpr size_t kMaxEntries = 500'000;

    void learn(std::string_view uid, const FiveTuple &tuple);
    const FiveTuple *tuple(std::string_view uid) const;
    /// True the first time that this transfer is told of.
    bool isNewTransfer(std::string_view fuid);

private:
    std::unordered_map<std::string, FiveTuple> m_tuples;
    std::set<std::string, std::less<>> m_transfers;
};

/// One line of any Zeek log, however it was written. `value` gives a field's text by Zeek's own name ("id.orig_h"),
/// "" where it is unset.
struct ZeekRecord
{
    std::string_view log; ///< "conn", "notice" ...
    Ticks time = 0;
    std::function<std::string_view(std::string_view)> value;
    std::string_view json;     ///< the whole record
    std::string_view identity; ///< the bytes that name it
    std::string_view sensor;
    qint64 line = 0;
};

/// Turns Zeek's records into rows: conn → Flows; notice, weird, dpd/analyzer → ExternalAlerts; executables in files and
/// http → ExternalAlerts; the rest → RawEvents.
class ZeekRows
{
public:
    ZeekRows(const FormatInput &input, ZeekSession &session)
        : m_input(input)
        , m_session(session)
        , m_ids("zeek", input.fileName)
    {
    }
    void take(const ZeekRecord &record);
    void finish(); ///< executables that only http told of

private:
    struct Alert
    {
        std::string_view severity;
        std::string signature, signatureId, category, message, file, url, domain, sha1, sha256, md5, uid, fuid;
        FiveTuple tuple;
    };
    struct Held
    {
        Alert alert;
        std::string fuid, json, identity, sensor;
        Ticks time = 0;
        qint64 line = 0;
    };
    static constexpr size_t kMaxHeld = 50'000;

    FiveTuple tuple(const ZeekRecord &record) const;
    void flow(const ZeekRecord &record);
    void notice(const ZeekRecord &record);
    void weird(const ZeekRecord &record);
    void violation(const ZeekRecord &record);
    void file(const ZeekRecord &record);
    void http(const ZeekRecord &record);
    void raw(const ZeekRecord &record);
    void write(const ZeekRecord &record, const Alert &alert);

    FormatInput m_input;
    ZeekSession &m_session;
    ExternalIds m_ids;
    std::vector<Held> m_held;
};

/// "1521911720.629574" (seconds) or ISO; 0 if it is neither.
Ticks zeekTime(std::string_view text);
/// Seconds with fraction as a span.
std::optional<Ticks> zeekInterval(std::string_view text);
/// The log's name from a file's: "conn.log" → "conn", "conn.00:00:00-01:00:00.log", "conn_20240101.json" → "conn".
std::string zeekLogName(const QString &fileName);

} // namespace watchdesk::intake
