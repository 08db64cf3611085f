// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QJsonObject>

namespace watchdesk::response {

/// One line of the audit file, and what makes it one. A value type.
///
/// Canonical form: compact JSON with sorted keys, UTF-8. A line must be in it to the byte, so that there is one way to
/// write a record and nothing can hide in the spelling.
struct AuditRecord
{
    qint64 seq = 0;
    QString hash;
    QString previous;
    QJsonObject json;

    static constexpr qsizetype kLongestLine = 1024 * 1024;

    /// The record's line with its line break. Adds seq, previous and hash to `fields`.
    static QByteArray line(QJsonObject fields, qint64 seq, const QString &previous);
    /// Reads a line without its line break and checks its form and its own hash; Error::message says what is wrong.
    static Result<AuditRecord> fromLine(const QByteArray &line);
};

/// The hash that the first record names as its previous one.
QString genesisHash();

/// The last record as the sidecar file keeps it.
struct AuditHead
{
    qint64 seq = 0; ///< 0 = there is no head file
    QString hash;

    static Result<AuditHead> read(const QString &auditPath);
    Result<void> write(const QString &auditPath) const;
};

} // namespace watchdesk::response
