// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/tableschema.h"
#include "app/store/datachunk.h"
#include "app/store/preparedstatement.h"

#include <QVariantList>

namespace watchdesk::store {

class Connection;

/// A running query whose rows come chunk by chunk, so that it can stop early. Uses its connection until it is gone.
class ResultStream
{
public:
    static Result<ResultStream> start(Connection &connection, const QString &sql, const QVariantList &parameters);
    ResultStream(ResultStream &&other) noexcept;
    ResultStream &operator=(ResultStream &&) = delete;
    ~ResultStream();

    /// The next rows; a chunk with none at the end.
    Result<DataChunk> next();
    /// The result's columns as base types see them; see columnTypeOf().
    QList<ColumnSchema> columns();

private:
    explicit ResultStream(PreparedStatement statement, const QString &sql);

    PreparedStatement m_statement;
    QString m_sql;
    duckdb_pending_result m_pending = nullptr;
    duckdb_result m_result = {};
};

} // namespace watchdesk::store
