// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QString>

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace watchdesk::kql {

/// Where addresses are, for geo_info_from_ip_address(): from a local database in MaxMind's format (GeoLite2 City,
/// DB-IP City Lite …) that the user names. Nothing is sent anywhere, and none is part of the program.
///
/// One for the process, as the function is; every member is thread-safe.
class AddressPlaces
{
public:
    static AddressPlaces &instance();

    /// Takes the place of the one before. Unreadable for a file that is no such database; the one before stays.
    Result<void> open(const QString &path);
    void close();
    bool isOpen() const { return current() != nullptr; }

    /// {"country","state","city","latitude","longitude"} as far as they are known, as JSON; "{}" for an address that is
    /// not there, and for a text that is none.
    std::string placeOf(std::string_view address) const;

private:
    class Database;
    std::shared_ptr<const Database> current() const;

    mutable std::mutex m_mutex;
    std::shared_ptr<const Database> m_database;
};

} // namespace watchdesk::kql
