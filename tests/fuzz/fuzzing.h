// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/schema.h"

#include <QString>

#include <cstddef>
#include <cstdint>

namespace watchdesk::fuzz {

/// The text that libFuzzer's bytes stand for; bytes that are no UTF-8 become single UTF-16 units, surrogates too.
QString textFrom(const std::uint8_t *data, std::size_t size);

/// A few tables with columns of every type, those of the seeds.
const kql::Schema &schema();

/// Ends the run with the reason, so that libFuzzer keeps the input.
[[noreturn]] void fail(const char *what, const QString &about);

} // namespace watchdesk::fuzz
