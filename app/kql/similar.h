// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace watchdesk::kql {

/// The one of `candidates` that is most like `name`, or nothing if none is much like it.
QString mostLike(const QString &name, const QStringList &candidates);

} // namespace watchdesk::kql
