// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QString>
#include <QStringList>

namespace watchdesk::lab {

/// One file of resources/lab/estate: a statement, and what its comments say of it.
///
///     -- on: content       runs over the telemetry; otherwise over the estate's own tables
///     -- with: id since    what its parameters ?1, ?2 … are
///     -- gives: machines   answers with keys of that entity set; otherwise with the resource's rows
struct SqlAnswer
{
    QString sql;
    bool isOnContent = false;
    QStringList parameters;
    QString gives;
};

/// The answer of that name; nothing where there is none. Thread-safe.
std::optional<SqlAnswer> sqlAnswer(const QString &name);
/// The names of the estate's own tables' files, in the order in which they are made.
QStringList estateTableFiles();

} // namespace watchdesk::lab
