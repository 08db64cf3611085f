// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/base/table.h"
#include "app/lab/apierror.h"
#include "app/lab/http.h"
#include "app/lab/huntwindow.h"
#include "app/store/store.h"

#include <atomic>
#include <memory>
#include <tl/expected.hpp>

namespace watchdesk::lab {

/// Advanced hunting over the content, with the service's limits: 30 days, 100,000 rows, 50 MB, 200 seconds.
/// Called on the server's threads, which wait for the store's; thread-safe.
class Hunting
{
public:
    /// Which of the three documented answers to give.
    enum class Dialect { Defender, Xdr, Graph };

    /// `maximumRows` is where the service cuts a result without a word.
    Hunting(std::shared_ptr<store::Store> store, const Clock &clock, qint64 maximumRows);

    /// `body` is the request's: {"Query": ...}, for Graph also {"Timespan": "P7D"}.
    HttpReply run(const QJsonObject &body, Dialect dialect);
    /// All rows, however old; at most so many (-1 = no limit).
    tl::expected<TablePointer, ApiError> table(const QString &query, qint64 rowLimit);
    kql::Schema schema() const { return m_store->schema(); }
    /// Ends the queries that run; none begins afterwards.
    void stop() { m_isStopping = true; }

private:
    tl::expected<TablePointer, ApiError> rows(const QString &query, Ticks from);
    tl::expected<TablePointer, ApiError> wait(FutureResult<TablePointer> future) const;

    std::shared_ptr<store::Store> m_store;
    Clock m_clock;
    qint64 m_maximumRows;
    HuntWindow m_window;
    std::atomic<bool> m_isStopping = false;
};

/// Kusto's .NET name of a type; a bool is an SByte there.
QString dotNetType(ColumnType type);

/// The answer's text; "" when it would be longer than the service allows.
std::string huntText(const Table &table, Hunting::Dialect dialect, double seconds);

/// "P30D", "PT12H", "P1DT6H": a Timespan's length; nothing for anything else.
std::optional<Ticks> ticksFromDuration(const QString &text);

} // namespace watchdesk::lab
