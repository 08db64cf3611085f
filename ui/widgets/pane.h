// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QBoxLayout;
class QLabel;
class QLayout;
class QLineEdit;
class QTimer;
class QToolButton;

namespace watchdesk::ui {

/// One framed part of a view: a head with title, count, tags and buttons; on wish a filter line with its error in place
/// below; the content; on wish a foot. GUI thread.
class Pane : public QFrame
{
    Q_OBJECT

public:
    explicit Pane(const QString &title, QWidget *parent = nullptr);

    // Texts may be an attacker's: they are shown as plain text, hidden characters visible.
    void setTitle(const QString &title);
    /// "4 of 1,204": quiet text behind the title.
    void setCount(const QString &text);
    void setExternal(bool external); ///< the title in the external alerts' colour
    /// The tags at the right, replaced as a whole; external ones in that colour.
    void setTags(const QStringList &tags, bool external = false);
    QToolButton *addButton(const QString &icon, const QString &name);
    void addHeadWidget(QWidget *widget);
    /// A button that lets the pane fill its view and gives the room back; the view does it when expandToggled() says
    /// so.
    void addExpandButton();
    QToolButton *expandButton() const { return m_expand; } ///< nullptr where there is none

    /// Shows the filter line. `hint` says what can be typed.
    void addFilter(const QString &hint);
    QLineEdit *filterField() const { return m_filter; }
    QString filter() const;
    void setFilter(const QString &text);
    void setFilterError(const QString &message, int start = 0, int end = 0);
    /// One line below the head, for what is wrong with the content itself; empty hides it.
    void setNotice(const QString &text);

    void setContent(QWidget *widget);
    /// A line between the head and the content.
    void setTop(QWidget *widget);
    void setFoot(QWidget *widget);

Q_SIGNALS:
    void filterChanged(const QString &text); ///< after a short pause in typing
    void expandToggled(bool expanded);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitTags();
    QWidget *buildHead(const QString &title);

    QBoxLayout *m_layout = nullptr;
    QBoxLayout *m_head = nullptr;
    QWidget *m_tagHolder = nullptr;
    QBoxLayout *m_tags = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_count = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_filterError = nullptr;
    QLabel *m_notice = nullptr;
    QToolButton *m_expand = nullptr;
    QTimer *m_pause = nullptr;
};

/// Takes everything out of the layout and deletes it, the widgets too.
void emptyLayout(QLayout *layout);
/// Draws the widget by the style sheet anew: a property that it goes by has changed.
void restyle(QWidget *widget);
/// A label that never takes its text for markup.
QLabel *plainLabel(const QString &text = {}, const char *styleName = nullptr, QWidget *parent = nullptr);
/// An upper-case section heading.
QLabel *sectionLabel(const QString &text, QWidget *parent = nullptr);

} // namespace watchdesk::ui
