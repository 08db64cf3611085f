// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/session/sessionoptions.h"
#include "app/session/syncreport.h"

#include <QObject>

#include <memory>

namespace watchdesk::net {
struct NetworkSettings;
}
namespace watchdesk::defender {
class Client;
struct Connection;
struct ListOptions;
} // namespace watchdesk::defender
namespace watchdesk::response {
class Audit;
class Gate;
} // namespace watchdesk::response
namespace watchdesk::store {
class Store;
}

namespace watchdesk::session {

struct Profile;

/// One tenant at work: its store, and for a lab or a live tenant its client, gate and audit file.
///
/// Lives on the main thread; shared by the window or the command that opened it. Views read store() and hear of news
/// through its changed(); nothing else of the tenant is kept in memory.
class Session : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Lab, Tenant, Offline };

    /// Builds everything without blocking: a lab's content and server start on a worker. Must be called on the main
    /// thread, whose event loop has to run. The store may hold data of the last time already: show it, then sync().
    static FutureResult<std::shared_ptr<Session>> open(const SessionOptions &options);
    ~Session() override;

    Kind kind() const;
    QString colour() const; ///< what its windows are marked with (tenantColours()); "" for a lab or a file
    QString title() const;  ///< the lab scenario's, the profile's or the file's name
    std::shared_ptr<store::Store> store() const;
    /// Whether calls may go out, for the whole process: with the switch off client() and connection() are nullptr and
    /// whatever would be sent all the same is Refused (net::OfflineSwitch). gate() stays for its dry runs.
    void setOffline(bool offline);
    bool isOffline() const; ///< by the switch, or because there is no tenant

    defender::Client *client() const; ///< nullptr when offline
    /// How the tenant is reached, for other services that it has; nullptr when offline.
    const defender::Connection *connection() const;
    const net::NetworkSettings &network() const; ///< how anything outside is reached, without a tenant too
    response::Gate *gate() const;                ///< nullptr when offline or read-only
    Clock clock() const;                         ///< a lab's is shifted; use it for every "now"
    QString auditPath() const;

    /// Loads the tenant into the store: entities page by page, telemetry by sliced hunting queries, a lab's sensor
    /// files through intake; then correlates. Each page and slice is committed, so a cancelled sync goes on where it
    /// stopped. One at a time: a second call while one runs returns the same future.
    FutureResult<SyncReport> sync(const SyncScope &scope = {});
    bool isSyncing() const;

    /// Reads one resource of the descriptors (a list, or what belongs to one entity) into its table. Offline: Refused.
    FutureResult<TableReport> load(const QString &resource, const defender::ListOptions &options);

Q_SIGNALS:
    void offlineChanged(bool offline);
    void syncProgress(const watchdesk::session::SyncProgress &progress);

private:
    class Private;
    explicit Session(std::unique_ptr<Private> d);
    static FutureResult<SessionOptions> withSecret(const SessionOptions &options);
    static FutureResult<std::shared_ptr<Session>> openWith(const Result<SessionOptions> &options);
    void useProfile(const QString &name);
    void keepUserSession(const Profile &profile);

    std::unique_ptr<Private> d;
};

} // namespace watchdesk::session
