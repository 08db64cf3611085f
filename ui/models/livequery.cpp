// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/livequery.h"

#include "app/store/store.h"
#include "ui/models/stop.h"

#include <QSet>

#include <algorithm>
#include <functional>
#include <vector>

namespace watchdesk::ui {

namespace {

constexpr qint64 kPause = 150; ///< milliseconds; a sync tells of each page; a view needs to follow a few times a second
constexpr qint64 kLongestPause = 5'000;
constexpr qint64 kShareOfTime = 4; ///< of a million rows reading may take seconds, which the sync would want for itself

/// Whose turn it is among large reads: one after the other, as sorting for one may take a hundred megabytes, and only
/// while no small one runs, which somebody waits for. GUI thread.
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
        proceed();
    }

    void beginSmall(LiveQuery *query) { m_small.insert(query); }

    /// Has had its turn, or wants none any more.
    void leave(LiveQuery *query)
    {
        m_small.remove(query);
        if (m_reading == query)
            m_reading = nullptr;
        std::erase_if(m_waiting, [query](const Waiting &each) { return each.query == query; });
        proceed();
    }

private:
    struct Waiting
    {
        LiveQuery *query;
        std::function<void()> go;
    };

    void proceed()
    {
        if (m_reading || !m_small.isEmpty() || m_waiting.empty())
            return;
        const Waiting next = std::move(m_waiting.front());
        m_waiting.erase(m_waiting.begin());
        m_reading = next.query;
        next.go();
    }

    QSet<LiveQuery *> m_small;
    LiveQuery *m_reading = nullptr;
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
    refresh();
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
        return Line::instance().join(this, [this] { read(); });
    Line::instance().beginSmall(this);
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
