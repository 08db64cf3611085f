// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace watchdesk::ctl {

/// One of the queries that hunting is made of, and the SQL that one would write by hand for the same meaning. Every
/// form gives one row or few, so that reading the result does not count.
struct TypicalQuery
{
    QString name;
    QString kql;
    QString sql;    ///< DuckDB's
    QString sqlite; ///< SQLite's, as its shell runs it
};

const QList<TypicalQuery> &typicalQueries();

/// What fills a column of the made-up events; `i` is the row's number. Both databases understand it.
struct MadeColumn
{
    QString name;
    QString expression;
};

QList<MadeColumn> madeProcesses();
QList<MadeColumn> madeConnections();

} // namespace watchdesk::ctl
