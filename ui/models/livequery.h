// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/table.h"

#include <QElapsedTimer>
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
/// changes in a row become one run, never two runs at a time, and after a long run there is a longer pause. GUI thread.
class LiveQuery : public QObject
{
    Q_OBJECT

public:
    enum class Size {
        Small,
        Large, ///< takes much memory or time: such reads take turns
    };

    LiveQuery(std::shared_ptr<store::Store> store, const QStringList &tables, QObject *parent = nullptr);
    ~LiveQuery() override;

    /// A new statement; what runs for the old one is stopped.
    void setSql(const QString &sql, const QVariantList &parameters = {}, const QList<ColumnSchema> &types = {},
                Size size = Size::Small);
    void refresh();
    /// Nobody looks: nothing is read until somebody does.
    void setAsleep(bool asleep);
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void arrived(const watchdesk::TablePointer &table);
    void failed(const watchdesk::Error &error);

private:
    void hear(const QStringList &tables);
    void run();
    void pause();
    void read();
    void take(int run, const Result<TablePointer> &result);

    std::shared_ptr<store::Store> m_store;
    QStringList m_tables;
    QString m_sql;
    QVariantList m_parameters;
    QList<ColumnSchema> m_types;
    Size m_size = Size::Small;
    FutureResult<TablePointer> m_future;
    QTimer m_pause;        ///< between a change and the run for it
    QElapsedTimer m_clock; ///< since the run began
    qint64 m_readMs = 0;   ///< of the last run
    int m_run = 0;
    bool m_running = false;
    bool m_again = false;
    bool m_isAsleep = false;
    bool m_isStale = false; ///< something changed while asleep
};

} // namespace watchdesk::ui
