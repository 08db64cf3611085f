// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/kustoapi.h"

#include "app/lab/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUuid>

namespace watchdesk::lab {

const QString KustoApi::kDatabase = QStringLiteral("Defender");

namespace {

constexpr size_t kMaximumBytes = 64 * 1'024 * 1'024;

HttpReply json(int status, std::string body)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = "application/json; charset=UTF-8";
    reply.body = std::move(body);
    return reply;
}

QJsonObject errorObject(const QString &code, const QString &type, const QString &message)
{
    return {{QStringLiteral("code"), code},
            {QStringLiteral("message"), message},
            {QStringLiteral("@type"), type},
            {QStringLiteral("@message"), message},
            {QStringLiteral("@context"),
             QJsonObject{{QStringLiteral("activityId"), QUuid::createUuid().toString(QUuid::WithoutBraces)}}},
            {QStringLiteral("@permanent"), true}};
}

HttpReply refusal(const QString &message)
{
    const QJsonObject error = errorObject(QStringLiteral("General_BadRequest"),
                                          QStringLiteral("Kusto.Data.Exceptions.KustoBadRequestException"), message);
    return json(
        400, QJsonDocument(QJsonObject{{QStringLiteral("error"), error}}).toJson(QJsonDocument::Compact).toStdString());
}

std::string tooLargeError(qint64 rows)
{
    const QString message = QStringLiteral("Query result set has exceeded the internal record count limit %1 "
                                           "(E_QUERY_RESULT_SET_TOO_LARGE); the result is truncated.")
                                .arg(rows);
    const QJsonObject error = errorObject(
        QStringLiteral("LimitsExceeded"),
        QStringLiteral("Kusto.Data.Exceptions.KustoServicePartialQueryFailureLimitsExceededException"), message);
    return QJsonDocument(QJsonObject{{QStringLiteral("error"), error}}).toJson(QJsonDocument::Compact).toStdString();
}

void appendColumns(std::string &out, const QList<ColumnSchema> &schema, bool withDataType)
{
    out += "\"Columns\":[";
    for (const ColumnSchema &column : schema) {
        if (out.back() != '[')
            out += ',';
        out += "{\"ColumnName\":";
        appendJsonString(out, column.name.toStdString());
        if (withDataType)
            out += ",\"DataType\":\"" + dotNetType(column.type).toStdString() + '"';
        out += ",\"ColumnType\":\"" + typeName(column.type).toStdString() + "\"}";
    }
    out += ']';
}

/// As many rows as fit; how many that are.
qsizetype appendRows(std::string &out, const Table &table, qsizetype rows, size_t maximumBytes)
{
    out += ",\"Rows\":[";
    qsizetype row = 0;
    for (; row < rows && out.size() < maximumBytes; ++row) {
        out += row == 0 ? "[" : ",[";
        for (qsizetype column = 0; column < table.columnCount(); ++column) {
            if (column > 0)
                out += ',';
            appendJsonCell(out, table.column(column), row, false, TruthStyle::Words);
        }
        out += ']';
    }
    out += ']';
    return row;
}

Table textTable(const QList<const char *> &names, const QList<QStringList> &rows)
{
    QList<ColumnSchema> columns;
    for (const char *name : names)
        columns.append({QString::fromLatin1(name), ColumnType::String});
    Table table(columns);
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column < columns.size(); ++column)
            table.column(column).appendText(row.value(column));
    }
    return table;
}

void appendV1Table(std::string &out, const std::string &name, const Table &table)
{
    out += "{\"TableName\":\"" + name + "\",";
    appendColumns(out, table.schema(), true);
    appendRows(out, table, table.rowCount(), kMaximumBytes);
    out += '}';
}

std::string v2Header()
{
    return "[{\"FrameType\":\"DataSetHeader\",\"IsProgressive\":false,\"Version\":\"v2.0\"},"
           "{\"FrameType\":\"DataTable\",\"TableId\":0,\"TableKind\":\"QueryProperties\",\"TableName\":"
           "\"@ExtendedProperties\",\"Columns\":[{\"ColumnName\":\"TableId\",\"ColumnType\":\"int\"},"
           "{\"ColumnName\":\"Key\",\"ColumnType\":\"string\"},{\"ColumnName\":\"Value\",\"ColumnType\":\"dynamic\"}],"
           "\"Rows\":[[1,\"Visualization\",\"{\\\"Visualization\\\":null,\\\"Title\\\":null}\"]]},"
           "{\"FrameType\":\"DataTable\",\"TableId\":1,\"TableKind\":\"PrimaryResult\",\"TableName\":\"PrimaryResult\",";
}

