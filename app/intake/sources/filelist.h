// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace watchdesk::intake {

/// The files to read: paths as given; a folder's files, at any depth, in name order. Hidden files, and links that lead
/// out of the folder or round in circles, are left out. "-" stays.
QStringList expandPaths(const QStringList &paths);

/// `path` without folders and without ".gz".
QString plainName(const QString &path);

} // namespace watchdesk::intake
