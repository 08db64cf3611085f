// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/scenario/event.h"
#include "app/lab/scenario/networkflow.h"
#include "app/lab/scenario/residents.h"
#include "app/lab/scenario/world.h"

#include <map>

namespace watchdesk::lab {

/// Counters that go on from script to script: process ids and local ports of each device. Owned by the generator.
class DeviceCounters
{
public:
    explicit DeviceCounters(int devices)
        : m_processes(size_t(devices), 0)
        , m_ports(size_t(devices), 0)
    {
    }
    qint64 nextProcessId(int device, Random &random);
    int nextPort(int device, Random &random);

private:
    std::vector<quint16> m_processes, m_ports;
};

/// Where, when and by whom a script is played; labels name the processes that it has started so far.
struct Scene
{
    int device = 0;
    Ticks at = 0;
    Random random{0};
    quint64 choice = 0; ///< what "${pick:…}" depends on
    const Account *user = nullptr;
    Residents *residents = nullptr;
    int peer = -1; ///< the other device, once there is one
    std::map<std::string, ProcessPointer, std::less<>> labels = {};
};

/// Turns a Script's steps into events of one device and connections on the network.
/// Used by one thread; refers to what it is given. A step whose process or host does not exist is left out.
class Player
{
public:
    Player(const World &world, const BootCalendar &boots, DeviceCounters &counters, std::vector<Event> &out,
           FlowSink *network)
        : m_world(world)
        , m_boots(boots)
        , m_counters(counters)
        , m_out(out)
        , m_network(network)
    {
    }

    /// Plays from scene.at on, which is moved along; stops where the plan ends.
    void play(const Script &script, Scene &scene);
    /// A device that is switched on: its residents start.
    void boot(Scene &scene);

private:
    struct Remote
    {
        std::string ip, domain, service, protocol = "Tcp";
        int port = 0;
        int device = -1;
    };

    void perform(const Step &step, int number, Scene &scene);
    void start(const Step &step, Scene &scene);
    void connect(const Step &step, int number, Scene &scene);
    void accept(const Step &step, Scene &scene);
    void file(const Step &step, Scene &scene);
    void registry(const Step &step, Scene &scene);
    void image(const Step &step, Scene &scene);
    void logon(const Step &step, Scene &scene);
    void happen(const Step &step, Scene &scene);

    std::optional<Remote> remote(const Step &step, Scene &scene);
    void mirror(const NetworkFlow &connection, int device);
    void resolve(const ProcessPointer &by, const Remote &remote, const Step &step, Scene &scene);
    void offer(const Step &step, int number, NetworkFlow connection, Scene &scene);
    bool choosePeer(const Step &step, Scene &scene);
    ProcessPointer process(std::string_view name, Scene &scene) const;
    const Account *account(const Step &step, const Scene &scene) const;
    std::string commandLine(const Step &step, const Program &program, Scene &scene);
    std::string text(const TextTemplate &text, Scene &scene) const;
    void expand(std::string_view name, std::string_view argument, std::string &out, Scene &scene) const;
    Event &emitEvent(EventTable table, const Step &step, const char *action, Scene &scene);
    void finish(Event &event, const Step &step, Scene &scene);

    const World &m_world;
    const BootCalendar &m_boots;
    DeviceCounters &m_counters;
    std::vector<Event> &m_out;
    FlowSink *m_network;
};

} // namespace watchdesk::lab
