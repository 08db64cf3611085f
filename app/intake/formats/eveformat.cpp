// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Suricata's EVE JSON: https://docs.suricata.io/en/latest/output/eve/eve-json-format.html

#include "app/intake/formats/externalrow.h"
#include "app/intake/formats/textcodec.h"

#include <QCoreApplication>

namespace watchdesk::intake {

namespace {

class EveFormat : public Format
{
public:
    explicit EveFormat(const FormatInput &input)
        : m_input(input)
        , m_ids("eve", input.fileName)
    {
    }
    Taken take(const RawRecord &record) override;

private:
    void alert(const RawRecord &record, Ticks time);
    void flow(const RawRecord &record, Ticks time, std::string_view part);
    void raw(const RawRecord &record, Ticks time, std::string_view type);
    FiveTuple tuple() const;
    std::string_view sensor() const;
    std::string_view flowId() const;
    std::string_view in(std::string_view part, std::string_view name) const;
    std::string_view firstIn(const JsonNode *array) const;

    FormatInput m_input;
    ExternalIds m_ids;
    JsonTree m_tree;
};

std::string_view severityName(std::string_view number)
{
    return number == "1" ? "High" : number == "2" ? "Medium" : number == "3" ? "Low" : "Informational";
}

/// "T1059.001", also from "T1059_001"; "" for anything else.
std::string techniqueId(std::string_view text)
{
    std::string id(text.substr(0, 9));
    std::replace(id.begin(), id.end(), '_', '.');
    const bool isTechnique =
        id.size() >= 5 && id[0] == 'T' && id.find_first_not_of("0123456789.", 1) == std::string::npos;
    return isTechnique && (id.size() == 5 || (id.size() == 9 && id[5] == '.')) ? id : std::string();
}

Taken EveFormat::take(const RawRecord &record)
{
    if (!m_tree.parse(record.bytes))
        return Taken::refusal(m_tree.error());
    if (!m_tree.isObject())
        return Taken::refusal(QCoreApplication::translate("Intake", "not a JSON object"));
    const std::string_view type = m_tree.text("event_type");
    if (type.empty())
        return Taken::refusal(QCoreApplication::translate("Intake", "no event_type"));
    const Ticks time = ticksFromBytes(m_tree.text("timestamp"));
    if (time <= 0 && type == "alert")
        return Taken::refusal(QCoreApplication::translate("Intake", "an alert without a readable timestamp"));
    if (type == "alert" && m_tree.find("alert"))
        alert(record, time);
    else if ((type == "flow" || type == "netflow") && m_tree.find(type))
        flow(record, time, type);
    else
        raw(record, time, type);
    return {};
}

FiveTuple EveFormat::tuple() const
{
    return {protocolName(m_tree.text("proto")), normalAddress(m_tree.text("src_ip")),
            normalAddress(m_tree.text("dest_ip")), portFromText(m_tree.text("src_port")),
            portFromText(m_tree.text("dest_port"))};
}

std::string_view EveFormat::sensor() const
{
    const std::string_view host = m_tree.text("host");
    return host.empty() ? m_tree.text("in_iface") : host;
}

std::string_view EveFormat::flowId() const
{
    const std::string_view id = m_tree.text("flow_id"); // as written: it may exceed what a double holds
    return id.empty() ? m_tree.text("community_id") : id;
}

std::string_view EveFormat::in(std::string_view part, std::string_view name) const
{
    const JsonNode *node = m_tree.find(part);
    return node ? JsonTree::scalarText(m_tree.find(*node, name)) : std::string_view();
}

std::string_view EveFormat::firstIn(const JsonNode *array) const
{
    if (array && array->kind == JsonNode::Kind::Array)
        array = m_tree.firstChild(*array);
    return JsonTree::scalarText(array);
}

void EveFormat::alert(const RawRecord &record, Ticks time)
{
    const JsonNode &alert = *m_tree.find("alert");
    const auto member = [&](std::string_view name) { return JsonTree::scalarText(m_tree.find(alert, name)); };
    const JsonNode *metadata = m_tree.find(alert, "metadata");
    const JsonNode *technique = metadata ? m_tree.find(*metadata, "mitre_technique_id") : nullptr;
    const JsonNode *dnsQuery = m_tree.find("dns") ? m_tree.find(*m_tree.find("dns"), "query") : nullptr;
    std::string_view domain = in("http", "hostname");
    if (domain.empty())
        domain = in("tls", "sni");
    if (domain.empty() && dnsQuery && dnsQuery->kind == JsonNode::Kind::Array && m_tree.firstChild(*dnsQuery))
        domain = JsonTree::scalarText(m_tree.find(*m_tree.firstChild(*dnsQuery), "rrname"));
    std::string file(in("fileinfo", "filename"));
    if (const JsonNode *files = m_tree.find("files"); file.empty() && files && m_tree.firstChild(*files))
        file = std::string(JsonTree::scalarText(m_tree.find(*m_tree.firstChild(*files), "filename")));
    ExternalRow row(m_input, "ExternalAlerts", time, record.line);
    row.text("ExternalId", m_ids.next(record.bytes)).text("Source", "Suricata").text("Sensor", sensor());
    row.text("Severity", severityName(member("severity")))
        .text("Signature", member("signature"))
        .text("SignatureId", member("signature_id"))
        .text("Category", member("category"))
        .text("Technique", techniqueId(firstIn(technique)))
        .tuple(tuple())
        .text("Url", in("http", "url"))
        .text("Domain", domain)
        .text("FileName", baseName(file))
        .text("SHA1", lowerText(in("fileinfo", "sha1")))
        .text("SHA256", lowerText(in("fileinfo", "sha256")))
        .text("MD5", lowerText(in("fileinfo", "md5")))
        .text("FlowId", flowId())
        .text("Message", member("signature"))
        .text("AdditionalFields", m_tree.storable(record.bytes));
}

void EveFormat::flow(const RawRecord &record, Ticks time, std::string_view part)
{
    const auto number = [&](std::string_view name) { return numberFromText(in(part, name)); };
    const Ticks start = ticksFromBytes(in(part, "start"));
    const Ticks end = ticksFromBytes(in(part, "end"));
    ExternalRow row(m_input, "Flows", start > 0 ? start : time, record.line);
    row.text("FlowId", flowId()).text("Source", "Suricata").text("Sensor", sensor()).tuple(tuple());
    row.text("Service", m_tree.text("app_proto"))
        .number("BytesOut", number(part == "flow" ? "bytes_toserver" : "bytes"))
        .number("BytesIn", number("bytes_toclient"))
        .text("State", in(part, "state"))
        .text("AdditionalFields", m_tree.storable(record.bytes));
    if (start > 0 && end >= start)
        row.number("Duration", end - start);
}

void EveFormat::raw(const RawRecord &record, Ticks time, std::string_view type)
{
    ExternalRow row(m_input, "RawEvents", time, record.line);
    row.text("DeviceName", m_tree.text("host"))
        .text("Channel", "suricata:" + std::string(type))
        .text("Fields", m_tree.storable(record.bytes));
}

} // namespace

std::unique_ptr<Format> makeEveFormat(const FormatInput &input) { return std::make_unique<EveFormat>(input); }

} // namespace watchdesk::intake
