// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/entityset.h"

#include "app/defender/resourcetable.h"
#include "app/lab/jsonwriter.h"
#include "app/lab/odata/evaluator.h"

#include <QJsonArray>

#include <mutex>

namespace watchdesk::lab {

namespace {

/// The written JSON is kept for sets up to this size; of a million alerts it would be gigabytes for one reader.
constexpr size_t kMostKeptHeads = 100'000;

std::string quotedName(const QString &name)
{
    std::string text;
    appendJsonString(text, name.toStdString());
    return text + ':';
}

} // namespace

EntitySet::EntitySet(const defender::Resource &resource, Table rows)
    : m_resource(resource)
{
    const auto table = std::make_shared<const Table>(std::move(rows));
    m_keyColumn = resource.key.isEmpty() ? -1 : table->indexOf(resource.key);
    for (const defender::ResourceField &field : resource.fields)
        m_names.push_back(resource.expand.contains(field.name) ? std::string() : quotedName(field.name));
    m_rows.reserve(size_t(table->rowCount()));
    for (qsizetype i = 0; i < table->rowCount(); ++i)
        m_rows.push_back({table, i, {}});
    m_byKey.reserve(qsizetype(m_rows.size()));
    reindex(0);
}

void EntitySet::reindex(size_t from)
{
    if (m_keyColumn < 0)
        return;
    for (size_t i = from; i < m_rows.size(); ++i)
        m_byKey.insert(keyOf(m_rows[i]).toLower(), i);
}

QString EntitySet::keyOf(const Row &row) const
{
    return m_keyColumn < 0 ? QString() : row.table->display(row.index, m_keyColumn);
}

qsizetype EntitySet::size() const
{
    const std::shared_lock lock(m_mutex);
    return qsizetype(m_rows.size());
}

quint64 EntitySet::revision() const
{
    const std::shared_lock lock(m_mutex);
    return m_revision;
}

std::shared_ptr<const std::string> EntitySet::head(const Row &row) const
{
    if (row.head)
        return row.head;
    std::string text = "{";
    text.reserve(1'024);
    for (qsizetype i = 0; i < qsizetype(m_names.size()); ++i) {
        const std::string &name = m_names[size_t(i)];
        if (name.empty())
            continue;
        if (text.size() > 1)
            text += ',';
        text += name;
        appendJsonCell(text, row.table->column(i), row.index, true, TruthStyle::Words);
    }
    return std::make_shared<const std::string>(std::move(text));
}

std::string EntitySet::textOf(const Row &row, const QStringList &expand) const
{
    constexpr size_t kForEmptyLists = 64;
    std::string text;
    text.reserve(row.head->size() + kForEmptyLists);
    text = *row.head;
    for (const QString &name : m_resource.expand) {
        const int index = row.table->indexOf(name);
        text += ',' + quotedName(name);
        if (index >= 0 && expand.contains(name) && !row.table->column(index).isNull(row.index))
            appendJsonCell(text, row.table->column(index), row.index, true, TruthStyle::Words);
        else
            text += "[]";
    }
    text += '}';
    return text;
}

std::vector<EntitySet::Row> EntitySet::selected(const Expression *filter, qint64 skip, qint64 top, bool &hasMore) const
{
    std::vector<Row> rows;
    const std::shared_lock lock(m_mutex);
    qint64 passed = 0;
    for (size_t i = filter ? 0 : size_t(std::max<qint64>(skip, 0)); i < m_rows.size(); ++i) {
        if (filter && !matchesFilter(*filter, *m_rows[i].table, m_rows[i].index))
            continue;
        if (filter && passed++ < skip)
            continue;
        hasMore = qint64(rows.size()) >= top;
        if (hasMore)
            break;
        rows.push_back(m_rows[i]);
    }
    return rows;
}

EntitySet::Page EntitySet::page(const Expression *filter, qint64 skip, qint64 top, const QStringList &expand) const
{
    Page page;
    std::vector<Row> rows = selected(filter, skip, top, page.hasMore);
    bool isNew = false;
    for (Row &row : rows) {
        isNew = isNew || !row.head;
        row.head = head(row);
        page.texts.push_back(textOf(row, expand));
    }
    if (isNew)
        keepHeads(rows);
    return page;
}

/// The rows may have changed or moved meanwhile: a head belongs to exactly the row of the table it was written from.
void EntitySet::keepHeads(const std::vector<Row> &rows) const
{
    const std::unique_lock lock(m_mutex);
    if (m_rows.size() > kMostKeptHeads)
        return;
    for (const Row &row : rows) {
        const auto found = m_byKey.constFind(keyOf(row).toLower());
        if (found == m_byKey.constEnd())
            continue;
        const Row &kept = m_rows[*found];
        if (kept.table == row.table && kept.index == row.index)
            kept.head = row.head;
    }
}

qint64 EntitySet::count(const Expression *filter) const
{
    const std::shared_lock lock(m_mutex);
    if (!filter)
        return qint64(m_rows.size());
    return std::count_if(m_rows.begin(), m_rows.end(),
                         [&](const Row &row) { return matchesFilter(*filter, *row.table, row.index); });
}

std::optional<std::string> EntitySet::text(const QString &key) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_byKey.constFind(key.toLower());
    if (found == m_byKey.constEnd())
        return std::nullopt;
    Row row = m_rows[*found];
    row.head = head(row);
    return textOf(row, m_resource.expand);
}

QJsonObject EntitySet::objectOf(const Row &row) const
{
    QJsonObject object;
    for (qsizetype i = 0; i < m_resource.fields.size(); ++i)
        object.insert(m_resource.fields.at(i).name, jsonFromCell(*row.table, row.index, i));
    return object;
}

std::optional<QJsonObject> EntitySet::object(const QString &key) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_byKey.constFind(key.toLower());
    return found == m_byKey.constEnd() ? std::nullopt : std::optional(objectOf(m_rows[*found]));
}

