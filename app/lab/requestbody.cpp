// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/requestbody.h"

#include "app/base/ticks.h"

#include <QJsonDocument>

namespace watchdesk::lab {

namespace {

using Outcome = tl::expected<void, ApiError>;

tl::unexpected<ApiError> refusal(ApiCode code, const QString &message)
{
    return tl::unexpected<ApiError>(ApiError{code, message});
}

tl::unexpected<ApiError> incorrect()
{
    return refusal(ApiCode::InvalidRequestBody, QStringLiteral("Request body is incorrect"));
}

const defender::BodyField *fieldNamed(const QList<defender::BodyField> &fields, const QString &name)
{
    for (const defender::BodyField &field : fields) {
        if (field.name == name)
            return &field;
    }
    return nullptr;
}

bool isOfType(const QJsonValue &value, ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
        return value.isBool();
    case ColumnType::Int:
    case ColumnType::Long:
    case ColumnType::Real:
        return value.isDouble();
    case ColumnType::DateTime:
        return value.isString() && ticksFromIso(value.toString()).has_value();
    case ColumnType::Dynamic:
        return value.isArray() || value.isObject();
    default:
        return value.isString();
    }
}

Outcome checkValue(const defender::BodyField &field, const QJsonValue &value)
{
    if (value.isNull() && !field.required)
        return {};
    if (!isOfType(value, field.type))
        return incorrect();
    if (field.required && field.type == ColumnType::String && value.toString().trimmed().isEmpty())
        return refusal(ApiCode::MissingRequiredParameter,
                       QStringLiteral("The parameter '%1' must not be empty.").arg(field.name));
    if (!field.values.isEmpty() && !field.values.contains(value.toString()))
        return refusal(ApiCode::InvalidInput,
                       QStringLiteral("'%1' is not a value of %2. Allowed values: %3.")
                           .arg(value.toString().left(100), field.name, field.values.join(QStringLiteral(", "))));
    return {};
}

bool isKnownInAnotherCase(const QString &name, const QList<defender::BodyField> &fields)
{
    return std::any_of(fields.begin(), fields.end(), [&](const defender::BodyField &field) {
        return field.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

tl::expected<QJsonObject, ApiError> jsonBody(const HttpRequest &request)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return incorrect();
    return document.object();
}

tl::expected<void, ApiError> checkBody(const QJsonObject &body, const QList<defender::BodyField> &fields,
                                       const QStringList &also)
{
    for (auto it = body.begin(); it != body.end(); ++it) {
        const defender::BodyField *field = fieldNamed(fields, it.key());
        if (field) {
            if (const Outcome outcome = checkValue(*field, it.value()); !outcome)
                return outcome;
        } else if (!also.contains(it.key())) {
            return isKnownInAnotherCase(it.key(), fields)
                       ? incorrect()
                       : refusal(
                             ApiCode::InvalidRequestBody,
                             QStringLiteral("Request body is incorrect: '%1' is not known").arg(it.key().left(100)));
        }
    }
    for (const defender::BodyField &field : fields) {
        if (field.required && (!body.contains(field.name) || body.value(field.name).isNull()))
            return refusal(ApiCode::MissingRequiredParameter,
                           QStringLiteral("The required parameter '%1' is missing.").arg(field.name));
    }
    return {};
}

} // namespace watchdesk::lab
