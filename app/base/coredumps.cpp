// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/coredumps.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace watchdesk {

void forbidCoreDumps()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0}; // collectors to which the kernel pipes an image keep to it as well
    setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    prctl(PR_SET_DUMPABLE, 0); // nor can another process of the same user write an image of this one
#endif
}

} // namespace watchdesk
