// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// series_…: statistics, filters, regression, decomposition, Fourier transforms. Functions that give several columns
// make a JSON array of them, or a property bag.

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"
#include "app/kql/functions/seriesvalues.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace watchdesk::kql {

namespace {

using Values = std::vector<double>;
using Complex = std::complex<double>;

const size_t kMaxFit = 1'000'000;

// --- Statistics -------------------------------------------------------------------------------------

/// The finite values with their places; nothing if others are among them and are not to be left out.
std::optional<std::vector<std::pair<size_t, double>>> finiteOf(Text json, bool ignoreOthers)
{
    const auto series = seriesFrom(json);
    if (!series)
        return std::nullopt;
    std::vector<std::pair<size_t, double>> finite;
    for (size_t i = 0; i < series->size(); ++i) {
        if ((*series)[i] && std::isfinite(*(*series)[i]))
            finite.emplace_back(i, *(*series)[i]);
        else if (!ignoreOthers)
            return std::nullopt;
    }
    return finite.empty() ? std::nullopt : std::optional(finite);
}

std::optional<std::vector<SeriesField>> statistics(Text series, bool ignoreOthers)
{
    const auto finite = finiteOf(series, ignoreOthers);
    if (!finite)
        return std::nullopt;
    const auto less = [](const auto &a, const auto &b) { return a.second < b.second; };
    const auto least = std::min_element(finite->begin(), finite->end(), less);
    const auto greatest = std::max_element(finite->begin(), finite->end(), less);
    Values values;
    double sum = 0;
    for (const auto &[place, value] : *finite) {
        values.push_back(value);
        sum += value;
    }
    const double variance = sampleVariance(values);
    return std::vector<SeriesField>{
        {"min", jsonFromReal(least->second)},    {"min_idx", std::to_string(least->first)},
        {"max", jsonFromReal(greatest->second)}, {"max_idx", std::to_string(greatest->first)},
        {"avg", jsonFromReal(mean(values))},     {"stdev", jsonFromReal(std::sqrt(variance))},
        {"variance", jsonFromReal(variance)},    {"sum", jsonFromReal(sum)},
        {"len", std::to_string(values.size())}};
}

MaybeText stats(Text series, bool ignoreOthers)
{
    auto fields = statistics(series, ignoreOthers);
    if (!fields)
        return std::nullopt;
    fields->resize(7);
    return arrayOf(*fields);
}

MaybeText statsBag(Text series, bool ignoreOthers)
{
    const auto fields = statistics(series, ignoreOthers);
    return fields ? MaybeText(bagOf(*fields)) : std::nullopt;
}

// --- Filters ----------------------------------------------------------------------------------------

/// Each value becomes the weighted sum of those before it (or around it); beyond the ends there is 0.
MaybeText fir(Text series, Text filter, bool normalize, bool center)
{
    const auto x = completeSeries(series);
    auto weights = completeSeries(filter);
    if (!x || !weights || weights->empty())
        return std::nullopt;
    if (normalize) {
        double sum = 0;
        for (const double weight : *weights) {
            if (weight < 0)
                return std::nullopt;
            sum += weight;
        }
        for (double &weight : *weights)
            weight /= sum;
    }
    const qint64 shift = center ? qint64(weights->size() / 2) : 0;
    Values y(x->size());
    for (qint64 i = 0; i < qint64(y.size()); ++i) {
        for (qint64 j = 0; j < qint64(weights->size()); ++j) {
            const qint64 at = i - j + shift;
            if (at >= 0 && at < qint64(x->size()))
                y[size_t(i)] += (*weights)[size_t(j)] * (*x)[size_t(at)];
        }
    }
    return jsonFromReals(y);
}

/// Without being told: normalized unless a weight is negative.
MaybeText firByWeights(Text series, Text filter)
{
    const auto weights = completeSeries(filter);
    const bool negative = weights && std::any_of(weights->begin(), weights->end(), [](double w) { return w < 0; });
    return fir(series, filter, !negative, false);
}

MaybeText iir(Text series, Text numerators, Text denominators)
{
    const auto x = completeSeries(series);
    const auto b = completeSeries(numerators);
    const auto a = completeSeries(denominators);
    if (!x || !b || !a || a->empty() || (*a)[0] == 0)
        return std::nullopt;
    Values y(x->size());
    for (size_t i = 0; i < y.size(); ++i) {
        double sum = 0;
        for (size_t j = 0; j < b->size() && j <= i; ++j)
            sum += (*b)[j] * (*x)[i - j];
        for (size_t j = 1; j < a->size() && j <= i; ++j)
            sum -= (*a)[j] * y[i - j];
        y[i] = sum / (*a)[0];
    }
    return jsonFromReals(y);
}

// --- Regression -------------------------------------------------------------------------------------

std::optional<std::vector<SeriesField>> lineFields(Text series)
{
    const auto values = completeSeries(series);
    if (!values || values->size() < 2)
        return std::nullopt;
    const LineFit line = lineFit(*values);
    Values fit;
    for (size_t i = 0; i < values->size(); ++i)
        fit.push_back(line.interception + line.slope * double(i));
    const double variance = sampleVariance(*values);
    const double residual = residualVariance(*values, fit);
    return std::vector<SeriesField>{
        {"rsquare", jsonFromReal(rSquare(variance, residual))},
        {"slope", jsonFromReal(line.slope)},
        {"variance", jsonFromReal(variance)},
        {"rvariance", jsonFromReal(residual)},
        {"interception", jsonFromReal(line.interception - line.slope)}, // places count from 1
        {"line_fit", jsonFromReals(fit)}};
}

MaybeText fitLine(Text series)
{
    const auto fields = lineFields(series);
    return fields ? MaybeText(arrayOf(*fields)) : std::nullopt;
}

MaybeText fitLineBag(Text series)
{
    const auto fields = lineFields(series);
    return fields ? MaybeText(bagOf(*fields)) : std::nullopt;
}

/// Solves the least squares by Householder's reflections on columns of powers; nothing if they depend on each other.
std::optional<Values> polynomial(const Values &x, Values y, size_t degree)
{
    const size_t columns = degree + 1;
    std::vector<Values> a(columns, Values(x.size(), 1));
    for (size_t c = 1; c < columns; ++c) {
        for (size_t i = 0; i < x.size(); ++i)
            a[c][i] = a[c - 1][i] * x[i];
    }
    for (size_t c = 0; c < columns; ++c) {
        double norm = 0;
        for (size_t i = c; i < x.size(); ++i)
            norm += a[c][i] * a[c][i];
        norm = std::sqrt(norm);
        if (!(norm > 1e-300))
            return std::nullopt;
        Values v(a[c].begin() + qsizetype(c), a[c].end());
        v[0] += v[0] < 0 ? -norm : norm;
        double square = 0;
        for (const double part : v)
            square += part * part;
        const auto reflect = [&](Values &column) {
            double dot = 0;
            for (size_t i = 0; i < v.size(); ++i)
                dot += v[i] * column[c + i];
            for (size_t i = 0; i < v.size(); ++i)
                column[c + i] -= 2 * dot / square * v[i];
        };
        for (size_t k = c; k < columns; ++k)
            reflect(a[k]);
        reflect(y);
    }
    Values result(columns);
    for (size_t c = columns; c-- > 0;) {
        double sum = y[c];
        for (size_t k = c + 1; k < columns; ++k)
            sum -= a[k][c] * result[k];
        result[c] = sum / a[c][c];
    }
    return result;
}

MaybeText fitPolynomial(Text ySeries, Text xSeries, qint64 degree)
{
    const auto y = completeSeries(ySeries);
    auto x = completeSeries(xSeries);
    if (!y || degree < 1 || degree > 20 || y->size() <= size_t(degree) || y->size() > kMaxFit)
        return std::nullopt;
    if (jsonKind(xSeries) == 'n') {
        x = Values();
        for (size_t i = 1; i <= y->size(); ++i)
            x->push_back(double(i));
    }
    if (!x || x->size() != y->size())
        return std::nullopt;
    const auto coefficients = polynomial(*x, *y, size_t(degree));
    if (!coefficients)
        return std::nullopt;
    Values fit;
    for (const double at : *x) {
        double value = 0;
        for (size_t c = coefficients->size(); c-- > 0;)
            value = value * at + (*coefficients)[c];
        fit.push_back(value);
    }
    const double variance = sampleVariance(*y);
    const double residual = residualVariance(*y, fit);
    return arrayOf({{"rsquare", jsonFromReal(rSquare(variance, residual))},
                    {"coefficients", jsonFromReals(Values(coefficients->rbegin(), coefficients->rend()))},
                    {"variance", jsonFromReal(variance)},
                    {"rvariance", jsonFromReal(residual)},
                    {"poly_fit", jsonFromReals(fit)}});
}

// --- Decomposition with a given period --------------------------------------------------------------

/// For each value the median of those at the same place of their period; the last `test` ones are not looked at.
Values seasonalOf(const Values &values, qint64 period, size_t test)
{
    Values seasonal(values.size());
    if (period <= 0)
        return seasonal;
    const size_t known = values.size() - std::min(test, values.size());
    for (size_t phase = 0; phase < std::min(values.size(), size_t(period)); ++phase) {
        Values same;
        for (size_t i = phase; i < known; i += size_t(period))
            same.push_back(values[i]);
        const double middle = same.empty() ? 0 : median(same);
        for (size_t i = phase; i < values.size(); i += size_t(period))
            seasonal[i] = middle;
    }
    return seasonal;
}

MaybeText seasonal(Text series, qint64 period, qint64 test)
{
    const auto values = completeSeries(series);
    if (!values || period < 0 || test < 0)
        return std::nullopt;
    return jsonFromReals(seasonalOf(*values, period, size_t(test)));
}

Values trendOf(const Values &values, Text kind, size_t test)
{
    Values known(values.begin(), values.end() - qsizetype(std::min(test, values.size())));
    LineFit line;
    if (kind == "linefit" && known.size() > 1)
        line = lineFit(known);
    else if (kind != "none" && !known.empty())
        line.interception = mean(known);
    Values trend;
    for (size_t i = 0; i < values.size(); ++i)
        trend.push_back(line.interception + line.slope * double(i));
    return trend;
}

/// baseline, seasonal, trend, residual
MaybeText decompose(Text series, qint64 period, Text trendKind, qint64 testPoints)
{
    const auto values = completeSeries(series);
    const bool knownKind = trendKind == "avg" || trendKind == "linefit" || trendKind == "none";
    if (!values || period < 0 || testPoints < 0 || !knownKind)
        return std::nullopt;
    const Values season = seasonalOf(*values, period, size_t(testPoints));
    Values rest;
    for (size_t i = 0; i < values->size(); ++i)
        rest.push_back((*values)[i] - season[i]);
    const Values trend = trendOf(rest, trendKind, size_t(testPoints));
    Values baseline;
    Values residual;
    for (size_t i = 0; i < values->size(); ++i) {
        baseline.push_back(season[i] + trend[i]);
        residual.push_back((*values)[i] - baseline[i]);
    }
    return arrayOf({{"baseline", jsonFromReals(baseline)},
                    {"seasonal", jsonFromReals(season)},
                    {"trend", jsonFromReals(trend)},
                    {"residual", jsonFromReals(residual)}});
}

// --- Fourier ----------------------------------------------------------------------------------------

/// In place, for a size that is a power of two.
void transform(std::vector<Complex> &values, bool inverse)
{
    const size_t size = values.size();
    for (size_t i = 1, j = 0; i < size; ++i) {
        size_t bit = size >> 1;
        for (; j & bit; bit >>= 1)
            j ^= bit;
        j ^= bit;
        if (i < j)
            std::swap(values[i], values[j]);
    }
    for (size_t length = 2; length <= size; length <<= 1) {
        const double angle = 2 * std::numbers::pi / double(length) * (inverse ? 1 : -1);
        for (size_t i = 0; i < size; i += length) {
            for (size_t k = 0; k < length / 2; ++k) {
                const Complex even = values[i + k];
                const Complex odd = values[i + k + length / 2] * std::polar(1.0, angle * double(k));
                values[i + k] = even + odd;
                values[i + k + length / 2] = even - odd;
            }
        }
    }
}

/// For any size, by Bluestein's convolution.
std::vector<Complex> transformed(const std::vector<Complex> &values, bool inverse)
{
    const size_t size = values.size();
    size_t padded = 1;
    while (padded < 2 * size)
        padded <<= 1;
    if (padded == 2 * size || size < 2) {
        std::vector<Complex> result = values;
        transform(result, inverse);
        return result;
    }
    std::vector<Complex> chirp(size);
    std::vector<Complex> a(padded);
    std::vector<Complex> b(padded);
    for (size_t i = 0; i < size; ++i) {
        const double turn = double((quint64(i) * i) % (2 * size)) / double(size);
        chirp[i] = std::polar(1.0, std::numbers::pi * turn * (inverse ? 1 : -1));
        a[i] = values[i] * chirp[i];
        b[i] = std::conj(chirp[i]);
        if (i > 0)
            b[padded - i] = b[i];
    }
    transform(a, false);
    transform(b, false);
    for (size_t i = 0; i < padded; ++i)
        a[i] *= b[i];
    transform(a, true);
    std::vector<Complex> result(size);
    for (size_t i = 0; i < size; ++i)
        result[i] = a[i] / double(padded) * chirp[i];
    return result;
}

MaybeText fourier(Text real, Text imaginary, bool inverse)
{
    const auto x = completeSeries(real);
    const auto y = jsonKind(imaginary) == 'n' && x ? std::optional(Values(x->size())) : completeSeries(imaginary);
    if (!x || !y || x->size() != y->size() || x->size() > kMaxFit)
        return std::nullopt;
    std::vector<Complex> values;
    for (size_t i = 0; i < x->size(); ++i)
        values.emplace_back((*x)[i], (*y)[i]);
    const auto result = values.empty() ? values : transformed(values, inverse);
    const double scale = inverse && !result.empty() ? 1.0 / double(result.size()) : 1;
    Values reals;
    Values imaginaries;
    for (const Complex &value : result) {
        reals.push_back(value.real() * scale);
        imaginaries.push_back(value.imag() * scale);
    }
    return arrayOf({{"real", jsonFromReals(reals)}, {"imag", jsonFromReals(imaginaries)}});
}

} // namespace

