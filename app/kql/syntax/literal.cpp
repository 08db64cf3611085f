// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/syntax/literal.h"

#include "app/base/column.h"
#include "app/base/jsontext.h"
#include "app/kql/functions/decimal.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>
#include <QTimeZone>
#include <QUuid>

#include <cmath>

namespace watchdesk::kql {

namespace {

std::optional<double> unitTicks(const QString &unit)
{
    static const QHash<QString, double> units = [] {
        QHash<QString, double> all;
        const auto add = [&all](const char *names, double ticks) {
            for (const auto &name : QString::fromLatin1(names).split(u' '))
                all.insert(name, ticks);
        };
        add("d day days", kTicksPerDay);
        add("h hr hrs hour hours", kTicksPerHour);
        add("m min minute minutes", kTicksPerMinute);
        add("s sec second seconds", kTicksPerSecond);
        add("ms milli millis millisec millisecond milliseconds", kTicksPerMillisecond);
        add("micro micros microsec microsecond microseconds", kTicksPerMicrosecond);
        add("nano nanos nanosec nanosecond nanoseconds", 0.01);
        add("tick ticks", 1);
        return all;
    }();
    const auto found = units.constFind(unit);
    return found == units.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<Ticks> ticksFromReal(double ticks)
{
    if (!(std::abs(ticks) < 9.2e18))
        return std::nullopt;
    return Ticks(std::llround(ticks));
}

/// [d.]hh:mm[:ss[.fffffff]], or d:hh:mm:ss[.fffffff]
std::optional<Ticks> ticksFromClockText(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        "^(?:(\\d{1,8})(?:\\.|:(?=[^:]+:[^:]+:)))?(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,7}))?)?$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 hours = match.captured(2).toLongLong();
    const qint64 minutes = match.captured(3).toLongLong();
    const qint64 seconds = match.captured(4).toLongLong();
    if (hours > 23 || minutes > 59 || seconds > 59)
        return std::nullopt;
    const qint64 fraction = match.captured(5).leftJustified(7, u'0').toLongLong();
    return match.captured(1).toLongLong() * kTicksPerDay + hours * kTicksPerHour + minutes * kTicksPerMinute +
           seconds * kTicksPerSecond + fraction;
}

/// "2024, 5, 1[, hour, minute[, second]]"
std::optional<Ticks> ticksFromNumbers(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        "^(\\d{4}), *(\\d{1,2}), *(\\d{1,2})(?:, *(\\d{1,2}), *(\\d{1,2})(?:, *(\\d{1,2})(\\.\\d{1,7})?)?)?$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto two = [&match](int group) { return match.captured(group).rightJustified(2, u'0'); };
    return ticksFromIso(QString(match.captured(1) + u'-' + two(2) + u'-' + two(3) + u'T' + two(4) + u':' + two(5) +
                                u':' + two(6) + match.captured(7)));
}

/// Made in place: GCC 12 takes a moved variant for an uninitialized one.
template <class T>
std::optional<Literal> literalOf(ColumnType type, T value)
{
    std::optional<Literal> literal(std::in_place);
    literal->type = type;
    literal->value = std::move(value);
    return literal;
}

std::optional<Literal> longLiteral(ColumnType type, const QString &text)
{
    bool ok = false;
    const bool negative = text.startsWith(u'-');
    const QString digits = negative ? text.mid(1).trimmed() : text;
    if (digits.startsWith(u"0x", Qt::CaseInsensitive)) {
        const quint64 bits = digits.mid(2).toULongLong(&ok, 16);
        const qint64 value = negative ? qint64(0 - bits) : qint64(bits);
        if (!ok)
            return std::nullopt;
        return literalOf(type, value);
    }
    const qint64 value = (negative ? u'-' + digits : digits).toLongLong(&ok);
    if (ok && type == ColumnType::Int && value != qint64(qint32(value)))
        return std::nullopt;
    if (!ok)
        return std::nullopt;
    return literalOf(type, value);
}

std::optional<Literal> realLiteral(ColumnType type, const QString &text)
{
    const QString lower = text.toLower();
    if (lower == u"nan")
        return literalOf(type, std::nan(""));
    if (lower == u"+inf" || lower == u"inf")
        return literalOf(type, HUGE_VAL);
    if (lower == u"-inf")
        return literalOf(type, -HUGE_VAL);
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (!ok)
        return std::nullopt;
    return literalOf(type, value);
}

std::optional<Literal> decimalLiteral(const QString &text)
{
    const auto value = Decimal::fromText(text.toStdString());
    if (!value)
        return std::nullopt;
    return literalOf(ColumnType::Decimal, QString::fromStdString(value->text()));
}

std::optional<Literal> boolLiteral(const QString &text)
{
    const QString lower = text.toLower();
    if (lower == u"true" || lower == u"1")
        return literalOf(ColumnType::Bool, true);
    if (lower == u"false" || lower == u"0")
        return literalOf(ColumnType::Bool, false);
    return std::nullopt;
}

QString unquoted(const QString &text)
{
    const bool quoted = text.size() >= 2 && (text[0] == u'"' || text[0] == u'\'') && text.back() == text[0];
    return quoted ? text.mid(1, text.size() - 2) : text;
}

std::optional<Literal> dateLiteral(const QString &raw, Ticks now)
{
    const QString text = unquoted(raw);
    if (text.isEmpty() || text == u"now")
        return literalOf(ColumnType::DateTime, qint64(now));
    static const QRegularExpression clock(QStringLiteral("^\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d{1,7})?)?$"));
    if (clock.match(text).hasMatch()) { // of today
        const auto span = ticksFromClockText(text);
        return span ? literalOf(ColumnType::DateTime, qint64(now - now % kTicksPerDay + *span)) : std::nullopt;
    }
    auto ticks = ticksFromDateText(text);
    if (!ticks) { // "2017 - 08 - 01"
        static const QRegularExpression spaced(QStringLiteral("^(\\d{4}) *- *(\\d{1,2}) *- *(\\d{1,2})(?= |$)"));
        ticks = ticksFromDateText(QString(text).replace(spaced, QStringLiteral("\\1-\\2-\\3")));
    }
    if (!ticks)
        return std::nullopt;
    return literalOf(ColumnType::DateTime, qint64(*ticks));
}

std::optional<Literal> spanLiteral(const QString &raw)
{
    const QString text = unquoted(raw);
    const auto ticks = ticksFromTimeSpanText(text);
    if (!ticks)
        return std::nullopt;
    return literalOf(ColumnType::TimeSpan, qint64(*ticks));
}

std::optional<Literal> guidLiteral(const QString &text)
{
    const QUuid uuid = QUuid::fromString(unquoted(text));
    if (uuid.isNull() && !text.contains(QStringLiteral("00000000-0000-0000-0000-000000000000")))
        return std::nullopt;
    return literalOf(ColumnType::Guid, uuid.toString(QUuid::WithoutBraces));
}

std::optional<Literal> typedLiteral(const Node &node, Ticks now)
{
    const QString &text = node.child(0).text;
    const ColumnType type = node.text == u"date" ? ColumnType::DateTime : *typeFromName(node.text);
    if (text == u"null")
        return literalOf(type, std::monostate());
    switch (type) {
    case ColumnType::Bool:
        return boolLiteral(text);
    case ColumnType::Int:
    case ColumnType::Long:
        return longLiteral(type, text);
    case ColumnType::Real:
        return realLiteral(type, text);
    case ColumnType::Decimal:
        return decimalLiteral(text);
    case ColumnType::DateTime:
        return dateLiteral(text, now);
    case ColumnType::TimeSpan:
        return spanLiteral(text);
    default:
        return guidLiteral(text);
    }
}

} // namespace

std::optional<Literal> literalFromNode(const Node &node, Ticks now)
{
    switch (node.kind) {
    case NodeKind::String:
        return literalOf(ColumnType::String, node.text);
    case NodeKind::Long:
        return longLiteral(ColumnType::Long, node.text);
    case NodeKind::Real:
        return realLiteral(ColumnType::Real, node.text);
    case NodeKind::Bool:
        return literalOf(ColumnType::Bool, node.text == u"true");
    case NodeKind::TimeSpan:
        return spanLiteral(node.text);
    case NodeKind::Dynamic:
        return literalOf(ColumnType::Dynamic, node.text == u"null" ? Value() : Value(node.text));
    case NodeKind::Typed:
        return typedLiteral(node, now);
    default:
        return std::nullopt;
    }
}

std::optional<Ticks> ticksFromTimeSpanLiteral(QStringView text)
{
    qsizetype split = 0;
    while (split < text.size() && (text[split].isDigit() || text[split] == u'.' || text[split] == u'-'))
        ++split;
    bool ok = false;
    const double count = text.left(split).toDouble(&ok);
    const auto ticks = unitTicks(text.mid(split).trimmed().toString());
    if (!ok || !ticks)
        return std::nullopt;
    return ticksFromReal(count * *ticks);
}

std::optional<Ticks> ticksFromTimeSpanText(QStringView text)
{
    const QString trimmed = text.trimmed().toString();
    const bool negative = trimmed.startsWith(u'-');
    const QString body = negative ? trimmed.mid(1) : trimmed;
    std::optional<Ticks> ticks = ticksFromClockText(body);
    if (!ticks)
        ticks = ticksFromTimeSpanLiteral(body);
    if (!ticks) {
        bool ok = false;
        const int days = body.toInt(&ok);
        if (ok && days >= 0)
            ticks = days * kTicksPerDay;
    }
    return ticks && negative ? std::optional(-*ticks) : ticks;
}

namespace {

std::optional<Ticks> ticksFromYearOrMonth(const QString &text)
{
    static const QRegularExpression year(QStringLiteral("^\\d{4}$"));
    static const QRegularExpression month(QStringLiteral("^\\d{4}-\\d{2}$"));
    static const QRegularExpression day(QStringLiteral("^\\d{8}$"));
    if (year.match(text).hasMatch())
        return ticksFromIso(QString(text + QStringLiteral("-01-01")));
    if (month.match(text).hasMatch())
        return ticksFromIso(QString(text + QStringLiteral("-01")));
    if (day.match(text).hasMatch())
        return ticksFromIso(QString(text.left(4) + u'-' + text.mid(4, 2) + u'-' + text.right(2)));
    return std::nullopt;
}

/// "5/1/2024 1:02:03 PM", "05-01-2024" and "05.01.2024", month first.
std::optional<Ticks> ticksFromAmericanDate(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        "^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?:,? (\\d{1,2}):(\\d{2})(?::(\\d{2})(\\.\\d{1,7})?)?(?: ?([AaPp])[Mm])?)?Z?$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    int hour = match.captured(4).toInt();
    const QString half = match.captured(8).toLower();
    if (half == u"p" && hour < 12)
        hour += 12;
    if (half == u"a" && hour == 12)
        hour = 0;
    const auto two = [](int number) { return QString::number(number).rightJustified(2, u'0'); };
    return ticksFromIso(QString(
        match.captured(3) + u'-' + two(match.captured(1).toInt()) + u'-' + two(match.captured(2).toInt()) + u'T' +
        two(hour) + u':' + two(match.captured(5).toInt()) + u':' + two(match.captured(6).toInt()) + match.captured(7)));
}

/// "Sat, 8 Nov 14 15:05:02 GMT", "Saturday, 08-Nov-14 15:05:02 UTC", "Nov 8, 2014".
std::optional<Ticks> ticksFromMailDate(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        "^(?:[A-Za-z]{3,9}, ?)?(\\d{1,2})[ -]([A-Za-z]{3})[ -](\\d{2,4})(?: (\\d{2}:\\d{2}(?::\\d{2})?))?(?: ?(?:GMT|UTC|Z))?$"));
    static const QStringList months{QStringLiteral("jan"), QStringLiteral("feb"), QStringLiteral("mar"),
                                    QStringLiteral("apr"), QStringLiteral("may"), QStringLiteral("jun"),
                                    QStringLiteral("jul"), QStringLiteral("aug"), QStringLiteral("sep"),
                                    QStringLiteral("oct"), QStringLiteral("nov"), QStringLiteral("dec")};
    static const QRegularExpression monthFirst(QStringLiteral("^([A-Za-z]{3}) (\\d{1,2}), (\\d{4})$"));
    const auto match = form.match(QString(text).replace(monthFirst, QStringLiteral("\\2 \\1 \\3")));
    const qsizetype month = match.hasMatch() ? months.indexOf(match.captured(2).toLower()) + 1 : 0;
    if (month == 0)
        return std::nullopt;
    const QString year = match.captured(3).size() == 2 ? QStringLiteral("20") + match.captured(3) : match.captured(3);
    const QString time = match.captured(4).isEmpty() ? QStringLiteral("00:00") : match.captured(4);
    return ticksFromIso(QString(year + u'-' + QString::number(month).rightJustified(2, u'0') + u'-' +
                                match.captured(1).rightJustified(2, u'0') + u'T' + time));
}

/// "2024-5-1 9:03 GMT": ISO with digits left out, or sortable.
std::optional<Ticks> ticksFromLooseIso(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        "^(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[T ](\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2})(\\.\\d{1,9})?)?)?(Z|[+-]\\d{2}:?\\d{2})?)?(?: (?:GMT|UTC|Z))?$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto two = [&match](int group) { return match.captured(group).rightJustified(2, u'0'); };
    return ticksFromIso(QString(match.captured(1) + u'-' + two(2) + u'-' + two(3) + u'T' + two(4) + u':' + two(5) +
                                u':' + two(6) + match.captured(7) + match.captured(8)));
}

} // namespace

