// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace watchdesk::defender {

/// A descriptor's title, of a resource, a relation or an action, in the language of the program. Thread-safe.
QString translatedTitle(const QString &title);

} // namespace watchdesk::defender
