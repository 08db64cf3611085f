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
#include <QPainter>
#include <QStyle>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace watchdesk::ui {

namespace {

constexpr int kTenantLine = 3;
constexpr qsizetype kListedOperations = 12; ///< in the meter's tip

/// How near an operation is to its limit: the one that is nearest, in calls or in time that they run.
struct Nearness
{
    double share = 0;
    QString text; ///< "12 / 100 a min"; "" where no limit is stated
};

double minutes(std::chrono::milliseconds span) { return double(span.count()) / 60'000; }

Nearness nearness(const defender::OperationQuota &use)
{
    Nearness near;
    const auto weigh = [&near](double used, double allowed, const QString &text) {
        if (allowed > 0 && (near.text.isEmpty() || used / allowed > near.share))
            near = {used / allowed, text.arg(std::ceil(used)).arg(allowed)};
    };
    weigh(use.lastMinute, use.perMinute, TopBar::tr("%1 / %2 a min"));
    weigh(use.lastHour, use.perHour, TopBar::tr("%1 / %2 an hour"));
    weigh(minutes(use.ranLastHour), minutes(use.runPerHour), TopBar::tr("%1 / %2 min running an hour"));
    weigh(minutes(use.ranLastDay), minutes(use.runPerDay), TopBar::tr("%1 / %2 min running a day"));
    return near;
}

/// "; runs 12 s of 600 s an hour, 40 s of 10800 s a day" where the service limits that.
QString runText(const defender::OperationQuota &use)
{
    if (use.runPerHour.count() == 0)
        return {};
    const auto seconds = [](std::chrono::milliseconds span) {
        return std::chrono::ceil<std::chrono::seconds>(span).count();
    };
    return TopBar::tr("; ran %1 of %2 s in the hour, %3 of %4 s in the day")
        .arg(seconds(use.ranLastHour))
        .arg(seconds(use.runPerHour))
        .arg(seconds(use.ranLastDay))
        .arg(seconds(use.runPerDay));
}

QString waitText(const defender::OperationQuota &use)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(use.free).count();
    return seconds > 0 ? TopBar::tr("free in %1 s").arg(seconds) : QString();
}

QString ofLimit(int used, int limit)
{
    return limit > 0 ? TopBar::tr("%1 of %2").arg(used).arg(limit) : QString::number(used);
}

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
    m_meter = new Meter;
    m_meter->setAccessibleName(tr("How much of the service's quota is used"));
    m_calls = plainLabel(tr("no calls"));
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
    m_title->setText(visibleText(m_session->title(), 48));
    connect(m_session.get(), &session::Session::offlineChanged, this, &TopBar::showReach);
    showReach();
}

/// Whether anything is sent from here, and to whom.
void TopBar::showReach()
{
    using Kind = session::Session::Kind;
    const Kind kind = m_session->kind();
    const bool isOffline = m_session->isOffline();
    const QString tenant = kind == Kind::Lab ? tr("Lab tenant") : tr("Tenant");
    m_kind->setText(!isOffline ? tenant : kind == Kind::Offline ? tr("Offline") : tr("%1, offline").arg(tenant));
    setDot(isOffline ? "warn" : "good");
    m_meterPill->setVisible(!isOffline);
    m_live->setEnabled(!isOffline);
    if (isOffline)
        m_live->setText(tr("Held data only"));
    else if (m_syncedAt == 0)
        m_live->setText(tr("Not synced"));
    else
        tick();
}

/// A tenant among several is known by its colour, too: a line below everything that says whose data this is.
void TopBar::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    const QColor tone = m_session ? tenantTone(m_session->colour()) : QColor();
    if (tone.isValid())
        QPainter(this).fillRect(0, height() - kTenantLine, width(), kTenantLine, tone);
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

/// The operation that is nearest to its limit counts: it is the one that will have to wait.
void TopBar::showQuota()
{
    QList<defender::OperationQuota> uses = m_session->client()->quotaUse();
    std::sort(uses.begin(), uses.end(), [](const auto &left, const auto &right) {
        return std::pair(left.free, nearness(left).share) > std::pair(right.free, nearness(right).share);
    });
    QStringList lines{tr("Calls in the last minute and hour, and what the service allows:")};
    for (const defender::OperationQuota &use : uses.first(qMin(uses.size(), kListedOperations)))
        lines.append(
            tr("%1: %2 a min, %3 an hour")
                .arg(use.operation, ofLimit(use.lastMinute, use.perMinute), ofLimit(use.lastHour, use.perHour)) +
            runText(use) + QStringLiteral("  ") + waitText(use));
    m_meterPill->setToolTip(lines.join(u'\n').toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
    const Nearness near = uses.isEmpty() ? Nearness() : nearness(uses.first());
    m_meter->setShare(near.share);
    if (near.text.isEmpty())
        m_calls->setText(tr("no calls"));
    else if (const QString wait = waitText(uses.first()); !wait.isEmpty())
        m_calls->setText(wait);
    else
        m_calls->setText(near.text);
    m_meterPill->setAccessibleName(lines.join(u'\n'));
}

void TopBar::tick()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (m_session && m_session->client())
        showQuota();
    if (m_session && m_session->isOffline())
        return;
    if (!m_progress.isEmpty()) {
        m_live->setText(m_progress);
    } else if (m_syncedAt > 0) {
        const qint64 seconds = (now - m_syncedAt) / 1000;
        const QString age = seconds < 90 ? tr("%1 s ago").arg(seconds) : tr("%1 min ago").arg(seconds / 60);
        m_live->setText(m_complete ? tr("Live ● %1").arg(age) : tr("Partial ◐ %1").arg(age));
    }
}

} // namespace watchdesk::ui
