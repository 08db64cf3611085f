// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/diagnostic.h"

#include <QString>

namespace watchdesk::kql {

/// The query around a position of a text with several: they are parted by blank lines, except by those below a line
/// that ends with `;`, as let statements belong to the query below them. A blank line inside of a bracket or a text
/// parts nothing. On the blank lines below a query it is that query.
Span queryAround(const QString &text, int position);

} // namespace watchdesk::kql
