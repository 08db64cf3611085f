// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/bodystep.h"

#include "app/base/safetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace watchdesk::defender {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::defender", text); }

/// What is wrong with the step by itself; "" = nothing.
QString complaintOf(const BodyStep &kind, const QJsonObject &step)
{
    const QStringList known = kind.needs + kind.takes;
    for (const QJsonValue &parameter : step.value(u"params").toArray()) {
        const QString key = parameter[QStringLiteral("key")].toString();
        if (!known.contains(key))
            return tr("%1 takes no \"%2\".").arg(kind.type, visibleText(key, 100));
        if (!parameter[QStringLiteral("value")].isString())
            return tr("%1 is of the wrong type.").arg(key);
    }
    for (const QString &key : kind.needs) {
        if (stepParameter(step, key).trimmed().isEmpty())
            return tr("%1 is missing.").arg(key);
    }
    return {};
}

} // namespace

QString stepParameter(const QJsonObject &step, const QString &key)
{
    for (const QJsonValue &parameter : step.value(u"params").toArray()) {
        if (parameter[QStringLiteral("key")].toString() == key)
            return parameter[QStringLiteral("value")].toString();
    }
    return {};
}

QJsonObject stepFrom(const QString &type, const QList<std::pair<QString, QString>> &parameters)
{
    QJsonArray given;
    for (const auto &[key, value] : parameters) {
        if (!value.isEmpty())
            given.append(QJsonObject{{QStringLiteral("key"), key}, {QStringLiteral("value"), value}});
    }
    return {{QStringLiteral("type"), type}, {QStringLiteral("params"), given}};
}

Result<void> checkSteps(const QList<BodyStep> &kinds, const QJsonArray &steps)
{
    qsizetype last = 0;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const QString type = steps[i][QStringLiteral("type")].toString();
        const auto kind = std::find_if(kinds.begin(), kinds.end(), [&type](const auto &k) { return k.type == type; });
        QString complaint;
        if (kind == kinds.end())
            complaint = tr("\"%1\" is no kind of step.").arg(visibleText(type, 100));
        else if (kind - kinds.begin() < last)
            complaint = tr("%1 may not come after %2.").arg(type, kinds[last].type);
        else
            complaint = complaintOf(*kind, steps[i].toObject());
        if (!complaint.isEmpty())
            return failure(Error::Kind::InvalidInput, tr("Step %1: %2").arg(i + 1).arg(complaint));
        last = kind - kinds.begin();
    }
    return {};
}

} // namespace watchdesk::defender
