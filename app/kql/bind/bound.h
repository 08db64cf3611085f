// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/columntype.h"
#include "app/kql/functions/functiontable.h"
#include "app/kql/syntax/literal.h"

#include <QString>

#include <memory>
#include <vector>

namespace watchdesk::kql {

struct Scalar;
struct Relation;
struct Graph;
using ScalarPointer = std::shared_ptr<const Scalar>;
using RelationPointer = std::shared_ptr<const Relation>;

/// A bound expression: typed, and with nothing of the text left but values. Shared, as a let name may be used often.
struct Scalar
{
    enum class Kind {
        Column,   ///< `column` of the input row
        Literal,  ///< `value`
        Call,     ///< `sql` with $0, $1 … for `arguments`
        First,    ///< the first value of `relation`, or null
        Contains, ///< `sql` with $0 for the argument and $r for a SELECT of `relation`'s first column
        Broken,   ///< an error was reported; no more are due
    };

    Kind kind = Kind::Broken;
    ColumnType type = ColumnType::String;
    bool nullable = true;  ///< false where SQL's NULL cannot come; a string never is
    bool constant = false; ///< no column and no relation in it
    int column = -1;
    Value value = {};
    QString sql = {};
    std::vector<ScalarPointer> arguments = {};
    RelationPointer relation = {};
    std::vector<TuplePart> parts = {}; ///< of a function that gives several columns: the elements of a JSON array
    QString name = {};                 ///< what a column of it is called where nobody says; empty: Column1
    bool typed = false;                ///< of Broken: what it would be is not known, but `type` is

    bool isBroken() const { return kind == Kind::Broken; }
    bool hasType() const { return !isBroken() || typed; }
    bool isLiteral() const { return kind == Kind::Literal; }
};

/// A column of a bound relation. Its place in the row is its name in SQL ("c3").
struct BoundColumn
{
    QString name;
    ColumnType type = ColumnType::String;
    bool known = true;   ///< false after an error: the type is not to be relied on
    bool hidden = false; ///< carries a sort key to where the rows are ordered
    QString owner = {};  ///< the step of a scan whose state it is, reached as owner.name; hidden
};

struct SortKey
{
    int column = 0;
    bool descending = true;
    bool nullsFirst = false;
};

/// A bound tabular expression; each is one CTE of the SQL.
struct Relation
{
    enum class Kind {
        Table,    ///< `name`, all `columns`
        Rows,     ///< `scalars` row by row
        Select,   ///< `scalars` over the input, one a column
        Filter,   ///< scalars[0]
        Take,     ///< scalars[0] rows, by `order`
        Distinct, ///< of the input
        Group,    ///< `keyCount` keys, then aggregates, in `scalars`
        Join,     ///< `name` is SQL's kind; `keys` of inputs 0 and 1; scalars pick columns of both: see `sides`
        Union,    ///< of all inputs; `maps` gives each one's scalars
        Expand,   ///< scalars are JSON; the result is the input's columns, an element of each and, with a key, an index
        Series,   ///< from, to, step in `scalars`
        Number,   ///< the input's columns and a hidden one with each row's number in its order
        Sql,      ///< `name` is a SELECT with #0 for an input, $0 for a scalar, $over for "in order, by groups"
        Unknown,  ///< an error was reported; every name is taken to exist
    };

    Kind kind = Kind::Unknown;
    mutable std::vector<BoundColumn> columns = {}; ///< open rows learn of more from the names that are used: infer()
    std::vector<SortKey> order = {};
    std::vector<RelationPointer> inputs = {};
    std::vector<ScalarPointer> scalars = {};
    std::vector<std::vector<ScalarPointer>> maps = {};
    std::vector<std::pair<int, int>> keys = {};
    std::shared_ptr<const Graph> graph = {};  ///< these rows stand for a graph (bind/graph.h) and are no table
    std::vector<RelationPointer> tables = {}; ///< of fork and facet, which give several; these rows are none of them
    QString name = {};
    QString alias = {}; ///< what `as` calls these rows where tables are told apart
    qint64 count = 0;
    int keyCount = 0;
    int depth = 1;
    int group = -1;     ///< a hidden column; each operator works within the rows of one value (mv-apply, partition)
    bool heavy = false; ///< worth keeping when it is used twice
    /// There may be more columns than are known, so any name is taken to exist. With Unknown: a table that a fuzzy
    /// union may do without.
    bool open = false;

    bool isUnknown() const { return kind == Kind::Unknown; }
    bool isAbsent() const { return kind == Kind::Unknown && open; }
    /// Adds a column of unknown type to open rows.
    void infer(const QString &unknown) const
    {
        if (indexOf(unknown) < 0)
            columns.push_back({unknown, ColumnType::Dynamic, false});
    }
    /// The column of a step's state; -1 if there is none, -2 if there is no such step.
    int stateOf(const QString &step, const QString &column) const
    {
        int found = -2;
        for (size_t i = 0; i < columns.size() && found < 0; ++i) {
            if (columns[i].owner == step)
                found = columns[i].name == column ? int(i) : -1;
        }
        return found;
    }
    int indexOf(const QString &column) const
    {
        for (size_t i = 0; i < columns.size(); ++i) {
            if (!columns[i].hidden && columns[i].name == column)
                return int(i);
        }
        return -1;
    }
};

} // namespace watchdesk::kql
