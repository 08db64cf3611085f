// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/resourcetable.h"

#include "app/base/jsontext.h"
#include "app/base/safetext.h"
#include "app/defender/cellreader.h"
#include "app/defender/columnsource.h"
#include "app/defender/plainrecord.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <functional>

namespace watchdesk::defender {

namespace {

QJsonValue valueOf(const QJsonObject &record, const ColumnSource &source)
{
    for (const QString &name : source.names) {
        if (const auto it = record.constFind(name); it != record.constEnd())
            return *it;
    }
    return QJsonValue::Null;
}

Error badRecord(qsizetype number, const QString &field, const QJsonObject &record, const QString &message)
{
    return Error{Error::Kind::BadRecord,
                 message,
                 {{QStringLiteral("record"), QString::number(number)},
                  {QStringLiteral("field"), field},
                  {QStringLiteral("id"), visibleText(record.value(QStringLiteral("id")).toString(), 200)}}};
}

/// All cells of a record, or the first that is of the wrong type.
Result<std::vector<Cell>> cellsOf(const QJsonObject &record, const QList<ColumnSource> &sources, qsizetype number)
{
    std::vector<Cell> cells;
    cells.reserve(size_t(sources.size()));
    for (const ColumnSource &source : sources) {
        auto cell = cellFromJson(valueOf(record, source), source.column.type);
        if (!cell)
            return failure(badRecord(number, source.column.name, record,
                                     QCoreApplication::translate("defender", "Record %1: \"%2\" is no %3.")
                                         .arg(number)
                                         .arg(visibleText(source.column.name, 100), typeName(source.column.type))));
        cells.push_back(std::move(*cell));
    }
    return cells;
}

using Prepare = std::function<void(QJsonObject &record)>;

/// A number is no key where keys are texts, and one where they are numbers.
bool isEmptyKey(const QJsonValue &value, const QString &key, const QList<ColumnSource> &sources)
{
    const auto source =
        std::find_if(sources.begin(), sources.end(), [&](const ColumnSource &each) { return each.column.name == key; });
    const bool isNumber = source != sources.end() && isIntegral(source->column.type);
    return isNumber ? value.isUndefined() || value.isNull() : value.toString().isEmpty();
}

Result<std::vector<Cell>> cellsOf(const QJsonValue &value, const QList<ColumnSource> &sources, const QString &key,
                                  qsizetype number, const Prepare &prepare)
{
    QJsonObject record = value.toObject();
    if (!value.isObject())
        return failure(badRecord(number, {}, record,
                                 QCoreApplication::translate("defender", "Record %1 is no object.").arg(number)));
    if (prepare)
        prepare(record);
    if (!key.isEmpty() && isEmptyKey(record.value(key), key, sources))
        return failure(badRecord(number, key, record,
                                 QCoreApplication::translate("defender", "Record %1 has no %2.").arg(number).arg(key)));
    return cellsOf(record, sources, number);
}

Table emptyTable(const QList<ColumnSource> &sources)
{
    QList<ColumnSchema> columns;
    for (const ColumnSource &source : sources)
        columns.append(source.column);
    return Table(columns);
}

/// Appends the record, or the error that keeps it out.
void takeRecord(Table &table, const Result<std::vector<Cell>> &cells, QList<Error> *bad)
{
    if (!cells) {
        if (bad)
            bad->append(cells.error());
        return;
    }
    for (qsizetype c = 0; c < table.columnCount(); ++c)
        appendCell(table.column(c), (*cells)[size_t(c)]);
}

Table tableOf(const QList<ColumnSource> &sources, const QString &key, const QJsonArray &records, QList<Error> *bad,
              const Prepare &prepare = {})
{
    Table table = emptyTable(sources);
    for (qsizetype i = 0; i < records.size(); ++i)
        takeRecord(table, cellsOf(records.at(i), sources, key, i + 1, prepare), bad);
    return table;
}

QList<ColumnSource> fieldSources(const Resource &resource)
{
    QList<ColumnSource> sources;
    for (const ResourceField &field : resource.fields)
        sources.append(ColumnSource{{field.name, field.type}, QStringList(field.name) + field.aliases});
    return sources;
}

QSet<QString> knownNames(const QList<ColumnSource> &sources)
{
    QSet<QString> names;
    for (const ColumnSource &source : sources)
        names.unite(QSet<QString>(source.names.cbegin(), source.names.cend()));
    return names;
}

/// OData's own remarks on a record are none of its properties.
QJsonObject unknownMembers(const QJsonObject &record, const QSet<QString> &known)
{
    QJsonObject unknown;
    for (auto it = record.constBegin(); it != record.constEnd(); ++it) {
        if (!known.contains(it.key()) && !it.key().startsWith(QLatin1String("@odata.")))
            unknown.insert(it.key(), it.value());
    }
    return unknown;
}

/// The fields, then the two columns that every table may have.
QList<ColumnSource> allSources(const Resource &resource)
{
    QList<ColumnSource> sources = fieldSources(resource);
    if (resource.hasParentColumn())
        sources.append(ColumnSource{{kParentColumn, ColumnType::String}, {kParentColumn}});
    sources.append(ColumnSource{{kExtraColumn, ColumnType::Dynamic}, {kExtraColumn}});
    return sources;
}

/// Puts what those two hold into the record, where the sources find it.
Prepare preparation(const Resource &resource, const QString &parentId)
{
    return [&resource, known = knownNames(fieldSources(resource)), parentId](QJsonObject &record) {
        if (const QJsonObject extra = unknownMembers(record, known); !extra.isEmpty())
            record.insert(kExtraColumn, extra);
        if (resource.hasParentColumn())
            record.insert(kParentColumn, parentId);
    };
}

QJsonValue either(const QJsonObject &object, const QString &pascal, const QString &camel)
{
    const auto it = object.constFind(pascal);
    return it != object.constEnd() ? *it : object.value(camel);
}

/// The type names of the service's .NET, and Kusto's own. Graph spells them in lower case.
std::optional<ColumnType> huntType(const QString &name)
{
    static const QHash<QString, ColumnType> types = {
        {QStringLiteral("sbyte"), ColumnType::Bool}, // how Kusto hands out a bool
        {QStringLiteral("boolean"), ColumnType::Bool},       {QStringLiteral("byte"), ColumnType::Int},
        {QStringLiteral("int16"), ColumnType::Int},          {QStringLiteral("int32"), ColumnType::Int},
        {QStringLiteral("uint32"), ColumnType::Long},        {QStringLiteral("int64"), ColumnType::Long},
        {QStringLiteral("single"), ColumnType::Real},        {QStringLiteral("double"), ColumnType::Real},
        {QStringLiteral("sqldecimal"), ColumnType::Decimal}, {QStringLiteral("decimal"), ColumnType::Decimal},
        {QStringLiteral("datetime"), ColumnType::DateTime},  {QStringLiteral("datetimeoffset"), ColumnType::DateTime},
        {QStringLiteral("timespan"), ColumnType::TimeSpan},  {QStringLiteral("guid"), ColumnType::Guid},
        {QStringLiteral("object"), ColumnType::Dynamic},     {QStringLiteral("string"), ColumnType::String},
    };
    const auto it = types.constFind(name.toLower());
    return it != types.constEnd() ? std::optional(*it) : typeFromName(name.toLower());
}

tl::unexpected<Error> noAnswer(const QString &reason)
{
    return failure(
        Error::Kind::Service,
        QCoreApplication::translate("defender", "The service's answer to the hunting query makes no sense: %1.")
            .arg(reason));
}

Result<QList<ColumnSource>> huntColumns(const QJsonValue &schema)
{
    const QJsonArray entries = schema.toArray();
    if (!schema.isArray() || entries.size() > 10'000)
        return noAnswer(QCoreApplication::translate("defender", "it has no schema"));
    QList<ColumnSource> sources;
    QSet<QString> names;
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        const QString name = either(entry, QStringLiteral("Name"), QStringLiteral("name")).toString();
        const QString typeText = either(entry, QStringLiteral("Type"), QStringLiteral("type")).toString();
        const auto type = huntType(typeText);
        if (name.isEmpty() || !type || names.contains(name))
            return noAnswer(QCoreApplication::translate("defender", "column \"%1\" of type \"%2\"")
                                .arg(visibleText(name, 100), visibleText(typeText, 50)));
        names.insert(name);
        sources.append(ColumnSource{{name, *type}, QStringList(name)});
    }
    return sources;
}

} // namespace

TableSchema tableSchema(const Resource &resource)
{
    TableSchema schema{resource.table, {}};
    for (const ResourceField &field : resource.fields)
        schema.columns.append({field.name, field.type});
    if (resource.hasParentColumn())
        schema.columns.append({kParentColumn, ColumnType::String});
    schema.columns.append({kExtraColumn, ColumnType::Dynamic});
    return schema;
}

Table tableFromJson(const Resource &resource, const QJsonArray &records, QList<Error> *bad, const QString &parentId)
{
    return tableOf(allSources(resource), resource.key, records, bad, preparation(resource, parentId));
}

Table tableFromJson(const Resource &resource, const RecordTexts &records, QList<Error> *bad, const QString &parentId)
{
    const QList<ColumnSource> sources = allSources(resource);
    const Prepare prepare = preparation(resource, parentId);
    PlainRecord plain(fieldSources(resource), resource.key,
                      resource.hasParentColumn() ? std::optional(parentId.toUtf8()) : std::nullopt);
    Table table = emptyTable(sources);
    for (qsizetype i = 0; i < records.size(); ++i) {
        if (plain.read(records.text(i)))
            plain.appendTo(table);
        else
            takeRecord(table, cellsOf(jsonFromText(records.text(i)), sources, resource.key, i + 1, prepare), bad);
    }
    return table;
}

QJsonObject recordFromRow(const Resource &resource, const Table &table, qsizetype row)
{
    const int extra = table.indexOf(kExtraColumn);
    QJsonObject record = extra < 0 ? QJsonObject() : jsonFromCell(table, row, extra).toObject();
    for (const ResourceField &field : resource.fields) {
        const int column = table.indexOf(field.name);
        if (column < 0 || table.column(column).isNull(row))
            continue;
        record.insert(field.name, jsonFromCell(table, row, column));
    }
    return record;
}

Result<Table> tableFromHunt(const QByteArray &json, QList<Error> *bad)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return noAnswer(error.errorString());
    const QJsonObject answer = document.object();
    const auto columns = huntColumns(either(answer, QStringLiteral("Schema"), QStringLiteral("schema")));
    if (!columns)
        return failure(columns.error());
    const QJsonValue results = either(answer, QStringLiteral("Results"), QStringLiteral("results"));
    if (!results.isArray())
        return noAnswer(QCoreApplication::translate("defender", "it has no results"));
    return tableOf(*columns, {}, results.toArray(), bad);
}

} // namespace watchdesk::defender
