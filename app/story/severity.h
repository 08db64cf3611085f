// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace watchdesk::story {

/// "High" 3, "Medium" 2, "Low" 1, everything else 0. The same order is used in the SQL of this folder.
int severityRank(const QString &severity);
QString severityFromRank(int rank); ///< "" for less than 0

} // namespace watchdesk::story
