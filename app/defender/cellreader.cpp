// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/cellreader.h"

#include "app/base/jsontext.h"
#include "app/base/ticks.h"

#include <QUuid>

#include <cmath>
#include <limits>

namespace watchdesk::defender {

namespace {

std::optional<Cell> ofInteger(qint64 value) { return Cell{false, value, 0, {}}; }

std::optional<Cell> ofText(const QString &text) { return Cell{false, 0, 0, text.toUtf8()}; }

std::optional<Cell> readString(const QJsonValue &value)
{
    if (value.isString())
        return ofText(value.toString());
    // rbacGroupId is a number in some answers, and hunting shows nested values in string columns.
    return Cell{false, 0, 0, jsonToText(value)};
}

std::optional<Cell> readBool(const QJsonValue &value)
{
    if (value.isBool())
        return ofInteger(value.toBool() ? 1 : 0);
    if (value.isDouble() && (value.toDouble() == 0 || value.toDouble() == 1))
        return ofInteger(value.toInt());
    const QString text = value.toString().toLower();
    if (text == QStringLiteral("true") || text == QStringLiteral("false"))
        return ofInteger(text == QStringLiteral("true") ? 1 : 0);
    return std::nullopt;
}

std::optional<Cell> readInteger(const QJsonValue &value, qint64 least, qint64 most)
{
    bool ok = value.isDouble();
    qint64 number = 0;
    if (ok) {
        // toInteger() gives the default for a fraction or for what a long cannot hold.
        number = value.toInteger(1);
        ok = number != 1 || value.toInteger(2) == 1;
    } else if (value.isString()) {
        number = value.toString().toLongLong(&ok);
    }
    return ok && number >= least && number <= most ? ofInteger(number) : std::nullopt;
}

std::optional<Cell> readReal(const QJsonValue &value)
{
    bool ok = value.isDouble();
    double number = value.toDouble();
    if (value.isString())
        number = value.toString().toDouble(&ok); // "NaN" and "Infinity" come as text
    return ok ? std::optional(Cell{false, 0, number, {}}) : std::nullopt;
}

std::optional<Cell> readDateTime(const QJsonValue &value)
{
    const auto ticks = ticksFromIso(value.toString());
    return ticks ? ofInteger(*ticks) : std::nullopt;
}

/// "[-][d.]hh:mm:ss[.fffffff]", as .NET writes a span.
std::optional<Cell> readTimeSpan(const QJsonValue &value)
{
    QString text = value.toString();
    const bool negative = text.startsWith(u'-');
    if (negative)
        text.remove(0, 1);
    bool ok = true;
    qint64 days = 0;
    if (const qsizetype dot = text.indexOf(u'.'); dot >= 0 && dot < text.indexOf(u':')) {
        days = text.left(dot).toLongLong(&ok);
        text.remove(0, dot + 1);
    }
    const auto time = ticksFromIso(QString(QStringLiteral("0001-01-01T") + text));
    if (!ok || !time || days < 0 || days > 10'675'198)
        return std::nullopt;
    const Ticks span = days * kTicksPerDay + *time;
    return ofInteger(negative ? -span : span);
}

std::optional<Cell> readGuid(const QJsonValue &value)
{
    const QUuid guid(value.toString());
    if (guid.isNull() && !value.toString().startsWith(QStringLiteral("00000000-")))
        return std::nullopt;
    return ofText(guid.toString(QUuid::WithoutBraces));
}

std::optional<Cell> readDecimal(const QJsonValue &value)
{
    bool ok = value.isDouble();
    if (ok)
        return ofText(QString::number(value.toDouble(), 'g', 17));
    value.toString().toDouble(&ok);
    return ok ? ofText(value.toString()) : std::nullopt;
}

/// Hunting gives dynamic columns as JSON or as text that holds JSON.
std::optional<Cell> readDynamic(const QJsonValue &value)
{
    if (!value.isString())
        return Cell{false, 0, 0, jsonToText(value)};
    const QByteArray text = value.toString().toUtf8();
    return Cell{false, 0, 0, jsonToText(jsonFromText({text.constData(), size_t(text.size())}))};
}

} // namespace

std::optional<Cell> cellFromJson(const QJsonValue &value, ColumnType type)
{
    if (value.isNull() || value.isUndefined())
        return Cell();
    if (type != ColumnType::String && value.isString() && value.toString().isEmpty())
        return Cell();
    switch (type) {
    case ColumnType::Bool:
        return readBool(value);
    case ColumnType::Int:
        return readInteger(value, std::numeric_limits<qint32>::min(), std::numeric_limits<qint32>::max());
    case ColumnType::Long:
        return readInteger(value, std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max());
    case ColumnType::Real:
        return readReal(value);
    case ColumnType::Decimal:
        return readDecimal(value);
    case ColumnType::DateTime:
        return readDateTime(value);
    case ColumnType::TimeSpan:
        return readTimeSpan(value);
    case ColumnType::Guid:
        return readGuid(value);
    case ColumnType::Dynamic:
        return readDynamic(value);
    case ColumnType::String:
        break;
    }
    return readString(value);
}

void appendCell(Column &column, const Cell &cell)
{
    if (cell.isNull)
        column.appendNull();
    else if (isIntegral(column.type()))
        column.appendInteger(cell.integer);
    else if (column.type() == ColumnType::Real)
        column.appendReal(cell.real);
    else
        column.appendText(std::string_view(cell.text.constData(), size_t(cell.text.size())));
}

} // namespace watchdesk::defender
