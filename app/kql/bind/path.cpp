// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// d.a, d["a"], d[0]: missing members are null, never an error. Also $left.x and $right.x, which join reads itself.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

/// "d_a", "d_0": the name of a path's column; nameless if its start is.
QString pathName(const ScalarPointer &object, const QString &key)
{
    return object->name.isEmpty() ? QString() : QString(object->name + u'_' + key);
}

/// series_fit_line(x)[1]: a column of those that the function gives.
ScalarPointer tuplePart(Binder &binder, const ScalarPointer &tuple, const ScalarPointer &index, const Node &node)
{
    const auto parts = tupleParts(tuple);
    const auto *number = std::get_if<qint64>(&index->value);
    if (index->isLiteral() && number && *number >= 0 && size_t(*number) < parts.size())
        return named(parts[size_t(*number)], {});
    binder.refuse(QCoreApplication::translate("kql", "The number of the column must be a plain number."),
                  node.child(1).span);
    return nullScalar(ColumnType::Dynamic);
}

/// step.column inside of scan; nothing where the name is no step's.
ScalarPointer stateOfStep(Binder &binder, const Node &node)
{
    const RelationPointer &row = binder.row();
    const QString step = node.child(0).is(NodeKind::Name) ? node.child(0).text : QString();
    const int state = row && !step.isEmpty() ? row->stateOf(step, node.text) : -2;
    if (state >= 0)
        return columnScalar(*row, state);
    if (state == -2)
        return nullptr;
    binder.unknownName(node.text, node.nameSpan);
    return named(brokenScalar(), node.text);
}

} // namespace

ScalarPointer bindMember(Binder &binder, const Node &node)
{
    if (node.part(u"call")) {
        binder.refuse(QCoreApplication::translate("kql", "Functions of clusters and databases are not supported."),
                      node.nameSpan);
        return brokenScalar();
    }
    if (const ScalarPointer state = stateOfStep(binder, node))
        return state;
    const ScalarPointer object = binder.scalar(node.child(0));
    if (object->isBroken())
        return named(object, pathName(object, node.text));
    if (object->type != ColumnType::Dynamic) {
        binder.unknownName(node.text, node.nameSpan);
        return named(brokenScalar(), node.text);
    }
    return named(memberScalar(object, textScalar(node.text)), pathName(object, node.text));
}

ScalarPointer bindElement(Binder &binder, const Node &node)
{
    const ScalarPointer object = binder.value(node.child(0));
    const ScalarPointer index = binder.scalar(node.child(1));
    if (!object->parts.empty() && !index->isBroken())
        return tuplePart(binder, object, index, node);
    if (object->isBroken() || index->isBroken())
        return brokenScalar();
    if (object->type != ColumnType::Dynamic) {
        const Span bracket{node.child(1).span.start - 1, node.span.end};
        binder.error(
            "KS147",
            QCoreApplication::translate("kql", "The element access operator [] is not allowed in this context."),
            bracket);
        return brokenScalar();
    }
    const Node &key = node.child(1);
    if (!isInteger(index->type) && index->type != ColumnType::String && index->type != ColumnType::Dynamic) {
        binder.error("KS141",
                     QCoreApplication::translate("kql", "The expression must have one of the types: %1.")
                         .arg(QStringLiteral("int, long, string")),
                     key.span);
        return brokenScalar();
    }
    const bool negative = key.is(NodeKind::Unary) && key.child(0).is(NodeKind::Long);
    const QString text = key.is(NodeKind::String) || key.is(NodeKind::Long) ? key.text
                         : negative                                         ? u'_' + key.child(0).text
                                                                            : QString();
    if (isInteger(index->type))
        return named(
            callScalar(QStringLiteral("kql_element($0, $1)"), {object, asLong(index)}, ColumnType::Dynamic, true),
            pathName(object, text));
    return named(memberScalar(object, asText(index)), pathName(object, text));
}

} // namespace watchdesk::kql
