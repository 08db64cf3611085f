// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/defender/resourceaction.h"

#include <QJsonObject>

namespace watchdesk::defender {

/// The largest file that the live response library takes through the API (upload-library).
inline constexpr qint64 kMaximumUpload = 20 * 1024 * 1024;

/// Whether the body has every member that the action needs, none that it does not know, each of its type and within
/// its bounds. The file of a form is an object: {"name": "x.ps1", "content": base64}. InvalidInput names the member.
Result<void> checkBody(const ResourceAction &action, const QJsonObject &body);

/// The file as a form's body has it: {"name", "content": base64}. Unreadable, or InvalidInput where it is too large.
Result<QJsonObject> uploadFrom(const QString &path);

/// What somebody typed as a value of the field: true or false, a number, JSON or a list with commas for what is
/// dynamic. InvalidInput names the field and what it means.
Result<QJsonValue> valueFromText(const BodyField &field, const QString &text);

/// A body as it is sent.
struct EncodedBody
{
    QByteArray bytes;
    QByteArray contentType; ///< "" = JSON
};

/// JSON, or multipart/form-data for an action that is a form. `body` has passed checkBody().
EncodedBody encodedBody(const ResourceAction &action, const QJsonObject &body);

} // namespace watchdesk::defender
