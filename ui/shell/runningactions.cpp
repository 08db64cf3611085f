// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/runningactions.h"

#include "app/base/safetext.h"
#include "app/response/gate.h"
#include "app/session/session.h"
#include "app/store/store.h"
#include "ui/models/livequery.h"
#include "ui/widgets/inspector.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/whynot.h"

#include <QMenu>

namespace watchdesk::ui {

namespace {

constexpr int kMostListed = 30;

} // namespace

RunningActions::RunningActions(QWidget *parent)
    : QToolButton(parent)
{
    setProperty("look", QStringLiteral("chip"));
    setFont(uiFont(11.5));
    setPopupMode(QToolButton::InstantPopup);
    setToolTip(tr("What runs on devices, and how to cancel it"));
    setAccessibleName(toolTip());
    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &RunningActions::fill);
    hide();
}

void RunningActions::useSession(std::shared_ptr<session::Session> session)
{
    m_session = std::move(session);
    delete m_query;
    m_query = new LiveQuery(m_session->store(), {QStringLiteral("MachineActions")}, this);
    connect(m_query, &LiveQuery::arrived, this, &RunningActions::show);
    m_query->setSql(QStringLiteral("SELECT id, type, status, coalesce(computerDnsName, machineId) AS device FROM "
                                   "MachineActions WHERE status IN ('Pending', 'InProgress') ORDER BY "
                                   "creationDateTimeUtc DESC"));
}

void RunningActions::show(const TablePointer &actions)
{
    m_actions = actions;
    const int count = int(actions->rowCount());
    setText(tr("%Ln action(s) running", nullptr, count));
    setAccessibleName(text());
    setVisible(count > 0);
}

void RunningActions::fill()
{
    menu()->clear();
    const QString reason = whyNot(m_session->gate(), QStringLiteral("cancelAction"));
    for (qsizetype row = 0; m_actions && row < std::min<qsizetype>(m_actions->rowCount(), kMostListed); ++row) {
        const auto cell = [&](qsizetype column) { return m_actions->display(row, column); };
        const QString text =
            tr("%1 %2 on %3: %4 — cancel…").arg(stateGlyph(cell(2)), cell(1), cell(3).section(u'.', 0, 0), cell(2));
        connect(addEntry(menu(), text, reason), &QAction::triggered, this,
                [this, id = cell(0)] { Q_EMIT cancelWanted(id); });
    }
}

} // namespace watchdesk::ui
