// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;

namespace watchdesk::ui {

/// Asks whether queries may read what an externaldata of theirs names, and knows what was allowed: for good, which is
/// kept in the settings, or in this window. A strip that is hidden where there is nothing to ask. GUI thread.
class ExternalLeave : public QFrame
{
    Q_OBJECT

public:
    explicit ExternalLeave(QWidget *parent = nullptr);

    /// Hosts and folders that may be read.
    QStringList places() const;
    /// Asks for those of the addresses that may not be read; they may be an attacker's. False where it has nothing to
    /// ask.
    bool ask(const QStringList &addresses);

    static QStringList lastingPlaces();
    static void setLastingPlaces(const QStringList &places);

Q_SIGNALS:
    void given();

private:
    void give(bool forGood);

    QLabel *m_question = nullptr;
    QStringList m_wanted;
    QStringList m_given; ///< in this window
};

} // namespace watchdesk::ui
