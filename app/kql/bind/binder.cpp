// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/bind/binder.h"

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/observer.h"
#include "app/kql/bind/scalars.h"
#include "app/kql/emit/emitter.h"
#include "app/kql/similar.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace watchdesk::kql {

namespace {

const int kMaxSpent = 300'000;
const int kCostInCall = 10; // a function's text is bound again with each call: a few words make much work
const int kMaxRelationDepth = 200;
const qsizetype kMaxDiagnostics = 200;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql::Binder", text); }

} // namespace

Binder::Inside::Inside(Binder &binder, RelationPointer row, Aggregation *aggregation)
    : m_binder(binder)
    , m_row(binder.m_row)
    , m_aggregation(binder.m_aggregation)
    , m_scope(binder.m_scope)
    , m_hidden(binder.m_hidden)
{
    m_binder.m_hidden = nullptr;
    m_binder.m_row = std::move(row);
    m_binder.m_aggregation = aggregation;
}

Binder::Inside::~Inside()
{
    m_binder.m_row = m_row;
    m_binder.m_aggregation = m_aggregation;
    m_binder.m_scope = m_scope;
    m_binder.m_hidden = m_hidden;
}

void Binder::Inside::enter(std::shared_ptr<Scope> outer)
{
    m_binder.m_scope = std::make_shared<Scope>(Scope{std::move(outer), {}});
}

Binder::Binder(const Schema &schema, const CompileOptions &options)
    : m_schema(schema)
    , m_options(options)
    , m_scope(std::make_shared<Scope>())
{
}

Binding Binder::query(const Node &node, std::vector<Binding> *all)
{
    Binding last;
    for (size_t i = 0; i < node.children.size(); ++i) {
        const bool isLast = i + 1 == node.children.size();
        Binding value = statement(node.child(i));
        if (all && (value.scalar || value.relation))
            all->push_back(value);
        if (value.scalar || value.relation)
            last = std::move(value);
        else if (isLast && !node.child(i).is(NodeKind::Let))
            last = {};
    }
    return last;
}

Binding Binder::statement(const Node &node)
{
    if (node.is(NodeKind::Let)) {
        let(node);
        return {};
    }
    if (node.is(NodeKind::Statement)) {
        otherStatement(node);
        return {};
    }
    return bind(node);
}

/// set tunes the service; the others change what names mean.
void Binder::otherStatement(const Node &node)
{
    if (node.names.value(0) == u"pattern") {
        Binding binding;
        binding.pattern = &node;
        binding.scope = m_scope;
        declare(node.names.value(1), std::move(binding), node.nameSpan);
        return;
    }
    if (node.text == u"entity_group") {
        declare(node.names.value(0), {brokenScalar()}, node.nameSpan);
        return refuse(tr("%1 is not supported.").arg(node.text), node.span);
    }
    if (!node.names.contains(QStringLiteral("query_parameters"))) {
        if (node.text == u"set" && !node.children.empty())
            m_settings.insert(node.names.value(0), constantOn(node.child(0)));
        else if (node.text != u"set")
            refuse(tr("%1 is not supported.").arg(node.text), node.span);
        return;
    }
    for (const auto &parameter : node.children) {
        const Node *type = parameter->part(u"type");
        const Node *value = parameter->part(u"default");
        const auto wanted = type ? typeFromName(type->text) : std::nullopt;
        const ColumnType known = wanted.value_or(ColumnType::String);
        if (!value)
            refuse(tr("The parameter %1 has no value.").arg(parameter->text), parameter->span);
        const ScalarPointer given = value ? converted(constantOn(*value), known) : nullScalar(known);
        declare(parameter->text, {given}, parameter->nameSpan);
    }
}

void Binder::let(const Node &node)
{
    const Node &value = node.child(0);
    Binding binding;
    if (value.is(NodeKind::Function)) {
        binding.function = &value;
        binding.scope = m_scope;
        if (m_observer)
            probeFunction(*this, binding);
    } else {
        binding = bind(value);
        binding.row = m_row ? m_row.get() : m_hidden.get();
    }
    declare(node.text, std::move(binding), node.nameSpan);
}

void Binder::redeclare(const QString &name, Binding binding) { m_scope->names.insert(name, std::move(binding)); }

bool Binder::declare(const QString &name, Binding binding, Span span)
{
    if (m_scope->names.contains(name)) {
        error("KS201", tr("A variable with the name '%1' has already been declared.").arg(name), span);
        return false;
    }
    m_scope->names.insert(name, std::move(binding));
    return true;
}

