// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/completion.h"

#include "app/kql/lexer.h"
#include "app/kql/services/cursorplace.h"
#include "app/kql/services/edit.h"
#include "app/kql/services/facts.h"
#include "app/kql/services/insight.h"
#include "app/kql/services/language.h"
#include "app/kql/services/signature.h"
#include "app/kql/syntax/renderwords.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace watchdesk::kql {

namespace {

using Kind = CompletionItem::Kind;
using Wants = CursorPlace::Wants;

const qsizetype kMaxItems = 1000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::kql)
};

/// Stands in the text where the cursor is, so that the binder comes by.
const QString &marker()
{
    static const QString name = QStringLiteral("__cursor__");
    return name;
}

/// Where the stage's columns and the names in reach come from.
struct Reach
{
    RelationPointer row;
    RelationPointer right; ///< of a join
    std::shared_ptr<Scope> scope;
    bool aggregating = false;
};

RelationPointer known(const RelationPointer &rows) { return rows && !rows->columns.empty() ? rows : nullptr; }

/// Where the parser gave up before the cursor: what the last operator above it gave.
Reach reachAbove(const Insight &insight)
{
    Reach reach;
    forEachNode(insight.tree(), [&](const Node &node) {
        const Sight *sight = node.is(NodeKind::Operator) ? insight.sightOf(node) : nullptr;
        if (!sight)
            return;
        reach.scope = sight->scope;
        reach.row = known(sight->binding.relation) ? sight->binding.relation
                    : known(sight->row)            ? sight->row
                                                   : reach.row;
    });
    return reach;
}

/// The columns before the cursor's operator; those of the last known stage where an operator's own cannot be told.
RelationPointer rowsBefore(const Insight &insight, const Node &pipe, int position)
{
    RelationPointer rows;
    for (const auto &child : pipe.children) {
        if (child->span.end >= position)
            break;
        const Sight *sight = insight.sightOf(*child);
        if (sight && known(sight->binding.relation))
            rows = sight->binding.relation;
    }
    return rows;
}

Reach reachAt(const Insight &insight, int position)
{
    Reach reach;
    const auto path = insight.pathAt(position);
    if (path.empty() || !insight.sightOf(*path.back()))
        reach = reachAbove(insight);
    for (const Node *node : path) {
        if (node->is(NodeKind::Pipe)) {
            const RelationPointer rows = rowsBefore(insight, *node, position);
            reach.row = rows ? rows : reach.row;
        }
        const Sight *sight = insight.sightOf(*node);
        if (!sight)
            continue;
        reach.scope = sight->scope;
        reach.aggregating = sight->aggregating;
        if (known(sight->row))
            reach.row = sight->row;
        if (!node->is(NodeKind::Operator) || node->children.empty() ||
            (node->text != u"join" && node->text != u"lookup"))
            continue;
        const Sight *right = insight.sightOf(node->child(0));
        reach.right = right ? right->binding.relation : nullptr;
    }
    return reach;
}

/// How well `label` answers what was typed: the less the better, -1 not at all.
int matchRank(const QString &label, const QString &typed)
{
    if (typed.isEmpty() || label.startsWith(typed))
        return 0;
    if (label.startsWith(typed, Qt::CaseInsensitive))
        return 1;
    if (label.contains(typed, Qt::CaseInsensitive))
        return 2;
    qsizetype at = 0; // letters in order: "ipfn" for InitiatingProcessFileName
    for (const QChar c : label) {
        if (at < typed.size() && c.toLower() == typed[at].toLower())
            ++at;
    }
    return at == typed.size() && typed.size() > 1 && label[0].toLower() == typed[0].toLower() ? 3 : -1;
}

class Completer
{
public:
    Completer(const QString &text, int offset, const Schema &schema, const HeldRows &held)
        : m_text(text)
        , m_offset(offset)
        , m_held(held)
        , m_place(cursorPlace(text, lex(text), offset))
        , m_insight(text.left(m_place.wants == Wants::Text ? qMax(0, m_place.start - 1) : m_place.start) + marker(),
                    schema)
        , m_reach(reachAt(m_insight, int(m_insight.text().size()) - 1))
    {
    }

