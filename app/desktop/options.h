// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/session/sessionoptions.h"
#include "ui/shell/theme.h"

#include <QSize>

namespace watchdesk::desktop {

/// What the command line asked for (docs/command-line.md).
struct Options
{
    session::SessionOptions session;
    QString view;
    ui::Theme::Choice theme = ui::Theme::Choice::Dark;
    QString language;
    QString shotsFolder;
    QSize size{1680, 1010};
    bool timing = false;
};

/// Reads the arguments; InvalidInput for wrong usage. `--help` and `--version` answer by themselves and end.
Result<Options> readOptions(const QStringList &arguments);

} // namespace watchdesk::desktop