std::string v2Footer(const std::string &errors)
{
    std::string out =
        ",{\"FrameType\":\"DataTable\",\"TableId\":2,\"TableKind\":\"QueryCompletionInformation\",\"TableName\":"
        "\"QueryCompletionInformation\",\"Columns\":[{\"ColumnName\":\"Timestamp\",\"ColumnType\":\"datetime\"},"
        "{\"ColumnName\":\"Level\",\"ColumnType\":\"int\"},{\"ColumnName\":\"LevelName\",\"ColumnType\":\"string\"},"
        "{\"ColumnName\":\"StatusCode\",\"ColumnType\":\"int\"},{\"ColumnName\":\"EventTypeName\",\"ColumnType\":"
        "\"string\"},{\"ColumnName\":\"Payload\",\"ColumnType\":\"string\"}],\"Rows\":[]},"
        "{\"FrameType\":\"DataSetCompletion\",\"HasErrors\":";
    out +=
        errors.empty() ? "false,\"Cancelled\":false}" : "true,\"Cancelled\":false,\"OneApiErrors\":[" + errors + "]}";
    return out + ']';
}

Table databases()
{
    const QString &name = KustoApi::kDatabase;
    return textTable(
        {"DatabaseName", "PersistentStorage", "Version", "IsCurrent", "DatabaseAccessMode", "PrettyName", "DatabaseId"},
        {{name, QString(), QStringLiteral("v1.0"), QStringLiteral("true"), QStringLiteral("ReadOnly"), name,
          QUuid::createUuidV5(QUuid(), name).toString(QUuid::WithoutBraces)}});
}

Table tables(const kql::Schema &schema)
{
    QList<QStringList> rows;
    for (const TableSchema &table : schema.tables)
        rows.append({table.name, KustoApi::kDatabase, QString(), QString()});
    return textTable({"TableName", "DatabaseName", "Folder", "DocString"}, rows);
}

Table columns(const kql::Schema &schema)
{
    QList<QStringList> rows;
    for (const TableSchema &table : schema.tables) {
        for (const ColumnSchema &column : table.columns)
            rows.append({KustoApi::kDatabase, table.name, column.name, dotNetType(column.type)});
    }
    return textTable({"DatabaseName", "TableName", "ColumnName", "ColumnType"}, rows);
}

Table queryStatus()
{
    Table status({{QStringLiteral("Severity"), ColumnType::Int},
                  {QStringLiteral("SeverityName"), ColumnType::String},
                  {QStringLiteral("StatusCode"), ColumnType::Int},
                  {QStringLiteral("StatusDescription"), ColumnType::String},
                  {QStringLiteral("ClientActivityId"), ColumnType::String}});
    status.column(0).appendInteger(4);
    status.column(1).appendText(QStringLiteral("Info"));
    status.column(2).appendInteger(0);
    status.column(3).appendText(QStringLiteral("Query completed successfully"));
    status.column(4).appendText(QString());
    return status;
}

/// The fourth table of a V1 answer says what the others are.
Table tableOfContents()
{
    Table contents({{QStringLiteral("Ordinal"), ColumnType::Long},
                    {QStringLiteral("Kind"), ColumnType::String},
                    {QStringLiteral("Name"), ColumnType::String},
                    {QStringLiteral("Id"), ColumnType::String},
                    {QStringLiteral("PrettyName"), ColumnType::String}});
    const QList<QPair<const char *, const char *>> entries = {
        {"QueryResult", "PrimaryResult"}, {"QueryProperties", "@ExtendedProperties"}, {"QueryStatus", "QueryStatus"}};
    for (qsizetype i = 0; i < entries.size(); ++i) {
        contents.column(0).appendInteger(i);
        contents.column(1).appendText(QString::fromLatin1(entries[i].first));
        contents.column(2).appendText(QString::fromLatin1(entries[i].second));
        contents.column(3).appendText(QUuid::createUuid().toString(QUuid::WithoutBraces));
        contents.column(4).appendText(QString());
    }
    return contents;
}

/// {"Tables":[...]}: the result, and what every V1 answer to a query says of itself.
std::string v1Text(const Table &table, bool isQuery)
{
    std::string out = "{\"Tables\":[";
    appendV1Table(out, "Table_0", table);
    if (isQuery) {
        out += ',';
        appendV1Table(out, "Table_1", textTable({"Value"}, {{QStringLiteral("{\"Visualization\":null}")}}));
        out += ',';
        appendV1Table(out, "Table_2", queryStatus());
        out += ',';
        appendV1Table(out, "Table_3", tableOfContents());
    }
    return out + "]}";
}

} // namespace

