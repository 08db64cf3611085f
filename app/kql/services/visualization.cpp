// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/visualization.h"

#include "app/kql/syntax/literal.h"
#include "app/kql/syntax/parser.h"

namespace watchdesk::kql {

namespace {

/// Reads the properties of one render.
class RenderReader
{
public:
    RenderReader(const Node &query, const Node &render)
        : m_query(query)
    {
        m_read.kind = render.child(0).text;
        for (const auto &[property, value] : render.parts)
            read(property, *value);
    }

    Visualization take() { return std::move(m_read); }

private:
    void read(const QString &property, const Node &value)
    {
        if (property == u"title" || property == u"xtitle" || property == u"ytitle")
            readText(property, value);
        else if (property == u"ymin" || property == u"ymax")
            readNumber(property, value);
        else if (property == u"accumulate")
            m_read.accumulates = isTrue(value);
        else if (property == u"xcolumn")
            m_read.xColumn = value.text;
        else if (property == u"ycolumns")
            m_read.yColumns = namesOf(value);
        else if (property == u"series" || property == u"by")
            m_read.series += namesOf(value);
        else if (property == u"anomalycolumns")
            m_read.anomalyColumns = namesOf(value);
        else
            readWord(property, value.text);
    }

    static bool isTrue(const Node &value)
    {
        const auto literal = literalFromNode(value);
        return value.text == u"true" || (literal && literal->value == Value(true));
    }

    void readWord(QStringView property, const QString &word)
    {
        if (property == u"kind")
            m_read.stacking = word;
        else if (property == u"legend")
            m_read.hasLegend = word != u"hidden";
        else if (property == u"xaxis")
            m_read.isXLog = word == u"log";
        else if (property == u"yaxis")
            m_read.isYLog = word == u"log";
        else if (property == u"ysplit")
            m_read.split = word;
    }

    static QStringList namesOf(const Node &list)
    {
        QStringList names;
        for (const auto &name : list.children)
            names.append(name->text);
        return names;
    }

    /// A literal as such or under the name that a let gives it.
    std::optional<Literal> literalOf(const Node &node) const
    {
        if (!node.is(NodeKind::Name))
            return literalFromNode(node);
        for (const auto &statement : m_query.children) {
            if (statement->is(NodeKind::Let) && statement->text == node.text && !statement->children.empty())
                return literalFromNode(statement->child(0));
        }
        return {};
    }

    void readText(const QString &property, const Node &node)
    {
        const auto literal = literalOf(node);
        const auto *text = literal ? std::get_if<QString>(&literal->value) : nullptr;
        if (!text || literal->type != ColumnType::String) {
            m_read.unread.append(property);
            return;
        }
        (property == u"title" ? m_read.title : property == u"xtitle" ? m_read.xTitle : m_read.yTitle) = *text;
    }

    void readNumber(const QString &property, const Node &node)
    {
        const Node &plain = node.is(NodeKind::Unary) ? node.child(0) : node;
        const auto literal = literalFromNode(plain);
        std::optional<double> number;
        if (literal && std::holds_alternative<qint64>(literal->value))
            number = double(std::get<qint64>(literal->value));
        else if (literal && std::holds_alternative<double>(literal->value))
            number = std::get<double>(literal->value);
        else if (literal && std::holds_alternative<QString>(literal->value)) // a decimal
            number = std::get<QString>(literal->value).toDouble();
        if (!number)
            return; // null: nothing is asked for
        if (node.is(NodeKind::Unary) && node.text == u"-")
            number = -*number;
        (property == u"ymin" ? m_read.yMin : m_read.yMax) = number;
    }

    const Node &m_query;
    Visualization m_read;
};

} // namespace

Visualization visualizationOf(const QString &query)
{
    if (!query.contains(u"render"))
        return {};
    const Parsed parsed = parse(query);
    if (parsed.query->children.empty())
        return {};
    const Node &last = *parsed.query->children.back();
    if (!last.is(NodeKind::Pipe) || last.children.empty())
        return {};
    const Node &render = *last.children.back();
    if (!render.is(NodeKind::Operator) || render.text != u"render" || render.children.empty() ||
        !render.child(0).is(NodeKind::Name))
        return {};
    return RenderReader(*parsed.query, render).take();
}

} // namespace watchdesk::kql
