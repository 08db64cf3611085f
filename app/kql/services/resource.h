// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

namespace watchdesk::kql {

/// resources/kql/<name>.json, which is part of the program: that it is missing or broken is a mistake of the build.
QJsonObject jsonResource(const QString &name);

} // namespace watchdesk::kql
