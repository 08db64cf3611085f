// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/functions/decimal.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace watchdesk::kql {

namespace {

const int kMaxExponent = 6144;
const int kBias = 20'000; // makes exponents of the first digit five digits without a sign
const size_t kMaxText = 400;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// One more in the last place; a carry out of the first adds a digit.
void increment(std::string &digits)
{
    for (size_t i = digits.size(); i-- > 0;) {
        if (digits[i] != '9') {
            ++digits[i];
            return;
        }
        digits[i] = '0';
    }
    digits.insert(digits.begin(), '1');
}

std::string added(std::string_view a, std::string_view b)
{
    std::string out;
    int carry = 0;
    for (size_t i = 0; i < std::max(a.size(), b.size()) || carry > 0; ++i) {
        carry += (i < a.size() ? a[a.size() - 1 - i] - '0' : 0) + (i < b.size() ? b[b.size() - 1 - i] - '0' : 0);
        out += char('0' + carry % 10);
        carry /= 10;
    }
    std::reverse(out.begin(), out.end());
    return out;
}

/// a − b for a ≥ b of the same length.
std::string subtracted(std::string a, std::string_view b)
{
    int borrow = 0;
    for (size_t i = a.size(); i-- > 0;) {
        int digit = a[i] - b[i] - borrow;
        borrow = digit < 0;
        a[i] = char('0' + digit + (borrow ? 10 : 0));
    }
    return a;
}

} // namespace

std::optional<Decimal> Decimal::made(bool negative, std::string digits, int exponent)
{
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.size() > size_t(kDigits)) {
        const int cut = int(digits.size()) - kDigits;
        const std::string rest = digits.substr(size_t(kDigits));
        digits.resize(size_t(kDigits));
        exponent += cut;
        const bool half = rest[0] == '5' && rest.find_first_not_of('0', 1) == std::string::npos;
        const bool odd = (digits.back() - '0') % 2 == 1;
        if (rest[0] > '5' || (rest[0] == '5' && (!half || odd)))
            increment(digits);
    }
    while (!digits.empty() && digits.back() == '0') {
        digits.pop_back();
        ++exponent;
    }
    if (digits.empty())
        return Decimal();
    const int first = exponent + int(digits.size()) - 1;
    if (first > kMaxExponent || first < -kMaxExponent)
        return std::nullopt;
    Decimal result;
    result.m_negative = negative;
    result.m_exponent = exponent;
    result.m_size = int(digits.size());
    std::copy(digits.begin(), digits.end(), result.m_digits.begin());
    return result;
}

std::optional<Decimal> Decimal::fromText(std::string_view text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    const bool negative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+'))
        text.remove_prefix(1);
    std::string digits;
    int exponent = 0;
    bool fraction = false;
    size_t at = 0;
    for (; at < text.size() && (isDigit(text[at]) || (text[at] == '.' && !fraction)); ++at) {
        if (text[at] == '.') {
            fraction = true;
            continue;
        }
        digits += text[at];
        exponent -= fraction;
    }
    if (digits.empty() || text.size() > kMaxText)
        return std::nullopt;
    if (at < text.size()) {
        int shift = 0;
        std::string_view rest = text.substr(at + 1);
        if (!rest.empty() && rest[0] == '+')
            rest.remove_prefix(1);
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), shift);
        const bool good =
            (text[at] == 'e' || text[at] == 'E') && error == std::errc() && end == rest.data() + rest.size();
        if (!good || std::abs(shift) > 2 * kMaxExponent)
            return std::nullopt;
        exponent += shift;
    }
    return made(negative, std::move(digits), exponent);
}

Decimal Decimal::fromLong(qint64 value) { return fromText(std::to_string(value)).value_or(Decimal()); }

std::optional<Decimal> Decimal::fromReal(double value)
{
    char text[64];
    const auto [end, error] = std::to_chars(text, text + sizeof text, value);
    return std::isfinite(value) && error == std::errc() ? fromText({text, size_t(end - text)}) : std::nullopt;
}

/// '1' for zero; '2', the first digit's exponent, the digits; and for a negative number '0' and the complement of it
/// all with '~' behind, as the longer of two that start alike is the lesser then.
std::string Decimal::encoded() const
{
    if (isZero())
        return "1";
    std::string out = std::to_string(m_exponent + m_size - 1 + kBias);
    out += digits();
    if (!m_negative)
        return '2' + out;
    for (char &c : out)
        c = char('0' + '9' - c);
    return '0' + out + '~';
}

std::optional<Decimal> Decimal::fromEncoded(std::string_view encoded)
{
    if (encoded.empty())
        return std::nullopt;
    if (encoded == "1")
        return Decimal();
    const bool negative = encoded[0] == '0';
    std::string body(encoded.substr(1));
    if (negative) {
        if (!body.empty() && body.back() == '~')
            body.pop_back();
        for (char &c : body)
            c = char('0' + '9' - c);
    }
    int first = 0;
    const bool good = body.size() > 5 && std::all_of(body.begin(), body.end(), isDigit) &&
                      std::from_chars(body.data(), body.data() + 5, first).ec == std::errc();
    if (!good)
        return std::nullopt;
    const int size = int(body.size()) - 5;
    return made(negative, body.substr(5), first - kBias - size + 1);
}

