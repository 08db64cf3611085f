// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/jsontext.h"
#include "app/ctl/answers.h"
#include "app/ctl/bench/benchmarks.h"

#include <QJsonObject>

#include <cstdio>

namespace watchdesk::ctl {

void printFigure(const QString &name, double value, const QString &unit, const QString &yardstick, double ratio,
                 const QJsonObject &more)
{
    QJsonObject json{{QStringLiteral("name"), name},
                     {QStringLiteral("value"), value},
                     {QStringLiteral("unit"), unit},
                     {QStringLiteral("yardstick"), yardstick},
                     {QStringLiteral("ratio"), ratio}};
    for (auto member = more.begin(); member != more.end(); ++member)
        json.insert(member.key(), member.value());
    printAnswer(jsonToText(json));
    std::fflush(stdout); // a run that is stopped keeps what it measured
}

} // namespace watchdesk::ctl
