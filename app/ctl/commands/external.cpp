// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/jsontext.h"
#include "app/ctl/console.h"
#include "app/ctl/source.h"
#include "app/ctl/waiting.h"
#include "app/store/store.h"
#include "app/story/correlate.h"
#include "app/story/reason.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace watchdesk::ctl {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

const QList<ColumnSchema> &columns()
{
    static const QList<ColumnSchema> all{{QStringLiteral("ExternalId"), ColumnType::String},
                                         {QStringLiteral("DeviceId"), ColumnType::String},
                                         {QStringLiteral("AlertId"), ColumnType::String},
                                         {QStringLiteral("Score"), ColumnType::Real},
                                         {QStringLiteral("Reasons"), ColumnType::Dynamic},
                                         {QStringLiteral("EventTable"), ColumnType::String},
                                         {QStringLiteral("EventTimestamp"), ColumnType::DateTime},
                                         {QStringLiteral("ReportId"), ColumnType::Long},
                                         {QStringLiteral("ProcessId"), ColumnType::Long},
                                         {QStringLiteral("ProcessName"), ColumnType::String},
                                         {QStringLiteral("ProcessCommandLine"), ColumnType::String},
                                         {QStringLiteral("ProcessCreationTime"), ColumnType::DateTime}};
    return all;
}

/// null where no process was found.
QJsonValue processOf(const Table &rows, qsizetype row)
{
    const auto cell = [&](const char *name) {
        return jsonFromCell(rows, row, rows.indexOf(QString::fromLatin1(name)));
    };
    if (rows.column(QStringLiteral("ProcessId")).isNull(row) &&
        rows.column(QStringLiteral("ProcessName")).text(row).empty())
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("id"), cell("ProcessId")},
                       {QStringLiteral("name"), cell("ProcessName")},
                       {QStringLiteral("commandLine"), cell("ProcessCommandLine")},
                       {QStringLiteral("creationTime"), cell("ProcessCreationTime")}};
}

QByteArray reasonsOf(const Table &rows, qsizetype row)
{
    QJsonArray list;
    for (const story::Reason &reason : story::reasonsFromText(rows.column(QStringLiteral("Reasons")).text(row)))
        list.append(story::reasonToJson(reason));
    return jsonToText(list);
}

void printCorrelation(const Table &rows, qsizetype row)
{
    const auto text = [&](const char *name) {
        return jsonToText(jsonFromCell(rows, row, rows.indexOf(QString::fromLatin1(name))));
    };
    printJson("{\"externalId\":" + text("ExternalId") + ",\"deviceId\":" + text("DeviceId") + ",\"alertId\":" +
              text("AlertId") + ",\"score\":" + text("Score") + ",\"reasons\":" + reasonsOf(rows, row) +
              ",\"process\":" + jsonToText(processOf(rows, row)) + ",\"event\":{\"table\":" + text("EventTable") +
              ",\"timestamp\":" + text("EventTimestamp") + ",\"reportId\":" + text("ReportId") + "}}");
}

int correlate(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    arguments.addSource();
    if (const auto status = arguments.parse(given))
        return *status;
    if (!arguments.positional().isEmpty())
        return arguments.wrongUsage(tr("Unexpected: %1").arg(arguments.positional().first()));
    bool isPartial = false;
    auto session = openAndSync(arguments, {}, &isPartial);
    if (!session)
        return sayError(session.error());
    // A sync has correlated already; a store that is read only shows what was found when it was written.
    if (!(*session)->client() && !(*session)->store()->isReadOnly()) {
        if (const auto found = story::correlate(*(*session)->store()); !found)
            return sayError(found.error());
    }
    QStringList names;
    for (const auto &column : columns())
        names.append(column.name);
    const auto rows =
        (*session)->store()->read(QStringLiteral("SELECT %1 FROM Correlations ORDER BY Score DESC, ExternalId")
                                      .arg(names.join(QStringLiteral(", "))),
                                  {}, columns());
    if (!rows)
        return sayError(rows.error());
    for (qsizetype row = 0; row < rows->rowCount(); ++row)
        printCorrelation(*rows, row);
    return isPartial ? PartialData : Done;
}

} // namespace

QList<Command> externalCommands()
{
    return {{QStringLiteral("external"), QStringLiteral("correlate"), QStringLiteral("external correlate [source]"),
             tr("Finds device, alert and process for each external alert: a line of JSON for each."), correlate}};
}

} // namespace watchdesk::ctl
