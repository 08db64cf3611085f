// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/functionregistry.h"

#include "app/kql/nativefunction.h"
#include "app/store/connection.h"
#include "app/store/storeerror.h"

#include <duckdb.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <exception>

namespace watchdesk::store {

namespace {

// kql::NativeText is read where DuckDB put a duckdb_string_t.
static_assert(sizeof(kql::NativeText) == sizeof(duckdb_string_t));
static_assert(offsetof(kql::NativeText, pointer.data) == offsetof(duckdb_string_t, value.pointer.ptr));

duckdb_type sqlType(kql::NativeType type)
{
    switch (type) {
    case kql::NativeType::Bool:
        return DUCKDB_TYPE_BOOLEAN;
    case kql::NativeType::Long:
        return DUCKDB_TYPE_BIGINT;
    case kql::NativeType::Real:
        return DUCKDB_TYPE_DOUBLE;
    case kql::NativeType::Text:
        return DUCKDB_TYPE_VARCHAR;
    }
    Q_UNREACHABLE();
}

class VectorOutput final : public kql::NativeOutput
{
public:
    explicit VectorOutput(duckdb_vector vector)
        : m_vector(vector)
    {
        data = duckdb_vector_get_data(vector);
    }

    void setText(size_t row, std::string_view text) override
    {
        duckdb_vector_assign_string_element_len(m_vector, row, text.data(), text.size());
    }
    void setNull(size_t row) override
    {
        duckdb_vector_ensure_validity_writable(m_vector);
        duckdb_validity_set_row_invalid(duckdb_vector_get_validity(m_vector), row);
    }

private:
    duckdb_vector m_vector;
};

/// What DuckDB calls for each chunk; the extra info is the kernel. No exception may get through its C interface.
void runKernel(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output)
{
    const auto *kernel = static_cast<const kql::NativeKernel *>(duckdb_scalar_function_get_extra_info(info));
    std::array<kql::NativeInput, 16> inputs;
    const idx_t count = std::min<idx_t>(duckdb_data_chunk_get_column_count(input), inputs.size());
    for (idx_t i = 0; i < count; ++i) {
        duckdb_vector vector = duckdb_data_chunk_get_vector(input, i);
        inputs[i] = {duckdb_vector_get_data(vector), duckdb_vector_get_validity(vector)};
    }
    try {
        VectorOutput results(output);
        (*kernel)(inputs.data(), duckdb_data_chunk_get_size(input), results);
    } catch (const kql::Refusal &refusal) {
        duckdb_scalar_function_set_error(info, (std::string(kql::kRefusal) + refusal.what()).c_str());
    } catch (const std::exception &exception) {
        duckdb_scalar_function_set_error(info, exception.what());
    }
}

void addParameter(duckdb_scalar_function function, duckdb_type id)
{
    duckdb_logical_type type = duckdb_create_logical_type(id);
    duckdb_scalar_function_add_parameter(function, type);
    duckdb_destroy_logical_type(&type);
}

void setReturnType(duckdb_scalar_function function, duckdb_type id)
{
    duckdb_logical_type type = duckdb_create_logical_type(id);
    duckdb_scalar_function_set_return_type(function, type);
    duckdb_destroy_logical_type(&type);
}

duckdb_scalar_function describe(const kql::NativeFunction &native)
{
    duckdb_scalar_function function = duckdb_create_scalar_function();
    duckdb_scalar_function_set_name(function, native.name.toUtf8().constData());
    for (const kql::NativeType type : native.parameters)
        addParameter(function, sqlType(type));
    setReturnType(function, sqlType(native.result));
    duckdb_scalar_function_set_extra_info(function, new kql::NativeKernel(native.kernel),
                                          [](void *info) { delete static_cast<kql::NativeKernel *>(info); });
    duckdb_scalar_function_set_function(function, runKernel);
    return function;
}

/// Functions of one name and several forms are overloads; DuckDB wants those in one set.
class FunctionSet
{
public:
    explicit FunctionSet(const QString &name)
        : m_handle(duckdb_create_scalar_function_set(name.toUtf8().constData()))
    {
    }
    FunctionSet(const FunctionSet &) = delete;
    FunctionSet &operator=(const FunctionSet &) = delete;
    ~FunctionSet() { duckdb_destroy_scalar_function_set(&m_handle); }

    bool add(const kql::NativeFunction &native)
    {
        duckdb_scalar_function function = describe(native);
        const auto state = duckdb_add_scalar_function_to_set(m_handle, function);
        duckdb_destroy_scalar_function(&function);
        return state == DuckDBSuccess;
    }
    bool registerIn(Connection &connection)
    {
        return duckdb_register_scalar_function_set(connection.handle(), m_handle) == DuckDBSuccess;
    }

private:
    duckdb_scalar_function_set m_handle;
};

} // namespace

Result<void> registerNativeFunctions(Connection &connection)
{
    QHash<QString, QList<const kql::NativeFunction *>> byName;
    for (const auto &native : kql::nativeFunctions())
        byName[native.name].append(&native);
    for (auto it = byName.cbegin(); it != byName.cend(); ++it) {
        FunctionSet set(it.key());
        bool isGood = true;
        for (const auto *native : it.value())
            isGood = isGood && set.add(*native);
        if (!isGood || !set.registerIn(connection))
            return failure(
                storeError(DUCKDB_ERROR_INTERNAL, qPrintable(it.key() + QStringLiteral(" cannot be registered"))));
    }
    return {};
}

} // namespace watchdesk::store
