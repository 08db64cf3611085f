// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

namespace watchdesk::intake {

/// What to read of the files that are found. External: alerts and flows of sensors and other products.
/// Telemetry: events of the devices themselves.
enum class Kinds { Everything, ExternalOnly, TelemetryOnly };

struct Progress
{
    QString file;
    int fileIndex = 0;
    int fileCount = 0;
    qint64 records = 0; ///< of this file so far
    double part = 0;    ///< of this file's bytes, 0 to 1
};

/// How to take in. All callbacks are called on the thread that called Intake::take().
struct Options
{
    QString format; ///< a name of Intake::formats(); empty: found by content
    Kinds kinds = Kinds::Everything;
    std::function<void(const Progress &)> onProgress = {};
    std::function<bool()> isCancelled = {};
    /// Each refused record; `line` counts from 1 and is 0 where the whole file is meant.
    std::function<void(const QString &file, qint64 line, const QString &reason)> onRefused = {};
};

} // namespace watchdesk::intake
