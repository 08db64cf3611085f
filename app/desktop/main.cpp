// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/coredumps.h"
#include "app/base/memory.h"
#include "app/desktop/options.h"
#include "app/desktop/shots.h"
#include "app/desktop/watchdog.h"
#include "app/session/paths.h"
#include "app/session/session.h"
#include "translations/translations.h"
#include "ui/shell/mainwindow.h"
#include "ui/views/desk/deskview.h"
#include "ui/views/hunt/huntview.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLocale>
#include <QTimer>

#include <cstdio>

using namespace watchdesk;

namespace {

void say(const QString &text)
{
    std::fprintf(stderr, "%s\n", qPrintable(text));
    std::fflush(stderr);
}

/// Opens the session once the window stands, gives it to the window and keeps it there.
void openSession(ui::MainWindow *window, const desktop::Options &options, const QElapsedTimer &started)
{
    session::Session::open(options.session)
        .then(window,
              [window, timing = options.timing, started](const Result<std::shared_ptr<session::Session>> &opened) {
                  if (!opened) {
                      say(opened.error().message);
                      window->showOpenFailure(opened.error());
                      return;
                  }
                  window->useSession(*opened);
                  if (timing)
                      say(QStringLiteral("session open after %1 ms").arg(started.elapsed()));
                  window->sync();
              });
}

void printTiming(ui::MainWindow *window, desktop::Watchdog *watchdog, const QElapsedTimer &started)
{
    auto *poll = new QTimer(window);
    poll->setInterval(20);
    QObject::connect(poll, &QTimer::timeout, window, [window, poll, started] {
        if (!window->desk()->isSettled() || (!window->desk()->hasData() && !window->isSynced()))
            return;
        poll->stop();
        say(QStringLiteral("usable after %1 ms").arg(started.elapsed()));
    });
    poll->start();
    QObject::connect(window, &ui::MainWindow::synced, window, [watchdog, started] {
        say(QStringLiteral("synced after %1 ms, longest block %2 ms")
                .arg(started.elapsed())
                .arg(watchdog->longestBlock()));
    });
    QObject::connect(watchdog, &desktop::Watchdog::blocked, window, [started](qint64 block) {
        say(QStringLiteral("block of %1 ms before %2 ms").arg(block).arg(started.elapsed()));
    });
    QObject::connect(qApp, &QCoreApplication::aboutToQuit, window,
                     [watchdog] { say(QStringLiteral("longest block %1 ms").arg(watchdog->longestBlock())); });
}

} // namespace

int main(int argc, char **argv)
{
    watchdesk::forbidCoreDumps();
    watchdesk::giveBackLargeBlocks();
    QElapsedTimer started;
    started.start();
    QApplication app(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("watchdesk"));
    QApplication::setApplicationName(QStringLiteral("watchdesk"));
    QApplication::setApplicationDisplayName(QStringLiteral("Watchdesk"));
    QApplication::setApplicationVersion(QStringLiteral(WATCHDESK_VERSION));
    const Result<desktop::Options> options = desktop::readOptions(QApplication::arguments());
    if (!options) {
        say(options.error().message);
        return 2;
    }
    QLocale::setDefault(QLocale(options->language)); // numbers as the words around them
    installTranslation(app, options->language);
    QApplication::setLayoutDirection(QLocale(options->language).textDirection());
    ui::Theme theme;
    theme.choose(options->theme);
    QApplication::setWindowIcon(ui::icon(QStringLiteral("watchdesk"), QColor(0x4d, 0x9f, 0xff)));

    ui::MainWindow window(&theme);
    if (!options->view.isEmpty() && !window.showView(options->view)) {
        say(QApplication::translate("main", "Unknown view '%1': %2.")
                .arg(options->view, window.viewNames().join(QStringLiteral(", "))));
        return 2;
    }
    window.resize(options->size);
    window.show();
    desktop::Watchdog watchdog;
    if (options->timing)
        printTiming(&window, &watchdog, started);
    QTimer::singleShot(0, &window, [&] {
        if (options->timing)
            say(QStringLiteral("window after %1 ms").arg(started.elapsed()));
        watchdog.start();
        openSession(&window, *options, started);
    });
    desktop::Shots shots(&window, options->shotsFolder,
                         QStringLiteral("%1-%2x%3-%4")
                             .arg(theme.isDark() ? QStringLiteral("dark") : QStringLiteral("light"))
                             .arg(options->size.width())
                             .arg(options->size.height())
                             .arg(options->language.isEmpty() ? QStringLiteral("en") : options->language));
    if (options->shotsFolder.isEmpty())
        window.hunt()->keepIn(session::dataFolder() + QStringLiteral("/hunting"));
    else
        shots.start(); // pictures are of what everybody has, not of what somebody left open
    return QApplication::exec();
}
