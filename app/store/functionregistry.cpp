// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/functionregistry.h"

#include "app/kql/nativefunction.h"
#include "app/store/connection.h"
#include "app/store/storeerror.h"

#include <duckdb.h>

#include <tuple>
#include <utility>

namespace watchdesk::store {

namespace {

template <class T>
struct IsOptional : std::false_type
{
};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type
{
    using Value = T;
};

template <class T>
constexpr duckdb_type sqlType()
{
    if constexpr (IsOptional<T>::value)
        return sqlType<typename IsOptional<T>::Value>();
    else if constexpr (std::is_same_v<T, bool>)
        return DUCKDB_TYPE_BOOLEAN;
    else if constexpr (std::is_same_v<T, qint64>)
        return DUCKDB_TYPE_BIGINT;
    else if constexpr (std::is_same_v<T, double>)
        return DUCKDB_TYPE_DOUBLE;
    else
        return DUCKDB_TYPE_VARCHAR;
}

/// One argument's vector, read by row.
template <class T>
class Argument
{
public:
    Argument(duckdb_data_chunk input, idx_t index)
    {
        duckdb_vector vector = duckdb_data_chunk_get_vector(input, index);
        m_data = duckdb_vector_get_data(vector);
        m_validity = duckdb_vector_get_validity(vector);
    }

    bool isNull(idx_t row) const { return m_validity && !duckdb_validity_row_is_valid(m_validity, row); }
    T at(idx_t row) const
    {
        if constexpr (std::is_same_v<T, kql::Text>) {
            const auto &text = static_cast<const duckdb_string_t *>(m_data)[row];
            const uint32_t length = text.value.inlined.length;
            return {length <= sizeof(text.value.inlined.inlined) ? text.value.inlined.inlined : text.value.pointer.ptr,
                    length};
        } else {
            return static_cast<const T *>(m_data)[row];
        }
    }

private:
    const void *m_data = nullptr;
    uint64_t *m_validity = nullptr;
};

void setNull(duckdb_vector output, idx_t row)
{
    duckdb_vector_ensure_validity_writable(output);
    duckdb_validity_set_row_invalid(duckdb_vector_get_validity(output), row);
}

template <class R>
void setValue(duckdb_vector output, idx_t row, const R &value)
{
    if constexpr (IsOptional<R>::value) {
        if (value)
            setValue(output, row, *value);
        else
            setNull(output, row);
    } else if constexpr (std::is_same_v<R, std::string>) {
        duckdb_vector_assign_string_element_len(output, row, value.data(), value.size());
    } else {
        static_cast<R *>(duckdb_vector_get_data(output))[row] = value;
    }
}

template <class R, class... A, size_t... I>
void runRows(R (*function)(A...), duckdb_data_chunk input, duckdb_vector output, std::index_sequence<I...>)
{
    const std::tuple<Argument<A>...> arguments{Argument<A>(input, I)...};
    const idx_t rows = duckdb_data_chunk_get_size(input);
    for (idx_t row = 0; row < rows; ++row) {
        if ((std::get<I>(arguments).isNull(row) || ...))
            setNull(output, row);
        else
            setValue(output, row, function(std::get<I>(arguments).at(row)...));
    }
}

/// What DuckDB calls for each chunk; the extra info is the plain function.
template <class R, class... A>
void trampoline(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output)
{
    auto *const *function = static_cast<R (*const *)(A...)>(duckdb_scalar_function_get_extra_info(info));
    runRows(*function, input, output, std::index_sequence_for<A...>());
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

template <class R, class... A>
duckdb_scalar_function describe(const QString &name, R (*callable)(A...))
{
    using Function = R (*)(A...);
    duckdb_scalar_function function = duckdb_create_scalar_function();
    duckdb_scalar_function_set_name(function, name.toUtf8().constData());
    (addParameter(function, sqlType<A>()), ...);
    setReturnType(function, sqlType<R>());
    duckdb_scalar_function_set_extra_info(function, new Function(callable),
                                          [](void *info) { delete static_cast<Function *>(info); });
    duckdb_scalar_function_set_function(function, trampoline<R, A...>);
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
        duckdb_scalar_function function =
            std::visit([&](auto callable) { return describe(native.name, callable); }, native.callable);
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
