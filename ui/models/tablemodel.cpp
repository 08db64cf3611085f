// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/tablemodel.h"

#include "app/base/safetext.h"
#include "app/base/workers.h"

#include <QLocale>

#include <algorithm>
#include <numeric>

namespace watchdesk::ui {

namespace {

constexpr qsizetype kSortHere = 5000; ///< rows that sort in under 5 ms; more go to a worker
constexpr qsizetype kShownText = 500;

std::vector<quint32> identity(qsizetype rows)
{
    std::vector<quint32> index(static_cast<size_t>(rows));
    std::iota(index.begin(), index.end(), 0U);
    return index;
}

/// Sorts with nulls last in either direction; equal rows keep their order.
template <class Less>
void arrange(std::vector<quint32> &index, const Column &column, Qt::SortOrder order, Less less)
{
    const auto nulls =
        std::stable_partition(index.begin(), index.end(), [&](quint32 row) { return !column.isNull(row); });
    if (order == Qt::AscendingOrder)
        std::stable_sort(index.begin(), nulls, less);
    else
        std::stable_sort(index.begin(), nulls, [&](quint32 a, quint32 b) { return less(b, a); });
}

QString timeText(Ticks ticks, Ticks now)
{
    if (ticks <= 0)
        return {};
    if (now == 0 || qAbs(now - ticks) < kTicksPerDay)
        return clockFromTicks(ticks);
    return dateTimeFromTicks(ticks).toString(QStringLiteral("MM-dd HH:mm"));
}

QString countdownText(Ticks until, Ticks now)
{
    const Ticks left = until - now;
    if (left <= 0)
        return TableModel::tr("expired");
    if (left >= kTicksPerDay)
        return TableModel::tr("%1 d").arg(left / kTicksPerDay);
    if (left >= kTicksPerHour)
        return TableModel::tr("%1 h").arg(left / kTicksPerHour);
    return TableModel::tr("%1 min").arg(std::max<Ticks>(1, left / kTicksPerMinute));
}

} // namespace

int severityRank(std::string_view word)
{
    const auto starts = [word](char lower, char upper) {
        return !word.empty() && (word[0] == lower || word[0] == upper);
    };
    if (starts('h', 'H') || starts('c', 'C'))
        return 4;
    if (starts('m', 'M'))
        return 3;
    if (starts('l', 'L'))
        return 2;
    return starts('i', 'I') ? 1 : 0;
}

std::vector<quint32> sortedRows(const Table &table, int column, Qt::SortOrder order, bool ranked)
{
    std::vector<quint32> index = identity(table.rowCount());
    if (column < 0 || column >= table.columnCount())
        return index;
    const Column &cells = table.column(column);
    if (ranked && isText(cells.type()))
        arrange(index, cells, order,
                [&](quint32 a, quint32 b) { return severityRank(cells.text(a)) < severityRank(cells.text(b)); });
    else if (isIntegral(cells.type()))
        arrange(index, cells, order, [&](quint32 a, quint32 b) { return cells.integer(a) < cells.integer(b); });
    else if (cells.type() == ColumnType::Real)
        arrange(index, cells, order, [&](quint32 a, quint32 b) { return cells.real(a) < cells.real(b); });
    else if (cells.type() == ColumnType::Decimal) // exact text; doubles are near enough to order by
        arrange(index, cells, order,
                [&](quint32 a, quint32 b) { return cells.string(a).toDouble() < cells.string(b).toDouble(); });
    else
        arrange(index, cells, order, [&](quint32 a, quint32 b) { return cells.text(a) < cells.text(b); });
    return index;
}

TableModel::TableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    connect(&m_sorting, &QFutureWatcher<Index>::finished, this, &TableModel::takeSorted);
}

TableModel::~TableModel() { m_sorting.disconnect(this); }

void TableModel::setColumns(QList<GridColumn> columns)
{
    beginResetModel();
    m_given = std::move(columns);
    resolveColumns();
    endResetModel();
}

