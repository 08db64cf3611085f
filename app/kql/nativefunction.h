// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string_view>

namespace watchdesk::kql {

/// What a native function takes and gives, as SQL has it: BOOLEAN, BIGINT, DOUBLE, VARCHAR; given alone, VARCHAR[].
enum class NativeType { Bool, Long, Real, Text, Texts };

/// A text in a column: its length, and the bytes in place where they are at most twelve, else where they are. This is
/// DuckDB's own layout (duckdb_string_t), so that nothing is copied to read a row.
union NativeText {
    struct
    {
        uint32_t length;
        char prefix[4];
        const char *data;
    } pointer;
    struct
    {
        uint32_t length;
        char bytes[12];
    } inlined;

    std::string_view view() const
    {
        const bool isShort = inlined.length <= sizeof(inlined.bytes);
        return {isShort ? inlined.bytes : pointer.data, inlined.length};
    }
};

/// One argument for all rows of a chunk; owned by the engine, valid during the call.
struct NativeInput
{
    const void *data = nullptr;
    const uint64_t *validity = nullptr; ///< a bit a row, 1 where there is a value; nothing: no row is NULL

    bool isNull(size_t row) const { return validity && !(validity[row / 64] >> (row % 64) & 1); }
};

/// Where the results of a chunk go.
class NativeOutput
{
public:
    virtual ~NativeOutput() = default;

    virtual void setText(size_t row, std::string_view text) = 0;
    /// A further element of the list that endList() gives to a row. For Texts.
    virtual void addText(std::string_view text) = 0;
    virtual void addNull() = 0; ///< an element that is NULL
    virtual void endList(size_t row) = 0;
    virtual void setNull(size_t row) = 0;
    /// All rows of the chunk are as in this argument, NULLs too; nothing else is set then, and nothing is copied.
    virtual void setSame(size_t input) = 0;
    void *data = nullptr; ///< bool, qint64 or double by row; nothing of the others is set through it
};

/// Thrown for a value whose answer is not known exactly; the text says which. The query ends as refused.
class Refusal : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// What the engine's message of a Refusal begins with.
inline constexpr char kRefusal[] = "Refused: ";

/// Works off one chunk. Pure and thread-safe; throws a Refusal, or what the standard library does where memory ends.
using NativeKernel = std::function<void(const NativeInput *inputs, size_t rows, NativeOutput &output)>;

/// A function that SQL lacks, to be registered in DuckDB under `name` ("kql_has"). It gives NULL for a row in which an
/// argument is NULL, unless it answers nulls. Functions of the same name and other parameters are overloads.
struct NativeFunction
{
    QString name;
    QList<NativeType> parameters;
    NativeType result = NativeType::Text;
    NativeKernel kernel;
    bool answersNulls = false; ///< is asked for rows of nulls too, which otherwise are NULL before it is
};

const QList<NativeFunction> &nativeFunctions();

/// CREATE OR REPLACE TEMP MACRO …, one statement each; to be run on every connection, after the native functions.
QStringList preludeSql();

} // namespace watchdesk::kql
