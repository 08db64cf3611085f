// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/grid.h"

#include "ui/widgets/celldelegate.h"
#include "ui/widgets/columnmenu.h"
#include "ui/widgets/gridheader.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>

namespace watchdesk::ui {

namespace {

constexpr int kRoomForDay = 28; // "03-12 15:21" instead of "15:21:01"
constexpr int kRow = 27;
constexpr int kNarrowest = 48;

QString settingsKey(const QString &grid) { return QStringLiteral("grids/%1/widths").arg(grid); }

QString wantedKey(const QString &grid) { return QStringLiteral("grids/%1/columns").arg(grid); }

} // namespace

QString safeCell(const QString &text, QChar separator)
{
    QString cell = text;
    if (!cell.isEmpty() && QStringLiteral("=+-@\t\r").contains(cell.front())) {
        bool isNumber = false;
        cell.toDouble(&isNumber); // "-1" runs nothing
        if (!isNumber)
            cell.prepend(u'\'');
    }
    if (cell.contains(separator) || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r'))
        cell = QString(u'"' % cell.replace(u'"', QStringLiteral("\"\"")) % u'"');
    return cell;
}

Grid::Grid(QWidget *parent)
    : QTableView(parent)
{
    setUpLook();
    setUpHeader();
}

void Grid::setUpLook()
{
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(kRow);
    verticalHeader()->setDefaultSectionSize(kRow);
}

void Grid::setUpHeader()
{
    auto *header = new GridHeader(this);
    setHorizontalHeader(header);
    header->setSortIndicator(-1, Qt::DescendingOrder);
    header->setResizeContentsPrecision(40); // rows looked at for a query's column widths
    setSortingEnabled(false);               // a click sorts, data that arrives keeps its order
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &Grid::showHeaderMenu);
    connect(header, &QHeaderView::sectionClicked, this, [this, header](int section) {
        if (m_model == nullptr || m_model->isGrowing())
            return;
        const bool again = m_model->sortColumn() == section;
        const auto order =
            again && m_model->sortOrder() == Qt::DescendingOrder ? Qt::AscendingOrder : Qt::DescendingOrder;
        header->setSortIndicator(section, order);
        m_model->sort(section, order);
    });
    connect(header, &QHeaderView::sectionResized, this, [this] {
        if (!m_layingOut && QApplication::mouseButtons() != Qt::NoButton) {
            m_userWidths = true;
            saveWidths();
        }
    });
}

void Grid::setTableModel(TableModel *model)
{
    m_model = model;
    setModel(model);
    loadWanted();
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &Grid::beforeReset);
    connect(model, &QAbstractItemModel::modelReset, this, &Grid::afterReset);
    connect(model, &QAbstractItemModel::layoutChanged, this, &Grid::moved);
    connect(this, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT activated(m_model->keyAt(index.row())); });
    layoutColumns();
}

void Grid::beforeReset()
{
    m_scroll = verticalScrollBar()->value();
    m_silent = true;
}