std::string arrayOf(const std::vector<SeriesField> &fields)
{
    std::vector<std::string> values;
    for (const auto &field : fields)
        values.push_back(field.value);
    return jsonArrayFrom(values);
}

std::string bagOf(const std::vector<SeriesField> &fields)
{
    std::string out = "{";
    for (const auto &field : fields)
        out += (out.size() > 1 ? ",\"" : "\"") + std::string(field.name) + "\":" + field.value;
    return out + '}';
}

double residualVariance(const std::vector<double> &values, const std::vector<double> &fit)
{
    std::vector<double> residuals;
    for (size_t i = 0; i < values.size(); ++i)
        residuals.push_back(values[i] - fit[i]);
    return sampleVariance(residuals);
}

double rSquare(double variance, double residual) { return variance > 0 ? 1 - residual / variance : 0; }

LineFit lineFit(const std::vector<double> &values)
{
    const double middle = double(values.size() - 1) / 2;
    const double average = mean(values);
    double both = 0;
    double square = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        both += (double(i) - middle) * (values[i] - average);
        square += (double(i) - middle) * (double(i) - middle);
    }
    LineFit line;
    line.slope = square > 0 ? both / square : 0;
    line.interception = average - line.slope * middle;
    return line;
}

double mean(const std::vector<double> &values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / double(values.size());
}

double sampleVariance(const std::vector<double> &values)
{
    if (values.size() < 2)
        return 0;
    const double average = mean(values);
    double sum = 0;
    for (const double value : values)
        sum += (value - average) * (value - average);
    return sum / double(values.size() - 1);
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

QList<NativeFunction> seriesFitFunctions()
{
    return {
        native("kql_series_stats", stats),
        native("kql_series_stats_bag", statsBag),
        native("kql_series_fir", fir),
        native("kql_series_fir", firByWeights),
        native("kql_series_iir", iir),
        native("kql_series_fit_line", fitLine),
        native("kql_series_fit_line_bag", fitLineBag),
        native("kql_series_fit_poly", fitPolynomial),
        native("kql_series_seasonal", seasonal),
        native("kql_series_decompose", decompose),
        native("kql_series_fourier", fourier),
    };
}

} // namespace watchdesk::kql
