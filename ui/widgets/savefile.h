// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace watchdesk::ui {

/// Asks for a file and writes what `content` gives then, whole or not at all; `failed` is told why it could not. The
/// dialog stands over `parent` and does not hold up the caller. GUI thread.
void saveAs(QWidget *parent, const QString &title, const QString &filter, const QString &suffix,
            std::function<QByteArray()> content, std::function<void(const QString &)> failed);

} // namespace watchdesk::ui
