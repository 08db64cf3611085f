// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// let f = (a:long, T:(*)) { … }: the body is bound anew for each call, with the arguments' meanings for its names.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/observer.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

const int kMaxCallDepth = 24;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

void checkColumns(Binder &binder, const Node &schema, const RelationPointer &rows, Span span)
{
    for (const auto &column : schema.children) {
        if (!column->is(NodeKind::Column) || rows->isUnknown() || rows->open)
            continue;
        const int index = rows->indexOf(column->text);
        const auto type = typeFromName(column->names.value(0));
        const BoundColumn *own = index < 0 ? nullptr : &rows->columns[size_t(index)];
        if (own && (!own->known || own->type == type))
            continue;
        binder.error("KS249", tr("The tabular value does not have the required columns."), span);
        return;
    }
}

/// The argument's meaning as the parameter's type has it.
Binding argumentFor(Binder &binder, const Node &parameter, const Node &argument)
{
    const Node *type = parameter.part(u"type");
    const Node &value = argument.is(NodeKind::Named) ? argument.child(0) : argument;
    if (type && type->is(NodeKind::Schema)) {
        const RelationPointer rows = binder.relation(value);
        checkColumns(binder, *type, rows, value.span);
        return {{}, rows};
    }
    ScalarPointer scalar = binder.scalar(value);
    const auto wanted = type ? typeFromName(type->text) : std::nullopt;
    if (wanted && !scalar->isBroken()) {
        const ScalarPointer fitting = converted(scalar, *wanted);
        if (fitting->isBroken())
            binder.error("KS107", tr("A value of type %1 expected.").arg(typeName(*wanted)), value.span);
        scalar = fitting;
    }
    return {scalar, {}, nullptr, {}, binder.row().get()};
}

const Node *argumentNamed(const Node &call, const QString &name, size_t position)
{
    for (const auto &argument : call.children) {
        if (argument->is(NodeKind::Named) && argument->text == name)
            return argument.get();
    }
    const bool fits = position < call.children.size() && !call.child(position).is(NodeKind::Named);
    return fits ? &call.child(position) : nullptr;
}

void wrongCount(Binder &binder, const Node &node, size_t count)
{
    binder.error("KS119",
                 tr("The function '%1' expects %n argument(s).")
                     .arg(node.text)
                     .replace(QStringLiteral("%n"), QString::number(count)),
                 node.nameSpan);
}

} // namespace

Binding bindUserFunction(Binder &binder, const Node &node, const Binding &binding, const RelationPointer &piped)
{
    const Node &function = *binding.function;
    const std::shared_ptr<Scope> scope = binding.scope.lock();
    QHash<QString, Binding> names;
    const size_t skipped = piped ? 1 : 0;
    const bool call = node.is(NodeKind::Call);
    for (size_t i = 0; i < function.children.size(); ++i) {
        const Node &parameter = function.child(i);
        const Node *fallback = parameter.part(u"default");
        const Node *argument = call && i >= skipped ? argumentNamed(node, parameter.text, i - skipped) : nullptr;
        if (piped && i == 0) {
            if (const Node *type = parameter.part(u"type"); type && type->is(NodeKind::Schema))
                checkColumns(binder, *type, piped, node.span);
            names.insert(parameter.text, {{}, piped});
        } else if (argument || fallback) {
            names.insert(parameter.text, argumentFor(binder, parameter, argument ? *argument : *fallback));
        } else {
            wrongCount(binder, node, function.children.size());
            names.insert(parameter.text, {brokenScalar()});
        }
    }
    if (call && node.children.size() + skipped > function.children.size())
        wrongCount(binder, node, function.children.size());
    const Node *body = function.part(u"body");
    const Binder::Call deeper(binder);
    if (!body || deeper.depth() > kMaxCallDepth) {
        binder.error("WD101", tr("Functions call each other too deeply."), node.span);
        return {brokenScalar()};
    }
    const RelationPointer row = binder.row();
    Binder::Inside inside(binder, nullptr);
    inside.enter(scope);
    for (auto name = names.begin(); name != names.end(); ++name)
        binder.declare(name.key(), name.value(), node.span);
    inside.hide(row);
    return binder.query(*body);
}

namespace {

/// Something of the parameter's type, for a call that nobody wrote.
Binding placeholderFor(const Node &parameter)
{
    const Node *type = parameter.part(u"type");
    if (!type || !type->is(NodeKind::Schema))
        return {nullScalar(typeFromName(type ? type->text : QString()).value_or(ColumnType::String))};
    Relation rows;
    rows.kind = Relation::Kind::Rows;
    for (const auto &column : type->children) {
        if (column->is(NodeKind::Star))
            return {{}, std::make_shared<const Relation>()};
        const auto known = typeFromName(column->names.value(0));
        rows.columns.push_back({column->text, known.value_or(ColumnType::String), known.has_value()});
    }
    return {{}, std::make_shared<const Relation>(std::move(rows))};
}

} // namespace

void probeFunction(Binder &binder, const Binding &function)
{
    const Node *body = function.function->part(u"body");
    const Binder::Call deeper(binder);
    if (!body || deeper.depth() > kMaxCallDepth)
        return;
    const auto diagnostics = binder.m_diagnostics;
    const auto refusals = binder.m_refusals;
    {
        Binder::Inside inside(binder, nullptr);
        inside.enter(function.scope.lock());
        for (const auto &parameter : function.function->children)
            binder.declare(parameter->text, placeholderFor(*parameter), parameter->nameSpan);
        binder.query(*body);
    }
    binder.m_diagnostics = diagnostics;
    binder.m_refusals = refusals;
}

} // namespace watchdesk::kql
