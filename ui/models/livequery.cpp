// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/livequery.h"

#include "app/store/store.h"
#include "ui/models/stop.h"

namespace watchdesk::ui {

namespace {

constexpr int kPause = 150; ///< a sync tells of each page; a view needs to follow a few times a second

} // namespace

LiveQuery::LiveQuery(std::shared_ptr<store::Store> store, const QStringList &tables, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_tables(tables)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &LiveQuery::refresh);
    connect(m_store.get(), &store::Store::changed, this, &LiveQuery::hear);
}

LiveQuery::~LiveQuery() { stopIfRunning(m_future); }

void LiveQuery::hear(const QStringList &tables)
{
    for (const QString &table : tables) {
        if (m_tables.contains(table)) {
            if (!m_pause.isActive())
                m_pause.start();
            return;
        }
    }
}

void LiveQuery::setSql(const QString &sql, const QVariantList &parameters, const QList<ColumnSchema> &types)
{
    m_sql = sql;
    m_parameters = parameters;
    m_types = types;
    stopIfRunning(m_future);
    m_running = false;
    run();
}

void LiveQuery::refresh()
{
    if (m_sql.isEmpty())
        return;
    if (m_running)
        m_again = true;
    else
        run();
}

void LiveQuery::run()
{
    m_again = false;
    m_running = true;
    const int run = ++m_run;
    m_future = m_store->readLater(m_sql, m_parameters, m_types);
    m_future.then(this, [this, run](const Result<TablePointer> &result) { take(run, result); });
}

void LiveQuery::take(int run, const Result<TablePointer> &result)
{
    if (run != m_run)
        return; // an older statement's answer
    m_running = false;
    if (result)
        Q_EMIT arrived(*result);
    else if (result.error().kind != Error::Kind::Cancelled)
        Q_EMIT failed(result.error());
    if (m_again)
        m_pause.start();
}

} // namespace watchdesk::ui
