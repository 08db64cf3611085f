// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/odata/value.h"

#include "app/base/result.h"
#include "app/base/tableschema.h"

#include <QList>
#include <QStringList>

#include <vector>

namespace watchdesk::lab {

/// What one node of a bound $filter does. Children are its operands, in order.
enum class Operation {
    Constant, ///< value
    Property, ///< column
    Element,  ///< a lambda's variable (scope counts lambdas from the outside), perhaps a member of it
    And,
    Or,
    Not,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In, ///< the first among the rest
    StartsWith,
    EndsWith,
    Contains,
    ToLower,
    ToUpper,
    Length,
    Any, ///< column, and a condition unless the list's being non-empty is all that is asked
    All,
};

/// A $filter bound to a table's columns. A value type; its depth is bounded by the parser, so recursion over it is
/// safe.
struct Expression
{
    Operation operation = Operation::Constant;
    Value value = {};
    int column = -1;
    int scope = -1;
    QString member = {};
    bool ignoreCase = false; ///< enumerations and GUIDs
    std::vector<Expression> children = {};
};

/// One property that a $filter may or may not name.
struct FilterProperty
{
    QString name;
    ColumnType type = ColumnType::String;
    int column = -1;
    bool isFilterable = false;
    bool ignoreCase = false;
};

} // namespace watchdesk::lab
