// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/formats/windowsevent.h"

#include "app/intake/formats/textcodec.h"

#include <QXmlStreamReader>

#include <array>

namespace watchdesk::intake {

namespace {

std::string_view attribute(const JsonTree &tree, const JsonNode *node, std::string_view name)
{
    if (!node || node->kind != JsonNode::Kind::Object)
        return {};
    if (const JsonNode *attributes = tree.find(*node, "#attributes"))
        return JsonTree::scalarText(tree.find(*attributes, name));
    if (const JsonNode *plain = tree.find(*node, name))
        return JsonTree::scalarText(plain);
    return JsonTree::scalarText(tree.find(*node, "@" + std::string(name)));
}

std::string_view scalarOrText(const JsonTree &tree, const JsonNode *node)
{
    if (node && node->kind == JsonNode::Kind::Object)
        return JsonTree::scalarText(tree.find(*node, "#text"));
    return JsonTree::scalarText(node);
}

qint64 idFrom(std::string_view text) { return numberFromText(text).value_or(-1); }

} // namespace

Ticks ticksFromBytes(std::string_view text)
{
    std::array<char16_t, 48> wide;
    if (text.size() < 10 || text.size() > wide.size())
        return 0;
    for (size_t i = 0; i < text.size(); ++i)
        wide[i] = static_cast<unsigned char>(text[i]);
    return ticksFromIso(QStringView(wide.data(), qsizetype(text.size()))).value_or(0);
}

bool WindowsEvent::read(const JsonTree &tree, const JsonNode &object)
{
    m_fields.clear();
    m_kept.clear();
    id = -1;
    channel = provider = host = message = {};
    written = 0;
    if (const JsonNode *event = tree.find(object, "Event"); event && event->kind == JsonNode::Kind::Object)
        readNested(tree, *event);
    else
        readFlat(tree, object);
    isSysmon = provider.find("Sysmon") != std::string_view::npos || channel.find("Sysmon") != std::string_view::npos;
    isSecurity = channel.size() == 8 && (channel == "Security" || channel == "security" || channel == "SECURITY");
    return id >= 0 && (!channel.empty() || !provider.empty());
}

void WindowsEvent::readFlat(const JsonTree &tree, const JsonNode &object)
{
    std::string_view created, eventTime, generated, stamp, hostName, computer, computerName, syslog, eventData;
    for (const JsonNode *node = tree.firstChild(object); node; node = tree.next(*node)) {
        const std::string_view key = node->key;
        if (!node->isScalar()) {
            if (key == "EventData" && node->kind == JsonNode::Kind::Object)
                readDataMembers(tree, *node);
            continue;
        }
        const std::string_view value = JsonTree::scalarText(node);
        if (key == "EventID" || key == "EventId" || key == "event_id")
            id = idFrom(value);
        else if (key == "Channel")
            channel = value;
        else if (key == "SourceName" || key == "Provider" || key == "EventSourceName" || key == "ProviderName")
            provider = value;
        else if (key == "TimeCreated")
            created = value;
        else if (key == "EventTime")
            eventTime = value;
        else if (key == "TimeGenerated")
            generated = value;
        else if (key == "@timestamp")
            stamp = value;
        else if (key == "Hostname")
            hostName = value;
        else if (key == "Computer")
            computer = value;
        else if (key == "computer_name" || key == "ComputerName")
            computerName = value;
        else if (key == "Message")
            message = value;
        else if (key == "SyslogMessage")
            syslog = value;
        else if (key == "EventData")
            eventData = value;
        else
            add(key, value);
    }
    for (std::string_view text : {created, eventTime, generated, stamp}) {
        if (written == 0)
            written = ticksFromBytes(text);
    }
    for (std::string_view text : {hostName, computer, computerName}) {
        if (host.empty())
            host = text;
    }
    if (syslog.substr(0, 6) == "<Event")
        readXml(syslog);
    readDataText(eventData);
}

void WindowsEvent::readNested(const JsonTree &tree, const JsonNode &event)
{
    if (const JsonNode *system = tree.find(event, "System")) {
        id = idFrom(scalarOrText(tree, tree.find(*system, "EventID")));
        channel = JsonTree::scalarText(tree.find(*system, "Channel"));
        host = JsonTree::scalarText(tree.find(*system, "Computer"));
        provider = attribute(tree, tree.find(*system, "Provider"), "Name");
        const JsonNode *created = tree.find(*system, "TimeCreated");
        written = ticksFromBytes(attribute(tree, created, "SystemTime"));
        if (written == 0)
            written = ticksFromBytes(JsonTree::scalarText(created));
    }
    if (const JsonNode *rendering = tree.find(event, "RenderingInfo"))
        message = JsonTree::scalarText(tree.find(*rendering, "Message"));
    for (std::string_view part : {"EventData", "UserData"}) {
        const JsonNode *data = tree.find(event, part);
        if (!data || data->kind != JsonNode::Kind::Object)
            continue;
        readDataMembers(tree, *data);
        for (const JsonNode *child = tree.firstChild(*data); child && part == "UserData"; child = tree.next(*child)) {
            if (child->kind == JsonNode::Kind::Object && child->key != "#attributes")
                readDataMembers(tree, *child);
        }
    }
}

void WindowsEvent::readDataMembers(const JsonTree &tree, const JsonNode &data)
{
    for (const JsonNode *node = tree.firstChild(data); node; node = tree.next(*node)) {
        if (node->isScalar()) {
            add(node->key, JsonTree::scalarText(node));
        } else if (node->key == "Data" && node->kind == JsonNode::Kind::Array) {
            for (const JsonNode *each = tree.firstChild(*node); each; each = tree.next(*each)) {
                const auto name = attribute(tree, each, "Name");
                if (!name.empty())
                    add(name, scalarOrText(tree, each));
            }
        }
    }
}

void WindowsEvent::readDataText(std::string_view text)
{
    if (text.empty())
        return;
    if (text.front() == '<') {
        readXml(text);
    } else if (text.front() == '{' && m_dataTree.parse(text)) {
        for (const JsonNode *node = m_dataTree.firstChild(m_dataTree.root()); node; node = m_dataTree.next(*node))
            add(node->key, node->isScalar() ? JsonTree::scalarText(node) : node->text);
    }
}

void WindowsEvent::readXml(std::string_view xml)
{
    QXmlStreamReader reader(QString::fromUtf8(xml.data(), qsizetype(xml.size())));
    const auto kept = [this](const QString &text) { return keep(text.toStdString()); };
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto name = reader.name();
        const auto attributes = reader.attributes();
        if (name == u"Data") {
            const auto key = kept(attributes.value(QLatin1String("Name")).toString());
            add(key, kept(reader.readElementText(QXmlStreamReader::SkipChildElements)));
        } else if (name == u"Provider") {
            provider = kept(attributes.value(QLatin1String("Name")).toString());
        } else if (name == u"EventID") {
            id = idFrom(kept(reader.readElementText()));
        } else if (name == u"TimeCreated") {
            written = ticksFromBytes(kept(attributes.value(QLatin1String("SystemTime")).toString()));
        } else if (name == u"Channel") {
            channel = kept(reader.readElementText());
        } else if (name == u"Computer") {
            host = kept(reader.readElementText());
        }
    }
}

std::string_view WindowsEvent::operator[](std::string_view name) const
{
    for (const auto &[key, value] : m_fields) {
        if (key == name)
            return value == "-" ? std::string_view() : value;
    }
    return {};
}

std::string_view WindowsEvent::either(std::string_view name, std::string_view other) const
{
    const std::string_view value = (*this)[name];
    return value.empty() ? (*this)[other] : value;
}

std::string_view WindowsEvent::fromMessage(std::string_view name) const
{
    size_t at = 0;
    while ((at = message.find(name, at)) != std::string_view::npos) {
        const size_t colon = at + name.size();
        if ((at == 0 || message[at - 1] == '\n') && colon < message.size() && message[colon] == ':') {
            std::string_view value = message.substr(colon + 1);
            value = value.substr(0, value.find_first_of("\r\n"));
            while (!value.empty() && value.front() == ' ')
                value.remove_prefix(1);
            return value;
        }
        at = colon;
    }
    return {};
}

} // namespace watchdesk::intake
