// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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

/// What takes one page; the next is asked for when its future is finished, and not at all when that is an error.
using PageTaker = std::function<FutureResult<bool>(const QJsonArray &page)>;

/// The same without holding the pages: each goes to `take`, one after the other. The future's result is empty.
FutureResult<QJsonArray> takePages(HttpClient &client, const Request &first, PageTaker take);

} // namespace watchdesk::net
