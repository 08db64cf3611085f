// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <duckdb.h>

#include <utility>

namespace watchdesk::store {

/// Owns a data chunk: up to duckdb_vector_size() rows in columns.
class DataChunk
{
public:
    explicit DataChunk(duckdb_data_chunk handle = nullptr)
        : m_handle(handle)
    {
    }
    DataChunk(DataChunk &&other) noexcept
        : m_handle(std::exchange(other.m_handle, nullptr))
    {
    }
    DataChunk &operator=(DataChunk &&other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    ~DataChunk() { duckdb_destroy_data_chunk(&m_handle); }

    duckdb_data_chunk handle() const { return m_handle; }
    idx_t rowCount() const { return m_handle ? duckdb_data_chunk_get_size(m_handle) : 0; }
    duckdb_vector vector(idx_t column) const { return duckdb_data_chunk_get_vector(m_handle, column); }

private:
    duckdb_data_chunk m_handle = nullptr;
};

} // namespace watchdesk::store
