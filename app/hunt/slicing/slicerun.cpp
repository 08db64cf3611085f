// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/slicing/slicerun.h"

#include "app/base/workers.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk::hunt {

namespace {

constexpr int kParallel = 3;            ///< slices on their way at a time
constexpr qint64 kRowsAimedAt = 50'000; ///< of a slice: half of the smallest cap
constexpr qint64 kMostSlices = 20'000;  ///< a query that needs more will not end today
constexpr qsizetype kMostRows = 20'000'000;

/// The service's words for a result that is too large or took too long (advanced hunting limits; Kusto query limits).
bool isTooMuch(const Error &error)
{
    static const QStringList words = {QStringLiteral("exceeded the allowed result size"),
                                      QStringLiteral("exceeded the timeout period"),
                                      QStringLiteral("exceeds the allowed size limit"),
                                      QStringLiteral("excessive resource consumption"),
                                      QStringLiteral("E_QUERY_RESULT_SET_TOO_LARGE"),
                                      QStringLiteral("E_LOW_MEMORY_CONDITION"),
                                      QStringLiteral("Request timed out"),
                                      QStringLiteral("query execution timeout")};
    return std::any_of(words.begin(), words.end(),
                       [&](const QString &word) { return error.message.contains(word, Qt::CaseInsensitive); });
}

bool precedes(const TimeSlice &left, const TimeSlice &right)
{
    return left.isUndated != right.isUndated ? right.isUndated : left.from < right.from;
}

qint64 integerOf(const Table &table, const QString &column)
{
    const int index = table.indexOf(column);
    return index >= 0 && table.rowCount() > 0 && isIntegral(table.schema().at(index).type) &&
                   !table.column(index).isNull(0)
               ? table.column(index).integer(0)
               : 0;
}

/// All pieces in the order of the plan; blocking.
Result<Table> joined(const std::shared_ptr<SliceKeep> &keep, QList<TimeSlice> slices, SlicePlan::Order order)
{
    std::sort(slices.begin(), slices.end(), precedes);
    if (order == SlicePlan::Order::Descending) // null is the smallest: last in descending order, first in ascending
        std::reverse(slices.begin(), slices.end() - (slices.last().isUndated ? 1 : 0));
    else if (order == SlicePlan::Order::Ascending && slices.last().isUndated)
        std::rotate(slices.begin(), slices.end() - 1, slices.end());
    std::optional<Table> all;
    for (const TimeSlice &slice : slices) {
        auto piece = keep->read(slice);
        if (!piece)
            return piece;
        if (all && all->schema() != piece->schema())
            return failure(Error::Kind::Service,
                           QCoreApplication::translate("watchdesk::hunt", "The slices have different columns."));
        if (all)
            all->append(*piece);
        else
            all = std::move(*piece);
    }
    return std::move(*all);
}

} // namespace

SliceRun::SliceRun(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
    m_promise.start();
    m_timer.start();
    connect(&m_own, &QFutureWatcherBase::canceled, this, &SliceRun::stop);
}

SliceRun::~SliceRun()
{
    if (!m_isOver)
        finish(failure(Error::Kind::Cancelled, tr("Cancelled.")));
}

template <class T>
void SliceRun::await(FutureResult<T> future, std::function<void(Result<T>)> then)
{
    auto *watcher = new QFutureWatcher<Result<T>>(this);
    m_running.append(watcher);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, then = std::move(then)] {
        m_running.removeOne(watcher);
        watcher->deleteLater();
        if (m_isOver)
            return;
        if (watcher->future().resultCount() > 0)
            then(watcher->future().result());
        else
            finish(failure(Error::Kind::Cancelled, tr("Cancelled.")));
    });
    watcher->setFuture(future);
}

FutureResult<HuntResult> SliceRun::start()
{
    const FutureResult<HuntResult> future = m_promise.future();
    m_own.setFuture(future);
    await<HuntResult>(m_parts.engine->run(m_parts.query, m_parts.options),
                      [this](const Result<HuntResult> &whole) { wholeCame(whole); });
    return future;
}

void SliceRun::wholeCame(const Result<HuntResult> &whole)
{
    if (!whole && !isTooMuch(whole.error()))
        return finish(whole);
    const qint64 limit = m_parts.options.rowLimit;
    const bool isEnough = whole && limit >= 0 && whole->table->rowCount() >= limit;
    if (whole && (!whole->isCutByService || isEnough))
        return finish(whole);
    if (whole)
        m_whole = *whole;
    else
        m_wholeError = whole.error();
    auto plan = SlicePlan::make(m_parts.query, m_parts.now);
    if (!plan)
        return giveWhole(plan.error().message);
    m_plan = std::move(*plan);
    const auto begin = [keep = m_parts.keep, engine = m_parts.engine->name(), query = m_parts.query,
                        now = m_parts.now] { return keep->begin(engine, query, now); };
    await<Ticks>(onWorker(begin), [this](const Result<Ticks> &now) {
        if (!now)
            return finish(failure(now.error()));
        m_plan = *SlicePlan::make(m_parts.query, *now);
        await<HuntResult>(m_parts.engine->run(m_plan->extentQuery(), unlimited()),
                          [this](const Result<HuntResult> &extent) { extentCame(extent); });
    });
}

