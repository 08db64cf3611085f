// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/table.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QVariantList>

#include <memory>

namespace watchdesk::store {
class Store;
}

namespace watchdesk::ui {

/// A statement over the store that answers again whenever one of its tables changes. Runs on the store's threads; many
/// changes in a row become one run, and never two runs at a time. GUI thread.
class LiveQuery : public QObject
{
    Q_OBJECT

public:
    LiveQuery(std::shared_ptr<store::Store> store, const QStringList &tables, QObject *parent = nullptr);
    ~LiveQuery() override;

    /// A new statement; what runs for the old one is stopped.
    void setSql(const QString &sql, const QVariantList &parameters = {}, const QList<ColumnSchema> &types = {});
    void refresh();
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void arrived(const watchdesk::TablePointer &table);
    void failed(const watchdesk::Error &error);

private:
    void hear(const QStringList &tables);
    void run();
    void take(int run, const Result<TablePointer> &result);

    std::shared_ptr<store::Store> m_store;
    QStringList m_tables;
    QString m_sql;
    QVariantList m_parameters;
    QList<ColumnSchema> m_types;
    FutureResult<TablePointer> m_future;
    QTimer m_pause;
    int m_run = 0;
    bool m_running = false;
    bool m_again = false;
};

} // namespace watchdesk::ui
