// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/http.h"

#include "app/base/error.h"

#include <QString>

namespace watchdesk::lab {

/// The error codes of the API's "common errors" page that the lab uses, each with its status.
enum class ApiCode {
    BadRequest,
    ODataError,
    InvalidInput,
    InvalidRequestBody,
    InvalidHashValue,
    InvalidDomainName,
    InvalidIpAddress,
    InvalidUrl,
    MaximumBatchSizeExceeded,
    MissingRequiredParameter,
    OsPlatformNotSupported,
    ActiveRequestAlreadyExists,
    Unauthorized,
    Forbidden,
    DisallowedOperation,
    NotFound,
    ResourceNotFound,
    MethodNotAllowed,
    TooManyRequests,
    InternalServerError,
    GatewayTimeout,
};

/// What stops a request. A value type; handlers return it in place of an answer.
struct ApiError
{
    ApiCode code = ApiCode::InternalServerError;
    QString message = {};
};

/// {"error":{"code","message","target"}}, where target is a GUID of this answer.
HttpReply errorReply(const ApiError &error);
/// The same error as Graph tells it: with an innerError that names request and time, without a target. Others are left
/// as they are.
HttpReply asGraphError(HttpReply reply);
HttpReply errorReply(ApiCode code, const QString &message);
/// The same with a status that no code stands for (the fault dial).
HttpReply errorReply(int status, const QString &code, const QString &message);

} // namespace watchdesk::lab
