// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/functions/packed.h"

#include "app/kql/functions/natives.h"

#include <charconv>

namespace watchdesk::kql {

namespace {

/// Takes the next text off `rest`; false at the end.
bool takeNext(Text &rest, std::optional<Text> *next)
{
    if (rest.empty())
        return false;
    next->reset();
    if (rest.front() == '-') {
        rest.remove_prefix(1);
        return true;
    }
    size_t size = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), size);
    const size_t head = size_t(end - rest.data()) + 1;
    if (error != std::errc() || head > rest.size() || *end != ':' || size > rest.size() - head)
        return false;
    *next = rest.substr(head, size);
    rest.remove_prefix(head + size);
    return true;
}

MaybeText field(Text packed, qint64 index)
{
    std::optional<Text> next;
    while (takeNext(packed, &next)) {
        if (index-- == 0)
            return next ? MaybeText(std::string(*next)) : std::nullopt;
    }
    return std::nullopt;
}

MaybeText packed(Text text)
{
    Packed one;
    one.add(text);
    return one.take();
}

} // namespace

void Packed::add(Text text)
{
    m_text += std::to_string(text.size());
    m_text += ':';
    m_text += text;
}

std::vector<MaybeText> Packed::read(Text packed)
{
    std::vector<MaybeText> all;
    std::optional<Text> next;
    while (takeNext(packed, &next))
        all.push_back(next ? MaybeText(std::string(*next)) : std::nullopt);
    return all;
}

QList<NativeFunction> packedFunctions() { return {native("kql_field", field), native("kql_packed", packed)}; }

} // namespace watchdesk::kql
