// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/logging.h"

namespace watchdesk {

Q_LOGGING_CATEGORY(lcNet, "watchdesk.net", QtWarningMsg)
Q_LOGGING_CATEGORY(lcStore, "watchdesk.store", QtWarningMsg)
Q_LOGGING_CATEGORY(lcLab, "watchdesk.lab", QtWarningMsg)
Q_LOGGING_CATEGORY(lcIntake, "watchdesk.intake", QtWarningMsg)
Q_LOGGING_CATEGORY(lcUi, "watchdesk.ui", QtWarningMsg)
Q_LOGGING_CATEGORY(lcTiming, "watchdesk.timing", QtWarningMsg)

} // namespace watchdesk
