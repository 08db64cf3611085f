// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/formats/zeekrecord.h"

#include "app/intake/formats/textcodec.h"

#include <array>
#include <charconv>
#include <cmath>

namespace watchdesk::intake {

namespace {

// application/x-dosexec and what other detectors call the same.
bool isExecutable(std::string_view mime)
{
    static constexpr std::array<std::string_view, 8> kTypes = {"x-dosexec",    "vnd.microsoft.portable-executable",
                                                               "x-executable", "x-elf",
                                                               "x-mach-o",     "x-msdownload",
                                                               "x-sharedlib",  "x-msdos-program"};
    return std::any_of(kTypes.begin(), kTypes.end(),
                       [&](std::string_view type) { return mime.find(type) != std::string_view::npos; });
}

std::string_view noticeSeverity(std::string_view note)
{
    static constexpr std::array<std::string_view, 12> kHigh = {
        "Intel::", "Heartbleed::", "Match",       "Password_Guessing", "SQL_Injection", "Exploit",
        "Malware", "Bruteforcing", "EternalBlue", "PrintNightmare",    "CVE_",          "ATTACK::"};
    return std::any_of(kHigh.begin(), kHigh.end(),
                       [&](std::string_view part) { return note.find(part) != std::string_view::npos; })
               ? "High"
               : "Medium";
}

/// Most weirds are a capture's or a stack's quirk; these few are how evasion and broken tools look.
std::string_view weirdSeverity(std::string_view name)
{
    static constexpr std::array<std::string_view, 9> kLow = {
        "fragment", "overlap", "excessive", "inconsistent", "spoof", "tunnel", "smb", "backdoor", "line_terminated"};
    const std::string lower = lowerText(name);
    return std::any_of(kLow.begin(), kLow.end(),
                       [&](std::string_view part) { return lower.find(part) != std::string::npos; })
               ? "Low"
               : "Informational";
}

std::string_view firstOf(std::string_view list)
{
    if (!list.empty() && list.front() == '[') {
        const size_t open = list.find('"');
        const size_t close = open == std::string_view::npos ? open : list.find('"', open + 1);
        return close == std::string_view::npos ? std::string_view() : list.substr(open + 1, close - open - 1);
    }
    return list.substr(0, list.find(','));
}

} // namespace

void ZeekSession::learn(std::string_view uid, const FiveTuple &tuple)
{
    if (!uid.empty() && !tuple.isEmpty() && m_tuples.size() < kMaxEntries)
        m_tuples.try_emplace(std::string(uid), tuple);
}

const FiveTuple *ZeekSession::tuple(std::string_view uid) const
{
    const auto found = m_tuples.find(std::string(uid));
    return found == m_tuples.end() ? nullptr : &found->second;
}

bool ZeekSession::isNewTransfer(std::string_view fuid)
{
    if (fuid.empty() || m_transfers.size() >= kMaxEntries)
        return true;
    return m_transfers.emplace(fuid).second;
}

Ticks zeekTime(std::string_view text)
{
    const size_t dot = text.find('.');
    const std::string_view whole = text.substr(0, dot);
    qint64 seconds = 0;
    const auto [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), seconds);
    if (error != std::errc() || end != whole.data() + whole.size() || whole.empty()) {
        if (text.find('e') != std::string_view::npos || text.find('E') != std::string_view::npos) {
            double value = 0;
            const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
            if (read.ec == std::errc() && value > 0 && value < 2.5e11)
                return ticksFromUnixSeconds(value);
        }
        return ticksFromBytes(text);
    }
    if (seconds < 0 || seconds > 253'402'300'799) // year 9999
        return 0;
    Ticks fraction = 0, unit = kTicksPerSecond;
    for (size_t i = dot == std::string_view::npos ? text.size() : dot + 1; i < text.size() && unit > 1; ++i) {
        if (text[i] < '0' || text[i] > '9')
            break;
        unit /= 10;
        fraction += (text[i] - '0') * unit;
    }
    return kUnixEpochTicks + seconds * kTicksPerSecond + fraction;
}

std::optional<Ticks> zeekInterval(std::string_view text)
{
    double seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || !std::isfinite(seconds) ||
        std::abs(seconds) > 1e9)
        return {};
    return Ticks(std::llround(seconds * double(kTicksPerSecond)));
}

