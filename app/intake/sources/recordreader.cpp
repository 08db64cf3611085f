// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/sources/recordreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace watchdesk::intake {

namespace {

constexpr qsizetype kChunk = 256 * 1024;

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

QString tooLong()
{
    return QCoreApplication::translate("Intake", "the record is longer than %1 MB").arg(RecordReader::kMaxRecord >> 20);
}

} // namespace

size_t validUtf8Prefix(std::string_view text)
{
    const auto *data = reinterpret_cast<const unsigned char *>(text.data());
    const size_t size = text.size();
    size_t at = 0;
    const auto isTail = [&](size_t i) { return i < size && (data[i] & 0xc0) == 0x80; };
    while (at < size) {
        if (size - at >= 8) {
            quint64 word;
            std::memcpy(&word, data + at, 8);
            if ((word & 0x8080808080808080ULL) == 0) {
                at += 8;
                continue;
            }
        }
        const unsigned char c = data[at];
        if (c < 0x80) {
            ++at;
        } else if (c >= 0xc2 && c <= 0xdf && isTail(at + 1)) {
            at += 2;
        } else if (c >= 0xe0 && c <= 0xef && isTail(at + 1) && isTail(at + 2) && !(c == 0xe0 && data[at + 1] < 0xa0) &&
                   !(c == 0xed && data[at + 1] > 0x9f)) {
            at += 3;
        } else if (c >= 0xf0 && c <= 0xf4 && isTail(at + 1) && isTail(at + 2) && isTail(at + 3) &&
                   !(c == 0xf0 && data[at + 1] < 0x90) && !(c == 0xf4 && data[at + 1] > 0x8f)) {
            at += 4;
        } else {
            return at;
        }
    }
    return size;
}

bool RecordReader::next(RawRecord *record)
{
    *record = RawRecord();
    return m_mode == Mode::Lines ? nextLine(record) : nextValue(record);
}

bool RecordReader::fill()
{
    if (m_isEnd)
        return false;
    if (m_at > 0) {
        std::memmove(m_buffer.data(), m_buffer.constData() + m_at, size_t(m_end - m_at));
        m_end -= m_at;
        m_at = 0;
    }
    if (m_buffer.size() < m_end + kChunk)
        m_buffer.resize(std::max(m_end + kChunk, m_buffer.size() * 2));
    const auto count = m_source->read(m_buffer.data() + m_end, m_buffer.size() - m_end);
    if (!count || *count == 0) {
        m_isEnd = true;
        if (!count)
            m_failure = count.error().message;
        return false;
    }
    m_end += *count;
    return true;
}

void RecordReader::skipTo(qsizetype position)
{
    m_line += std::count(m_buffer.constData() + m_at, m_buffer.constData() + position, '\n');
    m_at = position;
}

void RecordReader::finish(RawRecord *record, qsizetype begin, qsizetype end)
{
    const std::string_view bytes(m_buffer.constData() + begin, size_t(end - begin));
    record->bytes = bytes;
    if (validUtf8Prefix(bytes) == bytes.size())
        return;
    m_repaired = QString::fromUtf8(bytes.data(), qsizetype(bytes.size())).toUtf8();
    record->bytes = std::string_view(m_repaired.constData(), size_t(m_repaired.size()));
    record->isRepaired = true;
}

bool RecordReader::failed(RawRecord *record)
{
    if (m_failure.isEmpty())
        return false;
    record->line = m_line;
    record->refusal = std::exchange(m_failure, QString());
    m_at = m_end;
    return true;
}

bool RecordReader::nextLine(RawRecord *record)
{
    bool isSkipping = false;
    qsizetype searched = 0; // bytes behind m_at that hold no line break
    while (true) {
        const char *begin = m_buffer.constData() + m_at;
        const void *found =
            m_end - m_at > searched ? std::memchr(begin + searched, '\n', size_t(m_end - m_at - searched)) : nullptr;
        if (!found) {
            searched = m_end - m_at;
            if (searched > kMaxRecord) { // drop what is there, remember that it was too long
                isSkipping = true;
                m_at = m_end;
                searched = 0;
            }
            if (fill())
                continue;
            if (!m_failure.isEmpty()) // the last, incomplete line belongs to the failure
                return failed(record);
            if (m_at == m_end && !isSkipping)
                return false;
        }
        qsizetype end = found ? m_at + (static_cast<const char *>(found) - begin) : m_end;
        const qsizetype behind = found ? end + 1 : end;
        const qsizetype start = m_at;
        if (end > start && m_buffer[end - 1] == '\r')
            --end;
        record->line = m_line;
        m_at = behind;
        m_line += found ? 1 : 0;
        searched = 0;
        if (isSkipping || end - start > kMaxRecord) {
            record->refusal = tooLong();
            return true;
        }
        if (std::all_of(m_buffer.constData() + start, m_buffer.constData() + end, isBlank)) {
            if (!found)
                return false;
            continue;
        }
        finish(record, start, end);
        return true;
    }
}

bool RecordReader::nextValue(RawRecord *record)
{
    // Between values: blanks, commas, and the brackets of the outer array.
    while (true) {
        qsizetype at = m_at;
        while (at < m_end &&
               (isBlank(m_buffer[at]) || m_buffer[at] == ',' || m_buffer[at] == '[' || m_buffer[at] == ']'))
            ++at;
        skipTo(at);
        if (m_at < m_end)
            break;
        if (!fill())
            return failed(record);
    }
    record->line = m_line;
    qsizetype offset = 0; // from m_at, because fill() moves the bytes
    int depth = 0;
    bool isString = false, isEscape = false, isSkipping = false;
    const bool isObject = m_buffer[m_at] == '{';
    while (true) {
        if (m_at + offset >= m_end) {
            if (offset > kMaxRecord) {
                isSkipping = true;
                skipTo(m_end);
                offset = 0;
            }
            if (fill())
                continue;
            if (!m_failure.isEmpty())
                return failed(record);
            break;
        }
        const char c = m_buffer[m_at + offset];
        if (!isObject && !isString && (c == ',' || c == ']' || c == '\n'))
            break;
        ++offset;
        if (isEscape)
            isEscape = false;
        else if (isString)
            isEscape = c == '\\', isString = c != '"';
        else if (c == '"')
            isString = true;
        else if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth <= 0 && isObject)
            break;
    }
    const qsizetype begin = m_at;
    skipTo(m_at + offset);
    if (isSkipping || offset > kMaxRecord)
        record->refusal = tooLong();
    else
        finish(record, begin, begin + offset);
    return true;
}

} // namespace watchdesk::intake
