// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/bind/bound.h"

namespace watchdesk::kql {

/// Makers of bound expressions. They keep the promise that a string is never NULL.

ScalarPointer brokenScalar();
/// A function of something that is not known: broken, but of a type.
ScalarPointer brokenScalar(ColumnType type);
ScalarPointer columnScalar(const Relation &row, int column);
ScalarPointer literalScalar(const Literal &literal);
ScalarPointer textScalar(const QString &text);
ScalarPointer longScalar(qint64 number);
ScalarPointer nullScalar(ColumnType type); ///< "" for a string

/// A call of SQL. It is taken to be null if an argument may be; `mayBeNull` says that it may be null even so.
ScalarPointer callScalar(const QString &sql, std::vector<ScalarPointer> arguments, ColumnType type,
                         bool mayBeNull = false);
/// The same with its result declared never to be null.
ScalarPointer sureScalar(const QString &sql, std::vector<ScalarPointer> arguments, ColumnType type);
/// The member of a dynamic object under a key. The arguments of what isMemberScalar() are that object and that key.
ScalarPointer memberScalar(const ScalarPointer &object, const ScalarPointer &key);
bool isMemberScalar(const Scalar &scalar);
ScalarPointer named(const ScalarPointer &scalar, const QString &name);

/// The value as tostring() shows it.
ScalarPointer asText(const ScalarPointer &scalar);
/// The value as JSON text; `orNull` gives SQL's NULL for a null, else "null".
ScalarPointer asJson(const ScalarPointer &scalar, bool orNull = false);
ScalarPointer asReal(const ScalarPointer &scalar);
ScalarPointer asLong(const ScalarPointer &scalar);
/// Converts as toint(), todatetime() … do; broken if there is no such conversion.
ScalarPointer converted(const ScalarPointer &scalar, ColumnType type);
/// '[' || a || ',' || b || ']'
ScalarPointer jsonArray(const std::vector<ScalarPointer> &elements);

bool isNumber(ColumnType type);
bool isInteger(ColumnType type);

} // namespace watchdesk::kql
