// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/ticks.h"
#include "app/lab/scenario/script.h"

#include <string>

namespace watchdesk::lab {

/// A connection as the network sees it, from the one who opens it. A value type.
struct NetworkFlow
{
    Ticks time = 0;
    std::string originIp, responderIp;
    int originPort = 0, responderPort = 0;
    std::string protocol; ///< "Tcp" or "Udp"
    std::string service;  ///< "tls", "http", "dns", "smb" …; "-" or empty: not recognised
    std::string domain;   ///< server name, host or question
    std::string answer;   ///< dns: the address
    std::string path;     ///< http
    std::string fileName; ///< http: what was downloaded
    qint64 bytesOut = 0, bytesIn = 0;
    double seconds = 0;
    std::vector<SensorMark> marks;
};

/// Takes what crosses the wire. Implemented by SensorLog; a player without one keeps the network to itself.
class FlowSink
{
public:
    virtual ~FlowSink() = default;
    /// `isAlwaysSeen`: part of the story, never left out by sampling.
    virtual void offer(int device, NetworkFlow connection, bool isAlwaysSeen) = 0;
};

} // namespace watchdesk::lab
