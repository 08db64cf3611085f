// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The main window's menus and what they do.

#include "ui/shell/mainwindow.h"

#include "app/base/safetext.h"
#include "app/base/workers.h"
#include "app/kql/functions/addressplaces.h"
#include "app/response/audit.h"
#include "app/session/profile.h"
#include "app/session/session.h"
#include "ui/shell/profiledialog.h"
#include "ui/shell/searchfield.h"
#include "ui/shell/theme.h"
#include "ui/shell/topbar.h"
#include "ui/views/desk/deskview.h"
#include "ui/views/hunt/huntview.h"
#include "ui/views/hunt/placesdialog.h"
#include "ui/views/resources/resourcesview.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/tokens.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProcess>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>

namespace watchdesk::ui {

namespace {

const QString kGeoDatabase = QStringLiteral("geoDatabase"); ///< in the settings

Grid *focusedGrid()
{
    for (QWidget *widget = QApplication::focusWidget(); widget != nullptr; widget = widget->parentWidget())
        if (auto *grid = qobject_cast<Grid *>(widget))
            return grid;
    return nullptr;
}

void tell(QWidget *parent, const QString &title, const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, title, text, QMessageBox::Ok, parent);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace

QAction *MainWindow::act(QMenu *menu, const QString &text, const QKeySequence &keys, std::function<void()> run)
{
    QAction *action = menu->addAction(text);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, std::move(run));
    return action;
}

void MainWindow::buildFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    act(menu, tr("&Sync now"), QKeySequence(tr("Ctrl+R")), [this] { sync(); });
    m_offline = menu->addAction(tr("&Work offline"));
    m_offline->setCheckable(true);
    m_offline->setEnabled(false); // before there is a session
    connect(m_offline, &QAction::triggered, this, &MainWindow::workOffline);
    QMenu *tenants = menu->addMenu(tr("Open &tenant"));
    connect(tenants, &QMenu::aboutToShow, this, [this, tenants] { fillTenants(tenants); });
    act(menu, tr("&Profiles …"), QKeySequence(tr("Ctrl+Shift+P")), [this] { editProfiles(); });
    act(menu, tr("&Export grid as CSV …"), QKeySequence(tr("Ctrl+E")), [this] { exportGrid(); });
    menu->addSeparator();
    act(menu, tr("&Quit"), QKeySequence::Quit, [this] { close(); });
}

/// Kept for this tenant: who works where nothing may go out does not want to say so each morning.
void MainWindow::workOffline(bool offline)
{
    if (m_session->kind() == session::Session::Kind::Tenant)
        QSettings().setValue(offlineKey(), offline);
    m_session->setOffline(offline);
    if (!offline)
        sync();
}

/// Another tenant gets a window of its own, in a program of its own: nothing of one can end up in the other.
void MainWindow::openWindow(const QStringList &arguments)
{
    if (!QProcess::startDetached(QApplication::applicationFilePath(), arguments))
        tell(this, tr("Open tenant"), tr("Another window cannot be opened."));
}

void MainWindow::fillTenants(QMenu *menu)
{
    menu->clear();
    for (const QString &name : session::profileNames()) {
        QAction *action = act(menu, QString(name).replace(u'&', QStringLiteral("&&")), {}, [this, name] {
            openWindow({QStringLiteral("--profile"), name});
        });
        if (const auto profile = session::loadProfile(name))
            action->setIcon(swatch(tenantTone(session::colourOf(*profile))));
        action->setIconVisibleInMenu(true);
    }
    if (!menu->isEmpty())
        menu->addSeparator();
    act(menu, tr("&Lab tenant"), {}, [this] { openWindow({QStringLiteral("--lab")}); });
}

void MainWindow::editProfiles()
{
    auto *dialog = new ProfileDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ProfileDialog::openWanted, dialog, [this](const QString &name) {
        openWindow({QStringLiteral("--profile"), name});
    });
    dialog->open();
}

void MainWindow::buildEditMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Edit"));
    act(menu, tr("Copy rows as &TSV"), QKeySequence(tr("Ctrl+Shift+C")), [] {
        if (const Grid *grid = focusedGrid())
            QApplication::clipboard()->setText(grid->selectionText(Grid::Separator::Tab, true));
    });
    act(menu, tr("Copy rows as &CSV"), {}, [] {
        if (const Grid *grid = focusedGrid())
            QApplication::clipboard()->setText(grid->selectionText(Grid::Separator::Comma, true));
    });
    menu->addSeparator();
    act(menu, tr("&Filter this pane"), QKeySequence(tr("Ctrl+F")), [] {
        for (QWidget *widget = QApplication::focusWidget(); widget != nullptr; widget = widget->parentWidget())
            if (auto *pane = qobject_cast<Pane *>(widget); pane != nullptr && pane->filterField() != nullptr)
                return pane->filterField()->setFocus(Qt::ShortcutFocusReason);
    });
}

