// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

class QPainter;
class QRectF;

namespace watchdesk::ui {

/// Our own line icon of that name (resources/icons), drawn in the tokens' colours at the moment of painting: muted,
/// brighter under the pointer, accent while checked, faint while disabled. `tone` fixes the colour instead.
QIcon icon(const QString &name, const QColor &tone = {});

/// A small field of that colour, for a list of things that are told apart by it.
QIcon swatch(const QColor &tone);

/// Draws the icon into `rect` in one colour.
void paintIcon(QPainter *painter, const QString &name, const QRectF &rect, const QColor &colour);

} // namespace watchdesk::ui
