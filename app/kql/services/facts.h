// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace watchdesk::kql {

/// What is known of the hunting schema beside names and types: what its tables and columns hold, and which values some
/// columns take (resources/kql/tables.json, values.json). The values are those that were observed, never all. Read
/// once; thread-safe.
class Facts
{
public:
    static const Facts &instance();

    QString tableDoc(const QString &table) const;
    /// `table` may be empty or unknown.
    QString columnDoc(const QString &column, const QString &table = {}) const;
    /// What a column is known to hold; those of ActionType depend on the table, of all tables if that is not known.
    QStringList values(const QString &column, const QStringList &tables = {}) const;

private:
    Facts();

    QHash<QString, QString> m_tables;
    QHash<QString, QString> m_columns; ///< by name, and by "Table.Column" where a table's differs
    QHash<QString, QStringList> m_values;
    QHash<QString, QStringList> m_actions;
    QStringList m_allActions;
};

} // namespace watchdesk::kql
