// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/resources/resourcetree.h"

#include "app/defender/resource.h"
#include "app/defender/titles.h"
#include "ui/widgets/tokens.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace watchdesk::ui {

namespace {

enum Role { NameRole = Qt::UserRole + 1 };

QStandardItem *plainItem(const QString &text, const QColor &colour)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setForeground(colour);
    item->setFont(uiFont(12));
    return item;
}

QStandardItem *numberItem()
{
    QStandardItem *item = plainItem({}, tokens().mu);
    item->setFont(monoFont(11));
    return item;
}

bool isOffered(const defender::Resource &resource)
{
    const bool isOne = resource.kind == defender::Resource::Kind::Entity;
    return isOne || (resource.canList() && !resource.isRelation() && !resource.table.isEmpty());
}

} // namespace

QString familyTitle(const QString &family)
{
    if (family == u"devices")
        return ResourceTree::tr("Devices");
    if (family == u"alerts")
        return ResourceTree::tr("Alerts");
    if (family == u"incidents")
        return ResourceTree::tr("Incidents");
    if (family == u"indicators")
        return ResourceTree::tr("Indicators");
    if (family == u"response")
        return ResourceTree::tr("Response");
    if (family == u"entities")
        return ResourceTree::tr("Files, addresses, people");
    if (family == u"vulnerabilities")
        return ResourceTree::tr("Weaknesses and exposure");
    if (family == u"exports")
        return ResourceTree::tr("Inventories of all devices");
    if (family == u"scans")
        return ResourceTree::tr("Network scans");
    return ResourceTree::tr("Other");
}

ResourceTree::ResourceTree(QWidget *parent)
    : QWidget(parent)
    , m_filter(new QLineEdit(this))
    , m_tree(new QTreeView(this))
    , m_model(new QStandardItemModel(0, 2, this))
{
    m_filter->setPlaceholderText(tr("Narrow"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Narrow the list"));
    m_filter->setProperty("look", QStringLiteral("filter"));
    m_filter->setFixedHeight(28);
    m_tree->setAccessibleName(tr("What can be listed"));
    m_tree->setHeaderHidden(true);
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(12);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setMinimumSectionSize(4);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(m_tree);
    setFocusProxy(m_tree);
    fill();
    connect(m_filter, &QLineEdit::textChanged, this, &ResourceTree::narrow);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        const QString name = index.siblingAtColumn(0).data(NameRole).toString();
        if (!name.isEmpty())
            Q_EMIT chosen(name);
    });
}

void ResourceTree::fill()
{
    QHash<QString, QStandardItem *> families;
    // Fixed order, what analysts use most first.
    for (const char *name : {"devices", "alerts", "incidents", "indicators", "response", "entities", "vulnerabilities",
                             "exports", "scans"}) {
        const QString family = QLatin1String(name);
        QStandardItem *heading = plainItem(familyTitle(family), tokens().mu);
        heading->setSelectable(false);
        families.insert(family, heading);
        m_model->appendRow({heading, numberItem()});
    }
    for (const defender::Resource &resource : defender::resources()) {
        QStandardItem *family = families.value(resource.family);
        if (!family || !isOffered(resource))
            continue;
        QStandardItem *item = plainItem(defender::translatedTitle(resource.title), tokens().tx);
        item->setData(resource.name, NameRole);
        item->setToolTip(resource.meaning.toHtmlEscaped());
        family->appendRow({item, numberItem()});
    }
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->expandAll();
}

void ResourceTree::setStates(const Table &states)
{
    QHash<QString, qint64> rows;
    for (qsizetype i = 0; i < states.rowCount(); ++i)
        rows.insert(states.column(0).string(i), states.column(2).integer(i));
    for (int f = 0; f < m_model->rowCount(); ++f) {
        const QStandardItem *family = m_model->item(f);
        for (int r = 0; r < family->rowCount(); ++r) {
            const auto *resource = defender::resourceNamed(family->child(r)->data(NameRole).toString());
            const bool isHeld = rows.contains(resource->table);
            family->child(r)->setForeground(isHeld ? tokens().tx : tokens().mu);
            family->child(r, 1)->setForeground(tokens().mu);
            family->child(r, 1)->setText(isHeld ? QLocale().toString(rows.value(resource->table)) : QString());
        }
    }
}

QStandardItem *ResourceTree::itemOf(const QString &resource) const
{
    for (int f = 0; f < m_model->rowCount(); ++f) {
        for (int r = 0; r < m_model->item(f)->rowCount(); ++r) {
            if (m_model->item(f)->child(r)->data(NameRole).toString() == resource)
                return m_model->item(f)->child(r);
        }
    }
    return nullptr;
}

void ResourceTree::choose(const QString &resource)
{
    if (const QStandardItem *item = itemOf(resource))
        m_tree->setCurrentIndex(item->index());
}

void ResourceTree::narrow(const QString &text)
{
    for (int f = 0; f < m_model->rowCount(); ++f) {
        const QStandardItem *family = m_model->item(f);
        const bool isFamily = family->text().contains(text, Qt::CaseInsensitive);
        int shown = 0;
        for (int r = 0; r < family->rowCount(); ++r) {
            const bool isShown = isFamily || family->child(r)->text().contains(text, Qt::CaseInsensitive);
            m_tree->setRowHidden(r, family->index(), !isShown);
            shown += isShown ? 1 : 0;
        }
        m_tree->setRowHidden(f, {}, shown == 0);
    }
}

} // namespace watchdesk::ui
