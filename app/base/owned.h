// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>

namespace watchdesk {

template <auto Function>
struct FreedBy
{
    template <class T>
    void operator()(T *object) const
    {
        Function(object);
    }
};

/// What a C library made, freed by the library's own function: Owned<EVP_PKEY, EVP_PKEY_free>.
template <class T, auto Function>
using Owned = std::unique_ptr<T, FreedBy<Function>>;

} // namespace watchdesk
