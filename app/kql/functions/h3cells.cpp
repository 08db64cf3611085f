// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// geo_h3cell_level, _parent, _children: what the index of an H3 cell tells by its bits. Where a cell lies is another
// matter. https://h3geo.org/docs/library/index/cell/

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace watchdesk::kql {

namespace {

const int kFinest = 15;
const int kMostSteps = 5; ///< down to children, as the service has it
const quint64 kNoDigit = 7;
const quint64 kSkippedDigit = 1; ///< the direction that a pentagon lacks

int levelOf(quint64 cell) { return int(cell >> 52 & 15); }

int shiftOf(int level) { return (kFinest - level) * 3; }

quint64 digitOf(quint64 cell, int level) { return cell >> shiftOf(level) & 7; }

quint64 withDigit(quint64 cell, int level, quint64 digit)
{
    return (cell & ~(quint64(7) << shiftOf(level))) | digit << shiftOf(level);
}

quint64 withLevel(quint64 cell, int level) { return (cell & ~(quint64(15) << 52)) | quint64(level) << 52; }

bool isPentagonBase(quint64 cell)
{
    static const int pentagons[] = {4, 14, 24, 38, 49, 58, 63, 72, 83, 97, 107, 117};
    return std::find(std::begin(pentagons), std::end(pentagons), int(cell >> 45 & 127)) != std::end(pentagons);
}

/// The first digit that leads away from the centre, or 0.
quint64 leadingDigit(quint64 cell)
{
    for (int level = 1; level <= levelOf(cell); ++level) {
        if (digitOf(cell, level) != 0)
            return digitOf(cell, level);
    }
    return 0;
}

bool isPentagon(quint64 cell) { return isPentagonBase(cell) && leadingDigit(cell) == 0; }

bool isCell(quint64 cell)
{
    const bool isOfCells = cell >> 56 == 8; // the mode, and nothing in the bits about it
    if (!isOfCells || (cell >> 45 & 127) >= 122)
        return false;
    for (int level = 1; level <= kFinest; ++level) {
        const bool isUsed = level <= levelOf(cell);
        if ((digitOf(cell, level) == kNoDigit) == isUsed)
            return false;
    }
    return !isPentagonBase(cell) || leadingDigit(cell) != kSkippedDigit;
}

/// Nothing for what names no cell.
std::optional<quint64> cellFrom(Text token)
{
    quint64 cell = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), cell, 16);
    if (token.size() > 16 || error != std::errc() || end != token.data() + token.size())
        return std::nullopt;
    return isCell(cell) ? std::optional(cell) : std::nullopt;
}

std::string tokenOf(quint64 cell)
{
    std::string token;
    for (int shift = 56; shift >= 0; shift -= 4)
        token += "0123456789abcdef"[cell >> shift & 15];
    return token;
}

MaybeLong cellLevel(Text token)
{
    const auto cell = cellFrom(token);
    return cell ? MaybeLong(levelOf(*cell)) : std::nullopt;
}

MaybeText parentAt(Text token, qint64 level)
{
    const auto cell = cellFrom(token);
    if (!cell || level < 0 || level > levelOf(*cell))
        return std::nullopt;
    if (level == levelOf(*cell))
        throw Refusal("geo_h3cell_parent() at the cell's own level is not supported.");
    quint64 parent = withLevel(*cell, int(level));
    for (int finer = int(level) + 1; finer <= kFinest; ++finer)
        parent = withDigit(parent, finer, kNoDigit);
    return tokenOf(parent);
}

MaybeText parentOf(Text token)
{
    const auto cell = cellFrom(token);
    return cell && levelOf(*cell) > 0 ? parentAt(token, levelOf(*cell) - 1) : std::nullopt;
}

void addChildren(quint64 cell, int level, std::vector<std::string> &children)
{
    if (levelOf(cell) == level) {
        children.push_back(jsonQuoted(tokenOf(cell)));
        return;
    }
    const int next = levelOf(cell) + 1;
    for (quint64 digit = 0; digit < kNoDigit; ++digit) {
        if (digit != kSkippedDigit || !isPentagon(cell))
            addChildren(withDigit(withLevel(cell, next), next, digit), level, children);
    }
}

MaybeText childrenAt(Text token, qint64 level)
{
    const auto cell = cellFrom(token);
    if (!cell || level > kFinest || level < levelOf(*cell) || level > levelOf(*cell) + kMostSteps)
        return std::nullopt;
    if (level == levelOf(*cell))
        throw Refusal("geo_h3cell_children() at the cell's own level is not supported.");
    std::vector<std::string> children;
    addChildren(*cell, int(level), children);
    return jsonArrayFrom(children);
}

MaybeText childrenOf(Text token)
{
    const auto cell = cellFrom(token);
    return cell && levelOf(*cell) < kFinest ? childrenAt(token, levelOf(*cell) + 1) : std::nullopt;
}

} // namespace

QList<NativeFunction> hexagonFunctions()
{
    return {
        native("kql_h3cell_level", cellLevel),     native("kql_h3cell_parent", parentOf),
        native("kql_h3cell_parent", parentAt),     native("kql_h3cell_children", childrenOf),
        native("kql_h3cell_children", childrenAt),
    };
}

} // namespace watchdesk::kql
