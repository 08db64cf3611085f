// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

namespace watchdesk::lab {

class ContentStore;

/// Derives the devices of recorded telemetry from its events: name, when first and last seen, addresses with their
/// times, who was signed on, the system as far as the versions of its programs tell. Writes Devices, DeviceNetworkInfo
/// and, for devices that have none, DeviceInfo. What is not known stays empty rather than guessed.
Result<void> writeRecordedDevices(ContentStore &store);

} // namespace watchdesk::lab
