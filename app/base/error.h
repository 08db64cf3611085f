// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QMetaType>
#include <QString>

namespace watchdesk {

/// What went wrong, in words an analyst can act on.
///
/// `message` is translated and plain text. `context` is for the log and for scripts and never shown as rich text:
/// "file", "line", "record", "status", "requestId", "start", "end" ...
struct Error
{
    enum class Kind {
        InvalidInput, ///< the user's text, option or query is wrong
        BadRecord,    ///< one record of an input cannot be read; others may
        Unreadable,   ///< an input cannot be read at all
        NotFound,
        NotSignedIn, ///< no token, or it was refused (HTTP 401)
        NotAllowed,  ///< the token lacks the permission (HTTP 403)
        Quota,       ///< HTTP 429 outlasted our patience
        Network,     ///< no connection, TLS, time-out
        Service,     ///< the service answered with an error or with something that is no answer
        Refused,     ///< we refuse on purpose: unsupported construct, unsafe link, policy
        Storage,     ///< the store cannot be opened, read or written
        Cancelled,
        Internal,
    };

    Kind kind = Kind::Internal;
    QString message;
    QMap<QString, QString> context = {};

    Error with(const QString &key, const QString &value) const &;
};

/// The kind's stable name for JSON and logs, e.g. "invalidInput".
QString kindName(Error::Kind kind);

/// The exit status of `watchdeskctl` for this kind (see docs/command-line.md).
int exitStatus(Error::Kind kind);

} // namespace watchdesk

Q_DECLARE_METATYPE(watchdesk::Error)
