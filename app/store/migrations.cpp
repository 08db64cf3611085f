// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/migrations.h"

#include "app/store/connection.h"
#include "app/store/fixedtables.h"
#include "app/store/query.h"
#include "app/store/transaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

// Resources of a static library have to be asked for, and outside any namespace.
static void initializeMigrations() { Q_INIT_RESOURCE(migrations); }

namespace watchdesk::store {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::store", text); }

struct Script
{
    int number = 0;
    QString sql;
};

/// In the order of their numbers, which their names begin with.
QList<Script> scripts()
{
    QList<Script> found;
    const QDir folder(QStringLiteral(":/watchdesk/store/migrations"));
    for (const QString &name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            found.append({name.section(u'-', 0, 0).toInt(), QString::fromUtf8(file.readAll())});
    }
    return found;
}

Result<qint64> number(Connection &connection, const QString &sql)
{
    auto rows = runQuery(connection, {sql, {}, {}});
    if (!rows)
        return failure(rows.error());
    return rows->rowCount() == 0 || rows->column(0).isNull(0) ? qint64(0) : rows->column(0).integer(0);
}

/// 0 for a file that has no versions yet.
Result<qint64> version(Connection &connection)
{
    const auto table =
        number(connection, QStringLiteral("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'SchemaVersion'"));
    if (!table || *table == 0)
        return table;
    return number(connection, QStringLiteral("SELECT max(Number) FROM SchemaVersion"));
}

Result<void> runScript(Connection &connection, const Script &script)
{
    Transaction transaction(connection);
    if (auto done = connection.execute(script.sql); !done)
        return done;
    const auto noted =
        connection.execute(QStringLiteral("INSERT INTO SchemaVersion (Number) VALUES (?)"), {script.number});
    return noted ? transaction.commit() : failure(noted.error());
}

Error newerError(qint64 found)
{
    return Error{Error::Kind::Storage,
                 tr("The store was made by a newer version of the program."),
                 {{QStringLiteral("version"), QString::number(found)}}};
}

Result<void> ensureFixedTables(Connection &connection, Catalogue &catalogue)
{
    Transaction transaction(connection);
    if (auto done = catalogue.ensureAll(connection, fixedTables()); !done)
        return failure(done.error());
    return transaction.commit();
}

} // namespace

Result<Catalogue> migrate(Connection &connection)
{
    initializeMigrations();
    const auto have = version(connection);
    if (!have)
        return failure(have.error());
    const QList<Script> all = scripts();
    if (*have > all.last().number)
        return failure(newerError(*have));
    for (const auto &script : all) {
        if (script.number <= *have)
            continue;
        if (auto done = runScript(connection, script); !done)
            return failure(done.error());
    }
    auto catalogue = Catalogue::load(connection);
    if (catalogue) {
        if (auto done = ensureFixedTables(connection, *catalogue); !done)
            return failure(done.error());
    }
    return catalogue;
}

Result<Catalogue> readCatalogue(Connection &connection, const QString &path)
{
    initializeMigrations();
    const auto have = version(connection);
    if (!have)
        return failure(have.error());
    if (*have == 0)
        return failure(Error::Kind::Storage, tr("%1 is no store of this program.").arg(path));
    if (*have > scripts().last().number)
        return failure(newerError(*have));
    return Catalogue::load(connection);
}

} // namespace watchdesk::store
