// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/store/filter.h"
#include "ui/models/tablemodel.h"
#include "ui/widgets/pane.h"

#include <memory>

namespace watchdesk::store {
class Store;
}

namespace watchdesk::ui {

class Grid;
class LiveQuery;

/// What a grid pane shows: a SELECT over the store and the words of its filter.
///
/// A long list is cheap to cut if its SELECT says where its rows come from: then the first ones are chosen by a narrow
/// SELECT and only theirs are made. Such a SELECT has `{rows}` where the table `base` stands, and `{key}` after its
/// last column, which is nothing or the table's rowid as `rowKey`.
struct GridSource
{
    QString sql;    ///< a SELECT; the filter goes around it
    QString base;   ///< the table for `{rows}`; "" = the SELECT has neither mark
    QString keyOf;  ///< `{key}` when it is asked for: ", a.rowid AS rowKey"
    QString keySql; ///< rowKey and the order's columns of all rows; same parameters as the SELECT
    QVariantList parameters;
    QList<ColumnSchema> types; ///< of the SELECT's columns, in order
    QString order;             ///< ORDER BY list over its columns
    /// With `keySql`: an order in which it costs less to choose many rows, as long as rows that are alike in it may
    /// change places at the cut; "" = `order`.
    QString roughOrder = {};
    QStringList tables; ///< whose changes matter; the first must exist
    QList<store::FilterField> fields;
    QString countSql;  ///< counts the SELECT's rows by cheaper means, same parameters; "" = SELECT count(*) around it
    QString emptyText; ///< what is said when the SELECT has no rows; "" = that there is nothing
};

/// The first `most` rows of a source as a statement; `where` is a compiled filter, or empty.
struct GridStatement
{
    QString sql;
    QVariantList parameters;
};
GridStatement firstRows(const GridSource &source, const QString &where, const QVariantList &filterParameters,
                        qint64 most);

/// A pane with a grid that follows the store: filter line, count, and rows that answer to changes. The first rows of
/// a long list are shown before the rest is there; the count is of all from the beginning. GUI thread.
class GridPane : public Pane
{
    Q_OBJECT

public:
    GridPane(const QString &name, const QString &title, QList<GridColumn> columns, const QString &keyColumn,
             QWidget *parent = nullptr);

    void setStore(std::shared_ptr<store::Store> store, const GridSource &source);
    /// Another SELECT in place (another time range).
    void setSource(const GridSource &source);
    void setNow(Ticks now) { m_now = now; }
    Grid *grid() const { return m_grid; }
    TableModel *model() const { return m_model; }
    /// How many there may be at most: "40 / 15,000". 0: no such limit.
    void setCapacity(qint64 most) { m_capacity = most; }
    bool isSettled() const { return m_settled; } ///< the last statement has answered, with the first rows at least

Q_SIGNALS:
    void arrived();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void addColumnButton();
    void setAsleep(bool asleep);
    void apply();
    void read(qint64 most);
    bool hasTables() const;
    void showRows(const TablePointer &rows);
    void showCount();
    void showEmptiness();

    Grid *m_grid = nullptr;
    TableModel *m_model = nullptr;
    std::shared_ptr<store::Store> m_store;
    GridSource m_source;
    LiveQuery *m_rows = nullptr;
    LiveQuery *m_total = nullptr;
    QString m_where; ///< the compiled filter
    QVariantList m_whereParameters;
    qint64 m_most = 0; ///< rows that are asked for
    qint64 m_all = -1;
    qint64 m_capacity = 0;
    Ticks m_now = 0;
    bool m_settled = false;
    bool m_waiting = false; ///< for a table that no sync has made yet
};

} // namespace watchdesk::ui
