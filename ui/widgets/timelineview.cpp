// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/timelineview.h"

#include "ui/widgets/timelinerow.h"
#include "ui/widgets/tokens.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTimer>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace watchdesk::ui {

namespace {

constexpr int kMostLabels = 150;
constexpr int kRight = 12;
constexpr int kAxis = 24;
constexpr Ticks kClosest = kTicksPerMillisecond * 10;

} // namespace

struct TimelineView::Hit
{
    Kind kind = Kind::Other;
    const story::TimelineMark *mark = nullptr;
};

TimelineView::TimelineView(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(120);
    setAccessibleName(tr("Timeline"));
    m_hidden = {int(Kind::Registry), int(Kind::Other)};
    m_settle = new QTimer(this);
    m_settle->setSingleShot(true);
    m_settle->setInterval(180);
    connect(m_settle, &QTimer::timeout, this, [this] { Q_EMIT windowSettled(m_from, m_to); });
    connect(&Palette::instance(), &Palette::changed, this, qOverload<>(&QWidget::update));
}

QString TimelineView::laneName(Kind kind)
{
    switch (kind) {
    case Kind::DefenderAlerts:
        return tr("Defender alerts");
    case Kind::ExternalAlerts:
        return tr("External alerts");
    case Kind::Processes:
        return tr("Processes");
    case Kind::Network:
        return tr("Network");
    case Kind::Files:
        return tr("Files");
    case Kind::Registry:
        return tr("Registry");
    case Kind::Logons:
        return tr("Logons");
    case Kind::Other:
        return tr("Other events");
    case Kind::Response:
        break;
    }
    return tr("Response");
}

void TimelineView::setTimeline(story::Timeline timeline, bool fit)
{
    m_timeline = std::move(timeline);
    if (fit || m_to <= m_from) {
        m_from = m_timeline.from;
        m_to = std::max(m_timeline.to, m_timeline.from + kTicksPerSecond);
    }
    QStringList summary;
    for (const story::TimelineLane &lane : std::as_const(m_timeline.lanes))
        if (lane.total > 0)
            summary.append(tr("%1: %2").arg(laneName(lane.kind)).arg(lane.total));
    setAccessibleDescription(summary.join(QStringLiteral(", ")));
    update();
}

void TimelineView::setLinks(QList<AlertLink> links)
{
    m_links = std::move(links);
    update();
}

void TimelineView::setChosen(const QString &alertId, const QString &externalId)
{
    m_alertId = alertId;
    m_externalId = externalId;
    update();
}

void TimelineView::setLaneShown(Kind kind, bool shown)
{
    if (shown)
        m_hidden.remove(int(kind));
    else
        m_hidden.insert(int(kind));
    update();
}

void TimelineView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

void TimelineView::showWindow(Ticks from, Ticks to)
{
    m_from = from;
    m_to = std::max(to, from + kClosest);
    update();
}

int TimelineView::labelWidth() const
{
    static const QFontMetrics metrics(uiFont(11));
    int widest = 60;
    for (const story::TimelineLane &lane : m_timeline.lanes)
        if (!m_hidden.contains(int(lane.kind)))
            widest = std::max(widest, metrics.horizontalAdvance(laneName(lane.kind)));
    return std::min(kMostLabels, widest + 22);
}

QRectF TimelineView::plot() const
{
    const int labels = labelWidth();
    return QRectF(labels, 4, std::max(10, width() - labels - kRight), std::max(10, height() - kAxis - 4));
}

double TimelineView::xOf(Ticks at) const
{
    const QRectF area = plot();
    return area.left() + area.width() * (double(at - m_from) / double(std::max<Ticks>(1, m_to - m_from)));
}

Ticks TimelineView::ticksAt(double x) const
{
    const QRectF area = plot();
    return m_from + Ticks((x - area.left()) / area.width() * double(m_to - m_from));
}

const story::TimelineLane *TimelineView::lane(Kind kind) const
{
    for (const story::TimelineLane &lane : m_timeline.lanes)
        if (lane.kind == kind)
            return &lane;
    return nullptr;
}

QList<TimelineView::Row> TimelineView::rows() const
{
    QList<Row> rows;
    for (const story::TimelineLane &lane : m_timeline.lanes)
        if (!m_hidden.contains(int(lane.kind)))
            rows.append(Row{&lane, {}});
    const QRectF area = plot();
    const double height = std::min(40.0, area.height() / double(std::max<qsizetype>(1, rows.size())));
    for (qsizetype i = 0; i < rows.size(); ++i)
        rows[i].area = QRectF(area.left(), area.top() + double(i) * height, area.width(), height);
    return rows;
}

TimelineView::Hit TimelineView::hitAt(const QPointF &point) const
{
    Hit best;
    double nearest = 9;
    for (const Row &row : rows()) {
        const bool alerts = row.isAlerts();
        if (point.y() < row.area.top() || point.y() > row.area.bottom() || (!alerts && row.lane->binned))
            continue;
        for (const story::TimelineMark &mark : row.lane->marks) {
            const double from = xOf(mark.at);
            const double to = mark.end > mark.at ? xOf(mark.end) : from;
            const double distance = point.x() < from ? from - point.x() : std::max(0.0, point.x() - to);
            if (distance < nearest && (alerts || distance < 4)) {
                nearest = distance;
                best = {row.lane->kind, &mark};
            }
        }
    }
    return best;
}

