// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/store.h"

#include "app/kql/compile.h"
#include "app/store/functionregistry.h"
#include "app/store/migrations.h"
#include "app/store/store_p.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace watchdesk::store {

namespace {

constexpr int kWorkers = 4;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::store", text); }

Result<void> checkPath(const QString &path, OpenMode mode)
{
    if (path == QStringLiteral(":memory:"))
        return {};
    const QFileInfo file(path);
    if (mode == OpenMode::ReadOnly && !file.exists())
        return failure(Error::Kind::Storage, tr("There is no store %1.").arg(path));
    if (file.isDir())
        return failure(Error::Kind::Storage, tr("%1 is a folder, no store.").arg(path));
    if (mode == OpenMode::ReadWrite && !QDir().mkpath(file.absolutePath()))
        return failure(Error::Kind::Storage, tr("The folder %1 cannot be made.").arg(file.absolutePath()));
    return {};
}

Result<Database> openDatabase(const QString &path, OpenMode mode)
{
    if (auto fine = checkPath(path, mode); !fine)
        return failure(fine.error());
    return Database::open(path, mode == OpenMode::ReadOnly);
}

/// The first connection is the writing one. The functions come before anything that prepares a connection for KQL.
Result<std::unique_ptr<Connection>> firstConnection(const Database &database)
{
    auto plain = Connection::openPlain(database);
    if (!plain)
        return plain;
    if (auto done = registerNativeFunctions(**plain); !done)
        return failure(done.error());
    return Connection::open(database);
}

} // namespace

Store::Store(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Store::~Store() = default;

Result<std::shared_ptr<Store>> Store::open(const QString &path, OpenMode mode)
{
    auto claim = PathClaim::take(path, mode == OpenMode::ReadOnly);
    if (!claim)
        return failure(claim.error());
    auto database = openDatabase(path, mode);
    if (!database)
        return failure(database.error());
    auto priv = std::make_unique<Private>(std::move(*claim), std::move(*database));
    priv->path = path;
    priv->mode = mode;
    priv->workers.setMaxThreadCount(kWorkers);
    auto connection = firstConnection(priv->database);
    if (!connection)
        return failure(connection.error());
    priv->writer = std::move(*connection);
    auto catalogue = mode == OpenMode::ReadOnly ? readCatalogue(*priv->writer, path) : migrate(*priv->writer);
    if (!catalogue)
        return failure(catalogue.error());
    priv->catalogue = std::move(*catalogue);
    priv->kqlSchema = priv->catalogue.schema();
    return std::shared_ptr<Store>(new Store(std::move(priv)));
}

QString Store::path() const { return d->path; }

bool Store::isReadOnly() const { return d->mode == OpenMode::ReadOnly; }

kql::Schema Store::schema() const { return d->schema(); }

Result<Table> Store::read(const QString &sql, const QVariantList &parameters, const QList<ColumnSchema> &types) const
{
    return d->read({sql, parameters, types}, {});
}

Result<Table> Store::readKql(const QString &query, Ticks now, qint64 rowLimit) const
{
    auto compiled = d->compile(query, now, {}, {});
    if (!compiled)
        return failure(compiled.error());
    return d->read({compiled->sql, {}, compiled->columns, rowLimit}, {});
}

Result<HuntRows> Store::huntRows(const HuntRequest &request) const { return d->hunt(request, {}); }

FutureResult<TablePointer> Store::readLater(const QString &sql, const QVariantList &parameters,
                                            const QList<ColumnSchema> &types) const
{
    using IsCancelled = Interrupter::IsCancelled;
    return d->later<TablePointer>(
        [priv = d.get(), query = Query{sql, parameters, types}](IsCancelled isCancelled) -> Result<TablePointer> {
            auto table = priv->read(query, std::move(isCancelled));
            if (!table)
                return failure(table.error());
            return std::make_shared<const Table>(std::move(*table));
        });
}

FutureResult<TablePointer> Store::huntLater(const QString &query, Ticks now, qint64 rowLimit) const
{
    using IsCancelled = Interrupter::IsCancelled;
    return d->later<TablePointer>([priv = d.get(), request = HuntRequest{query, now, rowLimit, {}}](
                                      IsCancelled isCancelled) -> Result<TablePointer> {
        auto rows = priv->hunt(request, std::move(isCancelled));
        if (!rows)
            return failure(rows.error());
        return rows->table;
    });
}

FutureResult<HuntRows> Store::huntRowsLater(const HuntRequest &request) const
{
    using IsCancelled = Interrupter::IsCancelled;
    return d->later<HuntRows>(
        [priv = d.get(), request](IsCancelled isCancelled) { return priv->hunt(request, std::move(isCancelled)); });
}

} // namespace watchdesk::store
