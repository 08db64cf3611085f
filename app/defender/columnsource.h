// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/tableschema.h"

#include <QStringList>

namespace watchdesk::defender {

/// Where a column's value is found in a record: under the first of the names that is there.
struct ColumnSource
{
    ColumnSchema column;
    QStringList names;
};

} // namespace watchdesk::defender
