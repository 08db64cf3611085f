// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace watchdesk::ui {

/// A small bar that fills, green to red. Its value is also written beside it: colour is not all there is.
class Meter : public QWidget
{
    Q_OBJECT

public:
    explicit Meter(QWidget *parent = nullptr);
    void setShare(double share);
    QSize sizeHint() const override { return {70, 12}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_share = 0;
};

} // namespace watchdesk::ui
