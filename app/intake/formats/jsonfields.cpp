// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/formats/jsonfields.h"

namespace watchdesk::intake {

void appendJsonString(QByteArray *out, std::string_view text)
{
    static constexpr char kHex[] = "0123456789abcdef";
    out->append('"');
    size_t done = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out->append(text.data() + done, qsizetype(i - done));
        done = i + 1;
        switch (c) {
        case '"':
        case '\\':
            out->append('\\').append(char(c));
            break;
        case '\n':
            out->append("\\n");
            break;
        case '\r':
            out->append("\\r");
            break;
        case '\t':
            out->append("\\t");
            break;
        default:
            out->append("\\u00").append(kHex[c >> 4]).append(kHex[c & 15]);
        }
    }
    out->append(text.data() + done, qsizetype(text.size() - done));
    out->append('"');
}

void JsonFields::name(std::string_view key)
{
    if (m_text.size() > 1)
        m_text += ',';
    appendJsonString(&m_text, key);
    m_text += ':';
}

JsonFields &JsonFields::text(std::string_view key, std::string_view value)
{
    if (!value.empty()) {
        name(key);
        appendJsonString(&m_text, value);
    }
    return *this;
}

JsonFields &JsonFields::number(std::string_view key, qint64 value)
{
    name(key);
    m_text += QByteArray::number(value);
    return *this;
}

JsonFields &JsonFields::boolean(std::string_view key, bool value)
{
    name(key);
    m_text += value ? "true" : "false";
    return *this;
}

JsonFields &JsonFields::json(std::string_view key, std::string_view value)
{
    name(key);
    m_text.append(value.data(), qsizetype(value.size()));
    return *this;
}

QByteArray JsonFields::take()
{
    m_text += '}';
    return std::exchange(m_text, QByteArray("{"));
}

} // namespace watchdesk::intake
