// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The descriptors' titles, where translators find them.

#include "ui/views/resources/resourcetree.h"

#include <QCoreApplication>

namespace watchdesk::ui {

namespace {

constexpr const char *kTitles[] = {
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Actions"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Addresses"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Alerts"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Alerts from Graph"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Antivirus health"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Baseline profiles"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Baseline settings"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Baselines of devices"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Browser extensions of devices"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Browser permissions"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Certificates of devices"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Changed weaknesses of devices"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Device"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Devices"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Devices by address"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Devices by tag"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Domains"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Exposure score"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Exposure score by group"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Facts gathered from devices"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Files"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Hardware and firmware of devices"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Hunting"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Incidents"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Incidents with alerts"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Indicators"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Investigations"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Link to live response result"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Link to package"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Live response library"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Logged-on users"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Missing updates"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Network scans"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Number of alerts"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Prevalence"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Recommendations"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Remediation tasks"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Runs"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Runs of network scans"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Scanning devices"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Secure score"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Settings of devices"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Software"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Software of devices"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Unlisted software of devices"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "User"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Users"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Versions"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Weaknesses"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Weaknesses by device"),
    QT_TRANSLATE_NOOP("watchdesk::ui::Resources", "Weaknesses of devices"),
};

} // namespace

QString resourceTitle(const QString &title)
{
    for (const char *known : kTitles) {
        if (title == QLatin1String(known))
            return QCoreApplication::translate("watchdesk::ui::Resources", known);
    }
    return title; // a descriptor that is newer than this list
}

} // namespace watchdesk::ui