void MainWindow::buildViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    auto *group = new QActionGroup(this);
    const QList<std::pair<QString, Theme::Choice>> themes = {{tr("&Dark"), Theme::Choice::Dark},
                                                             {tr("&Light"), Theme::Choice::Light},
                                                             {tr("As the &system"), Theme::Choice::System}};
    for (const auto &[text, choice] : themes) {
        QAction *action = act(menu, text, {}, [this, wanted = choice] {
            m_theme->choose(wanted);
            QSettings().setValue(QStringLiteral("theme"), Theme::nameOf(wanted));
        });
        action->setCheckable(true);
        action->setChecked(m_theme->choice() == choice);
        group->addAction(action);
    }
    menu->addSeparator();
    act(menu, tr("&Expand this pane"), QKeySequence(tr("Ctrl+Shift+M")), [] {
        for (QWidget *widget = QApplication::focusWidget(); widget != nullptr; widget = widget->parentWidget())
            if (auto *pane = qobject_cast<Pane *>(widget); pane != nullptr && pane->expandButton() != nullptr)
                return pane->expandButton()->toggle();
    });
    QAction *full = act(menu, tr("&Full screen"), QKeySequence::FullScreen,
                        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    full->setCheckable(true);
}

void MainWindow::buildGoMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Go"));
    act(menu, tr("&Desk"), QKeySequence(tr("Ctrl+1")), [this] { setCurrentView(0); });
    act(menu, tr("&Hunt"), QKeySequence(tr("Ctrl+2")), [this] { setCurrentView(1); });
    act(menu, tr("&Tenant"), QKeySequence(tr("Ctrl+3")), [this] { setCurrentView(2); });
    menu->addSeparator();
    act(menu, tr("&Search …"), QKeySequence(tr("Ctrl+K")),
        [this] { m_top->search()->setFocus(Qt::ShortcutFocusReason); });
    act(menu, tr("&Next pane"), QKeySequence(tr("F6")), [this] { nextPane(1); });
    act(menu, tr("&Previous pane"), QKeySequence(tr("Shift+F6")), [this] { nextPane(-1); });
    act(menu, tr("Choose n&othing"), QKeySequence(tr("Ctrl+Shift+A")), [this] { m_desk->clearSelection(); });
}

void MainWindow::buildHuntMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("H&unt"));
    act(menu, tr("&Run query"), QKeySequence(tr("F5")), [this] {
        setCurrentView(1);
        m_hunt->run();
    });
    act(menu, tr("&Stop query"), {}, [this] { m_hunt->stop(); });
    act(menu, tr("W&hat externaldata may read …"), {}, [this] {
        auto *dialog = new PlacesDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    menu->addSeparator();
    menu->addActions(m_hunt->editorActions());
}

void MainWindow::buildRespondMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Respond"));
    menu->setToolTipsVisible(true);
    m_desk->fillResponseMenu(menu);
    const auto isOfTenant = [this] { return m_stack->currentWidget() == m_resources; };
    connect(menu, &QMenu::aboutToShow, this, [this, menu, isOfTenant] {
        menu->clear();
        if (isOfTenant())
            m_resources->fillResponseMenu(menu);
        else
            m_desk->fillResponseMenu(menu);
    });
    connect(menu, &QMenu::triggered, this, [this, isOfTenant] {
        if (!isOfTenant())
            setCurrentView(0); // the sheet stands there, beside what it is about
    });
}

void MainWindow::buildToolsMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Tools"));
    act(menu, tr("&Verify audit log"), {}, [this] { verifyAudit(); });
    menu->addSeparator();
    act(menu, tr("&IP location database …"), {}, [this] { chooseGeoDatabase(); });
    QAction *without = act(menu, tr("&Close IP location database"), {}, [] {
        kql::AddressPlaces::instance().close();
        QSettings().remove(kGeoDatabase);
    });
    connect(menu, &QMenu::aboutToShow, without,
            [without] { without->setEnabled(kql::AddressPlaces::instance().isOpen()); });
    if (const QString path = QSettings().value(kGeoDatabase).toString(); !path.isEmpty())
        openGeoDatabase(path);
}

