// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QSettings>

namespace watchdesk::desktop {

namespace {

/// The context of this file's strings.
struct Usage
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::desktop::Usage)
};

/// `--lab` takes a scenario or none, which QCommandLineParser cannot say: it becomes `--lab=` here.
QStringList withLabValue(const QStringList &arguments)
{
    QStringList changed;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments.at(i) != u"--lab") {
            changed.append(arguments.at(i));
            continue;
        }
        const bool named = i + 1 < arguments.size() && !arguments.at(i + 1).startsWith(u'-');
        changed.append(QString(QStringLiteral("--lab=") % (named ? arguments.at(++i) : QString())));
    }
    return changed;
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("lab"), Usage::tr("Opens a lab tenant: a built-in scenario or a folder of telemetry."),
         QStringLiteral("scenario")},
        {QStringLiteral("profile"), Usage::tr("Opens this saved tenant profile."), QStringLiteral("name")},
        {QStringLiteral("store"), Usage::tr("Uses this store file."), QStringLiteral("file")},
        {QStringLiteral("read-only"), Usage::tr("Opens the store for reading only.")},
        {QStringLiteral("offline"), Usage::tr("Sends nothing: what is held is all there is.")},
        {QStringLiteral("url"), Usage::tr("The API of a tenant without a profile."), QStringLiteral("url")},
        {QStringLiteral("authority"), Usage::tr("Its token service."), QStringLiteral("url")},
        {QStringLiteral("tenant-id"), Usage::tr("Its tenant id."), QStringLiteral("id")},
        {QStringLiteral("client-id"), Usage::tr("The application's id."), QStringLiteral("id")},
        {QStringLiteral("view"), Usage::tr("Shows this view first: desk, hunt."), QStringLiteral("name")},
        {QStringLiteral("theme"), Usage::tr("dark, light or system."), QStringLiteral("name")},
        {QStringLiteral("language"), Usage::tr("The language's code, such as de."), QStringLiteral("code")},
        {QStringLiteral("shots"), Usage::tr("Draws every view to PNG files in this folder and ends."),
         QStringLiteral("folder")},
        {QStringLiteral("size"), Usage::tr("The window's size, such as 1280x800."), QStringLiteral("WxH")},
        {QStringLiteral("timing"),
         Usage::tr("Prints when the window was usable and the longest block of its event loop.")},
    });
    parser.addHelpOption();
    parser.addVersionOption();
}

void readSession(const QCommandLineParser &parser, session::SessionOptions &session)
{
    session.profile = parser.value(QStringLiteral("profile"));
    session.storePath = parser.value(QStringLiteral("store"));
    session.readOnly = parser.isSet(QStringLiteral("read-only"));
    session.offline = parser.isSet(QStringLiteral("offline"));
    session.apiUrl = QUrl(parser.value(QStringLiteral("url")));
    session.authority = QUrl(parser.value(QStringLiteral("authority")));
    session.tenantId = parser.value(QStringLiteral("tenant-id"));
    session.clientId = parser.value(QStringLiteral("client-id"));
    session.secret = qEnvironmentVariable("WATCHDESK_CLIENT_SECRET");
    session.scenario = parser.value(QStringLiteral("lab"));
    const bool other = !session.profile.isEmpty() || !session.storePath.isEmpty() || !session.apiUrl.isEmpty();
    session.lab = parser.isSet(QStringLiteral("lab")) || !other; // nothing configured: the lab
}

} // namespace

Result<Options> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Usage::tr("A desktop console for Microsoft Defender for Endpoint."));
    addOptions(parser);
    if (!parser.parse(withLabValue(arguments)))
        return failure(Error::Kind::InvalidInput, parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp();
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    Options options;
    readSession(parser, options.session);
    options.view = parser.value(QStringLiteral("view"));
    options.timing = parser.isSet(QStringLiteral("timing"));
    options.shotsFolder = parser.value(QStringLiteral("shots"));
    options.language =
        parser.isSet(QStringLiteral("language")) ? parser.value(QStringLiteral("language")) : QLocale().name().left(2);
    const QString theme = parser.isSet(QStringLiteral("theme"))
                              ? parser.value(QStringLiteral("theme"))
                              : QSettings().value(QStringLiteral("theme"), QStringLiteral("dark")).toString();
    const auto choice = ui::Theme::choiceFromName(theme);
    if (!choice)
        return failure(Error::Kind::InvalidInput, Usage::tr("Unknown theme '%1': dark, light or system.").arg(theme));
    options.theme = *choice;
    if (parser.isSet(QStringLiteral("size"))) {
        static const QRegularExpression form(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
        const QRegularExpressionMatch match = form.match(parser.value(QStringLiteral("size")));
        if (!match.hasMatch())
            return failure(Error::Kind::InvalidInput, Usage::tr("The size is written like 1280x800."));
        options.size = {match.captured(1).toInt(), match.captured(2).toInt()};
    }
    return options;
}

} // namespace watchdesk::desktop
