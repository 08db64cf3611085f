// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QTest>

#include <chrono>

namespace watchdesk::test {

/// Lets the event loop run until the future is done; false after too long a time.
template <class T>
bool waitFor(const QFuture<T> &future, std::chrono::milliseconds limit = std::chrono::seconds(20))
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, int(limit.count()));
}

} // namespace watchdesk::test