std::string zeekLogName(const QString &fileName)
{
    const QString name = fileName.section(u'.', 0, 0);
    qsizetype end = 0;
    while (end < name.size() && (name[end].isLetter() || name[end] == u'_' || name[end].isDigit()))
        ++end;
    QString log = name.left(end).toLower();
    while (!log.isEmpty() && (log.back().isDigit() || log.back() == u'_'))
        log.chop(1);
    return fileName.startsWith(u"x509") ? std::string("x509") : log.toStdString();
}

FiveTuple ZeekRows::tuple(const ZeekRecord &record) const
{
    FiveTuple tuple{protocolName(record.value("proto")), normalAddress(record.value("id.orig_h")),
                    normalAddress(record.value("id.resp_h")), portFromText(record.value("id.orig_p")),
                    portFromText(record.value("id.resp_p"))};
    if (!tuple.isEmpty() && !tuple.protocol.isEmpty())
        return tuple;
    const FiveTuple *known = m_session.tuple(record.value("uid"));
    if (!known)
        known = m_session.tuple(firstOf(record.value("conn_uids")));
    if (tuple.isEmpty())
        return known ? *known : tuple;
    if (known)
        tuple.protocol = known->protocol;
    return tuple;
}

void ZeekRows::take(const ZeekRecord &record)
{
    m_session.learn(record.value("uid"), tuple(record));
    if (record.log == "conn")
        flow(record);
    else if (record.log == "notice")
        notice(record);
    else if (record.log == "weird")
        weird(record);
    else if (record.log == "dpd" || record.log == "analyzer")
        violation(record);
    else if (record.log == "files")
        file(record);
    else if (record.log == "http")
        http(record);
    else
        raw(record);
}

void ZeekRows::flow(const ZeekRecord &record)
{
    ExternalRow row(m_input, "Flows", record.time, record.line);
    row.text("FlowId", record.value("uid")).text("Source", "Zeek").text("Sensor", record.sensor).tuple(tuple(record));
    row.text("Service", record.value("service"))
        .number("Duration", zeekInterval(record.value("duration")))
        .number("BytesOut", numberFromText(record.value("orig_bytes")))
        .number("BytesIn", numberFromText(record.value("resp_bytes")))
        .text("State", record.value("conn_state"))
        .text("AdditionalFields", record.json);
}

void ZeekRows::notice(const ZeekRecord &record)
{
    Alert alert;
    alert.severity = noticeSeverity(record.value("note"));
    alert.signatureId = std::string(record.value("note"));
    alert.signature = alert.signatureId;
    alert.category = "notice";
    alert.message = std::string(record.value("msg"));
    if (const auto sub = record.value("sub"); !sub.empty())
        alert.message += " (" + std::string(sub) + ')';
    alert.fuid = std::string(record.value("fuid"));
    alert.tuple = tuple(record);
    if (alert.tuple.isEmpty()) {
        alert.tuple.source = normalAddress(record.value("src"));
        alert.tuple.destination = normalAddress(record.value("dst"));
        alert.tuple.destinationPort = portFromText(record.value("p"));
    }
    write(record, alert);
}

void ZeekRows::weird(const ZeekRecord &record)
{
    Alert alert;
    alert.severity = weirdSeverity(record.value("name"));
    alert.signatureId = std::string(record.value("name"));
    alert.signature = alert.signatureId;
    alert.category = "weird";
    alert.message = std::string(record.value("addl"));
    alert.tuple = tuple(record);
    if (alert.tuple.protocol.isEmpty())
        alert.tuple.protocol =
            protocolName(record.value("source") == "TCP" || record.value("source") == "UDP" ? record.value("source")
                                                                                            : std::string_view());
    write(record, alert);
}

void ZeekRows::violation(const ZeekRecord &record)
{
    Alert alert;
    std::string analyzer(record.value("analyzer"));
    if (analyzer.empty())
        analyzer = std::string(record.value("analyzer_name"));
    alert.severity = "Low";
    alert.signatureId = "protocol_violation:" + analyzer;
    alert.signature = "Protocol violation (" + analyzer + ')';
    alert.category = "analyzer";
    alert.message = std::string(record.value("failure_reason"));
    alert.fuid = std::string(record.value("fuid"));
    alert.tuple = tuple(record);
    write(record, alert);
}

