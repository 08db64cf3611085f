// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Mathematics that SQL lacks: gamma, beta and error functions, rounding as .NET does, bits, Welch's test.

#include "app/kql/functions/natives.h"
#include "app/kql/functions/special.h"

#include <bit>
#include <cmath>
#include <limits>

namespace watchdesk::kql {

namespace {

const double kNaN = std::numeric_limits<double>::quiet_NaN();

double logBeta(double a, double b) { return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b); }

/// The continued fraction of the incomplete beta function, by Lentz's method.
double betaFraction(double x, double a, double b)
{
    const double tiny = 1e-300;
    const auto kept = [tiny](double value) { return std::abs(value) < tiny ? tiny : value; };
    double c = 1;
    double d = 1 / kept(1 - (a + b) * x / (a + 1));
    double h = d;
    for (int m = 1; m < 1000; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / kept(1 + even * d);
        c = kept(1 + even / c);
        h *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / kept(1 + odd * d);
        c = kept(1 + odd / c);
        const double step = d * c;
        h *= step;
        if (std::abs(step - 1) < 1e-16)
            break;
    }
    return h;
}

MaybeReal betaCdf(double x, double a, double b)
{
    if (a <= 0 || b <= 0 || x < 0 || x > 1)
        return kNaN;
    return incompleteBeta(x, a, b);
}

MaybeReal betaInv(double p, double a, double b)
{
    if (a <= 0 || b <= 0)
        return kNaN;
    if (p <= 0 || p > 1)
        return std::nullopt;
    return inverseIncompleteBeta(p, a, b);
}

MaybeReal betaPdf(double x, double a, double b)
{
    if (a <= 0 || b <= 0 || x < 0 || x > 1)
        return kNaN;
    return std::exp((a - 1) * std::log(x) + (b - 1) * std::log1p(-x) - logBeta(a, b));
}

double gammaOf(double x) { return std::tgamma(x); }

double logGamma(double x) { return std::lgamma(x); }

double errorFunction(double x) { return std::erf(x); }

double complementaryErrorFunction(double x) { return std::erfc(x); }

/// Halves go away from zero.
double rounded(double value, qint64 digits)
{
    if (!std::isfinite(value) || digits > 15)
        return value;
    const double scale = std::pow(10.0, double(std::abs(digits)));
    const double scaled = digits < 0 ? value / scale : value * scale;
    const double result = std::round(scaled);
    return digits < 0 ? result * scale : result / scale;
}

qint64 countOnes(qint64 value) { return std::popcount(quint64(value)); }

MaybeLong shiftLeft(qint64 value, qint64 by)
{
    return by < 0 ? MaybeLong() : MaybeLong(qint64(quint64(value) << (by % 64)));
}

MaybeLong shiftRight(qint64 value, qint64 by) { return by < 0 ? MaybeLong() : MaybeLong(value >> (by % 64)); }

/// The probability that two samples are of equal means, two-sided.
MaybeReal welchTest(double mean1, double variance1, double count1, double mean2, double variance2, double count2)
{
    const double a = variance1 / count1;
    const double b = variance2 / count2;
    if (!(count1 > 1 && count2 > 1 && a + b > 0))
        return std::nullopt;
    const double t = (mean1 - mean2) / std::sqrt(a + b);
    const double freedom = (a + b) * (a + b) / (a * a / (count1 - 1) + b * b / (count2 - 1));
    return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
}

double cotangent(double x) { return 1 / std::tan(x); }

} // namespace

double incompleteBeta(double x, double a, double b)
{
    if (x <= 0 || x >= 1)
        return x <= 0 ? 0 : 1;
    const double front = std::exp(a * std::log(x) + b * std::log1p(-x) - logBeta(a, b));
    return x < (a + 1) / (a + b + 2) ? front * betaFraction(x, a, b) / a : 1 - front * betaFraction(1 - x, b, a) / b;
}

double inverseIncompleteBeta(double p, double a, double b)
{
    double low = 0;
    double high = 1;
    for (int i = 0; i < 200 && high - low > 1e-17 * high; ++i) {
        const double middle = (low + high) / 2;
        (incompleteBeta(middle, a, b) < p ? low : high) = middle;
    }
    return (low + high) / 2;
}

QList<NativeFunction> numberFunctions()
{
    return {
        native("kql_beta_cdf", betaCdf),
        native("kql_beta_inv", betaInv),
        native("kql_beta_pdf", betaPdf),
        native("kql_gamma", gammaOf),
        native("kql_loggamma", logGamma),
        native("kql_erf", errorFunction),
        native("kql_erfc", complementaryErrorFunction),
        native("kql_round", rounded),
        native("kql_count_ones", countOnes),
        native("kql_shift_left", shiftLeft),
        native("kql_shift_right", shiftRight),
        native("kql_welch_test", welchTest),
        native("kql_cot", cotangent),
    };
}

} // namespace watchdesk::kql
