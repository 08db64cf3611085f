// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/ticks.h"

#include <QString>

#include <optional>

namespace watchdesk::hunt {

/// Rows with from <= Timestamp < to; `isUndated` instead: those without a Timestamp.
struct TimeSlice
{
    Ticks from = 0;
    Ticks to = 0;
    bool isUndated = false;

    bool operator==(const TimeSlice &) const = default;
};

/// How a query can be asked piece by piece so that the pieces together are exactly the whole.
///
/// That is so where it reads one table of events and treats each row for itself: filters, computed and chosen columns,
/// parsing, expanding, and joins that keep or drop a row of the left for what the right has. Then a slice of the table
/// by Timestamp gives a slice of the result. What counts, groups or ranks over all rows cannot be cut so.
/// now() and ago() are written out, as a query of an hour would otherwise drift under its slices.
class SlicePlan
{
public:
    enum class Order { None, Ascending, Descending };

    /// Refused, with the reason in plain words, for a query that cannot be cut.
    static Result<SlicePlan> make(const QString &query, Ticks now);

    QString query(const TimeSlice &slice) const;
    /// One row: Rows, First, Last (of Timestamp), Undated; after the filters that come first.
    QString extentQuery() const;
    Order order() const { return m_order; }
    qint64 take() const { return m_take; } ///< the number of a "take" at the end; -1 = none

private:
    QString m_head;    ///< up to the table's name, that included
    QString m_filters; ///< the "where"s that follow at once
    QString m_tail;    ///< everything after the table's name
    Order m_order = Order::None;
    qint64 m_take = -1;
};

/// The query with now() and ago() written out as this moment; nothing where it defines such names itself.
std::optional<QString> withFixedNow(const QString &query, Ticks now);

} // namespace watchdesk::hunt
