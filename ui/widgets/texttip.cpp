// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/texttip.h"

#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace watchdesk::ui {

namespace {

const int kWidest = 640;

QLabel *plain()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    return label;
}

void colour(QLabel *label, const QColor &colour)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
}

} // namespace

TextTip::TextTip(QWidget *over)
    : QFrame(over)
    , m_over(over)
    , m_before(plain())
    , m_stretch(plain())
    , m_after(plain())
    , m_text(plain())
{
    hide();
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    setProperty("look", QStringLiteral("raised"));
    auto *title = new QHBoxLayout;
    title->setSpacing(0);
    for (QLabel *label : {m_before, m_stretch, m_after}) {
        label->setFont(monoFont(11.5, label == m_stretch ? QFont::Bold : QFont::Normal));
        title->addWidget(label);
    }
    title->addStretch(1);
    m_text->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 6);
    layout->setSpacing(3);
    layout->addLayout(title);
    layout->addWidget(m_text);
}

void TextTip::show(const QString &title, const QString &text, std::pair<int, int> stretch)
{
    adopt();
    const int from = qBound(0, stretch.first, int(title.size()));
    const int to = qBound(from, stretch.second, int(title.size()));
    m_before->setText(title.left(from));
    m_stretch->setText(title.mid(from, to - from));
    m_after->setText(title.mid(to));
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    const QFontMetrics metrics(m_text->font());
    int widest = 200;
    for (const QString &line : text.split(u'\n'))
        widest = qMax(widest, metrics.horizontalAdvance(line.left(200)) + 8);
    m_text->setFixedWidth(qMin(kWidest, widest));
    setMaximumWidth(qMax(kWidest, m_over->window()->width() / 2));
    colour(m_stretch, tokens().ac);
    colour(m_text, tokens().mu);
    adjustSize();
    QFrame::show();
    raise();
}

void TextTip::placeAt(const QRect &rectangle, bool above)
{
    const QWidget *window = parentWidget();
    const QPoint top = m_over->mapTo(window, rectangle.topLeft());
    const int y = above ? top.y() - height() - 4 : top.y() + rectangle.height() + 4;
    const bool flips = y < 0 || y + height() > window->height();
    const int other = above ? top.y() + rectangle.height() + 4 : top.y() - height() - 4;
    move(qBound(0, top.x(), qMax(0, window->width() - width())), flips ? qMax(0, other) : y);
}

/// The window is known only once the widget is in one.
void TextTip::adopt()
{
    if (parentWidget() != m_over->window())
        setParent(m_over->window());
}

} // namespace watchdesk::ui
