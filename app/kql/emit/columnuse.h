// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/bind/bound.h"

#include <QHash>
#include <QSet>

namespace watchdesk::kql {

/// Which columns of each step are read by a later one. The emitter leaves out the others: a hunting table has some
/// seventy, and to carry them through each step of a query costs the engine more than many a query. Where an operator
/// writes SQL of its own, all columns of its input are taken to be read.
class ColumnUse
{
public:
    /// Of the last step, what is shown and what orders it is read.
    explicit ColumnUse(const RelationPointer &last);

    bool isRead(const Relation &relation, size_t column) const;
    /// A column of the input that is read of the rows an expansion makes, and not only to make them: what is carried
    /// along is copied for each element, by an engine that does not look whether anybody wants it.
    bool isCarried(const Relation &expand, size_t column) const;
    /// Gives the columns of its input as they are, as far as they are read.
    bool isPlain(const Relation &select) const;

private:
    void arrange(const Relation &relation);
    void arrange(const std::vector<ScalarPointer> &scalars);
    void spread(const Relation &relation);
    void spreadJoin(const Relation &relation);
    void spreadExpand(const Relation &relation, const Relation &input);
    void read(const Relation &relation, int column);
    void readAll(const Relation &relation);
    void readOrder(const Relation &relation);
    void readSame(const Relation &relation, const Relation &input);
    void readOf(const Relation &relation, const std::vector<ScalarPointer> &scalars, const Relation &input);
    void readBy(const Scalar &scalar, const Relation *input);
    void readBySql(const QString &sql, const Relation &input, QStringView prefix = {});

    QHash<const Relation *, std::vector<bool>> m_read;
    QHash<const Relation *, std::vector<bool>> m_carried;
    std::vector<const Relation *> m_order; ///< inputs before what reads them
    QSet<const Scalar *> m_seen;           ///< let names are shared by many
};

} // namespace watchdesk::kql
