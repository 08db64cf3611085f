// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/lab/scenario/networkflow.h"
#include "app/lab/scenario/world.h"

#include <QStringList>

namespace watchdesk::lab {

/// A connection as the sensor has it: with the ids it gave and the time at which it saw it.
struct SeenFlow
{
    NetworkFlow connection; ///< its time is the sensor's
    quint64 flowId = 0;     ///< Suricata's
    std::string uid;        ///< Zeek's
};

/// The network sensors of the first site: they see its last day, or a sample of it where there is too much, and write
/// it in Suricata's and Zeek's own formats, with the alerts that such sensors raise about harmless traffic, about
/// hosts that are nobody's, and about flows that no device reported. Used by one thread.
class SensorLog : public FlowSink
{
public:
    /// `expectedRows` of all events, from which the sample is worked out.
    static Result<std::unique_ptr<SensorLog>> create(const World &world, double expectedRows);

    void offer(int device, NetworkFlow connection, bool isAlwaysSeen) override;
    /// Writes the files under `folder`; their paths.
    Result<QStringList> write(const QString &folder);

    const std::vector<SeenFlow> &connections() const { return m_seen; }

private:
    struct Harmless
    {
        SensorMark mark;
        std::string service;
        double chance = 0;
    };
    /// An alert about a flow that no device reported.
    struct Unmatched
    {
        SensorMark mark;
        std::string from, to, service; ///< "guest", "internet", "public", "device"; a service is optional
        int port = 0, count = 1;
    };

    SensorLog(const World &world, double share);
    Result<void> readNoise();
    void add(NetworkFlow connection);
    void addUnmatched(const Unmatched &noise);
    std::string address(const std::string &kind);

    const World &m_world;
    double m_share;
    Random m_random;
    std::vector<Harmless> m_harmless;
    std::vector<Unmatched> m_unmatched;
    std::vector<SeenFlow> m_seen;
};

} // namespace watchdesk::lab
