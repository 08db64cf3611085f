// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Scalar expressions: which binder serves which node, and literals.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"
#include "app/kql/bind/searchpredicate.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

ScalarPointer bindBinary(Binder &binder, const Node &node)
{
    static const QStringList arithmetic{QStringLiteral("+"), QStringLiteral("-"), QStringLiteral("*"),
                                        QStringLiteral("/"), QStringLiteral("%")};
    static const QStringList comparisons{QStringLiteral("=="), QStringLiteral("!="), QStringLiteral("<>"),
                                         QStringLiteral("<"),  QStringLiteral("<="), QStringLiteral(">"),
                                         QStringLiteral(">=")};
    const bool asksAll = node.child(0).is(NodeKind::Star) && binder.row() && node.text != u"<>";
    if (asksAll && !arithmetic.contains(node.text) && !node.text.startsWith(u'<') && !node.text.startsWith(u'>'))
        return SearchPredicate(binder, binder.row(), false).bind(node);
    if (arithmetic.contains(node.text))
        return bindArithmetic(binder, node);
    return comparisons.contains(node.text) ? bindComparison(binder, node) : bindStringOperator(binder, node);
}

} // namespace

ScalarPointer bindScalar(Binder &binder, const Node &node)
{
    switch (node.kind) {
    case NodeKind::String:
    case NodeKind::Long:
    case NodeKind::Real:
    case NodeKind::Bool:
    case NodeKind::TimeSpan:
    case NodeKind::Typed:
    case NodeKind::Dynamic:
        return bindLiteral(binder, node);
    case NodeKind::And:
    case NodeKind::Or:
        return bindLogic(binder, node);
    case NodeKind::Binary:
        return bindBinary(binder, node);
    case NodeKind::Unary:
        return bindUnary(binder, node);
    case NodeKind::In:
        return bindIn(binder, node);
    case NodeKind::Between:
        return bindBetween(binder, node);
    case NodeKind::Member:
        return bindMember(binder, node);
    case NodeKind::Element:
        return bindElement(binder, node);
    case NodeKind::Named:
        return named(binder.scalar(node.child(0)), node.text);
    case NodeKind::Missing:
        return brokenScalar();
    default:
        binder.error("KS198", QCoreApplication::translate("kql", "The incomplete fragment is unexpected."), node.span);
        return brokenScalar();
    }
}

ScalarPointer bindLiteral(Binder &binder, const Node &node)
{
    const auto literal = literalFromNode(node, binder.now());
    if (!literal) {
        binder.refuse(QCoreApplication::translate("kql", "The literal cannot be read as its type."), node.span);
        return nullScalar(typeFromName(node.text).value_or(ColumnType::DateTime));
    }
    return literalScalar(*literal);
}

} // namespace watchdesk::kql
