// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/topbar.h"

#include "app/base/safetext.h"
#include "app/defender/client.h"
#include "app/session/session.h"
#include "ui/shell/meter.h"
#include "ui/shell/searchfield.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/tokens.h"

#include <QActionGroup>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStyle>
#include <QTimer>
#include <QToolButton>

namespace watchdesk::ui {

namespace {

constexpr int kCallsAMinute = 100; ///< the service's limit for one application

QFrame *pill(QHBoxLayout **line)
{
    auto *frame = new QFrame;
    frame->setProperty("look", QStringLiteral("pill"));
    frame->setFixedHeight(28);
    *line = new QHBoxLayout(frame);
    (*line)->setContentsMargins(9, 0, 9, 0);
    (*line)->setSpacing(7);
    return frame;
}

QToolButton *pillButton(const QString &name)
{
    auto *button = new QToolButton;
    button->setProperty("look", QStringLiteral("pill"));
    button->setFixedHeight(28);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

TopBar::TopBar(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("topBar"));
    setFixedHeight(42);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(10);
    buildTenant(layout);
    m_search = new SearchField;
    layout->addStretch(1);
    layout->addWidget(m_search, 6);
    layout->addStretch(1);
    buildRange(layout);
    buildMeter(layout);
    buildLive(layout);
    m_timer = new QTimer(this);
    m_timer->setInterval(1000);
    connect(m_timer, &QTimer::timeout, this, &TopBar::tick);
    m_timer->start();
}

void TopBar::buildTenant(QBoxLayout *layout)
{
    QHBoxLayout *line = nullptr;
    QFrame *frame = pill(&line);
    m_dot = plainLabel(QStringLiteral("●"), "faint");
    m_dot->setFont(uiFont(11));
    m_kind = plainLabel(tr("Opening …"));
    m_kind->setFont(uiFont(12.5, QFont::DemiBold));
    m_title = plainLabel({}, "muted");
    line->addWidget(m_dot);
    line->addWidget(m_kind);
    line->addWidget(m_title);
    layout->addWidget(frame);
}

void TopBar::buildRange(QBoxLayout *layout)
{
    m_rangeButton = pillButton(tr("Time range"));
    m_rangeButton->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_rangeButton);
    m_ranges = new QActionGroup(menu);
    const QList<std::pair<QString, Ticks>> ranges = {{tr("Last hour"), kTicksPerHour},
                                                     {tr("Last 24 h"), kTicksPerDay},
                                                     {tr("Last 7 days"), 7 * kTicksPerDay},
                                                     {tr("Last 30 days"), 30 * kTicksPerDay},
                                                     {tr("Everything held"), 0}};
    for (const auto &[text, span] : ranges) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(span);
        m_ranges->addAction(action);
        connect(action, &QAction::triggered, this, [this, name = text, ticks = span] {
            m_range = {ticks};
            m_rangeButton->setText(QString(name % QStringLiteral("  ▾")));
            Q_EMIT timeRangeChosen(m_range);
        });
        if (span == m_range.span) {
            action->setChecked(true);
            m_rangeButton->setText(QString(text % QStringLiteral("  ▾")));
        }
    }
    m_rangeButton->setMenu(menu);
    layout->addWidget(m_rangeButton);
}

void TopBar::chooseTimeRange(const TimeRange &range)
{
    const auto actions = m_ranges->actions();
    for (QAction *action : actions) {
        if (action->data().toLongLong() == range.span)
            action->trigger();
    }
}

void TopBar::buildMeter(QBoxLayout *layout)
{
    QHBoxLayout *line = nullptr;
    m_meterPill = pill(&line);
    m_meterPill->setToolTip(tr("Requests to the service in the last minute; it allows %1.").arg(kCallsAMinute));
    m_meter = new Meter;
    m_meter->setAccessibleName(tr("API calls in the last minute"));
    m_calls = plainLabel(tr("0 / %1 a min").arg(kCallsAMinute));
    line->addWidget(plainLabel(tr("API"), "muted"));
    line->addWidget(m_meter);
    line->addWidget(m_calls);
    layout->addWidget(m_meterPill);
    m_meterPill->hide();
}

void TopBar::buildLive(QBoxLayout *layout)
{
    m_live = pillButton(tr("How fresh the data is; syncs now"));
    m_live->setToolTip(tr("Sync now"));
    m_live->setText(tr("Not synced"));
    connect(m_live, &QToolButton::clicked, this, &TopBar::syncWanted);
    layout->addWidget(m_live);
}

void TopBar::setDot(const char *tone)
{
    m_dot->setProperty("look", QString::fromLatin1(tone));
    m_dot->style()->unpolish(m_dot);
    m_dot->style()->polish(m_dot);
}

void TopBar::useSession(std::shared_ptr<session::Session> session)
{
    m_session = std::move(session);
    using Kind = session::Session::Kind;
    const Kind kind = m_session->kind();
    m_kind->setText(kind == Kind::Lab ? tr("Lab tenant") : kind == Kind::Tenant ? tr("Tenant") : tr("Offline"));
    m_title->setText(visibleText(m_session->title(), 48));
    setDot(kind == Kind::Offline ? "warn" : "good");
    if (m_session->client() != nullptr) {
        m_meterPill->show();
        connect(m_session->client(), &defender::Client::sent, this,
                [this] { m_sent.push_back(QDateTime::currentMSecsSinceEpoch()); });
    } else {
        m_live->setText(tr("Held data only"));
        m_live->setEnabled(false);
    }
}

void TopBar::showOpening(const QString &text) { m_title->setText(text); }

void TopBar::showFailure(const QString &text)
{
    setDot("bad");
    m_kind->setText(tr("Not open"));
    m_title->setText(visibleText(text, 60));
    m_title->setToolTip(text.toHtmlEscaped());
}

void TopBar::showProgress(const QString &text)
{
    m_progress = text;
    tick();
}

void TopBar::showSynced(bool complete)
{
    m_syncedAt = QDateTime::currentMSecsSinceEpoch();
    m_complete = complete;
    m_progress.clear();
    tick();
}

void TopBar::tick()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    while (!m_sent.empty() && m_sent.front() < now - 60'000)
        m_sent.pop_front();
    m_meter->setShare(double(m_sent.size()) / kCallsAMinute);
    m_calls->setText(tr("%1 / %2 a min").arg(m_sent.size()).arg(kCallsAMinute));
    if (!m_progress.isEmpty()) {
        m_live->setText(m_progress);
    } else if (m_syncedAt > 0) {
        const qint64 seconds = (now - m_syncedAt) / 1000;
        const QString age = seconds < 90 ? tr("%1 s ago").arg(seconds) : tr("%1 min ago").arg(seconds / 60);
        m_live->setText(m_complete ? tr("Live ● %1").arg(age) : tr("Partial ◐ %1").arg(age));
    }
}

} // namespace watchdesk::ui