struct KustoApi::Answer
{
    TablePointer table;
    qsizetype rows = 0; ///< of the table's that may be given
    bool isCut = false;
};

KustoApi::KustoApi(Hunting &hunting, qint64 maximumRows)
    : m_hunting(hunting)
    , m_maximumRows(maximumRows)
{
}

tl::expected<KustoApi::Answer, HttpReply> KustoApi::answer(const QJsonObject &request)
{
    const QString database = request.value(u"db").toString();
    if (!database.isEmpty() && database.compare(kDatabase, Qt::CaseInsensitive) != 0 &&
        database != QLatin1String("NetDefaultDB"))
        return tl::unexpected<HttpReply>(refusal(
            QStringLiteral("Database '%1' could not be found; the lab has '%2'.").arg(database.left(100), kDatabase)));
    QJsonObject properties = request.value(u"properties").toObject();
    if (request.value(u"properties").isString()) // clients may send them as text
        properties = QJsonDocument::fromJson(request.value(u"properties").toString().toUtf8()).object();
    if (!properties.value(u"Parameters").toObject().isEmpty())
        return tl::unexpected<HttpReply>(refusal(QStringLiteral("The lab takes no query parameters.")));
    const bool isUnbounded = properties.value(u"Options").toObject().value(u"notruncation").toBool();
    const qint64 limit = isUnbounded ? -1 : m_maximumRows;
    const auto table = m_hunting.table(request.value(u"csl").toString(), limit < 0 ? -1 : limit + 1);
    if (!table)
        return tl::unexpected<HttpReply>(refusal(table.error().message));
    Answer answer{*table, (*table)->rowCount(), false};
    answer.isCut = limit >= 0 && answer.rows > limit;
    answer.rows = answer.isCut ? limit : answer.rows;
    return answer;
}

HttpReply KustoApi::queryV1(const QJsonObject &request)
{
    const auto found = answer(request);
    if (!found)
        return found.error();
    if (found->isCut)
        return json(400, tooLargeError(m_maximumRows));
    return json(200, v1Text(*found->table, true));
}

HttpReply KustoApi::queryV2(const QJsonObject &request)
{
    const auto found = answer(request);
    if (!found)
        return found.error();
    std::string out = v2Header();
    appendColumns(out, found->table->schema(), false);
    const qsizetype given = appendRows(out, *found->table, found->rows, kMaximumBytes);
    const bool isCut = found->isCut || given < found->rows;
    return json(200, out + '}' + v2Footer(isCut ? tooLargeError(m_maximumRows) : std::string()));
}

HttpReply KustoApi::manage(const QJsonObject &request)
{
    const QString command = request.value(u"csl").toString().simplified().toLower();
    static const QRegularExpression showSchema(QStringLiteral("^\\.show database(?: [\\w\\[\\]'\"]+)? schema$"));
    std::optional<Table> table;
    if (command == QLatin1String(".show databases"))
        table = databases();
    else if (command == QLatin1String(".show tables"))
        table = tables(m_hunting.schema());
    else if (showSchema.match(command).hasMatch())
        table = columns(m_hunting.schema());
    else if (command == QLatin1String(".show version"))
        table = textTable({"BuildVersion", "ServiceType", "ProductVersion"},
                          {{QStringLiteral("1.0"), QStringLiteral("Engine"), QStringLiteral("Lab")}});
    if (table)
        return json(200, v1Text(*table, false));
    return refusal(QStringLiteral("The lab knows the commands .show databases, .show tables, .show database schema and "
                                  ".show version."));
}

HttpReply KustoApi::authMetadata(const QString &authority, const QString &resource)
{
    const QJsonObject azure{
        {QStringLiteral("LoginEndpoint"), authority},
        {QStringLiteral("LoginMfaRequired"), false},
        {QStringLiteral("KustoClientAppId"), QStringLiteral("db662dc1-0cfe-4e1c-a843-19a68e65be58")},
        {QStringLiteral("KustoClientRedirectUri"), QStringLiteral("http://localhost")},
        {QStringLiteral("KustoServiceResourceId"), resource},
        {QStringLiteral("FirstPartyAuthorityUrl"), authority}};
    return json(
        200,
        QJsonDocument(QJsonObject{{QStringLiteral("AzureAD"), azure}}).toJson(QJsonDocument::Compact).toStdString());
}

} // namespace watchdesk::lab
