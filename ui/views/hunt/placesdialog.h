// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace watchdesk::ui {

/// What externaldata may always read: hosts and folders, to add to and to take back. Changes count at once. GUI thread.
class PlacesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PlacesDialog(QWidget *parent = nullptr);

private:
    QWidget *buildEntry();
    void add();
    void remove();
    void showPlaces();

    QListWidget *m_list = nullptr;
    QLineEdit *m_entry = nullptr;
    QLabel *m_wrong = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace watchdesk::ui
