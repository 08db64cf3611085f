// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/actionbody.h"

#include "app/base/jsontext.h"
#include "app/base/safetext.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUuid>

namespace watchdesk::defender {

namespace {

tl::unexpected<Error> invalid(const QString &message) { return failure(Error::Kind::InvalidInput, message); }

bool isOfType(const QJsonValue &value, ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
        return value.isBool();
    case ColumnType::Dynamic:
        return value.isArray() || value.isObject();
    default:
        return isIntegral(type) && type != ColumnType::DateTime ? value.isDouble() : value.isString();
    }
}

Result<void> checkFile(const BodyField &field, const QJsonValue &value)
{
    static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9._-]{1,255}$"));
    const QString name = value[QStringLiteral("name")].toString();
    if (!allowed.match(name).hasMatch())
        return invalid(QCoreApplication::translate(
                           "defender", "%1: a file's name may have letters, digits, \"-\", \"_\" and \".\" only.")
                           .arg(field.name));
    const auto content = QByteArray::fromBase64Encoding(value[QStringLiteral("content")].toString().toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!content)
        return invalid(QCoreApplication::translate("defender", "%1: the content is no base64.").arg(field.name));
    if (content.decoded.size() > kMaximumUpload)
        return invalid(QCoreApplication::translate("defender", "%1: the file is larger than 20 MB.").arg(field.name));
    return {};
}

Result<void> checkField(const BodyField &field, const QJsonValue &value)
{
    if (value.isUndefined() && !field.required)
        return {};
    if (value.isUndefined() || value.toString(QStringLiteral("x")).trimmed().isEmpty())
        return invalid(QCoreApplication::translate("defender", "%1 is missing.").arg(field.name));
    if (!isOfType(value, field.type))
        return invalid(QCoreApplication::translate("defender", "%1 is of the wrong type.").arg(field.name));
    if (!field.values.isEmpty() && !field.values.contains(value.toString()))
        return invalid(QCoreApplication::translate("defender", "%1 must be one of %2.")
                           .arg(field.name, field.values.join(QStringLiteral(", "))));
    if (field.required && value.isArray() && value.toArray().isEmpty())
        return invalid(QCoreApplication::translate("defender", "%1 is empty.").arg(field.name));
    if (field.most > 0 && value.toArray().size() > field.most)
        return invalid(QCoreApplication::translate("defender", "%1 has %2 entries; %3 are the most.")
                           .arg(field.name)
                           .arg(value.toArray().size())
                           .arg(field.most));
    return field.steps.isEmpty() ? Result<void>() : checkSteps(field.steps, value.toArray());
}

bool isFile(const ResourceAction &action, const BodyField &field)
{
    return action.isForm && field.name == QLatin1String("File");
}

QByteArray partOf(const BodyField &field, const QJsonValue &value, bool isFileField)
{
    QByteArray head = "Content-Disposition: form-data; name=\"" + field.name.toUtf8() + '"';
    if (!isFileField) {
        const QByteArray text =
            value.isBool() ? QByteArray(value.toBool() ? "true" : "false") : value.toString().toUtf8();
        return head + "\r\n\r\n" + text + "\r\n";
    }
    head += "; filename=\"" + value[QStringLiteral("name")].toString().toUtf8() +
            "\"\r\nContent-Type: application/octet-stream";
    return head + "\r\n\r\n" + QByteArray::fromBase64(value[QStringLiteral("content")].toString().toLatin1()) + "\r\n";
}

} // namespace

Result<void> checkBody(const ResourceAction &action, const QJsonObject &body)
{
    for (const BodyField &field : action.body) {
        const QJsonValue value = body.value(field.name);
        const bool isGiven = !value.isUndefined();
        const auto good = isFile(action, field) && isGiven ? checkFile(field, value) : checkField(field, value);
        if (!good)
            return good;
    }
    for (auto it = body.constBegin(); it != body.constEnd(); ++it) {
        if (!action.field(it.key()))
            return invalid(QCoreApplication::translate("defender", "%1 takes no \"%2\".")
                               .arg(action.name, visibleText(it.key(), 100)));
    }
    return {};
}

Result<QJsonObject> uploadFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Unreadable,
                       QCoreApplication::translate("defender", "%1 cannot be read.").arg(visibleText(path, 1000)));
    if (file.size() > kMaximumUpload)
        return invalid(
            QCoreApplication::translate("defender", "%1 is larger than 20 MB.").arg(visibleText(path, 1000)));
    return QJsonObject{{QStringLiteral("name"), QFileInfo(path).fileName()},
                       {QStringLiteral("content"), QString::fromLatin1(file.readAll().toBase64())}};
}

Result<QJsonValue> valueFromText(const BodyField &field, const QString &text)
{
    bool isGood = true;
    QJsonValue value = text;
    if (field.type == ColumnType::Bool) {
        isGood = text == QStringLiteral("true") || text == QStringLiteral("false");
        value = text == QStringLiteral("true");
    } else if (field.type == ColumnType::Dynamic) {
        const QByteArray utf8 = text.toUtf8();
        const QJsonValue json = jsonFromText({utf8.constData(), size_t(utf8.size())});
        value = json.isArray() || json.isObject()
                    ? json
                    : QJsonValue(QJsonArray::fromStringList(text.split(u',', Qt::SkipEmptyParts)));
    } else if (isIntegral(field.type) && field.type != ColumnType::DateTime) {
        value = text.toLongLong(&isGood);
    }
    if (isGood)
        return value;
    return invalid(QCoreApplication::translate("defender", "\"%1\" is no value for %2: %3.")
                       .arg(visibleText(text, 100), field.name, field.meaning));
}

EncodedBody encodedBody(const ResourceAction &action, const QJsonObject &body)
{
    if (action.body.isEmpty())
        return {};
    if (!action.isForm)
        return {QJsonDocument(body).toJson(QJsonDocument::Compact), {}};
    // Random, so that no file holds it.
    const QByteArray boundary = "watchdesk-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    QByteArray bytes;
    for (const BodyField &field : action.body) {
        if (body.contains(field.name))
            bytes += "--" + boundary + "\r\n" + partOf(field, body.value(field.name), isFile(action, field));
    }
    return {bytes + "--" + boundary + "--\r\n", "multipart/form-data; boundary=" + boundary};
}

} // namespace watchdesk::defender
