// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Zeek's logs as JSON: one log a file, or all in one stream with "_path" or "@stream" naming the log.

#include "app/intake/formats/zeekrecord.h"

#include <QCoreApplication>

namespace watchdesk::intake {

namespace {

class ZeekJsonFormat : public Format
{
public:
    ZeekJsonFormat(const FormatInput &input, ZeekSession &session)
        : m_rows(input, session)
        , m_logName(zeekLogName(input.fileName))
    {
    }
    Taken take(const RawRecord &record) override;
    void finish() override { m_rows.finish(); }

private:
    std::string_view value(std::string_view name) const;
    std::string_view log() const;

    ZeekRows m_rows;
    std::string m_logName;
    JsonTree m_tree;
};

/// By Zeek's own name, or as stores that allow no dots in names write it: "id_orig_h".
std::string_view ZeekJsonFormat::value(std::string_view name) const
{
    const JsonNode *node = m_tree.find(name);
    if (!node && name.find('.') != std::string_view::npos) {
        std::string other(name);
        std::replace(other.begin(), other.end(), '.', '_');
        node = m_tree.find(other);
        if (!node) { // nested: {"id": {"orig_h": ..}}
            const JsonNode *parent = m_tree.find(name.substr(0, name.find('.')));
            node = parent ? m_tree.find(*parent, name.substr(name.find('.') + 1)) : nullptr;
        }
    }
    if (!node)
        return {};
    return node->isScalar() ? JsonTree::scalarText(node) : node->text;
}

std::string_view ZeekJsonFormat::log() const
{
    static constexpr std::pair<std::string_view, std::string_view> kSigns[] = {
        {"conn_state", "conn"}, {"note", "notice"},          {"failure_reason", "analyzer"},
        {"mime_type", "files"}, {"resp_mime_types", "http"}, {"qtype_name", "dns"},
        {"machine", "pe"},      {"method", "http"},          {"server_name", "ssl"},
    };
    for (std::string_view key : {"_path", "@stream", "path_name"}) {
        if (const auto name = m_tree.text(key); !name.empty())
            return name;
    }
    static constexpr std::string_view kKnown[] = {"conn",  "notice", "weird", "dpd", "analyzer",
                                                  "files", "http",   "dns",   "ssl"};
    if (std::find(std::begin(kKnown), std::end(kKnown), m_logName) != std::end(kKnown))
        return m_logName;
    for (const auto &[field, name] : kSigns) {
        if (m_tree.find(field))
            return name;
    }
    if (m_tree.find("name") && m_tree.find("notice"))
        return "weird";
    return m_logName;
}

Taken ZeekJsonFormat::take(const RawRecord &record)
{
    if (!m_tree.parse(record.bytes))
        return Taken::refusal(m_tree.error());
    if (!m_tree.isObject())
        return Taken::refusal(QCoreApplication::translate("Intake", "not a JSON object"));
    const Ticks time = zeekTime(value("ts"));
    if (time <= 0)
        return Taken::refusal(QCoreApplication::translate("Intake", "no readable ts"));
    ZeekRecord zeek;
    zeek.log = log();
    zeek.time = time;
    zeek.value = [this](std::string_view name) { return value(name); };
    const std::string whole = m_tree.storable(record.bytes);
    zeek.json = whole;
    zeek.identity = record.bytes;
    zeek.sensor = m_tree.text("@system");
    zeek.line = record.line;
    m_rows.take(zeek);
    return {};
}

} // namespace

std::unique_ptr<Format> makeZeekJsonFormat(const FormatInput &input, ZeekSession &session)
{
    return std::make_unique<ZeekJsonFormat>(input, session);
}

} // namespace watchdesk::intake
