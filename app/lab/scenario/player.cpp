// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/player.h"

#include <charconv>

namespace watchdesk::lab {

namespace {

Ticks seconds(double value) { return Ticks(value * double(kTicksPerSecond)); }

bool isPublicAddress(std::string_view ip) { return !ip.starts_with("10."); }

std::string baseName(std::string_view path)
{
    const size_t slash = path.rfind('\\');
    return std::string(slash == path.npos ? path : path.substr(slash + 1));
}

qint64 number(std::string_view text)
{
    qint64 value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void put(Event &event, std::string_view column, std::string value)
{
    event.fields.push_back({column, std::move(value)});
}

void put(Event &event, std::string_view column, qint64 value) { event.fields.push_back({column, value}); }

void putAddresses(Event &event, const std::string &local, int localPort, const std::string &remote, int remotePort)
{
    put(event, "LocalIP", local);
    put(event, "LocalPort", qint64(localPort));
    put(event, "LocalIPType", std::string(isPublicAddress(local) ? "Public" : "Private"));
    put(event, "RemoteIP", remote);
    put(event, "RemotePort", qint64(remotePort));
    put(event, "RemoteIPType", std::string(isPublicAddress(remote) ? "Public" : "Private"));
}

void putHashes(Event &event, const FileHashes &hashes)
{
    put(event, "SHA1", hashes.sha1);
    put(event, "SHA256", hashes.sha256);
    put(event, "MD5", hashes.md5);
}

} // namespace

qint64 DeviceCounters::nextProcessId(int device, Random &random)
{
    quint16 &last = m_processes[size_t(device)]; // in units of 4, as Windows counts; residents are below 4,600
    last = quint16((last + 1 + random.below(60)) % 8'000);
    return 4'600 + 4 * qint64(last);
}

int DeviceCounters::nextPort(int device, Random &random)
{
    quint16 &last = m_ports[size_t(device)];
    last = quint16((last + 1 + random.below(4)) % 16'000);
    return 49'152 + last;
}

void Player::play(const Script &script, Scene &scene)
{
    const CastDevice &device = m_world.cast().device(scene.device);
    const Ticks end = device.active ? m_world.plan().end : std::min(m_world.plan().end, device.inactiveSince);
    for (const Step &step : script.steps) {
        const bool isSkipped = !step.unless.empty() && scene.labels.contains(step.unless);
        if (isSkipped || (step.chance < 1 && !scene.random.chance(step.chance)))
            continue;
        const int times = int(scene.random.between(step.repeat[0], step.repeat[1]));
        for (int time = 0; time < times; ++time) {
            scene.at += seconds(step.wait[0] + (step.wait[1] - step.wait[0]) * scene.random.unit());
            if (scene.at >= end)
                return;
            perform(step, time, scene);
        }
    }
}

void Player::boot(Scene &scene)
{
    for (const Resident &resident : m_world.residents()) {
        const ProcessPointer process = scene.residents->process(resident.name);
        if (!process || !process->parent || process->created >= m_world.plan().end)
            continue;
        Event event;
        event.table = EventTable::Process;
        event.time = process->created;
        event.device = scene.device;
        event.by = process->parent;
        event.subject = process;
        put(event, "ActionType", std::string("ProcessCreated"));
        m_out.push_back(std::move(event));
    }
}

void Player::perform(const Step &step, int number, Scene &scene)
{
    switch (step.kind) {
    case Step::Kind::Start:
        return start(step, scene);
    case Step::Kind::Connect:
        return connect(step, number, scene);
    case Step::Kind::Accept:
        return accept(step, scene);
    case Step::Kind::File:
        return file(step, scene);
    case Step::Kind::Registry:
        return registry(step, scene);
    case Step::Kind::Image:
        return image(step, scene);
    case Step::Kind::Logon:
        return logon(step, scene);
    case Step::Kind::Event:
        return happen(step, scene);
    }
}

ProcessPointer Player::process(std::string_view name, Scene &scene) const
{
    const auto found = scene.labels.find(name);
    return found != scene.labels.end() ? found->second : scene.residents->process(name);
}

const Account *Player::account(const Step &step, const Scene &scene) const
{
    return step.account.empty() || step.account == "user" ? scene.user : &m_world.cast().account(step.account);
}

void Player::start(const Step &step, Scene &scene)
{
    const CastDevice &device = m_world.cast().device(scene.device);
    const Program *program = m_world.programs().find(step.program, device.osBuild);
    ProcessPointer parent = process(step.parent, scene);
    if (!program || !parent)
        return;
    auto process = std::make_shared<Process>();
    process->program = program;
    process->account = account(step, scene);
    process->id = m_counters.nextProcessId(scene.device, scene.random);
    process->created = scene.at;
    process->commandLine = commandLine(step, *program, scene);
    process->integrity = step.integrity.empty() ? process->account->integrity : step.integrity;
    const bool isUsers = process->account == scene.user;
    process->logonId = isUsers ? scene.residents->logonId() : 0x3e7;
    process->session = isUsers ? 1 : 0;
    process->uniqueId = uniqueProcessId(device.id, process->id, process->created);
    process->parent = parent;
    scene.labels.insert_or_assign(step.by, process);
    Event &event = emitEvent(EventTable::Process, step, "ProcessCreated", scene);
    event.by = std::move(parent);
    event.subject = process;
    finish(event, step, scene);
}

std::string Player::commandLine(const Step &step, const Program &program, Scene &scene)
{
    const std::string arguments = text(step.arguments, scene);
    if (step.wholeCommand)
        return arguments;
    const bool isSystem = program.path.starts_with("C:\\Windows\\");
    const std::string start = isSystem ? program.name : '"' + program.path + '"';
    return arguments.empty() ? start : start + ' ' + arguments;
}

std::optional<Player::Remote> Player::remote(const Step &step, Scene &scene)
{
    const Cast &cast = m_world.cast();
    const int site = cast.device(scene.device).site;
    int index = -1;
    if (step.to == "server")
        index = cast.anyServer(site, scene.random);
    else if (step.to == "controller")
        index = cast.controller(site);
    else if (step.to.starts_with("device:"))
        index = int(number(std::string_view(step.to).substr(7)));
    if (index >= 0) {
        if (index == scene.device)
            return std::nullopt;
        const CastDevice &device = cast.device(index);
        return Remote{device.ip, device.dnsName, step.service, step.protocol.empty() ? "Tcp" : step.protocol,
                      step.port, index};
    }
    const std::vector<NetworkHost> &hosts = m_world.hosts(step.to);
    if (hosts.empty())
        return std::nullopt;
    const NetworkHost &host = hosts[size_t(scene.random.below(qint64(hosts.size())))];
    return Remote{host.ip,
                  host.domain,
                  step.service.empty() ? host.service : step.service,
                  host.protocol,
                  step.port > 0 ? step.port : host.port,
                  -1};
}

void Player::connect(const Step &step, int number, Scene &scene)
{
    const std::optional<Remote> to = remote(step, scene);
    const ProcessPointer by = process(step.by, scene);
    if (!to || !by)
        return;
    if (step.resolves && number == 0)
        resolve(by, *to, step, scene);
    const std::string &ip = m_world.cast().device(scene.device).ip;
    NetworkFlow connection;
    connection.time = scene.at;
    connection.originIp = ip;
    connection.originPort = m_counters.nextPort(scene.device, scene.random);
    connection.responderIp = to->ip;
    connection.responderPort = to->port;
    connection.protocol = to->protocol;
    connection.service = to->service;
    connection.domain = to->device < 0 ? to->domain : std::string();
    connection.path = text(step.path, scene);
    connection.fileName = text(step.name, scene);
    Event &event = emitEvent(EventTable::Network, step, "ConnectionSuccess", scene);
    event.by = by;
    putAddresses(event, ip, connection.originPort, to->ip, to->port);
    put(event, "RemoteUrl", connection.domain);
    put(event, "Protocol", to->protocol);
    finish(event, step, scene);
    if (step.isMirrored && to->device >= 0)
        mirror(connection, to->device);
    offer(step, number, std::move(connection), scene);
}

/// The same connection as the device at its other end reports it.
void Player::mirror(const NetworkFlow &connection, int device)
{
    const Ticks boot = m_boots.lastBoot(device, connection.time - 3 * kTicksPerMinute);
    const bool isDirectory = connection.service == "ldap" || connection.service == "kerberos";
    const bool isRpc = connection.service == "dce_rpc";
    Event event;
    event.table = EventTable::Network;
    event.time = connection.time + 4 * kTicksPerMillisecond;
    event.device = device;
    event.by = Residents(m_world, device, boot).process(isDirectory ? "lsass" : isRpc ? "dcom" : "system");
    put(event, "ActionType", std::string("InboundConnectionAccepted"));
    putAddresses(event, connection.responderIp, connection.responderPort, connection.originIp, connection.originPort);
    put(event, "Protocol", connection.protocol);
    m_out.push_back(std::move(event));
}

void Player::resolve(const ProcessPointer &by, const Remote &remote, const Step &step, Scene &scene)
{
    const Cast &cast = m_world.cast();
    const CastDevice &device = cast.device(scene.device);
    const CastDevice &server = cast.device(cast.controller(device.site));
    NetworkFlow question;
    question.time = scene.at;
    question.originIp = device.ip;
    question.originPort = m_counters.nextPort(scene.device, scene.random);
    question.responderIp = server.ip;
    question.responderPort = 53;
    question.protocol = "Udp";
    question.service = "dns";
    question.domain = remote.domain;
    question.answer = remote.ip;
    if (server.id != device.id) {
        Event &packet = emitEvent(EventTable::Network, Step(), "ConnectionSuccess", scene);
        packet.by = scene.residents->process("dnscache");
        putAddresses(packet, device.ip, question.originPort, server.ip, 53);
        put(packet, "Protocol", std::string("Udp"));
        if (m_network) {
            question.bytesOut = 40 + qint64(remote.domain.size());
            question.bytesIn = question.bytesOut + 16;
            question.seconds = 0.001 + 0.03 * scene.random.unit();
            m_network->offer(scene.device, std::move(question), step.isAlwaysSeen);
        }
    }
    scene.at += 12 * kTicksPerMillisecond + scene.random.below(40 * kTicksPerMillisecond);
    Event &answer = emitEvent(EventTable::Event, Step(), "DnsQueryResponse", scene);
    answer.by = by;
    put(answer, "AdditionalFields",
        R"({"DnsQueryString":")" + remote.domain + R"(","DnsQueryResult":[{"DnsQueryType":"A","Result":")" + remote.ip +
            R"("}]})");
    scene.at += 2 * kTicksPerMillisecond;
}

