// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/sources/gzipsource.h"

#include <QCoreApplication>

namespace watchdesk::intake {

namespace {

constexpr qsizetype kBufferSize = 128 * 1024;

tl::unexpected<Error> damaged(const char *what)
{
    return failure(Error::Kind::Unreadable, QCoreApplication::translate("Intake", what));
}

} // namespace

GzipSource::GzipSource(std::unique_ptr<ByteSource> packed)
    : m_packed(std::move(packed))
    , m_buffer(kBufferSize, 0)
{
    inflateInit2(&m_stream, 15 + 16); // gzip only
}

GzipSource::~GzipSource() { inflateEnd(&m_stream); }

Result<bool> GzipSource::refill()
{
    const auto count = m_packed->read(m_buffer.data(), m_buffer.size());
    if (!count)
        return failure(count.error());
    m_in += *count;
    m_stream.next_in = reinterpret_cast<Bytef *>(m_buffer.data());
    m_stream.avail_in = uInt(*count);
    return *count > 0;
}

Result<qsizetype> GzipSource::read(char *data, qsizetype size)
{
    if (m_isDamaged && !m_isEnd) {
        m_isEnd = true;
        return damaged(QT_TRANSLATE_NOOP("Intake", "the gzip data is damaged"));
    }
    if (m_isEnd)
        return 0;
    m_stream.next_out = reinterpret_cast<Bytef *>(data);
    m_stream.avail_out = uInt(size);
    while (m_stream.avail_out == uInt(size)) {
        if (m_stream.avail_in == 0) {
            const auto more = refill();
            if (!more)
                return failure(more.error());
            if (!*more) {
                m_isEnd = true;
                if (m_isMemberOpen)
                    return damaged(QT_TRANSLATE_NOOP("Intake", "the gzip data is cut off"));
                return 0;
            }
        }
        if (!m_isMemberOpen) { // gzip files may be joined; padding of zeros ends them
            if (*m_stream.next_in != 0x1f) {
                m_isEnd = true;
                return 0;
            }
            inflateReset(&m_stream);
            m_isMemberOpen = true;
        }
        const int state = inflate(&m_stream, Z_NO_FLUSH);
        if (state == Z_STREAM_END) {
            m_isMemberOpen = false;
        } else if (state != Z_OK && state != Z_BUF_ERROR) {
            m_isDamaged = true;
            break; // what came out before is good
        }
    }
    const qsizetype count = size - qsizetype(m_stream.avail_out);
    if (m_isDamaged && count == 0)
        return read(data, size);
    m_out += count;
    if (isBomb()) {
        m_isEnd = true;
        return damaged(QT_TRANSLATE_NOOP("Intake", "the gzip data unpacks to an absurd size"));
    }
    return count;
}

} // namespace watchdesk::intake
