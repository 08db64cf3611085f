// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/session/session.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/theme.h"
#include "ui/views/desk/deskview.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace watchdesk::ui {

/// A shown window and the session behind it, with a store and settings of its own; for tests.
class OpenWindow
{
public:
    OpenWindow(Theme::Choice look, const QSize &size)
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path()); // nobody's own widths
        m_theme.choose(look);
        m_window = std::make_unique<MainWindow>(&m_theme);
        m_window->resize(size);
        m_window->show();
    }

    /// Opens the session and waits for it; `problem()` says why there is none. The window does not have it yet.
    bool open(session::SessionOptions options)
    {
        options.storePath = storePath();
        session::Session::open(options).then(m_window.get(),
                                             [this](const Result<std::shared_ptr<session::Session>> &opened) {
                                                 if (opened)
                                                     m_session = *opened;
                                                 else
                                                     m_problem = opened.error().message;
                                             });
        return QTest::qWaitFor([this] { return m_session || !m_problem.isEmpty(); }, 120'000) && m_session;
    }

    /// Gives the session to the window and waits until the desk has come to rest.
    bool fill()
    {
        m_window->useSession(m_session);
        if (m_session->client() != nullptr) {
            m_window->sync();
            if (!QTest::qWaitFor([this] { return m_window->isSynced(); }, 200'000))
                return false;
        }
        return QTest::qWaitFor([this] { return desk()->isSettled() && desk()->hasData(); }, 20'000);
    }

    /// Of the session that open() opens; what lies there is taken.
    QString storePath() const { return m_folder.filePath(QStringLiteral("held.duckdb")); }
    MainWindow *operator->() const { return m_window.get(); }
    MainWindow *window() const { return m_window.get(); }
    DeskView *desk() const { return m_window->desk(); }
    const std::shared_ptr<session::Session> &session() const { return m_session; }
    const QString &problem() const { return m_problem; }

private:
    QTemporaryDir m_folder;
    Theme m_theme;
    std::shared_ptr<session::Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    QString m_problem;
};

} // namespace watchdesk::ui
