// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/formats/format.h"
#include "app/intake/formats/scriptblocks.h"
#include "app/intake/formats/textcodec.h"

#include <QCoreApplication>

namespace watchdesk::intake {

namespace {

/// Windows event logs as JSON, in all shapes of WindowsEvent. Two passes: the clock's error and the processes that
/// start in the log have to be known before the first row is written.
class WindowsFormat : public Format
{
public:
    explicit WindowsFormat(const FormatInput &input)
        : m_input(input)
    {
    }

    bool isTwoPass() const override { return true; }
    void observe(const RawRecord &record) override
    {
        if (!m_tree.parse(record.bytes) || !m_tree.isObject())
            return;
        forEachEvent([this](const JsonNode &object) {
            if (m_event.read(m_tree, object))
                m_facts.observe(m_event);
        });
    }
    void observed() override { m_facts.finish(); }
    Taken take(const RawRecord &record) override;
    void finish() override { m_scripts.finish(m_input.rows, m_input.nextReport); }
    Ticks clockOffset() const override { return m_facts.mainOffset(); }

private:
    template <class Function>
    void forEachEvent(Function function);
    void map(const JsonNode &object, qint64 line);
    void keepRaw(const JsonNode &object, qint64 line, bool isEvent);

    FormatInput m_input;
    JsonTree m_tree;
    WindowsEvent m_event;
    WindowsFacts m_facts;
    ScriptBlocks m_scripts;
};

/// Collections of samples put several events into one record: {"rule": .., "events": [{"Event": ..}, ..]}.
template <class Function>
void WindowsFormat::forEachEvent(Function function)
{
    const JsonNode *events = m_tree.find("events");
    const JsonNode *first = events && events->kind == JsonNode::Kind::Array ? m_tree.firstChild(*events) : nullptr;
    if (!first || !m_tree.find(*first, "Event")) {
        function(m_tree.root());
        return;
    }
    for (const JsonNode *each = first; each; each = m_tree.next(*each))
        function(*each);
}

Taken WindowsFormat::take(const RawRecord &record)
{
    if (!m_tree.parse(record.bytes))
        return Taken::refusal(m_tree.error());
    if (!m_tree.isObject())
        return Taken::refusal(QCoreApplication::translate("Intake", "not a JSON object"));
    Taken taken{0, 0, {}};
    forEachEvent([&](const JsonNode &object) {
        ++taken.records;
        map(object, record.line);
    });
    return taken;
}

void WindowsFormat::map(const JsonNode &object, qint64 line)
{
    if (!m_event.read(m_tree, object)) {
        keepRaw(object, line, false);
        return;
    }
    const HostFacts &host = m_facts.host(m_event);
    const Ticks time = m_event.written ? m_event.written + host.offset() : 0;
    const EventContext context{m_event, host, m_input.rows, m_input.nextReport, time};
    const bool isMapped = m_event.isSysmon     ? mapSysmon(context)
                          : m_event.isSecurity ? mapSecurity(context)
                                               : mapOtherChannel(context) || m_scripts.take(context);
    if (!isMapped)
        keepRaw(object, line, true);
}

void WindowsFormat::keepRaw(const JsonNode &object, qint64 line, bool isEvent)
{
    RowBuffer &row = m_input.rows["RawEvents"];
    const HostFacts *host = m_event.host.empty() ? nullptr : &m_facts.host(m_event);
    if (m_event.written > 0)
        row.number("Timestamp", m_event.written + (host ? host->offset() : 0));
    if (host)
        row.text("DeviceName", {host->deviceName().constData(), size_t(host->deviceName().size())});
    std::string_view channel = m_event.channel.empty() ? m_event.provider : m_event.channel;
    if (channel.empty())
        channel = m_event["Type"];
    row.text("Channel", channel);
    if (isEvent || m_event.id >= 0)
        row.number("EventId", m_event.id);
    row.text("Fields", m_tree.storable(object.text));
    row.text("SourceFile", m_input.file.toStdString());
    row.number("SourceLine", line);
    row.end();
}

} // namespace

std::unique_ptr<Format> makeWindowsFormat(const FormatInput &input) { return std::make_unique<WindowsFormat>(input); }

} // namespace watchdesk::intake
