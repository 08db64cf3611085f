// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/base/table.h"

namespace watchdesk::lab {

/// Where made rows go: a store, or a test that counts and hashes. Rows of one table come in time order.
class RowSink
{
public:
    virtual ~RowSink() = default;
    virtual Result<void> append(const QString &table, const Table &rows) = 0;
};

} // namespace watchdesk::lab
