// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/resourceload.h"

#include "app/base/ticks.h"
#include "app/base/workers.h"
#include "app/defender/resourcetable.h"
#include "app/net/chain.h"
#include "app/session/keyset.h"
#include "app/session/tablestate.h"
#include "app/store/store.h"

#include <QCoreApplication>

#include <utility>
#include <vector>

namespace watchdesk::session {

namespace {

/// What changed at the service may be told a little late.
constexpr Ticks kOverlap = 5 * kTicksPerMinute;
/// Whole lists alone tell what is gone.
constexpr Ticks kWholeListAge = 24 * kTicksPerHour;
/// Keys in one statement.
constexpr qsizetype kMostRemoved = 500;
/// Keys that are looked through at a time, for those that are gone.
constexpr qint64 kKeysAtATime = 100'000;
/// DuckDB writes a group of so many rows to its place in the file at once; fewer go through its log, and are written
/// again, and again with those that come after them.
constexpr qsizetype kRowGroup = 122'880;

/// One read, as it goes from thread to thread.
struct Job
{
    std::shared_ptr<store::Store> store;
    const defender::Resource *resource = nullptr;
    defender::ListOptions options;
    QString parentId;
    Ticks now = 0;
    bool isIncrement = false;
};

QString quoted(const QString &name) { return u'"' + name + u'"'; }

TableReport reportOf(const Job &job, const QString &completeness, qint64 rows, const QString &detail)
{
    return {stateName(*job.resource, job.parentId), completeness, rows, detail};
}

/// A relation's table is whole for the parents that were asked about, and for no others.
Result<void> noteTable(const Job &job, const TableReport &report, Ticks wholeAt)
{
    if (auto noted = noteState(*job.store, report, job.now, countSql(*job.resource, job.parentId), wholeAt); !noted)
        return noted;
    if (!job.resource->hasParentColumn())
        return {};
    const TableReport whole{job.resource->table, QStringLiteral("partial"), 0,
                            QCoreApplication::translate("watchdesk::session", "Held for those that were asked for.")};
    return noteState(*job.store, whole, job.now, countSql(*job.resource, {}));
}

/// Takes the pages of one read, one after the other.
///
/// Rows with a key go in the place of those with the same key at once; what the service no longer lists goes at the
/// end. Rows without one, and those of a parent, take the place of all that was held of the read. Each page is
/// committed before the next is taken, but for a table that is filled for the first time: after its first page, rows
/// wait until they are as many as the store writes best. Shared by the steps of a load, used by one worker at a time.
class PageKeeper
{
public:
    explicit PageKeeper(Job job)
        : m_job(std::move(job))
    {
    }

    /// A read that is given up keeps what came.
    ~PageKeeper()
    {
        if (m_waiting.empty())
            return;
        const auto parts = std::make_shared<std::vector<Table>>(std::move(m_waiting));
        onWorker([job = m_job, filling = m_filling, parts] {
            store::Filling last = filling;
            last.areNew = true;
            return job.store->fill(job.resource->table, std::move(*parts), job.resource->key, last).has_value();
        });
    }
    PageKeeper(const PageKeeper &) = delete;
    PageKeeper &operator=(const PageKeeper &) = delete;

    Result<bool> take(const RecordTexts &page)
    {
        Table rows = defender::tableFromJson(*m_job.resource, page, &m_bad, m_job.parentId);
        const qsizetype count = rows.rowCount();
        const auto put = m_isBegun ? putMore(std::move(rows)) : putFirst(std::move(rows));
        m_isBegun = true;
        if (!put)
            return failure(put.error());
        m_rows += count;
        return true;
    }

    Result<TableReport> end()
    {
        if (!m_isBegun) {
            if (const auto begun = take({}); !begun)
                return failure(begun.error());
        }
        if (const auto put = putWaiting(); !put)
            return failure(put.error());
        if (removesGone()) {
            if (const auto removed = removeGone(); !removed)
                return failure(removed.error());
        }
        TableReport report = reportOf(
            m_job, m_rows > 0 || m_job.isIncrement ? QStringLiteral("complete") : QStringLiteral("empty"), m_rows, {});
        if (!m_bad.isEmpty()) {
            report.completeness = QStringLiteral("partial");
            report.detail = QCoreApplication::translate("watchdesk::session", "%1 records could not be read: %2")
                                .arg(m_bad.size())
                                .arg(m_bad.first().message);
        }
        const auto noted = noteTable(m_job, report, m_job.isIncrement ? 0 : m_job.now);
        return noted ? Result<TableReport>(report) : failure(noted.error());
    }

