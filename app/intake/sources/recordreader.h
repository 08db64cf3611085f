// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/intake/sources/bytesource.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <string_view>

namespace watchdesk::intake {

/// One record as it stands in the file, or the reason why there is none.
struct RawRecord
{
    std::string_view bytes;  ///< valid until the next record is read; UTF-8
    qint64 line = 0;         ///< where it begins, from 1
    QString refusal;         ///< not empty: this record cannot be used
    bool isRepaired = false; ///< it held bytes that are no UTF-8; they are U+FFFD now
};

/// Cuts a source into records: a line each, or a JSON value each (a JSON array of records, or records printed over
/// several lines). Blank lines are no records. A record of more than kMaxRecord bytes is refused and skipped; memory
/// stays bounded by twice that. Not thread-safe.
class RecordReader
{
public:
    enum class Mode { Lines, JsonValues };
    static constexpr qsizetype kMaxRecord = 16 * 1024 * 1024;

    RecordReader(std::unique_ptr<ByteSource> source, Mode mode)
        : m_source(std::move(source))
        , m_mode(mode)
    {
    }

    /// False at the end. A source that fails gives one last refused record with its reason.
    bool next(RawRecord *record);
    double part() const { return m_source->part(); }

private:
    bool nextLine(RawRecord *record);
    bool nextValue(RawRecord *record);
    bool fill(); ///< more bytes behind m_end; false at the end
    void skipTo(qsizetype position);
    void finish(RawRecord *record, qsizetype begin, qsizetype end);
    bool failed(RawRecord *record);

    std::unique_ptr<ByteSource> m_source;
    Mode m_mode;
    QByteArray m_buffer;
    qsizetype m_at = 0;  ///< first byte that is not used yet
    qsizetype m_end = 0; ///< behind the last byte read
    qint64 m_line = 1;   ///< of m_at
    bool m_isEnd = false;
    QString m_failure;
    QByteArray m_repaired;
};

/// The position of the first byte that is no UTF-8, or size() if all is.
size_t validUtf8Prefix(std::string_view text);

} // namespace watchdesk::intake
