// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/error.h"

namespace watchdesk {

Error Error::with(const QString &key, const QString &value) const &
{
    Error copy = *this;
    copy.context.insert(key, value);
    return copy;
}

QString kindName(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::InvalidInput:
        return QStringLiteral("invalidInput");
    case Error::Kind::BadRecord:
        return QStringLiteral("badRecord");
    case Error::Kind::Unreadable:
        return QStringLiteral("unreadable");
    case Error::Kind::NotFound:
        return QStringLiteral("notFound");
    case Error::Kind::NotSignedIn:
        return QStringLiteral("notSignedIn");
    case Error::Kind::NotAllowed:
        return QStringLiteral("notAllowed");
    case Error::Kind::Quota:
        return QStringLiteral("quota");
    case Error::Kind::Network:
        return QStringLiteral("network");
    case Error::Kind::Service:
        return QStringLiteral("service");
    case Error::Kind::Refused:
        return QStringLiteral("refused");
    case Error::Kind::Storage:
        return QStringLiteral("storage");
    case Error::Kind::Cancelled:
        return QStringLiteral("cancelled");
    case Error::Kind::Internal:
        break;
    }
    return QStringLiteral("internal");
}

int exitStatus(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::InvalidInput:
        return 2;
    case Error::Kind::NotSignedIn:
    case Error::Kind::NotAllowed:
        return 3;
    case Error::Kind::Quota:
        return 4;
    case Error::Kind::Unreadable:
    case Error::Kind::Storage:
        return 6;
    case Error::Kind::Cancelled:
        return 130;
    default:
        return 1;
    }
}

} // namespace watchdesk