std::optional<Ticks> ticksFromDateText(QStringView text)
{
    if (text.size() > 64)
        return std::nullopt;
    const QString trimmed = text.trimmed().toString();
    if (const auto ticks = ticksFromIso(trimmed))
        return ticks;
    for (const auto &reader :
         {ticksFromLooseIso, ticksFromYearOrMonth, ticksFromAmericanDate, ticksFromMailDate, ticksFromNumbers}) {
        if (const auto ticks = reader(trimmed))
            return ticks;
    }
    return std::nullopt;
}

QString jsonFromLiteral(const Node &node)
{
    const auto literal = literalFromNode(node);
    if (!literal || std::holds_alternative<std::monostate>(literal->value))
        return QStringLiteral("null");
    const auto quoted = [](const QString &text) { return QString::fromUtf8(jsonToText(QJsonValue(text))); };
    if (const auto *flag = std::get_if<bool>(&literal->value))
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto *real = std::get_if<double>(&literal->value))
        return std::isfinite(*real) ? textFromReal(*real) : quoted(textFromReal(*real));
    if (const auto *text = std::get_if<QString>(&literal->value))
        return literal->type == ColumnType::Decimal ? *text : quoted(*text);
    const qint64 number = std::get<qint64>(literal->value);
    if (literal->type == ColumnType::DateTime)
        return quoted(isoFromTicks(number));
    if (literal->type == ColumnType::TimeSpan)
        return quoted(textFromTimeSpan(number));
    return QString::number(number);
}

