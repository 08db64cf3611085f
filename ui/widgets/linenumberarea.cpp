// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/linenumberarea.h"

#include "ui/widgets/kqleditor.h"

#include <QMouseEvent>

namespace watchdesk::ui {

LineNumberArea::LineNumberArea(KqlEditor *editor)
    : QWidget(editor)
    , m_editor(editor)
{
}

QSize LineNumberArea::sizeHint() const { return {m_editor->lineNumberWidth(), 0}; }

void LineNumberArea::paintEvent(QPaintEvent *event) { m_editor->paintLineNumbers(event); }

void LineNumberArea::mousePressEvent(QMouseEvent *event) { m_editor->clickLineNumber(event->pos().y()); }

} // namespace watchdesk::ui