void Player::offer(const Step &step, int number, NetworkFlow connection, Scene &scene)
{
    if (!m_network)
        return;
    connection.bytesOut = std::max<qint64>(60, scene.random.between(step.bytes[0], step.bytes[1]) / 6);
    connection.bytesIn = scene.random.between(step.bytes[0], step.bytes[1]);
    if (step.type == "upload")
        std::swap(connection.bytesIn, connection.bytesOut);
    connection.seconds = 0.05 + scene.random.unit() * scene.random.unit() * 40;
    const bool isMarked = number == 0 || (step.markEvery > 0 && number % step.markEvery == 0);
    if (isMarked)
        connection.marks = step.marks;
    m_network->offer(scene.device, std::move(connection), step.isAlwaysSeen || !step.marks.empty());
}

bool Player::choosePeer(const Step &step, Scene &scene)
{
    if (step.from.starts_with("device:"))
        scene.peer = int(number(std::string_view(step.from).substr(7)));
    else if (step.from == "client")
        scene.peer = m_world.cast().anyClient(m_world.cast().device(scene.device).site, scene.random);
    return scene.peer >= 0 && scene.peer != scene.device;
}

void Player::accept(const Step &step, Scene &scene)
{
    const ProcessPointer by = process(step.by, scene);
    if (!by || !choosePeer(step, scene))
        return;
    const CastDevice &device = m_world.cast().device(scene.device);
    const CastDevice &peer = m_world.cast().device(scene.peer);
    NetworkFlow connection;
    connection.time = scene.at;
    connection.originIp = peer.ip;
    connection.originPort = m_counters.nextPort(scene.peer, scene.random);
    connection.responderIp = device.ip;
    connection.responderPort = step.port;
    connection.protocol = "Tcp";
    connection.service = step.service;
    Event &event = emitEvent(EventTable::Network, step, "InboundConnectionAccepted", scene);
    event.by = by;
    putAddresses(event, device.ip, step.port, peer.ip, connection.originPort);
    put(event, "Protocol", std::string("Tcp"));
    finish(event, step, scene);
    offer(step, 0, std::move(connection), scene);
}

