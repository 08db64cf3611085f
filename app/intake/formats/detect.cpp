// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/formats/detect.h"

#include "app/intake/formats/jsontree.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace watchdesk::intake {

namespace {

constexpr qsizetype kHead = 512 * 1024;
constexpr int kRecords = 50;

/// The head of a file as a source of its own.
class BytesSource : public ByteSource
{
public:
    explicit BytesSource(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    Result<qsizetype> read(char *data, qsizetype size) override
    {
        const qsizetype count = std::min(size, m_bytes.size() - m_at);
        std::memcpy(data, m_bytes.constData() + m_at, size_t(count));
        m_at += count;
        return count;
    }
    double part() const override { return 0; }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

QByteArray headOf(ByteSource &source, Error *error)
{
    QByteArray head(kHead, Qt::Uninitialized);
    qsizetype have = 0;
    while (have < kHead) {
        const auto count = source.read(head.data() + have, kHead - have);
        if (!count)
            *error = count.error();
        if (!count || *count == 0)
            break;
        have += *count;
    }
    head.truncate(have);
    return head;
}

QString binaryReason(const QByteArray &head)
{
    if (head.startsWith("ElfFile"))
        return QCoreApplication::translate("Intake", "a binary Windows event log (EVTX); export it as JSON");
    if (head.startsWith("\x0a\x0d\x0d\x0a") || head.startsWith("\xd4\xc3\xb2\xa1") ||
        head.startsWith("\xa1\xb2\xc3\xd4"))
        return QCoreApplication::translate("Intake", "a packet capture; let Zeek or Suricata read it first");
    return QCoreApplication::translate("Intake", "a binary file");
}

/// Few texts hold a NUL; an occasional one is a damaged record, many are a binary file.
bool isBinary(const QByteArray &head)
{
    const QByteArray start = head.left(8192);
    const auto odd = std::count_if(start.begin(), start.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != 0x1b;
    });
    return head.startsWith("ElfFile") || (head.startsWith("\x0a\x0d\x0d\x0a")) ||
           (start.size() > 0 && odd * 50 > start.size());
}

bool isWindows(const JsonTree &tree)
{
    const auto has = [&](std::string_view key) { return tree.find(key) != nullptr; };
    const JsonNode *event = tree.find("Event");
    if (event && event->kind == JsonNode::Kind::Object && tree.find(*event, "System"))
        return true;
    if (const JsonNode *events = tree.find("events"); events && events->kind == JsonNode::Kind::Array) {
        const JsonNode *first = tree.firstChild(*events);
        return first && tree.find(*first, "Event");
    }
    const bool hasHost = has("Hostname") || has("Computer") || has("computer_name") || has("ComputerName");
    const bool hasId = has("EventID") || has("EventId") || has("event_id");
    return (hasId && (has("Channel") || has("SourceName") || hasHost)) || (has("Computer") && has("TimeGenerated"));
}

bool isZeek(const JsonTree &tree)
{
    const auto has = [&](std::string_view key) { return tree.find(key) != nullptr; };
    return has("ts") && (has("_path") || has("@stream") || has("uid") || has("id.orig_h") || has("id_orig_h") ||
                         has("fuid") || has("note") || has("_write_ts"));
}

QString formatOf(const JsonTree &tree)
{
    if (tree.find("event_type") && tree.find("timestamp"))
        return QStringLiteral("suricata-eve");
    if (isZeek(tree))
        return QStringLiteral("zeek-json");
    return isWindows(tree) ? QStringLiteral("windows-json") : QString();
}

/// Records a line each, unless the text is one array, or the first value goes on over several lines.
RecordReader::Mode modeOf(const QByteArray &head)
{
    const QByteArray text = head.trimmed();
    if (text.startsWith('['))
        return RecordReader::Mode::JsonValues;
    const qsizetype end = text.indexOf('\n');
    const QByteArray firstLine = (end < 0 ? text : text.left(end)).trimmed();
    if (firstLine == "{")
        return RecordReader::Mode::JsonValues;
    JsonTree tree;
    const auto isValue = [&](const QByteArray &line) { return tree.parse({line.constData(), size_t(line.size())}); };
    if (end < 0 || !firstLine.startsWith('{') || isValue(firstLine))
        return RecordReader::Mode::Lines;
    // The first line is broken: a damaged record among lines, or the beginning of a printed value.
    const qsizetype next = text.indexOf('\n', end + 1);
    const QByteArray second = text.mid(end + 1, next < 0 ? -1 : next - end - 1).trimmed();
    return second.startsWith('{') || second.isEmpty() ? RecordReader::Mode::Lines : RecordReader::Mode::JsonValues;
}

QString jsonFormat(const QByteArray &head, RecordReader::Mode mode)
{
    RecordReader reader(std::make_unique<BytesSource>(head), mode);
    RawRecord record;
    JsonTree tree;
    for (int i = 0; i < kRecords && reader.next(&record); ++i) {
        if (!record.refusal.isEmpty() || !tree.parse(record.bytes) || !tree.isObject())
            continue;
        if (const QString format = formatOf(tree); !format.isEmpty())
            return format;
    }
    return {};
}

} // namespace

Result<Detected> detect(const QString &path)
{
    auto source = openFile(path);
    if (!source)
        return failure(source.error());
    Error error;
    const QByteArray head = headOf(**source, &error);
    if (head.isEmpty() && !error.message.isEmpty())
        return failure(error);
    Detected detected;
    if (isBinary(head)) {
        detected.reason = binaryReason(head);
        return detected;
    }
    const QByteArray text = head.trimmed();
    detected.isEmpty = text.isEmpty() && head.size() < kHead;
    if (text.startsWith("#separator") || text.startsWith("#fields")) {
        detected.format = QStringLiteral("zeek-tsv");
        return detected;
    }
    detected.mode = modeOf(head);
    detected.format = jsonFormat(head, detected.mode);
    if (detected.format.isEmpty())
        detected.reason = QCoreApplication::translate("Intake", "not in any format that is read");
    return detected;
}

} // namespace watchdesk::intake
