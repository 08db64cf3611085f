// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/intake/formats/eventrow.h"
#include "app/intake/sources/recordreader.h"

#include <memory>

namespace watchdesk::intake {

/// What a format is given beside the records.
struct FormatInput
{
    RowSet &rows;
    QString file;     ///< as reports and rows name it
    QString fileName; ///< without folders and ".gz": part of identities, and a hint to Zeek's log names
    ReportNumbers nextReport;
};

/// What came of one record: how many events it held and why some cannot be used. A line may hold several events.
struct Taken
{
    qint64 records = 1;
    qint64 refused = 0;
    QString reason; ///< of the refused ones, translated

    static Taken refusal(const QString &reason) { return {1, 1, reason}; }
};

/// Turns the records of one file into rows. One object a file, used by one thread.
class Format
{
public:
    virtual ~Format() = default;
    /// Formats that need to know the whole file first see all its records twice.
    virtual bool isTwoPass() const { return false; }
    virtual void observe(const RawRecord &record) { Q_UNUSED(record) }
    virtual void observed() {}
    virtual Taken take(const RawRecord &record) = 0;
    /// After the last record: what was held back.
    virtual void finish() {}
    virtual Ticks clockOffset() const { return 0; }
};

class ZeekSession;

std::unique_ptr<Format> makeWindowsFormat(const FormatInput &input);
std::unique_ptr<Format> makeEveFormat(const FormatInput &input);
std::unique_ptr<Format> makeZeekJsonFormat(const FormatInput &input, ZeekSession &session);
std::unique_ptr<Format> makeZeekTsvFormat(const FormatInput &input, ZeekSession &session);

} // namespace watchdesk::intake
