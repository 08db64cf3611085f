// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/timelineview.h"

#include <QPainter>
#include <QRectF>

namespace watchdesk::ui {

/// A lane as it stands on the screen; lives for one paint or one hit test.
struct TimelineView::Row
{
    const story::TimelineLane *lane = nullptr;
    QRectF area;

    bool isAlerts() const { return lane->kind == Kind::DefenderAlerts || lane->kind == Kind::ExternalAlerts; }
};

/// What a mark's tooltip says: escaped, so that it stays text.
QString markTip(TimelineView::Kind kind, const story::TimelineMark &mark);

} // namespace watchdesk::ui
