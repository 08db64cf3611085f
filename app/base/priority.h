// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace watchdesk {

/// Lets every thread that draws or answers a person go before the calling one, from here to the thread's end; threads
/// that it starts are as polite. For workers: on a machine with few cores a query that uses all of them would otherwise
/// hold up the window. Never call it on the main thread.
void giveWayToInterface();

} // namespace watchdesk
