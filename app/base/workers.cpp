// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/workers.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk {

namespace {

/// Some work waits for a disk or a database; it must not keep the rest waiting.
constexpr int kFewest = 4;

QThreadPool *makeWorkers()
{
    auto *pool = new QThreadPool;
    pool->setObjectName(QStringLiteral("workers"));
    pool->setMaxThreadCount(std::max(kFewest, QThread::idealThreadCount()));
    qAddPostRoutine([] { workers().waitForDone(); });
    return pool;
}

} // namespace

QThreadPool &workers()
{
    static QThreadPool *const pool = makeWorkers(); // never destroyed: a late worker may still hand over its result
    return *pool;
}

} // namespace watchdesk
