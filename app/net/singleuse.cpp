// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/singleuse.h"

#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace watchdesk::net {

namespace {

/// Bytes that can be read once.
class SingleUseBytes final : public QIODevice
{
public:
    SingleUseBytes(QByteArray bytes, QObject *parent)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_read; }
    qint64 size() const override { return m_bytes.size(); }
    bool atEnd() const override { return m_read >= m_bytes.size(); }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        const qint64 count = qMin(maximum, m_bytes.size() - m_read);
        if (count <= 0)
            return -1;
        memcpy(data, m_bytes.constData() + m_read, size_t(count));
        m_read += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace

QNetworkReply *sendOnce(QNetworkAccessManager &network, const QNetworkRequest &request, const QByteArray &method,
                        const QByteArray &body)
{
    QNetworkRequest once = request;
    once.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    // Without a body there would be nothing that cannot be rewound.
    const QByteArray bytes = body.isEmpty() ? QByteArrayLiteral("{}") : body;
    once.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    once.setHeader(QNetworkRequest::ContentLengthHeader, bytes.size());
    auto *device = new SingleUseBytes(bytes, nullptr);
    QNetworkReply *reply = network.sendCustomRequest(once, method, device);
    device->setParent(reply);
    return reply;
}

} // namespace watchdesk::net
