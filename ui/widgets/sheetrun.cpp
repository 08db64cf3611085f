// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/sheetrun.h"

#include "app/base/safetext.h"
#include "app/response/gate.h"
#include "ui/widgets/inspector.h"

#include <algorithm>

namespace watchdesk::ui {

SheetRun::SheetRun(QObject *parent)
    : QObject(parent)
{
}

void SheetRun::use(response::Gate *gate, const SheetRequest &request)
{
    if (m_gate != nullptr)
        m_gate->disconnect(this);
    m_gate = gate;
    m_request = request;
    m_targets = request.targets.isEmpty() ? QStringList(QString()) : request.targets;
    m_isDevice = response::deviceAction(request.action) != nullptr;
    m_sheets.clear();
    m_states.clear();
    ++m_look;
    ++m_run;
    m_missing = m_open = 0;
    if (gate != nullptr)
        connect(gate, &response::Gate::stateChanged, this, &SheetRun::showState);
}

QString SheetRun::nameOf(qsizetype target) const
{
    const QString name = m_request.names.value(target);
    return visibleText(name.isEmpty() ? m_targets.value(target) : name, 100);
}

void SheetRun::look(const QJsonObject &body, const QString &comment)
{
    if (m_gate == nullptr || isRunning())
        return;
    m_body = body;
    m_comment = comment;
    ++m_look;
    m_sheets = QList<response::DryRun>(m_targets.size());
    m_missing = m_targets.size();
    for (qsizetype target = 0; target < m_targets.size(); ++target)
        lookAt(target);
}

void SheetRun::lookAt(qsizetype target)
{
    auto sheet = m_isDevice
                     ? m_gate->dryRunLater({m_request.action, m_targets[target], m_comment, m_body, {}})
                     : m_gate->dryRunOperationLater({m_request.action, m_targets[target], m_body, m_comment, {}});
    sheet.then(this, [this, look = m_look, target](const Result<response::DryRun> &made) {
        if (look == m_look)
            takeSheet(look, target, made);
    });
}

void SheetRun::takeSheet(int look, qsizetype target, const Result<response::DryRun> &sheet)
{
    if (!sheet) {
        ++m_look;
        m_missing = 0;
        Q_EMIT failed(sheet.error());
        return;
    }
    m_sheets[target] = *sheet;
    if (--m_missing == 0 && look == m_look)
        Q_EMIT looked();
}

qsizetype SheetRun::ready() const
{
    return std::count_if(m_sheets.begin(), m_sheets.end(),
                         [](const response::DryRun &sheet) { return !sheet.isRefused(); });
}

void SheetRun::start()
{
    if (m_gate == nullptr || isLooking() || isRunning())
        return;
    m_open = ready();
    for (qsizetype target = 0; target < m_sheets.size(); ++target) {
        if (m_sheets[target].isRefused())
            continue;
        if (m_isDevice)
            runDevice(target);
        else
            runOperation(target);
    }
}

QString SheetRun::prefix(qsizetype target) const
{
    return m_targets.size() > 1 ? QString(nameOf(target) % QStringLiteral(": ")) : QString();
}

void SheetRun::runDevice(qsizetype target)
{
    m_gate->run({m_request.action, m_targets[target], m_comment, m_body, {}})
        .then(this, [this, run = m_run, target](const Result<response::MachineAction> &action) {
            if (run != m_run)
                return;
            if (action)
                showState(*action);
            else
                Q_EMIT said(prefix(target) + action.error().message, "bad");
            endOne();
        });
}

void SheetRun::runOperation(qsizetype target)
{
    m_gate->perform({m_request.action, m_targets[target], m_body, m_comment, {}})
        .then(this, [this, run = m_run, target](const Result<QJsonObject> &answer) {
            if (run != m_run)
                return;
            const QString id = answer ? answer->value(QStringLiteral("id")).toVariant().toString() : QString();
            const QString done = id.isEmpty() || id == m_targets[target] ? tr("done") : tr("done: %1").arg(id);
            if (answer)
                Q_EMIT said(QString(QStringLiteral("● ") + prefix(target) + done), "good");
            else
                Q_EMIT said(prefix(target) + answer.error().message, "bad");
            endOne();
        });
}

void SheetRun::showState(const response::MachineAction &action)
{
    const qsizetype target = m_targets.indexOf(action.deviceId);
    if (!m_isDevice || !isRunning() || target < 0 || m_states.value(action.deviceId) == action.status)
        return;
    m_states.insert(action.deviceId, action.status);
    const char *look = action.succeeded() ? "good" : action.isFinal() ? "bad" : "warn";
    Q_EMIT said(
        QString(stateGlyph(action.status) % u' ' % prefix(target) % action.type % QStringLiteral(": ") % action.status),
        look);
}

void SheetRun::endOne()
{
    if (--m_open == 0)
        Q_EMIT finished();
}

} // namespace watchdesk::ui
