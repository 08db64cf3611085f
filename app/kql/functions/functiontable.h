// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/columntype.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace watchdesk::kql {

/// A parameter of a signature, "name?!:kind": ? optional, * repeated; ! a constant, !! a literal, # a column is wanted.
struct ParameterInfo
{
    enum class Form { Any, Constant, Literal, Column };

    QString name;
    QStringList kinds; ///< type names, or "scalar", "number", "integer", "summable", "orderable", "common" …
    bool optional = false;
    bool repeated = false;
    Form form = Form::Any;
};

struct SignatureInfo
{
    QList<ParameterInfo> parameters;
    QString result; ///< a type, "=0" (as the first argument), "widest", "common", "promoted" or "?"

    int least() const;
    int most() const; ///< a large number where a parameter is repeated
    /// The parameter for argument `index` of `count`.
    const ParameterInfo *parameterFor(int index, int count) const;
};

/// One column of those that series_stats() and its kin give.
struct TuplePart
{
    QString name;
    ColumnType type = ColumnType::Dynamic;
};

/// One function as resources/kql/functions/*.json has it.
struct FunctionInfo
{
    QString name;
    QString doc;
    bool aggregate = false;
    QList<SignatureInfo> signatures;
    QString naming; ///< how a column of it is named: "first", "name+first", "prefix+first", "prefix" or ""
    QString prefix;
    std::vector<TuplePart> fields;    ///< of a function that gives several columns: the elements of its JSON array
    QHash<QString, QString> lowering; ///< by "type/count", "type", "/count" or "*"; empty: it does not run here

    bool isSupported() const { return !lowering.isEmpty(); }
    /// The SQL template for a first argument of `type` and `count` arguments, or empty.
    QString lower(std::optional<ColumnType> type, int count) const;
};

/// All functions and aggregates of the language; read once, then only read. Thread-safe.
class FunctionTable
{
public:
    static const FunctionTable &instance();

    const FunctionInfo *function(const QString &name) const;
    const FunctionInfo *aggregate(const QString &name) const;
    QStringList names() const; ///< sorted, for completion

private:
    FunctionTable();
    void read(const QString &path);

    QHash<QString, FunctionInfo> m_functions;
    QHash<QString, FunctionInfo> m_aggregates;
};

} // namespace watchdesk::kql
