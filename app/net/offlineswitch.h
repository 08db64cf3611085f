// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QObject>
#include <QUrl>

#include <atomic>

namespace watchdesk::net {

/// Whether the program works offline: then no call of any kind goes out, to whatever service, sign-in and files
/// included. What was sent before still gets its answer.
///
/// One for the process, because a process works for one tenant. Set on the main thread, read on any.
class OfflineSwitch final : public QObject
{
    Q_OBJECT

public:
    static OfflineSwitch &instance();

    bool isOffline() const { return m_offline; }
    void setOffline(bool offline);

Q_SIGNALS:
    void changed(bool offline);

private:
    std::atomic<bool> m_offline = false;
};

/// What everything asks that is about to call: Refused while working offline, and for what checkUrl() refuses.
Result<void> mayCall(const QUrl &url);

/// The words for it, for whoever would offer something that cannot be sent.
QString offlineText();

} // namespace watchdesk::net
