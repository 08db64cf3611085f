// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/nativefunction.h"

#include <optional>
#include <string>
#include <utility>

namespace watchdesk::kql {

// From a plain function of one row to a native function over chunks. Parameters are Text (UTF-8, not terminated, may be
// ill-formed), qint64, double and bool; results those, std::string, and std::optional of any, where nothing is NULL. A
// Text that is given back has to live until the function is called again. Parameters of a function that gives a list
// are optional, as it has a list for NULL as well.

using Text = std::string_view;
using MaybeBool = std::optional<bool>;
using MaybeLong = std::optional<qint64>;
using MaybeReal = std::optional<double>;
using MaybeText = std::optional<std::string>;
using MaybeView = std::optional<Text>;

namespace detail {

template <class T>
struct Plain
{
    using Type = T;
    static constexpr bool isOptional = false;
};
template <class T>
struct Plain<std::optional<T>>
{
    using Type = T;
    static constexpr bool isOptional = true;
};

template <class T>
constexpr NativeType nativeType()
{
    using Type = typename Plain<T>::Type;
    if constexpr (std::is_same_v<Type, bool>)
        return NativeType::Bool;
    else if constexpr (std::is_same_v<Type, qint64>)
        return NativeType::Long;
    else if constexpr (std::is_same_v<Type, double>)
        return NativeType::Real;
    else
        return NativeType::Text;
}

template <class T>
T valueAt(const NativeInput &input, size_t row)
{
    if constexpr (Plain<T>::isOptional)
        return input.isNull(row) ? T() : T(valueAt<typename Plain<T>::Type>(input, row));
    else if constexpr (std::is_same_v<T, Text>)
        return static_cast<const NativeText *>(input.data)[row].view();
    else
        return static_cast<const T *>(input.data)[row];
}

template <class R>
void setValue(NativeOutput &output, size_t row, const R &value)
{
    if constexpr (Plain<R>::isOptional) {
        if (value)
            setValue(output, row, *value);
        else
            output.setNull(row);
    } else if constexpr (nativeType<R>() == NativeType::Text) {
        output.setText(row, value);
    } else {
        static_cast<R *>(output.data)[row] = value;
    }
}

template <class R, class... A, size_t... I>
void runRows(R (*function)(A...), const NativeInput *inputs, size_t rows, NativeOutput &output,
             std::index_sequence<I...>)
{
    for (size_t row = 0; row < rows; ++row) {
        if ((inputs[I].isNull(row) || ...))
            output.setNull(row);
        else
            setValue(output, row, function(valueAt<A>(inputs[I], row)...));
    }
}

template <class... A, size_t... I>
void runLists(void (*function)(NativeOutput &, A...), const NativeInput *inputs, size_t rows, NativeOutput &output,
              std::index_sequence<I...>)
{
    for (size_t row = 0; row < rows; ++row) {
        function(output, valueAt<A>(inputs[I], row)...);
        output.endList(row);
    }
}

} // namespace detail

/// A function that gives a list: it calls output.addText() or addNull() for each element. It is asked for rows of nulls
/// too, and never gives NULL itself: what makes rows of the elements needs no copy of the list to be sure of one.
template <class... A>
requires(detail::Plain<A>::isOptional &&...) NativeFunction
    nativeList(const char *name, void (*function)(NativeOutput &, A...))
{
    return {QString::fromLatin1(name),
            {detail::nativeType<A>()...},
            NativeType::Texts,
            [function](const NativeInput *inputs, size_t rows, NativeOutput &output) {
                detail::runLists(function, inputs, rows, output, std::index_sequence_for<A...>());
            },
            true};
}

template <class R, class... A>
NativeFunction native(const char *name, R (*function)(A...))
{
    return {QString::fromLatin1(name),
            {detail::nativeType<A>()...},
            detail::nativeType<R>(),
            [function](const NativeInput *inputs, size_t rows, NativeOutput &output) {
                detail::runRows(function, inputs, rows, output, std::index_sequence_for<A...>());
            }};
}

} // namespace watchdesk::kql
