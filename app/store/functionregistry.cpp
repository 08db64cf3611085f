// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/functionregistry.h"

#include "app/base/ascii.h"
#include "app/kql/nativefunction.h"
#include "app/store/connection.h"
#include "app/store/storeerror.h"

#include <duckdb.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <exception>
#include <utility>

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
    case kql::NativeType::Texts:
        return DUCKDB_TYPE_VARCHAR;
    }
    Q_UNREACHABLE();
}

/// Short texts of ASCII, which most are, are put in place; the engine's own function checks and copies the others.
void assignText(duckdb_vector vector, void *cells, idx_t row, std::string_view text)
{
    kql::NativeText cell{};
    if (text.size() > sizeof(cell.inlined.bytes) || !isAscii(text)) {
        duckdb_vector_assign_string_element_len(vector, row, text.data(), text.size());
        return;
    }
    cell.inlined.length = uint32_t(text.size());
    // Not memcpy(): an empty text may stand nowhere.
    std::copy(text.begin(), text.end(), cell.inlined.bytes);
    static_cast<kql::NativeText *>(cells)[row] = cell;
}

class VectorOutput final : public kql::NativeOutput
{
public:
    VectorOutput(duckdb_vector vector, kql::NativeType type, duckdb_data_chunk input)
        : m_vector(vector)
        , m_input(input)
        , m_elements(type == kql::NativeType::Texts ? duckdb_list_vector_get_child(vector) : nullptr)
    {
        data = duckdb_vector_get_data(vector);
    }

    void setText(size_t row, std::string_view text) override { assignText(m_vector, data, row, text); }
    void addText(std::string_view text) override
    {
        const idx_t element = nextElement();
        assignText(m_elements, m_cells, element, text);
    }
    void addNull() override
    {
        const idx_t element = nextElement();
        duckdb_vector_ensure_validity_writable(m_elements);
        duckdb_validity_set_row_invalid(duckdb_vector_get_validity(m_elements), element);
    }
    void endList(size_t row) override
    {
        static_cast<duckdb_list_entry *>(data)[row] = {m_begin, m_end - m_begin};
        m_begin = m_end;
    }
    void setNull(size_t row) override
    {
        if (m_elements)
            endList(row);
        duckdb_vector_ensure_validity_writable(m_vector);
        duckdb_validity_set_row_invalid(duckdb_vector_get_validity(m_vector), row);
    }
    void setSame(size_t input) override
    {
        duckdb_vector_reference_vector(m_vector, duckdb_data_chunk_get_vector(m_input, input));
    }
    /// After the last row.
    void finish()
    {
        if (m_elements)
            duckdb_list_vector_set_size(m_vector, m_end);
    }

private:
    idx_t nextElement()
    {
        if (m_end == m_room) {
            m_room = std::max<idx_t>(duckdb_vector_size(), m_room * 2);
            duckdb_list_vector_reserve(m_vector, m_room);
            m_cells = duckdb_vector_get_data(m_elements);
        }
        return m_end++;
    }

    duckdb_vector m_vector;
    duckdb_data_chunk m_input;
    duckdb_vector m_elements; ///< of all lists, one after the other; or nothing
    void *m_cells = nullptr;  ///< where the elements are
    idx_t m_begin = 0;        ///< of the list that is being written
    idx_t m_end = 0;
    idx_t m_room = 0;
};

/// What DuckDB keeps with a function.
struct Registered
{
    kql::NativeKernel kernel;
    kql::NativeType result;
};

/// What DuckDB calls for each chunk. No exception may get through its C interface.
void runKernel(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output)
{
    const auto *function = static_cast<const Registered *>(duckdb_scalar_function_get_extra_info(info));
    std::array<kql::NativeInput, 16> inputs;
    const idx_t count = std::min<idx_t>(duckdb_data_chunk_get_column_count(input), inputs.size());
    for (idx_t i = 0; i < count; ++i) {
        duckdb_vector vector = duckdb_data_chunk_get_vector(input, i);
        inputs[i] = {duckdb_vector_get_data(vector), duckdb_vector_get_validity(vector)};
    }
    try {
        VectorOutput results(output, function->result, input);
        function->kernel(inputs.data(), duckdb_data_chunk_get_size(input), results);
        results.finish();
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

void setReturnType(duckdb_scalar_function function, kql::NativeType result)
{
    duckdb_logical_type type = duckdb_create_logical_type(sqlType(result));
    if (result == kql::NativeType::Texts) {
        duckdb_logical_type element = std::exchange(type, nullptr);
        type = duckdb_create_list_type(element);
        duckdb_destroy_logical_type(&element);
    }
    duckdb_scalar_function_set_return_type(function, type);
    duckdb_destroy_logical_type(&type);
}

duckdb_scalar_function describe(const kql::NativeFunction &native)
{
    duckdb_scalar_function function = duckdb_create_scalar_function();
    duckdb_scalar_function_set_name(function, native.name.toUtf8().constData());
    for (const kql::NativeType type : native.parameters)
        addParameter(function, sqlType(type));
    setReturnType(function, native.result);
    duckdb_scalar_function_set_extra_info(function, new Registered{native.kernel, native.result},
                                          [](void *info) { delete static_cast<Registered *>(info); });
    duckdb_scalar_function_set_function(function, runKernel);
    if (native.answersNulls)
        duckdb_scalar_function_set_special_handling(function);
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
