// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/hunt/schematree.h"

#include "app/defender/resource.h"
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

const int kNameColumnWidth = 176;

/// The heading a table stands under; the order of first use is the order shown.
QString groupName(const QString &table)
{
    static const QStringList sensors = {QStringLiteral("ExternalAlerts"), QStringLiteral("Flows"),
                                        QStringLiteral("RawEvents"), QStringLiteral("Correlations")};
    static const QStringList kept = {QStringLiteral("TableStates"), QStringLiteral("IndicatorHits"),
                                     QStringLiteral("ScoreSnapshots"), QStringLiteral("VulnerabilitySnapshots")};
    if (sensors.contains(table))
        return SchemaTree::tr("Local: external sensors");
    if (defender::resourceNamed(table) != nullptr || kept.contains(table))
        return SchemaTree::tr("Local: tenant objects");
    if (table.startsWith(QStringLiteral("DeviceTvm")) || table.startsWith(QStringLiteral("DeviceBaseline")))
        return SchemaTree::tr("Vulnerabilities (TVM)");
    if (table.startsWith(QStringLiteral("Device")))
        return SchemaTree::tr("Devices");
    if (table.startsWith(QStringLiteral("Alert")) || table.startsWith(QStringLiteral("Behavior")))
        return SchemaTree::tr("Alerts and behaviours");
    if (table.startsWith(QStringLiteral("Email")) || table.startsWith(QStringLiteral("Url")) ||
        table.startsWith(QStringLiteral("Message")))
        return SchemaTree::tr("Mail and messages");
    if (table.contains(QStringLiteral("Identity")) || table.startsWith(QStringLiteral("AAD")) ||
        table.startsWith(QStringLiteral("Entra")))
        return SchemaTree::tr("Identities");
    return SchemaTree::tr("Cloud and others");
}

QStandardItem *plainItem(const QString &text, const QColor &colour, const QFont &font)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setForeground(colour);
    item->setFont(font);
    return item;
}

} // namespace

SchemaTree::SchemaTree(QWidget *parent)
    : QWidget(parent)
    , m_filter(new QLineEdit(this))
    , m_tree(new QTreeView(this))
    , m_model(new QStandardItemModel(0, 2, this))
{
    m_filter->setPlaceholderText(tr("Tables and columns"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Narrow the schema"));
    m_filter->setProperty("look", QStringLiteral("filter"));
    m_filter->setFixedHeight(28);
    m_tree->setAccessibleName(tr("Schema"));
    m_tree->setHeaderHidden(true);
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setColumnWidth(0, kNameColumnWidth);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(m_tree);

    connect(m_filter, &QLineEdit::textChanged, this, &SchemaTree::narrow);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const QString name = index.siblingAtColumn(0).data(NameRole).toString();
        if (!name.isEmpty())
            Q_EMIT insertRequested(name);
    });
}

void SchemaTree::setSchema(const kql::Schema &schema)
{
    m_model->clear();
    m_model->setColumnCount(2);
    // Fixed order, what analysts use most first.
    for (const auto &heading :
         {tr("Alerts and behaviours"), tr("Devices"), tr("Local: external sensors"), tr("Local: tenant objects"),
          tr("Vulnerabilities (TVM)"), tr("Identities"), tr("Mail and messages"), tr("Cloud and others")})
        m_model->appendRow({plainItem(heading, tokens().mu, uiFont()), plainItem({}, tokens().mu, uiFont())});
    for (const auto &table : schema.tables)
        addTable(groupFor(table.name), table);
    for (int row = m_model->rowCount() - 1; row >= 0; --row) {
        if (!m_model->item(row)->hasChildren())
            m_model->removeRow(row);
        else
            m_model->item(row)->sortChildren(0);
    }
    m_tree->setColumnWidth(0, kNameColumnWidth);
    for (int row = 0; row < qMin(3, m_model->rowCount()); ++row)
        m_tree->expand(m_model->index(row, 0));
}

void SchemaTree::setCounts(const Table &counts)
{
    QHash<QString, qint64> rows;
    for (qsizetype i = 0; i < counts.rowCount(); ++i)
        rows.insert(counts.column(0).string(i), counts.column(1).integer(i));
    for (int g = 0; g < m_model->rowCount(); ++g) {
        const QStandardItem *group = m_model->item(g);
        for (int t = 0; t < group->rowCount(); ++t) {
            const qint64 held = rows.value(group->child(t)->data(NameRole).toString());
            group->child(t)->setForeground(held > 0 ? tokens().tx : tokens().mu);
            group->child(t, 1)->setText(held > 0 ? QLocale().toString(held) : QString());
        }
    }
}

void SchemaTree::addTable(QStandardItem *group, const TableSchema &table)
{
    auto *name = plainItem(table.name, tokens().mu, monoFont());
    name->setData(table.name, NameRole);
    for (const auto &column : table.columns) {
        auto *child = plainItem(column.name, tokens().tx, monoFont(11));
        child->setData(column.name, NameRole);
        name->appendRow({child, plainItem(typeName(column.type), tokens().mu, monoFont(11))});
    }
    group->appendRow({name, plainItem({}, tokens().mu, uiFont(11.5))});
}

QStandardItem *SchemaTree::groupFor(const QString &table)
{
    const auto found = m_model->findItems(groupName(table));
    return found.isEmpty() ? m_model->item(m_model->rowCount() - 1) : found.first();
}

void SchemaTree::narrow(const QString &text)
{
    const auto matches = [&text](const QStandardItem *item) {
        return text.isEmpty() || item->text().contains(text, Qt::CaseInsensitive);
    };
    for (int g = 0; g < m_model->rowCount(); ++g) {
        const QStandardItem *group = m_model->item(g);
        int shown = 0;
        for (int t = 0; t < group->rowCount(); ++t) {
            const QStandardItem *table = group->child(t);
            bool columnMatches = false;
            for (int c = 0; c < table->rowCount() && !columnMatches; ++c)
                columnMatches = matches(table->child(c));
            const bool visible = matches(table) || columnMatches;
            m_tree->setRowHidden(t, group->index(), !visible);
            shown += visible ? 1 : 0;
        }
        m_tree->setRowHidden(g, {}, shown == 0);
        if (!text.isEmpty() && shown > 0)
            m_tree->expand(group->index());
    }
}

} // namespace watchdesk::ui
