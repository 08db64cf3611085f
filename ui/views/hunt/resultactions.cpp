// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/hunt/resultactions.h"

#include "app/base/safetext.h"
#include "app/defender/resource.h"
#include "app/defender/titles.h"
#include "app/response/machineaction.h"
#include "app/response/shortcut.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/menupill.h"
#include "ui/widgets/responses.h"
#include "ui/widgets/whynot.h"

#include <QItemSelectionModel>
#include <QMenu>
#include <QRegularExpression>
#include <QToolButton>

#include <algorithm>

namespace watchdesk::ui {

namespace {

constexpr qsizetype kMostRows = 500; ///< of one sheet, as in every list
constexpr qsizetype kMostValues = 8;

/// The hunting schema's columns of what an indicator can match. A device's own name looks like a domain and is none.
const QStringList &valueColumns()
{
    static const QStringList names =
        QStringLiteral("SHA1 SHA256 MD5 InitiatingProcessSHA1 InitiatingProcessSHA256 InitiatingProcessMD5 RemoteIP "
                       "RemoteUrl FileOriginUrl FileOriginIP Url UrlDomain Domain DestinationIP")
            .split(u' ');
    return names;
}

void addOnce(QStringList &values, const QString &value)
{
    if (!value.isEmpty() && !values.contains(value))
        values.append(value);
}

/// The API names a device by 40 hexadecimal digits; anything else was made by the query.
bool isDeviceId(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9a-fA-F]{40}\\z"));
    return form.match(text).hasMatch();
}

} // namespace

ResultActions::ResultActions(Grid *grid, QObject *parent)
    : QObject(parent)
    , m_grid(grid)
    , m_button(
          menuPill(tr("Take action"), tr("Take action on the chosen rows"), this, [this](QMenu *menu) { fill(menu); }))
{
}

void ResultActions::setWaiting(bool waiting)
{
    m_button->setEnabled(!waiting);
    m_button->setToolTip(waiting ? tr("The query still runs: wait for its last rows, or stop it.")
                                 : tr("Take action on the chosen rows"));
}

ResultActions::Named ResultActions::named() const
{
    Named named;
    const TableModel *model = m_grid->tableModel();
    if (model == nullptr || !model->table() || m_grid->selectionModel() == nullptr)
        return named;
    const Table &table = *model->table();
    const int device = table.indexOf(QStringLiteral("DeviceId"));
    const int deviceName = table.indexOf(QStringLiteral("DeviceName"));
    const int alert = table.indexOf(QStringLiteral("AlertId"));
    const QModelIndexList rows = m_grid->selectionModel()->selectedRows();
    named.isCut = rows.size() > kMostRows;
    for (const QModelIndex &index : rows.mid(0, kMostRows)) {
        const qsizetype row = model->baseRow(index.row());
        const QString id = device < 0 ? QString() : table.display(row, device);
        if (isDeviceId(id) && !named.devices.contains(id)) {
            named.devices.append(id);
            named.deviceNames.append(deviceName < 0 ? id : table.display(row, deviceName));
        }
        if (alert >= 0)
            addOnce(named.alerts, table.display(row, alert));
        for (const QString &name : valueColumns()) {
            const int column = table.indexOf(name);
            const QString value = column < 0 ? QString() : table.display(row, column);
            const QString type = response::indicatorTypeOf(value);
            if (type == u"FileSha1")
                addOnce(named.files, value);
            if (!type.isEmpty())
                addOnce(named.values, value);
        }
    }
    return named;
}

void ResultActions::add(QMenu *menu, const QString &text, const QString &reason, std::function<SheetRequest()> request)
{
    connect(addEntry(menu, text, reason), &QAction::triggered, this,
            [this, request = std::move(request)] { Q_EMIT wanted(request()); });
}

void ResultActions::fill(QMenu *menu)
{
    const Named named = this->named();
    fillDevices(menu, named);
    fillAlerts(menu, named);
    fillValues(menu, named);
    if (!menu->isEmpty())
        return;
    const bool hasRow = m_grid->selectionModel() != nullptr && m_grid->selectionModel()->hasSelection();
    addEntry(menu, hasRow ? tr("The chosen rows name nothing to act on") : tr("Choose rows first"),
             tr("Columns such as DeviceId, AlertId, SHA1 or RemoteIP say what an action is about."));
}

QString ResultActions::whyNoDevice(const QString &verb, const Named &named) const
{
    const QString reason = whyNot(m_gate, verb);
    if (!reason.isEmpty() || verb != u"quarantine")
        return reason;
    return named.files.size() > 1 ? tr("The chosen rows name several files; choose those of one.") : QString();
}

void ResultActions::fillDevices(QMenu *menu, const Named &named)
{
    if (named.devices.isEmpty())
        return;
    menu->addSection(named.devices.size() == 1 ? visibleText(named.deviceNames.first(), 60)
                                               : tr("%Ln device(s)", nullptr, int(named.devices.size())));
    if (named.isCut)
        addEntry(menu, tr("Of the first %1 chosen rows").arg(kMostRows), tr("A sheet takes no more."));
    for (const defender::ResourceAction &action : defender::resourceNamed(QStringLiteral("machines"))->actions) {
        if (!action.hasTarget())
            continue;
        const QString verb = response::gateName(action);
        QString text = defender::translatedTitle(action.title) + u'…';
        if (named.devices.size() > 1)
            text += QStringLiteral(" (%1)").arg(named.devices.size());
        add(menu, text, whyNoDevice(verb, named),
            [verb, named] { return deviceRequest(verb, named.devices, named.deviceNames, named.files.value(0)); });
    }
}

void ResultActions::fillAlerts(QMenu *menu, const Named &named)
{
    if (named.alerts.isEmpty())
        return;
    menu->addSection(tr("%Ln alert(s)", nullptr, int(named.alerts.size())));
    for (const char *verb : {"resolve", "assign", "classify", "comment"}) {
        const response::Shortcut shortcut = response::shortcutNamed(QLatin1String(verb));
        add(menu, shortcut.title + u'…', whyNot(m_gate, shortcut.action),
            [verb = shortcut.verb, named] { return alertRequest(verb, named.alerts); });
    }
}

void ResultActions::fillValues(QMenu *menu, const Named &named)
{
    if (named.values.isEmpty())
        return;
    menu->addSection(tr("Indicator for"));
    for (const QString &value : named.values.mid(0, kMostValues)) {
        QMenu *more = menu->addMenu(visibleText(value, 48).replace(u'&', QStringLiteral("&&")));
        more->setToolTipsVisible(true);
        for (const char *verb : {"block", "allow", "audit"}) {
            const response::Shortcut shortcut = response::shortcutNamed(QLatin1String(verb));
            add(more, shortcut.title + u'…', whyNot(m_gate, shortcut.action),
                [verb = shortcut.verb, value] { return valueRequest(verb, value); });
        }
    }
    if (named.values.size() > kMostValues)
        addEntry(menu, tr("… and %Ln more", nullptr, int(named.values.size() - kMostValues)),
                 tr("Choose fewer rows to see them."));
}

} // namespace watchdesk::ui
