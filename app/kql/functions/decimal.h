// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace watchdesk::kql {

/// KQL's decimal: 34 significant digits and an exponent, rounded half to even; trailing zeros are not kept.
///
/// In SQL a decimal is a text that orders as the numbers do (encoded()), so that comparing, sorting, grouping and
/// joining are the engine's own. What leaves the range is nothing, which SQL has as NULL.
class Decimal
{
public:
    static constexpr int kDigits = 34;

    Decimal() = default;                                           ///< zero
    static std::optional<Decimal> fromText(std::string_view text); ///< "-1.5", "1e5"
    static Decimal fromLong(qint64 value);
    static std::optional<Decimal> fromReal(double value); ///< by the fewest digits that read back as it
    static std::optional<Decimal> fromEncoded(std::string_view encoded);

    std::string encoded() const;
    std::string text() const;
    double real() const;
    std::optional<qint64> whole() const; ///< without the fraction; nothing beyond the range of long

    bool isZero() const { return m_size == 0; }
    int sign() const { return isZero() ? 0 : m_negative ? -1 : 1; }
    Decimal negated() const;
    /// Towards −∞.
    Decimal floor() const;
    /// Halves away from zero.
    Decimal rounded(int decimals) const;

    static std::optional<Decimal> sum(const Decimal &a, const Decimal &b);
    static std::optional<Decimal> product(const Decimal &a, const Decimal &b);
    static std::optional<Decimal> quotient(const Decimal &a, const Decimal &b); ///< nothing for b = 0

private:
    /// From digits with the most significant first and the exponent of the last one.
    static std::optional<Decimal> made(bool negative, std::string digits, int exponent);

    bool m_negative = false;
    int m_exponent = 0; ///< of the last digit
    int m_size = 0;
    std::array<char, kDigits> m_digits{}; ///< '0' … '9', neither the first nor the last is '0'
    std::string_view digits() const { return {m_digits.data(), size_t(m_size)}; }
};

} // namespace watchdesk::kql
