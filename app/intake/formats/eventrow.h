// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/intake/formats/jsonfields.h"
#include "app/intake/formats/rowset.h"
#include "app/intake/formats/windowsevent.h"
#include "app/intake/formats/windowsfacts.h"

#include <functional>

namespace watchdesk::intake {

/// The next ReportId of a device.
using ReportNumbers = std::function<qint64(const QByteArray &deviceId)>;

/// One event with what is known around it; what the mapping functions are given.
struct EventContext
{
    const WindowsEvent &event;
    const HostFacts &host;
    RowSet &rows;
    const ReportNumbers &nextReport;
    Ticks time = 0; ///< corrected

    /// "sysmon:10": which record a translated row was made from.
    std::string source() const;
};

/// One row of a hunting table in the making; complete when it goes out of scope. Columns that a table lacks are left
/// out, so the same steps serve every table.
class EventRow
{
public:
    EventRow(const EventContext &context, std::string_view table, std::string_view action);
    ~EventRow() { m_row.end(); }
    EventRow(const EventRow &) = delete;
    EventRow &operator=(const EventRow &) = delete;

    EventRow &text(std::string_view column, std::string_view value);
    EventRow &number(std::string_view column, std::optional<qint64> value);
    EventRow &time(std::string_view column, Ticks value);
    EventRow &boolean(std::string_view column, bool value);
    EventRow &extra(JsonFields fields); ///< AdditionalFields

    /// FileName and FolderPath of `path`.
    EventRow &file(std::string_view path);
    /// "SHA1=..,MD5=..,SHA256=.." to <prefix>SHA1, <prefix>MD5, <prefix>SHA256, lower case.
    EventRow &hashes(std::string_view list, std::string_view prefix = {});
    /// "domain\name" to <prefix>AccountDomain and <prefix>AccountName.
    EventRow &account(std::string_view user, std::string_view prefix = {});
    /// RemoteIP, RemotePort ... : `column` + "IP", "IPType", "Port".
    EventRow &endpoint(std::string_view side, std::string_view address, std::string_view port);
    /// InitiatingProcess*: what the event says, and the rest from the recorded start of that process.
    EventRow &initiating(std::string_view guid, std::string_view id, std::string_view image, std::string_view user);

private:
    void initiatingFromStart(const ProcessStart &start);

    const EventContext &m_context;
    RowBuffer &m_row;
};

std::string_view baseName(std::string_view path); ///< behind the last \ or /
/// "Public", "Private", "Loopback" ... as the hunting tables call it; "" for no address.
std::string_view addressType(std::string_view normalAddress);

// The mappings. False: this event has no table of its own (or a better twin) and is to be kept raw.
bool mapSysmon(const EventContext &context);
bool mapSecurity(const EventContext &context);
bool mapOtherChannel(const EventContext &context);

} // namespace watchdesk::intake
