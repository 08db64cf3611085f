// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/columntype.h"

#include <QHash>

namespace watchdesk {

QString typeName(ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
        return QStringLiteral("bool");
    case ColumnType::Int:
        return QStringLiteral("int");
    case ColumnType::Long:
        return QStringLiteral("long");
    case ColumnType::Real:
        return QStringLiteral("real");
    case ColumnType::Decimal:
        return QStringLiteral("decimal");
    case ColumnType::DateTime:
        return QStringLiteral("datetime");
    case ColumnType::TimeSpan:
        return QStringLiteral("timespan");
    case ColumnType::Guid:
        return QStringLiteral("guid");
    case ColumnType::String:
        return QStringLiteral("string");
    case ColumnType::Dynamic:
        return QStringLiteral("dynamic");
    }
    Q_UNREACHABLE();
}

std::optional<ColumnType> typeFromName(const QString &name)
{
    static const QHash<QString, ColumnType> names = {
        {QStringLiteral("bool"), ColumnType::Bool},       {QStringLiteral("boolean"), ColumnType::Bool},
        {QStringLiteral("int"), ColumnType::Int},         {QStringLiteral("int32"), ColumnType::Int},
        {QStringLiteral("long"), ColumnType::Long},       {QStringLiteral("int64"), ColumnType::Long},
        {QStringLiteral("real"), ColumnType::Real},       {QStringLiteral("double"), ColumnType::Real},
        {QStringLiteral("decimal"), ColumnType::Decimal}, {QStringLiteral("datetime"), ColumnType::DateTime},
        {QStringLiteral("date"), ColumnType::DateTime},   {QStringLiteral("timespan"), ColumnType::TimeSpan},
        {QStringLiteral("time"), ColumnType::TimeSpan},   {QStringLiteral("guid"), ColumnType::Guid},
        {QStringLiteral("uuid"), ColumnType::Guid},       {QStringLiteral("uniqueid"), ColumnType::Guid},
        {QStringLiteral("string"), ColumnType::String},   {QStringLiteral("dynamic"), ColumnType::Dynamic},
        {QStringLiteral("object"), ColumnType::Dynamic},
    };
    const auto found = names.constFind(name.toLower());
    return found == names.constEnd() ? std::nullopt : std::optional(*found);
}

bool isIntegral(ColumnType type)
{
    return type == ColumnType::Bool || type == ColumnType::Int || type == ColumnType::Long ||
           type == ColumnType::DateTime || type == ColumnType::TimeSpan;
}

bool isText(ColumnType type) { return !isIntegral(type) && type != ColumnType::Real; }

} // namespace watchdesk
