// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/defender/resource.h"
#include "app/lab/apierror.h"
#include "app/lab/odata/expression.h"

#include <tl/expected.hpp>

#include <optional>

namespace watchdesk::lab {

/// The OData options of one request, checked against the resource's descriptor.
struct ListQuery
{
    std::optional<Expression> filter;
    QString filterText;
    std::optional<qint64> top;
    qint64 skip = 0;
    QStringList expand;
    bool wantsCount = false; ///< $count=true
};

/// Reads a request's query string. Everything that the resource does not offer is an ODataError in the service's words.
tl::expected<ListQuery, ApiError> listQuery(const defender::Resource &resource, const QByteArray &query);

/// The resource's properties for parseFilter(). Column n is field n of the descriptor.
QList<FilterProperty> filterProperties(const defender::Resource &resource);

/// "$top=2&$filter=..." with another $skip, for @odata.nextLink.
QByteArray queryWithSkip(const ListQuery &query, qint64 skip);

} // namespace watchdesk::lab
