// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace watchdesk::desktop {

/// Measures how long the event loop was ever kept from turning: a timer of 5 ms notes how late it comes. GUI thread.
class Watchdog : public QObject
{
    Q_OBJECT

public:
    explicit Watchdog(QObject *parent = nullptr);
    /// From here on blocks count; what came before was the start of the program.
    void start();
    qint64 longestBlock() const { return m_longest; }

Q_SIGNALS:
    void blocked(qint64 milliseconds); ///< longer than the product allows

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

} // namespace watchdesk::desktop
