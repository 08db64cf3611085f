// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Functions that give several columns are a JSON array each, of which every column takes an element.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"

namespace watchdesk::kql {

std::vector<ScalarPointer> tupleParts(const ScalarPointer &tuple)
{
    std::vector<ScalarPointer> parts;
    for (const TuplePart &part : tuple->parts) {
        const ScalarPointer element = callScalar(QStringLiteral("kql_element($0, $1)"),
                                                 {tuple, longScalar(qint64(parts.size()))}, ColumnType::Dynamic, true);
        parts.push_back(named(converted(element, part.type), part.name));
    }
    return parts;
}

} // namespace watchdesk::kql