void Grid::afterReset()
{
    layoutColumns();
    horizontalHeader()->setSortIndicator(m_model->sortColumn(), m_model->sortOrder());
    const int row = m_model->rowOfKey(m_key);
    if (row >= 0)
        selectionModel()->setCurrentIndex(m_model->index(row, 0),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    verticalScrollBar()->setValue(m_scroll);
    m_silent = false;
    Q_EMIT moved();
}

void Grid::showKey(const QString &key)
{
    m_key = key;
    if (m_model == nullptr || selectionModel() == nullptr)
        return;
    m_silent = true;
    const int row = m_model->rowOfKey(key);
    if (row >= 0) {
        selectionModel()->setCurrentIndex(m_model->index(row, 0),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        if (!rowRect(key).isValid() || rowViewportPosition(row) + kRow > viewport()->height())
            scrollTo(m_model->index(row, 0), PositionAtCenter);
    } else {
        selectionModel()->clear();
    }
    m_silent = false;
}

void Grid::selectionChanged(const QItemSelection &now, const QItemSelection &before)
{
    QTableView::selectionChanged(now, before);
    if (m_silent || m_model == nullptr)
        return;
    const QModelIndexList rows = selectionModel()->selectedRows();
    const QModelIndex current = selectionModel()->currentIndex();
    m_key = rows.isEmpty()
                ? QString()
                : m_model->keyAt(rows.contains(current.siblingAtColumn(0)) ? current.row() : rows.constFirst().row());
    Q_EMIT chosen(m_key);
}

QRect Grid::rowRect(const QString &key) const
{
    if (m_model == nullptr)
        return {};
    const int row = m_model->rowOfKey(key);
    if (row < 0)
        return {};
    const QRect shown(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
    if (shown.bottom() < 0 || shown.top() > viewport()->height())
        return {};
    return shown.translated(viewport()->pos());
}

void Grid::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->setAccessibleDescription(text);
    viewport()->update();
}

void Grid::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || m_model == nullptr || m_model->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(tokens().mu);
    painter.setFont(uiFont(12));
    const QRect room = viewport()->rect().adjusted(16, 16, -16, -16);
    painter.drawText(room, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
}

void Grid::resizeEvent(QResizeEvent *event)
{
    const int row = m_model == nullptr ? -1 : m_model->rowOfKey(m_key);
    const int before = row < 0 ? -1 : rowViewportPosition(row);
    QTableView::resizeEvent(event);
    const bool byContent = m_model != nullptr && m_model->columnCount() > 0 &&
                           m_model->columns().constFirst().look == GridColumn::Look::Typed;
    if (!byContent)
        layoutColumns();
    if (before >= 0 && before < event->oldSize().height())
        scrollTo(m_model->index(row, 0)); // what was chosen stays on the screen
    Q_EMIT moved();
}

void Grid::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    Q_EMIT moved();
}

void Grid::layoutColumns()
{
    if (m_model == nullptr || m_model->columnCount() == 0)
        return;
    m_layingOut = true;
    QList<int> widths = savedWidths();
    const QList<GridColumn> &columns = m_model->columns();
    const bool saved = widths.size() == columns.size();
    if (!saved)
        widths.clear();
    for (int i = 0; i < columns.size() && !saved; ++i)
        widths.append(columns.at(i).width + (m_model->showsDays(i) ? kRoomForDay : 0));
    for (int i = 0; i < columns.size(); ++i)
        setColumnHidden(i, !isColumnWanted(i));
    dropColumns(widths);
    int fixed = 0;
    int open = 0;
    for (int i = 0; i < columns.size(); ++i) {
        fixed += isColumnHidden(i) ? 0 : widths.at(i);
        open += widths.at(i) == 0 && !isColumnHidden(i) ? 1 : 0;
    }
    const int typed = columns.at(0).look == GridColumn::Look::Typed && !saved ? 1 : 0;
    for (int i = 0; i < columns.size(); ++i) {
        int width =
            widths.at(i) > 0 ? widths.at(i) : std::max(kNarrowest, (viewport()->width() - fixed) / std::max(1, open));
        if (typed != 0)
            width = std::clamp(std::max(sizeHintForColumn(i), horizontalHeader()->sectionSizeHint(i)) + 8, 60, 360);
        if (horizontalHeader()->sectionSize(i) != width)
            horizontalHeader()->resizeSection(i, width);
    }
    m_layingOut = false;
}

void Grid::dropColumns(const QList<int> &widths)
{
    const QList<GridColumn> &columns = m_model->columns();
    int fixed = 0;
    for (int i = 0; i < columns.size(); ++i)
        fixed += !isColumnWanted(i) ? 0 : widths.at(i) > 0 ? widths.at(i) : columns.at(i).room;
    QList<int> order;
    for (int i = 0; i < columns.size(); ++i)
        if (columns.at(i).dropOrder > 0 && isColumnWanted(i) && !m_wanted.contains(columns.at(i).source))
            order.append(i);
    std::sort(order.begin(), order.end(),
              [&](int a, int b) { return columns.at(a).dropOrder < columns.at(b).dropOrder; });
    for (const int column : std::as_const(order)) {
        const bool drop = viewport()->width() < fixed;
        setColumnHidden(column, drop);
        fixed -= drop ? widths.at(column) : 0;
    }
}

bool Grid::isColumnWanted(int column) const
{
    const GridColumn &known = m_model->columns().at(column);
    return column == 0 || m_wanted.value(known.source, !known.optional);
}

void Grid::setColumnWanted(int column, bool wanted)
{
    m_wanted.insert(m_model->columns().at(column).source, wanted);
    layoutColumns();
    Q_EMIT moved();
    if (objectName().isEmpty())
        return;
    QStringList choices;
    for (auto it = m_wanted.cbegin(); it != m_wanted.cend(); ++it)
        choices.append((it.value() ? u'+' : u'-') + it.key());
    QSettings().setValue(wantedKey(objectName()), choices);
}

void Grid::loadWanted()
{
    m_wanted.clear();
    if (objectName().isEmpty())
        return;
    for (const QString &choice : QSettings().value(wantedKey(objectName())).toStringList())
        m_wanted.insert(choice.mid(1), choice.startsWith(u'+'));
}

void Grid::showHeaderMenu(const QPoint &at)
{
    QMenu menu(this);
    fillColumnMenu(&menu, this);
    menu.exec(horizontalHeader()->viewport()->mapToGlobal(at));
}

void Grid::saveWidths()
{
    if (objectName().isEmpty() || m_model == nullptr)
        return;
    QStringList widths;
    for (int i = 0; i < m_model->columnCount(); ++i)
        widths.append(QString::number(m_model->columns().at(i).width == 0 ? 0 : horizontalHeader()->sectionSize(i)));
    QSettings().setValue(settingsKey(objectName()), widths);
}

QList<int> Grid::savedWidths() const
{
    QList<int> widths;
    if (objectName().isEmpty())
        return widths;
    for (const QString &width : QSettings().value(settingsKey(objectName())).toStringList())
        widths.append(std::clamp(width.toInt(), 0, 4000));
    return widths;
}

QString Grid::selectionText(Separator separator, bool withHeader) const
{
    const QChar mark = separator == Separator::Tab ? u'\t' : u',';
    QStringList lines;
    QStringList cells;
    const int columns = m_model == nullptr ? 0 : m_model->columnCount();
    for (int column = 0; column < columns && withHeader; ++column)
        cells.append(safeCell(m_model->columns().at(column).title, mark));
    if (withHeader)
        lines.append(cells.join(mark));
    QList<int> rows;
    for (const QModelIndex &index : selectionModel() == nullptr ? QModelIndexList() : selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    for (const int row : std::as_const(rows)) {
        cells.clear();
        for (int column = 0; column < columns; ++column) {
            const int source = m_model->sourceColumn(column);
            cells.append(source < 0 ? QString()
                                    : safeCell(m_model->table()->display(m_model->baseRow(row), source), mark));
        }
        lines.append(cells.join(mark));
    }
    return lines.join(u'\n');
}

void Grid::copy(Separator separator, bool withHeader)
{
    QApplication::clipboard()->setText(selectionText(separator, withHeader));
}

void Grid::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy(Separator::Tab, false);
        return;
    }
    QTableView::keyPressEvent(event);
}

void Grid::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex cell = indexAt(event->pos());
    if (!cell.isValid() || m_model == nullptr)
        return;
    QMenu menu(this);
    menu.addAction(tr("Copy cell"), this, [this, cell] {
        const int source = m_model->sourceColumn(cell.column());
        if (source >= 0)
            QApplication::clipboard()->setText(m_model->table()->display(m_model->baseRow(cell.row()), source));
    });
    menu.addAction(tr("Copy rows as TSV with header"), this, [this] { copy(Separator::Tab, true); });
    menu.addAction(tr("Copy rows as CSV with header"), this, [this] { copy(Separator::Comma, true); });
    menu.exec(event->globalPos());
}

} // namespace watchdesk::ui
