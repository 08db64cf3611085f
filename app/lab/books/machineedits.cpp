// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/books/machineedits.h"
#include "app/base/jsontext.h"

#include <QJsonArray>

namespace watchdesk::lab {

namespace {

QJsonArray withoutTag(const QJsonArray &tags, const QString &tag)
{
    QJsonArray others;
    for (const QJsonValue &each : tags) {
        if (each.toString().compare(tag, Qt::CaseInsensitive) != 0)
            others.append(each);
    }
    return others;
}

} // namespace

MachineEdits::MachineEdits(EntitySet &machines)
    : m_machines(machines)
{
}

MachineEdits::Outcome MachineEdits::change(const QString &key, const Change &change)
{
    const std::lock_guard lock(m_mutex);
    auto machine = m_machines.object(key);
    if (!machine)
        return tl::unexpected<ApiError>(
            ApiError{ApiCode::ResourceNotFound, QStringLiteral("Machine %1 was not found").arg(key.left(100))});
    change(*machine);
    if (const auto put = m_machines.put(*machine); !put)
        return tl::unexpected<ApiError>(ApiError{ApiCode::InvalidRequestBody, put.error().message});
    return machine->value(u"id").toString();
}

MachineEdits::Outcome MachineEdits::update(const QString &key, const QJsonObject &body)
{
    return change(key, [&](QJsonObject &machine) { addMembers(machine, body); });
}

MachineEdits::Outcome MachineEdits::tag(const QString &key, const QJsonObject &body)
{
    return change(key, [&](QJsonObject &machine) {
        const QString tag = body.value(u"Value").toString();
        QJsonArray tags = withoutTag(machine.value(u"machineTags").toArray(), tag);
        if (body.value(u"Action") == QLatin1String("Add"))
            tags.append(tag);
        machine.insert(QStringLiteral("machineTags"), tags);
    });
}

MachineEdits::Outcome MachineEdits::setValue(const QString &key, const QJsonObject &body)
{
    return change(
        key, [&](QJsonObject &machine) { machine.insert(QStringLiteral("deviceValue"), body.value(u"DeviceValue")); });
}

} // namespace watchdesk::lab
