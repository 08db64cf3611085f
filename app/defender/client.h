// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/table.h"
#include "app/defender/connection.h"
#include "app/defender/resource.h"
#include "app/defender/resourcetable.h"
#include "app/net/limits.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>

#include <functional>
#include <memory>

namespace watchdesk::defender {

struct ListOptions
{
    QString filter;     ///< OData $filter, as it stands
    int top = 0;        ///< $top of each page, at most the resource's topMax; 0 = topMax
    QStringList expand; ///< of those that the resource offers
};

/// Runs any operation that a descriptor states; one per tenant.
///
/// Lives on the main thread and outlives the futures' continuations that use it. Errors: those of net::HttpClient, and
/// InvalidInput for an unknown resource, action, id or body, before anything is sent. Futures can be cancelled.
class Client : public QObject
{
    Q_OBJECT

public:
    explicit Client(const Connection &connection, QObject *parent = nullptr);
    Client(const Connection &connection, const net::Limits &limits, QObject *parent = nullptr);
    ~Client() override;

    QUrl apiUrl() const;
    QString tenantId() const;

    /// All pages. `onPage` is called in order on this thread, before the future is finished.
    FutureResult<QJsonArray> list(const QString &resource, const ListOptions &options = {},
                                  std::function<void(const QJsonArray &page)> onPage = {});
    FutureResult<QJsonObject> find(const QString &resource, const QString &id);
    /// Sends an action: never twice, whatever happens to the connection, unless its descriptor says it is idempotent.
    FutureResult<QJsonObject> act(const QString &action, const QString &targetId, const QJsonObject &body);
    /// What act() would send: {"method","url","body"}; {"error": text} for what it would refuse.
    QJsonObject previewAction(const QString &action, const QString &targetId, const QJsonObject &body) const;
    /// One hunting query at the service, at most 100,000 rows.
    FutureResult<Table> hunt(const QString &query);

Q_SIGNALS:
    void paused(qint64 milliseconds); ///< the service asked for quiet
    void sent();                      ///< a request went out

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace watchdesk::defender
