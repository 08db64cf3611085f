// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace watchdesk {

/// From now on a block of two megabytes or more goes back to the system as soon as it is freed. The C library keeps
/// larger and larger ones for the next time, between which small ones settle: of the pages of a long list, each 10 MB,
/// more was held free than in use. Called first in main().
void giveBackLargeBlocks();

/// What is free goes back to the system. Takes some milliseconds; any thread.
void giveBackFreeMemory();

} // namespace watchdesk
