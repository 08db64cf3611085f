// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/intake/filereport.h"
#include "app/intake/formats/detect.h"
#include "app/intake/formats/format.h"
#include "app/intake/formats/zeekrecord.h"
#include "app/intake/options.h"

#include "app/base/result.h"
#include "app/store/store.h"

#include <QHash>

#include <memory>

namespace watchdesk::intake {

/// What the files of one Intake::take() share: the store, its tables, each device's running ReportId, and what Zeek's
/// logs tell about each other.
struct TakeSession
{
    std::shared_ptr<store::Store> store;
    QList<TableSchema> tables;
    QHash<QByteArray, qint64> reportNumbers;
    ZeekSession zeek;

    qint64 nextReport(const QByteArray &deviceId);
};

/// Takes one file: finds its format, reads its records, appends the rows in batches, remembers that it was taken.
/// Lives as long as that; used by one thread.
class FileTaker
{
public:
    /// `file` is how reports and rows name what is read at `path`.
    FileTaker(TakeSession &session, const Options &options, const QString &file, const QString &path);

    /// The report; Storage and Cancelled are errors of the whole take, whatever is wrong with the file is in the
    /// report.
    Result<FileReport> take(Progress progress);

private:
    static constexpr qsizetype kBatchRows = 60'000;
    static constexpr qsizetype kBatchBytes = 64 * 1024 * 1024;

    void refuse(qint64 line, const QString &reason, qint64 count = 1);
    Result<bool> isKnown();
    Result<void> remember(bool isDone);
    Result<void> removeUnfinished(const QStringList &tables);
    std::unique_ptr<Format> makeFormat(RowSet &rows);
    Result<void> readAll(Format &format, RowSet &rows, Progress progress);
    Result<void> observeAll(Format &format);
    Result<void> flush(RowSet &rows);
    bool isCancelled() const { return m_options.isCancelled && m_options.isCancelled(); }

    TakeSession &m_session;
    const Options &m_options;
    QString m_path;
    QString m_hash; ///< SHA-256 of the file's bytes
    Detected m_detected;
    FileReport m_report;
};

} // namespace watchdesk::intake
