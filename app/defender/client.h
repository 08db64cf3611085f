// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/table.h"
#include "app/base/ticks.h"
#include "app/defender/connection.h"
#include "app/defender/readrequest.h"
#include "app/defender/resourcetable.h"
#include "app/net/limits.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace watchdesk::defender {

/// How much of what the service allows for one operation is used.
struct OperationQuota
{
    QString operation; ///< "POST /api/machines/{id}/isolate"
    int perMinute = 0; ///< 0 = not stated
    int perHour = 0;
    int lastMinute = 0;
    int lastHour = 0;
    std::chrono::milliseconds free{0}; ///< until the next call may go out
    // How long its calls ran, as seen from here, and may run; 0 = not stated.
    std::chrono::milliseconds ranLastHour{0};
    std::chrono::milliseconds ranLastDay{0};
    std::chrono::milliseconds runPerHour{0};
    std::chrono::milliseconds runPerDay{0};
};

/// Which of a tenant's APIs a token is for.
enum class Api { Defender, Graph };

/// What the newest token allows.
struct Permissions
{
    QStringList names; ///< roles of an application, scopes of a user
    bool isDelegated = false;
    QString user; ///< "" for an application
    QString audience;
    QDateTime expires; ///< UTC
};

/// What takes one page of records; an error ends the list.
using PageTaker = std::function<FutureResult<bool>(const RecordTexts &page)>;

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

    /// All pages of a collection; one record of what is a single thing. `onPage` is called with each page of a
    /// collection in order on this thread, before the future is finished.
    FutureResult<QJsonArray> list(const QString &resource, const ListOptions &options = {},
                                  std::function<void(const QJsonArray &page)> onPage = {});
    /// The same without holding the pages: each goes to `take`, one after the other, while the next is on its way.
    FutureResult<QJsonArray> listInto(const QString &resource, const ListOptions &options, PageTaker take);
    /// An export by its files: asks for their addresses, then fetches one after the other; no token goes there.
    FutureResult<QJsonArray> filesInto(const QString &resource, PageTaker take);
    FutureResult<QJsonObject> find(const QString &resource, const QString &id);
    /// Sends an action: never twice, whatever happens to the connection, unless its descriptor says it is idempotent.
    FutureResult<QJsonObject> act(const QString &action, const QString &targetId, const QJsonObject &body);
    /// What act() would send: {"method","url","body"}; {"error": text} for what it would refuse.
    QJsonObject previewAction(const QString &action, const QString &targetId, const QJsonObject &body) const;
    /// One hunting query at the service (advancedqueries/run), at most 100,000 rows.
    FutureResult<Table> hunt(const QString &query);
    /// The same through Microsoft Graph (security/runHuntingQuery), its successor. With a `span` only the last so long
    /// is looked at, whatever the query says ("Timespan"); 0 = the service's 30 days.
    FutureResult<Table> huntThroughGraph(const QString &query, Ticks span = 0);

    /// A token without a call, to see whether sign-in works and what it allows.
    FutureResult<Permissions> signIn(Api api);
    /// Nothing before there was a token, or where it does not tell.
    std::optional<Permissions> permissions(Api api) const;
    /// The permissions of which an action needs one, if the token is known to have none of them; else empty.
    QStringList lacking(const QString &action) const;

    /// "" where calls may go out; else why none does (net::OfflineSwitch).
    QString whySilent() const;
    /// The operations that were called so far, by this and every other client of the tenant in the process.
    QList<OperationQuota> quotaUse() const;
    /// How long it takes until so many calls of an action have gone out, as far as its quota decides; nothing for an
    /// unknown action. For whoever asks before a bulk of them.
    std::optional<std::chrono::milliseconds> timeFor(const QString &action, qint64 calls) const;

Q_SIGNALS:
    void paused(qint64 milliseconds); ///< the service asked for quiet
    void sent();                      ///< a request went out
    void reachChanged();              ///< whySilent() says something else
    void signedIn();                  ///< a new token came: permissions() may have changed

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace watchdesk::defender
