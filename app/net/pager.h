// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/recordtexts.h"
#include "app/base/result.h"
#include "app/net/httpclient.h"

#include <QJsonArray>

#include <functional>

namespace watchdesk::net {

/// Reads an OData collection page by page, following @odata.nextLink as it stands, until there is none.
///
/// `onPage` is called on the client's thread, in order, with each page's "value". The future's result holds all of
/// them. A link to another host, a link seen before, and more pages than Limits::maximumPages end it with an error
/// (Refused, Service); pages given before stay valid. Cancelling the future aborts the page on its way.
/// Each page is a call of its own for the quota of `first`.
FutureResult<QJsonArray> readPages(HttpClient &client, const Request &first,
                                   std::function<void(const QJsonArray &page)> onPage = {});

/// What takes one page; an error ends the list.
using PageTaker = std::function<FutureResult<bool>(const RecordTexts &page)>;

/// The same without holding the pages, or reading their records: each goes to `take`, one after the other. While one is
/// taken the next is on its way already, and no more than that. The future's result is empty; it is finished when the
/// last page that `take` was given is taken, whatever ends the list.
FutureResult<QJsonArray> takePages(HttpClient &client, const Request &first, PageTaker take);

} // namespace watchdesk::net
