// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/intake/sources/bytesource.h"

#include <QByteArray>

#include <zlib.h>

namespace watchdesk::intake {

/// Unpacks gzip from another source while it is read. Errors: Unreadable for damaged, cut-off and bomb-like input.
class GzipSource : public ByteSource
{
public:
    explicit GzipSource(std::unique_ptr<ByteSource> packed);
    ~GzipSource() override;
    GzipSource(const GzipSource &) = delete;
    GzipSource &operator=(const GzipSource &) = delete;

    Result<qsizetype> read(char *data, qsizetype size) override;
    double part() const override { return m_packed->part(); }

private:
    Result<bool> refill(); ///< false at the end of the packed bytes
    bool isBomb() const { return m_out > kFreeBytes && m_out > m_in * kMaxRatio; }

    std::unique_ptr<ByteSource> m_packed;
    z_stream m_stream = {};
    QByteArray m_buffer;
    qint64 m_in = 0;
    qint64 m_out = 0;
    bool m_isMemberOpen = true;
    bool m_isEnd = false;
    bool m_isDamaged = false;
};

} // namespace watchdesk::intake
