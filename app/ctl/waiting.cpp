// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/waiting.h"

#include <QSocketNotifier>

#include <csignal>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace watchdesk::ctl {

namespace {

Interruption *theInterruption = nullptr;

#ifdef Q_OS_UNIX
int signalPipe[2] = {-1, -1};

/// All that a signal handler may do: a byte wakes the event loop. A second Ctrl+C ends the program at once.
void onSignal(int number)
{
    const char byte = 1;
    if (write(signalPipe[1], &byte, 1) < 0) {
    }
    std::signal(number, SIG_DFL);
}
#endif

} // namespace

Interruption::Interruption()
{
    theInterruption = this;
#ifdef Q_OS_UNIX
    if (pipe(signalPipe) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        m_happened = true;
        Q_EMIT interrupted();
    });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

Interruption::~Interruption() { theInterruption = nullptr; }

Interruption *Interruption::instance() { return theInterruption; }

} // namespace watchdesk::ctl
