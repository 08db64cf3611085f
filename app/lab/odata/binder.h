// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/odata/expression.h"

namespace watchdesk::lab {

/// Gives a $filter's nodes their types, and refuses what does not fit: unknown properties, properties that the API
/// does not filter by, operands of different kinds. Used by the parser, node by node; constant.
class FilterBinder
{
public:
    FilterBinder(const QList<FilterProperty> &properties, QString typeName);

    Result<Expression> property(const QString &name) const;
    Result<Expression> list(const Expression &property, bool isAll) const;
    Result<Expression> comparison(Expression expression) const;
    Result<Expression> function(const QString &name, Expression expression) const;
    Result<Expression> logical(Expression expression) const;
    Result<Expression> condition(Expression expression) const; ///< refuses what is no truth value

private:
    const FilterProperty *propertyOf(const Expression &expression) const;
    QString kindOf(const Expression &expression) const; ///< Edm name; "" = not known before a row is seen
    Result<void> fit(const Expression &left, Expression &right, Operation operation) const;

    const QList<FilterProperty> &m_properties;
    QString m_typeName;
};

} // namespace watchdesk::lab
