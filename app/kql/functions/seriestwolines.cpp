// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// series_fit_2lines: the two lines, one after the other, that fit a series best.
// https://learn.microsoft.com/kusto/query/series-fit-2lines-function

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"
#include "app/kql/functions/seriesvalues.h"

#include <algorithm>

namespace watchdesk::kql {

namespace {

using Values = std::vector<double>;

const size_t kMostValues = 5000; // each of them is tried as the place of the break

/// One line as series_fit_line() gives it: its places count from 1.
struct Part
{
    double rsquare = 0;
    double slope = 0;
    double interception = 0;
    double variance = 0;
    double rvariance = 0;
    Values fit;
};

double residualOf(const double *values, size_t count)
{
    const LineFit line = lineFit(Values(values, values + count));
    double sum = 0;
    for (size_t i = 0; i < count; ++i) {
        const double away = values[i] - line.interception - line.slope * double(i);
        sum += away * away;
    }
    return sum;
}

Part partOf(const Values &values)
{
    const LineFit line = lineFit(values);
    Part part;
    for (size_t i = 0; i < values.size(); ++i)
        part.fit.push_back(line.interception + line.slope * double(i));
    part.slope = line.slope;
    part.interception = line.interception - line.slope;
    part.variance = sampleVariance(values);
    part.rvariance = residualVariance(values, part.fit);
    part.rsquare = rSquare(part.variance, part.rvariance);
    return part;
}

/// How many values stand before the break. Which of equal ones the service takes, and whether a single value is a part,
/// is not documented: then there is no answer.
size_t bestBreak(const Values &values)
{
    Values residuals;
    for (size_t k = 1; k < values.size(); ++k)
        residuals.push_back(residualOf(values.data(), k) + residualOf(values.data() + k, values.size() - k));
    const auto best = std::min_element(residuals.begin(), residuals.end());
    const double margin = 1e-9 * (sampleVariance(values) * double(values.size()) + 1e-300);
    const auto near = std::count_if(residuals.begin(), residuals.end(),
                                    [&](const double residual) { return residual <= *best + margin; });
    const size_t before = size_t(best - residuals.begin()) + 1;
    if (near > 1 || before == 1 || before + 1 == values.size())
        throw Refusal("Where series_fit_2lines() breaks this series is not known.");
    return before;
}

using Fields = std::vector<SeriesField>;

Fields fieldsOf(const Part &part)
{
    return {{"rsquare", jsonFromReal(part.rsquare)},
            {"slope", jsonFromReal(part.slope)},
            {"interception", jsonFromReal(part.interception)},
            {"variance", jsonFromReal(part.variance)},
            {"rvariance", jsonFromReal(part.rvariance)}};
}

struct TwoLines
{
    Fields whole;
    Fields right;
    Fields left;
};

std::optional<TwoLines> twoLines(Text series)
{
    const auto values = completeSeries(series);
    if (!values || values->size() < 4)
        return std::nullopt;
    if (values->size() > kMostValues)
        throw Refusal("series_fit_2lines() of so many values is not supported.");
    const size_t before = bestBreak(*values);
    const Part left = partOf(Values(values->begin(), values->begin() + qint64(before)));
    const Part right = partOf(Values(values->begin() + qint64(before), values->end()));
    Values fit = left.fit;
    fit.insert(fit.end(), right.fit.begin(), right.fit.end());
    const double variance = sampleVariance(*values);
    const double residual = residualVariance(*values, fit);
    return TwoLines{{{"rsquare", jsonFromReal(rSquare(variance, residual))},
                     {"split_idx", std::to_string(before)},
                     {"variance", jsonFromReal(variance)},
                     {"rvariance", jsonFromReal(residual)},
                     {"line_fit", jsonFromReals(fit)}},
                    fieldsOf(right),
                    fieldsOf(left)};
}

MaybeText fitTwoLines(Text series)
{
    const auto lines = twoLines(series);
    if (!lines)
        return std::nullopt;
    Fields all = lines->whole;
    all.insert(all.end(), lines->right.begin(), lines->right.end());
    all.insert(all.end(), lines->left.begin(), lines->left.end());
    return arrayOf(all);
}

MaybeText fitTwoLinesBag(Text series)
{
    const auto lines = twoLines(series);
    if (!lines)
        return std::nullopt;
    Fields all = lines->whole;
    all.push_back({"right", bagOf(lines->right)});
    all.push_back({"left", bagOf(lines->left)});
    return bagOf(all);
}

} // namespace

QList<NativeFunction> twoLineFunctions()
{
    return {
        native("kql_series_two_lines", fitTwoLines),
        native("kql_series_two_lines_bag", fitTwoLinesBag),
    };
}

} // namespace watchdesk::kql
