// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/response/dryrun.h"
#include "app/response/machineaction.h"
#include "app/response/operationrequest.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace watchdesk::defender {
class Client;
}
namespace watchdesk::store {
class Store;
}

namespace watchdesk::response {

class Audit;

/// How often a running action is looked at: growing from first to longest, and not for ever.
struct PollTimes
{
    std::chrono::milliseconds first{500};
    std::chrono::milliseconds longest{15'000};
    std::chrono::milliseconds patience{std::chrono::hours{1}};
};

/// The one way an action leaves the program.
///
/// Lives on the main thread, owned by the session, which also owns the client and the audit file and keeps them longer.
/// Every run is in the audit log before it is sent; if the log cannot be written, nothing is sent. A device is called
/// isolated only when the service says so. Errors: Refused (a check), InvalidInput (no comment), Storage (audit), and
/// those of the client.
class Gate : public QObject
{
    Q_OBJECT

public:
    Gate(defender::Client &client, std::shared_ptr<store::Store> store, Audit &audit, QObject *parent = nullptr);
    ~Gate() override;

    void setClock(const Clock &clock);
    void setPollTimes(const PollTimes &times);

    /// The sheet, from the store alone. Blocks for a few reads of single rows.
    DryRun dryRun(const ActionRequest &request) const;
    /// The same on a worker.
    FutureResult<DryRun> dryRunLater(const ActionRequest &request) const;

    /// How long so many of an action take, as far as the service's quota decides; nothing for an unknown action.
    std::optional<std::chrono::milliseconds> timeFor(const QString &action, qint64 count) const;

    /// The tenant's name, where there are others it could be taken for: whoever sends something of high risk from a
    /// window types it first. "" where there is no other.
    void setNameToConfirm(const QString &tenant);
    QString nameToConfirm() const;

    /// "" where calls may go out; else why nothing can be sent.
    QString whySilent() const;
    /// The permissions of which an action needs one, if the sign-in is known to have none of them; else empty.
    QStringList lacking(const QString &action) const;

    /// Checks again, audits, sends once, watches until the service calls it finished. The result is the action's last
    /// state, Failed and TimeOut included; it is not final when PollTimes::patience ended first. Cancelling stops the
    /// watching only (or the sending, if that has not begun); what was sent stays sent.
    FutureResult<MachineAction> run(const ActionRequest &request);

    /// The sheet of something else that a descriptor lets be done; the same rules. Blocks for a few reads.
    DryRun dryRunOperation(const OperationRequest &request) const;
    /// The same on a worker.
    FutureResult<DryRun> dryRunOperationLater(const OperationRequest &request) const;
    /// Checks, audits, sends once, keeps what came back; the service's answer ({} where it has no body). Repeated while
    /// it is under way it is Refused.
    FutureResult<QJsonObject> perform(const OperationRequest &request);

Q_SIGNALS:
    /// There is a new token, or calls may go out again or no longer: lacking() and whySilent() may say something else.
    void permissionsChanged();
    /// The service said something new about a running action.
    void stateChanged(const watchdesk::response::MachineAction &action);
    /// Something that happened after an action was sent could not be written down. The action goes on.
    void auditFailed(const watchdesk::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace watchdesk::response
