// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/intake/sources/bytesource.h"

#include <QByteArray>
#include <QStringDecoder>

namespace watchdesk::intake {

/// Looks at the first bytes of another source: UTF-16 with a byte-order mark is turned into UTF-8, a UTF-8 mark is
/// dropped, everything else passes through unchanged.
class Utf16Source : public ByteSource
{
public:
    explicit Utf16Source(std::unique_ptr<ByteSource> source)
        : m_source(std::move(source))
    {
    }

    Result<qsizetype> read(char *data, qsizetype size) override;
    double part() const override { return m_source->part(); }

private:
    Result<bool> start();
    qsizetype drain(char *data, qsizetype size);

    std::unique_ptr<ByteSource> m_source;
    QStringDecoder m_decoder;
    QByteArray m_pending; ///< read, or decoded, but not handed out yet
    qsizetype m_at = 0;
    bool m_isStarted = false;
    bool m_isUtf16 = false;
};

} // namespace watchdesk::intake
