// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/formats/jsontree.h"

#include <QCoreApplication>

#include <cstdlib>
#include <cstring>

namespace watchdesk::intake {

namespace {

void appendUtf8(std::string *out, unsigned code)
{
    if (code < 0x80) {
        *out += char(code);
    } else if (code < 0x800) {
        *out += char(0xc0 | code >> 6);
        *out += char(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        *out += char(0xe0 | code >> 12);
        *out += char(0x80 | (code >> 6 & 0x3f));
        *out += char(0x80 | (code & 0x3f));
    } else {
        *out += char(0xf0 | code >> 18);
        *out += char(0x80 | (code >> 12 & 0x3f));
        *out += char(0x80 | (code >> 6 & 0x3f));
        *out += char(0x80 | (code & 0x3f));
    }
}

} // namespace

bool JsonTree::parse(std::string_view record)
{
    m_record = record;
    m_at = 0;
    m_error = nullptr;
    m_replacements = 0;
    m_nodes.clear();
    m_arena.clear();
    // Unescaped text is never longer than its source ("\\u12" is six bytes for three at most), so views into the arena
    // stay.
    m_arena.reserve(record.size());
    int root = 0;
    if (!value(0, {}, &root))
        return false;
    skipBlank();
    return m_at == m_record.size() || fail(QT_TRANSLATE_NOOP("Intake", "text after the end of the JSON value"));
}

const JsonNode *JsonTree::find(const JsonNode &object, std::string_view key) const
{
    if (object.kind != JsonNode::Kind::Object)
        return nullptr;
    for (int index = object.firstChild; index >= 0; index = m_nodes[size_t(index)].next) {
        if (m_nodes[size_t(index)].key == key)
            return &m_nodes[size_t(index)];
    }
    return nullptr;
}

std::string_view JsonTree::scalarText(const JsonNode *node)
{
    if (!node)
        return {};
    switch (node->kind) {
    case JsonNode::Kind::String:
    case JsonNode::Kind::Number:
    case JsonNode::Kind::True:
    case JsonNode::Kind::False:
        return node->text;
    default:
        return {};
    }
}

QString JsonTree::error() const
{
    const QString reason = m_error ? QCoreApplication::translate("Intake", m_error) : QString();
    return QCoreApplication::translate("Intake", "not valid JSON: %1 (byte %2)").arg(reason).arg(m_at + 1);
}

std::string JsonTree::storable(std::string_view json) const
{
    std::string text(json);
    if (m_replacements == 0)
        return text;
    const auto unit = [&text](size_t at) { // of the escape at `at`; 0 if there is none
        return at + 6 <= text.size() && text.compare(at, 2, "\\u") == 0
                   ? std::strtoul(text.substr(at + 2, 4).c_str(), nullptr, 16)
                   : 0;
    };
    for (size_t at = 0; (at = text.find('\\', at)) != std::string::npos;) {
        const auto code = unit(at);
        if (code == 0) {
            at += 2;
        } else if (code >= 0xd800 && code < 0xdc00 && unit(at + 6) >= 0xdc00 && unit(at + 6) <= 0xdfff) {
            at += 12;
        } else {
            if (code >= 0xd800 && code <= 0xdfff)
                text.replace(at + 2, 4, "fffd");
            at += 6;
        }
    }
    return text;
}

bool JsonTree::fail(const char *reason)
{
    if (!m_error)
        m_error = reason;
    return false;
}

void JsonTree::skipBlank()
{
    while (m_at < m_record.size()) {
        const char c = m_record[m_at];
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            return;
        ++m_at;
    }
}

bool JsonTree::value(int depth, std::string_view key, int *index)
{
    if (depth > kMaxDepth)
        return fail(QT_TRANSLATE_NOOP("Intake", "nested too deeply"));
    if (m_nodes.size() >= kMaxNodes)
        return fail(QT_TRANSLATE_NOOP("Intake", "too many values"));
    skipBlank();
    if (m_at >= m_record.size())
        return fail(QT_TRANSLATE_NOOP("Intake", "it ends too early"));
    *index = int(m_nodes.size());
    m_nodes.push_back({JsonNode::Kind::Null, key, {}, -1, -1});
    const size_t begin = m_at;
    const auto is = [&](JsonNode::Kind kind, std::string_view text) {
        auto &node = m_nodes[size_t(*index)];
        node.kind = kind;
        node.text = text;
        return true;
    };
    const auto source = [&] { return m_record.substr(begin, m_at - begin); };
    std::string_view text;
    switch (m_record[m_at]) {
    case '{':
        return members(depth, *index, true) && is(JsonNode::Kind::Object, source());
    case '[':
        return members(depth, *index, false) && is(JsonNode::Kind::Array, source());
    case '"':
        return string(&text) && is(JsonNode::Kind::String, text);
    case 't':
        return word("true") && is(JsonNode::Kind::True, source());
    case 'f':
        return word("false") && is(JsonNode::Kind::False, source());
    case 'n':
        return word("null");
    default:
        return number() && is(JsonNode::Kind::Number, source());
    }
}

bool JsonTree::members(int depth, int index, bool isObject)
{
    const char close = isObject ? '}' : ']';
    ++m_at;
    skipBlank();
    if (m_at < m_record.size() && m_record[m_at] == close) {
        ++m_at;
        return true;
    }
    int last = -1;
    while (true) {
        std::string_view key;
        if (isObject) {
            skipBlank();
            if (m_at >= m_record.size() || m_record[m_at] != '"')
                return fail(QT_TRANSLATE_NOOP("Intake", "a name in quotes is missing"));
            if (!string(&key))
                return false;
            skipBlank();
            if (m_at >= m_record.size() || m_record[m_at] != ':')
                return fail(QT_TRANSLATE_NOOP("Intake", "a colon is missing"));
            ++m_at;
        }
        int child = -1;
        if (!value(depth + 1, key, &child))
            return false;
        (last < 0 ? m_nodes[size_t(index)].firstChild : m_nodes[size_t(last)].next) = child;
        last = child;
        skipBlank();
        if (m_at >= m_record.size())
            return fail(QT_TRANSLATE_NOOP("Intake", "it ends too early"));
        const char c = m_record[m_at];
        if (c != ',' && c != close)
            return fail(QT_TRANSLATE_NOOP("Intake", "a comma or closing bracket is missing"));
        ++m_at;
        if (c == close)
            return true;
    }
}

/// The next quote, backslash or control character at or behind m_at.
size_t JsonTree::specialCharacter() const
{
    const auto *data = reinterpret_cast<const unsigned char *>(m_record.data());
    size_t at = m_at;
    constexpr quint64 kOnes = 0x0101010101010101ULL, kHighs = 0x8080808080808080ULL;
    const auto hasZero = [](quint64 word) { return (word - kOnes) & ~word & kHighs; };
    while (m_record.size() - at >= 8) { // eight at a time: most text has none of them
        quint64 word;
        std::memcpy(&word, data + at, 8);
        const quint64 isControl = (word - kOnes * 0x20) & ~word & kHighs;
        if (isControl || hasZero(word ^ (kOnes * '"')) || hasZero(word ^ (kOnes * '\\')))
            break;
        at += 8;
    }
    while (at < m_record.size() && data[at] >= 0x20 && data[at] != '"' && data[at] != '\\')
        ++at;
    return at;
}

bool JsonTree::string(std::string_view *out)
{
    ++m_at;
    const size_t start = m_arena.size();
    for (bool isPlain = true; m_at < m_record.size(); isPlain = false) {
        const size_t end = specialCharacter();
        const std::string_view run = m_record.substr(m_at, end - m_at);
        m_at = end;
        if (end >= m_record.size())
            break;
        if (m_record[end] == '"') {
            ++m_at;
            if (isPlain) { // nothing to unescape: it stays where it is
                *out = run;
                return true;
            }
            m_arena.append(run);
            *out = std::string_view(m_arena).substr(start);
            return true;
        }
        if (m_record[end] != '\\')
            return fail(QT_TRANSLATE_NOOP("Intake", "a control character within a string"));
        m_arena.append(run);
        if (!escape(&m_arena))
            return false;
    }
    return fail(QT_TRANSLATE_NOOP("Intake", "a string without end"));
}

bool JsonTree::escape(std::string *out)
{
    ++m_at;
    if (m_at >= m_record.size())
        return fail(QT_TRANSLATE_NOOP("Intake", "a string without end"));
    static constexpr std::string_view kNames = "\"\\/bfnrt";
    static constexpr std::string_view kValues = "\"\\/\b\f\n\r\t";
    const char c = m_record[m_at++];
    if (const size_t found = kNames.find(c); found != std::string_view::npos) {
        *out += kValues[found];
        return true;
    }
    unsigned code = 0;
    if (c != 'u' || !hex4(&code))
        return fail(QT_TRANSLATE_NOOP("Intake", "an unknown escape within a string"));
    if (code >= 0xd800 && code <= 0xdfff) {
        unsigned low = 0;
        const size_t back = m_at;
        if (code < 0xdc00 && m_record.substr(m_at, 2) == "\\u" && (m_at += 2, hex4(&low)) && low >= 0xdc00 &&
            low <= 0xdfff) {
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        } else {
            m_at = back;
            code = 0xfffd;
            ++m_replacements;
        }
    }
    appendUtf8(out, code);
    return true;
}

bool JsonTree::hex4(unsigned *out)
{
    if (m_record.size() - m_at < 4)
        return false;
    unsigned value = 0;
    for (int i = 0; i < 4; ++i) {
        const char c = m_record[m_at + size_t(i)];
        unsigned digit = 0;
        if (c >= '0' && c <= '9')
            digit = unsigned(c - '0');
        else if (c >= 'a' && c <= 'f')
            digit = unsigned(c - 'a' + 10);
        else if (c >= 'A' && c <= 'F')
            digit = unsigned(c - 'A' + 10);
        else
            return false;
        value = value << 4 | digit;
    }
    m_at += 4;
    *out = value;
    return true;
}

bool JsonTree::number()
{
    const auto digits = [this] {
        const size_t begin = m_at;
        while (m_at < m_record.size() && m_record[m_at] >= '0' && m_record[m_at] <= '9')
            ++m_at;
        return m_at > begin;
    };
    const auto isNext = [this](char c) { return m_at < m_record.size() && m_record[m_at] == c; };
    if (isNext('-'))
        ++m_at;
    const bool isZero = isNext('0');
    const size_t begin = m_at;
    if (!digits() || (isZero && m_at - begin > 1))
        return fail(QT_TRANSLATE_NOOP("Intake", "a value is missing or no number"));
    if (isNext('.')) {
        ++m_at;
        if (!digits())
            return fail(QT_TRANSLATE_NOOP("Intake", "a value is missing or no number"));
    }
    if (isNext('e') || isNext('E')) {
        ++m_at;
        if (isNext('+') || isNext('-'))
            ++m_at;
        if (!digits())
            return fail(QT_TRANSLATE_NOOP("Intake", "a value is missing or no number"));
    }
    return true;
}

bool JsonTree::word(std::string_view text)
{
    if (m_record.substr(m_at, text.size()) != text)
        return fail(QT_TRANSLATE_NOOP("Intake", "a value is missing or no number"));
    m_at += text.size();
    return true;
}

} // namespace watchdesk::intake
