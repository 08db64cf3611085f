// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/intake/sources/recordreader.h"

#include <QString>

namespace watchdesk::intake {

/// What a file's first records say it is.
struct Detected
{
    QString format; ///< a name of Intake::formats(); empty: nothing reads it, see `reason`
    RecordReader::Mode mode = RecordReader::Mode::Lines;
    bool isEmpty = false; ///< no records at all
    QString reason;       ///< translated, where `format` is empty
};

/// Looks at the content, never at the name. Reads at most the first 512 kB. Errors: Unreadable.
Result<Detected> detect(const QString &path);

} // namespace watchdesk::intake
