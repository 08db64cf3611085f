// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace watchdesk::kql {

/// The query laid out: a pipe a line, long lists and conditions wrapped, brackets that hold pipes opened. Only blanks
/// and line ends change, so that meaning and comments stay; formatting twice gives the same. A text whose tokens would
/// not survive (or that is nested too deeply) comes back as it is.
QString formatted(const QString &text);

} // namespace watchdesk::kql
