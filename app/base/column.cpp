// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/column.h"

#include "app/base/ticks.h"

#include <QLocale>

#include <cmath>

namespace watchdesk {

Column::Column(ColumnType type)
    : m_type(type)
{
    if (isIntegral(type))
        m_data = Integers();
    else if (type == ColumnType::Real)
        m_data = Reals();
    else
        m_data = Texts();
}

void Column::appendInteger(qint64 value)
{
    std::get<Integers>(m_data).push_back(value);
    ++m_size;
}

void Column::appendReal(double value)
{
    std::get<Reals>(m_data).push_back(value);
    ++m_size;
}

void Column::appendText(std::string_view utf8)
{
    auto &texts = std::get<Texts>(m_data);
    texts.arena.append(utf8.data(), qsizetype(utf8.size()));
    texts.ends.push_back(texts.arena.size());
    ++m_size;
}

void Column::appendNull()
{
    if (isIntegral(m_type))
        appendInteger(0);
    else if (m_type == ColumnType::Real)
        appendReal(0);
    else
        appendText(std::string_view());
    if (m_type != ColumnType::String)
        markNull();
}

void Column::appendFrom(const Column &other, qsizetype row)
{
    Q_ASSERT(other.m_type == m_type);
    if (other.isNull(row))
        appendNull();
    else if (isIntegral(m_type))
        appendInteger(other.integer(row));
    else if (m_type == ColumnType::Real)
        appendReal(other.real(row));
    else
        appendText(other.text(row));
}

std::string_view Column::text(qsizetype row) const
{
    const auto &texts = std::get<Texts>(m_data);
    const qint64 begin = row == 0 ? 0 : texts.ends[size_t(row) - 1];
    return {texts.arena.constData() + begin, size_t(texts.ends[size_t(row)] - begin)};
}

QString Column::string(qsizetype row) const
{
    const auto utf8 = text(row);
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QString Column::display(qsizetype row) const
{
    if (isNull(row))
        return {};
    switch (m_type) {
    case ColumnType::Bool:
        return integer(row) != 0 ? QStringLiteral("true") : QStringLiteral("false");
    case ColumnType::Int:
    case ColumnType::Long:
        return QString::number(integer(row));
    case ColumnType::Real:
        return textFromReal(real(row));
    case ColumnType::DateTime:
        return isoFromTicks(integer(row));
    case ColumnType::TimeSpan:
        return textFromTimeSpan(integer(row));
    default:
        return string(row);
    }
}

void Column::markNull()
{
    m_null.resize(size_t(m_size), false);
    m_null[size_t(m_size) - 1] = true;
}

QString textFromReal(double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("Infinity") : QStringLiteral("-Infinity");
    QString text = QString::number(value, 'e', QLocale::FloatingPointShortest);
    const int exponent = QStringView(text).mid(text.indexOf(u'e') + 1).toInt();
    if (exponent < -4 || exponent > 14)
        return text.replace(u'e', u'E');
    text = QString::number(value, 'f', QLocale::FloatingPointShortest);
    return text.contains(u'.') ? text : QString(text + QStringLiteral(".0"));
}

} // namespace watchdesk