std::optional<QString> EntitySet::keyWhere(const QString &property, const QString &value) const
{
    const std::shared_lock lock(m_mutex);
    for (const Row &row : m_rows) {
        const int column = row.table->indexOf(property);
        if (column >= 0 && row.table->column(column).string(row.index).compare(value, Qt::CaseInsensitive) == 0)
            return keyOf(row);
    }
    return std::nullopt;
}

QList<QJsonObject> EntitySet::objectsWhere(const Expression &filter, qsizetype most) const
{
    bool hasMore = false;
    QList<QJsonObject> objects;
    for (const Row &row : selected(&filter, 0, most, hasMore))
        objects.append(objectOf(row));
    return objects;
}

Result<void> EntitySet::put(const QJsonObject &entity)
{
    QList<Error> bad;
    Table table = defender::tableFromJson(m_resource, QJsonArray{entity}, &bad);
    if (table.rowCount() != 1)
        return failure(bad.isEmpty() ? Error{Error::Kind::Internal, QStringLiteral("not an entity")} : bad.first());
    const std::unique_lock lock(m_mutex);
    Row row{std::make_shared<const Table>(std::move(table)), 0, {}};
    const QString key = keyOf(row).toLower();
    const auto found = m_byKey.constFind(key);
    ++m_revision;
    if (found != m_byKey.constEnd()) {
        m_rows[*found] = std::move(row);
        return {};
    }
    m_byKey.insert(key, m_rows.size());
    m_rows.push_back(std::move(row));
    return {};
}

bool EntitySet::remove(const QString &key)
{
    const std::unique_lock lock(m_mutex);
    const auto found = m_byKey.find(key.toLower());
    if (found == m_byKey.end())
        return false;
    ++m_revision;
    const size_t index = *found;
    m_byKey.erase(found);
    m_rows.erase(m_rows.begin() + qptrdiff(index));
    reindex(index);
    return true;
}

} // namespace watchdesk::lab
