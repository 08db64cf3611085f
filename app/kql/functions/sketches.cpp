// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the service estimates by sketches is exact here: a tdigest holds every value with its weight, an hll every
// distinct value. They have the outer form of the service's, [[7],[values],[weights]] and [[1024,14],[values],[]].

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"
#include "app/kql/syntax/literal.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_set>

namespace watchdesk::kql {

namespace {

using Elements = std::vector<std::string_view>;

struct Weighted
{
    std::string_view value;
    double weight = 1;
};

/// Timespans are texts that do not order as they stand.
std::optional<qint64> spanFrom(std::string_view json)
{
    if (jsonKind(json) != 's' || json.find(':') == std::string_view::npos || json.find('T') != std::string_view::npos)
        return std::nullopt;
    return ticksFromTimeSpanText(QString::fromStdString(jsonUnquoted(json)));
}

bool lessValue(std::string_view a, std::string_view b)
{
    const auto x = realFromJson(a);
    const auto y = realFromJson(b);
    if (x && y)
        return *x < *y;
    const auto left = spanFrom(a);
    const auto right = spanFrom(b);
    return left && right ? *left < *right : a < b;
}

std::vector<Weighted> merged(std::vector<Weighted> all)
{
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return lessValue(a.value, b.value); });
    std::vector<Weighted> result;
    for (const auto &one : all) {
        if (one.weight <= 0)
            continue;
        if (!result.empty() && sameJson(result.back().value, one.value))
            result.back().weight += one.weight;
        else
            result.push_back(one);
    }
    return result;
}

std::string weightText(double weight)
{
    return weight == std::floor(weight) && weight < 9e15 ? std::to_string(qint64(weight)) : jsonFromReal(weight);
}

std::string digestJson(const std::vector<Weighted> &all)
{
    std::vector<std::string> values;
    std::vector<std::string> weights;
    for (const auto &[value, weight] : all) {
        values.emplace_back(value);
        weights.push_back(weightText(weight));
    }
    return "[[7]," + jsonArrayFrom(values) + ',' + jsonArrayFrom(weights) + ']';
}

/// Of an array of values, or of [value,weight].
std::string digest(Text pairs)
{
    std::vector<Weighted> all;
    forEachElement(pairs, [&](std::string_view element) {
        const Elements parts = jsonElements(element);
        if (parts.size() == 2)
            all.push_back({parts[0], realFromJson(parts[1]).value_or(0)});
        else
            all.push_back({element, 1});
        return true;
    });
    return digestJson(merged(std::move(all)));
}

std::optional<std::vector<Weighted>> fromDigest(Text digest)
{
    const Elements parts = jsonElements(digest);
    if (parts.size() != 3 || trimmedJson(parts[0]) != "[7]")
        return std::nullopt;
    const Elements values = jsonElements(parts[1]);
    const Elements weights = jsonElements(parts[2]);
    if (values.size() != weights.size())
        return std::nullopt;
    std::vector<Weighted> all;
    for (size_t i = 0; i < values.size(); ++i)
        all.push_back({values[i], realFromJson(weights[i]).value_or(0)});
    return merged(std::move(all));
}

/// Of an array of digests; what is none is left out.
std::string mergeDigests(Text digests)
{
    std::vector<Weighted> all;
    for (const auto one : jsonElements(digests)) {
        const auto part = fromDigest(one);
        if (part)
            all.insert(all.end(), part->begin(), part->end());
    }
    return digestJson(merged(std::move(all)));
}

double totalWeight(const std::vector<Weighted> &all)
{
    double total = 0;
    for (const auto &one : all)
        total += one.weight;
    return total;
}

/// The nearest rank: the least value that so many percent do not exceed.
std::optional<std::string_view> valueAt(const std::vector<Weighted> &all, double percent)
{
    if (all.empty() || !(percent >= 0 && percent <= 100))
        return std::nullopt;
    // A hair below the product, which may have been rounded up.
    const double rank = std::max(1.0, std::ceil(percent / 100 * totalWeight(all) - 1e-9));
    double sum = 0;
    for (const auto &one : all) {
        sum += one.weight;
        if (sum >= rank)
            return one.value;
    }
    return all.back().value;
}

