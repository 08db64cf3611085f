// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Decimals in SQL, where they are texts: see decimal.h.

#include "app/kql/functions/decimal.h"
#include "app/kql/functions/natives.h"

namespace watchdesk::kql {

namespace {

MaybeText encodedOr(const std::optional<Decimal> &value) { return value ? MaybeText(value->encoded()) : std::nullopt; }

MaybeText parsed(Text text) { return encodedOr(Decimal::fromText(text)); }

MaybeText fromLong(qint64 value) { return Decimal::fromLong(value).encoded(); }

MaybeText fromReal(double value) { return encodedOr(Decimal::fromReal(value)); }

MaybeText textOf(Text encoded)
{
    const auto value = Decimal::fromEncoded(encoded);
    return value ? MaybeText(value->text()) : std::nullopt;
}

MaybeReal realOf(Text encoded)
{
    const auto value = Decimal::fromEncoded(encoded);
    return value ? MaybeReal(value->real()) : std::nullopt;
}

MaybeLong longOf(Text encoded)
{
    const auto value = Decimal::fromEncoded(encoded);
    return value ? value->whole() : std::nullopt;
}

using Operation = std::optional<Decimal> (*)(const Decimal &, const Decimal &);

template <Operation operation>
MaybeText combined(Text a, Text b)
{
    const auto left = Decimal::fromEncoded(a);
    const auto right = Decimal::fromEncoded(b);
    return left && right ? encodedOr(operation(*left, *right)) : std::nullopt;
}

std::optional<Decimal> difference(const Decimal &a, const Decimal &b) { return Decimal::sum(a, b.negated()); }

/// Down to a multiple; nothing for a step that is not above zero.
std::optional<Decimal> binned(const Decimal &value, const Decimal &step)
{
    if (step.sign() <= 0)
        return std::nullopt;
    const auto ratio = Decimal::quotient(value, step);
    return ratio ? Decimal::product(ratio->floor(), step) : std::nullopt;
}

/// Never negative, as for long.
std::optional<Decimal> remainder(const Decimal &a, const Decimal &b)
{
    if (b.isZero())
        return std::nullopt;
    const Decimal step = b.sign() < 0 ? b.negated() : b;
    const auto whole = binned(a, step);
    return whole ? difference(a, *whole) : std::nullopt;
}

MaybeText negated(Text encoded)
{
    const auto value = Decimal::fromEncoded(encoded);
    return value ? MaybeText(value->negated().encoded()) : std::nullopt;
}

MaybeText absolute(Text encoded)
{
    const auto value = Decimal::fromEncoded(encoded);
    return value ? MaybeText((value->sign() < 0 ? value->negated() : *value).encoded()) : std::nullopt;
}

MaybeText ceiling(Text encoded)
{
    const auto value = Decimal::fromEncoded(encoded);
    return value ? MaybeText(value->negated().floor().negated().encoded()) : std::nullopt;
}

MaybeText rounded(Text encoded, qint64 digits)
{
    const auto value = Decimal::fromEncoded(encoded);
    return value && digits >= -40 && digits <= 40 ? MaybeText(value->rounded(int(digits)).encoded()) : std::nullopt;
}

/// Of a list "a,b,…": for sum().
MaybeText total(Text list)
{
    std::optional<Decimal> sum = Decimal();
    for (size_t at = 0; at < list.size() && sum;) {
        const size_t end = std::min(list.find(',', at), list.size());
        const auto value = Decimal::fromEncoded(list.substr(at, end - at));
        if (value)
            sum = Decimal::sum(*sum, *value);
        at = end + 1;
    }
    return encodedOr(sum);
}

} // namespace

QList<NativeFunction> decimalFunctions()
{
    return {
        native("kql_decimal", parsed),
        native("kql_decimal_from_long", fromLong),
        native("kql_decimal_from_real", fromReal),
        native("kql_decimal_text", textOf),
        native("kql_decimal_real", realOf),
        native("kql_decimal_long", longOf),
        native("kql_decimal_add", combined<Decimal::sum>),
        native("kql_decimal_subtract", combined<difference>),
        native("kql_decimal_multiply", combined<Decimal::product>),
        native("kql_decimal_divide", combined<Decimal::quotient>),
        native("kql_decimal_modulo", combined<remainder>),
        native("kql_decimal_bin", combined<binned>),
        native("kql_decimal_negate", negated),
        native("kql_decimal_abs", absolute),
        native("kql_decimal_ceiling", ceiling),
        native("kql_decimal_round", rounded),
        native("kql_decimal_sum", total),
    };
}

} // namespace watchdesk::kql
