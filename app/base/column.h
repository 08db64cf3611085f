// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/columntype.h"
#include "app/base/textends.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace watchdesk {

/// One typed column: 64-bit integers, doubles, or UTF-8 text in one arena, with null marks.
///
/// Integers hold Bool, Int, Long, DateTime and TimeSpan (see ColumnType for units). A String is never null:
/// KQL knows only the empty string, and appendNull() on a String column appends "".
class Column
{
public:
    explicit Column(ColumnType type = ColumnType::String);

    ColumnType type() const { return m_type; }
    qsizetype size() const { return m_size; }

    void appendInteger(qint64 value);
    void appendReal(double value);
    void appendText(std::string_view utf8);
    void appendText(const QString &text)
    {
        const QByteArray utf8 = text.toUtf8();
        appendText(std::string_view(utf8.constData(), size_t(utf8.size())));
    }
    void appendNull();
    /// Appends row `row` of `other`, which must have the same type.
    void appendFrom(const Column &other, qsizetype row);
    /// Appends `count` rows of `other`, which must have the same type and so many.
    void append(const Column &other, qsizetype first, qsizetype count);

    /// Without rows; the room for them stays.
    void clear();

    bool isNull(qsizetype row) const { return row < qsizetype(m_null.size()) && m_null[size_t(row)]; }
    qint64 integer(qsizetype row) const { return std::get<Integers>(m_data)[size_t(row)]; }
    double real(qsizetype row) const { return std::get<Reals>(m_data)[size_t(row)]; }
    std::string_view text(qsizetype row) const;
    QString string(qsizetype row) const; ///< text() as UTF-16, for text columns

    /// The cell as KQL's tostring() shows it; null is "". For grids, CSV and tests.
    QString display(qsizetype row) const;

private:
    using Integers = std::vector<qint64>;
    using Reals = std::vector<double>;
    struct Texts
    {
        std::string arena;
        TextEnds ends;
    };

    void markNull();
    void appendTexts(const Texts &other, qsizetype first, qsizetype count);
    void appendMarks(const Column &other, qsizetype first, qsizetype count);

    ColumnType m_type;
    qsizetype m_size = 0;
    std::vector<bool> m_null; ///< shorter than m_size where no later cell is null
    std::variant<Integers, Reals, Texts> m_data;
};

/// Kusto's text form of a real: shortest that reads back, "1.0" for a whole number, "NaN", "∞" as Kusto's Infinity.
QString textFromReal(double value);

} // namespace watchdesk
