// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/hover.h"

#include "app/kql/services/facts.h"
#include "app/kql/services/insight.h"
#include "app/kql/services/language.h"
#include "app/kql/services/signature.h"
#include "app/kql/services/symbols.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

const int kMaxColumnsShown = 30;

QString columnList(const RelationPointer &rows)
{
    QStringList columns;
    for (const auto &column : rows->columns) {
        if (!column.hidden && columns.size() < kMaxColumnsShown)
            columns.append(column.name + QStringLiteral(": ") +
                           (column.known ? typeName(column.type) : QStringLiteral("?")));
    }
    if (rows->columns.size() > size_t(kMaxColumnsShown))
        columns.append(QStringLiteral("…"));
    return columns.join(QStringLiteral(", "));
}

Hover operatorHover(const Insight &insight, const Node &op)
{
    const LanguageWord *word = Language::instance().operatorNamed(op.text);
    Hover hover{op.nameSpan, word ? word->syntax : op.text, word ? word->doc : QString()};
    const Sight *sight = insight.sightOf(op);
    if (sight && sight->binding.relation && !sight->binding.relation->isUnknown())
        hover.text += u'\n' + tr("Gives: %1").arg(columnList(sight->binding.relation));
    return hover;
}

QString functionText(const FunctionInfo &info)
{
    QStringList lines;
    for (qsizetype i = 1; i < info.signatures.size() && i < 6; ++i)
        lines.append(signatureText(info.name, info.signatures[i]));
    if (!info.doc.isEmpty())
        lines.append(info.doc);
    for (const auto &difference : Language::instance().differences) {
        if (difference.name == info.name)
            lines.append(tr("Differs: %1").arg(difference.note));
    }
    if (!info.isSupported())
        lines.append(tr("Does not run on held data."));
    return lines.join(u'\n');
}

std::optional<Hover> functionHover(const Node &call, const Sight *sight)
{
    const auto &table = FunctionTable::instance();
    const FunctionInfo *aggregate = table.aggregate(call.text);
    const FunctionInfo *info = aggregate && sight && sight->aggregating ? aggregate : table.function(call.text);
    if (!info)
        info = aggregate;
    if (!info)
        return {};
    const QString title = info->signatures.isEmpty() ? QString(info->name + QStringLiteral("()"))
                                                     : signatureText(info->name, info->signatures[0]);
    return Hover{call.nameSpan, title, functionText(*info)};
}

std::optional<Hover> ownHover(const Insight &insight, const Symbol &symbol, Span span)
{
    if (symbol.function)
        return Hover{span, signatureText(symbol.name, *symbol.function), tr("A function of this query.")};
    const Sight *sight = symbol.value ? insight.sightOf(*symbol.value) : nullptr;
    if (sight && sight->binding.relation)
        return Hover{span, tr("%1: rows").arg(symbol.name), columnList(sight->binding.relation)};
    if (sight && sight->binding.scalar && !sight->binding.scalar->isBroken())
        return Hover{span, symbol.name + QStringLiteral(": ") + typeName(sight->binding.scalar->type),
                     tr("A value of this query.")};
    if (symbol.parameter)
        return Hover{span, parameterText(*symbol.parameter), tr("A parameter of this query's function.")};
    return Hover{span, symbol.name, tr("A name of this query.")};
}

Hover tableHover(const QString &table, const RelationPointer &rows, Span span, const HeldRows &held)
{
    Hover hover{span, tr("%1: table").arg(table), Facts::instance().tableDoc(table)};
    if (held.contains(table))
        hover.text +=
            (hover.text.isEmpty() ? QString() : QStringLiteral("\n")) + tr("%1 rows held").arg(held.value(table));
    hover.text += (hover.text.isEmpty() ? QString() : QStringLiteral("\n")) + columnList(rows);
    return hover;
}

Hover columnHover(const QString &name, const QString &type, const RelationPointer &row, Span span)
{
    const QString table = row && row->kind == Relation::Kind::Table ? row->name : QString();
    return {span, name + QStringLiteral(": ") + type, Facts::instance().columnDoc(name, table)};
}

std::optional<Hover> nameHover(const Insight &insight, const Node &name, const HeldRows &held)
{
    const Sight *sight = insight.sightOf(name);
    if (sight && sight->binding.relation && sight->binding.relation->kind == Relation::Kind::Table &&
        insight.schema().find(name.text))
        return tableHover(name.text, sight->binding.relation, name.span, held);
    if (sight && sight->binding.scalar && sight->row && sight->row->indexOf(name.text) >= 0)
        return columnHover(name.text, typeName(sight->binding.scalar->type), sight->row, name.span);
    const Node *op = insight.operatorAt(name.span.start);
    const Sight *stage = op ? insight.sightOf(*op) : nullptr;
    const int column = stage && stage->row ? stage->row->indexOf(name.text) : -1;
    if (column < 0)
        return {};
    return columnHover(name.text, typeName(stage->row->columns[size_t(column)].type), stage->row, name.span);
}

} // namespace

std::optional<Hover> hoverAt(const Insight &insight, int position, const HeldRows &held)
{
    const auto path = insight.pathAt(position);
    if (const auto symbol = Symbols(insight).at(position))
        return ownHover(insight, *symbol, symbol->spanAt(position));
    for (auto step = path.rbegin(); step != path.rend(); ++step) {
        const Node &node = **step;
        const bool onName = position >= node.nameSpan.start && position <= node.nameSpan.end;
        if (node.is(NodeKind::Name))
            return nameHover(insight, node, held);
        if (node.is(NodeKind::Call) && onName)
            return functionHover(node, insight.sightOf(node));
        if (node.is(NodeKind::Operator) && onName && node.text.size() == node.nameSpan.end - node.nameSpan.start)
            return operatorHover(insight, node);
        const bool compares = node.is(NodeKind::Binary) || node.is(NodeKind::In) || node.is(NodeKind::Between);
        const LanguageWord *word = compares && onName ? Language::instance().comparisonNamed(node.text) : nullptr;
        if (word)
            return Hover{node.nameSpan, word->name, word->doc};
    }
    return {};
}

} // namespace watchdesk::kql