/// What geo_info_from_ip_address() looks into; a file that the user has.
void MainWindow::chooseGeoDatabase()
{
    auto *dialog =
        new QFileDialog(this, tr("IP location database"), QString(), tr("MaxMind databases (*.mmdb);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openGeoDatabase);
    dialog->open();
}

void MainWindow::openGeoDatabase(const QString &path)
{
    onWorker([path] {
        return kql::AddressPlaces::instance().open(path);
    }).then(this, [this, path](const Result<void> &opened) {
        if (opened)
            QSettings().setValue(kGeoDatabase, path);
        else
            tell(this, tr("IP location database"), visibleText(opened.error().message, 400));
    });
}

void MainWindow::buildWindowMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Window"));
    act(menu, tr("&Minimise"), QKeySequence(tr("Ctrl+M")), [this] { showMinimized(); });
    act(menu, tr("&Forget column widths"), {}, [] {
        QSettings settings;
        settings.remove(QStringLiteral("grids"));
    });
}

void MainWindow::buildHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("Hel&p"));
    act(menu, tr("&Keyboard shortcuts"), QKeySequence(tr("Ctrl+/")), [this] { showShortcuts(); });
    act(menu, tr("&About Watchdesk"), {}, [this] { showAbout(); });
}

void MainWindow::nextPane(int direction)
{
    QList<Grid *> grids;
    for (Grid *grid : m_stack->currentWidget()->findChildren<Grid *>())
        if (grid->isVisibleTo(this))
            grids.append(grid);
    if (grids.isEmpty())
        return;
    const qsizetype now = grids.indexOf(focusedGrid());
    const qsizetype next = now < 0 ? 0 : (now + direction + grids.size()) % grids.size();
    grids.at(next)->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::exportGrid()
{
    Grid *grid = focusedGrid();
    if (grid == nullptr)
        return tell(this, tr("Export"), tr("Go to a grid first (F6): its chosen rows are exported, or all of them."));
    saveAs(
        this, tr("Export grid as CSV"), tr("CSV files (*.csv)"), QStringLiteral("csv"),
        [grid = QPointer<Grid>(grid)] {
            if (grid.isNull())
                return QByteArray();
            if (grid->selectionModel()->selectedRows().size() < 2)
                grid->selectAll();
            return grid->selectionText(Grid::Separator::Comma, true).toUtf8();
        },
        [this](const QString &why) { tell(this, tr("Export"), tr("The file could not be written: %1").arg(why)); });
}

void MainWindow::verifyAudit()
{
    if (!m_session || m_session->auditPath().isEmpty())
        return tell(this, tr("Audit log"), tr("This session has no audit log: nothing can be sent from it."));
    onWorker([path = m_session->auditPath()] {
        return response::Audit::verify(path);
    }).then(this, [this](const Result<response::AuditReport> &report) {
        if (!report)
            tell(this, tr("Audit log"), report.error().message);
        else if (report->intact)
            tell(this, tr("Audit log"), tr("The chain is intact: %Ln record(s).", nullptr, int(report->records)));
        else
            tell(this, tr("Audit log"),
                 tr("The chain is broken at line %1: %2").arg(report->badLine).arg(visibleText(report->reason, 400)));
    });
}

void MainWindow::showShortcuts()
{
    QStringList lines;
    for (const QAction *menu : menuBar()->actions()) {
        for (const QAction *action : menu->menu()->actions()) {
            if (!action->shortcut().isEmpty())
                lines.append(QString(action->shortcut().toString(QKeySequence::NativeText) % QStringLiteral("\t") %
                                     QString(action->text()).remove(u'&')));
        }
    }
    lines.append(tr("Shift+Enter\tRun query in the editor"));
    lines.append(tr("Esc\tStop query, close sheet, choose nothing"));
    lines.append(tr("+ − ← → Home\tZoom and pan the timeline"));
    tell(this, tr("Keyboard shortcuts"), lines.join(u'\n'));
}

void MainWindow::showAbout()
{
    tell(this, tr("About Watchdesk"),
         tr("Watchdesk %1\nA desktop console for Microsoft Defender for Endpoint.\nGPL-3.0-or-later")
             .arg(QApplication::applicationVersion()));
}

} // namespace watchdesk::ui
