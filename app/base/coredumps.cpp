// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/coredumps.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace watchdesk {

void forbidCoreDumps()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0}; // collectors to which the kernel pipes an image keep to it as well
    setrlimit(RLIMIT_CORE, &none);
#endif
}

} // namespace watchdesk
