// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/functions/native.h"

#include <vector>

namespace watchdesk::kql {

/// A series is a JSON array of numbers; what is no number in it is missing.
using Series = std::vector<std::optional<double>>;

/// The elements of an array, or nothing if it is none.
std::optional<Series> seriesFrom(Text json);
/// All of them, if none is missing.
std::optional<std::vector<double>> completeSeries(Text json);
std::string jsonFromSeries(const Series &series);

/// Least squares by a line over 0, 1, 2 …
struct LineFit
{
    double slope = 0;
    double interception = 0;
};
LineFit lineFit(const std::vector<double> &values);
double mean(const std::vector<double> &values);
/// Of a sample; 0 for fewer than two values.
double sampleVariance(const std::vector<double> &values);
double median(std::vector<double> values);

/// How far a fit is from the values, and how much of their variance it explains.
double residualVariance(const std::vector<double> &values, const std::vector<double> &fit);
double rSquare(double variance, double residual);

/// What a function gives of a series, under its name; the value is JSON.
struct SeriesField
{
    const char *name;
    std::string value;
};
std::string arrayOf(const std::vector<SeriesField> &fields);
std::string bagOf(const std::vector<SeriesField> &fields);

} // namespace watchdesk::kql
