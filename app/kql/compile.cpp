// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/compile.h"

#include "app/kql/bind/binder.h"
#include "app/kql/bind/scalars.h"
#include "app/kql/emit/emitter.h"
#include "app/kql/syntax/parser.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk::kql {

namespace {

const qsizetype kMaxQuery = 4'000'000;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

/// A query that was read and bound, whatever it is worth.
struct Bound
{
    RelationPointer relation; ///< of the last statement
    std::vector<RelationPointer> results;
    QList<Diagnostic> diagnostics;
    QList<Diagnostic> refusals;
    QStringList tables;
    QStringList externals;
    std::optional<Error> failure; ///< of a question to the data

    bool hasErrors() const
    {
        return std::any_of(diagnostics.begin(), diagnostics.end(),
                           [](const auto &d) { return d.severity == Diagnostic::Severity::Error; });
    }
};

/// A query that is just a value gives one row with it.
RelationPointer rowOf(const ScalarPointer &scalar)
{
    Relation row;
    row.kind = Relation::Kind::Rows;
    row.columns = {{QString(), scalar->type, !scalar->isBroken()}};
    row.scalars = {scalar};
    return std::make_shared<const Relation>(std::move(row));
}

/// The tables that statements give, fork's and facet's one by one.
std::vector<RelationPointer> resultsOf(const std::vector<Binding> &values)
{
    std::vector<RelationPointer> results;
    for (const Binding &value : values) {
        const RelationPointer rows = value.relation ? value.relation : rowOf(value.scalar);
        if (rows->tables.empty())
            results.push_back(rows);
        else
            results.insert(results.end(), rows->tables.begin(), rows->tables.end());
    }
    return results;
}

Bound boundFrom(const QString &query, const Schema &schema, const CompileOptions &options)
{
    Bound bound;
    if (query.size() > kMaxQuery) {
        bound.diagnostics.append(
            {QStringLiteral("WD101"), Diagnostic::Severity::Error, tr("The query is too large."), {0, 0}});
        return bound;
    }
    const Parsed parsed = parse(query);
    Binder binder(schema, options);
    std::vector<Binding> values;
    const Binding value = binder.query(*parsed.query, &values);
    bound.results = resultsOf(values);
    bound.relation = value.relation ? value.relation : value.scalar ? rowOf(value.scalar) : nullptr;
    bound.diagnostics = parsed.diagnostics + binder.diagnostics();
    bound.refusals = binder.refusals();
    bound.tables = binder.tables();
    bound.failure = binder.failure();
    bound.externals = binder.externals();
    return bound;
}

QList<ColumnSchema> columnsOf(const RelationPointer &relation)
{
    QList<ColumnSchema> columns;
    if (!relation || (relation->isUnknown() && !relation->isAbsent()))
        return columns;
    for (const auto &column : relation->columns) {
        if (!column.hidden)
            columns.append({column.name, column.type});
    }
    return columns;
}

QList<qsizetype> untypedOf(const Relation &relation)
{
    QList<qsizetype> places;
    qsizetype place = 0;
    for (const auto &column : relation.columns) {
        if (!column.hidden && !column.known)
            places.append(place);
        place += !column.hidden;
    }
    return places;
}

Error errorFrom(const Diagnostic &diagnostic, Error::Kind kind)
{
    const QString message =
        diagnostic.hint.isEmpty() ? diagnostic.message : QString(diagnostic.message + u' ' + diagnostic.hint);
    return Error{kind, message, {}}
        .with(QStringLiteral("code"), diagnostic.code)
        .with(QStringLiteral("start"), QString::number(diagnostic.span.start))
        .with(QStringLiteral("end"), QString::number(diagnostic.span.end));
}

Error firstError(const QList<Diagnostic> &diagnostics)
{
    for (const auto &diagnostic : diagnostics) {
        if (diagnostic.severity == Diagnostic::Severity::Error)
            return errorFrom(diagnostic, Error::Kind::InvalidInput);
    }
    return Error{Error::Kind::InvalidInput, tr("The query is not valid."), {}};
}

} // namespace

Analysis analyze(const QString &query, const Schema &schema)
{
    CompileOptions foretold;
    foretold.foretold = true;
    const Bound bound = boundFrom(query, schema, foretold);
    Analysis analysis;
    analysis.diagnostics = bound.diagnostics + bound.refusals;
    analysis.ok = !bound.hasErrors();
    analysis.external = bound.externals;
    analysis.columns = columnsOf(bound.relation);
    if (!analysis.columns.isEmpty())
        analysis.untyped = untypedOf(*bound.relation);
    return analysis;
}

Result<Compiled> compile(const QString &query, const Schema &schema, const CompileOptions &options)
{
    const Bound bound = boundFrom(query, schema, options);
    const bool isThere = bound.relation && options.table >= 0 && size_t(options.table) < bound.results.size();
    const RelationPointer relation = isThere ? bound.results[size_t(options.table)] : nullptr;
    if (bound.failure)
        return failure(*bound.failure);
    if (bound.hasErrors())
        return failure(firstError(bound.diagnostics));
    if (!bound.refusals.isEmpty())
        return failure(errorFrom(bound.refusals.first(), Error::Kind::Refused));
    if (relation && relation->graph)
        return failure(Error::Kind::Refused, tr("A graph is no table: graph-match and graph-to-table give one."));
    if (relation && relation->isAbsent())
        return failure(Error::Kind::Refused, tr("None of the tables that the query may do without is held."));
    if (!relation || relation->isUnknown())
        return failure(errorFrom(
            {QStringLiteral("WD103"), Diagnostic::Severity::Error, tr("There is no query."), {0, int(query.size())}},
            Error::Kind::InvalidInput));
    Compiled compiled;
    Emitter emitter;
    compiled.sql = emitter.select(relation);
    if (emitter.tooLarge())
        return failure(errorFrom({QStringLiteral("WD101"),
                                  Diagnostic::Severity::Error,
                                  tr("The query is too large."),
                                  {0, int(query.size())}},
                                 Error::Kind::Refused));
    if (emitter.hasGap())
        return failure(errorFrom({QStringLiteral("WD104"),
                                  Diagnostic::Severity::Error,
                                  tr("A part of the query has no translation."),
                                  {0, int(query.size())}},
                                 Error::Kind::Internal));
    compiled.columns = columnsOf(relation);
    compiled.tables = bound.tables;
    for (const auto &result : bound.results)
        compiled.results.append(result->alias);
    compiled.warnings = bound.diagnostics;
    compiled.ordered = !relation->order.empty();
    return compiled;
}

} // namespace watchdesk::kql
