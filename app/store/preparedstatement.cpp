// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/preparedstatement.h"

#include "app/store/connection.h"
#include "app/store/storeerror.h"

#include <QCoreApplication>
#include <QMetaType>

namespace watchdesk::store {

namespace {

duckdb_state bindOne(duckdb_prepared_statement statement, idx_t index, const QVariant &value)
{
    if (value.isNull() && value.typeId() != QMetaType::QString)
        return duckdb_bind_null(statement, index);
    switch (value.typeId()) {
    case QMetaType::Bool:
        return duckdb_bind_boolean(statement, index, value.toBool());
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return duckdb_bind_int64(statement, index, value.toLongLong());
    case QMetaType::Double:
    case QMetaType::Float:
        return duckdb_bind_double(statement, index, value.toDouble());
    default: {
        const QByteArray text =
            value.typeId() == QMetaType::QByteArray ? value.toByteArray() : value.toString().toUtf8();
        return duckdb_bind_varchar_length(statement, index, text.constData(), idx_t(text.size()));
    }
    }
}

} // namespace

Result<PreparedStatement> PreparedStatement::prepare(Connection &connection, const QString &sql,
                                                     const QVariantList &parameters)
{
    PreparedStatement statement;
    if (duckdb_prepare(connection.handle(), sql.toUtf8().constData(), &statement.m_handle) != DuckDBSuccess)
        return failure(storeError(DUCKDB_ERROR_INVALID, duckdb_prepare_error(statement.m_handle), sql));
    if (duckdb_nparams(statement.m_handle) != idx_t(parameters.size()))
        return failure(storeError(DUCKDB_ERROR_INVALID, "the number of parameters does not fit the statement", sql));
    for (int i = 0; i < parameters.size(); ++i) {
        if (bindOne(statement.m_handle, idx_t(i) + 1, parameters[i]) != DuckDBSuccess)
            return failure(storeError(DUCKDB_ERROR_INVALID, "a parameter cannot be bound", sql));
    }
    return statement;
}

Result<PreparedStatement> PreparedStatement::prepare(Connection &connection, duckdb_extracted_statements statements,
                                                     idx_t index, const QString &sql)
{
    PreparedStatement statement;
    if (duckdb_prepare_extracted_statement(connection.handle(), statements, index, &statement.m_handle) !=
        DuckDBSuccess)
        return failure(storeError(DUCKDB_ERROR_INVALID, duckdb_prepare_error(statement.m_handle), sql));
    return statement;
}

} // namespace watchdesk::store
