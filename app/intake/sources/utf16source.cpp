// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/sources/utf16source.h"

#include <cstring>

namespace watchdesk::intake {

namespace {

constexpr qsizetype kChunk = 64 * 1024;

} // namespace

Result<bool> Utf16Source::start()
{
    m_isStarted = true;
    m_pending.resize(4);
    qsizetype have = 0;
    while (have < 3) {
        const auto count = m_source->read(m_pending.data() + have, 4 - have);
        if (!count)
            return failure(count.error());
        if (*count == 0)
            break;
        have += *count;
    }
    m_pending.truncate(have);
    if (m_pending.startsWith("\xEF\xBB\xBF")) {
        m_pending.remove(0, 3);
    } else if (m_pending.startsWith("\xFF\xFE") || m_pending.startsWith("\xFE\xFF")) {
        const bool isLittle = m_pending.startsWith("\xFF\xFE");
        m_isUtf16 = true;
        m_decoder = QStringDecoder(isLittle ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
        const QString text = m_decoder.decode(m_pending.mid(2));
        m_pending = text.toUtf8();
    }
    return true;
}

qsizetype Utf16Source::drain(char *data, qsizetype size)
{
    const qsizetype count = std::min(size, m_pending.size() - m_at);
    std::memcpy(data, m_pending.constData() + m_at, size_t(count));
    m_at += count;
    if (m_at == m_pending.size()) {
        m_pending.clear();
        m_at = 0;
    }
    return count;
}

Result<qsizetype> Utf16Source::read(char *data, qsizetype size)
{
    if (!m_isStarted) {
        if (const auto started = start(); !started)
            return failure(started.error());
    }
    if (m_at < m_pending.size())
        return drain(data, size);
    if (!m_isUtf16)
        return m_source->read(data, size);
    QByteArray chunk(kChunk, Qt::Uninitialized);
    while (m_pending.isEmpty()) {
        const auto count = m_source->read(chunk.data(), chunk.size());
        if (!count || *count == 0)
            return count;
        const QString text = m_decoder.decode(QByteArrayView(chunk.constData(), *count));
        m_pending = text.toUtf8();
    }
    return drain(data, size);
}

} // namespace watchdesk::intake
