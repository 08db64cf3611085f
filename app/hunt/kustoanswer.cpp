// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/kustoanswer.h"

#include "app/base/safetext.h"
#include "app/defender/cellreader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace watchdesk::hunt {

namespace {

using defender::Cell;

constexpr qsizetype kMostColumns = 10'000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::hunt)
};

tl::unexpected<Error> noAnswer(const QString &why)
{
    return failure(Error::Kind::Service, Words::tr("The cluster's answer makes no sense: %1.").arg(why));
}

Result<Table> emptyTable(const QJsonArray &columns)
{
    if (columns.size() > kMostColumns)
        return noAnswer(Words::tr("it has too many columns"));
    QList<ColumnSchema> schema;
    for (const QJsonValue &value : columns) {
        const QString name = value[QStringLiteral("ColumnName")].toString();
        QString type = value[QStringLiteral("ColumnType")].toString().toLower();
        if (type.isEmpty()) // V1 may give the .NET name alone
            type = value[QStringLiteral("DataType")].toString().section(u'.', -1).toLower();
        static const QMap<QString, QString> dotNet = {{QStringLiteral("sbyte"), QStringLiteral("bool")},
                                                      {QStringLiteral("boolean"), QStringLiteral("bool")},
                                                      {QStringLiteral("int32"), QStringLiteral("int")},
                                                      {QStringLiteral("int64"), QStringLiteral("long")},
                                                      {QStringLiteral("double"), QStringLiteral("real")},
                                                      {QStringLiteral("sqldecimal"), QStringLiteral("decimal")},
                                                      {QStringLiteral("object"), QStringLiteral("dynamic")}};
        const auto known = typeFromName(dotNet.value(type, type));
        if (!known)
            return noAnswer(Words::tr("column “%1” of type “%2”").arg(visibleText(name, 100), visibleText(type, 50)));
        schema.append({name, *known});
    }
    return Table(schema);
}

Result<void> appendRow(Table &table, const QJsonArray &row)
{
    std::vector<Cell> cells;
    cells.reserve(size_t(table.columnCount()));
    for (qsizetype column = 0; column < table.columnCount(); ++column) {
        auto cell = defender::cellFromJson(row.at(column), table.schema().at(column).type);
        if (!cell || row.size() != table.columnCount())
            return noAnswer(Words::tr("row %1 does not fit its columns").arg(table.rowCount() + 1));
        cells.push_back(std::move(*cell));
    }
    for (qsizetype column = 0; column < table.columnCount(); ++column)
        defender::appendCell(table.column(column), cells[size_t(column)]);
    return {};
}

Error clusterError(const QJsonObject &error)
{
    QString message = error.value(u"@message").toString();
    if (message.isEmpty())
        message = error.value(u"message").toString();
    const bool isPermanent = error.value(u"@permanent").toBool();
    return {isPermanent ? Error::Kind::InvalidInput : Error::Kind::Service,
            Words::tr("The cluster could not run the query: %1").arg(visibleText(message, 500)),
            {{QStringLiteral("code"), visibleText(error.value(u"code").toString(), 100)}}};
}

/// Rows may hold {"OneApiErrors":[...]} in the place of a row when the cluster stopped on the way.
Result<void> appendRows(Table &table, const QJsonArray &rows, QList<QJsonObject> &errors)
{
    for (const QJsonValue &row : rows) {
        if (row.isObject()) {
            for (const QJsonValue &error : row[QStringLiteral("OneApiErrors")].toArray())
                errors.append(error[QStringLiteral("error")].toObject());
            continue;
        }
        if (auto appended = appendRow(table, row.toArray()); !appended)
            return appended;
    }
    return {};
}

