// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/error.h"
#include "ui/models/selection.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>

class QStackedWidget;

namespace watchdesk::session {
class Session;
struct SyncProgress;
} // namespace watchdesk::session

namespace watchdesk::ui {

class DeskView;
class HuntView;
class Rail;
class ResourcesView;
class StatusLine;
class Theme;
class TopBar;
class View;

/// The window: menus, top bar, rail, views, status line. Stands before there is a session; useSession() fills it.
/// Owned by the executable, on the GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Theme *theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    void useSession(std::shared_ptr<session::Session> session);
    void showOpenFailure(const Error &error);
    /// Loads what is new; again later while the tenant is live.
    void sync();
    bool showView(const QString &name);
    QStringList viewNames() const;
    View *view(const QString &name) const;
    DeskView *desk() const { return m_desk; }
    HuntView *hunt() const { return m_hunt; }
    ResourcesView *resources() const { return m_resources; }
    bool isSynced() const { return m_synced; }

Q_SIGNALS:
    void synced();

private:
    void buildCentre();
    void buildFileMenu();
    void buildEditMenu();
    void buildViewMenu();
    void buildGoMenu();
    void buildHuntMenu();
    void buildRespondMenu();
    void buildToolsMenu();
    void buildWindowMenu();
    void buildHelpMenu();
    void addView(View *view, const QString &title, const QString &icon);
    void setCurrentView(int index);
    void showProgress(const session::SyncProgress &progress);
    void nextPane(int direction);
    void exportGrid();
    void verifyAudit();
    void chooseGeoDatabase();
    void openGeoDatabase(const QString &path);
    void openWindow(const QStringList &arguments);
    void fillTenants(QMenu *menu);
    void editProfiles();
    void workOffline(bool offline);
    void showReach();
    QString offlineKey() const; ///< in the settings
    void showShortcuts();
    void showAbout();
    QAction *act(QMenu *menu, const QString &text, const QKeySequence &keys, std::function<void()> run);

    Theme *m_theme;
    std::shared_ptr<session::Session> m_session;
    TopBar *m_top = nullptr;
    Rail *m_rail = nullptr;
    QStackedWidget *m_stack = nullptr;
    StatusLine *m_status = nullptr;
    QList<View *> m_views;
    DeskView *m_desk = nullptr;
    HuntView *m_hunt = nullptr;
    ResourcesView *m_resources = nullptr;
    QAction *m_offline = nullptr;
    QTimer m_refresh; ///< while the tenant is live
    bool m_synced = false;
};

} // namespace watchdesk::ui
