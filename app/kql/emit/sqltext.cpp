// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/emit/sqltext.h"

#include "app/kql/functions/decimal.h"

#include <QLocale>

#include <cmath>

namespace watchdesk::kql {

QString sqlText(const QString &text)
{
    QStringList pieces;
    for (const QString &piece : text.split(QChar(u'\0'))) {
        QString quoted = piece;
        pieces.append(u'\'' + quoted.replace(u'\'', QStringLiteral("''")) + u'\'');
    }
    if (pieces.size() == 1)
        return pieces.first();
    return u'(' + pieces.join(QStringLiteral(" || chr(0) || ")) + u')';
}

QString sqlName(const QString &name)
{
    QString quoted = name;
    return u'"' + quoted.remove(QChar(u'\0')).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString sqlType(ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
        return QStringLiteral("BOOLEAN");
    case ColumnType::Int:
        return QStringLiteral("INTEGER");
    case ColumnType::Long:
    case ColumnType::DateTime:
    case ColumnType::TimeSpan:
        return QStringLiteral("BIGINT");
    case ColumnType::Real:
        return QStringLiteral("DOUBLE");
    case ColumnType::Decimal:
        return QStringLiteral("DECIMAL(38,10)");
    default:
        return QStringLiteral("VARCHAR");
    }
}

namespace {

QString realLiteral(double number)
{
    if (std::isnan(number))
        return QStringLiteral("'NaN'");
    if (std::isinf(number))
        return number > 0 ? QStringLiteral("'Infinity'") : QStringLiteral("'-Infinity'");
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

} // namespace

QString sqlValueType(ColumnType type)
{
    return type == ColumnType::Decimal ? QStringLiteral("VARCHAR") : sqlType(type);
}

QString sqlLiteral(ColumnType type, const Value &value)
{
    const auto cast = [type](const QString &text) {
        return QString(QStringLiteral("CAST(") + text + QStringLiteral(" AS ") + sqlValueType(type) + u')');
    };
    if (std::holds_alternative<std::monostate>(value))
        return cast(QStringLiteral("NULL"));
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto *text = std::get_if<QString>(&value)) {
        const auto decimal = type == ColumnType::Decimal ? Decimal::fromText(text->toStdString()) : std::nullopt;
        return sqlText(decimal ? QString::fromStdString(decimal->encoded()) : *text);
    }
    if (const auto *real = std::get_if<double>(&value))
        return cast(realLiteral(*real));
    return cast(QString::number(std::get<qint64>(value)));
}

} // namespace watchdesk::kql
