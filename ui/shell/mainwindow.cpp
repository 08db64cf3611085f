// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/mainwindow.h"

#include "app/base/logging.h"
#include "app/base/safetext.h"
#include "app/session/session.h"
#include "ui/shell/rail.h"
#include "ui/shell/searchfield.h"
#include "ui/shell/statusline.h"
#include "ui/shell/theme.h"
#include "ui/shell/topbar.h"
#include "ui/views/desk/deskview.h"
#include "ui/views/hunt/huntview.h"
#include "ui/views/resources/resourcesview.h"
#include "ui/widgets/sheetrequest.h"

#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace watchdesk::ui {

namespace {

/// A sync asks for what changed since the last one.
constexpr std::chrono::minutes kRefresh{5};

} // namespace

MainWindow::MainWindow(Theme *theme, QWidget *parent)
    : QMainWindow(parent)
    , m_theme(theme)
{
    setWindowTitle(tr("Watchdesk"));
    setMinimumSize(960, 600);
    buildCentre();
    buildFileMenu();
    buildEditMenu();
    buildViewMenu();
    buildGoMenu();
    buildHuntMenu();
    buildRespondMenu();
    buildToolsMenu();
    buildWindowMenu();
    buildHelpMenu();
    setCurrentView(0);
    nextPane(1);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildCentre()
{
    auto *centre = new QWidget;
    centre->setObjectName(QStringLiteral("ground"));
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_top = new TopBar;
    column->addWidget(m_top);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    m_rail = new Rail;
    m_stack = new QStackedWidget;
    row->addWidget(m_rail);
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    setCentralWidget(centre);
    m_status = new StatusLine;
    setStatusBar(m_status);
    connect(m_status, &StatusLine::cancelWanted, this, [this](const QString &actionId) {
        setCurrentView(0);
        SheetRequest request{QStringLiteral("cancelAction")};
        request.targets = {actionId};
        m_desk->openSheet(request);
    });
    m_status->showState(tr("Opening …"));
    m_desk = new DeskView;
    m_hunt = new HuntView;
    addView(m_desk, tr("Desk"), QStringLiteral("desk"));
    addView(m_hunt, tr("Hunt"), QStringLiteral("hunt"));
    m_resources = new ResourcesView;
    addView(m_resources, tr("Tenant"), QStringLiteral("table"));
    connect(m_rail, &Rail::chosen, this, &MainWindow::setCurrentView);
    connect(m_top, &TopBar::syncWanted, this, &MainWindow::sync);
    m_refresh.setInterval(kRefresh);
    connect(&m_refresh, &QTimer::timeout, this, &MainWindow::sync);
    connect(m_top, &TopBar::timeRangeChosen, this, [this](const TimeRange &range) {
        for (View *each : std::as_const(m_views))
            each->setTimeRange(range);
    });
    connect(m_top->search(), &SearchField::found, this, [this](const Subject &subject) {
        setCurrentView(0);
        m_desk->showSubject(subject);
    });
}

void MainWindow::addView(View *added, const QString &title, const QString &iconName)
{
    m_views.append(added);
    m_stack->addWidget(added);
    m_rail->addView(title, iconName, QStringLiteral("Ctrl+%1").arg(m_views.size()));
}

void MainWindow::setCurrentView(int index)
{
    m_rail->setCurrent(index);
    m_stack->setCurrentIndex(index);
    m_views.at(index)->setFocus();
}

bool MainWindow::showView(const QString &name)
{
    for (int i = 0; i < m_views.size(); ++i) {
        if (m_views.at(i)->name() == name) {
            setCurrentView(i);
            return true;
        }
    }
    return false;
}

QStringList MainWindow::viewNames() const
{
    QStringList names;
    for (const View *each : m_views)
        names.append(each->name());
    return names;
}

View *MainWindow::view(const QString &name) const
{
    for (View *each : m_views)
        if (each->name() == name)
            return each;
    return nullptr;
}

void MainWindow::useSession(std::shared_ptr<session::Session> session)
{
    m_session = std::move(session);
    setWindowTitle(tr("%1 — Watchdesk").arg(visibleText(m_session->title(), 80)));
    m_top->useSession(m_session);
    m_top->search()->useStore(m_session->store());
    m_status->useSession(m_session);
    connect(m_session.get(), &session::Session::syncProgress, this, &MainWindow::showProgress);
    connect(m_session.get(), &session::Session::offlineChanged, this, &MainWindow::showReach);
    if (m_session->kind() == session::Session::Kind::Tenant && QSettings().value(offlineKey()).toBool())
        m_session->setOffline(true);
    showReach();
    // A file is opened to review what was: its last day may be long past.
    if (m_session->kind() == session::Session::Kind::Offline)
        m_top->chooseTimeRange({0});
    QElapsedTimer spent;
    spent.start();
    for (View *each : std::as_const(m_views)) {
        each->useSession(m_session);
        qCDebug(lcTiming) << each->name() << "takes the session in" << spent.restart() << "ms";
    }
}

QString MainWindow::offlineKey() const { return QStringLiteral("offline/") + m_session->title(); }

void MainWindow::showReach()
{
    m_offline->setEnabled(m_session->kind() != session::Session::Kind::Offline);
    m_offline->setChecked(m_session->isOffline());
    if (!m_session->isSyncing())
        m_status->showState(m_session->isOffline() ? tr("Offline: nothing is sent") : tr("Ready"));
}

void MainWindow::showOpenFailure(const Error &error)
{
    m_top->showFailure(error.message);
    m_status->showState(error.message);
}

void MainWindow::sync()
{
    if (!m_session || m_session->isSyncing())
        return;
    if (m_session->client() == nullptr) {
        m_synced = true;
        Q_EMIT synced();
        return;
    }
    m_top->showProgress(tr("Syncing …"));
    m_session->sync().then(this, [this](const Result<session::SyncReport> &report) {
        m_synced = true;
        m_refresh.start();
        const bool complete = report && report->errors.isEmpty() && !report->cancelled;
        m_top->showSynced(complete);
        QString text = tr("Ready");
        if (!report)
            text = tr("Sync failed: %1").arg(report.error().message);
        else if (!report->errors.isEmpty())
            text = tr("Partly synced: %1").arg(report->errors.constFirst().message);
        m_status->showState(visibleText(text, 200));
        Q_EMIT synced();
    });
}

void MainWindow::showProgress(const session::SyncProgress &progress)
{
    const int percent = progress.tableCount > 0 ? progress.tablesDone * 100 / progress.tableCount : 0;
    m_top->showProgress(tr("Syncing %1 %").arg(percent));
    QString text =
        tr("Loading %1 · %Ln row(s)", nullptr, int(std::min<qint64>(progress.rows, 2'000'000'000))).arg(progress.table);
    if (progress.remainingMs > 2'000)
        text += QStringLiteral(" · ") + tr("about %Ln s left", nullptr, int(progress.remainingMs / 1'000));
    m_status->showState(text);
}

} // namespace watchdesk::ui
