// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QJsonArray>

namespace watchdesk::defender {

/// The records of one export file: gzip, one JSON object a line. Unreadable for what is no gzip or is cut off, or grows
/// beyond a bound; BadRecord with its line for what is no object.
Result<QJsonArray> recordsFromExport(const QByteArray &gzip);

} // namespace watchdesk::defender
