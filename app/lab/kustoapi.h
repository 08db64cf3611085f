// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/http.h"
#include "app/lab/hunting.h"

#include <QJsonObject>

namespace watchdesk::lab {

/// The content as a Kusto cluster with one database, over Kusto's public REST API ("Query/management HTTP request",
/// "Query V2 HTTP response"), so that ordinary Kusto clients can query it. Read only; no 30 days, but Kusto's caps on a
/// result: so many records and 64 MB, unless the request says "notruncation".
/// Called on the server's threads; thread-safe.
class KustoApi
{
public:
    static const QString kDatabase; ///< "Defender"

    KustoApi(Hunting &hunting, qint64 maximumRows);

    HttpReply queryV1(const QJsonObject &request);
    HttpReply queryV2(const QJsonObject &request);
    HttpReply manage(const QJsonObject &request);
    /// What clients read before they sign in: where to.
    static HttpReply authMetadata(const QString &authority, const QString &resource);

private:
    struct Answer;
    tl::expected<Answer, HttpReply> answer(const QJsonObject &request);

    Hunting &m_hunting;
    qint64 m_maximumRows;
};

} // namespace watchdesk::lab
