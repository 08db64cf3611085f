// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/jsonstring.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace watchdesk {

namespace {

constexpr std::array<bool, 256> plainBytes()
{
    std::array<bool, 256> plain{};
    for (size_t i = 0x20; i < plain.size(); ++i)
        plain[i] = i != '"' && i != '\\';
    return plain;
}

constexpr auto kPlain = plainBytes();

} // namespace

size_t plainJsonEnd(std::string_view text, size_t at)
{
    // Eight at a time, as most texts are longer than that.
    if constexpr (std::endian::native == std::endian::little) {
        constexpr uint64_t ones = 0x0101010101010101;
        constexpr uint64_t tops = 0x8080808080808080;
        const auto zeros = [](uint64_t bytes) { return (bytes - ones) & ~bytes & tops; };
        for (; at + sizeof(uint64_t) <= text.size(); at += sizeof(uint64_t)) {
            uint64_t bytes = 0;
            std::memcpy(&bytes, text.data() + at, sizeof bytes);
            const uint64_t below = (bytes - ones * 0x20) & ~bytes & tops;
            const uint64_t found = zeros(bytes ^ (ones * '"')) | zeros(bytes ^ (ones * '\\')) | below;
            if (found)
                return at + size_t(std::countr_zero(found)) / 8;
        }
    }
    while (at < text.size() && kPlain[static_cast<unsigned char>(text[at])])
        ++at;
    return at;
}

} // namespace watchdesk
