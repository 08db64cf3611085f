// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/ticks.h"
#include "app/kql/bind/bound.h"
#include "app/kql/compile.h"
#include "app/kql/diagnostic.h"
#include "app/kql/functions/functiontable.h"
#include "app/kql/schema.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace watchdesk::kql {

struct Scope;
class BindObserver;

/// What a name stands for: a value, rows, or a function of the query's own with the scope it was written in. That scope
/// holds the function, so the function must not hold the scope.
struct Binding
{
    ScalarPointer scalar = {};
    RelationPointer relation = {};
    const Node *function = nullptr;
    std::weak_ptr<Scope> scope = {};
    const Relation *row = nullptr; ///< the row that `scalar` has its columns of
    const Node *pattern = nullptr; ///< declare pattern; with the scope as a function
};

struct Scope
{
    std::shared_ptr<Scope> outer;
    QHash<QString, Binding> names;
};

/// The aggregates of the summarize operator that is being bound; each becomes a column after the keys.
struct Aggregation
{
    RelationPointer input;
    std::vector<ScalarPointer> columns;
    int keyCount = 0;
};

/// A column to be made: its name as written, or none.
struct NewColumn
{
    QStringList names;
    ScalarPointer scalar;
    Span span;
};

/// Gives every name and operator of a parsed query its meaning. One Binder binds one query and is then thrown away.
/// The binders of single constructs are functions of their own (bind/*.cpp) that use this class's services.
class Binder
{
public:
    Binder(const Schema &schema, const CompileOptions &options);
    /// `observer` outlives the binder; see bind/observer.h.
    void observe(BindObserver *observer) { m_observer = observer; }

    /// Binds statements; the last expression's value. `all` gets that of each.
    Binding query(const Node &node, std::vector<Binding> *all = nullptr);

    // What constructs need.
    Binding bind(const Node &node);                  ///< a value or rows
    ScalarPointer scalar(const Node &node);          ///< reports KS108 for rows; of a tuple its first part
    ScalarPointer value(const Node &node);           ///< the same with tuples whole
    ScalarPointer predicate(const Node &node);       ///< reports KS141 for what is not bool
    RelationPointer relation(const Node &node);      ///< reports KS204 for what is no table
    RelationPointer fuzzyRelation(const Node &node); ///< as one of a union that may do without it: isAbsent()
    /// A name that an open row does not know.
    void infer(const Relation &row, const QString &name, Span span);
    RelationPointer operation(const Node &op, const RelationPointer &input);
    ScalarPointer scalarOn(const Node &node, const RelationPointer &row);
    ScalarPointer valueOn(const Node &node, const RelationPointer &row);
    /// What a window function's call is in the operator that is being bound; see windowed().
    ScalarPointer window(const Node *call) const { return m_windows.value(call); }
    void setWindow(const Node *call, const ScalarPointer &value) { m_windows.insert(call, value); }
    ScalarPointer constantOn(const Node &node); ///< without any row

    void error(const char *code, const QString &message, Span span, const QString &hint = {});
    void warning(const char *code, const QString &message, Span span);
    /// Valid KQL that does not run here.
    void refuse(const QString &message, Span span);
    void unknownName(const QString &name, Span span);
    void unknownTable(const QString &name, Span span);

    const Schema &schema() const { return m_schema; }
    Ticks now() const { return m_options.now; }
    bool isForetold() const { return m_options.foretold; }
    /// The value of an option of the request ("set name = value;"), or null.
    ScalarPointer setting(const QString &name) const { return m_settings.value(name); }
    const RelationPointer &row() const { return m_row; }
    const std::shared_ptr<Scope> &scope() const { return m_scope; }
    Aggregation *aggregation() const { return m_aggregation; }
    const Binding *find(const QString &name) const;
    /// The query's own functions that are marked as views, in the order of the text.
    std::vector<std::pair<QString, Binding>> views() const;
    bool declare(const QString &name, Binding binding, Span span);
    /// For names that an operator gives to rows: a later one hides an earlier one.
    void redeclare(const QString &name, Binding binding);
    RelationPointer tableNamed(const QString &name);
    RelationPointer made(Relation relation);
    RelationPointer unknown() const;
    /// The rows of a relation as texts, for what depends on data; nothing where there is none to ask, or an error.
    std::optional<QList<QStringList>> ask(const RelationPointer &rows);
    /// What stands at an address, for externaldata; nothing if it may not be read.
    std::optional<QByteArray> external(const QString &address);
    const QStringList &externals() const { return m_externals; } ///< the addresses that were asked for
    const std::optional<Error> &failure() const { return m_failure; }
    bool spend(Span span); ///< false once the query has grown too large

    /// True while the body of one of the query's own functions is bound.
    bool isInCall() const { return m_callDepth > 0; }
    const QList<Diagnostic> &diagnostics() const { return m_diagnostics; }
    const QList<Diagnostic> &refusals() const { return m_refusals; }
    const QStringList &tables() const { return m_tables; }

    /// Binds inside of another row, scope or aggregation and comes back.
    class Inside;

    /// Counts the calls of the query's own functions that are being bound.
    class Call
    {
    public:
        explicit Call(Binder &binder)
            : m_binder(binder)
        {
            ++m_binder.m_callDepth;
        }
        ~Call() { --m_binder.m_callDepth; }
        Call(const Call &) = delete;
        Call &operator=(const Call &) = delete;
        int depth() const { return m_binder.m_callDepth; }

    private:
        Binder &m_binder;
    };

private:
    Binding bindKind(const Node &node);
    RelationPointer bindOperation(const Node &op, const RelationPointer &input);
    Binding statement(const Node &node);
    void let(const Node &node);
    void otherStatement(const Node &node);
    Binding name(const Node &node);
    const Binding *patternOf(const Node &node) const;
    static bool isElsewhere(const Node &node);
    RelationPointer tableElsewhere(const Node &node);
    bool hasErrors() const;
    RelationPointer absent(const QString &name, Span span);
    QString similar(const QString &name, const QStringList &candidates) const;

    const Schema &m_schema;
    const CompileOptions &m_options;
    std::optional<Error> m_failure;
    QHash<QString, RelationPointer> m_read;
    std::shared_ptr<Scope> m_scope;
    RelationPointer m_row;
    Aggregation *m_aggregation = nullptr;
    BindObserver *m_observer = nullptr;
    int m_spent = 0;
    int m_callDepth = 0;
    bool m_fuzzy = false;
    RelationPointer m_hidden;
    QHash<const Node *, ScalarPointer> m_windows;
    QHash<QString, ScalarPointer> m_settings;
    QList<Diagnostic> m_diagnostics;
    QList<Diagnostic> m_refusals;
    QStringList m_tables;
    QStringList m_externals;

    friend class Inside;
    friend void probeFunction(Binder &binder, const Binding &function);
};

class Binder::Inside
{
public:
    Inside(Binder &binder, RelationPointer row, Aggregation *aggregation = nullptr);
    ~Inside();
    Inside(const Inside &) = delete;
    Inside &operator=(const Inside &) = delete;

    void enter(std::shared_ptr<Scope> outer); ///< a new scope in `outer`
    /// The row that parameters may hold columns of, though its names are not seen.
    void hide(RelationPointer row) { m_binder.m_hidden = std::move(row); }

private:
    Binder &m_binder;
    RelationPointer m_row;
    Aggregation *m_aggregation;
    std::shared_ptr<Scope> m_scope;
    RelationPointer m_hidden;
};

} // namespace watchdesk::kql
