// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace watchdesk::ui {

class KqlEditor;

/// The strip at the editor's left edge; the editor paints it, and a click folds there.
class LineNumberArea final : public QWidget
{
    Q_OBJECT
public:
    explicit LineNumberArea(KqlEditor *editor);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    KqlEditor *m_editor;
};

} // namespace watchdesk::ui
