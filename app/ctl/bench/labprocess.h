// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/session/sessionoptions.h"

#include <QProcess>
#include <QStringList>

namespace watchdesk::ctl {

/// `lab serve` in a process of its own, so that a client's memory is measured alone. Blocking; the destructor ends it.
class LabProcess
{
public:
    ~LabProcess();
    /// Starts it and waits until it is ready; how to reach it.
    Result<session::SessionOptions> start(const QStringList &options);

private:
    QProcess m_process;
};

} // namespace watchdesk::ctl
