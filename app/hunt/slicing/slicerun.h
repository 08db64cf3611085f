// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hunt/engine.h"
#include "app/hunt/slicing/slicekeep.h"
#include "app/hunt/slicing/sliceplan.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace watchdesk::hunt {

/// One hunt of a SlicedEngine: the whole first; if that is cut, how far the rows reach, then slice after slice.
/// Lives on the main thread and deletes itself when done; files are read and written on workers.
class SliceRun final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Engine *engine = nullptr;
        std::shared_ptr<SliceKeep> keep;
        std::function<void(int, int)> report;
        QString query;
        HuntOptions options;
        Ticks now = 0;
    };

    SliceRun(Parts parts, QObject *parent);
    ~SliceRun() override;

    FutureResult<HuntResult> start();

private:
    template <class T>
    void await(FutureResult<T> future, std::function<void(Result<T>)> then);
    HuntOptions unlimited() const { return {-1, m_parts.options.now}; }
    void wholeCame(const Result<HuntResult> &whole);
    void giveWhole(const QString &reason);
    void extentCame(const Result<HuntResult> &extent);
    void queueGaps(Ticks from, Ticks to, qint64 rows);
    void fill();
    void ask(const TimeSlice &slice);
    void sliceCame(const TimeSlice &slice, const Result<HuntResult> &result);
    void split(const TimeSlice &slice, const Error &why);
    void keepSlice(const TimeSlice &slice, const TablePointer &table);
    void collect();
    void stop();
    void finish(Result<HuntResult> result);

    Parts m_parts;
    QPromise<Result<HuntResult>> m_promise;
    QFutureWatcher<Result<HuntResult>> m_own;
    QElapsedTimer m_timer;
    std::optional<HuntResult> m_whole;
    std::optional<Error> m_wholeError;
    std::optional<SlicePlan> m_plan;
    std::deque<TimeSlice> m_waiting;
    QList<QFutureWatcherBase *> m_running;
    int m_asked = 0;
    int m_done = 0;
    bool m_isOver = false;
};

} // namespace watchdesk::hunt
