// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/story/processtree.h"

#include <QWidget>

namespace watchdesk::ui {

/// The process behind an alert as an indented outline: its ancestors, itself, what it started and talked to. Arrow keys
/// walk it; the tooltip has the command line. Draws what story::processTree found. GUI thread.
class ProcessOutline : public QWidget
{
    Q_OBJECT

public:
    explicit ProcessOutline(QWidget *parent = nullptr);

    void setTree(const story::ProcessTree &tree);
    void setMessage(const QString &text); ///< instead of a tree

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Line
    {
        QString guide; ///< "│ ├" … one character a level
        QString text;
        QString note;
        QString tip;
        enum class Tone { Plain, Focus, Alert, External, Faint } tone = Tone::Plain;
    };

    void addNode(const story::ProcessTree &tree, int node, const QString &guide, bool last);
    void addLeaf(const QString &guide, bool last, Line line);
    void describe();

    QList<Line> m_lines;
    QString m_message;
    int m_current = -1;
};

} // namespace watchdesk::ui
