// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <string_view>

namespace watchdesk::intake {

/// Builds one flat JSON object as text, for AdditionalFields and for records that were not JSON. A value type.
class JsonFields
{
public:
    JsonFields()
        : m_text("{")
    {
    }
    /// With {"Source": source} as the first member: which record a translated row was made from, e.g. "sysmon:10".
    explicit JsonFields(std::string_view source)
        : JsonFields()
    {
        text("Source", source);
    }

    JsonFields &text(std::string_view key, std::string_view value); ///< nothing for ""
    JsonFields &number(std::string_view key, qint64 value);
    JsonFields &boolean(std::string_view key, bool value);
    JsonFields &json(std::string_view key, std::string_view value); ///< `value` is JSON already
    QByteArray take();

private:
    void name(std::string_view key);

    QByteArray m_text;
};

/// `text` in quotes, as JSON. Must be UTF-8.
void appendJsonString(QByteArray *out, std::string_view text);

} // namespace watchdesk::intake
