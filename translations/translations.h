// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QCoreApplication;

namespace watchdesk {

/// Installs our translation into that language ("de"), if there is one; English is in the sources. The translator
/// belongs to `app`. Call it before the first window.
bool installTranslation(QCoreApplication &app, const QString &language);

} // namespace watchdesk
