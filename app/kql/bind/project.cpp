// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// project, extend, print and the operators that only pick, rename or order columns.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"

#include "app/base/jsontext.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace watchdesk::kql {

namespace {

BoundColumn columnOf(const QString &name, const ScalarPointer &scalar)
{
    return {name, scalar->type, scalar->hasType()};
}

RelationPointer picked(Binder &binder, const RelationPointer &input, const std::vector<int> &chosen)
{
    std::vector<BoundColumn> columns;
    std::vector<ScalarPointer> scalars;
    for (const int index : chosen) {
        columns.push_back(input->columns[size_t(index)]);
        scalars.push_back(columnScalar(*input, index));
    }
    return selected(binder, input, std::move(columns), std::move(scalars));
}

/// The columns that a name or pattern means; reports one that means none.
std::vector<int> matching(Binder &binder, const Node &node, const Relation &input)
{
    std::vector<int> found;
    const bool pattern = node.is(NodeKind::Wildcard);
    for (size_t i = 0; i < input.columns.size(); ++i) {
        const auto &column = input.columns[i];
        if (!column.hidden && (pattern ? wildcardMatches(node.text, column.name) : node.text == column.name))
            found.push_back(int(i));
    }
    if (found.empty() && input.open && node.is(NodeKind::Name)) {
        binder.infer(input, node.text, node.span);
        return {input.indexOf(node.text)};
    }
    if (found.empty() && !input.isUnknown() && !input.open && !node.is(NodeKind::Missing)) {
        Binder::Inside inside(binder, std::make_shared<const Relation>(input));
        binder.unknownName(node.text, node.span);
    }
    return found;
}

std::vector<int> matchingAll(Binder &binder, const Node &node, const Relation &input)
{
    std::vector<int> all;
    for (const auto &child : node.children) {
        const auto found = matching(binder, *child, input);
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

/// Digits in a row count as a number: x2 before x10.
bool grannyLess(const QString &a, const QString &b)
{
    const auto digitsAt = [](const QString &text, qsizetype at) {
        qsizetype end = at;
        while (end < text.size() && text[end] >= u'0' && text[end] <= u'9')
            ++end;
        return text.mid(at, end - at);
    };
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        const QString first = digitsAt(a, i);
        const QString second = digitsAt(b, j);
        const qulonglong x = first.toULongLong();
        const qulonglong y = second.toULongLong();
        const bool areNumbers = !first.isEmpty() && !second.isEmpty();
        if (areNumbers && x != y)
            return x < y;
        if (!areNumbers && a[i] != b[j])
            return a[i] < b[j];
        i += areNumbers ? first.size() : 1;
        j += areNumbers ? second.size() : 1;
    }
    return i == a.size() && j < b.size();
}

bool contains(const std::vector<int> &list, int value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

} // namespace

RelationPointer bindProject(Binder &binder, const Node &node, const RelationPointer &input)
{
    ColumnNames names(binder);
    std::vector<BoundColumn> columns;
    std::vector<ScalarPointer> scalars;
    for (const auto &column : newColumns(binder, node.children, input)) {
        const bool bare = column.names.isEmpty() && column.scalar->kind == Scalar::Kind::Column;
        const QString written = bare ? column.scalar->name : column.names.value(0);
        columns.push_back(columnOf(names.take(written, column.scalar->name, column.span), column.scalar));
        scalars.push_back(column.scalar);
    }
    return closed(selected(binder, input, std::move(columns), std::move(scalars)));
}

/// A name that exists is replaced where it stands; every value sees the old columns.
RelationPointer bindExtend(Binder &binder, const Node &node, const RelationPointer &input)
{
    ColumnNames names(binder);
    std::vector<BoundColumn> columns;
    std::vector<ScalarPointer> scalars;
    const auto added = newColumns(binder, node.children, input);
    takeVisible(*input, columns, scalars);
    for (const auto &column : added) {
        const QString name = names.take(column.names.value(0), column.scalar->name, column.span);
        const auto same =
            std::find_if(columns.begin(), columns.end(), [&name](const auto &c) { return c.name == name; });
        const auto index = same - columns.begin();
        if (same == columns.end()) {
            columns.push_back(columnOf(name, column.scalar));
            scalars.push_back(column.scalar);
        } else {
            columns[size_t(index)] = columnOf(name, column.scalar);
            scalars[size_t(index)] = column.scalar;
        }
    }
    return selected(binder, input, std::move(columns), std::move(scalars));
}

RelationPointer bindProjectAway(Binder &binder, const Node &node, const RelationPointer &input)
{
    const auto away = matchingAll(binder, node, *input);
    std::vector<int> kept;
    for (const int index : visibleColumns(*input)) {
        if (!contains(away, index))
            kept.push_back(index);
    }
    return picked(binder, input, kept);
}

RelationPointer bindProjectKeep(Binder &binder, const Node &node, const RelationPointer &input)
{
    const auto keep = matchingAll(binder, node, *input);
    std::vector<int> kept;
    for (const int index : visibleColumns(*input)) {
        if (contains(keep, index))
            kept.push_back(index);
    }
    return picked(binder, input, kept);
}

RelationPointer bindProjectRename(Binder &binder, const Node &node, const RelationPointer &input)
{
    std::vector<BoundColumn> columns;
    std::vector<ScalarPointer> scalars;
    takeVisible(*input, columns, scalars);
    for (const auto &child : node.children) {
        if (!child->is(NodeKind::Named) || !child->child(0).is(NodeKind::Name)) {
            binder.error("KS110", QCoreApplication::translate("kql", "Column rename assignment expected."),
                         child->span);
            continue;
        }
        const auto found = matching(binder, child->child(0), *input);
        for (size_t i = 0; i < columns.size() && !found.empty(); ++i) {
            if (columns[i].name == input->columns[size_t(found[0])].name && scalars[i]->name == columns[i].name)
                columns[i].name = child->text;
        }
    }
    return selected(binder, input, std::move(columns), std::move(scalars));
}

/// What is listed comes first; a pattern may ask for an order of its matches.
RelationPointer bindProjectReorder(Binder &binder, const Node &node, const RelationPointer &input)
{
    std::vector<int> order;
    std::vector<int> named; // that * stands for a column does not hinder its name to follow
    for (const auto &child : node.children) {
        auto found = matching(binder, child->child(0), *input);
        const auto name = [&input](int index) { return input->columns[size_t(index)].name; };
        const bool isGranny = child->text.startsWith(u"granny");
        const bool descends = child->text.endsWith(u"desc");
        const auto less = [isGranny](const QString &a, const QString &b) {
            return isGranny ? grannyLess(a, b) : a < b;
        };
        if (!child->text.isEmpty())
            std::sort(found.begin(), found.end(),
                      [&](int a, int b) { return descends ? less(name(b), name(a)) : less(name(a), name(b)); });
        const bool again = child->child(0).is(NodeKind::Name) && !found.empty() && contains(named, found.front());
        if (again)
            binder.error("KS171",
                         QCoreApplication::translate("kql", "A column with the name '%1' is already declared.")
                             .arg(child->child(0).text),
                         child->child(0).span);
        if (child->child(0).text != u"*")
            named.insert(named.end(), found.begin(), found.end());
        for (const int index : found) {
            if (!contains(order, index))
                order.push_back(index);
        }
    }
    for (const int index : visibleColumns(*input)) {
        if (!contains(order, index))
            order.push_back(index);
    }
    return picked(binder, input, order);
}

namespace {

/// The names in texts and arrays of texts that are known when the query is compiled.
QStringList namesFrom(Binder &binder, const Node &node)
{
    const ScalarPointer value = binder.constantOn(node);
    const auto *text = std::get_if<QString>(&value->value);
    if (value->isBroken())
        return {};
    if (!value->isLiteral() || !text) {
        binder.refuse(QCoreApplication::translate("kql", "The names of columns must be plain texts."), node.span);
        return {};
    }
    if (value->type != ColumnType::Dynamic)
        return {*text};
    QStringList names;
    for (const QJsonValue &name : jsonFromText(text->toStdString()).toArray())
        names.append(name.toString());
    return names;
}

} // namespace

/// Names that no column has are passed over.
RelationPointer bindProjectByNames(Binder &binder, const Node &node, const RelationPointer &input)
{
    std::vector<int> chosen;
    for (const auto &child : node.children) {
        for (const QString &name : namesFrom(binder, *child)) {
            for (const int index : visibleColumns(*input)) {
                if (wildcardMatches(name, input->columns[size_t(index)].name) && !contains(chosen, index))
                    chosen.push_back(index);
            }
        }
    }
    return picked(binder, input, chosen);
}

/// The service fails while it runs where the columns are other ones.
RelationPointer bindAssertSchema(Binder &binder, const Node &node, const RelationPointer &input)
{
    const auto wanted = columnsOf(binder, node.part(u"schema"));
    const auto own = visibleColumns(*input);
    bool same = own.size() == wanted.size();
    for (size_t i = 0; i < own.size() && same; ++i) {
        const BoundColumn &column = input->columns[size_t(own[i])];
        same = column.name == wanted[i].name && column.type == wanted[i].type;
    }
    if (!same && !input->isUnknown())
        binder.refuse(QCoreApplication::translate("kql", "The columns are not those that assert-schema names."),
                      node.nameSpan);
    return input;
}

RelationPointer bindPrint(Binder &binder, const Node &node, const RelationPointer &)
{
    Relation row;
    row.kind = Relation::Kind::Rows;
    ColumnNames names(binder);
    for (size_t i = 0; i < node.children.size(); ++i) {
        const Node &child = node.child(i);
        const bool hasName = child.is(NodeKind::Named);
        const QStringList written = writtenNames(child);
        const ScalarPointer value = binder.valueOn(hasName ? child.child(0) : child, nullptr);
        const QString derived = QStringLiteral("print_") + QString::number(i);
        checkNames(binder, child, *value);
        // One name takes the first column of a tuple alone.
        const bool isTuple = !value->parts.empty();
        const auto parts = isTuple ? tupleParts(value) : std::vector<ScalarPointer>{value};
        for (size_t part = 0; part < (written.size() == 1 ? 1 : parts.size()); ++part) {
            const QString name =
                names.take(written.value(qsizetype(part)), isTuple ? parts[part]->name : derived, child.nameSpan);
            row.columns.push_back(columnOf(name, parts[part]));
            row.scalars.push_back(parts[part]);
        }
    }
    return binder.made(std::move(row));
}

RelationPointer bindDistinct(Binder &binder, const Node &node, const RelationPointer &input)
{
    const bool all = node.children.size() == 1 && node.child(0).is(NodeKind::Star);
    RelationPointer columns = all ? picked(binder, input, visibleColumns(*input)) : bindProject(binder, node, input);
    for (const auto &column : columns->columns) {
        if (column.known && !column.hidden && column.type == ColumnType::Dynamic)
            binder.error("KS116",
                         QCoreApplication::translate("kql", "The value of type '%1' is not allowed in this context.")
                             .arg(u"dynamic"),
                         node.children.empty() ? node.span : node.child(0).span);
    }
    Relation distinct;
    distinct.kind = Relation::Kind::Distinct;
    distinct.inputs = {plainRows(binder, columns)};
    distinct.columns = distinct.inputs[0]->columns;
    distinct.group = distinct.inputs[0]->group;
    distinct.open = all && input->open;
    distinct.heavy = true;
    return binder.made(std::move(distinct));
}

} // namespace watchdesk::kql
