// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/slicing/slicedengine.h"

#include "app/hunt/slicing/slicerun.h"

namespace watchdesk::hunt {

SlicedEngine::SlicedEngine(std::unique_ptr<Engine> inner, Clock clock, const QString &keepFolder)
    : m_inner(std::move(inner))
    , m_clock(clock)
    , m_keep(std::make_shared<SliceKeep>(keepFolder))
{
}

SlicedEngine::~SlicedEngine() = default;

FutureResult<HuntResult> SlicedEngine::run(const QString &query, const HuntOptions &options)
{
    SliceRun::Parts parts;
    parts.engine = m_inner.get();
    parts.keep = m_keep;
    parts.report = m_report;
    parts.query = query;
    parts.options = options;
    parts.options.rows = {}; // a cut result is not the start of the whole one
    parts.now = options.now > 0 ? options.now : m_clock.now();
    return (new SliceRun(std::move(parts), &m_context))->start();
}

} // namespace watchdesk::hunt
