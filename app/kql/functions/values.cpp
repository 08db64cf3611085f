// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Numbers, datetimes and spans: to text and back, arithmetic by KQL's rules, the calendar.

#include "app/base/column.h"
#include "app/base/ticks.h"
#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"
#include "app/kql/syntax/literal.h"

#include <QDate>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace watchdesk::kql {

namespace {

QString toUtf16(Text text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

Text trimmed(Text text)
{
    const size_t start = text.find_first_not_of(" \t\r\n");
    return start == Text::npos ? Text() : text.substr(start, text.find_last_not_of(" \t\r\n") - start + 1);
}

MaybeText realText(double value)
{
    if (std::isinf(value))
        return value > 0 ? "inf" : "-inf";
    return textFromReal(value).toStdString();
}

/// What JSON has no number for is a text.
std::string realJson(double value) { return jsonFromReal(value); }

bool isInstant(qint64 ticks) { return ticks >= 0 && ticks <= kMaxTicks; }

MaybeText dateTimeText(qint64 ticks)
{
    return isInstant(ticks) ? MaybeText(isoFromTicks(ticks).toStdString()) : std::nullopt;
}

MaybeText timeSpanText(qint64 ticks) { return textFromTimeSpan(ticks).toStdString(); }

MaybeReal toReal(Text text)
{
    text = trimmed(text);
    if (!text.empty() && text[0] == '+')
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    // What no double can hold is endless or nothing, which from_chars() does not tell apart.
    const bool isBeyond = error == std::errc::result_out_of_range;
    if (isBeyond)
        value = std::strtod(std::string(text).c_str(), nullptr);
    const bool whole = (error == std::errc() || isBeyond) && end == text.data() + text.size() && !text.empty() &&
                       !text.ends_with("INF");
    return whole ? MaybeReal(value) : std::nullopt;
}

/// A text of a whole number; one with a fraction or an exponent is none.
MaybeLong toLong(Text text)
{
    text = trimmed(text);
    const bool negative = !text.empty() && text[0] == '-';
    Text digits = negative || (!text.empty() && text[0] == '+') ? text.substr(1) : text;
    const bool hex = digits.size() > 2 && digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X');
    if (hex)
        digits.remove_prefix(2);
    quint64 value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    if (!whole || (hex ? negative : value > quint64(INT64_MAX) + negative))
        return std::nullopt;
    return negative ? qint64(0 - value) : qint64(value);
}

/// The nearest long to a real without its fraction: what is too large becomes the greatest one, what is endless none.
MaybeLong longFromReal(double value)
{
    if (!std::isfinite(value))
        return std::nullopt;
    return value >= 0x1p63 ? INT64_MAX : value <= -0x1p63 ? INT64_MIN : qint64(value);
}

MaybeBool toBool(Text text)
{
    const QString word = toUtf16(text).toLower(); // blanks are allowed around a number only
    if (word == u"true")
        return true;
    if (word == u"false")
        return false;
    const MaybeLong number = toLong(text);
    return number ? MaybeBool(*number != 0) : std::nullopt;
}

// A dynamic holds numbers and bools as such; only what it holds as text is read by the rules of texts.

MaybeReal dynamicToReal(Text json)
{
    const char kind = jsonKind(json);
    if (kind == 's')
        return toReal(jsonUnquoted(json));
    if (kind == 't' || kind == 'f')
        return kind == 't';
    return kind == '0' ? toReal(json) : std::nullopt;
}

MaybeLong dynamicToLong(Text json)
{
    if (jsonKind(json) == 's')
        return toLong(jsonUnquoted(json));
    const MaybeLong whole = jsonKind(json) == '0' ? toLong(json) : std::nullopt;
    if (whole)
        return whole;
    const MaybeReal real = dynamicToReal(json);
    return real ? longFromReal(*real) : std::nullopt;
}

/// A long wraps around, a real that is too large becomes the greatest int, and a text of one is none.
MaybeLong dynamicToInt(Text json)
{
    const MaybeLong value = dynamicToLong(json);
    if (value && jsonKind(json) == '0' && !toLong(json))
        return std::clamp<qint64>(*value, INT32_MIN, INT32_MAX);
    if (!value || (jsonKind(json) == 's' && *value != qint64(qint32(*value))))
        return std::nullopt;
    return qint64(qint32(*value));
}

MaybeBool dynamicToBool(Text json)
{
    if (jsonKind(json) == 's')
        return toBool(jsonUnquoted(json));
    const MaybeReal number = dynamicToReal(json);
    return number ? MaybeBool(*number != 0) : std::nullopt;
}

MaybeLong toDateTime(Text text)
{
    if (text.empty() || text.size() > 64)
        return std::nullopt;
    const auto ticks = ticksFromDateText(toUtf16(text));
    return ticks ? MaybeLong(*ticks) : std::nullopt;
}

MaybeLong toTimeSpan(Text text)
{
    if (text.empty() || text.size() > 64)
        return std::nullopt;
    const auto ticks = ticksFromTimeSpanText(toUtf16(text));
    return ticks ? MaybeLong(*ticks) : std::nullopt;
}

/// 32 hexadecimal digits, wherever dashes and brackets stand.
MaybeText toGuid(Text text)
{
    std::string digits;
    for (const char c : trimmed(text)) {
        if (std::isxdigit(static_cast<unsigned char>(c)))
            digits += char(std::tolower(static_cast<unsigned char>(c)));
        else if (std::string_view("-{}()").find(c) == std::string_view::npos || digits.size() > 32)
            return std::nullopt;
    }
    if (digits.size() != 32)
        return std::nullopt;
    for (const int dash : {20, 16, 12, 8})
        digits.insert(digits.begin() + dash, '-');
    return digits;
}

/// At least so many digits, of at most 16; a negative number in as many bits as its type has.
MaybeText toHex(qint64 value, qint64 least, qint64 bits)
{
    char text[32];
    const quint64 shown = bits == 32 ? quint64(quint32(value)) : quint64(value);
    const int width = int(std::clamp<qint64>(least, 1, 16));
    std::snprintf(text, sizeof text, "%0*llx", width, static_cast<unsigned long long>(shown));
    return text;
}

// A long wraps around; unsigned arithmetic is defined to.
MaybeLong add(qint64 a, qint64 b) { return qint64(quint64(a) + quint64(b)); }

MaybeLong subtract(qint64 a, qint64 b) { return qint64(quint64(a) - quint64(b)); }

MaybeLong multiply(qint64 a, qint64 b) { return qint64(quint64(a) * quint64(b)); }

MaybeLong divide(qint64 a, qint64 b)
{
    if (b == 0)
        return std::nullopt;
    return b == -1 ? qint64(0 - quint64(a)) : a / b;
}

/// Never negative.
MaybeLong modulo(qint64 a, qint64 b)
{
    if (b == 0)
        return std::nullopt;
    if (b == -1 || b == 1)
        return 0;
    const qint64 rest = a % b;
    return rest < 0 ? rest + (b < 0 ? -b : b) : rest;
}

MaybeReal realDivide(double a, double b) { return a / b; }

MaybeReal realModulo(double a, double b)
{
    if (b == 0)
        return std::nullopt;
    const double rest = std::fmod(a, b);
    return rest < 0 ? rest + std::abs(b) : rest;
}

QDate dateOf(qint64 ticks)
{
    static const QDate first(1, 1, 1);
    return first.addDays(ticks / kTicksPerDay);
}

MaybeLong ticksOf(const QDate &date)
{
    static const QDate first(1, 1, 1);
    if (!date.isValid() || date.year() < 1 || date.year() > 9999)
        return std::nullopt;
    return first.daysTo(date) * kTicksPerDay;
}

MaybeLong startOf(Text unit, qint64 ticks, qint64 offset)
{
    if (!isInstant(ticks) || offset < -120'000 || offset > 120'000)
        return std::nullopt;
    const QDate date = dateOf(ticks);
    if (unit == "year")
        return ticksOf(QDate(date.year(), 1, 1).addYears(int(offset)));
    return ticksOf(QDate(date.year(), date.month(), 1).addMonths(int(offset)));
}

/// The last tick of the month or year that is so many after the one of the ticks.
MaybeLong endOf(Text unit, qint64 ticks, qint64 offset)
{
    const MaybeLong start = startOf(unit, ticks, offset);
    if (!start)
        return std::nullopt;
    const QDate date = dateOf(*start);
    const QDate last =
        unit == "year" ? QDate(date.year(), 12, 31) : QDate(date.year(), date.month(), date.daysInMonth());
    return *ticksOf(last) + kTicksPerDay - 1;
}

qint64 spanOf(Text unit)
{
    static const QHash<QByteArray, qint64> spans{
        {"week", 7 * kTicksPerDay},
        {"day", kTicksPerDay},
        {"hour", kTicksPerHour},
        {"minute", kTicksPerMinute},
        {"second", kTicksPerSecond},
        {"millisecond", kTicksPerMillisecond},
        {"microsecond", kTicksPerMicrosecond},
    };
    return spans.value(QByteArray(unit.data(), qsizetype(unit.size())).toLower(), 0);
}

bool isUnit(Text unit, const char *name) { return QByteArray(unit.data(), qsizetype(unit.size())).toLower() == name; }

MaybeLong dateTimePart(Text unit, qint64 ticks)
{
    if (!isInstant(ticks))
        return std::nullopt;
    const QDate date = dateOf(ticks);
    if (isUnit(unit, "year"))
        return date.year();
    if (isUnit(unit, "quarter"))
        return (date.month() - 1) / 3 + 1;
    if (isUnit(unit, "month"))
        return date.month();
    if (isUnit(unit, "week_of_year") || isUnit(unit, "weekofyear"))
        return date.weekNumber();
    if (isUnit(unit, "day"))
        return date.day();
    if (isUnit(unit, "dayofyear"))
        return date.dayOfYear();
    if (isUnit(unit, "hour"))
        return ticks % kTicksPerDay / kTicksPerHour;
    if (isUnit(unit, "minute"))
        return ticks % kTicksPerHour / kTicksPerMinute;
    if (isUnit(unit, "second"))
        return ticks % kTicksPerMinute / kTicksPerSecond;
    if (isUnit(unit, "millisecond"))
        return ticks % kTicksPerSecond / kTicksPerMillisecond;
    if (isUnit(unit, "microsecond"))
        return ticks % kTicksPerSecond / kTicksPerMicrosecond;
    return isUnit(unit, "nanosecond") ? MaybeLong(ticks % kTicksPerSecond * 100) : std::nullopt;
}

/// Boundaries that lie between the two; weeks start on Sundays.
MaybeLong dateTimeDiff(Text unit, qint64 a, qint64 b)
{
    if (!isInstant(a) || !isInstant(b))
        return std::nullopt;
    const QDate left = dateOf(a);
    const QDate right = dateOf(b);
    const qint64 months = (left.year() - right.year()) * 12 + left.month() - right.month();
    if (isUnit(unit, "year"))
        return left.year() - right.year();
    if (isUnit(unit, "quarter"))
        return (left.year() - right.year()) * 4 + (left.month() - 1) / 3 - (right.month() - 1) / 3;
    if (isUnit(unit, "month"))
        return months;
    if (isUnit(unit, "nanosecond"))
        return (a - b) * 100;
    const qint64 span = spanOf(unit);
    if (span == 0)
        return std::nullopt;
    const qint64 shift = isUnit(unit, "week") ? kTicksPerDay : 0;
    return (a + shift) / span - (b + shift) / span;
}

MaybeLong dateTimeAdd(Text unit, qint64 count, qint64 ticks)
{
    if (!isInstant(ticks) || count > 4'000'000'000'000 || count < -4'000'000'000'000)
        return std::nullopt;
    const qint64 months = isUnit(unit, "year") ? 12 : isUnit(unit, "quarter") ? 3 : isUnit(unit, "month") ? 1 : 0;
    if (months > 0) {
        if (count > 120'000 || count < -120'000)
            return std::nullopt;
        const MaybeLong day = ticksOf(dateOf(ticks).addMonths(int(count * months)));
        return day ? MaybeLong(*day + ticks % kTicksPerDay) : std::nullopt;
    }
    const qint64 span = spanOf(unit);
    if (span == 0 || std::abs(double(count) * double(span)) > 4e18)
        return std::nullopt;
    const qint64 sum = ticks + count * span;
    return isInstant(sum) ? MaybeLong(sum) : std::nullopt;
}

QString padded(qint64 value, int width) { return QString::number(value).rightJustified(width, u'0'); }

QString fraction(qint64 ticks, int count, bool trim)
{
    QString digits = padded(ticks % kTicksPerSecond, 7).left(count);
    while (trim && digits.endsWith(u'0'))
        digits.chop(1);
    return digits;
}

/// One run of the same letter in a form like "yyyy-MM-dd"; nothing for what is no token.
std::optional<QString> dateToken(QChar letter, int count, qint64 ticks)
{
    const QDate date = dateOf(ticks);
    const qint64 hour = ticks % kTicksPerDay / kTicksPerHour;
    const int width = count > 1 ? 2 : 1;
    switch (letter.unicode()) {
    case u'y':
        return count <= 2 ? padded(date.year() % 100, count) : padded(date.year(), 4);
    case u'M':
        return padded(date.month(), width);
    case u'd':
        return padded(date.day(), width);
    case u'H':
        return padded(hour, width);
    case u'h':
        return padded(hour % 12 == 0 ? 12 : hour % 12, width);
    case u'm':
        return padded(ticks % kTicksPerHour / kTicksPerMinute, width);
    case u's':
        return padded(ticks % kTicksPerMinute / kTicksPerSecond, width);
    case u'f':
        return fraction(ticks, qMin(count, 7), false);
    case u'F':
        return fraction(ticks, qMin(count, 7), true);
    case u't':
        return hour < 12 ? QStringLiteral("AM") : QStringLiteral("PM");
    default:
        return std::nullopt;
    }
}

std::optional<QString> spanToken(QChar letter, int count, qint64 ticks)
{
    switch (letter.unicode()) {
    case u'd':
        return padded(ticks / kTicksPerDay, count);
    case u'H':
    case u'h':
        return padded(ticks % kTicksPerDay / kTicksPerHour, count);
    case u'm':
        return padded(ticks % kTicksPerHour / kTicksPerMinute, count);
    case u's':
        return padded(ticks % kTicksPerMinute / kTicksPerSecond, count);
    case u'f':
        return fraction(ticks, qMin(count, 7), false);
    case u'F':
        return fraction(ticks, qMin(count, 7), true);
    default:
        return std::nullopt;
    }
}

MaybeText formatted(qint64 ticks, Text form, std::optional<QString> (*token)(QChar, int, qint64), int longest)
{
    const QString text = toUtf16(form);
    QString result;
    for (qsizetype i = 0; i < text.size();) {
        int count = 1;
        const int most = QStringView(u"yfF").contains(text[i]) ? 7 : longest;
        while (count < most && i + count < text.size() && text[i + count] == text[i])
            ++count;
        const auto value = token(text[i], count, ticks);
        if (!value && text[i].isLetterOrNumber())
            return std::nullopt;
        result += value ? *value : text.mid(i, count);
        i += count;
    }
    return result.toStdString();
}

MaybeText formatDateTime(qint64 ticks, Text form)
{
    return isInstant(ticks) ? formatted(ticks, form, dateToken, 2) : std::nullopt;
}

MaybeText formatTimeSpan(qint64 ticks, Text form)
{
    if (ticks >= 0)
        return formatted(ticks, form, spanToken, 8);
    const MaybeText text = formatted(qint64(0 - quint64(ticks)), form, spanToken, 8);
    return text ? MaybeText('-' + *text) : std::nullopt;
}

/// Times in equal steps, as an array of texts.
MaybeText rangeOfTimes(qint64 from, qint64 to, qint64 step, MaybeText (*text)(qint64))
{
    if (step == 0)
        return std::nullopt;
    std::vector<std::string> values;
    for (qint64 at = from; (step > 0 ? at <= to : at >= to) && values.size() < 1'048'576; at += step) {
        const MaybeText value = text(at);
        if (!value)
            break;
        values.push_back(jsonQuoted(*value));
        if (step > 0 ? at > INT64_MAX - step : at < INT64_MIN - step)
            break;
    }
    return jsonArrayFrom(values);
}

MaybeText rangeOfDateTimes(qint64 from, qint64 to, qint64 step) { return rangeOfTimes(from, to, step, dateTimeText); }

MaybeText rangeOfTimeSpans(qint64 from, qint64 to, qint64 step) { return rangeOfTimes(from, to, step, timeSpanText); }

} // namespace

QList<NativeFunction> valueFunctions()
{
    return {
        native("kql_real_text", realText),
        native("kql_real_json", realJson),
        native("kql_datetime_text", dateTimeText),
        native("kql_timespan_text", timeSpanText),
        native("kql_tolong", toLong),
        native("kql_toreal", toReal),
        native("kql_tobool", toBool),
        native("kql_long_from_real", longFromReal),
        native("kql_dynamic_long", dynamicToLong),
        native("kql_dynamic_int", dynamicToInt),
        native("kql_dynamic_real", dynamicToReal),
        native("kql_dynamic_bool", dynamicToBool),
        native("kql_todatetime", toDateTime),
        native("kql_totimespan", toTimeSpan),
        native("kql_toguid", toGuid),
        native("kql_tohex", toHex),
        native("kql_add", add),
        native("kql_subtract", subtract),
        native("kql_multiply", multiply),
        native("kql_div", divide),
        native("kql_mod", modulo),
        native("kql_real_div", realDivide),
        native("kql_real_mod", realModulo),
        native("kql_range_datetime", rangeOfDateTimes),
        native("kql_range_timespan", rangeOfTimeSpans),
        native("kql_startof", startOf),
        native("kql_endof", endOf),
        native("kql_datetime_part", dateTimePart),
        native("kql_datetime_diff", dateTimeDiff),
        native("kql_datetime_add", dateTimeAdd),
        native("kql_format_datetime", formatDateTime),
        native("kql_format_timespan", formatTimeSpan),
    };
}

} // namespace watchdesk::kql
