// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/formats/scriptblocks.h"

#include "app/intake/formats/textcodec.h"

namespace watchdesk::intake {

bool ScriptBlocks::take(const EventContext &context)
{
    const WindowsEvent &event = context.event;
    if (event.id != 4104 || event.channel.find("PowerShell") == std::string_view::npos)
        return false;
    std::string_view text = event["ScriptBlockText"];
    if (text.empty())
        text = event.message;
    const std::string id(event["ScriptBlockId"]);
    const std::string key = std::string(event.host) + '|' + id;
    Script &script = m_scripts[key];
    if (!script.host) {
        script.host = &context.host;
        script.time = context.time;
        script.source = context.source();
        script.path = std::string(event["Path"]);
    }
    script.total = numberFromText(event["MessageTotal"]).value_or(1);
    script.time = std::min(script.time, context.time);
    script.parts.emplace(numberFromText(event["MessageNumber"]).value_or(1), std::string(text));
    m_bytes += text.size();
    if (id.empty() || qint64(script.parts.size()) >= script.total) {
        write(script, id, context.rows, context.nextReport);
        m_scripts.erase(key);
    } else if (m_bytes > kMaxPending) {
        finish(context.rows, context.nextReport);
    }
    return true;
}

void ScriptBlocks::finish(RowSet &rows, const ReportNumbers &nextReport)
{
    for (const auto &[key, script] : m_scripts)
        write(script, key.substr(key.find('|') + 1), rows, nextReport);
    m_scripts.clear();
    m_bytes = 0;
}

void ScriptBlocks::write(const Script &script, const std::string &id, RowSet &rows, const ReportNumbers &nextReport)
{
    std::string text;
    for (const auto &[number, part] : script.parts)
        text += part;
    m_bytes -= std::min(m_bytes, text.size());
    const WindowsEvent none;
    const EventContext context{none, *script.host, rows, nextReport, script.time};
    EventRow row(context, "DeviceEvents", "ScriptContent");
    if (!script.path.empty())
        row.file(script.path);
    JsonFields extra(script.source);
    extra.text("ScriptContent", text).text("ScriptBlockId", id);
    if (qint64(script.parts.size()) < script.total)
        extra.boolean("IsIncomplete", true);
    row.extra(std::move(extra));
}

} // namespace watchdesk::intake
