// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"

#include <QWidget>

class QLineEdit;
class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace watchdesk::ui {

/// Everything that the API lets be listed, by family, with how many records the store holds. GUI thread.
class ResourceTree : public QWidget
{
    Q_OBJECT

public:
    explicit ResourceTree(QWidget *parent = nullptr);

    /// Rows: TableName, Completeness, Rows.
    void setStates(const Table &states);
    /// Chooses the resource as if it had been clicked.
    void choose(const QString &resource);

Q_SIGNALS:
    void chosen(const QString &resource);

private:
    void fill();
    void narrow(const QString &text);
    QStandardItem *itemOf(const QString &resource) const;

    QLineEdit *m_filter;
    QTreeView *m_tree;
    QStandardItemModel *m_model;
};

/// The name of a family of resources, translated.
QString familyTitle(const QString &family);

} // namespace watchdesk::ui