void TimelineView::moveWindow(Ticks from, Ticks to)
{
    const Ticks span = std::clamp<Ticks>(to - from, kClosest, 400 * kTicksPerDay);
    m_from = std::clamp<Ticks>(from, 0, kMaxTicks - span);
    m_to = m_from + span;
    m_settle->start();
    update();
}

void TimelineView::zoom(double factor, Ticks around)
{
    const double before = double(around - m_from);
    const double after = double(m_to - around);
    moveWindow(around - Ticks(before * factor), around + Ticks(after * factor));
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    const double steps = event->angleDelta().y() / 120.0;
    if (steps == 0) {
        const Ticks shift = Ticks(double(m_to - m_from) * event->angleDelta().x() / -1200.0);
        moveWindow(m_from + shift, m_to + shift);
    } else {
        zoom(std::pow(0.8, steps), ticksAt(event->position().x()));
    }
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setFocus(Qt::MouseFocusReason);
    m_pressed = event->position();
    m_pressedFrom = m_from;
    m_moved = false;
    m_drag = event->modifiers().testFlag(Qt::ShiftModifier) ? Drag::Stretch : Drag::Pan;
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    m_cursorX = event->position().x();
    const double way = event->position().x() - m_pressed.x();
    if (m_drag != Drag::None && std::abs(way) > 3)
        m_moved = true;
    if (m_drag == Drag::Pan && m_moved) {
        const Ticks span = m_to - m_from;
        const Ticks from = m_pressedFrom - Ticks(way / plot().width() * double(span));
        moveWindow(from, from + span);
    } else if (m_drag == Drag::Stretch) {
        const auto [low, high] = std::minmax(ticksAt(m_pressed.x()), ticksAt(event->position().x()));
        m_stretchFrom = low;
        m_stretchTo = high;
    }
    update();
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    if (drag == Drag::Stretch) {
        if (!m_moved)
            m_stretchFrom = m_stretchTo = 0;
        Q_EMIT stretchMarked(m_stretchFrom, m_stretchTo);
    } else if (drag == Drag::Pan && !m_moved) {
        const Hit hit = hitAt(event->position());
        if (hit.mark != nullptr && (hit.kind == Kind::DefenderAlerts || hit.kind == Kind::ExternalAlerts) &&
            !hit.mark->id.isEmpty())
            Q_EMIT chosen(hit.kind, hit.mark->id);
    }
    update();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event) { zoom(0.4, ticksAt(event->position().x())); }

void TimelineView::leaveEvent(QEvent *)
{
    m_cursorX = -1;
    update();
}

void TimelineView::step(int direction)
{
    const story::TimelineLane *alerts = lane(Kind::DefenderAlerts);
    if (alerts == nullptr || alerts->marks.isEmpty())
        return;
    qsizetype at = -1;
    for (qsizetype i = 0; i < alerts->marks.size(); ++i)
        if (alerts->marks.at(i).id == m_alertId)
            at = i;
    const qsizetype next = at < 0 ? (direction > 0 ? 0 : alerts->marks.size() - 1)
                                  : std::clamp<qsizetype>(at + direction, 0, alerts->marks.size() - 1);
    if (!alerts->marks.at(next).id.isEmpty())
        Q_EMIT chosen(Kind::DefenderAlerts, alerts->marks.at(next).id);
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const Ticks span = m_to - m_from;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveWindow(m_from - span / 10, m_to - span / 10);
    case Qt::Key_Right:
        return moveWindow(m_from + span / 10, m_to + span / 10);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(0.75, m_from + span / 2);
    case Qt::Key_Minus:
        return zoom(1 / 0.75, m_from + span / 2);
    case Qt::Key_Home:
        return moveWindow(m_timeline.from, m_timeline.to);
    case Qt::Key_PageDown:
        return step(1);
    case Qt::Key_PageUp:
        return step(-1);
    default:
        QWidget::keyPressEvent(event);
    }
}

bool TimelineView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Hit hit = hitAt(help->pos());
    if (hit.mark == nullptr)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), markTip(hit.kind, *hit.mark), this);
    return true;
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().w1);
    const QList<Row> all = rows();
    if (m_timeline.to <= m_timeline.from) {
        painter.setPen(tokens().mu);
        painter.drawText(rect(), int(Qt::AlignCenter) | Qt::TextSingleLine, m_emptyText);
        return;
    }
    paintGround(painter, all);
    paintAxis(painter);
    painter.save();
    painter.setClipRect(plot().adjusted(-1, -4, kRight, 4));
    painter.setRenderHint(QPainter::Antialiasing);
    paintLinks(painter, all);
    for (const Row &row : all) {
        if (row.isAlerts())
            paintAlerts(painter, row);
        else if (row.lane->kind == Kind::Response)
            paintResponse(painter, row);
        else
            paintTicks(painter, row);
    }
    painter.restore();
    paintCursor(painter);
}

} // namespace watchdesk::ui