void Player::file(const Step &step, Scene &scene)
{
    const ProcessPointer by = process(step.by, scene);
    if (!by)
        return;
    const std::string path = text(step.path, scene);
    const qint64 size = scene.random.between(step.size[0], step.size[1]);
    Event &event = emitEvent(EventTable::File, step, "FileCreated", scene);
    event.by = by;
    put(event, "FileName", baseName(path));
    put(event, "FolderPath", path);
    put(event, "FileSize", size);
    constexpr qint64 kLargestHashed = 100'000'000; // the sensor leaves out what takes too long
    if (!step.content.isEmpty())
        putHashes(event, hashesOf(text(step.content, scene)));
    else if (step.action != "FileDeleted" && size < kLargestHashed)
        putHashes(event, {scene.random.hex(40).toStdString(), scene.random.hex(64).toStdString(),
                          scene.random.hex(32).toStdString()});
    finish(event, step, scene);
}

void Player::registry(const Step &step, Scene &scene)
{
    const ProcessPointer by = process(step.by, scene);
    if (!by)
        return;
    Event &event = emitEvent(EventTable::Registry, step, "RegistryValueSet", scene);
    event.by = by;
    put(event, "RegistryKey", text(step.key, scene));
    put(event, "RegistryValueName", text(step.name, scene));
    put(event, "RegistryValueData", text(step.data, scene));
    put(event, "RegistryValueType", step.type);
    finish(event, step, scene);
}

