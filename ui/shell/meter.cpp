// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/meter.h"

#include "ui/widgets/tokens.h"

#include <QPainter>

#include <algorithm>

namespace watchdesk::ui {

Meter::Meter(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(sizeHint());
}

void Meter::setShare(double share)
{
    m_share = std::clamp(share, 0.0, 1.0);
    setAccessibleDescription(QStringLiteral("%1 %").arg(qRound(m_share * 100)));
    update();
}

void Meter::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.w3);
    painter.drawRoundedRect(QRectF(rect()), 2, 2);
    painter.setBrush(m_share < 0.7 ? t.ok : m_share < 0.9 ? t.me : t.hi);
    painter.drawRoundedRect(QRectF(0, 0, width() * m_share, height()), 2, 2);
}

} // namespace watchdesk::ui
