// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// parse and parse-where. A native function (simple, relaxed) or a regular expression cuts the text into pieces once a
// row; then each piece is read as its column's type. Where the match is strict, one that cannot be read leaves all
// empty.

#include "app/kql/bind/captures.h"
#include "app/kql/bind/constructs.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"
#include "app/kql/functions/packed.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql::Parse", text); }

enum class Kind { Simple, Relaxed, Regex };

class Parse
{
public:
    Parse(Binder &binder, const Node &node, const RelationPointer &input)
        : m_binder(binder)
        , m_node(node)
        , m_input(input)
        , m_names(binder)
    {
    }

    RelationPointer bind()
    {
        readKind();
        const ScalarPointer text = asText(m_binder.scalarOn(m_node.child(0), m_input));
        for (size_t i = 1; i < m_node.children.size(); ++i)
            check(i);
        const ScalarPointer packed = m_kind == Kind::Regex ? byRegex(text) : byPattern(text);
        Captures captures(m_binder, m_input, packed);
        for (const auto &column : m_columns)
            captures.add(column);
        return captures.rows(m_kind != Kind::Relaxed, m_node.text == u"parse-where");
    }

private:
    void readKind()
    {
        const Node *option = m_node.part(u"kind");
        const QString name = option ? option->names.value(0) : QStringLiteral("simple");
        if (name == u"regex")
            m_kind = Kind::Regex;
        else if (name == u"relaxed")
            m_kind = Kind::Relaxed;
        else if (name != u"simple")
            m_binder.error("KS005", tr("Expected one of: %1").arg(u"simple, regex, relaxed"),
                           {option->span.end - int(name.size()), option->span.end});
        if (const Node *flags = m_node.part(u"flags"))
            m_flags = flags->names.value(0);
    }

    /// What may stand after what, as the service has it.
    void check(size_t index)
    {
        const Node &part = m_node.child(index);
        const Node *before = index > 1 ? &m_node.child(index - 1) : nullptr;
        const Node *after = index + 1 < m_node.children.size() ? &m_node.child(index + 1) : nullptr;
        if (part.is(NodeKind::Star)) {
            if (before && before->is(NodeKind::Column) && !m_columns.empty() &&
                m_columns.back().type == ColumnType::String)
                m_binder.error("KS103", tr("Using * after parsing a string column is ambiguous."), part.span);
            else if (after && !after->is(NodeKind::String))
                m_binder.error("KS102", tr("A string literal must follow a *"), part.span);
        } else if (part.is(NodeKind::Column)) {
            if (before && !before->is(NodeKind::String))
                m_binder.error("KS101", tr("The column name must follow a string literal"), part.nameSpan);
            addColumn(part, after && after->is(NodeKind::Star));
        }
    }

    void addColumn(const Node &part, bool open)
    {
        const auto type = typeFromName(part.names.value(0, QStringLiteral("string")));
        if (!type)
            m_binder.error("KS160",
                           tr("The name '%1' is not a valid type name that can be used here.").arg(part.names.value(0)),
                           {part.span.end - int(part.names.value(0).size()), part.span.end});
        const ColumnType known = type.value_or(ColumnType::String);
        const bool isPlain = known == ColumnType::String || isInteger(known) || known == ColumnType::Real;
        if (open && !isPlain && m_kind != Kind::Regex)
            m_binder.refuse(tr("A %1 with * after it is not supported in parse.").arg(typeName(known)), part.span);
        m_columns.push_back({m_names.take(part.text, {}, part.nameSpan), known, part.span});
    }

    ScalarPointer byPattern(const ScalarPointer &text)
    {
        Packed pattern;
        pattern.add(m_kind == Kind::Relaxed ? "relaxed" : "strict");
        size_t column = 0;
        for (size_t i = 1; i < m_node.children.size(); ++i) {
            const Node &part = m_node.child(i);
            if (part.is(NodeKind::String))
                pattern.add("=" + constantFrom(i).toStdString());
            else if (part.is(NodeKind::Star))
                pattern.add("*");
            else if (part.is(NodeKind::Column) && column < m_columns.size())
                pattern.add(letter(m_columns[column++].type));
        }
        return callScalar(QStringLiteral("kql_parse($0, $1)"),
                          {text, textScalar(QString::fromStdString(pattern.take()))}, ColumnType::Guid, true);
    }

    QString constantFrom(size_t index) const { return m_node.child(index).text; }

    static const char *letter(ColumnType type) { return isInteger(type) ? "l" : type == ColumnType::Real ? "r" : "t"; }

    /// The whole pattern as one expression; columns are groups of it beside those that the query wrote.
    ScalarPointer byRegex(const ScalarPointer &text)
    {
        QString regex = m_flags.isEmpty() ? QString() : QString(QStringLiteral("(?") + m_flags + u')');
        QList<int> groups;
        int group = 0;
        for (size_t i = 1; i < m_node.children.size(); ++i) {
            const Node &part = m_node.child(i);
            if (part.is(NodeKind::String)) {
                regex += part.text;
                group += groupsIn(part.text);
            } else if (part.is(NodeKind::Star)) {
                regex += QStringLiteral(".*");
            } else if (part.is(NodeKind::Column)) {
                const auto type = typeFromName(part.names.value(0, QStringLiteral("string")));
                regex += type && isInteger(*type) ? QStringLiteral("(-?\\d+)") : QStringLiteral("(.*)");
                groups.append(++group);
            }
        }
        return packedGroups(text, regexScalar(m_binder, textScalar(regex), m_node.span), groups);
    }

    static ScalarPointer packedGroups(const ScalarPointer &text, const ScalarPointer &regex, const QList<int> &groups)
    {
        QStringList pieces;
        for (const int group : groups)
            pieces.append(QStringLiteral("kql_packed(regexp_extract($0, '\\A(?:' || $1 || ')\\z', ") +
                          QString::number(group) + QStringLiteral("))"));
        const QString all = pieces.isEmpty() ? QStringLiteral("''") : pieces.join(QStringLiteral(" || "));
        return callScalar(QStringLiteral("(CASE WHEN regexp_full_match($0, $1) THEN ") + all + QStringLiteral(" END)"),
                          {text, regex}, ColumnType::Guid, true);
    }

    /// Opening brackets that capture.
    static int groupsIn(const QString &regex)
    {
        int count = 0;
        bool inClass = false;
        for (qsizetype i = 0; i < regex.size(); ++i) {
            const QChar c = regex[i];
            if (c == u'\\')
                ++i;
            else if (inClass)
                inClass = c != u']';
            else if (c == u'[')
                inClass = true;
            else if (c == u'(' && (regex.mid(i + 1, 1) != u"?" || regex.mid(i + 1, 2) == u"?P"))
                ++count;
        }
        return count;
    }

    Binder &m_binder;
    const Node &m_node;
    RelationPointer m_input;
    ColumnNames m_names;
    Kind m_kind = Kind::Simple;
    QString m_flags;
    std::vector<Captured> m_columns;
};

} // namespace

RelationPointer bindParse(Binder &binder, const Node &node, const RelationPointer &input)
{
    return node.children.empty() ? input : Parse(binder, node, input).bind();
}

} // namespace watchdesk::kql
