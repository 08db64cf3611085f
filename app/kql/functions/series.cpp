// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// series_…: element by element, filling of gaps, sums over all elements.

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"
#include "app/kql/functions/seriesvalues.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace watchdesk::kql {

namespace {

using Elements = std::vector<std::string_view>;

bool isArray(Text json) { return jsonKind(json) == '['; }

bool isWhole(std::string_view json) { return jsonKind(json) == '0' && json.find_first_of(".eE") == Text::npos; }

// --- One series -------------------------------------------------------------------------------------

double arcSine(double x) { return std::asin(x); }
double arcCosine(double x) { return std::acos(x); }
double arcTangent(double x) { return std::atan(x); }
double sine(double x) { return std::sin(x); }
double cosine(double x) { return std::cos(x); }
double tangent(double x) { return std::tan(x); }
double exponential(double x) { return std::exp(x); }
double logarithm(double x) { return std::log(x); }
double roundedUp(double x) { return std::ceil(x); }
double roundedDown(double x) { return std::floor(x); }

/// `function` of each number; anything else becomes null.
MaybeText mapped(Text series, Text function)
{
    static const std::unordered_map<std::string_view, double (*)(double)> functions{
        {"asin", arcSine}, {"acos", arcCosine},  {"atan", arcTangent}, {"sin", sine},          {"cos", cosine},
        {"tan", tangent},  {"exp", exponential}, {"log", logarithm},   {"ceiling", roundedUp}, {"floor", roundedDown},
    };
    auto values = seriesFrom(series);
    const auto known = functions.find(function);
    if (!values || known == functions.end())
        return std::nullopt;
    for (auto &value : *values) {
        if (value)
            value = known->second(*value);
    }
    return jsonFromSeries(*values);
}

/// Whole numbers stay whole.
MaybeText absolute(Text series)
{
    if (!isArray(series))
        return std::nullopt;
    std::vector<std::string> results;
    for (const auto element : jsonElements(series)) {
        const auto value = realFromJson(element);
        const bool negative = isWhole(element) && element[0] == '-';
        results.push_back(!value             ? "null"
                          : isWhole(element) ? std::string(element.substr(negative))
                                             : jsonFromReal(std::abs(*value)));
    }
    return jsonArrayFrom(results);
}

MaybeText signs(Text series)
{
    const auto values = seriesFrom(series);
    if (!values)
        return std::nullopt;
    std::vector<std::string> results;
    for (const auto &value : *values)
        results.push_back(!value ? "null" : *value > 0 ? "1" : *value < 0 ? "-1" : "0");
    return jsonArrayFrom(results);
}

// --- Two series -------------------------------------------------------------------------------------

std::string arithmetic(Text op, double a, double b, bool whole)
{
    const double result = op == "add"        ? a + b
                          : op == "subtract" ? a - b
                          : op == "multiply" ? a * b
                          : op == "divide"   ? a / b
                                             : std::pow(a, b);
    const bool staysWhole = whole && op != "divide" && op != "pow" && std::abs(result) < 9e15;
    return staysWhole ? std::to_string(qint64(result)) : jsonFromReal(result);
}

std::string comparison(Text op, double a, double b)
{
    const bool result = op == "equals"        ? a == b
                        : op == "not_equals"  ? a != b
                        : op == "less"        ? a < b
                        : op == "less_equals" ? a <= b
                        : op == "greater"     ? a > b
                                              : a >= b;
    return result ? "true" : "false";
}

std::string_view elementAt(Text json, const Elements &elements, size_t index)
{
    if (!isArray(json))
        return json;
    return index < elements.size() ? elements[index] : std::string_view("null");
}

/// Both arrays, or an array and a number; a missing element on either side gives null.
MaybeText combined(Text a, Text b, Text op)
{
    const Elements left = jsonElements(a);
    const Elements right = jsonElements(b);
    if (!isArray(a) && !isArray(b))
        return std::nullopt;
    static const std::string_view arithmetics = "add subtract multiply divide pow";
    std::vector<std::string> results;
    for (size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
        const std::string_view first = elementAt(a, left, i);
        const std::string_view second = elementAt(b, right, i);
        const auto x = realFromJson(first);
        const auto y = realFromJson(second);
        if (!x || !y)
            results.emplace_back("null");
        else if (arithmetics.find(op) != Text::npos)
            results.push_back(arithmetic(op, *x, *y, isWhole(first) && isWhole(second)));
        else
            results.push_back(comparison(op, *x, *y));
    }
    return jsonArrayFrom(results);
}

/// Pairs of numbers at the same place, up to the end of the shorter one.
MaybeReal dotProduct(Text a, Text b)
{
    const Elements left = jsonElements(a);
    const Elements right = jsonElements(b);
    const size_t size = !isArray(a) ? right.size() : !isArray(b) ? left.size() : std::min(left.size(), right.size());
    if (size == 0)
        return std::nullopt;
    double sum = 0;
    for (size_t i = 0; i < size; ++i) {
        const auto x = realFromJson(elementAt(a, left, i));
        const auto y = realFromJson(elementAt(b, right, i));
        if (x && y)
            sum += *x * *y;
    }
    return sum;
}

MaybeReal magnitude(Text series)
{
    const auto square = dotProduct(series, series);
    return square && isArray(series) ? MaybeReal(std::sqrt(*square)) : std::nullopt;
}

MaybeReal cosineSimilarityOf(Text a, Text b, double first, double second)
{
    const auto product = dotProduct(a, b);
    return product ? MaybeReal(*product / (first * second)) : std::nullopt;
}

MaybeReal cosineSimilarity(Text a, Text b)
{
    if (!isArray(a) || !isArray(b))
        return std::nullopt;
    const size_t size = std::min(jsonElements(a).size(), jsonElements(b).size());
    const auto cut = [size](Text series) {
        Elements elements = jsonElements(series);
        elements.resize(size);
        return jsonArrayFrom(elements);
    };
    const std::string left = cut(a);
    const std::string right = cut(b);
    const auto first = magnitude(left);
    const auto second = magnitude(right);
    return first && second ? cosineSimilarityOf(left, right, *first, *second) : std::nullopt;
}

MaybeReal correlation(Text a, Text b)
{
    const auto x = completeSeries(a);
    const auto y = completeSeries(b);
    if (!x || !y || x->size() != y->size() || x->empty())
        return std::nullopt;
    const double meanX = mean(*x);
    const double meanY = mean(*y);
    double both = 0;
    double squareX = 0;
    double squareY = 0;
    for (size_t i = 0; i < x->size(); ++i) {
        both += ((*x)[i] - meanX) * ((*y)[i] - meanY);
        squareX += ((*x)[i] - meanX) * ((*x)[i] - meanX);
        squareY += ((*y)[i] - meanY) * ((*y)[i] - meanY);
    }
    return both / std::sqrt(squareX * squareY);
}

MaybeReal sum(Text series)
{
    const auto values = completeSeries(series);
    if (!values)
        return std::nullopt;
    double total = 0;
    for (const double value : *values)
        total += value;
    return total;
}

MaybeReal product(Text series)
{
    const auto values = completeSeries(series);
    if (!values)
        return std::nullopt;
    double total = 1;
    for (const double value : *values)
        total *= value;
    return total;
}

// --- Filling gaps; elements keep their type ---------------------------------------------------------

bool isMissing(std::string_view element, Text placeholder)
{
    return jsonKind(placeholder) == 'n' ? !realFromJson(element) : sameJson(element, placeholder);
}

MaybeText fillConst(Text series, Text constant, Text placeholder)
{
    if (!isArray(series))
        return std::nullopt;
    Elements elements = jsonElements(series);
    for (auto &element : elements) {
        if (isMissing(element, placeholder))
            element = constant;
    }
    return jsonArrayFrom(elements);
}

MaybeText fillForward(Text series, Text placeholder)
{
    if (!isArray(series))
        return std::nullopt;
    Elements elements = jsonElements(series);
    for (size_t i = 1; i < elements.size(); ++i) {
        if (isMissing(elements[i], placeholder))
            elements[i] = elements[i - 1];
    }
    return jsonArrayFrom(elements);
}

MaybeText fillBackward(Text series, Text placeholder)
{
    if (!isArray(series))
        return std::nullopt;
    Elements elements = jsonElements(series);
    for (size_t i = elements.size(); i-- > 1;) {
        if (isMissing(elements[i - 1], placeholder))
            elements[i - 1] = elements[i];
    }
    return jsonArrayFrom(elements);
}

/// The gap between two known places, on a straight line; in a series of whole numbers cut to whole ones.
void fillBetween(std::vector<std::string> &results, const Elements &elements, size_t from, size_t to, bool whole)
{
    const double start = realFromJson(elements[from]).value_or(0);
    const double step = (realFromJson(elements[to]).value_or(0) - start) / double(to - from);
    for (size_t i = from + 1; i < to; ++i) {
        const double value = start + step * double(i - from);
        results[i] = whole ? std::to_string(qint64(value)) : jsonFromReal(value);
    }
}

MaybeText fillLinear(Text series, Text placeholder, bool edges, Text constant)
{
    if (!isArray(series))
        return std::nullopt;
    const Elements elements = jsonElements(series);
    std::vector<std::string> results(elements.begin(), elements.end());
    std::vector<size_t> known;
    bool whole = true;
    for (size_t i = 0; i < elements.size(); ++i) {
        if (!isMissing(elements[i], placeholder)) {
            known.push_back(i);
            whole = whole && isWhole(elements[i]);
        }
    }
    if (known.empty())
        return fillConst(series, constant, placeholder);
    for (size_t i = 1; i < known.size(); ++i)
        fillBetween(results, elements, known[i - 1], known[i], whole);
    for (size_t i = 0; edges && i < known.front(); ++i)
        results[i] = elements[known.front()];
    for (size_t i = known.back() + 1; edges && i < results.size(); ++i)
        results[i] = elements[known.back()];
    return jsonArrayFrom(results);
}

} // namespace

