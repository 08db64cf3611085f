// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/jsonwriter.h"

#include "app/base/jsonstring.h"
#include "app/base/ticks.h"

#include <array>
#include <charconv>
#include <cmath>

namespace watchdesk::lab {

namespace {

constexpr int kMaxDepth = 200;

void appendEscaped(std::string &out, unsigned char c)
{
    static constexpr char digits[] = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        out += "\\u00";
        out += digits[c >> 4];
        out += digits[c & 15];
    }
}

template <class Number>
void appendNumber(std::string &out, Number value)
{
    std::array<char, 40> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value);
    out.append(text.data(), size_t(end.ptr - text.data()));
}

void appendDigits(std::string &out, qint64 value, int width)
{
    std::array<char, 8> text;
    for (int i = width - 1; i >= 0; --i) {
        text[size_t(i)] = char('0' + value % 10);
        value /= 10;
    }
    out.append(text.data(), size_t(width));
}

/// isoFromTicks() without the detour over UTF-16; the calendar is Howard Hinnant's civil_from_days.
void appendInstant(std::string &out, Ticks ticks)
{
    if (ticks < 0 || ticks > kMaxTicks) {
        out += "null";
        return;
    }
    const qint64 days = ticks / kTicksPerDay + 306; // days since 0000-03-01
    const qint64 era = days / 146'097;
    const qint64 dayOfEra = days - era * 146'097;
    const qint64 yearOfEra = (dayOfEra - dayOfEra / 1'460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const qint64 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const qint64 shifted = (5 * dayOfYear + 2) / 153;
    const qint64 month = shifted < 10 ? shifted + 3 : shifted - 9;
    const qint64 rest = ticks % kTicksPerDay;
    out += '"';
    appendDigits(out, yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4);
    out += '-';
    appendDigits(out, month, 2);
    out += '-';
    appendDigits(out, dayOfYear - (153 * shifted + 2) / 5 + 1, 2);
    out += 'T';
    appendDigits(out, rest / kTicksPerHour, 2);
    out += ':';
    appendDigits(out, rest / kTicksPerMinute % 60, 2);
    out += ':';
    appendDigits(out, rest / kTicksPerSecond % 60, 2);
    out += '.';
    appendDigits(out, rest % kTicksPerSecond, 7);
    out += "Z\"";
}

void appendReal(std::string &out, double value)
{
    if (std::isfinite(value))
        appendNumber(out, value);
    else
        appendJsonString(out, std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
}

void appendText(std::string &out, const Column &column, std::string_view text)
{
    if (column.type() == ColumnType::Dynamic && isJsonText(text))
        out += text;
    else
        appendJsonString(out, text);
}

/// A pass over the text without building anything.
class JsonScan
{
public:
    explicit JsonScan(std::string_view text)
        : m_text(text)
    {
    }
    bool isOneValue() { return value(0) && (skipBlanks(), m_at == m_text.size()); }

private:
    bool value(int depth);
    bool list(int depth, char close, bool isObject);
    bool string();
    bool number();
    bool word(std::string_view word);
    bool accept(char c);
    void skipBlanks();
    bool digits();
    bool hexDigits();

    std::string_view m_text;
    size_t m_at = 0;
};

void JsonScan::skipBlanks()
{
    const size_t next = m_text.find_first_not_of(" \t\r\n", m_at); // JSON's own four; \v and \f are none
    m_at = next == std::string_view::npos ? m_text.size() : next;
}

bool JsonScan::accept(char c)
{
    skipBlanks();
    if (m_at >= m_text.size() || m_text[m_at] != c)
        return false;
    ++m_at;
    return true;
}

bool JsonScan::value(int depth)
{
    skipBlanks();
    if (m_at >= m_text.size() || depth > kMaxDepth)
        return false;
    switch (m_text[m_at]) {
    case '{':
        return list(depth, '}', true);
    case '[':
        return list(depth, ']', false);
    case '"':
        return string();
    case 't':
        return word("true");
    case 'f':
        return word("false");
    case 'n':
        return word("null");
    default:
        return number();
    }
}

bool JsonScan::list(int depth, char close, bool isObject)
{
    ++m_at;
    if (accept(close))
        return true;
    do {
        skipBlanks();
        if (isObject && !(string() && accept(':')))
            return false;
        if (!value(depth + 1))
            return false;
    } while (accept(','));
    return accept(close);
}

bool JsonScan::string()
{
    if (m_at >= m_text.size() || m_text[m_at] != '"')
        return false;
    for (m_at = plainJsonEnd(m_text, m_at + 1); m_at < m_text.size(); m_at = plainJsonEnd(m_text, m_at + 1)) {
        const char c = m_text[m_at];
        if (c == '"') {
            ++m_at;
            return true;
        }
        if (c != '\\')
            return false;
        ++m_at;
        if (m_at >= m_text.size() || std::string_view("\"\\/bfnrtu").find(m_text[m_at]) == std::string_view::npos)
            return false;
        if (m_text[m_at] == 'u' && !hexDigits())
            return false;
    }
    return false;
}

/// The four after "\\u"; stays on the last of them.
bool JsonScan::hexDigits()
{
    const std::string_view hex = m_text.substr(m_at + 1, 4);
    m_at += hex.size();
    return hex.size() == 4 && hex.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

bool JsonScan::digits()
{
    const size_t start = m_at;
    while (m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9')
        ++m_at;
    return m_at > start;
}

bool JsonScan::number()
{
    if (m_text[m_at] == '-')
        ++m_at;
    const size_t start = m_at;
    if (!digits() || (m_text[start] == '0' && m_at > start + 1))
        return false;
    if (m_at < m_text.size() && m_text[m_at] == '.') {
        ++m_at;
        if (!digits())
            return false;
    }
    if (m_at < m_text.size() && (m_text[m_at] == 'e' || m_text[m_at] == 'E')) {
        ++m_at;
        if (m_at < m_text.size() && (m_text[m_at] == '+' || m_text[m_at] == '-'))
            ++m_at;
        return digits();
    }
    return true;
}

bool JsonScan::word(std::string_view word)
{
    if (m_text.substr(m_at, word.size()) != word)
        return false;
    m_at += word.size();
    return true;
}

} // namespace

void appendJsonString(std::string &out, std::string_view utf8)
{
    out += '"';
    for (size_t start = 0;; ++start) {
        const size_t end = plainJsonEnd(utf8, start);
        out.append(utf8, start, end - start);
        start = end;
        if (start == utf8.size())
            break;
        appendEscaped(out, static_cast<unsigned char>(utf8[start]));
    }
    out += '"';
}

bool isJsonText(std::string_view text) { return JsonScan(text).isOneValue(); }

void appendJsonCell(std::string &out, const Column &column, qsizetype row, bool emptyIsNull, TruthStyle truth)
{
    if (column.isNull(row)) {
        out += "null";
    } else if (column.type() == ColumnType::DateTime) {
        appendInstant(out, column.integer(row));
    } else if (column.type() == ColumnType::TimeSpan) {
        appendJsonString(out, textFromTimeSpan(column.integer(row)).toStdString());
    } else if (column.type() == ColumnType::Bool && truth == TruthStyle::Words) {
        out += column.integer(row) != 0 ? "true" : "false";
    } else if (isIntegral(column.type())) {
        appendNumber(out, column.integer(row));
    } else if (column.type() == ColumnType::Real) {
        appendReal(out, column.real(row));
    } else {
        const std::string_view text = column.text(row);
        if (emptyIsNull && text.empty())
            out += "null";
        else
            appendText(out, column, text);
    }
}

} // namespace watchdesk::lab
