// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/shots.h"

#include "ui/shell/mainwindow.h"
#include "ui/views/desk/deskview.h"
#include "ui/views/hunt/huntview.h"
#include "ui/views/resources/resourcesview.h"
#include "ui/widgets/actionsheet.h"
#include "ui/widgets/kqlassist.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>

#include <cstdio>
#include <iterator>

namespace watchdesk::desktop {

namespace {

constexpr int kPoll = 60;
constexpr int kCalm = 6;          ///< polls in a row at rest: late refreshes have come too
constexpr int kPatience = 20'000; ///< a step that takes longer is drawn as it is, and said
constexpr int kSyncPatience = 300'000;
/// A query as it is being written, with something to complain about.
const char *const kUnfinished =
    "// Which programs talk to which hosts, and how often?\n"
    "let suspects = ExternalAlerts | where Severity == \"high\" | distinct RemoteIP = DestinationIP;\n"
    "DeviceNetworkEvents\n"
    "| where ActionType == \"ConnectionSuccess\" and RemoteUrl contains \"update\"\n"
    "| where RemoteIP in (suspects)\n"
    "| summarize Connections = count(), First = min(Timestamp), Last = max(Timestamp)\n"
    "    by DeviceName, InitiatingProcessFileName, RemoteIP\n"
    "| extend PerMinute = Connections / (datetime_diff('minute', Last, First) + 1.0)\n"
    "| where isnotempty(DeviceNam)\n"
    "| order by Per";
/// A result that is seen best as lines.
const char *const kDrawn = "// When do the busiest programs speak to others?\n"
                           "let busiest = DeviceNetworkEvents\n"
                           "    | summarize Connections = count() by InitiatingProcessFileName\n"
                           "    | top 4 by Connections | project InitiatingProcessFileName;\n"
                           "DeviceNetworkEvents\n"
                           "| where InitiatingProcessFileName in (busiest)\n"
                           "| summarize Connections = count() by bin(Timestamp, 2h), InitiatingProcessFileName\n"
                           "| render timechart with (title = \"Connections in two hours, by program\")";
const char *const kSteps[] = {"sync", "desk", "sheet", "push", "hunt", "chart", "editor", "tenant", "weaknesses"};
constexpr int kStepCount = int(std::size(kSteps));

} // namespace

Shots::Shots(ui::MainWindow *window, const QString &folder, const QString &suffix, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_folder(folder)
    , m_suffix(suffix)
{
    m_timer.setInterval(kPoll);
    connect(&m_timer, &QTimer::timeout, this, &Shots::poll);
}

void Shots::start()
{
    if (!QDir().mkpath(m_folder)) {
        std::fprintf(stderr, "%s\n", qPrintable(tr("The folder cannot be made: %1").arg(m_folder)));
        return QApplication::exit(6);
    }
    prepare(0);
    m_timer.start();
}

void Shots::prepare(int step)
{
    m_step = step;
    m_calm = 0;
    m_waiting.start();
    const QString name = QString::fromLatin1(kSteps[step]);
    ui::DeskView *desk = m_window->desk();
    if (name == u"desk") {
        m_window->showView(QStringLiteral("desk"));
        desk->showSubject(desk->mostTelling());
    } else if (name == u"sheet") {
        if (!desk->openSheet(QStringLiteral("isolate"))) {
            std::fprintf(stderr, "%s\n", qPrintable(tr("No device is chosen: the action sheet is left out.")));
            ++m_failures;
        }
    } else if (name == u"push") {
        desk->pushToDefender(desk->mostTelling().key);
    } else if (name == u"hunt") {
        m_window->showView(QStringLiteral("hunt"));
        m_window->hunt()->run();
    } else if (name == u"chart") {
        m_window->hunt()->setQuery(QString::fromLatin1(kDrawn));
        m_window->hunt()->run();
    } else if (name == u"editor") {
        m_window->hunt()->setQuery(QString::fromLatin1(kUnfinished));
        m_window->hunt()->assist()->complete();
    } else if (name == u"tenant" || name == u"weaknesses") {
        m_window->showView(QStringLiteral("resources"));
        m_window->resources()->showResource(name == u"tenant" ? QStringLiteral("machines")
                                                              : QStringLiteral("vulnerabilities"));
    }
}

bool Shots::isReady() const
{
    if (m_step == 0)
        return m_window->isSynced() && m_window->desk()->isSettled();
    const QString name = QString::fromLatin1(kSteps[m_step]);
    const bool hunts = name == u"hunt" || name == u"chart" || name == u"editor";
    const bool isResource = name == u"tenant" || name == u"weaknesses";
    const QString view = isResource ? QStringLiteral("resources")
                         : hunts    ? QStringLiteral("hunt")
                                    : QStringLiteral("desk");
    return m_window->view(view)->isSettled();
}

void Shots::poll()
{
    m_calm = isReady() ? m_calm + 1 : 0;
    const bool late = m_waiting.elapsed() > (m_step == 0 ? kSyncPatience : kPatience);
    if (m_calm < kCalm && !late)
        return;
    const QString name = QString::fromLatin1(kSteps[m_step]);
    if (late) {
        std::fprintf(stderr, "%s\n", qPrintable(tr("%1 did not come to rest in time.").arg(name)));
        ++m_failures;
    }
    if (m_step > 0 && !save(name))
        ++m_failures;
    if (m_step + 1 < kStepCount)
        return prepare(m_step + 1);
    m_timer.stop();
    QApplication::exit(m_failures == 0 ? 0 : 6);
}

bool Shots::save(const QString &name)
{
    const QString path = QDir(m_folder).filePath(QStringLiteral("%1-%2.png").arg(name, m_suffix));
    if (m_window->grab().save(path, "PNG"))
        return true;
    std::fprintf(stderr, "%s\n", qPrintable(tr("The picture cannot be written: %1").arg(path)));
    return false;
}

} // namespace watchdesk::desktop
