// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/connectorstrip.h"

#include "ui/widgets/grid.h"
#include "ui/widgets/tokens.h"

#include <QHash>
#include <QHeaderView>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace watchdesk::ui {

namespace {

constexpr int kStripWidth = 46;
constexpr int kMostRibbons = 200; ///< more than rows fit on any screen

/// Keys of the rows on the screen with their top in the strip's coordinates.
QHash<QString, double> visibleRows(const Grid *grid, const QWidget *strip)
{
    QHash<QString, double> rows;
    const TableModel *model = grid->tableModel();
    if (model == nullptr || model->rowCount() == 0)
        return rows;
    const int first = std::max(0, grid->rowAt(0));
    const int last = grid->rowAt(grid->viewport()->height() - 1);
    const double top = strip->mapFromGlobal(grid->viewport()->mapToGlobal(QPoint(0, 0))).y();
    for (int row = first; row <= (last < 0 ? model->rowCount() - 1 : last); ++row)
        rows.insert(model->keyAt(row), top + grid->rowViewportPosition(row));
    return rows;
}

QPainterPath ribbonPath(double left, double right, double width, double height)
{
    const double middle = width / 2;
    QPainterPath path(QPointF(0, left));
    path.cubicTo(middle, left, middle, right, width, right);
    path.lineTo(width, right + height);
    path.cubicTo(middle, right + height, middle, left + height, 0, left + height);
    path.closeSubpath();
    return path;
}

} // namespace

struct ConnectorStrip::Ribbon
{
    double left = 0;
    double right = 0;
    double score = 0;
    bool chosen = false;
};

ConnectorStrip::ConnectorStrip(QSplitter *parent)
    : QSplitterHandle(Qt::Horizontal, parent)
{
    setAccessibleName(tr("Links between Defender alerts and external alerts"));
    connect(&Palette::instance(), &Palette::changed, this, qOverload<>(&QWidget::update));
}

void ConnectorStrip::connectGrids(Grid *left, Grid *right)
{
    m_left = left;
    m_right = right;
    for (Grid *grid : {left, right})
        connect(grid, &Grid::moved, this, qOverload<>(&QWidget::update));
}

void ConnectorStrip::setLinks(QList<AlertLink> links)
{
    m_links = std::move(links);
    update();
}

void ConnectorStrip::setChosen(const QString &alertId, const QString &externalId)
{
    m_alertId = alertId;
    m_externalId = externalId;
    update();
}

bool ConnectorStrip::isChosen(const AlertLink &link) const
{
    return !(m_alertId.isEmpty() && m_externalId.isEmpty()) && (m_alertId.isEmpty() || link.alertId == m_alertId) &&
           (m_externalId.isEmpty() || link.externalId == m_externalId);
}

QList<ConnectorStrip::Ribbon> ConnectorStrip::ribbons() const
{
    QList<Ribbon> ribbons;
    if (m_left == nullptr || m_right == nullptr)
        return ribbons;
    const QHash<QString, double> left = visibleRows(m_left, this);
    const QHash<QString, double> right = visibleRows(m_right, this);
    for (const AlertLink &link : m_links) {
        const auto from = left.constFind(link.alertId);
        const auto to = right.constFind(link.externalId);
        if (from != left.cend() && to != right.cend() && ribbons.size() < kMostRibbons)
            ribbons.append({*from, *to, link.score, isChosen(link)});
    }
    std::stable_sort(ribbons.begin(), ribbons.end(),
                     [](const Ribbon &a, const Ribbon &b) { return a.chosen < b.chosen; });
    return ribbons;
}

void ConnectorStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens();
    const bool anyChosen = !m_alertId.isEmpty() || !m_externalId.isEmpty();
    if (m_left != nullptr) {
        const int top = mapFromGlobal(m_left->viewport()->mapToGlobal(QPoint(0, 0))).y();
        painter.setClipRect(0, top, width(), m_left->viewport()->height());
    }
    QList<QRectF> labels;
    const QList<Ribbon> all = ribbons();
    for (const Ribbon &ribbon : all) {
        QColor fill = ribbon.chosen ? t.ac : t.ex;
        fill.setAlphaF(ribbon.chosen ? (t.dark ? 0.34F : 0.30F) : anyChosen ? 0.14F : 0.24F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawPath(ribbonPath(ribbon.left, ribbon.right, width(), 26));
    }
    painter.setFont(uiFont(10.5, QFont::Medium));
    for (auto ribbon = all.crbegin(); ribbon != all.crend(); ++ribbon) {
        const QRectF label(0, (ribbon->left + ribbon->right) / 2 + 4, width(), 18);
        const bool covered =
            std::any_of(labels.cbegin(), labels.cend(), [&](const QRectF &other) { return other.intersects(label); });
        if (covered)
            continue;
        labels.append(label);
        QColor ink = ribbon->chosen ? t.ac : t.ex;
        ink.setAlphaF(!ribbon->chosen && anyChosen ? 0.55F : 1.0F);
        painter.setPen(ink);
        painter.drawText(label, Qt::AlignCenter, QString::number(ribbon->score, 'f', 2));
    }
}

QSize ConnectorStrip::sizeHint() const { return {kStripWidth, 10}; }

ConnectedSplitter::ConnectedSplitter(QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
{
    setHandleWidth(kStripWidth);
    setChildrenCollapsible(false);
}

ConnectorStrip *ConnectedSplitter::strip() const { return qobject_cast<ConnectorStrip *>(handle(1)); }

QSplitterHandle *ConnectedSplitter::createHandle() { return new ConnectorStrip(this); }

} // namespace watchdesk::ui
