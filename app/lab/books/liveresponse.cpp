// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/books/liveresponse.h"

#include "app/base/ticks.h"
#include "app/defender/resource.h"

#include <QJsonDocument>

#include <algorithm>

namespace watchdesk::lab {

namespace {

using defender::stepParameter;

/// The kinds of steps in their order.
const QList<defender::BodyStep> &stepKinds()
{
    return defender::actionNamed(QStringLiteral("runLiveResponse"))->field(QStringLiteral("Commands"))->steps;
}

qsizetype placeOf(const QString &type)
{
    const auto &kinds = stepKinds();
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&type](const auto &k) { return k.type == type; });
    return kind == kinds.end() ? -1 : kind - kinds.begin();
}

/// The parameter that a step must have; "" for no kind of step.
QString neededParameter(const QString &type)
{
    const qsizetype place = placeOf(type);
    return place < 0 ? QString() : stepKinds()[place].needs.value(0);
}

} // namespace

LiveResponse::LiveResponse(std::shared_ptr<store::Store> content, const LibraryShelf &library)
    : m_content(std::move(content))
    , m_library(library)
{
}

std::optional<ApiError> LiveResponse::wrongCommands(const QJsonArray &commands)
{
    qsizetype last = 0;
    for (const QJsonValue &command : commands) {
        const QString type = command[QStringLiteral("type")].toString();
        const qsizetype place = placeOf(type);
        if (place < 0)
            return ApiError{ApiCode::InvalidInput, QStringLiteral("'%1' is no command.").arg(type.left(100))};
        if (place < last)
            return ApiError{ApiCode::BadRequest,
                            QStringLiteral("Commands must come in the order PutFile, RunScript, GetFile.")};
        if (stepParameter(command.toObject(), neededParameter(type)).isEmpty())
            return ApiError{
                ApiCode::MissingRequiredParameter,
                QStringLiteral("The command %1 needs the parameter '%2'.").arg(type, neededParameter(type))};
        last = place;
    }
    if (commands.isEmpty())
        return ApiError{ApiCode::MissingRequiredParameter,
                        QStringLiteral("The parameter 'Commands' must not be empty.")};
    return std::nullopt;
}

QJsonArray LiveResponse::created(const QJsonArray &commands)
{
    QJsonArray all;
    for (const QJsonValue &command : commands)
        all.append(QJsonObject{{QStringLiteral("index"), all.size()},
                               {QStringLiteral("startTime"), QJsonValue()},
                               {QStringLiteral("endTime"), QJsonValue()},
                               {QStringLiteral("commandStatus"), QStringLiteral("Created")},
                               {QStringLiteral("errors"), QJsonArray()},
                               {QStringLiteral("command"), command}});
    return all;
}

Result<Table> LiveResponse::filesNamed(const QString &machineId, const QString &path) const
{
    return m_content->read(
        QStringLiteral(
            "SELECT FileName, FolderPath, SHA1, SHA256, FileSize FROM DeviceFileEvents WHERE DeviceId = ?1 AND "
            "(lower(FolderPath) = lower(?2) OR lower(FolderPath || '\\' || FileName) = lower(?2)) "
            "UNION ALL SELECT FileName, FolderPath, SHA1, SHA256, FileSize FROM DeviceProcessEvents WHERE "
            "DeviceId = ?1 AND lower(FolderPath) = lower(?2) LIMIT 1"),
        {machineId, path});
}

QString LiveResponse::failureOf(const QString &machineId, const QJsonObject &command) const
{
    const QString type = command.value(u"type").toString();
    const QString value = stepParameter(command, neededParameter(type));
    if (type != QLatin1String("GetFile"))
        return m_library.content(value) ? QString()
                                        : QStringLiteral("The file %1 is not in the library.").arg(value.left(200));
    const auto files = filesNamed(machineId, value);
    return files && files->rowCount() > 0 ? QString()
                                          : QStringLiteral("The file %1 was not found.").arg(value.left(200));
}

QString LiveResponse::processList(const QString &machineId) const
{
    const auto rows = m_content->read(
        QStringLiteral("SELECT ProcessId, FileName, AccountName, Timestamp FROM DeviceProcessEvents WHERE DeviceId = ? "
                       "ORDER BY Timestamp DESC LIMIT 40"),
        {machineId});
    QString text;
    for (qsizetype row = 0; rows && row < rows->rowCount(); ++row)
        text += QStringLiteral("%1  %2  %3  %4\n")
                    .arg(isoFromTicks(rows->column(3).integer(row)), rows->display(row, 0).rightJustified(6),
                         rows->display(row, 1).leftJustified(24), rows->display(row, 2));
    return text;
}

std::string LiveResponse::resultOf(const QString &machineId, const QJsonObject &command) const
{
    QJsonObject result;
    if (command.value(u"type") == QLatin1String("RunScript")) {
        result = {{QStringLiteral("script_name"), stepParameter(command, QStringLiteral("ScriptName"))},
                  {QStringLiteral("exit_code"), 0},
                  {QStringLiteral("script_output"), processList(machineId)},
                  {QStringLiteral("script_errors"), QString()}};
    } else {
        const auto files = filesNamed(machineId, stepParameter(command, QStringLiteral("Path")));
        for (qsizetype column = 0; files && files->rowCount() > 0 && column < files->columnCount(); ++column)
            result.insert(files->schema()[column].name, jsonFromCell(*files, 0, column));
    }
    return QJsonDocument(result).toJson().toStdString();
}

} // namespace watchdesk::lab
