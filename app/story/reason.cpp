// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/story/reason.h"

#include "app/base/jsontext.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace watchdesk::story {

namespace {

using Kind = Reason::Kind;

constexpr std::pair<Kind, const char *> kNames[] = {
    {Kind::SameFlow, "sameFlow"},         {Kind::SameRemote, "sameRemote"},
    {Kind::SameFile, "sameFile"},         {Kind::Address, "address"},
    {Kind::HostName, "hostName"},         {Kind::FileOnDevice, "fileOnDevice"},
    {Kind::SameProcess, "sameProcess"},   {Kind::ParentProcess, "parentProcess"},
    {Kind::ChildProcess, "childProcess"}, {Kind::RemoteInAlert, "remoteInAlert"},
};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Story)
};

QString nameOf(Kind kind)
{
    const auto *known = std::find_if(std::begin(kNames), std::end(kNames), [kind](auto &k) { return k.first == kind; });
    return QString::fromLatin1(known->second);
}

std::optional<Kind> kindOf(const QString &name)
{
    for (const auto &[kind, known] : kNames) {
        if (name == QLatin1String(known))
            return kind;
    }
    return {};
}

QString apartText(Ticks distance)
{
    const double seconds = double(distance) / double(kTicksPerSecond);
    if (seconds < 120)
        return Words::tr("%1 s apart").arg(seconds, 0, 'f', 1);
    if (seconds < 7200)
        return Words::tr("%1 min apart").arg(seconds / 60, 0, 'f', 0);
    return Words::tr("%1 h apart").arg(seconds / 3600, 0, 'f', 0);
}

/// Facts only, without the sentence.
QJsonObject factsOf(const Reason &reason)
{
    QJsonObject json{{QStringLiteral("kind"), nameOf(reason.kind)},
                     {QStringLiteral("points"), std::round(reason.points * 1000) / 1000}};
    if (!reason.subject.isEmpty())
        json.insert(QStringLiteral("subject"), reason.subject);
    if (!reason.object.isEmpty())
        json.insert(QStringLiteral("object"), reason.object);
    if (reason.apart)
        json.insert(QStringLiteral("apart"), qint64(*reason.apart));
    return json;
}

} // namespace

QString Reason::text() const
{
    const QString when = apartText(apart.value_or(0));
    switch (kind) {
    case Kind::SameFlow:
        return Words::tr("same flow %1 → %2, %3").arg(subject, object, when);
    case Kind::SameRemote:
        return Words::tr("same remote end %1, %2").arg(subject, when);
    case Kind::SameFile:
        return Words::tr("same file hash (%1), %2").arg(subject, when);
    case Kind::Address:
        return Words::tr("%1 was the device's address, seen %2").arg(subject, when);
    case Kind::HostName:
        return Words::tr("same host name %1").arg(subject);
    case Kind::FileOnDevice:
        return Words::tr("same file hash on the device (%1)").arg(subject);
    case Kind::SameProcess:
        return Words::tr("Defender alert on the same process: %1").arg(object);
    case Kind::ParentProcess:
        return Words::tr("Defender alert on a process that started this one: %1").arg(object);
    case Kind::ChildProcess:
        return Words::tr("Defender alert on a process that this one started: %1").arg(object);
    case Kind::RemoteInAlert:
        return Words::tr("Defender alert of the device names %1: %2").arg(subject, object);
    }
    return {};
}

QByteArray reasonsToText(const QList<Reason> &reasons)
{
    QJsonArray list;
    for (const Reason &reason : reasons)
        list.append(factsOf(reason));
    return jsonToText(list);
}

QList<Reason> reasonsFromText(std::string_view json)
{
    QList<Reason> reasons;
    for (const QJsonValue &entry : jsonFromText(json).toArray()) {
        const auto kind = kindOf(entry[u"kind"].toString());
        if (!kind)
            continue;
        Reason reason{*kind, entry[u"points"].toDouble(), entry[u"subject"].toString(), entry[u"object"].toString()};
        if (entry[u"apart"].isDouble())
            reason.apart = entry[u"apart"].toInteger();
        reasons.append(reason);
    }
    return reasons;
}

QJsonObject reasonToJson(const Reason &reason)
{
    QJsonObject json = factsOf(reason);
    json.insert(QStringLiteral("text"), reason.text());
    return json;
}

} // namespace watchdesk::story
