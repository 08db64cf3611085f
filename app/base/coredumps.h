// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace watchdesk {

/// No image of this process's memory is written when it crashes: secrets and tokens are in it. Called first in main().
void forbidCoreDumps();

} // namespace watchdesk
