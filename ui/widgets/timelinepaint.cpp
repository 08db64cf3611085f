// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a TimelineView looks; what it does is in timelineview.cpp.

#include "ui/widgets/timelinerow.h"

#include "app/base/safetext.h"
#include "ui/widgets/tokens.h"

#include <QHash>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <vector>

namespace watchdesk::ui {

namespace {

constexpr int kSpacing = 110; ///< pixels between two times on the axis

/// The shortest "round" step that keeps the axis readable.
Ticks axisStep(Ticks span, double width)
{
    static const Ticks steps[] = {kTicksPerMillisecond * 10,
                                  kTicksPerMillisecond * 100,
                                  kTicksPerSecond,
                                  5 * kTicksPerSecond,
                                  15 * kTicksPerSecond,
                                  kTicksPerMinute,
                                  2 * kTicksPerMinute,
                                  5 * kTicksPerMinute,
                                  10 * kTicksPerMinute,
                                  15 * kTicksPerMinute,
                                  30 * kTicksPerMinute,
                                  kTicksPerHour,
                                  2 * kTicksPerHour,
                                  3 * kTicksPerHour,
                                  6 * kTicksPerHour,
                                  12 * kTicksPerHour,
                                  kTicksPerDay,
                                  2 * kTicksPerDay,
                                  7 * kTicksPerDay,
                                  14 * kTicksPerDay,
                                  30 * kTicksPerDay};
    for (const Ticks step : steps)
        if (double(span) / double(step) * kSpacing <= width)
            return step;
    return 90 * kTicksPerDay;
}

QString axisText(Ticks at, Ticks step)
{
    if (step >= kTicksPerDay || at % kTicksPerDay == 0)
        return QLocale().toString(dateTimeFromTicks(at).date(),
                                  //: A date as QLocale writes it: month and day
                                  TimelineView::tr("MMM d"));
    if (step >= kTicksPerMinute)
        return clockFromTicks(at).left(5);
    return step >= kTicksPerSecond ? clockFromTicks(at)
                                   : dateTimeFromTicks(at).toString(QStringLiteral("HH:mm:ss.zzz"));
}

QColor laneTone(TimelineView::Kind kind)
{
    using Kind = TimelineView::Kind;
    const Tokens &t = tokens();
    switch (kind) {
    case Kind::Processes:
        return t.ac;
    case Kind::Network:
        return t.ok;
    case Kind::Files:
        return t.lo;
    case Kind::Logons:
        return t.me;
    case Kind::Registry:
        return t.in;
    case Kind::ExternalAlerts:
        return t.ex;
    default:
        return t.mu;
    }
}

QColor faded(QColor colour, float alpha)
{
    colour.setAlphaF(alpha);
    return colour;
}

} // namespace

QString markTip(TimelineView::Kind kind, const story::TimelineMark &mark)
{
    QStringList lines = {TimelineView::laneName(kind) % QStringLiteral(" · ") % clockFromTicks(mark.at) %
                         QStringLiteral(" UTC")};
    if (!mark.severity.isEmpty())
        lines.append(visibleText(mark.severity, 40));
    if (!mark.label.isEmpty())
        lines.append(visibleText(mark.label, 300));
    if (mark.count > 1)
        lines.append(TimelineView::tr("%Ln event(s)", nullptr, int(std::min<qint64>(mark.count, 2'000'000'000))));
    for (QString &line : lines)
        line = line.toHtmlEscaped();
    return QString(QStringLiteral("<p>") % lines.join(QStringLiteral("<br>")) % QStringLiteral("</p>"));
}

void TimelineView::paintGround(QPainter &painter, const QList<Row> &rows) const
{
    const Tokens &t = tokens();
    if (m_stretchTo > m_stretchFrom) {
        const double from = std::max(plot().left(), xOf(m_stretchFrom));
        const double to = std::min(plot().right(), xOf(m_stretchTo));
        if (to > from)
            painter.fillRect(QRectF(from, plot().top(), to - from, plot().height()), faded(t.ac, 0.13F));
    }
    painter.setFont(uiFont(11));
    for (const Row &row : rows) {
        painter.setPen(t.mu);
        painter.drawText(
            QRectF(10, row.area.top(), row.area.left() - 14, row.area.height()),
            int(Qt::AlignVCenter) | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(laneName(row.lane->kind), Qt::ElideRight, int(row.area.left()) - 16));
        painter.fillRect(QRectF(row.area.left(), row.area.bottom() - 1, width() - row.area.left(), 1),
                         mixed(t.line, t.w1, 0.6));
    }
}

void TimelineView::paintAxis(QPainter &painter) const
{
    const Tokens &t = tokens();
    const QRectF area = plot();
    const Ticks step = axisStep(m_to - m_from, area.width());
    painter.setFont(uiFont(10.5));
    painter.setPen(t.fa);
    for (Ticks at = (m_from / step + 1) * step; at < m_to; at += step) {
        const double x = xOf(at);
        if (x < area.left() + 10 || x > area.right() - 6)
            continue;
        painter.drawText(QRectF(x - 60, area.bottom() + 2, 120, 18), Qt::AlignCenter, axisText(at, step));
        painter.fillRect(QRectF(x, area.bottom() - 3, 1, 4), t.line);
    }
}

void TimelineView::paintTicks(QPainter &painter, const Row &row) const
{
    const int columns = int(row.area.width()) + 1;
    std::vector<qint64> counts(static_cast<size_t>(columns));
    for (const story::TimelineMark &mark : row.lane->marks) {
        const int from = int(std::floor(xOf(mark.at) - row.area.left()));
        if (from < 0 || from >= columns)
            continue;
        counts[size_t(from)] += mark.count;
    }
    const QColor tone = laneTone(row.lane->kind);
    const double tall = std::min(14.0, row.area.height() - 6);
    const double top = row.area.center().y() - tall / 2;
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int x = 0; x < columns; ++x) {
        const qint64 count = counts[size_t(x)];
        if (count > 0)
            painter.fillRect(QRectF(row.area.left() + x, top, 1, tall),
                             faded(tone, std::min(1.0F, 0.5F + 0.12F * float(std::log2(double(count))))));
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void TimelineView::paintAlerts(QPainter &painter, const Row &row) const
{
    const Tokens &t = tokens();
    const bool diamonds = row.lane->kind == Kind::DefenderAlerts;
    const QString &chosenId = diamonds ? m_alertId : m_externalId;
    const double y = row.area.center().y();
    QHash<int, bool> seen; // one mark a pixel and severity is all an eye can tell apart
    for (const story::TimelineMark &mark : row.lane->marks) {
        const double x = xOf(mark.at);
        const bool isChosen = !chosenId.isEmpty() && mark.id == chosenId;
        const int spot = int(x) * 8 + int(mark.severity.size() % 8);
        if (x < row.area.left() - 8 || x > row.area.right() + 8 || (!isChosen && seen.contains(spot)))
            continue;
        seen.insert(spot, true);
        const double r = isChosen ? 7 : 5.2;
        painter.setPen(isChosen ? QPen(t.tx, 1.4) : QPen(t.w1, 1));
        painter.setBrush(diamonds ? toneOf(mark.severity) : t.ex);
        if (diamonds) {
            const QPointF shape[4] = {{x, y - r - 1}, {x + r, y}, {x, y + r + 1}, {x - r, y}};
            painter.drawPolygon(shape, 4);
        } else {
            painter.drawEllipse(QPointF(x, y), r, r);
        }
    }
}

void TimelineView::paintLinks(QPainter &painter, const QList<Row> &rows) const
{
    const Row *above = nullptr;
    const Row *below = nullptr;
    for (const Row &row : rows) {
        above = row.lane->kind == Kind::DefenderAlerts ? &row : above;
        below = row.lane->kind == Kind::ExternalAlerts ? &row : below;
    }
    if (above == nullptr || below == nullptr)
        return;
    QHash<QString, double> alerts;
    QHash<QString, double> externals;
    for (const story::TimelineMark &mark : above->lane->marks)
        alerts.insert(mark.id, xOf(mark.at));
    for (const story::TimelineMark &mark : below->lane->marks)
        externals.insert(mark.id, xOf(mark.at));
    for (const AlertLink &link : m_links) {
        const auto from = alerts.constFind(link.alertId);
        const auto to = externals.constFind(link.externalId);
        if (link.alertId.isEmpty() || from == alerts.cend() || to == externals.cend())
            continue;
        const bool isChosen = !(m_alertId.isEmpty() && m_externalId.isEmpty()) &&
                              (m_alertId.isEmpty() || link.alertId == m_alertId) &&
                              (m_externalId.isEmpty() || link.externalId == m_externalId);
        painter.setPen(QPen(faded(tokens().ex, isChosen ? 1.0F : 0.4F), isChosen ? 1.6 : 1.1));
        painter.drawLine(QPointF(*from, above->area.center().y()), QPointF(*to, below->area.center().y()));
    }
}

void TimelineView::paintResponse(QPainter &painter, const Row &row) const
{
    const Tokens &t = tokens();
    painter.setFont(uiFont(10.5));
    for (const story::TimelineMark &mark : row.lane->marks) {
        const double from = std::max(row.area.left(), xOf(mark.at));
        const double to = std::min(row.area.right() + 8, std::max(xOf(std::max(mark.end, mark.at)), from + 4));
        if (to <= row.area.left() || from >= row.area.right())
            continue;
        const QRectF bar(from, row.area.center().y() - 8, to - from, 16);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(t.ac, t.w1, t.dark ? 0.42 : 0.32));
        painter.drawRoundedRect(bar, 2, 2);
        painter.setPen(t.tx);
        const QString label = visibleText(mark.label, 80);
        const double room = bar.width() > 60 ? bar.width() - 10 : row.area.right() - bar.right() - 8;
        const QRectF text(bar.width() > 60 ? bar.left() + 5 : bar.right() + 5, bar.top(), std::max(0.0, room),
                          bar.height());
        painter.drawText(text, int(Qt::AlignVCenter) | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(label, Qt::ElideRight, int(room)));
    }
}

void TimelineView::paintCursor(QPainter &painter) const
{
    const Tokens &t = tokens();
    const QRectF area = plot();
    if (hasFocus()) {
        painter.setPen(QPen(t.ac, 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    if (m_cursorX < area.left() || m_cursorX > area.right())
        return;
    painter.fillRect(QRectF(m_cursorX, area.top(), 1, area.height()), faded(t.tx, 0.35F));
    const QString text = axisText(ticksAt(m_cursorX), m_to - m_from < 10 * kTicksPerSecond ? 1 : kTicksPerSecond);
    painter.setFont(monoFont(10.5));
    const double wide = painter.fontMetrics().horizontalAdvance(text) + 10;
    const QRectF label(std::clamp(m_cursorX - wide / 2, area.left(), area.right() - wide), area.bottom() + 3, wide, 17);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.w3);
    painter.drawRoundedRect(label, 3, 3);
    painter.setPen(t.tx);
    painter.drawText(label, Qt::AlignCenter, text);
}

} // namespace watchdesk::ui
