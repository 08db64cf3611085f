// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/gridpane.h"

#include "app/base/logging.h"
#include "app/store/store.h"
#include "ui/models/livequery.h"
#include "ui/widgets/columnmenu.h"
#include "ui/widgets/grid.h"

#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace watchdesk::ui {

namespace {

constexpr qint64 kMostRows = 50'000; ///< the pane says so when there are more; nobody scrolls so far
constexpr qint64 kFirstRows = 2'000; ///< shown while the others are read: more than anybody sees at once

QString filled(QString sql, const QString &rows, const QString &key)
{
    return sql.replace(QStringLiteral("{rows}"), rows).replace(QStringLiteral("{key}"), key);
}

QString plainSql(const GridSource &source) { return filled(source.sql, source.base, QString()); }

} // namespace

GridStatement firstRows(const GridSource &source, const QString &where, const QVariantList &filterParameters,
                        qint64 most)
{
    const QString filter = where.isEmpty() ? QString() : QString(QStringLiteral(" WHERE ") % where);
    const bool isExact = source.roughOrder.isEmpty() || most <= kFirstRows;
    const QString cut =
        QStringLiteral(" ORDER BY %1 LIMIT %2").arg(isExact ? source.order : source.roughOrder).arg(most);
    if (source.base.isEmpty())
        return {QStringLiteral("SELECT * FROM (") % source.sql % QStringLiteral(") AS shown") % filter % cut,
                source.parameters + filterParameters};
    // DuckDB would sort the whole rows, and join and compute for those that are cut off.
    const QString keys = where.isEmpty() ? source.keySql : filled(source.sql, source.base, source.keyOf);
    const QString chosen =
        QStringLiteral("(SELECT * FROM %1 WHERE rowid IN (SELECT rowKey FROM chosen))").arg(source.base);
    return {QStringLiteral("WITH chosen AS MATERIALIZED (SELECT rowKey FROM (") % keys % QStringLiteral(") AS shown") %
                filter % cut % QStringLiteral(") SELECT * FROM (") % filled(source.sql, chosen, QString()) %
                QStringLiteral(") AS shown ORDER BY ") % source.order,
            source.parameters + filterParameters + source.parameters};
}

GridPane::GridPane(const QString &name, const QString &title, QList<GridColumn> columns, const QString &keyColumn,
                   QWidget *parent)
    : Pane(title, parent)
{
    addFilter(tr("Filter: words, field:value, !not, >, *"));
    m_model = new TableModel(this);
    m_model->setKeyColumn(keyColumn);
    m_model->setColumns(std::move(columns));
    m_grid = new Grid;
    m_grid->setObjectName(name);
    m_grid->setAccessibleName(title);
    m_grid->setTableModel(m_model);
    addColumnButton();
    setContent(m_grid);
    setFocusProxy(m_grid);
    connect(this, &Pane::filterChanged, this, &GridPane::apply);
}

void GridPane::addColumnButton()
{
    QToolButton *button = addButton(QStringLiteral("columns"), tr("Columns of %1").arg(accessibleName()));
    auto *menu = new QMenu(button);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    connect(menu, &QMenu::aboutToShow, m_grid, [this, menu] { fillColumnMenu(menu, m_grid); });
}

void GridPane::setStore(std::shared_ptr<store::Store> store, const GridSource &source)
{
    delete m_rows;
    delete m_total;
    m_store = std::move(store);
    m_rows = new LiveQuery(m_store, source.tables, this);
    m_total = new LiveQuery(m_store, source.tables, this);
    setAsleep(!isVisible());
    connect(m_rows, &LiveQuery::arrived, this, &GridPane::showRows);
    connect(m_rows, &LiveQuery::failed, this, [this](const Error &error) {
        m_settled = true;
        qCWarning(lcUi) << objectName() << error.message << error.context;
        setNotice(error.message);
    });
    connect(m_total, &LiveQuery::arrived, this, [this](const TablePointer &count) {
        m_all = count->rowCount() > 0 ? count->column(0).integer(0) : 0;
        showCount();
        showEmptiness();
    });
    connect(m_store.get(), &store::Store::changed, m_rows, [this] {
        if (m_waiting)
            apply();
    });
    setSource(source);
}

void GridPane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    setAsleep(false);
}

void GridPane::hideEvent(QHideEvent *event)
{
    Pane::hideEvent(event);
    setAsleep(true);
}

void GridPane::setAsleep(bool asleep)
{
    for (LiveQuery *query : {m_rows, m_total}) {
        if (query)
            query->setAsleep(asleep);
    }
}

bool GridPane::hasTables() const { return m_store->schema().find(m_source.tables.constFirst()) != nullptr; }

void GridPane::setSource(const GridSource &source)
{
    m_source = source;
    apply();
}

void GridPane::apply()
{
    if (m_rows == nullptr)
        return;
    const auto filter = store::compileFilter(this->filter(), m_source.fields, m_now);
    if (!filter) {
        setFilterError(filter.error().message, filter.error().context.value(QStringLiteral("start")).toInt(),
                       filter.error().context.value(QStringLiteral("end")).toInt());
        return; // the last good filter stays in force
    }
    setFilterError({});
    m_waiting = !hasTables();
    m_settled = m_waiting;
    if (m_waiting)
        return;
    m_all = -1;
    m_where = filter->where;
    m_whereParameters = filter->parameters;
    read(kFirstRows);
    m_total->setSql(m_source.countSql.isEmpty() ? QStringLiteral("SELECT count(*) FROM (%1)").arg(plainSql(m_source))
                                                : m_source.countSql,
                    m_source.parameters);
}

void GridPane::read(qint64 most)
{
    m_most = most;
    const GridStatement statement = firstRows(m_source, m_where, m_whereParameters, most);
    m_rows->setSql(statement.sql, statement.parameters, m_source.types,
                   most > kFirstRows ? LiveQuery::Size::Large : LiveQuery::Size::Small);
}

void GridPane::showRows(const TablePointer &rows)
{
    m_settled = true;
    setNotice(rows->rowCount() >= kMostRows
                  ? tr("Only the first %1 rows are shown; narrow the filter.").arg(QLocale().toString(kMostRows))
                  : QString());
    m_model->setNow(m_now);
    m_model->setTable(rows);
    showCount();
    showEmptiness();
    if (m_most < kMostRows && rows->rowCount() >= m_most)
        read(kMostRows);
    Q_EMIT arrived();
}

/// A pane without rows says why: an empty one could as well be one that has not loaded.
void GridPane::showEmptiness()
{
    if (m_model->rowCount() > 0 || m_all < 0)
        return m_grid->setEmptyText({});
    if (m_all > 0)
        return m_grid->setEmptyText(tr("Nothing matches the filter."));
    m_grid->setEmptyText(m_source.emptyText.isEmpty() ? tr("Nothing here.") : m_source.emptyText);
}

void GridPane::showCount()
{
    const QLocale locale;
    const qint64 shown = m_model->rowCount();
    if (m_capacity > 0 && filter().isEmpty() && m_all >= 0)
        return setCount(tr("%1 / %2").arg(locale.toString(m_all), locale.toString(m_capacity)));
    setCount(m_all < 0 || m_all == shown ? locale.toString(shown)
                                         : tr("%1 of %2").arg(locale.toString(shown), locale.toString(m_all)));
}

} // namespace watchdesk::ui
