// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/story/timeline.h"
#include "ui/widgets/connectorstrip.h"

#include <QSet>
#include <QWidget>

class QPainter;
class QTimer;

namespace watchdesk::ui {

/// What happened, on one time axis: Defender alerts, external alerts with links between correlated ones, ticks of
/// telemetry, bars of response actions. Wheel or + and - zoom, drag or arrow keys pan, Home shows everything,
/// shift-drag marks a stretch, Tab-reachable alerts by Page Up/Down. Shows data, fetches none. GUI thread.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    using Kind = story::TimelineLane::Kind;

    explicit TimelineView(QWidget *parent = nullptr);

    /// New marks. The window on the axis stays unless `fit`.
    void setTimeline(story::Timeline timeline, bool fit);
    void setLinks(QList<AlertLink> links);
    void setChosen(const QString &alertId, const QString &externalId);
    void setLaneShown(Kind kind, bool shown);
    void setEmptyText(const QString &text);

    Ticks windowFrom() const { return m_from; }
    Ticks windowTo() const { return m_to; }
    void showWindow(Ticks from, Ticks to);

    static QString laneName(Kind kind);

Q_SIGNALS:
    /// A Defender or external alert was clicked or reached by key.
    void chosen(watchdesk::story::TimelineLane::Kind kind, const QString &id);
    /// The window came to rest; fresh marks at its resolution would be finer.
    void windowSettled(watchdesk::Ticks from, watchdesk::Ticks to);
    /// A stretch was marked; 0, 0 when it was taken away.
    void stretchMarked(watchdesk::Ticks from, watchdesk::Ticks to);

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    QSize sizeHint() const override { return {800, 200}; }

private:
    struct Row;
    struct Hit;
    QList<Row> rows() const;
    int labelWidth() const;
    QRectF plot() const;
    double xOf(Ticks at) const;
    Ticks ticksAt(double x) const;
    Hit hitAt(const QPointF &point) const;
    void moveWindow(Ticks from, Ticks to);
    void zoom(double factor, Ticks around);
    void step(int direction);
    void paintGround(QPainter &painter, const QList<Row> &rows) const;
    void paintAxis(QPainter &painter) const;
    void paintTicks(QPainter &painter, const Row &row) const;
    void paintAlerts(QPainter &painter, const Row &row) const;
    void paintLinks(QPainter &painter, const QList<Row> &rows) const;
    void paintResponse(QPainter &painter, const Row &row) const;
    void paintCursor(QPainter &painter) const;
    const story::TimelineLane *lane(Kind kind) const;

    story::Timeline m_timeline;
    QList<AlertLink> m_links;
    QSet<int> m_hidden;
    QString m_emptyText;
    QString m_alertId;
    QString m_externalId;
    Ticks m_from = 0;
    Ticks m_to = 0;
    Ticks m_stretchFrom = 0;
    Ticks m_stretchTo = 0;
    double m_cursorX = -1;
    QPointF m_pressed;
    Ticks m_pressedFrom = 0;
    enum class Drag { None, Pan, Stretch } m_drag = Drag::None;
    bool m_moved = false;
    QTimer *m_settle = nullptr;
};

} // namespace watchdesk::ui