void Player::image(const Step &step, Scene &scene)
{
    const ProcessPointer by = process(step.by, scene);
    if (!by)
        return;
    const std::string path = text(step.path, scene);
    Event &event = emitEvent(EventTable::ImageLoad, step, "ImageLoaded", scene);
    event.by = by;
    put(event, "FileName", baseName(path));
    put(event, "FolderPath", path);
    putHashes(event, hashesOf(path + std::to_string(m_world.cast().device(scene.device).osBuild)));
    finish(event, step, scene);
}

void Player::logon(const Step &step, Scene &scene)
{
    const ProcessPointer by = process(step.by, scene);
    const bool isRemote = !step.from.empty();
    if (!by || (isRemote && !choosePeer(step, scene)))
        return;
    const Account *who = isRemote && step.account.empty() ? &m_world.cast().userOf(scene.peer) : account(step, scene);
    Event &event = emitEvent(EventTable::Logon, step, "LogonSuccess", scene);
    event.by = by;
    put(event, "LogonType", step.type);
    put(event, "Protocol", step.protocol);
    put(event, "AccountDomain", who->domain);
    put(event, "AccountName", who->name);
    put(event, "AccountSid", who->sid);
    put(event, "LogonId", isRemote ? 0x900000 + scene.random.below(0x6000000) : scene.residents->logonId());
    if (isRemote) {
        put(event, "RemoteDeviceName", m_world.cast().device(scene.peer).name);
        put(event, "RemoteIP", m_world.cast().device(scene.peer).ip);
        put(event, "RemoteIPType", std::string("Private"));
        put(event, "RemotePort", qint64(m_counters.nextPort(scene.peer, scene.random)));
    }
    finish(event, step, scene);
}

void Player::happen(const Step &step, Scene &scene)
{
    const ProcessPointer by = process(step.by, scene);
    if (!by)
        return;
    Event &event = emitEvent(EventTable::Event, step, "", scene);
    event.by = by;
    if (!step.target.empty())
        event.subject = process(step.target, scene);
    finish(event, step, scene);
}

Event &Player::emitEvent(EventTable table, const Step &step, const char *action, Scene &scene)
{
    Event &event = m_out.emplace_back();
    event.table = table;
    event.time = scene.at;
    event.device = scene.device;
    put(event, "ActionType", step.action.empty() ? std::string(action) : step.action);
    return event;
}

void Player::finish(Event &event, const Step &step, Scene &scene)
{
    for (const auto &[column, value] : step.set)
        put(event, column, text(value, scene));
}

std::string Player::text(const TextTemplate &text, Scene &scene) const
{
    return text.text([&](std::string_view name, std::string_view argument, std::string &out) {
        expand(name, argument, out, scene);
    });
}

void Player::expand(std::string_view name, std::string_view argument, std::string &out, Scene &scene) const
{
    const Cast &cast = m_world.cast();
    const CastDevice &device = cast.device(scene.device);
    if (name == "user") {
        out += scene.user->name;
    } else if (name == "sid") {
        out += scene.user->sid;
    } else if (name == "host") {
        out += device.name;
    } else if (name == "ip") {
        out += device.ip;
    } else if (name == "server") {
        out += cast.device(cast.anyServer(device.site, scene.random)).name;
    } else if (name == "peer.ip" && scene.peer >= 0) {
        out += cast.device(scene.peer).ip;
    } else if (name == "hex") {
        out += scene.random.hex(int(number(argument))).toStdString();
    } else if (name == "guid") {
        out += scene.random.guid().toStdString();
    } else if (name == "pid") {
        const ProcessPointer running = process(argument, scene);
        out += std::to_string(running ? running->id : 0);
    } else if (name == "n") {
        const size_t dash = argument.find('-');
        out +=
            std::to_string(scene.random.between(number(argument.substr(0, dash)), number(argument.substr(dash + 1))));
    } else if (name == "pick" || name == "any") {
        const std::vector<std::string> &words = m_world.words(std::string(argument));
        // "pick" stays with its choice for the whole scene: a document that is opened is the one that is saved.
        const quint64 choice = name == "any" ? scene.random.next() : stableHash(argument, scene.choice);
        if (!words.empty())
            out += words[size_t(choice % words.size())];
    }
}

} // namespace watchdesk::lab
