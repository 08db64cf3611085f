// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/statusline.h"

#include "app/session/session.h"
#include "app/store/store.h"
#include "ui/models/livequery.h"
#include "ui/shell/runningactions.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/tokens.h"

#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QTimer>

namespace watchdesk::ui {

namespace {

const QStringList &countedTables()
{
    static const QStringList tables = {QStringLiteral("Devices"), QStringLiteral("Alerts"),
                                       QStringLiteral("ExternalAlerts"), QStringLiteral("Indicators")};
    return tables;
}

/// The tables whose rows are events: recorded by time, on a device or by a sensor.
QStringList eventTables(const kql::Schema &schema)
{
    QStringList names;
    for (const TableSchema &table : schema.tables) {
        const bool timed = table.indexOf(QStringLiteral("Timestamp")) >= 0;
        if (timed && table.name != u"ExternalAlerts" && !table.name.startsWith(QStringLiteral("Alert")))
            names.append(table.name);
    }
    return names;
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
{
    setSizeGripEnabled(false);
    setFixedHeight(25);
    m_state = addCount(false);
    m_devices = addCount(false);
    m_alerts = addCount(false);
    m_externals = addCount(false);
    m_indicators = addCount(false);
    m_running = new RunningActions;
    addPermanentWidget(m_running);
    m_running->hide(); // a status bar shows what it is given
    connect(m_running, &RunningActions::cancelWanted, this, &StatusLine::cancelWanted);
    m_events = addCount(true);
    m_clock = addCount(true);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &StatusLine::showClock);
    timer->start(1000);
    showClock();
}

QLabel *StatusLine::addCount(bool right)
{
    QLabel *label = plainLabel({}, "muted");
    label->setFont(uiFont(11.5));
    label->setContentsMargins(8, 0, 8, 1);
    if (right)
        addPermanentWidget(label);
    else
        addWidget(label);
    return label;
}

void StatusLine::showState(const QString &text) { m_state->setText(text); }

void StatusLine::useSession(std::shared_ptr<session::Session> session)
{
    m_session = std::move(session);
    m_running->useSession(m_session);
    const std::shared_ptr<store::Store> store = m_session->store();
    const QStringList events = eventTables(store->schema());
    m_counts = new LiveQuery(store, countedTables() + events, this);
    connect(m_counts, &LiveQuery::arrived, this, &StatusLine::showCounts);
    QStringList sums;
    for (const QString &table : events)
        sums.append(QStringLiteral("(SELECT count(*) FROM \"%1\")").arg(table));
    QStringList counts;
    for (const QString &table : countedTables())
        counts.append(QStringLiteral("(SELECT count(*) FROM %1)").arg(table));
    m_counts->setSql(QStringLiteral("SELECT %1, CAST(%2 AS BIGINT)")
                         .arg(counts.join(QStringLiteral(", ")),
                              sums.isEmpty() ? QStringLiteral("0") : sums.join(QStringLiteral(" + "))));
    showClock();
}

void StatusLine::showCounts(const TablePointer &counts)
{
    const QLocale locale;
    const auto number = [&](int column) { return locale.toString(counts->column(column).integer(0)); };
    m_devices->setText(tr("Devices %1").arg(number(0)));
    m_alerts->setText(tr("Alerts %1").arg(number(1)));
    m_externals->setText(tr("External %1").arg(number(2)));
    m_indicators->setText(tr("Indicators %1").arg(number(3)));
    const QString path = m_session->store()->path();
    const qint64 bytes = QFileInfo(path).size() + QFileInfo(QString(path % QStringLiteral(".wal"))).size();
    m_events->setText(path == u":memory:" ? tr("Store %1 events · in memory").arg(number(4))
                                          : tr("Store %1 events · %2")
                                                .arg(number(4), locale.formattedDataSize(
                                                                    bytes, 0, QLocale::DataSizeTraditionalFormat)));
}

void StatusLine::showClock()
{
    const Clock clock = m_session ? m_session->clock() : Clock();
    const QString now = dateTimeFromTicks(clock.now()).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_clock->setText(clock.isShifted() ? tr("%1 UTC · lab clock").arg(now) : tr("%1 UTC").arg(now));
}

} // namespace watchdesk::ui
