// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/column.h"

#include "app/base/ticks.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace watchdesk {

namespace {

template <class Values>
void appendPart(Values &values, const Values &other, qsizetype first, qsizetype count)
{
    values.insert(values.end(), other.begin() + first, other.begin() + first + count);
}

} // namespace

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
    texts.arena.append(utf8);
    texts.ends.append(qint64(texts.arena.size()));
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

void Column::append(const Column &other, qsizetype first, qsizetype count)
{
    Q_ASSERT(other.m_type == m_type && first >= 0 && count >= 0 && first + count <= other.m_size);
    if (count == 0)
        return;
    if (auto *integers = std::get_if<Integers>(&m_data))
        appendPart(*integers, std::get<Integers>(other.m_data), first, count);
    else if (auto *reals = std::get_if<Reals>(&m_data))
        appendPart(*reals, std::get<Reals>(other.m_data), first, count);
    else
        appendTexts(std::get<Texts>(other.m_data), first, count);
    appendMarks(other, first, count);
    m_size += count;
}

void Column::clear()
{
    if (auto *texts = std::get_if<Texts>(&m_data)) {
        texts->arena.clear();
        texts->ends.clear();
    } else if (auto *integers = std::get_if<Integers>(&m_data)) {
        integers->clear();
    } else {
        std::get<Reals>(m_data).clear();
    }
    m_null.clear();
    m_size = 0;
}

void Column::appendTexts(const Texts &other, qsizetype first, qsizetype count)
{
    auto &texts = std::get<Texts>(m_data);
    const qint64 begin = other.ends.before(first);
    const qint64 end = other.ends.before(first + count);
    const qint64 shift = qint64(texts.arena.size()) - begin;
    texts.arena.append(other.arena, size_t(begin), size_t(end - begin));
    for (qsizetype row = first; row < first + count; ++row)
        texts.ends.append(other.ends.at(row) + shift);
}

void Column::appendMarks(const Column &other, qsizetype first, qsizetype count)
{
    const qsizetype marked = std::min(first + count, qsizetype(other.m_null.size()));
    if (marked <= first)
        return;
    m_null.resize(size_t(m_size), false);
    m_null.insert(m_null.end(), other.m_null.begin() + first, other.m_null.begin() + marked);
}

std::string_view Column::text(qsizetype row) const
{
    const auto &texts = std::get<Texts>(m_data);
    const qint64 begin = texts.ends.before(row);
    return {texts.arena.data() + begin, size_t(texts.ends.at(row) - begin)};
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
