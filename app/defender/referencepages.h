// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace watchdesk::defender {

/// The reference of the API as Markdown, from the descriptors: by file name ("machines.md"), with "README.md" as its
/// contents. `./dev docs` writes it to docs/api, and a test compares.
QMap<QString, QByteArray> referencePages();

} // namespace watchdesk::defender
