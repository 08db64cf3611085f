// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <string_view>

namespace watchdesk::lab {

/// SplitMix64: the same numbers on every platform and library, which std's distributions do not promise.
/// A value type; `fork` gives an independent stream, so that one device's day does not depend on another's.
class Random
{
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    {
    }
    /// A stream of its own for `what` number `index`.
    Random fork(std::string_view what, quint64 index = 0) const;

    quint64 next();
    /// 0 … bound-1; bound > 0.
    qint64 below(qint64 bound);
    /// first … last, both included.
    qint64 between(qint64 first, qint64 last) { return first + below(last - first + 1); }
    double unit(); ///< 0 … <1
    bool chance(double probability) { return unit() < probability; }
    /// Index into `weights` (a sum > 0), each as likely as its weight.
    template <class Weights>
    int weighted(const Weights &weights);
    QByteArray hex(int digits);
    QByteArray guid(); ///< of the random kind, lower case

private:
    quint64 m_state;
};

template <class Weights>
int Random::weighted(const Weights &weights)
{
    double sum = 0;
    for (const auto &weight : weights)
        sum += double(weight);
    double left = unit() * sum;
    int index = 0;
    for (const auto &weight : weights) {
        left -= double(weight);
        if (left < 0)
            return index;
        ++index;
    }
    return index - 1;
}

/// Mixes text and number into 64 bits (FNV-1a, then SplitMix's finish); for stable ids, not for secrets.
quint64 stableHash(std::string_view text, quint64 number = 0);

} // namespace watchdesk::lab