    Completion run()
    {
        collect();
        struct Ranked
        {
            int rank;
            int group;
            CompletionItem item;
        };
        QList<Ranked> ranked;
        QSet<QString> seen;
        for (const auto &[group, item] : std::as_const(m_items)) {
            const int rank = matchRank(item.label, m_place.typed);
            const QString key = item.label + u'\n' + QString::number(int(item.kind));
            if (rank < 0 || seen.contains(key))
                continue;
            seen.insert(key);
            ranked.append({rank, group, item});
        }
        std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) {
            const int names = a.item.label.compare(b.item.label, Qt::CaseInsensitive);
            return std::tie(a.rank, a.group) < std::tie(b.rank, b.group) ||
                   (a.rank == b.rank && a.group == b.group && names < 0);
        });
        Completion completion{{m_place.start, m_offset}, {}};
        for (qsizetype i = 0; i < qMin(kMaxItems, ranked.size()); ++i)
            completion.items.append(ranked[i].item);
        return completion;
    }

private:
    void add(int group, const QString &label, Kind kind, const QString &detail, const QString &insert)
    {
        m_items.append({group, {label, kind, detail, insert}});
    }

    void addWords(int group, const QStringList &words, Kind kind, const QString &after = QStringLiteral(" "))
    {
        for (const auto &word : words)
            add(group, word, kind, {}, word + after);
    }

    void collect()
    {
        switch (m_place.wants) {
        case Wants::Nothing:
            return;
        case Wants::Statement:
            for (const auto &word : Language::instance().statements)
                add(2, word.name, Kind::Keyword, word.doc, word.name + u' ');
            [[fallthrough]];
        case Wants::Source:
            return addSources();
        case Wants::Operator:
            return addOperators(false);
        case Wants::Operand:
            return addOperands();
        case Wants::Rest:
            return addRest();
        case Wants::Column:
            return addColumns(m_reach.row, 0);
        case Wants::OptionValue:
            return addWords(0, Language::instance().optionValues(m_place.op, m_place.option), Kind::Option);
        case Wants::Render:
            return addWords(0, Language::instance().renders, Kind::Option, {});
        case Wants::Property:
            return addProperties();
        case Wants::PropertyValue:
            return addPropertyValues();
        case Wants::Plugin:
            return addWords(0, Language::instance().plugins, Kind::Function, QStringLiteral("("));
        case Wants::Type:
            return addWords(0, Language::instance().types, Kind::Type, {});
        case Wants::Side:
            return addColumns(m_place.side == u"$left" ? m_reach.row : m_reach.right, 0);
        case Wants::Key:
            return addKeys();
        case Wants::Text:
            return addValues(0);
        }
    }

    void addSources()
    {
        addVariables(0, true);
        for (const auto &table : m_insight.schema().tables)
            addTable(table);
        addOperators(true);
        addOptions();
        if (m_place.wants == Wants::Source) {
            addVariables(1, false);
            addFunctions();
        } else {
            addFunction(QStringLiteral("materialize"), 4);
        }
    }

    void addTable(const TableSchema &table)
    {
        const qint64 rows = m_held.value(table.name, 0);
        const QString doc = Facts::instance().tableDoc(table.name);
        QString detail = rows > 0           ? Words::tr("%1 rows").arg(rows)
                         : m_held.isEmpty() ? Words::tr("table")
                                            : Words::tr("no rows held");
        if (!doc.isEmpty())
            detail += QStringLiteral(" · ") + doc;
        add(rows > 0 || m_held.isEmpty() ? 1 : 3, table.name, Kind::Table, detail, written(table.name));
    }

    void addOperators(bool sources)
    {
        for (const auto &op : Language::instance().operators) {
            const bool never =
                op.name == u"datatable" || op.name == u"externaldata" || op.name == u"print" || op.name == u"range";
            if (sources ? op.source : !never)
                add(sources ? 2 : 0, op.name, Kind::Operator, op.doc, op.name + u' ');
        }
    }

    void addOptions()
    {
        for (const auto &option : Language::instance().options) {
            if (option.operators.contains(m_place.op) && m_place.clause.isEmpty())
                add(2, option.name, Kind::Option, option.values.join(u' '), option.name + u'=');
        }
    }

    void addColumns(const RelationPointer &row, int group)
    {
        if (!row)
            return;
        const QString table = row->kind == Relation::Kind::Table ? row->name : QString();
        for (const auto &column : row->columns) {
            if (column.hidden || column.name.isEmpty() || column.name == marker())
                continue;
            QString detail = column.known ? typeName(column.type) : QStringLiteral("?");
            const QString doc = Facts::instance().columnDoc(column.name, table);
            if (!doc.isEmpty())
                detail += QStringLiteral(" · ") + doc;
            add(group, column.name, Kind::Column, detail, written(column.name));
        }
    }

    static bool takesColumns(const QString &property)
    {
        return property == u"ycolumns" || property == u"series" || property == u"anomalycolumns";
    }

    /// The properties of render that are not given yet; after a list of columns one more of these.
    void addProperties()
    {
        if (takesColumns(m_place.option))
            addColumns(m_reach.row, 0);
        for (const QString &name : renderPropertyNames()) {
            if (!m_place.given.contains(name))
                add(1, name, Kind::Option, renderWords(name).join(u' '), name + u'=');
        }
    }

    void addPropertyValues()
    {
        const QString &property = m_place.option;
        if (const QStringList words = renderWords(property); !words.isEmpty())
            addWords(0, words, Kind::Option, {});
        else if (property == u"accumulate")
            addWords(0, {QStringLiteral("true"), QStringLiteral("false")}, Kind::Keyword, {});
        else if (property == u"xcolumn" || takesColumns(property))
            addColumns(m_reach.row, 0);
        else if (property == u"title" || property == u"xtitle" || property == u"ytitle")
            addVariables(0, false);
    }

    void addKeys()
    {
        if (m_reach.row && m_reach.right) {
            for (const auto &column : m_reach.row->columns) {
                if (!column.hidden && m_reach.right->indexOf(column.name) >= 0)
                    add(0, column.name, Kind::Column, typeName(column.type), written(column.name));
            }
        } else {
            addColumns(m_reach.row, 0);
        }
        addWords(1, {QStringLiteral("$left."), QStringLiteral("$right.")}, Kind::Keyword, {});
    }

    void addVariables(int group, bool tabular)
    {
        for (const Scope *scope = m_reach.scope.get(); scope; scope = scope->outer.get()) {
            for (auto name = scope->names.begin(); name != scope->names.end(); ++name) {
                if (name.key() == m_place.declared)
                    continue;
                if (name->function)
                    add(group, name.key(), Kind::Function, signatureText(name.key(), *name->function),
                        written(name.key()) + u'(');
                else if (name->relation ? tabular : !tabular && name->scalar)
                    add(group, name.key(), Kind::Variable, meaningOf(*name), written(name.key()));
            }
        }
    }

    static QString meaningOf(const Binding &binding)
    {
        if (binding.relation)
            return Words::tr("%1 columns").arg(binding.relation->columns.size());
        return binding.scalar->isBroken() ? QStringLiteral("?") : typeName(binding.scalar->type);
    }

    void addFunction(const QString &name, int group)
    {
        const auto &table = FunctionTable::instance();
        const FunctionInfo *info = table.function(name);
        const bool aggregate = !info || (aggregates() && table.aggregate(name));
        if (aggregate)
            info = table.aggregate(name);
        if (!info)
            return;
        const QString signature = info->signatures.isEmpty() ? QString(name + QStringLiteral("()"))
                                                             : signatureText(name, info->signatures[0]);
        const bool called = m_offset < m_text.size() && m_text[m_offset] == u'(';
        const bool bare = info->signatures.isEmpty() || info->signatures[0].most() == 0;
        add(group, name, aggregate ? Kind::Aggregate : Kind::Function, signature,
            called ? name : QString(name + (bare ? QStringLiteral("()") : QStringLiteral("("))));
    }

    /// Aggregates may stand here: in summarize or make-series, before "by".
    bool aggregates() const
    {
        return (m_place.op == u"summarize" || m_place.op == u"make-series" || m_place.op == u"top-nested") &&
               m_place.clause.isEmpty();
    }

    void addFunctions()
    {
        const auto &table = FunctionTable::instance();
        for (const auto &name : table.names()) {
            const bool aggregate = table.aggregate(name) != nullptr;
            if (aggregate ? aggregates() || table.function(name) : true)
                addFunction(name, aggregate ? 2 : 3);
        }
    }

    /// Functions that take the rows.
    void addInvocables()
    {
        addWords(0, Language::instance().invocables, Kind::Function, QStringLiteral("("));
        addVariables(0, false);
    }

    void addOperands()
    {
        addValues(0);
        addUnits();
        if (m_place.op == u"take" || m_place.op == u"limit" || m_place.op == u"sample")
            return addVariables(1, false);
        if (m_place.op == u"invoke")
            return addInvocables();
        addColumns(m_reach.row, 1);
        addVariables(1, false);
        if (!m_place.compared.isEmpty())
            addVariables(2, true); // in (Names)
        if (m_place.first)
            addOptions();
        if (m_place.op == u"sort" || m_place.op == u"order" || m_place.op == u"top" || m_place.op == u"summarize" ||
            m_place.op == u"facet" || m_place.op == u"partition" || m_place.op == u"reduce")
            addClauses(0);
        addFunctions();
        if (m_place.op == u"distinct")
            addWords(2, {QStringLiteral("*")}, Kind::Keyword, {});
        addWords(4, {QStringLiteral("true"), QStringLiteral("false"), QStringLiteral("not(")}, Kind::Keyword, {});
    }

    /// The values that the compared column is known to take, in quotes unless the cursor is inside of some.
    void addValues(int group)
    {
        if (m_place.compared.isEmpty())
            return;
        const bool inside = m_place.wants == Wants::Text;
        const QString quote = inside ? QString(m_place.quote) : QStringLiteral("\"");
        QStringList tables;
        forEachNode(m_insight.tree(), [&](const Node &node) {
            if (node.is(NodeKind::Name) && m_insight.schema().find(node.text))
                tables.append(node.text);
        });
        for (const auto &value : Facts::instance().values(m_place.compared, tables)) {
            const QString insert =
                inside ? QString(value + (m_place.closed ? QString() : quote)) : QString(quote + value + quote);
            add(group, value, Kind::Value, m_place.compared, insert);
        }
    }

    void addUnits()
    {
        const bool takesUnit = m_place.callee == u"datetime_diff" || m_place.callee == u"datetime_part" ||
                               m_place.callee == u"datetime_add";
        if (takesUnit && m_place.argument == 0) {
            for (const auto &unit : Language::instance().units)
                add(0, unit, Kind::Value, {}, u'\'' + unit + u'\'');
        }
        const bool takesSpan = m_place.callee == u"ago" || (m_place.callee == u"bin" && m_place.argument == 1);
        if (takesSpan)
            addWords(0,
                     {QStringLiteral("1h"), QStringLiteral("1d"), QStringLiteral("7d"), QStringLiteral("30d"),
                      QStringLiteral("15m")},
                     Kind::Value, {});
    }

    void addClauses(int group) { addWords(group, Language::instance().clausesOf(m_place.op), Kind::Keyword); }

    void addRest()
    {
        const bool predicate = m_place.op != u"project-away" && m_place.op != u"render" && m_place.op != u"count";
        addClauses(0);
        if (m_place.op == u"render" && m_place.clause.isEmpty())
            return;
        if (m_place.op == u"sort" || m_place.op == u"order" || (m_place.op == u"top" && !m_place.clause.isEmpty()))
            return;
        if (!predicate || m_place.op == u"take" || m_place.op == u"limit" || m_place.op == u"union")
            return;
        for (const auto &comparison : Language::instance().comparisons) {
            const bool sign = !comparison.name[0].isLetter() && comparison.name.size() <= 2;
            const bool often = comparison.name == u"and" || comparison.name == u"or" || comparison.name == u"has" ||
                               comparison.name == u"contains" || comparison.name == u"in" ||
                               comparison.name == u"has_any";
            add(often ? 1 : sign ? 2 : 3, comparison.name, Kind::Keyword, comparison.doc, comparison.name + u' ');
        }
    }

    const QString &m_text;
    int m_offset;
    const HeldRows &m_held;
    CursorPlace m_place;
    Insight m_insight;
    Reach m_reach;
    QList<std::pair<int, CompletionItem>> m_items;
};

} // namespace

Completion complete(const QString &text, int offset, const Schema &schema, const HeldRows &held)
{
    const int at = qBound(0, offset, int(text.size()));
    return Completer(text, at, schema, held).run();
}

QString kindName(CompletionItem::Kind kind)
{
    static const QStringList names =
        QStringLiteral("column table variable function aggregate operator keyword option value type").split(u' ');
    return names[int(kind)];
}

} // namespace watchdesk::kql
