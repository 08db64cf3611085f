// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/story/correlate.h"

#include <QString>

namespace watchdesk::story {

class HeldTables;

/// The points of each reason; together they never exceed 1.
struct Points
{
    static constexpr double kFlow = 0.45;     ///< same addresses, ports and protocol
    static constexpr double kFlowTime = 0.20; ///< and at the same moment; fades to 0 at the window's end
    static constexpr double kRemote = 0.20;   ///< same device and remote address and port only
    static constexpr double kRemoteTime = 0.10;
    static constexpr double kUnknownDevice = 0.10; ///< taken off where nothing else says that it is this device
    static constexpr double kFile = 0.35;          ///< same hash, where no connection was found
    static constexpr double kFileToo = 0.05;       ///< same hash on the device, beside a connection
    static constexpr double kAddress = 0.15; ///< the address was the device's within the hour, 0.10 within the day
    static constexpr double kHostName = 0.08;
    static constexpr double kSameProcess = 0.05; ///< a Defender alert on the process
    static constexpr double kProcessTree = 0.04; ///< on its ancestor or descendant
    static constexpr double kSameRemote =
        0.02; ///< and it names the remote address, or another alert of the device does
};

/// One statement that gives the best candidate of every external alert, in the columns that correlate.cpp reads.
QString correlationQuery(const HeldTables &held, const CorrelateOptions &options);

} // namespace watchdesk::story
