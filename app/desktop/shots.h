// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace watchdesk::ui {
class MainWindow;
}

namespace watchdesk::desktop {

/// Draws every view of the loaded data to PNG files, one after the other, each once it has come to rest; then ends the
/// program: 0, or 6 when something never came to rest or a file could not be written. GUI thread.
class Shots : public QObject
{
    Q_OBJECT

public:
    /// Files are `<view>-<suffix>.png` in `folder`.
    Shots(ui::MainWindow *window, const QString &folder, const QString &suffix, QObject *parent = nullptr);
    void start();

private:
    struct Step;
    void poll();
    void prepare(int step);
    bool isReady() const;
    bool save(const QString &name);

    ui::MainWindow *m_window;
    QString m_folder;
    QString m_suffix;
    QTimer m_timer;
    QElapsedTimer m_waiting;
    int m_step = -1;
    int m_calm = 0;
    int m_failures = 0;
};

} // namespace watchdesk::desktop
