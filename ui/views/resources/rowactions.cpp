// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/resources/rowactions.h"

#include "app/defender/resource.h"
#include "app/defender/titles.h"
#include "app/response/machineaction.h"
#include "ui/views/resources/resourcepane.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/menupill.h"
#include "ui/widgets/whynot.h"

#include <QItemSelectionModel>
#include <QJsonArray>
#include <QMenu>
#include <QToolButton>

namespace watchdesk::ui {

namespace {

constexpr qsizetype kMostTargets = 500; ///< as many as the service takes in its own batches

const defender::Resource &entityOf(const defender::Resource &resource)
{
    const defender::Resource *shape = defender::resourceNamed(resource.shape);
    return shape ? *shape : resource;
}

/// The member that takes many keys at once: "IndicatorIds".
QString batchMember(const defender::ResourceAction &action)
{
    for (const defender::BodyField &field : action.body) {
        if (field.required && field.type == ColumnType::Dynamic && field.name.endsWith(QLatin1String("Ids")))
            return field.name;
    }
    return {};
}

/// These replace what is there as a whole: what is there stands in the fields.
bool replacesAll(const defender::ResourceAction &action)
{
    return action.name == u"submitIndicator" || action.name == u"updateMachine" || action.name == u"updateScan";
}

} // namespace

RowActions::RowActions(ResourcePane *pane)
    : QObject(pane)
    , m_pane(pane)
{
    pane->addHeadWidget(menuPill(tr("Respond"), tr("What can be done with the chosen rows"), this,
                                 [this](QMenu *menu) { fill(menu); }));
}

bool RowActions::isOffered(const defender::Resource &resource) { return !entityOf(resource).actions.isEmpty(); }

QStringList RowActions::chosenKeys() const
{
    QStringList keys;
    const QModelIndexList rows = m_pane->grid()->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows.mid(0, kMostTargets))
        keys.append(m_pane->model()->keyAt(row.row()));
    if (keys.isEmpty() && !m_pane->grid()->currentKey().isEmpty())
        keys.append(m_pane->grid()->currentKey());
    return keys;
}

void RowActions::fill(QMenu *menu)
{
    const qsizetype chosen = chosenKeys().size();
    for (const defender::ResourceAction &action : entityOf(m_pane->resource()).actions) {
        const bool needsRows = action.hasTarget() || !batchMember(action).isEmpty();
        QString reason = whyNot(m_gate, response::gateName(action));
        if (reason.isEmpty() && needsRows && chosen == 0)
            reason = tr("No row is chosen.");
        QString text = defender::translatedTitle(action.title) + u'…';
        if (needsRows && chosen > 1)
            text += QStringLiteral(" (%1)").arg(chosen);
        connect(addEntry(menu, text, reason), &QAction::triggered, this,
                [this, &action] { Q_EMIT wanted(requestOf(action)); });
    }
}

SheetRequest RowActions::requestOf(const defender::ResourceAction &action) const
{
    SheetRequest request{response::gateName(action)};
    const QStringList keys = chosenKeys();
    if (action.hasTarget()) {
        request.targets = keys;
        for (const QString &key : keys) {
            const int row = m_pane->model()->rowOfKey(key);
            request.names.append(row < 0 ? key : m_pane->model()->index(row, 0).data().toString());
        }
    } else if (const QString member = batchMember(action); !member.isEmpty()) {
        request.parameters.insert(member, QJsonArray::fromStringList(keys));
    }
    if (replacesAll(action) && keys.size() == 1) {
        const QJsonObject record = m_pane->record(keys.first());
        for (const defender::BodyField &field : action.body) {
            request.asked.append(field.name);
            if (!record.value(field.name).isNull() && !record.value(field.name).isUndefined())
                request.parameters.insert(field.name, record.value(field.name));
        }
    }
    return request;
}

} // namespace watchdesk::ui
