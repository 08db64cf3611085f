// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/rowwriter.h"

#include "app/store/catalogue.h"
#include "app/store/connection.h"
#include "app/store/datachunk.h"
#include "app/store/storeerror.h"
#include "app/store/vectorwriter.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace watchdesk::store {

namespace {

/// Owns an appender; what it holds is thrown away unless close() succeeded.
class Appender
{
public:
    Appender(Connection &connection, const TableName &table)
    {
        m_state = duckdb_appender_create_ext(connection.handle(), table.temporary ? "temp" : nullptr, "main",
                                             table.name.toUtf8().constData(), &m_handle);
    }
    Appender(const Appender &) = delete;
    Appender &operator=(const Appender &) = delete;
    ~Appender() { duckdb_appender_destroy(&m_handle); }

    bool isOpen() const { return m_state == DuckDBSuccess; }
    bool append(const DataChunk &chunk) { return duckdb_append_data_chunk(m_handle, chunk.handle()) == DuckDBSuccess; }
    bool close() { return duckdb_appender_close(m_handle) == DuckDBSuccess; }
    Error error() const { return storeError(DUCKDB_ERROR_INVALID, duckdb_appender_error(m_handle)); }

private:
    duckdb_appender m_handle = nullptr;
    duckdb_state m_state = DuckDBError;
};

/// For each physical column the column of `rows` that fills it, or nothing.
using Sources = std::vector<const Column *>;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::store", text); }

bool isSameKind(ColumnType a, ColumnType b) { return isIntegral(a) == isIntegral(b) && isText(a) == isText(b); }

/// The position of the column, or of one whose name differs in case alone (see physicalColumns()); -1 for none.
int positionOf(const QList<ColumnSchema> &target, const QString &name)
{
    int similar = -1;
    for (int i = 0; i < target.size(); ++i) {
        if (target[i].name == name)
            return i;
        if (target[i].name.compare(name, Qt::CaseInsensitive) == 0)
            similar = i;
    }
    return similar;
}

Result<Sources> matchColumns(const QString &table, const QList<ColumnSchema> &target, const Table &rows)
{
    Sources sources(size_t(target.size()), nullptr);
    for (int i = 0; i < rows.schema().size(); ++i) {
        const ColumnSchema &column = rows.schema()[i];
        const int position = positionOf(target, column.name);
        if (position < 0)
            return failure(Error::Kind::InvalidInput, tr("The table %1 has no column %2.").arg(table, column.name));
        if (!isSameKind(column.type, target[position].type)) {
            return failure(Error::Kind::InvalidInput,
                           tr("The column %1 of %2 is %3, not %4.")
                               .arg(column.name, table, typeName(target[position].type), typeName(column.type)));
        }
        auto &source = sources[size_t(position)];
        if (!source || target[position].name == column.name)
            source = &rows.column(i);
    }
    return sources;
}

DataChunk chunkFor(const QList<ColumnSchema> &target)
{
    std::vector<duckdb_logical_type> types;
    for (const auto &column : target)
        types.push_back(duckdb_create_logical_type(vectorType(column.type)));
    DataChunk chunk(duckdb_create_data_chunk(types.data(), types.size()));
    for (auto &type : types)
        duckdb_destroy_logical_type(&type);
    return chunk;
}

} // namespace

Result<void> appendRows(Connection &connection, const TableName &table, const QList<ColumnSchema> &target,
                        const Table &rows, const QString &source)
{
    auto sources = matchColumns(table.name, target, rows);
    if (!sources)
        return failure(sources.error());
    Appender appender(connection, table);
    if (!appender.isOpen())
        return failure(appender.error());
    const QByteArray sourceText = source.toUtf8();
    const DataChunk chunk = chunkFor(target);
    const auto chunkSize = qsizetype(duckdb_vector_size());
    for (qsizetype first = 0; first < rows.rowCount(); first += chunkSize) {
        const RowRange range{first, std::min(chunkSize, rows.rowCount() - first)};
        duckdb_data_chunk_reset(chunk.handle());
        for (qsizetype i = 0; i < target.size(); ++i) {
            const auto vector = chunk.vector(idx_t(i));
            if (!(*sources)[size_t(i)])
                fillVector(vector, target[i].type, range.count,
                           target[i].name == sourceColumn() ? sourceText : QByteArray());
            else if (!writeVector(vector, target[i].type, *(*sources)[size_t(i)], range))
                return failure(
                    Error::Kind::InvalidInput,
                    tr("A number of the column %1 is too large for %2.").arg(target[i].name, typeName(target[i].type)));
        }
        duckdb_data_chunk_set_size(chunk.handle(), idx_t(range.count));
        if (!appender.append(chunk))
            return failure(appender.error());
    }
    return appender.close() ? Result<void>() : failure(appender.error());
}

} // namespace watchdesk::store
