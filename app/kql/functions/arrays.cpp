// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Arrays: cutting, turning, sorting together, choosing by another array.

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace watchdesk::kql {

namespace {

using Elements = std::vector<std::string_view>;

const qint64 kMaxElements = 1'048'576;

bool isArray(Text json) { return jsonKind(json) == '['; }

qint64 integerFrom(std::string_view json, qint64 otherwise)
{
    json = trimmedJson(json);
    qint64 number = 0;
    const auto [end, error] = std::from_chars(json.data(), json.data() + json.size(), number);
    return error == std::errc() && end == json.data() + json.size() ? number : otherwise;
}

/// From one index to another, both included; negative ones count from the end.
MaybeText arraySlice(Text array, qint64 start, qint64 end)
{
    if (!isArray(array))
        return std::nullopt;
    const Elements all = jsonElements(array);
    const qint64 size = qint64(all.size());
    const qint64 from = std::max<qint64>(0, start < 0 ? size + start : start);
    const qint64 to = std::min<qint64>(size - 1, end < 0 ? size + end : end);
    return jsonArrayFrom(from <= to ? Elements(all.begin() + from, all.begin() + to + 1) : Elements());
}

/// The first `count` elements.
MaybeText arrayHead(Text array, qint64 count) { return count <= 0 ? "[]" : arraySlice(array, 0, count - 1); }

/// A start before the array's end counts from the end; a length of -1 is no bound.
MaybeLong arrayIndexOf(Text array, Text value, qint64 start, qint64 length, qint64 occurrence)
{
    if (!isArray(array) || length < -1 || occurrence < 0)
        return std::nullopt;
    const Elements all = jsonElements(array);
    const qint64 size = qint64(all.size());
    const qint64 from = std::max<qint64>(0, start < 0 ? size + start : start);
    const qint64 to = length < 0 ? size : std::min(size, from + std::min(length, size));
    for (qint64 i = from; i < to; ++i) {
        if (sameJson(all[size_t(i)], value) && --occurrence <= 0)
            return i;
    }
    return -1;
}

MaybeText rotateLeft(Text array, qint64 count)
{
    if (!isArray(array))
        return std::nullopt;
    Elements all = jsonElements(array);
    if (all.empty())
        return "[]";
    const qint64 size = qint64(all.size());
    const qint64 by = (count % size + size) % size;
    std::rotate(all.begin(), all.begin() + by, all.end());
    return jsonArrayFrom(all);
}

MaybeText rotateRight(Text array, qint64 count) { return rotateLeft(array, count == INT64_MIN ? 0 : -count); }

/// What moves in at the other end is `filler`; without one it is null, or "" among texts.
MaybeText shiftLeft(Text array, qint64 count, Text filler)
{
    if (!isArray(array))
        return std::nullopt;
    const Elements all = jsonElements(array);
    const bool texts = std::any_of(all.begin(), all.end(), [](auto e) { return jsonKind(e) == 's'; });
    const std::string_view fill = !filler.empty() ? filler : texts ? Text("\"\"") : Text("null");
    const qint64 size = qint64(all.size());
    Elements shifted(all.size(), fill);
    for (qint64 i = 0; i < size; ++i) {
        const bool far = count >= size || count <= -size;
        if (!far && i + count >= 0 && i + count < size)
            shifted[size_t(i)] = all[size_t(i + count)];
    }
    return jsonArrayFrom(shifted);
}

MaybeText shiftRight(Text array, qint64 count, Text filler)
{
    return shiftLeft(array, count == INT64_MIN ? INT64_MAX : -count, filler);
}

/// The parts between the indices, which may be one number or an array of them.
MaybeText arraySplit(Text array, Text indices)
{
    if (!isArray(array))
        return std::nullopt;
    const Elements all = jsonElements(array);
    const qint64 size = qint64(all.size());
    std::vector<qint64> cuts;
    for (const auto index : isArray(indices) ? jsonElements(indices) : Elements{indices}) {
        const qint64 cut = integerFrom(index, size);
        cuts.push_back(std::clamp<qint64>(cut < 0 ? size + cut : cut, 0, size));
    }
    cuts.push_back(size);
    std::vector<std::string> parts;
    qint64 from = 0;
    for (const qint64 cut : cuts) {
        parts.push_back(jsonArrayFrom(cut > from ? Elements(all.begin() + from, all.begin() + cut) : Elements()));
        from = std::max(from, cut);
    }
    return jsonArrayFrom(parts);
}

std::string_view elementOr(Text values, const Elements &elements, size_t index)
{
    if (!isArray(values))
        return values;
    return index < elements.size() ? elements[index] : std::string_view("null");
}

/// By each condition: a bool, or a number that is not 0; anything else gives null.
MaybeText arrayIff(Text conditions, Text whenTrue, Text whenFalse)
{
    if (!isArray(conditions))
        return std::nullopt;
    const Elements yes = jsonElements(whenTrue);
    const Elements no = jsonElements(whenFalse);
    Elements chosen;
    for (const auto condition : jsonElements(conditions)) {
        const char kind = jsonKind(condition);
        const auto number = realFromJson(condition);
        const bool isTrue = kind == 't' || (kind == '0' && number && *number != 0);
        const bool isFalse = kind == 'f' || (kind == '0' && number && *number == 0);
        const size_t at = chosen.size();
        chosen.push_back(isTrue    ? elementOr(whenTrue, yes, at)
                         : isFalse ? elementOr(whenFalse, no, at)
                                   : std::string_view("null"));
    }
    return jsonArrayFrom(chosen);
}

MaybeReal arraySum(Text array)
{
    if (!isArray(array))
        return std::nullopt;
    double sum = 0;
    const auto elements = jsonElements(array);
    if (elements.empty())
        return std::nullopt;
    for (const auto element : elements) {
        if (jsonKind(element) == 'n')
            continue;
        const auto number = realFromJson(element);
        if (!number)
            return std::nullopt;
        sum += *number;
    }
    return sum;
}

/// Where kinds are mixed: numbers and times, then texts, then the rest.
int rankOf(std::string_view json)
{
    switch (jsonKind(json)) {
    case '0':
        return 0;
    case 's':
        return 1;
    default:
        return 2;
    }
}

bool comesBefore(std::string_view a, std::string_view b, bool descending)
{
    if (rankOf(a) != rankOf(b))
        return rankOf(a) < rankOf(b);
    if (rankOf(a) == 0) {
        const double left = realFromJson(a).value_or(0);
        const double right = realFromJson(b).value_or(0);
        return descending ? right < left : left < right;
    }
    const std::string left = textFromDynamic(a).value_or("");
    const std::string right = textFromDynamic(b).value_or("");
    return descending ? right < left : left < right;
}

std::vector<size_t> sortedOrder(const Elements &keys, bool descending, bool nullsLast)
{
    std::vector<size_t> order(keys.size());
    std::iota(order.begin(), order.end(), size_t(0));
    const auto isNull = [&keys](size_t i) { return jsonKind(keys[i]) == 'n'; };
    const auto split =
        std::stable_partition(order.begin(), order.end(), [&](size_t i) { return isNull(i) != nullsLast; });
    std::stable_sort(nullsLast ? order.begin() : split, nullsLast ? split : order.end(),
                     [&](size_t a, size_t b) { return comesBefore(keys[a], keys[b], descending); });
    return order;
}

/// Of an array of arrays: the first one sorted, the others in the order that it took; null for one of another length.
MaybeText sortTogether(Text arrays, Text direction, bool nullsLast)
{
    const Elements all = jsonElements(arrays);
    if (all.empty() || !isArray(all[0]))
        return std::nullopt;
    const Elements keys = jsonElements(all[0]);
    const std::vector<size_t> order = sortedOrder(keys, direction == "desc", nullsLast);
    std::vector<std::string> sorted;
    for (const auto array : all) {
        const Elements elements = jsonElements(array);
        if (!isArray(array) || elements.size() != keys.size()) {
            sorted.emplace_back("null");
            continue;
        }
        Elements moved;
        for (const size_t index : order)
            moved.push_back(elements[index]);
        sorted.push_back(jsonArrayFrom(moved));
    }
    return jsonArrayFrom(sorted);
}

MaybeText arrayReverse(Text array)
{
    if (!isArray(array))
        return std::nullopt;
    Elements all = jsonElements(array);
    std::reverse(all.begin(), all.end());
    return jsonArrayFrom(all);
}

/// Of an array of arrays: tuples of the elements at the same place; a short array gives null at its end.
MaybeText zip(Text arrays)
{
    std::vector<Elements> columns;
    size_t longest = 0;
    for (const auto array : jsonElements(arrays)) {
        if (!isArray(array))
            return std::nullopt;
        columns.push_back(jsonElements(array));
        longest = std::max(longest, columns.back().size());
    }
    std::vector<std::string> tuples;
    for (size_t i = 0; i < longest; ++i) {
        Elements tuple;
        for (const auto &column : columns)
            tuple.push_back(i < column.size() ? column[i] : std::string_view("null"));
        tuples.push_back(jsonArrayFrom(tuple));
    }
    return jsonArrayFrom(tuples);
}

MaybeText repeated(Text value, qint64 count)
{
    if (count < 0)
        return std::nullopt;
    const auto size = size_t(std::min(count, kMaxElements));
    if (value.size() * size > (size_t(1) << 28))
        throw std::length_error("repeat() makes an array that is too large");
    return jsonArrayFrom(Elements(size, value));
}

MaybeText rangeOfLongs(qint64 from, qint64 to, qint64 step)
{
    if (step == 0)
        return std::nullopt;
    std::vector<std::string> values;
    for (qint64 value = from; step > 0 ? value <= to : value >= to;) {
        values.push_back(std::to_string(value));
        if (qint64(values.size()) >= kMaxElements || (step > 0 ? value > INT64_MAX - step : value < INT64_MIN - step))
            break;
        value += step;
    }
    return jsonArrayFrom(values);
}

MaybeText rangeOfReals(double from, double to, double step)
{
    std::vector<double> values;
    if (step == 0 || std::isnan(from + to + step))
        return std::nullopt;
    for (qint64 i = 0; i < kMaxElements; ++i) {
        const double value = from + double(i) * step;
        if (step > 0 ? value > to : value < to)
            break;
        values.push_back(value);
    }
    return jsonFromReals(values);
}

} // namespace

QList<NativeFunction> arrayFunctions()
{
    return {
        native("kql_array_slice", arraySlice),
        native("kql_array_head", arrayHead),
        native("kql_array_index_of", arrayIndexOf),
        native("kql_array_rotate_left", rotateLeft),
        native("kql_array_rotate_right", rotateRight),
        native("kql_array_shift_left", shiftLeft),
        native("kql_array_shift_right", shiftRight),
        native("kql_array_split", arraySplit),
        native("kql_array_iff", arrayIff),
        native("kql_array_sum", arraySum),
        native("kql_array_sort", sortTogether),
        native("kql_array_reverse", arrayReverse),
        native("kql_zip", zip),
        native("kql_repeat", repeated),
        native("kql_range_long", rangeOfLongs),
        native("kql_range_real", rangeOfReals),
    };
}

} // namespace watchdesk::kql