const Binding *Binder::find(const QString &name) const
{
    for (const Scope *scope = m_scope.get(); scope; scope = scope->outer.get()) {
        const auto found = scope->names.constFind(name);
        if (found != scope->names.constEnd())
            return &*found;
    }
    return nullptr;
}

std::vector<std::pair<QString, Binding>> Binder::views() const
{
    std::vector<std::pair<QString, Binding>> all;
    for (const Scope *scope = m_scope.get(); scope; scope = scope->outer.get()) {
        for (auto name = scope->names.begin(); name != scope->names.end(); ++name) {
            const bool isSeen = find(name.key())->function == name->function;
            if (name->function && name->function->text == u"view" && name->function->children.empty() && isSeen)
                all.emplace_back(name.key(), *name);
        }
    }
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) {
        return a.second.function->span.start < b.second.function->span.start;
    });
    return all;
}

Binding Binder::bind(const Node &node)
{
    if (!m_observer)
        return bindKind(node);
    m_observer->entered(node, m_row, m_scope, m_aggregation != nullptr);
    Binding binding = bindKind(node);
    m_observer->left(node, binding);
    return binding;
}

Binding Binder::bindKind(const Node &node)
{
    if (!spend(node.span))
        return {brokenScalar()};
    switch (node.kind) {
    case NodeKind::Pipe: {
        RelationPointer rows = relation(node.child(0));
        for (size_t i = 1; i < node.children.size(); ++i)
            rows = operation(node.child(i), rows);
        return {{}, rows};
    }
    case NodeKind::Operator:
        return {{}, operation(node, {})};
    case NodeKind::Name:
        return name(node);
    case NodeKind::Call:
        return bindCall(*this, node);
    case NodeKind::Element:
    case NodeKind::Member:
        if (const Binding *pattern = patternOf(node.child(0)))
            return bindPattern(*this, node, *pattern);
        if (node.is(NodeKind::Member) && isElsewhere(node.child(0)))
            return {{}, tableElsewhere(node)};
        return {bindScalar(*this, node)};
    default:
        return {bindScalar(*this, node)};
    }
}

/// What a call of a declared pattern stands for; nothing for other calls.
const Binding *Binder::patternOf(const Node &node) const
{
    const Binding *binding = node.is(NodeKind::Call) ? find(node.text) : nullptr;
    return binding && binding->pattern ? binding : nullptr;
}

/// database("…") or cluster("…").database("…")
bool Binder::isElsewhere(const Node &node)
{
    const bool isCall = node.is(NodeKind::Call) && (node.text == u"database" || node.text == u"cluster");
    return isCall || (node.is(NodeKind::Member) && node.part(u"call") && isElsewhere(node.child(0)));
}

/// Only one database is held, so that a table of another one cannot be told from it.
RelationPointer Binder::tableElsewhere(const Node &node)
{
    refuse(tr("Tables of other databases and clusters are not held."), node.span);
    const bool isOwn =
        node.child(0).is(NodeKind::Call) && node.child(0).text == u"database" && !node.text.contains(u'*');
    if (isOwn) {
        if (RelationPointer table = tableNamed(node.text))
            return table;
        unknownTable(node.text, node.nameSpan);
        return unknown();
    }
    Relation rows;
    rows.kind = Relation::Kind::Rows;
    rows.open = true;
    return std::make_shared<const Relation>(std::move(rows));
}

/// Columns win over let names, and those over tables.
Binding Binder::name(const Node &node)
{
    if (m_row && !m_aggregation) {
        const int column = m_row->indexOf(node.text);
        if (column >= 0 && m_row->open && !m_row->columns[size_t(column)].known)
            infer(*m_row, node.text, node.span);
        if (column >= 0)
            return {columnScalar(*m_row, column)};
    }
    if (const Binding *binding = find(node.text)) {
        if (binding->function)
            return bindUserFunction(*this, node, *binding);
        const Relation *seen = m_row ? m_row.get() : m_hidden.get();
        if (binding->scalar && !binding->scalar->constant && binding->row && binding->row != seen)
            refuse(tr("A column's value cannot be used in another table's row."), node.span);
        if (binding->scalar)
            return {named(binding->scalar, node.text)};
        return *binding;
    }
    if (RelationPointer table = tableNamed(node.text))
        return {{}, table};
    if (m_aggregation && m_row && m_row->indexOf(node.text) >= 0) {
        error("KS236", tr("The name '%1' is not an aggregate or scalar function.").arg(node.text), node.span);
        return {brokenScalar()};
    }
    if (m_row && m_row->open)
        infer(*m_row, node.text, node.span);
    else if (!m_row || !m_row->isUnknown())
        unknownName(node.text, node.span);
    return {named(brokenScalar(), node.text)};
}

