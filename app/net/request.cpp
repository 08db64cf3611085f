// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/request.h"

namespace watchdesk::net {

QByteArray methodName(Request::Method method)
{
    switch (method) {
    case Request::Method::Post:
        return QByteArrayLiteral("POST");
    case Request::Method::Patch:
        return QByteArrayLiteral("PATCH");
    case Request::Method::Delete:
        return QByteArrayLiteral("DELETE");
    case Request::Method::Get:
        break;
    }
    return QByteArrayLiteral("GET");
}

} // namespace watchdesk::net
