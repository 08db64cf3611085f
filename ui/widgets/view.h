// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/selection.h"
#include "ui/models/timerange.h"

#include <QWidget>

#include <memory>

namespace watchdesk::session {
class Session;
}

namespace watchdesk::ui {

/// One page of the main window. Stands there before there is a session, then shows what its store holds.
class View : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual QString name() const = 0; ///< stable: "desk", "hunt"
    virtual void useSession(std::shared_ptr<session::Session> session) = 0;
    virtual void setTimeRange(const TimeRange &) {}
    virtual void showSubject(const Subject &) {}
    /// Everything asked for has been answered: a picture of it now is a true one.
    virtual bool isSettled() const = 0;
};

} // namespace watchdesk::ui
