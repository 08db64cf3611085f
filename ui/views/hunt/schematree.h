// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"
#include "app/kql/schema.h"

#include <QWidget>

class QLineEdit;
class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace watchdesk::ui {

/// What can be queried: tables in groups, with how many rows are held, and their columns with types.
///
/// GUI thread. A double click or Enter asks for the name to be inserted in the editor; the field above narrows the tree
/// by table and column names.
class SchemaTree : public QWidget
{
    Q_OBJECT
public:
    explicit SchemaTree(QWidget *parent = nullptr);

    void setSchema(const kql::Schema &schema);
    /// `counts`: TableName string, Rows long.
    void setCounts(const Table &counts);

Q_SIGNALS:
    void insertRequested(const QString &name);

private:
    void addTable(QStandardItem *group, const TableSchema &table);
    QStandardItem *groupFor(const QString &table);
    void narrow(const QString &text);

    QLineEdit *m_filter;
    QTreeView *m_tree;
    QStandardItemModel *m_model;
};

} // namespace watchdesk::ui