std::optional<Series> seriesFrom(Text json)
{
    if (!isArray(json))
        return std::nullopt;
    Series values;
    forEachElement(json, [&](std::string_view element) {
        values.push_back(realFromJson(element));
        return true;
    });
    return values;
}

std::optional<std::vector<double>> completeSeries(Text json)
{
    const auto series = seriesFrom(json);
    if (!series)
        return std::nullopt;
    std::vector<double> values;
    for (const auto &value : *series) {
        if (!value)
            return std::nullopt;
        values.push_back(*value);
    }
    return values;
}

std::string jsonFromSeries(const Series &series)
{
    std::vector<std::string> texts;
    texts.reserve(series.size());
    for (const auto &value : series)
        texts.push_back(value ? jsonFromReal(*value) : "null");
    return jsonArrayFrom(texts);
}

QList<NativeFunction> seriesFunctions()
{
    return {
        native("kql_series_map", mapped),
        native("kql_series_abs", absolute),
        native("kql_series_sign", signs),
        native("kql_series_combine", combined),
        native("kql_series_dot", dotProduct),
        native("kql_series_magnitude", magnitude),
        native("kql_series_cosine", cosineSimilarity),
        native("kql_series_cosine", cosineSimilarityOf),
        native("kql_series_pearson", correlation),
        native("kql_series_sum", sum),
        native("kql_series_product", product),
        native("kql_series_fill_const", fillConst),
        native("kql_series_fill_forward", fillForward),
        native("kql_series_fill_backward", fillBackward),
        native("kql_series_fill_linear", fillLinear),
    };
}

} // namespace watchdesk::kql