void TableModel::resolveColumns()
{
    m_columns = m_given;
    if (m_columns.isEmpty() && m_table)
        for (const ColumnSchema &column : m_table->schema())
            m_columns.append({column.name, column.name, GridColumn::Look::Typed, 0, {}, 0, 0});
    m_source.clear();
    m_tone.clear();
    for (const GridColumn &column : std::as_const(m_columns)) {
        m_source.append(m_table ? m_table->indexOf(column.source) : -1);
        m_tone.append(m_table && !column.toneSource.isEmpty() ? m_table->indexOf(column.toneSource) : -1);
    }
    if (m_given.isEmpty()) // a query may name two columns alike: take them by position
        std::iota(m_source.begin(), m_source.end(), 0);
    m_keySource = m_table && !m_keyColumn.isEmpty() ? m_table->indexOf(m_keyColumn) : -1;
}

void TableModel::setTable(TablePointer table)
{
    endGrowing();
    const qsizetype rows = table ? table->rowCount() : 0;
    const bool sorts = table && m_sortColumn >= 0 && !m_given.isEmpty() && m_sortColumn < m_given.size();
    if (!sorts) {
        m_sortColumn = m_given.isEmpty() ? -1 : m_sortColumn;
        swapIn(std::move(table), identity(rows));
        return;
    }
    const int source = table->indexOf(m_given.at(m_sortColumn).source);
    if (rows <= kSortHere) {
        Index index = sortedRows(*table, source, m_sortOrder, ranked(m_sortColumn));
        swapIn(std::move(table), std::move(index));
        return;
    }
    m_sortingTable = table;
    m_sorting.setFuture(onWorker([table, source, order = m_sortOrder, rank = ranked(m_sortColumn)] {
        return sortedRows(*table, source, order, rank);
    }));
}

void TableModel::grow(Table rows)
{
    if (!isGrowing()) {
        m_sortColumn = -1;
        m_growing = std::make_shared<Table>(std::move(rows));
        swapIn(m_growing, identity(m_growing->rowCount()));
        return;
    }
    if (rows.rowCount() == 0)
        return;
    const auto before = m_index.size();
    const auto after = before + size_t(rows.rowCount());
    beginInsertRows({}, int(before), int(after) - 1);
    m_growing->append(rows);
    m_index.resize(after);
    std::iota(m_index.begin() + ptrdiff_t(before), m_index.end(), quint32(before));
    endInsertRows();
}

void TableModel::swapIn(TablePointer table, Index index)
{
    beginResetModel();
    m_sortingTable.reset();
    m_table = std::move(table);
    m_index = std::move(index);
    resolveColumns();
    endResetModel();
}

bool TableModel::ranked(int column) const
{
    const GridColumn::Look look = m_columns.value(column).look;
    return look == GridColumn::Look::Severity || look == GridColumn::Look::Word;
}

void TableModel::sort(int column, Qt::SortOrder order)
{
    if (isGrowing())
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    const TablePointer table = m_sortingTable ? m_sortingTable : m_table;
    if (!table)
        return;
    const int source = column >= 0 && column < m_columns.size() ? sourceColumn(column) : -1;
    if (!m_sortingTable && table->rowCount() <= kSortHere) {
        reorder(sortedRows(*table, source, order, ranked(column)));
        return;
    }
    m_sortingTable = table;
    m_sorting.setFuture(
        onWorker([table, source, order, rank = ranked(column)] { return sortedRows(*table, source, order, rank); }));
}

void TableModel::takeSorted()
{
    if (m_sorting.isCanceled() || !m_sortingTable)
        return;
    Index index = m_sorting.result();
    if (m_sortingTable == m_table) {
        m_sortingTable.reset();
        reorder(std::move(index));
    } else {
        swapIn(std::exchange(m_sortingTable, {}), std::move(index));
    }
}

void TableModel::reorder(Index index)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    if (!before.isEmpty()) {
        std::vector<quint32> place(index.size());
        for (size_t row = 0; row < index.size(); ++row)
            place[index[row]] = quint32(row);
        QModelIndexList after;
        after.reserve(before.size());
        for (const QModelIndex &old : before)
            after.append(this->index(int(place[m_index[size_t(old.row())]]), old.column()));
        m_index = std::move(index);
        changePersistentIndexList(before, after);
    } else {
        m_index = std::move(index);
    }
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    Q_EMIT sorted();
}

bool TableModel::showsDays(int column) const
{
    const int source = sourceColumn(column);
    if (m_columns.at(column).look != GridColumn::Look::Time || source < 0 || m_now == 0 || !m_table)
        return false;
    const Column &moments = m_table->column(source);
    for (qsizetype row = 0; row < moments.size(); ++row) {
        if (!moments.isNull(row) && qAbs(m_now - moments.integer(row)) >= kTicksPerDay)
            return true;
    }
    return false;
}