/// Puts the frames of one V2 answer together.
class Frames
{
public:
    Result<void> add(const QJsonObject &frame)
    {
        const QString type = frame.value(u"FrameType").toString();
        const bool isPrimary = frame.value(u"TableKind").toString() == QLatin1String("PrimaryResult");
        if (type == QLatin1String("DataTable"))
            return isPrimary && !m_table ? begin(frame) : Result<void>();
        if (type == QLatin1String("TableHeader") && isPrimary && !m_table)
            return begin(frame);
        if (type == QLatin1String("TableFragment") && m_table && frame.value(u"TableId").toInt() == m_id)
            return addFragment(frame);
        if (type == QLatin1String("DataSetCompletion"))
            complete(frame);
        return {};
    }

    Result<KustoAnswer> finish()
    {
        if (!m_isComplete)
            return noAnswer(Words::tr("it ends too early"));
        const bool isCut = isLimitReached();
        if (!m_errors.isEmpty() && !isCut)
            return failure(clusterError(m_errors.first()));
        if (!m_table)
            return noAnswer(Words::tr("it has no result"));
        return KustoAnswer{std::move(*m_table), isCut, isCut ? clusterError(m_errors.first()).message : QString()};
    }

private:
    Result<void> begin(const QJsonObject &frame)
    {
        auto table = emptyTable(frame.value(u"Columns").toArray());
        if (!table)
            return failure(table.error());
        m_table = std::move(*table);
        m_id = frame.value(u"TableId").toInt();
        return appendRows(*m_table, frame.value(u"Rows").toArray(), m_errors);
    }

    Result<void> addFragment(const QJsonObject &frame)
    {
        if (frame.value(u"TableFragmentType").toString() == QLatin1String("DataReplace"))
            m_table = Table(m_table->schema());
        return appendRows(*m_table, frame.value(u"Rows").toArray(), m_errors);
    }

    void complete(const QJsonObject &frame)
    {
        m_isComplete = true;
        for (const QJsonValue &error : frame.value(u"OneApiErrors").toArray())
            m_errors.append(error[QStringLiteral("error")].toObject());
        if (frame.value(u"HasErrors").toBool() && m_errors.isEmpty())
            m_errors.append(QJsonObject());
    }

    bool isLimitReached() const
    {
        return std::any_of(m_errors.begin(), m_errors.end(), [](const QJsonObject &error) {
            return error.value(u"code").toString() == QLatin1String("LimitsExceeded") ||
                   error.value(u"@message").toString().contains(QLatin1String("E_QUERY_RESULT_SET_TOO_LARGE"));
        });
    }

    std::optional<Table> m_table;
    int m_id = 0;
    bool m_isComplete = false;
    QList<QJsonObject> m_errors;
};

Result<KustoAnswer> secondVersion(const QJsonArray &frames)
{
    Frames all;
    for (const QJsonValue &frame : frames) {
        if (const auto added = all.add(frame.toObject()); !added)
            return failure(added.error());
    }
    return all.finish();
}

Result<KustoAnswer> firstVersion(const QJsonObject &answer)
{
    const QJsonObject first = answer.value(u"Tables")[0].toObject();
    if (first.isEmpty())
        return noAnswer(Words::tr("it has no result"));
    auto table = emptyTable(first.value(u"Columns").toArray());
    if (!table)
        return failure(table.error());
    QList<QJsonObject> errors;
    if (const auto appended = appendRows(*table, first.value(u"Rows").toArray(), errors); !appended)
        return failure(appended.error());
    if (!errors.isEmpty() || answer.contains(u"Exceptions"))
        return failure(clusterError(
            errors.isEmpty() ? QJsonObject{{QStringLiteral("message"), answer.value(u"Exceptions")[0].toString()}}
                             : errors.first()));
    return KustoAnswer{std::move(*table), false, {}};
}

} // namespace

Result<KustoAnswer> kustoAnswer(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (document.isArray())
        return secondVersion(document.array());
    if (document.isObject())
        return firstVersion(document.object());
    return noAnswer(error.errorString());
}

} // namespace watchdesk::hunt
