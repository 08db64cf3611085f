// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/emit/columnuse.h"

#include <utility>

namespace watchdesk::kql {

ColumnUse::ColumnUse(const RelationPointer &last)
{
    arrange(*last);
    for (size_t i = 0; i < last->columns.size(); ++i) {
        if (!last->columns[i].hidden)
            read(*last, int(i));
    }
    readOrder(*last);
    for (auto relation = m_order.rbegin(); relation != m_order.rend(); ++relation)
        spread(**relation);
}

bool ColumnUse::isRead(const Relation &relation, size_t column) const
{
    const auto found = m_read.constFind(&relation);
    return found == m_read.constEnd() || column >= found->size() || (*found)[column];
}

bool ColumnUse::isCarried(const Relation &expand, size_t column) const
{
    const auto found = m_carried.constFind(&expand);
    return found == m_carried.constEnd() || column >= found->size() || (*found)[column];
}

bool ColumnUse::isPlain(const Relation &select) const
{
    for (size_t i = 0; i < select.scalars.size(); ++i) {
        const Scalar &scalar = *select.scalars[i];
        if (isRead(select, i) && (scalar.kind != Scalar::Kind::Column || scalar.column != int(i)))
            return false;
    }
    return true;
}

void ColumnUse::arrange(const Relation &relation)
{
    if (m_read.contains(&relation))
        return;
    m_read.insert(&relation, std::vector<bool>(relation.columns.size()));
    for (const auto &input : relation.inputs)
        arrange(*input);
    arrange(relation.scalars);
    for (const auto &map : relation.maps)
        arrange(map);
    m_order.push_back(&relation);
}

void ColumnUse::arrange(const std::vector<ScalarPointer> &scalars)
{
    for (const auto &scalar : scalars) {
        if (m_seen.contains(scalar.get()))
            continue;
        m_seen.insert(scalar.get());
        if (scalar->relation)
            arrange(*scalar->relation);
        arrange(scalar->arguments);
    }
}

/// From what is read of a step to what it reads of its inputs.
void ColumnUse::spread(const Relation &relation)
{
    m_seen.clear();
    const Relation *input = relation.inputs.empty() ? nullptr : relation.inputs[0].get();
    switch (relation.kind) {
    case Relation::Kind::Select:
        readOf(relation, relation.scalars, *input);
        return;
    case Relation::Kind::Filter:
        readSame(relation, *input);
        break;
    case Relation::Kind::Number:
        readSame(relation, *input);
        readOrder(*input);
        break;
    case Relation::Kind::Take:
        readSame(relation, *input);
        for (const SortKey &key : relation.order)
            read(*input, key.column);
        read(*input, relation.group);
        break;
    case Relation::Kind::Group: // keys are told by their places
        readAll(relation);
        break;
    case Relation::Kind::Join:
        spreadJoin(relation);
        return;
    case Relation::Kind::Union:
        for (size_t i = 0; i < relation.inputs.size(); ++i) {
            m_seen.clear();
            readOf(relation, relation.maps[i], *relation.inputs[i]);
        }
        return;
    case Relation::Kind::Expand:
        spreadExpand(relation, *input);
        break;
    case Relation::Kind::Distinct:
    case Relation::Kind::Sql:
        for (const auto &each : relation.inputs)
            readAll(*each);
        break;
    default:
        break;
    }
    for (const auto &scalar : relation.scalars)
        readBy(*scalar, input);
}

void ColumnUse::spreadJoin(const Relation &relation)
{
    const Relation &left = *relation.inputs[0];
    const Relation &right = *relation.inputs[1];
    for (const auto &[a, b] : relation.keys) {
        read(left, a);
        read(right, b);
    }
    read(left, left.group);
    for (size_t i = 0; i < relation.scalars.size(); ++i) {
        if (!isRead(relation, i))
            continue;
        readBySql(relation.scalars[i]->sql, left, u"l.");
        readBySql(relation.scalars[i]->sql, right, u"r.");
    }
}

void ColumnUse::spreadExpand(const Relation &relation, const Relation &input)
{
    const auto before = std::exchange(m_read[&input], std::vector<bool>(input.columns.size()));
    readOf(relation, relation.maps[0], input);
    m_carried.insert(&relation, m_read[&input]);
    for (size_t i = 0; i < before.size(); ++i) {
        if (before[i])
            read(input, int(i));
    }
    m_seen.clear(); // the arrays are read of the same rows, but for another end
}

void ColumnUse::read(const Relation &relation, int column)
{
    std::vector<bool> &columns = m_read[&relation];
    if (column >= 0 && size_t(column) < columns.size())
        columns[size_t(column)] = true;
}

void ColumnUse::readAll(const Relation &relation) { m_read[&relation].assign(relation.columns.size(), true); }

void ColumnUse::readOrder(const Relation &relation)
{
    for (const SortKey &key : relation.order)
        read(relation, key.column);
    read(relation, relation.group);
}

/// A step that gives its input's columns in their places.
void ColumnUse::readSame(const Relation &relation, const Relation &input)
{
    for (size_t i = 0; i < input.columns.size(); ++i) {
        if (isRead(relation, i))
            read(input, int(i));
    }
}

void ColumnUse::readOf(const Relation &relation, const std::vector<ScalarPointer> &scalars, const Relation &input)
{
    for (size_t i = 0; i < scalars.size(); ++i) {
        if (isRead(relation, i))
            readBy(*scalars[i], &input);
    }
}

void ColumnUse::readBy(const Scalar &scalar, const Relation *input)
{
    if (m_seen.contains(&scalar))
        return;
    m_seen.insert(&scalar);
    if (scalar.relation) {
        read(*scalar.relation, 0);
        readOrder(*scalar.relation);
    }
    if (scalar.kind == Scalar::Kind::Column && input)
        read(*input, scalar.column);
    if (input)
        readBySql(scalar.sql, *input);
    for (const auto &argument : scalar.arguments)
        readBy(*argument, input);
}

/// Columns by their names in SQL, c3 or l.c3, and the order that $order and $over stand for. What only looks like one
/// does no harm.
void ColumnUse::readBySql(const QString &sql, const Relation &input, QStringView prefix)
{
    const QStringView text(sql);
    if (text.contains(u"$o"))
        readOrder(input);
    for (qsizetype at = text.indexOf(u'c'); at >= 0; at = text.indexOf(u'c', at + 1)) {
        qsizetype end = at + 1;
        while (end < text.size() && text[end].isDigit())
            ++end;
        const bool isWhole = (at == 0 || !text[at - 1].isLetterOrNumber()) && end > at + 1;
        if (isWhole && text.first(at).endsWith(prefix))
            read(input, text.sliced(at + 1, end - at - 1).toInt());
    }
}

} // namespace watchdesk::kql