void Binder::infer(const Relation &row, const QString &name, Span span)
{
    row.infer(name);
    if (!row.isUnknown())
        refuse(tr("Whether there is a column %1 depends on data that is not held.").arg(name), span);
}

ScalarPointer Binder::scalar(const Node &node)
{
    const ScalarPointer whole = value(node);
    return whole->parts.empty() ? whole : tupleParts(whole).front();
}

ScalarPointer Binder::value(const Node &node)
{
    Binding binding = bind(node);
    if (binding.scalar)
        return binding.scalar;
    if (binding.relation && !binding.relation->isUnknown())
        error("KS108", tr("Scalar value expected."), node.span);
    return named(brokenScalar(), node.is(NodeKind::Name) ? node.text : QString());
}

ScalarPointer Binder::predicate(const Node &node)
{
    const ScalarPointer value = scalar(node);
    if (!value->isBroken() && value->type != ColumnType::Bool) {
        error("KS141", tr("The expression must have the type %1.").arg(u"bool"), node.span);
        return brokenScalar();
    }
    return value;
}

RelationPointer Binder::relation(const Node &node)
{
    if (node.is(NodeKind::Name) && !find(node.text)) {
        if (m_observer)
            m_observer->entered(node, nullptr, m_scope, false);
        if (RelationPointer table = tableNamed(node.text)) {
            if (m_observer)
                m_observer->left(node, {{}, table});
            return table;
        }
        if (m_fuzzy)
            return absent(node.text, node.span);
        unknownTable(node.text, node.span);
        return unknown();
    }
    Inside inside(*this, nullptr);
    Binding binding = bind(node);
    if (binding.relation)
        return binding.relation;
    if (binding.scalar && !binding.scalar->isBroken())
        error("KS176", tr("Tabular value expected."), node.span);
    return unknown();
}

RelationPointer Binder::operation(const Node &op, const RelationPointer &input)
{
    if (!m_observer)
        return bindOperation(op, input);
    m_observer->entered(op, input, m_scope, false);
    const RelationPointer output = bindOperation(op, input);
    m_observer->left(op, {{}, output});
    return output;
}

RelationPointer Binder::bindOperation(const Node &op, const RelationPointer &input)
{
    if (!spend(op.span))
        return unknown();
    const auto bindOperator = operatorBinder(op.text);
    if (!bindOperator) {
        const bool exists = operatorNames().contains(op.text);
        if (exists)
            refuse(tr("The operator %1 is not supported.").arg(op.text), op.nameSpan);
        else if (!op.text.isEmpty())
            error("KS176", tr("Unknown query operator: %1").arg(op.text), op.nameSpan,
                  similar(op.text, operatorNames()));
        return unknown();
    }
    if (input && input->graph && !op.text.startsWith(u"graph-") && op.text != u"as")
        refuse(tr("The operator %1 needs a table and not a graph.").arg(op.text), op.nameSpan);
    if (input && !input->tables.empty() && op.text != u"render")
        refuse(tr("The operator %1 needs one table and not several.").arg(op.text), op.nameSpan);
    if (input && input->group >= 0 && !worksInGroups(op.text))
        refuse(tr("The operator %1 is not supported inside of a subquery for each row or value.").arg(op.text),
               op.nameSpan);
    if (input)
        return bindOperator(*this, op, windowed(*this, op, input));
    Inside inside(*this, nullptr);
    return bindOperator(*this, op, nullptr);
}

ScalarPointer Binder::scalarOn(const Node &node, const RelationPointer &row)
{
    Inside inside(*this, row);
    return scalar(node);
}

ScalarPointer Binder::valueOn(const Node &node, const RelationPointer &row)
{
    Inside inside(*this, row);
    return value(node);
}

ScalarPointer Binder::constantOn(const Node &node)
{
    Inside inside(*this, nullptr);
    return scalar(node);
}

RelationPointer Binder::tableNamed(const QString &name)
{
    const auto known = m_read.constFind(name);
    if (known != m_read.constEnd())
        return *known;
    const TableSchema *schema = m_schema.find(name);
    if (!schema)
        return nullptr;
    Relation table;
    table.kind = Relation::Kind::Table;
    table.name = name;
    for (const auto &column : schema->columns)
        table.columns.push_back({column.name, column.type});
    const auto made = std::make_shared<const Relation>(std::move(table));
    m_read.insert(name, made);
    m_tables.append(name);
    return made;
}

