// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QString>

#include <memory>

namespace watchdesk::intake {

/// Bytes of one input in order, unpacked and as UTF-8. Read by one thread; owned by who opened it.
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    /// Up to `size` bytes; 0 at the end. After an error nothing more comes.
    virtual Result<qsizetype> read(char *data, qsizetype size) = 0;
    /// How much of the input is read, 0 to 1.
    virtual double part() const = 0;
};

/// Opens a file: gzip is unpacked (by its content, all members), UTF-16 with a byte-order mark becomes UTF-8 and a
/// UTF-8 mark is dropped. What unpacks to an absurd size is refused while it unpacks, see kMaxRatio. Errors:
/// Unreadable.
Result<std::unique_ptr<ByteSource>> openFile(const QString &path);

/// A gzip file may be this many times larger unpacked, once more than kFreeBytes have come out; logs reach about 40.
inline constexpr qint64 kMaxRatio = 250;
inline constexpr qint64 kFreeBytes = 128 * 1024 * 1024;

} // namespace watchdesk::intake