int TableModel::sourceColumn(int column) const { return m_source.value(column, -1); }

QString TableModel::keyAt(int row) const
{
    if (m_keySource < 0 || row < 0 || row >= rowCount())
        return {};
    return m_table->display(baseRow(row), m_keySource);
}

int TableModel::rowOfKey(const QString &key) const
{
    if (m_keySource < 0 || key.isEmpty())
        return -1;
    const Column &keys = m_table->column(m_keySource);
    const QByteArray wanted = key.toUtf8();
    for (size_t row = 0; row < m_index.size(); ++row) {
        if (isText(keys.type()) ? keys.text(m_index[row]) == std::string_view(wanted.constData(), size_t(wanted.size()))
                                : keys.display(m_index[row]) == key)
            return int(row);
    }
    return -1;
}

void TableModel::setRelated(QSet<QString> related, bool dimOthers)
{
    if (m_related == related && m_dimOthers == dimOthers)
        return;
    m_related = std::move(related);
    m_dimOthers = dimOthers;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {MarkRole});
}

int TableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_index.size()); }

int TableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_columns.size()); }

QVariant TableModel::raw(qsizetype row, int column) const
{
    const int source = sourceColumn(column);
    if (source < 0)
        return {};
    const Column &cells = m_table->column(source);
    if (cells.isNull(row))
        return {};
    if (isIntegral(cells.type()))
        return cells.integer(row);
    return cells.type() == ColumnType::Real ? QVariant(cells.real(row)) : QVariant(cells.string(row));
}

QString TableModel::text(qsizetype row, int column) const
{
    using Look = GridColumn::Look;
    const int source = sourceColumn(column);
    if (source < 0)
        return {};
    const Column &cells = m_table->column(source);
    const Look look = m_columns.at(column).look;
    if (cells.isNull(row))
        return look == Look::Countdown ? tr("never") : look == Look::Number ? QStringLiteral("–") : QString();
    if (isIntegral(cells.type())) {
        if (look == Look::Time)
            return timeText(cells.integer(row), m_now);
        if (look == Look::Countdown)
            return cells.integer(row) <= 0 ? tr("never") : countdownText(cells.integer(row), m_now);
        if (look == Look::Number)
            return QLocale().toString(cells.integer(row));
    }
    return visibleText(cells.display(row), kShownText);
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= m_columns.size())
        return {};
    const qsizetype row = baseRow(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return m_columns.at(column).look == GridColumn::Look::Sparkline ? QVariant() : QVariant(text(row, column));
    case Qt::AccessibleTextRole:
        return QString(m_columns.at(column).title % QStringLiteral(": ") % text(row, column));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case RawRole:
        return raw(row, column);
    case NullRole:
        return sourceColumn(column) < 0 || m_table->column(sourceColumn(column)).isNull(row);
    case LookRole:
        return int(m_columns.at(column).look);
    case ToneRole:
        return m_tone.at(column) >= 0 ? m_table->display(row, m_tone.at(column)) : text(row, column);
    case KeyRole:
        return keyAt(index.row());
    case MarkRole: {
        const bool related = !m_related.isEmpty() && m_related.contains(keyAt(index.row()));
        return int(related ? RowMark::Related : m_dimOthers ? RowMark::Dim : RowMark::Plain);
    }
    default:
        return {};
    }
}

bool TableModel::isTypedNumber(int column) const
{
    if (m_columns.at(column).look != GridColumn::Look::Typed || sourceColumn(column) < 0)
        return false;
    const ColumnType type = m_table->schema().at(sourceColumn(column)).type;
    return type == ColumnType::Int || type == ColumnType::Long || type == ColumnType::Real ||
           type == ColumnType::Decimal;
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= m_columns.size())
        return {};
    if (role == Qt::DisplayRole)
        return visibleText(m_columns.at(section).title, 100);
    if (role == Qt::TextAlignmentRole)
        return int((isTypedNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && sourceColumn(section) >= 0)
        return QString(m_columns.at(section).source.toHtmlEscaped() % QStringLiteral(" · ") %
                       typeName(m_table->schema().at(sourceColumn(section)).type));
    return {};
}

} // namespace watchdesk::ui
