// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/bind/binder.h"

namespace watchdesk::kql {

// One function a kind of node; each in the file of its kind.

ScalarPointer bindScalar(Binder &binder, const Node &node);  // scalar.cpp: dispatch
ScalarPointer bindLiteral(Binder &binder, const Node &node); // scalar.cpp
ScalarPointer bindLogic(Binder &binder, const Node &node);   // logic.cpp
ScalarPointer bindArithmetic(Binder &binder, const Node &node);
ScalarPointer bindUnary(Binder &binder, const Node &node);
ScalarPointer bindComparison(Binder &binder, const Node &node);
ScalarPointer bindStringOperator(Binder &binder, const Node &node);
/// An operator of that family on two texts.
ScalarPointer stringOperation(Binder &binder, const QString &name, const ScalarPointer &left,
                              const ScalarPointer &right, Span span);
ScalarPointer bindBetween(Binder &binder, const Node &node);
ScalarPointer bindIn(Binder &binder, const Node &node);
ScalarPointer bindMember(Binder &binder, const Node &node);
ScalarPointer bindElement(Binder &binder, const Node &node);
Binding bindCall(Binder &binder, const Node &node);
Binding bindPattern(Binder &binder, const Node &node, const Binding &pattern); // declaredpattern.cpp
Binding bindUserFunction(Binder &binder, const Node &node, const Binding &function, const RelationPointer &piped = {});
ScalarPointer bindFunction(Binder &binder, const Node &node, const FunctionInfo &info);
ScalarPointer bindAggregate(Binder &binder, const Node &node, const FunctionInfo &info);

/// The call with its arguments checked, only to know the type: broken after an error.
ScalarPointer checkedFunction(Binder &binder, const Node &node, const FunctionInfo &info,
                              const std::vector<ScalarPointer> &arguments);
/// A pattern as RE2 reads it; refuses a literal that has no form there.
ScalarPointer regexScalar(Binder &binder, const ScalarPointer &pattern, Span span);
/// Refuses a group that a pattern does not have.
void checkGroup(Binder &binder, const ScalarPointer &pattern, const ScalarPointer &group, Span span);
/// All matches of a pattern that regexScalar() made, replaced.
ScalarPointer replaced(Binder &binder, const ScalarPointer &text, const ScalarPointer &pattern,
                       const ScalarPointer &rewrite, Span span);
bool isWindowFunction(const QString &name);
/// The input with hidden columns for the window functions that an operator's expressions call.
RelationPointer windowed(Binder &binder, const Node &op, const RelationPointer &input);
/// The columns that a function of several gives, named.
std::vector<ScalarPointer> tupleParts(const ScalarPointer &tuple);

/// Equality by KQL's rules for null.
ScalarPointer equality(Binder &binder, const ScalarPointer &left, const ScalarPointer &right, bool negated, Span span);
/// The template of a function with its arguments; handles $t0, $j0, $* … (see functions/lowering.h).
ScalarPointer lowered(const QString &sql, const std::vector<ScalarPointer> &arguments, ColumnType type);
ScalarPointer specialFunction(Binder &binder, const QString &sql, const std::vector<ScalarPointer> &arguments,
                              ColumnType type, const Node &node);

using OperatorBinder = RelationPointer (*)(Binder &, const Node &, const RelationPointer &);
OperatorBinder operatorBinder(const QString &name);
QStringList operatorNames();
/// True for the operators that keep the groups of a subquery's rows apart (Relation::group).
bool worksInGroups(const QString &name);

RelationPointer bindWhere(Binder &, const Node &, const RelationPointer &);
RelationPointer bindProject(Binder &, const Node &, const RelationPointer &);
RelationPointer bindExtend(Binder &, const Node &, const RelationPointer &);
RelationPointer bindProjectAway(Binder &, const Node &, const RelationPointer &);
RelationPointer bindProjectKeep(Binder &, const Node &, const RelationPointer &);
RelationPointer bindProjectRename(Binder &, const Node &, const RelationPointer &);
RelationPointer bindProjectReorder(Binder &, const Node &, const RelationPointer &);
RelationPointer bindSummarize(Binder &, const Node &, const RelationPointer &);
RelationPointer bindDistinct(Binder &, const Node &, const RelationPointer &);
RelationPointer bindSort(Binder &, const Node &, const RelationPointer &);
RelationPointer bindTop(Binder &, const Node &, const RelationPointer &);
RelationPointer bindTake(Binder &, const Node &, const RelationPointer &);
RelationPointer bindCount(Binder &, const Node &, const RelationPointer &);
RelationPointer bindJoin(Binder &, const Node &, const RelationPointer &);
RelationPointer bindUnion(Binder &, const Node &, const RelationPointer &);
RelationPointer bindExpand(Binder &, const Node &, const RelationPointer &);
RelationPointer bindDataTable(Binder &, const Node &, const RelationPointer &);
RelationPointer bindPrint(Binder &, const Node &, const RelationPointer &);
RelationPointer bindRange(Binder &, const Node &, const RelationPointer &);
RelationPointer bindGetSchema(Binder &, const Node &, const RelationPointer &);
RelationPointer bindAs(Binder &, const Node &, const RelationPointer &);
RelationPointer bindRender(Binder &, const Node &, const RelationPointer &);
RelationPointer bindSerialize(Binder &, const Node &, const RelationPointer &);
RelationPointer bindInvoke(Binder &, const Node &, const RelationPointer &);
RelationPointer bindMacroExpand(Binder &binder, const Node &node, const RelationPointer &input); // notheld.cpp
RelationPointer bindInlineExternal(Binder &binder, const Node &node, const RelationPointer &input);
/// external_table("x") and its kin: what only a cluster has.
Binding bindClusterEntity(Binder &binder, const Node &node);
RelationPointer bindExternalData(Binder &, const Node &, const RelationPointer &);
RelationPointer bindEvaluate(Binder &, const Node &, const RelationPointer &);
RelationPointer bindSearch(Binder &, const Node &, const RelationPointer &);
RelationPointer bindFind(Binder &, const Node &, const RelationPointer &);
RelationPointer bindMakeGraph(Binder &, const Node &, const RelationPointer &);
RelationPointer bindGraphToTable(Binder &, const Node &, const RelationPointer &);
RelationPointer bindMarkComponents(Binder &, const Node &, const RelationPointer &);
RelationPointer bindGraphMatch(Binder &, const Node &, const RelationPointer &);
RelationPointer bindMakeSeries(Binder &, const Node &, const RelationPointer &);
RelationPointer bindSample(Binder &, const Node &, const RelationPointer &);
RelationPointer bindSampleDistinct(Binder &, const Node &, const RelationPointer &);
RelationPointer bindTopHitters(Binder &, const Node &, const RelationPointer &);
RelationPointer bindTopNested(Binder &, const Node &, const RelationPointer &);
RelationPointer bindAssertSchema(Binder &, const Node &, const RelationPointer &);
RelationPointer bindProjectByNames(Binder &, const Node &, const RelationPointer &);
/// A number of rows that needs no row: take's, top's …
ScalarPointer rowCount(Binder &binder, const Node &node);
RelationPointer bindParse(Binder &, const Node &, const RelationPointer &);
RelationPointer bindParseKeyValues(Binder &, const Node &, const RelationPointer &);
RelationPointer bindApply(Binder &, const Node &, const RelationPointer &);
RelationPointer bindPartition(Binder &, const Node &, const RelationPointer &);
RelationPointer bindScan(Binder &, const Node &, const RelationPointer &);
RelationPointer bindFork(Binder &, const Node &, const RelationPointer &);
RelationPointer bindFacet(Binder &, const Node &, const RelationPointer &);
RelationPointer bindConsume(Binder &, const Node &, const RelationPointer &);
RelationPointer bindReduce(Binder &, const Node &, const RelationPointer &);

/// mv-expand. With `replaced` for mv-apply: the names of what is expanded go there, their old columns are hidden, and
/// the rows are ordered by the elements' numbers.
RelationPointer expandedRows(Binder &binder, const Node &node, const RelationPointer &input, QStringList *replaced);
/// The operators of a subquery without a source, one after the other.
RelationPointer piped(Binder &binder, const Node &pipe, RelationPointer rows);

/// One row for each column's scalar over `input`; sort keys are carried along.
RelationPointer selected(Binder &binder, const RelationPointer &input, std::vector<BoundColumn> columns,
                         std::vector<ScalarPointer> scalars);
RelationPointer filtered(Binder &binder, const RelationPointer &input, const ScalarPointer &predicate);
/// The columns of a list like project's; expands nothing.
std::vector<NewColumn> newColumns(Binder &binder, const std::vector<NodePointer> &nodes, const RelationPointer &input);

/// Reports names in parentheses that the value has no columns for.
void checkNames(Binder &binder, const Node &node, const Scalar &value);
/// The names before "=", if there are any: one, or several in parentheses.
QStringList writtenNames(const Node &node);

/// Gives columns their names: written, derived or Column1, Column2 …; each only once.
class ColumnNames
{
public:
    explicit ColumnNames(Binder &binder)
        : m_binder(binder)
    {
    }
    /// The name of a column; reports KS171 for a written one that is taken.
    QString take(const QString &written, const QString &derived, Span span);
    QString unique(const QString &wanted);
    QString anonymous(); ///< the next ColumnN

private:
    Binder &m_binder;
    QSet<QString> m_taken;
    int m_anonymous = 0;
};

/// The columns of a schema "(a:long, …)"; reports unknown types and names that come twice.
std::vector<BoundColumn> columnsOf(Binder &binder, const Node *schema);
/// Known while the query is bound, without a row or a subquery.
bool isFixed(const ScalarPointer &scalar);
/// The type of a value by its rank: whole numbers are long and decimals real.
ColumnType rankedType(ColumnType type);
/// "percentile_x_5_5": of a percentile's arguments, the last being the percents.
QString percentileName(const std::vector<ScalarPointer> &arguments);
std::optional<ColumnType> commonType(const std::vector<ScalarPointer> &values);
bool wildcardMatches(const QString &pattern, const QString &name);

} // namespace watchdesk::kql
