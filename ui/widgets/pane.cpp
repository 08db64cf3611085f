// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/pane.h"

#include "app/base/safetext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace watchdesk::ui {

namespace {

constexpr int kTypingPause = 180;

} // namespace

void restyle(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QLabel *plainLabel(const QString &text, const char *styleName, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    if (styleName != nullptr)
        label->setProperty("look", QString::fromLatin1(styleName));
    return label;
}

QLabel *sectionLabel(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(text.toUpper(), "section", parent);
    label->setWordWrap(true); // translations are longer
    QFont font = uiFont(11, QFont::DemiBold);
    font.setLetterSpacing(QFont::PercentageSpacing, 105);
    label->setFont(font);
    label->setAccessibleName(text);
    return label;
}

void emptyLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

Pane::Pane(const QString &title, QWidget *parent)
    : QFrame(parent)
{
    setProperty("look", QStringLiteral("pane"));
    setAccessibleName(title);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(1, 1, 1, 4);
    m_layout->setSpacing(0);
    m_layout->addWidget(buildHead(title));
    m_notice = plainLabel({}, "notice");
    m_notice->setWordWrap(true);
    m_notice->hide();
    m_layout->addWidget(m_notice);
}

QWidget *Pane::buildHead(const QString &title)
{
    auto *head = new QFrame;
    head->setProperty("look", QStringLiteral("paneHead"));
    head->setFixedHeight(32);
    m_head = new QHBoxLayout(head);
    m_head->setContentsMargins(10, 0, 6, 0);
    m_head->setSpacing(8);
    m_title = new ElidedLabel;
    m_title->setText(title);
    m_title->setProperty("look", QStringLiteral("paneTitle"));
    m_title->setFont(uiFont(12.5, QFont::DemiBold));
    m_count = new ElidedLabel;
    m_count->setProperty("look", QStringLiteral("muted"));
    m_tagHolder = new QWidget;
    m_tags = new QHBoxLayout(m_tagHolder);
    m_tags->setContentsMargins(0, 0, 0, 0);
    m_tags->setSpacing(8);
    m_head->addWidget(m_title);
    m_head->addWidget(m_count);
    m_head->addStretch(1);
    m_head->addWidget(m_tagHolder);
    return head;
}

void Pane::setTitle(const QString &title)
{
    const QString shown = visibleText(title, 300);
    m_title->setText(shown);
    m_title->setToolTip(shown.toHtmlEscaped());
    setAccessibleName(shown);
}

void Pane::setCount(const QString &text) { m_count->setText(visibleText(text, 300)); }

void Pane::setExternal(bool external)
{
    m_title->setProperty("external", external);
    restyle(m_title);
}

void Pane::setTags(const QStringList &tags, bool external)
{
    emptyLayout(m_tags);
    for (const QString &tag : tags) {
        QLabel *label = plainLabel(visibleText(tag, 40), "tag");
        label->setProperty("external", external);
        label->setFont(uiFont(11, QFont::DemiBold));
        m_tags->addWidget(label, 0, Qt::AlignVCenter);
    }
    fitTags();
}

/// The title comes first: where there is no room for both, the tags go.
void Pane::fitTags()
{
    int needed = m_tags->sizeHint().width() + 30;
    for (int i = 0; i < m_head->count(); ++i) {
        const QWidget *part = m_head->itemAt(i)->widget();
        if (part != nullptr && part != m_tagHolder)
            needed += part->sizeHint().width() + m_head->spacing();
    }
    m_tagHolder->setVisible(m_tags->count() > 0 && needed <= width());
}

void Pane::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitTags();
}

QToolButton *Pane::addButton(const QString &iconName, const QString &name)
{
    auto *button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setIconSize({14, 14});
    button->setAutoRaise(true);
    button->setToolTip(name.toHtmlEscaped());
    button->setAccessibleName(name);
    m_head->addWidget(button);
    return button;
}

void Pane::addExpandButton()
{
    m_expand = addButton(QStringLiteral("expand"), tr("Expand %1").arg(accessibleName()));
    m_expand->setCheckable(true);
    connect(m_expand, &QToolButton::toggled, this, [this](bool expanded) {
        m_expand->setIcon(icon(expanded ? QStringLiteral("restore") : QStringLiteral("expand")));
        Q_EMIT expandToggled(expanded);
    });
}

void Pane::addHeadWidget(QWidget *widget) { m_head->addWidget(widget); }

void Pane::addFilter(const QString &hint)
{
    m_filter = new QLineEdit;
    m_filter->setProperty("look", QStringLiteral("filter"));
    m_filter->setFont(monoFont());
    m_filter->setFixedHeight(28);
    m_filter->setPlaceholderText(hint);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(2000);
    m_filter->setAccessibleName(tr("Filter of %1").arg(m_title->text()));
    m_filter->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_filterError = plainLabel({}, "filterError");
    m_filterError->setFont(uiFont(11.5));
    m_filterError->setWordWrap(true);
    m_filterError->hide();
    m_layout->addWidget(m_filter);
    m_layout->addWidget(m_filterError);
    m_pause = new QTimer(this);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kTypingPause);
    connect(m_filter, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_pause, &QTimer::timeout, this, [this] { Q_EMIT filterChanged(m_filter->text()); });
}

QString Pane::filter() const { return m_filter == nullptr ? QString() : m_filter->text(); }

void Pane::setFilter(const QString &text)
{
    m_filter->setText(text);
    m_pause->stop();
    Q_EMIT filterChanged(text);
}

void Pane::setFilterError(const QString &message, int start, int end)
{
    m_filterError->setText(visibleText(message, 2000));
    m_filterError->setVisible(!message.isEmpty());
    if (m_filter->property("wrong").toBool() != !message.isEmpty()) {
        m_filter->setProperty("wrong", !message.isEmpty());
        restyle(m_filter);
    }
    const QString culprit = m_filter->text().mid(start, end - start);
    m_filterError->setAccessibleDescription(visibleText(culprit, 200));
}

void Pane::setNotice(const QString &text)
{
    m_notice->setText(visibleText(text, 2000));
    m_notice->setVisible(!text.isEmpty());
}

void Pane::setContent(QWidget *widget) { m_layout->addWidget(widget, 1); }

void Pane::setTop(QWidget *widget)
{
    widget->setProperty("look", QStringLiteral("paneTop"));
    m_layout->insertWidget(1, widget); // below the head
}

void Pane::setFoot(QWidget *widget)
{
    widget->setProperty("look", QStringLiteral("paneFoot"));
    m_layout->addWidget(widget);
}

} // namespace watchdesk::ui
