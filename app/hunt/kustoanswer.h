// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/table.h"

#include <QByteArray>

namespace watchdesk::hunt {

/// What a Kusto cluster answered to a query.
struct KustoAnswer
{
    Table table;
    bool isCut = false; ///< the cluster's caps were reached; the table has a part of the rows
    QString detail;
};

/// Reads the answer of /v2/rest/query ("Query V2 HTTP response": frames, progressive ones too) or of /v1/rest/query
/// ({"Tables":[...]}): the first primary result. Errors: Service for what is neither, and for what the cluster says
/// went wrong within; InvalidInput where it says the query did.
Result<KustoAnswer> kustoAnswer(const QByteArray &json);

} // namespace watchdesk::hunt
