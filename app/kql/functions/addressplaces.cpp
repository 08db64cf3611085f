// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/functions/addressplaces.h"

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"

#include <QCoreApplication>
#include <QFile>

#include <maxminddb.h>

#ifndef Q_OS_WIN
#include <arpa/inet.h>
#endif

#include <array>
#include <cstring>
#include <optional>

namespace watchdesk::kql {

namespace {

constexpr size_t kLongestAddress = 45; ///< of an IPv6 address with an IPv4 one in it

/// Strict: no "127.1", no zone, no port.
std::optional<sockaddr_storage> socketAddress(std::string_view text)
{
    if (text.empty() || text.size() > kLongestAddress)
        return std::nullopt;
    std::array<char, kLongestAddress + 1> terminated{};
    std::memcpy(terminated.data(), text.data(), text.size());
    sockaddr_storage storage{};
    auto &v4 = reinterpret_cast<sockaddr_in &>(storage);
    auto &v6 = reinterpret_cast<sockaddr_in6 &>(storage);
    if (inet_pton(AF_INET, terminated.data(), &v4.sin_addr) == 1)
        storage.ss_family = AF_INET;
    else if (inet_pton(AF_INET6, terminated.data(), &v6.sin6_addr) == 1)
        storage.ss_family = AF_INET6;
    else
        return std::nullopt;
    return storage;
}

/// A member that is a text, as JSON; "" where there is none.
std::string textMember(const char *name, MMDB_entry_s &entry, const char *const *path)
{
    MMDB_entry_data_s data;
    if (MMDB_aget_value(&entry, &data, path) != MMDB_SUCCESS || !data.has_data ||
        data.type != MMDB_DATA_TYPE_UTF8_STRING)
        return {};
    const QByteArray text = QString::fromUtf8(data.utf8_string, data.data_size).toUtf8(); // a file may hold anything
    return jsonQuoted(name) + ':' + jsonQuoted(text.toStdString());
}

std::string realMember(const char *name, MMDB_entry_s &entry, const char *const *path)
{
    MMDB_entry_data_s data;
    if (MMDB_aget_value(&entry, &data, path) != MMDB_SUCCESS || !data.has_data || data.type != MMDB_DATA_TYPE_DOUBLE)
        return {};
    return jsonQuoted(name) + ':' + jsonFromReal(data.double_value);
}

} // namespace

class AddressPlaces::Database
{
public:
    Database() = default;
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database()
    {
        if (m_isOpen)
            MMDB_close(&m_file);
    }

    int open(const QString &path)
    {
        const int status = MMDB_open(QFile::encodeName(path).constData(), MMDB_MODE_MMAP, &m_file);
        m_isOpen = status == MMDB_SUCCESS;
        return status;
    }

    std::string placeOf(const sockaddr_storage &address) const
    {
        int error = MMDB_SUCCESS;
        MMDB_lookup_result_s found =
            MMDB_lookup_sockaddr(&m_file, reinterpret_cast<const sockaddr *>(&address), &error);
        if (error != MMDB_SUCCESS || !found.found_entry)
            return "{}";
        static const char *const country[] = {"country", "names", "en", nullptr};
        static const char *const state[] = {"subdivisions", "0", "names", "en", nullptr};
        static const char *const city[] = {"city", "names", "en", nullptr};
        static const char *const latitude[] = {"location", "latitude", nullptr};
        static const char *const longitude[] = {"location", "longitude", nullptr};
        std::string members;
        for (const std::string &member :
             {textMember("country", found.entry, country), textMember("state", found.entry, state),
              textMember("city", found.entry, city), realMember("latitude", found.entry, latitude),
              realMember("longitude", found.entry, longitude)}) {
            if (!member.empty())
                members += (members.empty() ? "" : ",") + member;
        }
        return '{' + members + '}';
    }

private:
    MMDB_s m_file{};
    bool m_isOpen = false;
};

AddressPlaces &AddressPlaces::instance()
{
    static AddressPlaces only;
    return only;
}

Result<void> AddressPlaces::open(const QString &path)
{
    auto database = std::make_shared<Database>();
    if (const int status = database->open(path); status != MMDB_SUCCESS)
        return failure(Error::Kind::Unreadable,
                       QCoreApplication::translate("watchdesk::kql", "%1 is no IP location database: %2.")
                           .arg(path, QString::fromUtf8(MMDB_strerror(status))));
    const std::lock_guard lock(m_mutex);
    m_database = std::move(database);
    return {};
}

void AddressPlaces::close()
{
    const std::lock_guard lock(m_mutex);
    m_database.reset();
}

std::shared_ptr<const AddressPlaces::Database> AddressPlaces::current() const
{
    const std::lock_guard lock(m_mutex);
    return m_database;
}

std::string AddressPlaces::placeOf(std::string_view address) const
{
    const auto database = current();
    const auto numbers = database ? socketAddress(address) : std::nullopt;
    return numbers ? database->placeOf(*numbers) : "{}";
}

namespace {

std::string placeOfText(Text address) { return AddressPlaces::instance().placeOf(address); }

} // namespace

QList<NativeFunction> placeFunctions() { return {native("kql_geo_info", placeOfText)}; }

} // namespace watchdesk::kql