/// What there is, and why there is no more.
void SliceRun::giveWhole(const QString &reason)
{
    if (!m_whole) {
        m_wholeError->message = m_wholeError->message + u' ' + reason;
        return finish(failure(*m_wholeError));
    }
    m_whole->detail = m_whole->detail + u' ' + reason;
    finish(*m_whole);
}

void SliceRun::extentCame(const Result<HuntResult> &extent)
{
    if (!extent)
        return giveWhole(extent.error().message);
    const Table &table = *extent->table;
    const qint64 rows = integerOf(table, QStringLiteral("Rows"));
    const Ticks first = integerOf(table, QStringLiteral("First"));
    const Ticks last = integerOf(table, QStringLiteral("Last"));
    if (rows <= 0)
        return giveWhole(tr("How far its rows reach cannot be told."));
    const QList<TimeSlice> kept = m_parts.keep->slices();
    const auto isUndated = [](const TimeSlice &slice) { return slice.isUndated; };
    m_done = int(kept.size());
    m_asked = m_done;
    if (integerOf(table, QStringLiteral("Undated")) > 0 && std::none_of(kept.begin(), kept.end(), isUndated))
        m_waiting.push_back({0, 0, true});
    if (first > 0)
        queueGaps(first, last + 1, rows);
    fill();
}

/// Even slices over what is not kept yet.
void SliceRun::queueGaps(Ticks from, Ticks to, qint64 rows)
{
    QList<TimeSlice> kept = m_parts.keep->slices();
    std::sort(kept.begin(), kept.end(), precedes);
    kept.append({to, to});
    const qint64 count = std::clamp<qint64>(rows / kRowsAimedAt + 1, 2, kMostSlices);
    const Ticks step = std::max<Ticks>(1, (to - from) / count + 1);
    Ticks at = from;
    for (const TimeSlice &held : kept) {
        if (held.isUndated)
            continue;
        for (const Ticks end = std::min(held.from, to); at < end; at += step)
            m_waiting.push_back({at, std::min(at + step, end)});
        at = std::max(std::min(at, held.from), held.to);
    }
}

void SliceRun::fill()
{
    if (m_parts.report)
        m_parts.report(m_done, m_asked + int(m_waiting.size()));
    if (m_asked > kMostSlices)
        return giveWhole(tr("It would take too many slices."));
    while (!m_isOver && m_running.size() < kParallel && !m_waiting.empty()) {
        const TimeSlice slice = m_waiting.front();
        m_waiting.pop_front();
        ask(slice);
    }
    if (!m_isOver && m_running.isEmpty() && m_waiting.empty())
        collect();
}

void SliceRun::ask(const TimeSlice &slice)
{
    ++m_asked;
    await<HuntResult>(m_parts.engine->run(m_plan->query(slice), unlimited()),
                      [this, slice](const Result<HuntResult> &result) { sliceCame(slice, result); });
}

void SliceRun::sliceCame(const TimeSlice &slice, const Result<HuntResult> &result)
{
    if (result && !result->isCutByService)
        return keepSlice(slice, result->table);
    const Error why = result ? Error{Error::Kind::Service, result->detail, {}} : result.error();
    if (result || isTooMuch(why))
        return split(slice, why);
    Error error = why;
    error.message = tr("%1 %2 of %3 slices are kept: the same hunt goes on from there.")
                        .arg(why.message)
                        .arg(m_done)
                        .arg(m_asked + int(m_waiting.size()));
    finish(failure(error));
}

void SliceRun::split(const TimeSlice &slice, const Error &why)
{
    if (slice.isUndated || slice.to - slice.from < 2)
        return giveWhole(tr("One moment alone has more than is given: %1").arg(why.message));
    const Ticks middle = slice.from + (slice.to - slice.from) / 2;
    --m_asked;
    m_waiting.push_front({middle, slice.to});
    m_waiting.push_front({slice.from, middle});
    fill();
}

void SliceRun::keepSlice(const TimeSlice &slice, const TablePointer &table)
{
    await<bool>(onWorker([keep = m_parts.keep, slice, table]() -> Result<bool> {
                    const auto kept = keep->keep(slice, *table);
                    return kept ? Result<bool>(true) : failure(kept.error());
                }),
                [this](const Result<bool> &kept) {
                    if (!kept)
                        return finish(failure(kept.error()));
                    ++m_done;
                    fill();
                });
}

void SliceRun::collect()
{
    const auto gather = [keep = m_parts.keep, order = m_plan->order()] { return joined(keep, keep->slices(), order); };
    await<Table>(onWorker(gather), [this](Result<Table> all) {
        if (!all)
            return finish(failure(all.error()));
        m_parts.keep->end();
        const qint64 take = m_plan->take();
        if (take >= 0 && all->rowCount() > take)
            *all = firstRows(*all, take);
        if (all->rowCount() > kMostRows)
            return giveWhole(tr("It has more rows than fit into memory."));
        HuntResult result = limited(std::move(*all), m_parts.options.rowLimit, m_timer.elapsed());
        result.slices = m_done;
        finish(std::move(result));
    });
}

void SliceRun::stop() { finish(failure(Error::Kind::Cancelled, tr("Cancelled."))); }

void SliceRun::finish(Result<HuntResult> result)
{
    if (std::exchange(m_isOver, true))
        return;
    const QList<QFutureWatcherBase *> running = m_running;
    for (QFutureWatcherBase *watcher : running)
        watcher->cancel();
    if (!m_promise.isCanceled())
        m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

} // namespace watchdesk::hunt
