// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/livequery.h"

#include "app/store/store.h"
#include "ui/models/stop.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace watchdesk::ui {

namespace {

constexpr qint64 kPause = 150; ///< milliseconds; a sync tells of each page; a view needs to follow a few times a second
constexpr qint64 kLongestPause = 5'000;
constexpr qint64 kShareOfTime = 4; ///< of a million rows reading may take seconds, which the sync would want for itself

/// Whose turn it is among large reads: one after the other, as sorting for one may take a hundred megabytes. GUI
/// thread.
class Line
{
public:
    static Line &instance()
    {
        static Line line;
        return line;
    }

    void join(LiveQuery *query, std::function<void()> go)
    {
        m_waiting.push_back({query, std::move(go)});
        if (m_waiting.size() == 1)
            m_waiting.front().go();
    }

    /// Has had its turn, or wants none any more.
    void leave(LiveQuery *query)
    {
        const bool wasFirst = !m_waiting.empty() && m_waiting.front().query == query;
        std::erase_if(m_waiting, [query](const Waiting &each) { return each.query == query; });
        if (wasFirst && !m_waiting.empty())
            m_waiting.front().go();
    }

private:
    struct Waiting
    {
        LiveQuery *query;
        std::function<void()> go;
    };
    std::vector<Waiting> m_waiting;
};

} // namespace

LiveQuery::LiveQuery(std::shared_ptr<store::Store> store, const QStringList &tables, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_tables(tables)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &LiveQuery::refresh);
    connect(m_store.get(), &store::Store::changed, this, &LiveQuery::hear);
}

LiveQuery::~LiveQuery()
{
    stopIfRunning(m_future);
    Line::instance().leave(this);
}

void LiveQuery::hear(const QStringList &tables)
{
    for (const QString &table : tables) {
        if (m_tables.contains(table)) {
            if (!m_pause.isActive())
                pause();
            return;
        }
    }
}

void LiveQuery::setSql(const QString &sql, const QVariantList &parameters, const QList<ColumnSchema> &types, Size size)
{
    m_size = size;
    m_sql = sql;
    m_parameters = parameters;
    m_types = types;
    stopIfRunning(m_future);
    Line::instance().leave(this);
    m_running = false;
    m_isStale = m_isAsleep && size == Size::Large;
    if (!m_isStale)
        run();
}

void LiveQuery::refresh()
{
    if (m_sql.isEmpty())
        return;
    m_isStale = m_isAsleep;
    if (m_isAsleep)
        return;
    if (m_running)
        m_again = true;
    else
        run();
}

void LiveQuery::setAsleep(bool asleep)
{
    m_isAsleep = asleep;
    if (!asleep && m_isStale)
        refresh();
}

/// The longer a read takes, the longer until the next.
void LiveQuery::pause() { m_pause.start(int(std::clamp(kShareOfTime * m_readMs, kPause, kLongestPause))); }

void LiveQuery::run()
{
    m_again = false;
    m_running = true;
    ++m_run;
    if (m_size == Size::Large)
        Line::instance().join(this, [this] { read(); });
    else
        read();
}

void LiveQuery::read()
{
    m_clock.start();
    m_future = m_store->readLater(m_sql, m_parameters, m_types);
    m_future.then(this, [this, run = m_run](const Result<TablePointer> &result) { take(run, result); });
}

void LiveQuery::take(int run, const Result<TablePointer> &result)
{
    if (run != m_run)
        return; // an older statement's answer
    Line::instance().leave(this);
    m_running = false;
    m_readMs = m_clock.elapsed();
    if (result)
        Q_EMIT arrived(*result);
    else if (result.error().kind != Error::Kind::Cancelled)
        Q_EMIT failed(result.error());
    if (m_again)
        pause();
}

} // namespace watchdesk::ui
