// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/intake/filereport.h"
#include "app/intake/options.h"

#include "app/base/result.h"

#include <QList>
#include <QStringList>

#include <memory>

namespace watchdesk::store {
class Store;
}

namespace watchdesk::intake {

/// A format that can be read.
struct FormatInfo
{
    QString name;            ///< stable, for --as and reports: "windows-json"
    QString title;           ///< translated
    bool isExternal = false; ///< of sensors and other products; else device telemetry
    QString tables;          ///< where its rows go: "ExternalAlerts, Flows, RawEvents"
};

/// Takes files into the store: telemetry into the hunting tables, other products' alerts into ExternalAlerts and
/// Flows, whatever has no table of its own into RawEvents. Nothing is lost silently: each record is taken or refused
/// with its line and reason.
///
/// Owned by whoever wants files read; keeps the store alive. Blocking: call it on a worker, one take() at a time for
/// one object. Errors: a path that cannot be read at all → a report with refused = 1 and a line-0 error; storage that
/// fails → Storage; isCancelled() → Cancelled (batches written so far stay; the file is not remembered as taken).
class Intake
{
public:
    using Kinds = watchdesk::intake::Kinds;
    using Options = watchdesk::intake::Options;

    explicit Intake(std::shared_ptr<store::Store> store);

    /// Files, folders (recursively, in name order; hidden files and links out of the folder are left out) and "-" for
    /// standard input; `.gz` content is unpacked whatever the name. A report a file, in order.
    Result<QList<FileReport>> take(const QStringList &paths, const Options &options = {});

    static QList<FormatInfo> formats();

private:
    std::shared_ptr<store::Store> m_store;
};

} // namespace watchdesk::intake
