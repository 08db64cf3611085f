// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"
#include "app/base/ticks.h"

#include <QAbstractTableModel>
#include <QFutureWatcher>
#include <QSet>

#include <vector>

namespace watchdesk::ui {

/// What a row shows beside its cells: chosen rows are the view's business, the other two follow from linked selection.
enum class RowMark { Plain, Related, Dim };

/// One shown column: where it comes from and how a delegate draws it.
struct GridColumn
{
    enum class Look {
        Text,      ///< as it is
        Dot,       ///< a dot in the tone's colour, then the text
        Mono,      ///< data font
        MonoMuted, ///< data font, quiet
        Time,      ///< clock within the last day, else day and clock
        Severity,  ///< bar and word; sorts by rank
        Word,      ///< coloured word; sorts by rank
        External,  ///< in the external alerts' colour
        Number,    ///< grouped digits; "–" for none
        Countdown, ///< time left until a moment: "6 d", "never"
        Sparkline, ///< comma-separated numbers as a line
        Typed,     ///< a query's result: by the column's type
    };

    QString source; ///< the table's column
    QString title;  ///< translated
    Look look = Look::Text;
    int width = 0;         ///< at first sight; 0 takes what is left
    QString toneSource;    ///< the column whose value picks the dot's or word's colour; empty: its own
    int dropOrder = 0;     ///< > 0: hidden where room is short, the lowest number first
    int room = 62;         ///< what an open column needs before others give way
    bool optional = false; ///< not shown until somebody asks for it
};

/// Rows and roles over a shared, immutable Table. Owns only an index vector: sorting builds a new one on a worker and
/// swaps it in, so 1,000,000 rows never stop the event loop. Cells keep their type under RawRole; Qt::DisplayRole is
/// plain, visible text for accessibility and copying, and delegates do the rest.
///
/// Lives on the GUI thread; setTable() may be called as often as data arrives. A table without one of the columns shows
/// that column empty. Rows of a query that still runs can be put below each other with grow(); nothing sorts them
/// before endGrowing().
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { RawRole = Qt::UserRole + 1, LookRole, ToneRole, MarkRole, KeyRole, NullRole };

    explicit TableModel(QObject *parent = nullptr);
    ~TableModel() override;

    /// The shown columns in order; an empty list shows every column of the table as typed text.
    void setColumns(QList<GridColumn> columns);
    const QList<GridColumn> &columns() const { return m_columns; }
    /// The column whose text names a row across refreshes (for selection and linking).
    void setKeyColumn(const QString &name) { m_keyColumn = name; }
    void setTable(TablePointer table);
    /// Puts `rows` below the shown ones, which the first call after setTable() or endGrowing() replaces. All have the
    /// same columns. Until endGrowing() table() changes: no other thread may read it.
    void grow(Table rows);
    bool isGrowing() const { return m_growing != nullptr; }
    /// The rows are all there; what table() is stays as it is from now on.
    void endGrowing() { m_growing.reset(); }
    /// What "now" is for Time and Countdown: the tenant's clock.
    void setNow(Ticks now) { m_now = now; }
    const TablePointer &table() const { return m_table; }
    /// A Time column shows days too where one of its moments is not of the last day, and wants more room.
    bool showsDays(int column) const;

    /// The column's number in the table for a shown one, -1 if the table lacks it.
    int sourceColumn(int column) const;
    qsizetype baseRow(int row) const { return qsizetype(m_index[size_t(row)]); }
    QString keyAt(int row) const;
    int rowOfKey(const QString &key) const; ///< -1 where it is not shown

    /// Marks: rows in `related` are related, the others dim if `dimOthers`. Looked up as rows are painted.
    void setRelated(QSet<QString> related, bool dimOthers);
    void clearRelated() { setRelated({}, false); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Starts sorting on a worker; rows move when it is done (sorted() tells). Column -1 restores the query's order.
    /// Ignored while rows are still to come.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// A number of a query's result: shown at the right.
    bool isTypedNumber(int column) const;

    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

Q_SIGNALS:
    void sorted();

private:
    using Index = std::vector<quint32>;

    QVariant raw(qsizetype row, int column) const;
    QString text(qsizetype row, int column) const;
    void resolveColumns();
    void resetIndex(qsizetype rows);
    bool ranked(int column) const;
    void swapIn(TablePointer table, Index index);
    void reorder(Index index);
    void takeSorted();

    QList<GridColumn> m_given;   ///< as set; empty follows the table
    QList<GridColumn> m_columns; ///< as shown
    QList<int> m_source;         ///< m_columns → table
    QList<int> m_tone;
    QString m_keyColumn;
    int m_keySource = -1;
    TablePointer m_table;
    std::shared_ptr<Table> m_growing; ///< m_table, while rows are still to come
    Index m_index;
    QSet<QString> m_related;
    bool m_dimOthers = false;
    Ticks m_now = 0;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QFutureWatcher<Index> m_sorting;
    TablePointer m_sortingTable;
};

/// The row numbers of `table` in the order of `column`; stable, nulls last. `ranked` orders severity words by weight
/// instead of by letters. Any thread.
std::vector<quint32> sortedRows(const Table &table, int column, Qt::SortOrder order, bool ranked = false);
/// 4 for "High" … 0 for words that are no severity.
int severityRank(std::string_view word);

} // namespace watchdesk::ui
