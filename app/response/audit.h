// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QJsonObject>
#include <QString>

#include <memory>

namespace watchdesk::response {

/// What `watchdeskctl audit verify` says.
struct AuditReport
{
    bool intact = false;
    qint64 records = 0; ///< good ones, the genesis record included
    QString lastHash;
    qint64 badLine = 0; ///< 1-based; 0 = none
    QString reason;     ///< translated; "" when intact
};

/// An append-only log, one JSON object a line, each holding the SHA-256 of the one before it.
///
/// Record: seq, time (UTC, the computer's clock), actor (the system's user), tenant, action, step, target, detail,
/// previous, hash; hash is over the record without "hash", as compact JSON with sorted keys. Line 1 is the genesis
/// record. Beside the file, `<file>.head` keeps the last seq and hash, so that a cut-off tail is noticed too (not when
/// both files were changed together: whoever can do that needs the head kept elsewhere).
///
/// Thread-safe; several processes may append to one file (a lock file, and the last record read again). Each record is
/// on the disk before append() returns, which takes milliseconds: from the main thread use appendLater(), which may
/// outlive the object. Errors: Storage; Refused when the end of the file is not sound: nothing is appended to a broken
/// chain.
class Audit
{
public:
    /// Opens or begins the log. `tenant` goes into every record.
    static Result<std::unique_ptr<Audit>> open(const QString &path, const QString &tenant = {});

    /// Adds a step: "action", "step", "target" (text) and "detail" (any). Other members go into "detail" too.
    Result<void> append(const QJsonObject &step);
    /// The same on a worker, in the order of the calls.
    FutureResult<bool> appendLater(const QJsonObject &step);
    QString path() const;

    /// Reads the whole file; blocks. Storage when it cannot be read; a broken chain is a report, not an error.
    static Result<AuditReport> verify(const QString &path);

private:
    class Writer;
    explicit Audit(std::shared_ptr<Writer> writer);

    std::shared_ptr<Writer> m_writer;
};

} // namespace watchdesk::response
