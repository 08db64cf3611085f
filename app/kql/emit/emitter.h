// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/bind/bound.h"
#include "app/kql/emit/columnuse.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace watchdesk::kql {

/// Writes a bound relation as one SELECT: WITH a CTE a step, then the visible columns in their order.
class Emitter
{
public:
    /// Empty if the SQL would grow beyond any sense (see tooLarge()).
    QString select(const RelationPointer &relation);
    bool tooLarge() const { return m_tooLarge; }
    /// A part had no translation although the binder found nothing wrong: the SQL is not to be run.
    bool hasGap() const { return m_hasGap; }

private:
    QString cte(const RelationPointer &relation);
    QString add(const RelationPointer &relation, const QString &text);
    void count(const RelationPointer &relation);
    void countScalars(const std::vector<ScalarPointer> &scalars);
    QString body(const Relation &relation);
    QString scalar(const Scalar &scalar, const Relation *input = nullptr);
    QString call(const Scalar &scalar, const Relation *input);
    QString table(const Relation &relation) const;
    /// Those of the scalars that are read where they are the columns of `relation`.
    QString selectList(const Relation &relation, const std::vector<ScalarPointer> &scalars,
                       const Relation *input = nullptr);
    QStringList carriedColumns(const Relation &expand) const;
    bool isKept(const Relation &relation) const;
    QString scan(const Relation &relation);
    QString filter(const Relation &relation);
    QString take(const Relation &relation);
    QString ownSql(const Relation &relation);
    QString rows(const Relation &relation);
    QString group(const Relation &relation);
    QString join(const Relation &relation);
    QString unionAll(const Relation &relation);
    QString expand(const Relation &relation);
    static QString orderBy(const Relation &relation);
    static QString over(const Relation &input);

    std::optional<ColumnUse> m_use;
    QHash<const Relation *, QString> m_names;
    QHash<const Relation *, int> m_uses;
    QStringList m_ctes;
    qsizetype m_written = 0;
    bool m_tooLarge = false;
    bool m_hasGap = false;
};

} // namespace watchdesk::kql
