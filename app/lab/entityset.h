// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"
#include "app/defender/resource.h"
#include "app/lab/odata/expression.h"

#include <QHash>
#include <QJsonObject>

#include <memory>
#include <optional>
#include <shared_mutex>
#include <string>
#include <vector>

namespace watchdesk::lab {

/// All entities of one resource, in the order in which they came, with their JSON kept once it was written.
///
/// The content's rows share one table; an entity that was changed has a table of one row instead. Thread-safe.
class EntitySet
{
public:
    struct Page
    {
        std::vector<std::string> texts; ///< one JSON object each
        bool hasMore = false;
    };

    EntitySet(const defender::Resource &resource, Table rows);

    const defender::Resource &resource() const { return m_resource; }
    qsizetype size() const;
    /// Another number after each change.
    quint64 revision() const;

    /// The page of those that satisfy the filter (nullptr = all). `expand`: properties that are [] otherwise.
    Page page(const Expression *filter, qint64 skip, qint64 top, const QStringList &expand) const;
    qint64 count(const Expression *filter) const;

    /// By key, without regard to case; with every property.
    std::optional<std::string> text(const QString &key) const;
    std::optional<QJsonObject> object(const QString &key) const;
    /// The key of the first entity whose `property` is `value` without regard to case.
    std::optional<QString> keyWhere(const QString &property, const QString &value) const;
    QList<QJsonObject> objectsWhere(const Expression &filter, qsizetype most) const;

    /// Adds the entity or replaces the one with its key.
    Result<void> put(const QJsonObject &entity);
    bool remove(const QString &key);

private:
    struct Row
    {
        std::shared_ptr<const Table> table;
        qsizetype index = 0;
        mutable std::shared_ptr<const std::string>
            head; ///< JSON up to the expandable properties, written when asked for
    };

    std::vector<Row> selected(const Expression *filter, qint64 skip, qint64 top, bool &hasMore) const;
    std::shared_ptr<const std::string> head(const Row &row) const;
    void keepHeads(const std::vector<Row> &rows) const;
    std::string textOf(const Row &row, const QStringList &expand) const;
    QJsonObject objectOf(const Row &row) const;
    QString keyOf(const Row &row) const;
    void reindex(size_t from);

    const defender::Resource &m_resource;
    int m_keyColumn = -1;             ///< -1 = entities of this resource have no key
    std::vector<std::string> m_names; ///< by column: '"name":'; "" for the expandable ones, which textOf() adds
    mutable std::shared_mutex m_mutex;
    std::vector<Row> m_rows;
    QHash<QString, size_t> m_byKey; ///< lower case
    quint64 m_revision = 0;
};

} // namespace watchdesk::lab
