// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace watchdesk::net {

/// A successful (2xx) answer. What is no success is an Error (see error mapping in httperror.h).
struct Reply
{
    int status = 0;
    QByteArray body;
    QString contentType;
    QString requestId; ///< the service's, for support
    QUrl url;
};

} // namespace watchdesk::net
