// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/selection.h"
#include "ui/models/timerange.h"

#include <QFrame>

class QActionGroup;
class QBoxLayout;
class QLabel;
class QTimer;
class QToolButton;

namespace watchdesk::session {
class Session;
}

namespace watchdesk::ui {

class SearchField;
class Meter;

/// The line below the menus: whose data this is, the search, the time range, how much of the API's quota is used, how
/// fresh the data is. GUI thread.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    void useSession(std::shared_ptr<session::Session> session);
    void showOpening(const QString &text);
    void showFailure(const QString &text);
    /// What the sync is doing; empty when it rests.
    void showProgress(const QString &text);
    void showSynced(bool complete);
    SearchField *search() const { return m_search; }
    TimeRange timeRange() const { return m_range; }
    /// As if the user had chosen it; one that the menu does not offer changes nothing.
    void chooseTimeRange(const TimeRange &range);

Q_SIGNALS:
    void timeRangeChosen(const watchdesk::ui::TimeRange &range);
    void syncWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildTenant(QBoxLayout *layout);
    void buildRange(QBoxLayout *layout);
    void buildMeter(QBoxLayout *layout);
    void buildLive(QBoxLayout *layout);
    void tick();
    void showQuota();
    void showReach();
    void setDot(const char *tone);

    std::shared_ptr<session::Session> m_session;
    QLabel *m_dot = nullptr;
    QLabel *m_kind = nullptr;
    QLabel *m_title = nullptr;
    SearchField *m_search = nullptr;
    QToolButton *m_rangeButton = nullptr;
    QActionGroup *m_ranges = nullptr;
    QFrame *m_meterPill = nullptr;
    Meter *m_meter = nullptr;
    QLabel *m_calls = nullptr;
    QToolButton *m_live = nullptr;
    TimeRange m_range;
    qint64 m_syncedAt = 0;
    bool m_complete = true;
    QString m_progress;
    QTimer *m_timer = nullptr;
};

} // namespace watchdesk::ui
