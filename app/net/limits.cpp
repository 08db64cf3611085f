// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/limits.h"

#include <QRandomGenerator>

#include <algorithm>

namespace watchdesk::net {

std::chrono::milliseconds Limits::backOff(int tries) const
{
    const std::chrono::milliseconds doubled = firstBackOff * (qint64(1) << std::clamp(tries - 1, 0, 20));
    const qint64 most = std::max<qint64>(std::min(doubled, longestBackOff).count(), 2);
    return std::chrono::milliseconds(most / 2 + qint64(QRandomGenerator::global()->bounded(quint64(most / 2))));
}

} // namespace watchdesk::net
