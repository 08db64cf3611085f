// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hunt/charts/chart.h"

#include <QWidget>

class QToolButton;

namespace watchdesk::ui {

/// The parts of a chart as buttons that take each away and bring it back, by pointer or keyboard; two lines of them,
/// more scroll. GUI thread.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(QWidget *parent = nullptr);

    void setParts(const hunt::Chart &chart, const QStringList &names);
    QList<QToolButton *> buttons() const { return m_buttons; }

Q_SIGNALS:
    void toggled(int part, bool shown);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void paintSigns();

    QWidget *m_content = nullptr;
    QList<QToolButton *> m_buttons;
    hunt::ChartForm m_form = hunt::ChartForm::Grid;
    QList<bool> m_marks;
};

} // namespace watchdesk::ui
