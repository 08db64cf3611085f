// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// where: rows for which the predicate is true; null is not.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"

namespace watchdesk::kql {

namespace {

/// In a filter false and null are the same, so that `a == 5` may stay a plain comparison the store can prune by.
ScalarPointer relaxed(const ScalarPointer &predicate)
{
    static const QString fromEquality = QStringLiteral("coalesce($0 = $1, false)");
    if (predicate->kind != Scalar::Kind::Call)
        return predicate;
    Scalar copy = *predicate;
    if (copy.sql == fromEquality) {
        copy.sql = QStringLiteral("($0 = $1)");
        return std::make_shared<const Scalar>(std::move(copy));
    }
    const bool joins = copy.sql.startsWith(u"($0 AND ") || copy.sql.startsWith(u"($0 OR ");
    if (!joins)
        return predicate;
    for (auto &argument : copy.arguments)
        argument = relaxed(argument);
    return std::make_shared<const Scalar>(std::move(copy));
}

} // namespace

RelationPointer bindWhere(Binder &binder, const Node &node, const RelationPointer &input)
{
    if (node.children.empty())
        return input;
    Binder::Inside inside(binder, input);
    return filtered(binder, input, relaxed(binder.predicate(node.child(0))));
}

} // namespace watchdesk::kql
