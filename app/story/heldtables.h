// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace watchdesk::store {
class Store;
}

namespace watchdesk::story {

/// Parts of SQL that depend on what the store holds: entity tables exist only once their resource was synchronised, and
/// hunting tables and the API tell the same of an alert in different shapes.
class HeldTables
{
public:
    explicit HeldTables(store::Store &store);

    bool has(const QString &table, const QString &column = {}) const;
    /// SELECT of aid, dev, title, severity, ats (ticks): every Defender alert.
    QString alerts() const;
    /// SELECT of aid, dev, pid, ct (milliseconds, see kProcessTime), title, ats: processes that Defender alerts name.
    /// `devices` restricts them, e.g. "IN (SELECT …)": the evidence of a million alerts takes long to read.
    QString evidenceProcesses(const QString &devices = {}) const;
    /// SELECT of aid, dev, ip, title, ats: remote addresses that Defender alerts name. `devices` as above.
    QString evidenceAddresses(const QString &devices = {}) const;
    /// SELECT of dev, name (lower case): what devices are called. `where` restricts the column "name".
    QString deviceNames(const QString &where) const;
    /// SELECT of ip, dev, t: when an address was seen on a device. `where` restricts the column "ip".
    QString deviceAddresses(const QString &where) const;

private:
    QString evidenceItems(const QString &devices) const;

    store::Store &m_store;
};

/// Processes are told apart by device, id and start in whole milliseconds: the API and events differ in decimals.
inline constexpr const char *kProcessTime = "10000";

} // namespace watchdesk::story
