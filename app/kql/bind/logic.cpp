// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// and, or: three-valued as in SQL.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

ScalarPointer bindLogic(Binder &binder, const Node &node)
{
    const bool isAnd = node.is(NodeKind::And);
    std::vector<ScalarPointer> parts;
    QStringList sql;
    for (const auto &child : node.children) {
        ScalarPointer part = binder.scalar(*child);
        if (part->type == ColumnType::Dynamic && !part->isBroken())
            part = converted(part, ColumnType::Bool);
        if (!part->isBroken() && part->type != ColumnType::Bool) {
            binder.error("KS107", QCoreApplication::translate("kql", "A value of type %1 expected.").arg(u"bool"),
                         child->span);
            part = brokenScalar();
        }
        sql.append(u'$' + QString::number(parts.size()));
        parts.push_back(std::move(part));
    }
    const QString joined = sql.join(isAnd ? QStringLiteral(" AND ") : QStringLiteral(" OR "));
    return callScalar(QString(u'(' + joined + u')'), std::move(parts), ColumnType::Bool);
}

} // namespace watchdesk::kql
