// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hunt/charts/chart.h"
#include "ui/views/hunt/chartdrawing.h"

#include <QtCharts/QChartView>

#include <QPixmap>
#include <QSet>
#include <QTimer>

#include <vector>

namespace watchdesk::ui {

class TextTip;

/// Draws a chart and tells what stands at a place: under the pointer, or where the arrow keys went (Home, End and the
/// page keys too; Esc takes the mark away). Everything told is plain text. GUI thread.
class ChartCanvas : public QChartView
{
    Q_OBJECT

public:
    explicit ChartCanvas(QWidget *parent = nullptr);

    void setContent(hunt::Chart content);
    const hunt::Chart &content() const { return m_content; }
    /// Names of what can be hidden: the series, of a pie the slices.
    QStringList partNames() const;
    void setPartShown(int part, bool shown);

    /// What the mark tells of its place: title and lines; empty without one.
    QString markText() const;
    /// Goes to the place with this number among those of the shown series; -1 takes the mark away.
    void markPlace(int place);
    int placeCount() const { return int(m_places.size()); }

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Told
    {
        QString name;
        double x = 0;
        double y = 0;
        QString text;
        int series = 0;
    };

    void redraw();
    void collectPlaces();
    int nearestPlace(const QPointF &position) const;
    int placeForKey(int key) const;
    QList<Told> toldAt(double x) const;
    QString markTitle() const;
    QString markLines() const;
    void showTip();
    void explodeSlice();
    void drawMark(QPainter *painter) const;

    hunt::Chart m_content;
    ChartDrawing m_drawing;
    QSet<int> m_hidden;
    std::vector<double> m_places; ///< every x that is shown, in order; of a pie the shown slices
    int m_mark = -1;
    TextTip *m_tip = nullptr;
    QPixmap m_picture; ///< of the chart without the mark: painting it anew for each would be felt
    QTimer m_resizePause;
};

} // namespace watchdesk::ui
