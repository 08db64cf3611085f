// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/rail.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/tokens.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

namespace watchdesk::ui {

namespace {

/// Icon over name on a rounded ground, as the design has it.
class RailButton : public QAbstractButton
{
public:
    RailButton(const QString &title, const QString &iconName)
        : m_icon(iconName)
    {
        setText(title);
        setAccessibleName(title);
        setCheckable(true);
        setFixedSize(58, 52);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(hasFocus() ? QPen(t.ac, 1) : QPen(Qt::NoPen));
        painter.setBrush(isChecked() ? t.acbg : underMouse() ? t.w3 : t.w1);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        const QColor ink = isChecked() ? t.ac : underMouse() ? t.tx : t.mu;
        paintIcon(&painter, m_icon, QRectF(19.5, 9, 19, 19), ink);
        painter.setFont(uiFont(10));
        painter.setPen(ink);
        painter.drawText(QRect(0, 31, width(), 15), Qt::AlignCenter, text());
    }

private:
    QString m_icon;
};

} // namespace

Rail::Rail(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("rail"));
    setFixedWidth(64);
    setAccessibleName(tr("Views"));
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 6, 0, 6);
    m_layout->setSpacing(2);
    m_layout->addStretch(1);
    m_buttons = new QButtonGroup(this);
    m_buttons->setExclusive(true);
    connect(m_buttons, &QButtonGroup::idClicked, this, &Rail::chosen);
}

void Rail::addView(const QString &title, const QString &iconName, const QString &shortcut)
{
    auto *button = new RailButton(title, iconName);
    button->setToolTip(QString(title % QStringLiteral(" (") % shortcut % u')').toHtmlEscaped());
    const int index = int(m_buttons->buttons().size());
    m_buttons->addButton(button, index);
    m_layout->insertWidget(index, button, 0, Qt::AlignHCenter);
}

void Rail::setCurrent(int index) { m_buttons->button(index)->setChecked(true); }

} // namespace watchdesk::ui
