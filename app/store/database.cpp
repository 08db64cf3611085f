// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/database.h"

#include "app/base/priority.h"
#include "app/store/storeerror.h"

#include <QAtomicInteger>
#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <thread>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace watchdesk::store {

namespace {

constexpr qint64 kMebibyte = 1024 * 1024;
constexpr qint64 kMostMebibytes = 4096;

/// Where big sorts spill to: beside a store that is ours alone, in the system's folder otherwise.
QString temporaryFolder(const QString &path, bool readOnly)
{
    static QAtomicInteger<int> count;
    if (!readOnly && path != QStringLiteral(":memory:"))
        return path + QStringLiteral(".tmp");
    return QDir::tempPath() + QStringLiteral("/watchdesk-%1-%2").arg(QCoreApplication::applicationPid()).arg(++count);
}

class Config
{
public:
    Config() { duckdb_create_config(&m_handle); }
    Config(const Config &) = delete;
    Config &operator=(const Config &) = delete;
    ~Config() { duckdb_destroy_config(&m_handle); }

    void set(const char *name, const QByteArray &value) { duckdb_set_config(m_handle, name, value.constData()); }
    duckdb_config handle() const { return m_handle; }

private:
    duckdb_config m_handle = nullptr;
};

} // namespace

qint64 memoryLimitMebibytes()
{
#ifdef Q_OS_UNIX
    const qint64 bytes = qint64(sysconf(_SC_PHYS_PAGES)) * qint64(sysconf(_SC_PAGE_SIZE));
    if (bytes > 0)
        return std::clamp(bytes / kMebibyte * 6 / 10, qint64(256), kMostMebibytes);
#endif
    return kMostMebibytes / 2;
}

Database &Database::operator=(Database &&other) noexcept
{
    std::swap(m_handle, other.m_handle);
    return *this;
}

Result<Database> Database::open(const QString &path, bool readOnly)
{
    Config config;
    config.set("access_mode", readOnly ? "READ_ONLY" : "READ_WRITE");
    config.set("memory_limit", QByteArray::number(memoryLimitMebibytes()) + "MiB");
    config.set("temp_directory", QFile::encodeName(temporaryFolder(path, readOnly)));
    // Each time the end of a table is written anew: DuckDB's 16 MB are two pages of a list.
    config.set("checkpoint_threshold", "64MiB");
    // What is given back is given back to the system, too.
    config.set("allocator_background_threads", "true");
    config.set("autoinstall_known_extensions", "false");
    config.set("autoload_known_extensions", "false");
    // Queries come from files and from other people: no SQL may read or write any other file.
    config.set("enable_external_access", "false");

    Database database;
    char *message = nullptr;
    duckdb_state state = DuckDBError;
    // DuckDB's own threads are started here and are as polite as the one that starts them.
    std::thread([&] {
        giveWayToInterface();
        state = duckdb_open_ext(QFile::encodeName(path).constData(), &database.m_handle, config.handle(), &message);
    }).join();
    if (state == DuckDBSuccess)
        return database;
    const QString text = QString::fromUtf8(message ? message : "");
    duckdb_free(message);
    return failure(openError(path, text));
}

} // namespace watchdesk::store
