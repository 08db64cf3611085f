// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/scenario/rowsink.h"

#include <memory>

namespace watchdesk::store {
class Store;
}

namespace watchdesk::lab {

/// A content's store while it is being made: the tables, and what comes last for every kind of content: the alerts.
/// Used by one thread.
class ContentStore : public RowSink
{
public:
    static Result<std::unique_ptr<ContentStore>> create(const QString &path);
    ~ContentStore() override;

    const std::shared_ptr<store::Store> &store() const { return m_store; }
    Result<void> append(const QString &table, const Table &rows) override;
    Result<TableSchema> entitySchema(const QString &table) const;

    /// Runs the detections over the events, writes AlertInfo, AlertEvidence and Alerts, and gives the devices their
    /// risk. `now` is the scenario's end. The number of alerts.
    Result<qint64> raiseAlerts(Ticks now);
    /// Writes everything to the one file and closes it.
    Result<void> close();

private:
    explicit ContentStore(std::shared_ptr<store::Store> store);

    std::shared_ptr<store::Store> m_store;
};

} // namespace watchdesk::lab
