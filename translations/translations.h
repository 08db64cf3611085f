// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QCoreApplication;

namespace watchdesk {

/// Installs our translation into that language ("de"), else English, of which the sources hold all but
/// the plural forms. The translator belongs to `app`. Call it before the first window. False: there is no such
/// language.
bool installTranslation(QCoreApplication &app, const QString &language);

} // namespace watchdesk
