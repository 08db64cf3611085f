// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>

namespace watchdesk::net {

/// How long and how much a client bears. The one table of such numbers; a value type that tests make smaller.
struct Limits
{
    /// Nothing came or went for so long: the call is given up.
    std::chrono::milliseconds transferTimeout{60'000};
    /// One try in all, however steadily bytes drip in.
    std::chrono::milliseconds callTimeout{900'000};
    /// A whole token request; sign-in answers quickly or not at all.
    std::chrono::milliseconds tokenTimeout{20'000};
    /// A token is renewed so long before it expires.
    std::chrono::seconds tokenMargin{120};

    /// Calls that may be repeated are sent so often in all when the service stumbles (5xx, connection lost).
    int maximumTries = 4;
    std::chrono::milliseconds firstBackOff{500}; ///< doubles each time; half of it is jitter
    std::chrono::milliseconds longestBackOff{8'000};

    /// 429 without Retry-After, and the most that one Retry-After may ask for.
    std::chrono::milliseconds defaultPause{5'000};
    std::chrono::milliseconds longestPause{300'000};
    /// However long a service wants quiet, after this it is asked again.
    std::chrono::milliseconds longestBlock{3'600'000};
    /// All waiting of one call together; what it asks for beyond ends it with Error::Quota.
    std::chrono::milliseconds patience{600'000};

    /// An answer that grows beyond this is cut off: the service's own bound is 50 MB for a hunt.
    qint64 maximumReplyBytes = 256LL * 1024 * 1024;
    qint64 maximumTokenReplyBytes = 256LL * 1024;
    /// A list that is longer than this never ends.
    int maximumPages = 5'000;
    int maximumItems = 2'000'000; ///< of all pages of a list together
    /// Calls of one client on their way at a time; the rest waits in order.
    int maximumParallel = 6;

    /// The pause before try number `tries` + 1: doubling, bounded, half of it by chance so that clients spread out.
    std::chrono::milliseconds backOff(int tries) const;
};

} // namespace watchdesk::net
