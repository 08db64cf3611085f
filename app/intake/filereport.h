// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "app/base/ticks.h"

#include <QList>
#include <QMap>
#include <QString>

namespace watchdesk::intake {

/// What became of one input file. A value type; `records = taken + refused` always holds.
struct FileReport
{
    QString file;
    QString format; ///< a name of Intake::formats(); empty when nothing reads the content
    qint64 records = 0;
    qint64 taken = 0;
    qint64 refused = 0;
    qint64 repaired = 0;        ///< taken, but held bytes that are no UTF-8: they became U+FFFD
    QMap<QString, qint64> rows; ///< rows added to the store, by table; one record may make none or two
    QList<Error> errors;        ///< the first kMaxErrors refusals; `refused` counts them all
    bool alreadyTaken = false;  ///< these very bytes were taken in before: nothing was read, nothing changed
    bool skipped = false;       ///< not of the kind that was asked for: nothing was read
    Ticks first = 0;            ///< earliest and latest Timestamp among the rows, 0 without any
    Ticks last = 0;
    Ticks clockOffset = 0; ///< what was added to the event log's own times; of the host with the most events

    static constexpr int kMaxErrors = 100;
};

} // namespace watchdesk::intake