std::string Decimal::text() const
{
    if (isZero())
        return "0";
    std::string out(digits());
    if (m_exponent > 40 || m_exponent < -80) {
        const int first = m_exponent + m_size - 1;
        if (out.size() > 1)
            out.insert(1, ".");
        out += 'E' + std::to_string(first);
    } else if (m_exponent >= 0) {
        out.append(size_t(m_exponent), '0');
    } else {
        const int point = m_size + m_exponent;
        if (point <= 0)
            out = "0." + std::string(size_t(-point), '0') + out;
        else
            out.insert(size_t(point), ".");
    }
    return m_negative ? '-' + out : out;
}

double Decimal::real() const
{
    const std::string source =
        (m_negative ? "-" : "") + std::string(isZero() ? "0" : digits()) + 'e' + std::to_string(m_exponent);
    double value = 0;
    std::from_chars(source.data(), source.data() + source.size(), value);
    return value;
}

std::optional<qint64> Decimal::whole() const
{
    const int count = m_size + m_exponent;
    if (isZero() || count <= 0)
        return 0;
    if (count > 19)
        return std::nullopt;
    std::string out(digits().substr(0, size_t(std::min(count, m_size))));
    out.append(size_t(std::max(0, m_exponent)), '0');
    if (m_negative)
        out.insert(out.begin(), '-');
    qint64 value = 0;
    const auto [end, error] = std::from_chars(out.data(), out.data() + out.size(), value);
    return error == std::errc() ? std::optional(value) : std::nullopt;
}

Decimal Decimal::negated() const
{
    Decimal result = *this;
    result.m_negative = !isZero() && !m_negative;
    return result;
}

Decimal Decimal::floor() const
{
    if (m_exponent >= 0)
        return *this;
    const int count = std::max(0, m_size + m_exponent);
    std::string kept(digits().substr(0, size_t(count)));
    if (m_negative)
        increment(kept);
    return made(m_negative, kept.empty() ? "0" : kept, 0).value_or(Decimal());
}

Decimal Decimal::rounded(int decimals) const
{
    const int cut = -m_exponent - decimals;
    if (cut <= 0)
        return *this;
    if (cut > m_size)
        return Decimal();
    std::string kept(digits().substr(0, size_t(m_size - cut)));
    if (m_digits[size_t(m_size - cut)] >= '5')
        increment(kept);
    return made(m_negative, kept, m_exponent + cut).value_or(Decimal());
}

std::optional<Decimal> Decimal::sum(const Decimal &a, const Decimal &b)
{
    if (a.isZero() || b.isZero())
        return a.isZero() ? b : a;
    const Decimal &high = a.m_exponent >= b.m_exponent ? a : b;
    const Decimal &low = a.m_exponent >= b.m_exponent ? b : a;
    // Beyond this the lower number can only decide how the higher one is rounded.
    const int shift = std::min(high.m_exponent - low.m_exponent, 3 * kDigits);
    const bool far = high.m_exponent - low.m_exponent > shift;
    std::string x(high.digits());
    x.append(size_t(shift), '0');
    std::string y = far ? "1" : std::string(low.digits());
    const int exponent = high.m_exponent - shift;
    if (high.m_negative == low.m_negative)
        return made(high.m_negative, added(x, y), exponent);
    const size_t size = std::max(x.size(), y.size());
    x.insert(0, size - x.size(), '0');
    y.insert(0, size - y.size(), '0');
    return x >= y ? made(high.m_negative, subtracted(x, y), exponent)
                  : made(low.m_negative, subtracted(y, x), exponent);
}

std::optional<Decimal> Decimal::product(const Decimal &a, const Decimal &b)
{
    std::array<int, 2 * kDigits> cells{};
    for (int i = 0; i < a.m_size; ++i) {
        for (int j = 0; j < b.m_size; ++j)
            cells[size_t(i + j + 1)] += (a.m_digits[size_t(i)] - '0') * (b.m_digits[size_t(j)] - '0');
    }
    const int size = a.m_size + b.m_size;
    std::string digits(size_t(size), '0');
    int carry = 0;
    for (int i = size - 1; i >= 0; --i) {
        carry += cells[size_t(i)];
        digits[size_t(i)] = char('0' + carry % 10);
        carry /= 10;
    }
    return made(a.m_negative != b.m_negative, digits, a.m_exponent + b.m_exponent);
}

/// Long division to two digits more than are kept, and a last one that says if there was a rest.
std::optional<Decimal> Decimal::quotient(const Decimal &a, const Decimal &b)
{
    if (b.isZero())
        return std::nullopt;
    const std::string divisor(b.digits());
    std::string rest;
    std::string result;
    int exponent = a.m_exponent - b.m_exponent;
    for (int i = 0; i < a.m_size || (!rest.empty() && int(result.size()) < 2 * kDigits + 2); ++i) {
        if (i >= a.m_size)
            --exponent;
        if (!rest.empty() || (i < a.m_size && a.m_digits[size_t(i)] != '0'))
            rest += i < a.m_size ? a.m_digits[size_t(i)] : '0';
        char digit = '0';
        while (rest.size() > divisor.size() || (rest.size() == divisor.size() && rest >= divisor)) {
            rest = subtracted(rest, std::string(rest.size() - divisor.size(), '0') + divisor);
            rest.erase(0, std::min(rest.find_first_not_of('0'), rest.size()));
            ++digit;
        }
        result += digit;
    }
    if (!rest.empty()) {
        result += '1';
        --exponent;
    }
    return made(a.m_negative != b.m_negative, result, exponent);
}

} // namespace watchdesk::kql