    /// What was held stays, and so does what came; the state says that it is not what the service has now.
    Result<TableReport> endEarly(const Error &error)
    {
        const TableSchema schema = defender::tableSchema(*m_job.resource);
        if (auto made = m_job.store->ensureTable(schema, schema.columns.first().name); !made)
            return failure(made.error());
        if (const auto put = putWaiting(); !put)
            return failure(put.error());
        if (const auto noted = noteTable(m_job, reportOf(m_job, QStringLiteral("partial"), 0, error.message), 0);
            !noted)
            return failure(noted.error());
        return failure(error);
    }

    qint64 rows() const { return m_rows; }

private:
    /// What a table that was empty holds is what this read brought.
    bool removesGone() const { return isKeyed() && !m_job.isIncrement && !m_wasEmpty; }

    /// True where none of the rows' keys was seen before.
    bool see(const Table &rows)
    {
        const Column &keys = rows.column(rows.indexOf(m_job.resource->key));
        const qsizetype before = m_seen.size();
        for (qsizetype row = 0; row < keys.size(); ++row)
            m_seen.insert(isIntegral(keys.type()) ? std::to_string(keys.integer(row)) : std::string(keys.text(row)));
        return m_seen.size() - before == keys.size();
    }

    bool isKeyed() const { return !m_job.resource->key.isEmpty() && !m_job.resource->hasParentColumn(); }

    Result<qint64> putFirst(Table rows)
    {
        const defender::Resource &resource = *m_job.resource;
        const TableSchema schema = defender::tableSchema(resource);
        if (auto made = m_job.store->ensureTable(schema, schema.columns.first().name); !made)
            return failure(made.error());
        m_filling.revision = m_job.store->revision(resource.table);
        const auto held = countOf(*m_job.store, resource.table);
        if (!held)
            return failure(held.error());
        m_wasEmpty = *held == 0;
        if (isKeyed()) {
            const bool areNew = see(rows);
            return fill(single(std::move(rows)), areNew);
        }
        if (!resource.hasParentColumn())
            return m_job.store->replace(resource.table, rows);
        return m_job.store->replace(resource.table, rows, quoted(defender::kParentColumn) + QStringLiteral(" = ?"),
                                    {m_job.parentId});
    }

    Result<qint64> putMore(Table rows)
    {
        if (!isKeyed())
            return m_job.store->append(m_job.resource->table, rows, {});
        const bool areNew = see(rows);
        if (m_wasEmpty && areNew)
            return putLater(std::move(rows));
        if (const auto put = putWaiting(); !put)
            return put;
        return fill(single(std::move(rows)), areNew);
    }

    /// Exactly a group at a time: the store would put larger and smaller ones together again.
    Result<qint64> putLater(Table rows)
    {
        qsizetype first = 0;
        while (rows.rowCount() - first >= kRowGroup - m_waitingRows) {
            const qsizetype room = kRowGroup - m_waitingRows;
            wait(part(rows, first, room));
            first += room;
            if (const auto put = putWaiting(); !put)
                return put;
        }
        wait(first > 0 ? part(rows, first, rows.rowCount() - first) : std::move(rows));
        return 0;
    }

    void wait(Table rows)
    {
        m_waitingRows += rows.rowCount();
        if (rows.rowCount() > 0)
            m_waiting.push_back(std::move(rows));
    }

    static Table part(const Table &rows, qsizetype first, qsizetype count)
    {
        Table some(rows.schema());
        some.append(rows, first, count);
        return some;
    }

    static std::vector<Table> single(Table rows)
    {
        std::vector<Table> parts;
        parts.push_back(std::move(rows));
        return parts;
    }

    Result<qint64> putWaiting()
    {
        m_waitingRows = 0;
        return m_waiting.empty() ? Result<qint64>(0) : fill(std::exchange(m_waiting, {}), true);
    }

    Result<qint64> fill(std::vector<Table> parts, bool areNew)
    {
        m_filling.areNew = areNew && m_wasEmpty;
        return m_job.store->fill(m_job.resource->table, std::move(parts), m_job.resource->key, m_filling);
    }

