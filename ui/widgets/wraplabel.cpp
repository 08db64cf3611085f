// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/wraplabel.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace watchdesk::ui {

namespace {

constexpr int kFlags = int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWrapAnywhere;
constexpr int kWordFlags = int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap;

/// By words where every word fits, else anywhere.
int flagsFor(const QFontMetrics &metrics, const QString &text, int width)
{
    for (const auto word : QStringView(text).split(u' '))
        if (metrics.horizontalAdvance(word.toString()) > width)
            return kFlags;
    return kWordFlags;
}

} // namespace

WrapLabel::WrapLabel(const QString &text, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setFocusPolicy(Qt::ClickFocus);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QRect WrapLabel::area(int width) const
{
    return fontMetrics().boundingRect(QRect(0, 0, width, 4000), flagsFor(fontMetrics(), text(), width), text());
}

int WrapLabel::heightForWidth(int width) const { return area(width).height(); }

QSize WrapLabel::sizeHint() const { return {120, heightForWidth(width() > 20 ? width() : 160)}; }

QSize WrapLabel::minimumSizeHint() const { return {40, fontMetrics().height()}; }

void WrapLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.setFont(font());
    painter.drawText(rect(), flagsFor(fontMetrics(), text(), width()), text());
}

void WrapLabel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        QGuiApplication::clipboard()->setText(text());
    else
        QLabel::keyPressEvent(event);
}

void WrapLabel::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addAction(tr("Copy"), this, [this] { QGuiApplication::clipboard()->setText(text()); });
    menu.exec(event->globalPos());
}

} // namespace watchdesk::ui