void ZeekRows::file(const ZeekRecord &record)
{
    if (!isExecutable(record.value("mime_type"))) {
        raw(record);
        return;
    }
    std::string over(record.value("source"));
    if (over.empty())
        over = "an unknown protocol";
    Alert alert;
    alert.severity = "Medium";
    alert.signatureId = "executable_transfer";
    alert.signature = "Executable transferred over " + over;
    alert.category = "files";
    alert.message = std::string(record.value("mime_type"));
    alert.file = std::string(baseName(record.value("filename")));
    alert.sha1 = lowerText(record.value("sha1"));
    alert.sha256 = lowerText(record.value("sha256"));
    alert.md5 = lowerText(record.value("md5"));
    alert.fuid = std::string(record.value("fuid"));
    alert.tuple = tuple(record);
    if (alert.tuple.isEmpty()) { // before Zeek 5: who received asked for it
        alert.tuple.source = normalAddress(firstOf(record.value("rx_hosts")));
        alert.tuple.destination = normalAddress(firstOf(record.value("tx_hosts")));
    }
    alert.uid = std::string(firstOf(record.value("conn_uids")));
    m_session.isNewTransfer(alert.fuid);
    write(record, alert);
}

void ZeekRows::http(const ZeekRecord &record)
{
    raw(record);
    const std::string_view mimes = record.value("resp_mime_types");
    if (!isExecutable(mimes) || m_held.size() >= kMaxHeld)
        return;
    Held held;
    held.alert.severity = "Medium";
    held.alert.signatureId = "executable_transfer";
    held.alert.signature = "Executable transferred over HTTP";
    held.alert.category = "http";
    held.alert.message = std::string(mimes);
    held.alert.file = std::string(firstOf(record.value("resp_filenames")));
    held.alert.url = std::string(record.value("uri"));
    held.alert.domain = std::string(record.value("host"));
    held.alert.uid = std::string(record.value("uid"));
    held.alert.tuple = tuple(record);
    if (held.alert.tuple.protocol.isEmpty())
        held.alert.tuple.protocol = "Tcp";
    held.fuid = std::string(firstOf(record.value("resp_fuids")));
    held.json = std::string(record.json);
    held.identity = std::string(record.identity);
    held.sensor = std::string(record.sensor);
    held.time = record.time;
    held.line = record.line;
    m_held.push_back(std::move(held));
}

void ZeekRows::raw(const ZeekRecord &record)
{
    ExternalRow row(m_input, "RawEvents", record.time, record.line);
    row.text("DeviceName", record.sensor)
        .text("Channel", "zeek:" + std::string(record.log))
        .text("Fields", record.json);
}

void ZeekRows::write(const ZeekRecord &record, const Alert &alert)
{
    ExternalRow row(m_input, "ExternalAlerts", record.time, record.line);
    row.text("ExternalId", m_ids.next(record.identity)).text("Source", "Zeek").text("Sensor", record.sensor);
    row.text("Severity", alert.severity)
        .text("Signature", alert.signature)
        .text("SignatureId", alert.signatureId)
        .text("Category", alert.category)
        .tuple(alert.tuple)
        .text("FileName", alert.file)
        .text("SHA1", alert.sha1)
        .text("SHA256", alert.sha256)
        .text("MD5", alert.md5)
        .text("Url", alert.url)
        .text("Domain", alert.domain)
        .text("FlowId", alert.uid.empty() ? record.value("uid") : std::string_view(alert.uid))
        .text("Message", alert.message)
        .text("AdditionalFields", record.json);
}

void ZeekRows::finish()
{
    for (const Held &held : m_held) {
        if (!m_session.isNewTransfer(held.fuid))
            continue;
        const ZeekRecord record{"http",    held.time,     [](std::string_view) { return std::string_view(); },
                                held.json, held.identity, held.sensor,
                                held.line};
        write(record, held.alert);
    }
    m_held.clear();
}

} // namespace watchdesk::intake