MaybeText percentile(Text digest, double percent)
{
    const auto all = fromDigest(digest);
    const auto value = all ? valueAt(*all, percent) : std::nullopt;
    return value ? MaybeText(std::string(*value)) : std::nullopt;
}

/// Of a list of percents, or one array of them.
MaybeText percentiles(Text digest, Text percents)
{
    const auto all = fromDigest(digest);
    if (!all)
        return std::nullopt;
    Elements wanted = jsonElements(percents);
    if (wanted.size() == 1 && jsonKind(wanted[0]) == '[')
        wanted = jsonElements(wanted[0]);
    std::vector<std::string> values;
    for (const auto percent : wanted) {
        const auto value = valueAt(*all, realFromJson(percent).value_or(-1));
        values.emplace_back(value.value_or("null"));
    }
    return jsonArrayFrom(values);
}

/// How many values are not greater.
MaybeReal rank(Text digest, Text value)
{
    const auto all = fromDigest(digest);
    if (!all)
        return std::nullopt;
    double sum = 0;
    for (const auto &one : *all) {
        if (!lessValue(value, one.value))
            sum += one.weight;
    }
    return sum;
}

MaybeReal percentRank(Text digest, Text value)
{
    const auto all = fromDigest(digest);
    const auto place = rank(digest, value);
    return place && !all->empty() ? MaybeReal(*place / totalWeight(*all) * 100) : std::nullopt;
}

// --- Distinct values --------------------------------------------------------------------------------

const std::string_view kHllHead = "[1024,14]";

std::optional<Elements> fromHll(Text hll)
{
    const Elements parts = jsonElements(hll);
    if (parts.size() != 3 || trimmedJson(parts[0]) != kHllHead || jsonKind(parts[1]) != '[')
        return std::nullopt;
    return jsonElements(parts[1]);
}

std::string hllJson(const Elements &values)
{
    std::unordered_set<std::string_view> seen;
    Elements distinct;
    for (const auto value : values) {
        if (seen.insert(value).second)
            distinct.push_back(value);
    }
    return '[' + std::string(kHllHead) + ',' + jsonArrayFrom(distinct) + ",[]]";
}

/// Of an array of values.
std::string hll(Text values) { return hllJson(jsonElements(values)); }

std::string mergeHlls(Text hlls)
{
    Elements all;
    for (const auto one : jsonElements(hlls)) {
        const auto values = fromHll(one);
        if (values)
            all.insert(all.end(), values->begin(), values->end());
    }
    return hllJson(all);
}

/// The values that both have.
MaybeText intersectHlls(Text first, Text second)
{
    const auto left = fromHll(first);
    const auto right = fromHll(second);
    if (!left || !right)
        return std::nullopt;
    const std::unordered_set<std::string_view> known(right->begin(), right->end());
    Elements both;
    for (const auto value : *left) {
        if (known.count(value) > 0)
            both.push_back(value);
    }
    return hllJson(both);
}

MaybeLong dcount(Text hll)
{
    const auto values = fromHll(hll);
    return values ? MaybeLong(qint64(values->size())) : std::nullopt;
}

bool isDigest(Text json) { return fromDigest(json).has_value(); }

bool isHll(Text json) { return fromHll(json).has_value(); }

} // namespace

QList<NativeFunction> sketchFunctions()
{
    return {
        native("kql_tdigest", digest),
        native("kql_tdigest_merge", mergeDigests),
        native("kql_tdigest_percentile", percentile),
        native("kql_tdigest_percentiles", percentiles),
        native("kql_tdigest_rank", rank),
        native("kql_tdigest_percent_rank", percentRank),
        native("kql_is_tdigest", isDigest),
        native("kql_hll", hll),
        native("kql_hll_merge", mergeHlls),
        native("kql_hll_intersect", intersectHlls),
        native("kql_hll_dcount", dcount),
        native("kql_is_hll", isHll),
    };
}

} // namespace watchdesk::kql
