// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/huntwindow.h"

#include "app/base/logging.h"

namespace watchdesk::lab {

namespace {

QString quoted(QString name) { return u'"' + name.replace(u'"', QStringLiteral("\"\"")) + u'"'; }

} // namespace

HuntWindow::HuntWindow(std::shared_ptr<store::Store> store)
    : m_store(std::move(store))
{
}

void HuntWindow::measure()
{
    for (const TableSchema &table : m_store->schema().tables) {
        const int index = table.indexOf(QStringLiteral("Timestamp"));
        if (index < 0 || table.columns.at(index).type != ColumnType::DateTime)
            continue;
        const auto rows = m_store->read(QStringLiteral("SELECT min(\"Timestamp\") FROM ") + quoted(table.name));
        if (!rows) {
            qCWarning(lcLab) << "no oldest row of" << table.name << rows.error().message;
            continue;
        }
        if (rows->rowCount() == 1 && !rows->column(0).isNull(0))
            m_oldest.insert(table.name, rows->column(0).integer(0));
    }
}

bool HuntWindow::reachesBefore(const QString &table, Ticks from) const
{
    const auto oldest = m_oldest.constFind(table);
    return oldest != m_oldest.constEnd() && *oldest < from;
}

bool HuntWindow::cuts(const QStringList &tables, Ticks from)
{
    std::call_once(m_once, [this] { measure(); });
    return std::any_of(tables.begin(), tables.end(), [&](const QString &table) { return reachesBefore(table, from); });
}

/// A common table expression hides the table of its name, so that the query's own text stays as it is.
QString HuntWindow::cutSql(const kql::Compiled &query, Ticks from)
{
    QStringList parts;
    for (const QString &table : query.tables) {
        if (reachesBefore(table, from))
            parts.append(QStringLiteral("%1 AS (SELECT * FROM main.%1 WHERE \"Timestamp\" >= %2)")
                             .arg(quoted(table), QString::number(from)));
    }
    for (const QString &start : {QStringLiteral("WITH RECURSIVE "), QStringLiteral("WITH ")}) {
        if (query.sql.startsWith(start))
            return start + parts.join(QStringLiteral(", ")) + QStringLiteral(", ") + query.sql.mid(start.size());
    }
    return QStringLiteral("WITH ") + parts.join(QStringLiteral(", ")) + u' ' + query.sql;
}

} // namespace watchdesk::lab
