// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/texttemplate.h"

namespace watchdesk::lab {

TextTemplate::TextTemplate(std::string_view text)
{
    size_t from = 0;
    while (from < text.size()) {
        const size_t open = text.find("${", from);
        const size_t close = open == text.npos ? text.npos : text.find('}', open);
        if (close == text.npos)
            break;
        add(text.substr(from, open - from));
        const std::string_view inside = text.substr(open + 2, close - open - 2);
        const size_t colon = inside.find(':');
        m_parts.push_back({true, std::string(inside.substr(0, colon)),
                           colon == inside.npos ? std::string() : std::string(inside.substr(colon + 1))});
        from = close + 1;
    }
    add(text.substr(from));
}

void TextTemplate::add(std::string_view text)
{
    if (!text.empty())
        m_parts.push_back({false, std::string(text), {}});
}

std::string TextTemplate::text(const Expand &expand) const
{
    std::string out;
    for (const Part &part : m_parts) {
        if (part.isVariable)
            expand(part.text, part.argument, out);
        else
            out += part.text;
    }
    return out;
}

} // namespace watchdesk::lab
