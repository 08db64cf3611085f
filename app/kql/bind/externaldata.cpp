// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// externaldata: rows of a file that whoever runs the query has read before. The records become one JSON literal of the
// SQL, so that no SQL ever opens a file. https://learn.microsoft.com/kusto/query/externaldata-operator

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"
#include "app/kql/external/records.h"
#include "app/kql/external/unpacked.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

const size_t kMaxBytes = 12'000'000;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql::External", text); }

class External
{
public:
    External(Binder &binder, const Node &node)
        : m_binder(binder)
        , m_node(node)
        , m_columns(columnsOf(binder, node.part(u"schema")))
    {
    }

    RelationPointer bind()
    {
        for (const auto &child : m_node.children)
            readAddress(*child);
        if (m_columns.empty())
            return m_binder.unknown();
        if (m_records.size() > kMaxBytes)
            m_binder.refuse(tr("What externaldata reads is too large."), m_node.nameSpan);
        if (m_isMissing || m_records.size() > kMaxBytes)
            return nothing();
        return rows();
    }

private:
    void readAddress(const Node &node)
    {
        const ScalarPointer value = m_binder.constantOn(node);
        const auto *text = std::get_if<QString>(&value->value);
        if (value->isBroken() || !text || value->type != ColumnType::String) {
            m_isMissing = true;
            if (!value->isBroken())
                m_binder.refuse(tr("The address must be a plain text."), node.span);
            return;
        }
        const auto content = m_binder.external(text->section(u';', 0, 0));
        if (!content) {
            m_isMissing = true;
            m_binder.refuse(tr("externaldata may not read %1 here: allow its host or folder to let it.")
                                .arg(text->section(u';', 0, 0)),
                            node.span);
            return;
        }
        const auto plain = unpacked(*content);
        if (plain)
            return addRecords(*plain, formatOf(*text));
        m_isMissing = true;
        m_binder.refuse(tr("The archive cannot be read: it is damaged, too large, or holds several files."), node.span);
    }

    QString formatOf(const QString &address) const
    {
        const Node *part = m_node.part(u"format");
        return part ? part->text.toLower() : externalFormat(address);
    }

    void addRecords(const QByteArray &content, const QString &format)
    {
        const Node *ignore = m_node.part(u"ignoreFirstRecord");
        const auto records = externalRecords(content, format, ignore && ignore->text.toLower() == u"true");
        if (!records) {
            m_isMissing = true;
            m_binder.refuse(tr("externaldata does not read the format %1 here.").arg(format), m_node.nameSpan);
            return;
        }
        m_isByName = records->isByName;
        const std::string inner = records->json.substr(1, records->json.size() - 2);
        m_records += (m_records.empty() || inner.empty() ? "" : ",") + inner;
    }

    /// An empty table of the right columns.
    RelationPointer nothing()
    {
        Relation none;
        none.kind = Relation::Kind::Rows;
        none.columns = m_columns;
        return m_binder.made(std::move(none));
    }

    RelationPointer rows()
    {
        Relation one;
        one.kind = Relation::Kind::Rows;
        one.columns = {{QStringLiteral("records"), ColumnType::Dynamic}};
        one.scalars = {literalScalar({ColumnType::Dynamic, QString::fromStdString('[' + m_records + ']')})};
        const auto records =
            rowsBySql(m_binder, {m_binder.made(std::move(one))},
                      QStringLiteral("SELECT unnest(CAST(json_extract(c0, '$[*]') AS VARCHAR[])) AS c0 FROM #0"),
                      {{QStringLiteral("record"), ColumnType::Dynamic}});
        std::vector<ScalarPointer> scalars;
        for (size_t i = 0; i < m_columns.size(); ++i)
            scalars.push_back(m_isByName ? member(*records, m_columns[i]) : field(*records, i));
        return selected(m_binder, records, m_columns, std::move(scalars));
    }

    ScalarPointer member(const Relation &records, const BoundColumn &column)
    {
        const auto json = memberScalar(columnScalar(records, 0), textScalar(column.name));
        return checked(converted(json, column.type), column.type);
    }

    ScalarPointer field(const Relation &records, size_t place)
    {
        const BoundColumn &column = m_columns[place];
        const auto text = callScalar(QStringLiteral("json_extract_string($0, '$[%1]')").arg(place),
                                     {columnScalar(records, 0)}, ColumnType::String, true);
        if (column.type == ColumnType::Dynamic)
            return callScalar(QStringLiteral("kql_parse_json($0)"), {text}, column.type, true);
        return checked(converted(text, column.type), column.type);
    }

    ScalarPointer checked(const ScalarPointer &value, ColumnType type)
    {
        if (value->isBroken())
            m_binder.refuse(tr("externaldata does not read a %1 here.").arg(typeName(type)), m_node.nameSpan);
        return value;
    }

    Binder &m_binder;
    const Node &m_node;
    std::vector<BoundColumn> m_columns;
    std::string m_records;
    bool m_isByName = false;
    bool m_isMissing = false;
};

} // namespace

RelationPointer bindExternalData(Binder &binder, const Node &node, const RelationPointer &)
{
    return External(binder, node).bind();
}

} // namespace watchdesk::kql
