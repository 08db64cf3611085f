// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace watchdesk::ui {

/// One line of plain text that gives way, with "…", instead of pushing others out.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const char *look = nullptr, QWidget *parent = nullptr);
    QSize minimumSizeHint() const override { return {36, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace watchdesk::ui
