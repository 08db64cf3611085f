// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/resourceload.h"

#include "app/base/ticks.h"
#include "app/defender/resourcetable.h"
#include "app/net/chain.h"
#include "app/session/tablestate.h"
#include "app/store/store.h"

#include <QCoreApplication>
#include <QtConcurrent>

namespace watchdesk::session {

namespace {

/// What changed at the service may be told a little late.
constexpr Ticks kOverlap = 5 * kTicksPerMinute;
/// Whole lists alone tell what is gone.
constexpr Ticks kWholeListAge = 24 * kTicksPerHour;

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
Result<void> noteTable(const Job &job, const TableReport &report)
{
    if (auto noted = noteState(*job.store, report, job.now, countSql(*job.resource, job.parentId)); !noted)
        return noted;
    if (!job.resource->hasParentColumn())
        return {};
    const TableReport whole{job.resource->table, QStringLiteral("partial"), 0,
                            QCoreApplication::translate("watchdesk::session", "Held for those that were asked for.")};
    return noteState(*job.store, whole, job.now, countSql(*job.resource, {}));
}

Result<qint64> putRows(const Job &job, const Table &rows)
{
    const defender::Resource &resource = *job.resource;
    const TableSchema schema = defender::tableSchema(resource);
    if (auto made = job.store->ensureTable(schema, schema.columns.first().name); !made)
        return failure(made.error());
    if (job.isIncrement)
        return job.store->upsert(resource.table, rows, resource.key);
    if (!resource.hasParentColumn())
        return job.store->replace(resource.table, rows);
    return job.store->replace(resource.table, rows, quoted(defender::kParentColumn) + QStringLiteral(" = ?"),
                              {job.parentId});
}

Result<TableReport> keep(const Job &job, const QJsonArray &records)
{
    QList<Error> bad;
    const Table rows = defender::tableFromJson(*job.resource, records, &bad, job.parentId);
    const auto put = putRows(job, rows);
    if (!put)
        return failure(put.error());
    TableReport report = reportOf(
        job, rows.rowCount() > 0 || job.isIncrement ? QStringLiteral("complete") : QStringLiteral("empty"), *put, {});
    if (!bad.isEmpty()) {
        report.completeness = QStringLiteral("partial");
        report.detail = QCoreApplication::translate("watchdesk::session", "%1 records could not be read: %2")
                            .arg(bad.size())
                            .arg(bad.first().message);
    }
    if (const auto noted = noteTable(job, report); !noted)
        return failure(noted.error());
    if (const auto noted = job.isIncrement ? Result<void>() : noteWhole(*job.store, report.table, job.now); !noted)
        return failure(noted.error());
    return report;
}

/// What was held stays; the state says that it is not what the service has now.
Result<TableReport> keepFailure(const Job &job, const Error &error)
{
    const TableSchema schema = defender::tableSchema(*job.resource);
    if (auto made = job.store->ensureTable(schema, schema.columns.first().name); !made)
        return failure(made.error());
    if (const auto noted = noteTable(job, reportOf(job, QStringLiteral("partial"), 0, error.message)); !noted)
        return failure(noted.error());
    return failure(error);
}

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
    if (job.options.expand.isEmpty())
        job.options.expand = resource.expand;
    defender::Client &client = context.client;
    const auto plan = QtConcurrent::run([job]() -> Result<Job> { return planned(job); });
    return net::chained<TableReport, Job>(plan, &client, [&client](const Result<Job> &made) {
        const Job whole = *made;
        return net::chained<TableReport, QJsonArray>(
            client.list(whole.resource->name, whole.options), &client, [whole](const Result<QJsonArray> &records) {
                return QtConcurrent::run([whole, records]() -> Result<TableReport> {
                    return records ? keep(whole, *records) : keepFailure(whole, records.error());
                });
            });
    });
}

} // namespace watchdesk::session
