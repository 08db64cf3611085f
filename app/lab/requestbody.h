// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/defender/resource.h"
#include "app/lab/apierror.h"
#include "app/lab/http.h"

#include <QJsonObject>

#include <tl/expected.hpp>

namespace watchdesk::lab {

/// The JSON object of a request, or InvalidRequestBody.
tl::expected<QJsonObject, ApiError> jsonBody(const HttpRequest &request);

/// Checks a body against what a descriptor says of an action. Names are case-sensitive: one in another case is
/// InvalidRequestBody, as are unknown ones and values of another type; a missing one is MissingRequiredParameter,
/// a value outside its enumeration InvalidInput. `also` names fields that the descriptor leaves out.
tl::expected<void, ApiError> checkBody(const QJsonObject &body, const QList<defender::BodyField> &fields,
                                       const QStringList &also = {});

} // namespace watchdesk::lab
