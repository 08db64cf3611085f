// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/net/networksettings.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

namespace watchdesk::net {

/// Qt's network with a tenant's proxy and certificate authorities, on every request that goes through it. TLS 1.2 or
/// later; calls to this computer take no proxy. Owned by whoever sends, on the main thread.
class Network final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    explicit Network(const NetworkSettings &settings = {}, QObject *parent = nullptr);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *data) override;

private:
    QSslConfiguration m_tls;
};

} // namespace watchdesk::net
