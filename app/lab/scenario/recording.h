// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/scenario/content.h"

namespace watchdesk::intake {
struct FileReport;
}

namespace watchdesk::lab {

class ContentStore;

/// Makes content of recorded telemetry: event logs go through app/intake into the hunting tables, sensor logs stay the
/// files they are, devices are derived from the events, the lab's detections raise the alerts. Used by one thread.
class Recording
{
public:
    Recording(const QString &source, const QStringList &files)
        : m_source(source)
        , m_files(files)
    {
    }

    /// The files of a folder, or the one file. NotFound where there is nothing of that name, Unreadable where it is
    /// empty.
    static Result<QStringList> files(const QString &source);

    /// Fills `folder`. Unreadable when no file holds anything that is known.
    Result<Content> make(const QString &folder) const;

private:
    Result<void> fill(ContentStore &store, Content &content) const;
    Result<Ticks> takeEvents(ContentStore &store, Content &content) const;
    Result<Ticks> endOfSensors(const QStringList &sensorFiles) const;
    Error nothingReadable(const QList<intake::FileReport> &reports) const;

    QString m_source;
    QStringList m_files;
};

} // namespace watchdesk::lab
