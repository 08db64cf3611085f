// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace watchdesk {

QJsonValue jsonFromText(std::string_view utf8)
{
    const QByteArray text(utf8.data(), qsizetype(utf8.size()));
    const QJsonDocument document = QJsonDocument::fromJson('[' + text + ']');
    const QJsonArray array = document.array();
    if (array.size() == 1)
        return array.first();
    return QString::fromUtf8(text);
}

QByteArray jsonToText(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

void addMembers(QJsonObject &object, const QJsonObject &members)
{
    for (auto it = members.begin(); it != members.end(); ++it)
        object.insert(it.key(), it.value());
}

} // namespace watchdesk