    /// Part after part, so that not all keys are held at a time.
    Result<void> removeGone()
    {
        const defender::Resource &resource = *m_job.resource;
        const auto count = countOf(*m_job.store, resource.table);
        if (!count)
            return failure(count.error());
        const qint64 parts = *count / kKeysAtATime + 1;
        const QString sql = QStringLiteral("SELECT key FROM (SELECT CAST(%1 AS VARCHAR) AS key FROM %2) AS held "
                                           "WHERE hash(key) % CAST(? AS UBIGINT) = ?")
                                .arg(quoted(resource.key), quoted(resource.table));
        QVariantList gone;
        for (qint64 part = 0; part < parts; ++part) {
            const auto held = m_job.store->read(sql, {parts, part});
            if (!held)
                return failure(held.error());
            for (qsizetype row = 0; row < held->rowCount(); ++row) {
                if (!m_seen.contains(held->column(0).text(row)))
                    gone.append(held->column(0).string(row));
            }
        }
        return remove(gone);
    }

    Result<void> remove(const QVariantList &gone)
    {
        const defender::Resource &resource = *m_job.resource;
        for (qsizetype first = 0; first < gone.size(); first += kMostRemoved) {
            const QVariantList some = gone.mid(first, kMostRemoved);
            const QString marks = QStringList(some.size(), QStringLiteral("?")).join(u',');
            const auto removed = m_job.store->write(QStringLiteral("DELETE FROM %1 WHERE CAST(%2 AS VARCHAR) IN (%3)")
                                                        .arg(quoted(resource.table), quoted(resource.key), marks),
                                                    some, {resource.table});
            if (!removed)
                return failure(removed.error());
        }
        return {};
    }

    Job m_job;
    QList<Error> m_bad;
    KeySet m_seen;
    store::Filling m_filling;
    std::vector<Table> m_waiting; ///< pages, and what is left of one
    qsizetype m_waitingRows = 0;
    bool m_wasEmpty = false;
    qint64 m_rows = 0;
    bool m_isBegun = false;
};

/// Only what changed, where the table was loaded whole lately and the resource can tell.
Job planned(Job job)
{
    const defender::Resource &resource = *job.resource;
    if (resource.increment.isEmpty() || !job.options.filter.isEmpty())
        return job;
    const auto whole = lastWhole(*job.store, resource.table);
    const auto newest = newestOf(*job.store, resource.table, resource.increment);
    if (!whole || !newest || *whole < job.now - kWholeListAge || *newest == 0)
        return job;
    job.isIncrement = true;
    job.options.filter = QStringLiteral("%1 ge %2").arg(resource.increment, isoFromTicks(*newest - kOverlap));
    return job;
}

} // namespace

QString stateName(const defender::Resource &resource, const QString &parentId)
{
    return parentId.isEmpty() ? resource.table : QString(resource.table + u'/' + parentId);
}

FutureResult<TableReport> loadResource(const LoadContext &context, const defender::Resource &resource,
                                       const defender::ListOptions &options)
{
    Job job{context.store, &resource, options, defender::parentIdOf(resource, options), context.clock.now()};
    job.options.byFiles = job.options.byFiles || resource.path.isEmpty();
    if (job.options.expand.isEmpty())
        job.options.expand = resource.expand;
    defender::Client &client = context.client;
    const auto plan = onWorker([job]() -> Result<Job> { return planned(job); });
    return net::chained<TableReport, Job>(
        plan, &client, [&client, progress = context.progress](const Result<Job> &made) {
            const Job whole = *made;
            const auto keeper = std::make_shared<PageKeeper>(whole);
            const auto take = [keeper, progress, &client](const RecordTexts &page) {
                const auto taken = onWorker([keeper, page]() -> Result<bool> { return keeper->take(page); });
                return net::mapped<bool, bool>(taken, &client, [keeper, progress](const Result<bool> &done) {
                    if (done && progress)
                        progress(keeper->rows());
                    return done;
                });
            };
            return net::chained<TableReport, QJsonArray>(
                whole.options.byFiles ? client.filesInto(whole.resource->name, take)
                                      : client.listInto(whole.resource->name, whole.options, take),
                &client, [keeper](const Result<QJsonArray> &all) {
                    return onWorker([keeper, all]() -> Result<TableReport> {
                        return all ? keeper->end() : keeper->endEarly(all.error());
                    });
                });
        });
}

} // namespace watchdesk::session
