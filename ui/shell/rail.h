// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QButtonGroup;
class QVBoxLayout;

namespace watchdesk::ui {

/// The column of views at the left; only views that exist. GUI thread.
class Rail : public QFrame
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);
    void addView(const QString &title, const QString &icon, const QString &shortcut);
    void setCurrent(int index);

Q_SIGNALS:
    void chosen(int index);

private:
    QVBoxLayout *m_layout = nullptr;
    QButtonGroup *m_buttons = nullptr;
};

} // namespace watchdesk::ui
