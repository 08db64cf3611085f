// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace watchdesk::defender {

/// A kind of step that an action's body may list (run-live-response): {"type": …, "params": [{"key", "value"}]}.
struct BodyStep
{
    QString type;      ///< "PutFile"
    QStringList needs; ///< parameters that it must have
    QStringList takes; ///< and those that it may have
    QString meaning;
};

/// The value of a step's parameter; "" where it has none.
QString stepParameter(const QJsonObject &step, const QString &key);

/// A step as the API takes it; parameters without a value are left out.
QJsonObject stepFrom(const QString &type, const QList<std::pair<QString, QString>> &parameters);

/// Each step is of a known kind with what that needs, and the kinds stand in the order of `kinds`. InvalidInput, with
/// the step's number, where they do not.
Result<void> checkSteps(const QList<BodyStep> &kinds, const QJsonArray &steps);

} // namespace watchdesk::defender