RelationPointer Binder::made(Relation relation)
{
    for (const auto &input : relation.inputs) {
        relation.depth = qMax(relation.depth, input->depth + 1);
        relation.heavy = relation.heavy || input->heavy;
        if (input->isUnknown())
            relation.kind = Relation::Kind::Unknown;
        relation.open = relation.open || input->isAbsent();
    }
    if (relation.depth > kMaxRelationDepth) {
        error("WD101", tr("The query has too many steps."), {0, 0});
        relation.kind = Relation::Kind::Unknown; // with its columns: who asked for it goes on by their places
        relation.inputs.clear();
    }
    return std::make_shared<const Relation>(std::move(relation));
}

RelationPointer Binder::absent(const QString &name, Span span)
{
    warning("KS205", tr("The fuzzy name '%1' does not refer to any known or currently accessible table.").arg(name),
            span);
    Relation none;
    none.open = true;
    return std::make_shared<const Relation>(std::move(none));
}

RelationPointer Binder::fuzzyRelation(const Node &node)
{
    const bool before = std::exchange(m_fuzzy, true);
    const auto refusals = m_refusals.size();
    const RelationPointer rows = relation(node);
    // What is not there need not be run.
    if (rows->isAbsent())
        m_refusals.resize(refusals);
    m_fuzzy = before;
    return rows;
}

std::optional<QList<QStringList>> Binder::ask(const RelationPointer &rows)
{
    const bool isSound = m_refusals.isEmpty() && !hasErrors() && !m_failure && !rows->isUnknown();
    if (!m_options.ask || !isSound)
        return std::nullopt;
    Emitter emitter;
    const QString sql = emitter.select(rows);
    if (emitter.tooLarge())
        return std::nullopt;
    auto answer = m_options.ask(sql);
    if (answer)
        return *answer;
    m_failure = answer.error();
    return std::nullopt;
}

std::optional<QByteArray> Binder::external(const QString &address)
{
    if (!m_externals.contains(address))
        m_externals.append(address);
    const auto found = m_options.external.constFind(address);
    return found == m_options.external.constEnd() ? std::nullopt : std::optional(*found);
}

bool Binder::hasErrors() const
{
    return std::any_of(m_diagnostics.begin(), m_diagnostics.end(),
                       [](const auto &d) { return d.severity == Diagnostic::Severity::Error; });
}

RelationPointer Binder::unknown() const { return std::make_shared<const Relation>(); }

bool Binder::spend(Span span)
{
    if (m_spent > kMaxSpent)
        return false;
    m_spent += isInCall() ? kCostInCall : 1;
    if (m_spent > kMaxSpent)
        error("WD101", tr("The query is too large."), span);
    return m_spent <= kMaxSpent;
}

void Binder::error(const char *code, const QString &message, Span span, const QString &hint)
{
    const QString id = QString::fromLatin1(code);
    for (const auto &known : m_diagnostics) {
        if (known.span == span && known.code == id)
            return;
    }
    if (m_diagnostics.size() < kMaxDiagnostics)
        m_diagnostics.append({id, Diagnostic::Severity::Error, message, span, hint});
}

void Binder::warning(const char *code, const QString &message, Span span)
{
    if (m_diagnostics.size() < kMaxDiagnostics)
        m_diagnostics.append({QString::fromLatin1(code), Diagnostic::Severity::Warning, message, span});
}

void Binder::refuse(const QString &message, Span span)
{
    if (m_refusals.size() < kMaxDiagnostics)
        m_refusals.append({QStringLiteral("WD100"), Diagnostic::Severity::Warning, message, span});
}

void Binder::unknownName(const QString &name, Span span)
{
    const auto &functions = FunctionTable::instance();
    if (functions.function(name) || (m_aggregation && functions.aggregate(name)))
        return error("KS117", tr("The function '%1' requires an argument list.").arg(name), span);
    QStringList candidates;
    if (m_row) {
        for (const auto &column : m_row->columns)
            candidates.append(column.name);
    }
    for (const Scope *scope = m_scope.get(); scope; scope = scope->outer.get())
        candidates += scope->names.keys();
    for (const auto &table : m_row ? QList<TableSchema>() : m_schema.tables)
        candidates.append(table.name);
    error("KS142", tr("The name '%1' does not refer to any known column, table, variable or function.").arg(name), span,
          similar(name, candidates));
}

void Binder::unknownTable(const QString &name, Span span)
{
    QStringList candidates;
    for (const auto &table : m_schema.tables)
        candidates.append(table.name);
    error("KS204", tr("The name '%1' does not refer to any known table, tabular variable or function.").arg(name), span,
          similar(name, candidates));
}

QString Binder::similar(const QString &name, const QStringList &candidates) const
{
    if (m_diagnostics.size() > 50)
        return {};
    const QString best = mostLike(name, candidates);
    return best.isEmpty() ? QString() : tr("Did you mean %1?").arg(best);
}

} // namespace watchdesk::kql
