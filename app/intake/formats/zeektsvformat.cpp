// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Zeek's own text logs: https://docs.zeek.org/en/master/log-formats.html

#include "app/intake/formats/textcodec.h"
#include "app/intake/formats/zeekrecord.h"

#include <QCoreApplication>

#include <charconv>

namespace watchdesk::intake {

namespace {

class ZeekTsvFormat : public Format
{
public:
    ZeekTsvFormat(const FormatInput &input, ZeekSession &session)
        : m_rows(input, session)
        , m_log(zeekLogName(input.fileName))
    {
    }
    Taken take(const RawRecord &record) override;
    void finish() override { m_rows.finish(); }

private:
    struct Field
    {
        std::string name, type;
        std::string value; ///< unescaped; "" where it is unset
        bool isSet = false;
    };

    void directive(std::string_view line);
    void split(std::string_view text, char separator, std::vector<std::string_view> *parts) const;
    QByteArray json() const;
    void appendScalar(QByteArray *out, std::string_view type, std::string_view value) const;
    std::string_view value(std::string_view name) const;

    ZeekRows m_rows;
    char m_separator = '\t';
    std::string m_setSeparator = ",", m_empty = "(empty)", m_unset = "-", m_log;
    std::vector<Field> m_fields;
    std::vector<std::string_view> m_parts;
};

/// "\x09" and "\\" as bytes.
std::string unescaped(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 >= text.size()) {
            out += text[i];
            continue;
        }
        unsigned code = 0;
        if (text[i + 1] == 'x' && i + 3 < text.size()) {
            const auto [end, error] = std::from_chars(text.data() + i + 2, text.data() + i + 4, code, 16);
            if (error == std::errc() && end == text.data() + i + 4) {
                out += char(code);
                i += 3;
                continue;
            }
        }
        if (text[i + 1] == '\\')
            ++i;
        out += text[i];
    }
    return out;
}

void ZeekTsvFormat::directive(std::string_view line)
{
    const auto rest = [&](std::string_view name) { // "#name<separator>value"
        return line.size() > name.size() ? line.substr(name.size() + 1) : std::string_view();
    };
    const auto starts = [&](std::string_view name) { return line.substr(0, name.size()) == name; };
    if (starts("#separator")) {
        const std::string separator = unescaped(rest("#separator"));
        m_separator = separator.empty() ? '\t' : separator[0];
    } else if (starts("#set_separator")) {
        m_setSeparator = rest("#set_separator");
    } else if (starts("#empty_field")) {
        m_empty = rest("#empty_field");
    } else if (starts("#unset_field")) {
        m_unset = rest("#unset_field");
    } else if (starts("#path")) {
        m_log = rest("#path");
    } else if (starts("#fields")) {
        split(rest("#fields"), m_separator, &m_parts);
        m_fields.clear();
        for (std::string_view name : m_parts)
            m_fields.push_back({std::string(name), {}, {}, false});
    } else if (starts("#types")) {
        split(rest("#types"), m_separator, &m_parts);
        for (size_t i = 0; i < m_fields.size() && i < m_parts.size(); ++i)
            m_fields[i].type = m_parts[i];
    }
}

void ZeekTsvFormat::split(std::string_view text, char separator, std::vector<std::string_view> *parts) const
{
    parts->clear();
    size_t begin = 0;
    while (true) {
        const size_t end = text.find(separator, begin);
        parts->push_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
        if (end == std::string_view::npos)
            return;
        begin = end + 1;
    }
}

std::string_view ZeekTsvFormat::value(std::string_view name) const
{
    for (const Field &field : m_fields) {
        if (field.name == name)
            return field.value;
    }
    return {};
}

void ZeekTsvFormat::appendScalar(QByteArray *out, std::string_view type, std::string_view value) const
{
    const bool isNumber =
        type == "count" || type == "int" || type == "port" || type == "interval" || type == "double" || type == "time";
    JsonTree number;
    if (type == "bool" && (value == "T" || value == "F"))
        out->append(value == "T" ? "true" : "false");
    else if (isNumber && number.parse(value) && number.root().kind == JsonNode::Kind::Number)
        out->append(value.data(), qsizetype(value.size()));
    else
        appendJsonString(out, value);
}

QByteArray ZeekTsvFormat::json() const
{
    JsonFields object;
    QByteArray text;
    std::vector<std::string_view> parts;
    for (const Field &field : m_fields) {
        if (!field.isSet)
            continue;
        text.clear();
        const size_t open = field.type.find('[');
        if (open == std::string::npos || m_setSeparator.empty()) {
            appendScalar(&text, field.type, field.value);
        } else {
            const std::string inner = field.type.substr(open + 1, field.type.size() - open - 2);
            text += '[';
            if (!field.value.empty())
                split(field.value, m_setSeparator[0], &parts);
            else
                parts.clear();
            for (std::string_view part : parts) {
                if (text.size() > 1)
                    text += ',';
                appendScalar(&text, inner, part);
            }
            text += ']';
        }
        object.json(field.name, viewOf(text));
    }
    return object.take();
}

Taken ZeekTsvFormat::take(const RawRecord &record)
{
    if (record.bytes.front() == '#') {
        directive(record.bytes);
        return {0, 0, {}};
    }
    if (m_fields.empty())
        return Taken::refusal(QCoreApplication::translate("Intake", "a record before the #fields line"));
    split(record.bytes, m_separator, &m_parts);
    if (m_parts.size() > m_fields.size() || m_parts.size() < m_fields.size()) {
        return Taken::refusal(
            QCoreApplication::translate("Intake", "%1 fields instead of %2").arg(m_parts.size()).arg(m_fields.size()));
    }
    for (size_t i = 0; i < m_parts.size(); ++i) {
        m_fields[i].isSet = m_parts[i] != m_unset;
        m_fields[i].value = m_fields[i].isSet && m_parts[i] != m_empty ? unescaped(m_parts[i]) : std::string();
        // An escaped byte need not be UTF-8.
        if (validUtf8Prefix(m_fields[i].value) != m_fields[i].value.size())
            m_fields[i].value = QString::fromUtf8(m_fields[i].value).toStdString();
    }
    const Ticks time = zeekTime(value("ts"));
    if (time <= 0)
        return Taken::refusal(QCoreApplication::translate("Intake", "no readable ts"));
    const QByteArray whole = json();
    ZeekRecord zeek;
    zeek.log = m_log;
    zeek.time = time;
    zeek.value = [this](std::string_view name) { return value(name); };
    zeek.json = viewOf(whole);
    zeek.identity = record.bytes;
    zeek.line = record.line;
    m_rows.take(zeek);
    return {};
}

} // namespace

std::unique_ptr<Format> makeZeekTsvFormat(const FormatInput &input, ZeekSession &session)
{
    return std::make_unique<ZeekTsvFormat>(input, session);
}

} // namespace watchdesk::intake
