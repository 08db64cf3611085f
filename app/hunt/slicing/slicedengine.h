// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/hunt/engine.h"
#include "app/hunt/slicing/slicekeep.h"

#include <QObject>

#include <functional>
#include <memory>

namespace watchdesk::hunt {

/// Asks another engine, and where its caps on rows, size or time cut the answer, asks again in slices of time that fit
/// and puts them together: exactly the rows of the whole, in its order. A query that cannot be cut so keeps its
/// truncated answer, and says why.
///
/// A hunt that was broken off goes on where it stopped when the same query is run again (see SliceKeep). Owns the
/// engine it asks.
class SlicedEngine final : public Engine
{
public:
    SlicedEngine(std::unique_ptr<Engine> inner, Clock clock, const QString &keepFolder = {});
    ~SlicedEngine() override;

    QString name() const override { return m_inner->name(); }
    FutureResult<HuntResult> run(const QString &query, const HuntOptions &options) override;

    /// Called on the main thread with slices done and known of; a slice that is too full becomes two.
    void onProgress(std::function<void(int done, int total)> report) { m_report = std::move(report); }

private:
    std::unique_ptr<Engine> m_inner;
    Clock m_clock;
    std::shared_ptr<SliceKeep> m_keep;
    std::function<void(int, int)> m_report;
    QObject m_context; ///< the runs' parent; gone before what they use
};

} // namespace watchdesk::hunt
