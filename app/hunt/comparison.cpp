// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/comparison.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace watchdesk::hunt {

namespace {

constexpr qsizetype kMostRows = 1'000'000;
constexpr qsizetype kMostShown = 100'000; ///< different rows; they are counted all the same

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::hunt)
};

using Rows = QList<qsizetype>;

/// The cells of a row as one text that no other cells have.
QByteArray textOf(const Table &table, qsizetype row, const QList<int> &columns)
{
    QByteArray text;
    for (const int column : columns) {
        const QByteArray cell = table.display(row, column).toUtf8();
        text += table.column(column).isNull(row) ? QByteArray("-") : QByteArray::number(cell.size());
        text += ':';
        text += cell;
    }
    return text;
}

QList<int> columnsOf(const Table &table, bool onlyKeys)
{
    QList<int> columns;
    for (int column = 0; column < table.columnCount(); ++column) {
        const ColumnType type = table.column(column).type();
        const bool isKey = type == ColumnType::String || type == ColumnType::Guid || type == ColumnType::Bool;
        if (isKey || !onlyKeys)
            columns.append(column);
    }
    return columns;
}

/// The rows of `table` that `other` has not, each as often as it has more of it.
Rows withoutPartner(const Table &table, const Table &other, const QList<int> &columns)
{
    QHash<QByteArray, qsizetype> partners;
    for (qsizetype row = 0; row < other.rowCount(); ++row)
        ++partners[textOf(other, row, columns)];
    Rows alone;
    for (qsizetype row = 0; row < table.rowCount(); ++row) {
        const auto partner = partners.find(textOf(table, row, columns));
        if (partner == partners.end() || *partner == 0)
            alone.append(row);
        else
            --*partner;
    }
    return alone;
}

/// Each row by its key; nothing where a key comes twice.
std::optional<QHash<QByteArray, qsizetype>> byKey(const Table &table, const QList<int> &keys)
{
    QHash<QByteArray, qsizetype> rows;
    for (qsizetype row = 0; row < table.rowCount() && !keys.isEmpty(); ++row) {
        const QByteArray key = textOf(table, row, keys);
        if (rows.contains(key))
            return {};
        rows.insert(key, row);
    }
    return keys.isEmpty() ? std::nullopt : std::optional(rows);
}

/// Writes the table of different rows.
class Writer
{
public:
    Writer(const Table &before, const Table &after)
        : m_before(before)
        , m_after(after)
        , m_rows(schemaFor(after))
    {
    }

    void add(const QString &change, bool isBefore, qsizetype row)
    {
        if (m_rows.rowCount() >= kMostShown)
            return;
        const Table &source = isBefore ? m_before : m_after;
        m_rows.column(0).appendText(change);
        for (qsizetype column = 0; column < source.columnCount(); ++column)
            m_rows.column(column + 1).appendFrom(source.column(column), row);
    }

    TablePointer take() { return std::make_shared<const Table>(std::move(m_rows)); }

private:
    static QList<ColumnSchema> schemaFor(const Table &table)
    {
        QList<ColumnSchema> schema{{Words::tr("Change"), ColumnType::String}};
        return schema + table.schema();
    }

    const Table &m_before;
    const Table &m_after;
    Table m_rows;
};

Comparison refused(const QString &why)
{
    Comparison comparison;
    comparison.refusal = why;
    return comparison;
}

} // namespace

Comparison compared(const Table &before, const Table &after)
{
    if (before.schema() != after.schema())
        return refused(Words::tr("The results have different columns."));
    if (std::max(before.rowCount(), after.rowCount()) > kMostRows)
        return refused(Words::tr("The results are too large to be compared."));
    const QList<int> all = columnsOf(after, false);
    const QList<int> keys = columnsOf(after, true);
    const Rows gone = withoutPartner(before, after, all);
    const Rows come = withoutPartner(after, before, all);
    const auto keyedBefore = byKey(before, keys);
    const auto keyedAfter = keyedBefore ? byKey(after, keys) : std::nullopt;
    const bool hasKeys = keyedBefore && keyedAfter;
    Comparison comparison;
    Writer writer(before, after);
    for (const qsizetype row : come) {
        const auto old =
            hasKeys ? keyedBefore->constFind(textOf(after, row, keys)) : QHash<QByteArray, qsizetype>::const_iterator();
        if (hasKeys && old != keyedBefore->cend()) {
            ++comparison.changed;
            writer.add(Words::tr("before"), true, *old);
            writer.add(Words::tr("now"), false, row);
        } else {
            ++comparison.added;
            writer.add(Words::tr("added"), false, row);
        }
    }
    for (const qsizetype row : gone) {
        if (hasKeys && keyedAfter->contains(textOf(before, row, keys)))
            continue; // it has changed
        ++comparison.removed;
        writer.add(Words::tr("removed"), true, row);
    }
    comparison.rows = writer.take();
    return comparison;
}

} // namespace watchdesk::hunt
