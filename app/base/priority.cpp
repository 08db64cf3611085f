// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/priority.h"

#include <QtGlobal>

#if defined(Q_OS_LINUX)
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#elif defined(Q_OS_WIN)
#include <windows.h>
#endif

namespace watchdesk {

// QThread::setPriority() does nothing under Linux's ordinary scheduling; there each thread has a nice value of its own.
void giveWayToInterface()
{
#if defined(Q_OS_LINUX)
    constexpr int kNice = 5;
    thread_local const int done = setpriority(PRIO_PROCESS, id_t(syscall(SYS_gettid)), kNice);
    Q_UNUSED(done);
#elif defined(Q_OS_WIN)
    SetThreadPriority(GetCurrentThread(), THREAD_PRIORITY_BELOW_NORMAL);
#endif
}

} // namespace watchdesk
