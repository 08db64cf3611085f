// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/entityset.h"
#include "app/lab/router.h"

namespace watchdesk::lab {

/// How answers are written: where the service is reached, and the rows of a page when nothing is said.
struct ReplyStyle
{
    QString baseUrl; ///< "http://127.0.0.1:1234"
    int pageSize = 10'000;
};

/// A page of the set as OData has it, with @odata.nextLink where there is more.
HttpReply listReply(const EntitySet &set, const Call &call, const ReplyStyle &style);
/// How many there are, as a bare number.
HttpReply countReply(const EntitySet &set, const Call &call);
/// One entity; ResourceNotFound where there is none.
HttpReply singleReply(const EntitySet &set, const QString &key, const Call &call, const ReplyStyle &style,
                      int status = 200);
/// The only entity of a set that holds one.
HttpReply onlyReply(const EntitySet &set, const Call &call, const ReplyStyle &style);
/// {"@odata.context": "...#Edm.String", "value": text}
HttpReply valueReply(const QString &text, const Call &call, const ReplyStyle &style);
HttpReply jsonReply(const QJsonObject &object, int status = 200);
HttpReply notFoundReply(const QString &resource, const QString &id);

} // namespace watchdesk::lab
