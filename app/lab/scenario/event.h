// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/ticks.h"

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace watchdesk::lab {

struct Account;
struct Program;

/// One run of a program on one device. Shared by the events that it causes.
struct Process
{
    qint64 id = 0;
    Ticks created = 0;
    const Program *program = nullptr;
    const Account *account = nullptr;
    std::string commandLine;
    std::string integrity;
    qint64 logonId = 0;
    qint64 session = 0;
    std::string uniqueId;
    std::shared_ptr<const Process> parent;
};
using ProcessPointer = std::shared_ptr<const Process>;

enum class EventTable { Process, Network, File, Registry, Logon, Event, ImageLoad };
inline constexpr int kEventTableCount = 7;

/// A cell of a row that is about to be; `column` is a literal or belongs to a Script, which outlives all events.
struct Field
{
    std::string_view column;
    std::variant<qint64, std::string> value;
};

/// One row of a hunting table before it is one: small, sortable by time.
struct Event
{
    EventTable table = EventTable::Event;
    Ticks time = 0;
    int device = 0;
    ProcessPointer by;      ///< fills InitiatingProcess*
    ProcessPointer subject; ///< the process made or opened; fills the row's own file, process and account columns
    std::vector<Field> fields;
};

} // namespace watchdesk::lab