namespace {

/// Appends what stands for the escape at `i` (after the backslash) and moves `i` behind it.
void appendEscape(QStringView text, qsizetype &i, QString &value)
{
    static const QHash<QChar, QChar> simple{{u'n', u'\n'}, {u't', u'\t'}, {u'r', u'\r'}, {u'a', u'\a'},
                                            {u'b', u'\b'}, {u'f', u'\f'}, {u'v', u'\v'}};
    const QChar c = text[i++];
    const int width = c == u'u' ? 4 : c == u'x' ? 2 : c == u'U' ? 8 : 0;
    bool ok = false;
    const uint code = width > 0 ? text.mid(i, width).toUInt(&ok, 16) : 0;
    if (!ok || code > 0x10ffff) {
        value += simple.value(c, c);
        return;
    }
    i = qMin(i + width, text.size());
    value += QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1);
}

} // namespace

QString stringValue(QStringView token)
{
    qsizetype i = 0;
    if (token.startsWith(u'h') || token.startsWith(u'H'))
        ++i;
    if (token.mid(i).startsWith(u"```") || token.mid(i).startsWith(u"~~~"))
        return token.mid(i + 3, qMax<qsizetype>(0, token.size() - i - 6)).toString();
    const bool verbatim = i < token.size() && token[i] == u'@';
    if (verbatim)
        ++i;
    const QChar quote = i < token.size() ? token[i] : QChar();
    const QStringView body = token.mid(i + 1, qMax<qsizetype>(0, token.size() - i - 2));
    if (verbatim)
        return body.toString().replace(QString(2, quote), QString(quote));
    QString value;
    for (qsizetype at = 0; at < body.size();) {
        if (body[at] == u'\\' && at + 1 < body.size())
            appendEscape(body, ++at, value);
        else
            value += body[at++];
    }
    return value;
}

} // namespace watchdesk::kql
