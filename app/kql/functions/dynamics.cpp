// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Dynamic values, which are JSON text: members, elements, paths, what they are as text and number.

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <unordered_set>

namespace watchdesk::kql {

namespace {

using Elements = std::vector<std::string_view>;

/// Keeps a text that a function gives back until it is called again.
Text kept(std::string text)
{
    thread_local std::string keeper;
    keeper = std::move(text);
    return keeper;
}

/// JSON null is KQL's null.
MaybeView valueOrNull(Text value) { return jsonKind(value) == 'n' ? MaybeView() : MaybeView(trimmedJson(value)); }

MaybeView member(Text json, Text key)
{
    MaybeView found;
    forEachMember(json, [&](Text name, Text value) {
        if (!isJsonKey(name, key))
            return true;
        found = valueOrNull(value);
        return false;
    });
    return found;
}

MaybeView element(Text json, qint64 index)
{
    if (index < 0) {
        const Elements all = jsonElements(json);
        const qint64 place = qint64(all.size()) + index;
        return place < 0 ? MaybeView() : valueOrNull(all[size_t(place)]);
    }
    MaybeView found;
    forEachElement(json, [&](Text value) {
        if (index-- > 0)
            return true;
        found = valueOrNull(value);
        return false;
    });
    return found;
}

/// Text that is no JSON is a string of itself; no text is null.
MaybeView parseJson(Text text)
{
    const Text trimmed = trimmedJson(text);
    if (trimmed.empty())
        return std::nullopt;
    switch (jsonForm(trimmed)) {
    case JsonForm::None:
        return kept(jsonQuoted(text));
    case JsonForm::Compact:
        return valueOrNull(trimmed);
    case JsonForm::Loose:
        break;
    }
    return kept(compactJson(trimmed));
}

/// The same for a chunk, which most often is written as parseJson() would write it.
void parseJsonRows(const NativeInput *inputs, size_t rows, NativeOutput &output)
{
    const auto stays = [](Text text) { return jsonForm(text) == JsonForm::Compact && jsonKind(text) != 'n'; };
    size_t same = 0;
    while (same < rows && (inputs[0].isNull(same) || stays(detail::valueAt<Text>(inputs[0], same))))
        ++same;
    if (same == rows) {
        output.setSame(0);
        return;
    }
    for (size_t row = 0; row < rows; ++row) {
        if (inputs[0].isNull(row))
            output.setNull(row);
        else if (const Text text = detail::valueAt<Text>(inputs[0], row); row < same)
            output.setText(row, text);
        else
            detail::setValue(output, row, parseJson(text));
    }
}

MaybeText jsonString(Text text) { return jsonQuoted(text); }

/// As textFromDynamic(), without a copy where the text stands there.
MaybeView dynamicText(Text json)
{
    const Text value = trimmedJson(json);
    const char kind = jsonKind(value);
    if (kind == 's' && value.size() >= 2 && value.find('\\') == Text::npos)
        return value.substr(1, value.size() - 2);
    if (kind == '0' || kind == 't' || kind == 'f')
        return value;
    MaybeText text = textFromDynamic(value);
    return text ? MaybeView(kept(std::move(*text))) : MaybeView();
}

/// A whole number, also "5" and 5.0; anything else has no equal among longs.
MaybeLong dynamicWhole(Text json)
{
    const MaybeText text = textFromDynamic(json);
    if (!text)
        return std::nullopt;
    if (*text == "true" || *text == "false")
        return *text == "true" ? 1 : 0;
    qint64 number = 0;
    const char *last = text->data() + text->size();
    const auto [end, error] = std::from_chars(text->data(), last, number);
    if (error == std::errc() && end == last)
        return number;
    double real = 0;
    const auto [realEnd, realError] = std::from_chars(text->data(), last, real);
    const bool whole = realError == std::errc() && realEnd == last && std::abs(real) < 9e15 && real == std::floor(real);
    return whole ? MaybeLong(qint64(real)) : MaybeLong();
}

MaybeText typeOf(Text json)
{
    switch (jsonKind(json)) {
    case '[':
        return "array";
    case 'o':
        return "dictionary";
    case 's':
        return "string";
    case 't':
    case 'f':
        return "bool";
    case 'n':
    case 0:
        return "null";
    default:
        return json.find_first_of(".eE") == Text::npos ? "long" : "double";
    }
}

MaybeLong arrayLength(Text json)
{
    if (jsonKind(json) != '[')
        return std::nullopt;
    return qint64(jsonElements(json).size());
}

/// Of an array of arrays: their elements in one; what is no array counts as null.
MaybeText arrayConcat(Text arrays)
{
    Elements all;
    for (const auto array : jsonElements(arrays)) {
        if (jsonKind(array) != '[') {
            if (jsonKind(array) != 'n')
                all.push_back(array);
            continue;
        }
        const Elements elements = jsonElements(array);
        all.insert(all.end(), elements.begin(), elements.end());
    }
    return jsonArrayFrom(all);
}

MaybeBool setHas(Text array, Text value)
{
    if (jsonKind(array) != '[')
        return std::nullopt;
    bool found = false;
    forEachElement(array, [&](std::string_view element) {
        found = sameJson(element, value);
        return !found;
    });
    return found;
}

/// For in~ over an array; `value` is folded already.
MaybeBool setHasFolded(Text array, Text value)
{
    if (jsonKind(array) != '[')
        return std::nullopt;
    const QString wanted = QString::fromStdString(textFromDynamic(value).value_or(""));
    for (const auto element : jsonElements(array)) {
        if (QString::fromStdString(textFromDynamic(element).value_or("")).compare(wanted, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

MaybeText wholeArithmetic(char op, qint64 a, qint64 b)
{
    const auto result = [](quint64 bits) { return std::to_string(qint64(bits)); };
    switch (op) {
    case '+':
        return result(quint64(a) + quint64(b));
    case '-':
        return result(quint64(a) - quint64(b));
    case '*':
        return result(quint64(a) * quint64(b));
    default:
        break;
    }
    if (b == 0)
        return std::nullopt;
    if (op == '/')
        return b == -1 ? result(0 - quint64(a)) : std::to_string(a / b);
    const qint64 rest = b == -1 ? 0 : a % b;
    return std::to_string(rest < 0 ? rest + std::abs(b) : rest);
}

MaybeText realArithmetic(char op, double a, double b)
{
    if (op == '%' && b == 0)
        return std::nullopt;
    const double rest = op == '%' ? std::fmod(a, b) : 0;
    return jsonFromReal(op == '+'   ? a + b
                        : op == '-' ? a - b
                        : op == '*' ? a * b
                        : op == '/' ? a / b
                                    : (rest < 0 ? rest + std::abs(b) : rest));
}

/// Two numbers: whole ones stay whole. Anything else is null.
MaybeText dynamicArithmetic(Text a, Text b, Text op)
{
    const auto wholeOf = [](Text json) -> MaybeLong {
        qint64 value = 0;
        const auto [end, error] = std::from_chars(json.data(), json.data() + json.size(), value);
        return error == std::errc() && end == json.data() + json.size() ? MaybeLong(value) : std::nullopt;
    };
    if (jsonKind(a) != '0' || jsonKind(b) != '0' || op.empty())
        return std::nullopt;
    const MaybeLong x = wholeOf(trimmedJson(a));
    const MaybeLong y = wholeOf(trimmedJson(b));
    if (x && y)
        return wholeArithmetic(op[0], *x, *y);
    const auto left = realFromJson(a);
    const auto right = realFromJson(b);
    return left && right ? realArithmetic(op[0], *left, *right) : std::nullopt;
}

MaybeText joined(Text array, Text delimiter)
{
    if (jsonKind(array) != '[')
        return std::nullopt;
    std::string out;
    bool first = true;
    for (const auto element : jsonElements(array)) {
        if (!first)
            out += delimiter;
        first = false;
        out += textFromDynamic(element).value_or(std::string());
    }
    return out;
}

/// What mv-expand goes over: the elements of an array, each member of a bag as a bag of its own (or as [key, value]),
/// anything else alone, null too.
template <bool asArrays, class Take>
void eachElement(Text json, Take take)
{
    std::string bag;
    switch (jsonKind(json)) {
    case 0:
        return;
    case '[':
        forEachElement(json, [&](Text element) {
            take(element);
            return true;
        });
        return;
    case 'o':
        forEachMember(json, [&](Text key, Text value) {
            bag = asArrays ? '[' : '{';
            bag.append(key).append(1, asArrays ? ',' : ':').append(value).append(1, asArrays ? ']' : '}');
            take(bag);
            return true;
        });
        return;
    default:
        take(json);
    }
}

template <bool asArrays>
void elements(NativeOutput &output, MaybeView json)
{
    if (json)
        eachElement<asArrays>(*json, [&output](Text element) { output.addText(element); });
    else
        output.addNull();
}

void addShown(NativeOutput &output, Text element) { output.addText(dynamicText(element).value_or(Text())); }

/// The elements as tostring() shows them: null as "".
template <bool asArrays>
void elementTexts(NativeOutput &output, MaybeView json)
{
    if (json)
        eachElement<asArrays>(*json, [&output](Text element) { addShown(output, element); });
    else
        output.addText({});
}

/// Of a member, which is not copied for it; a member that is missing or null gives one element that is "". An array is
/// gone through once: where its elements are is noted while its end is looked for.
template <bool asArrays>
void memberTexts(NativeOutput &output, MaybeView json, MaybeView key)
{
    thread_local Elements noted;
    noted.clear();
    MaybeView found;
    const auto valueEnd = [&](Text name, size_t at) {
        return isJsonKey(name, *key) ? jsonEnd(*json, at, noted) : jsonEnd(*json, at);
    };
    if (json && key)
        forEachMember(*json, valueEnd, [&](Text name, Text value) {
            if (!isJsonKey(name, *key))
                return true;
            found = valueOrNull(value);
            return false;
        });
    if (!found || found->front() != '[') {
        elementTexts<asArrays>(output, found);
        return;
    }
    for (const Text element : noted)
        addShown(output, element);
}

/// $.a.b[0]['c d']: the paths that extractjson() takes in hunting.
MaybeText jsonPath(Text text, Text path)
{
    if (!isJson(text) || path.empty() || path[0] != '$')
        return std::nullopt;
    MaybeView value = trimmedJson(text);
    for (size_t at = 1; at < path.size() && value;) {
        const bool bracket = path[at] == '[';
        if (!bracket && path[at] != '.')
            return std::nullopt;
        const size_t end = bracket ? path.find(']', at) : std::min(path.find_first_of(".[", at + 1), path.size());
        if (end == Text::npos)
            return std::nullopt;
        Text key = path.substr(at + 1, end - at - 1);
        const bool quoted = bracket && key.size() >= 2 && (key[0] == '\'' || key[0] == '"');
        qint64 index = 0;
        const bool number =
            bracket && !quoted && std::from_chars(key.data(), key.data() + key.size(), index).ec == std::errc();
        if (quoted)
            key = key.substr(1, key.size() - 2);
        value = number ? element(*value, index) : member(*value, key);
        at = bracket ? end + 1 : end;
    }
    return value ? textFromDynamic(*value) : std::nullopt;
}

} // namespace

QList<NativeFunction> dynamicFunctions()
{
    return {
        native("kql_member", member),
        native("kql_element", element),
        {QStringLiteral("kql_parse_json"), {NativeType::Text}, NativeType::Text, parseJsonRows},
        native("kql_json_string", jsonString),
        native("kql_dynamic_text", dynamicText),
        native("kql_dynamic_whole", dynamicWhole),
        native("kql_dynamic_arithmetic", dynamicArithmetic),
        native("kql_gettype", typeOf),
        native("kql_array_length", arrayLength),
        native("kql_array_concat", arrayConcat),
        native("kql_set_has", setHas),
        native("kql_set_has_folded", setHasFolded),
        native("kql_strcat_array", joined),
        nativeList("kql_elements", elements<false>),
        nativeList("kql_elements_array", elements<true>),
        nativeList("kql_element_texts", elementTexts<false>),
        nativeList("kql_element_texts_array", elementTexts<true>),
        nativeList("kql_element_texts", memberTexts<false>),
        nativeList("kql_element_texts_array", memberTexts<true>),
        native("kql_json_path", jsonPath),
    };
}

} // namespace watchdesk::kql
