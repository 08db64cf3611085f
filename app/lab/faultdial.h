// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/http.h"

#include "app/base/result.h"

#include <QJsonObject>
#include <QList>

#include <chrono>
#include <mutex>
#include <optional>

namespace watchdesk::lab {

/// One way in which the next `count` answers under `path` go wrong.
struct Fault
{
    enum class Kind {
        Throttle,  ///< 429 with Retry-After
        Status,    ///< an error with any status
        Cut,       ///< the connection is reset within the answer
        Garble,    ///< the answer's text ends in its middle, with a true Content-Length
        Expire,    ///< 401: the token is said to have expired
        Duplicate, ///< a page begins with the row that ended the one before
        Reorder,   ///< a page's rows come in reverse
        Stall,     ///< the answer comes late
        Drop,      ///< what was asked is done, and the connection closes without an answer
        Twice,     ///< what was asked is done twice, as if the request had come twice; the second answer is given
        Outage,    ///< nothing is done, and the connection closes; `count` counts requests
    };

    Kind kind = Kind::Status;
    int count = 1;
    QString path = {}; ///< a prefix without regard to case; "" = all, sign-in too
    int status = 500;
    int retryAfter = 1;    ///< seconds
    int milliseconds = 0;  ///< Stall
    qint64 cutAfter = 300; ///< bytes, the head's included
};

/// What tests and trainers turn to see a client under bad conditions. Thread-safe.
///
/// POST /lab/faults {"latency": 50, "skew": -600, "outage": 3000, "next":
/// [{"kind":"throttle","count":2,"retryAfter":1,"path":"/api/machines"},
/// {"kind":"status","status":503}, {"kind":"cut","after":1000}, {"kind":"garble"}, {"kind":"expire"},
/// {"kind":"duplicate"}, {"kind":"reorder"}, {"kind":"stall","milliseconds":2000},
/// {"kind":"drop"}, {"kind":"twice"}, {"kind":"outage"}]}: "skew" is by how many seconds the service's clock is off,
/// "outage" for how many milliseconds no request is answered at all; "next" is added to what stands
/// already. GET shows what is left, DELETE ends it all.
class FaultDial
{
public:
    /// Takes a POSTed body; all of it or nothing. Names what is wrong in it.
    Result<void> add(const QJsonObject &settings);
    void clear();
    QJsonObject left() const;

    int latency() const;
    int skew() const;
    bool isOut() const; ///< an outage lasts
    /// The fault for this request, if one is due; it counts as used.
    std::optional<Fault> take(const QString &path);

private:
    mutable std::mutex m_mutex;
    int m_latency = 0;
    int m_skew = 0;
    std::chrono::steady_clock::time_point m_outUntil{};
    QList<Fault> m_faults;
};

} // namespace watchdesk::lab
