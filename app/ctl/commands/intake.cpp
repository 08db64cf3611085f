// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/intake.h"
#include "app/base/jsontext.h"
#include "app/ctl/answers.h"
#include "app/ctl/console.h"
#include "app/ctl/source.h"
#include "app/ctl/waiting.h"
#include "app/store/store.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QThreadPool>

#include <algorithm>

namespace watchdesk::ctl {

namespace {

using Reports = QList<intake::FileReport>;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

bool knowsFormat(const QString &name)
{
    const auto formats = intake::Intake::formats();
    return std::any_of(formats.begin(), formats.end(), [&](const auto &format) { return format.name == name; });
}

/// On a worker, so that Ctrl+C is heard.
Result<Reports> takeFiles(const std::shared_ptr<store::Store> &store, const QStringList &paths, const QString &format)
{
    auto promise = std::make_shared<QPromise<Result<Reports>>>();
    promise->start();
    intake::Options options;
    options.format = format;
    options.isCancelled = [] { return Interruption::instance()->happened(); };
    options.onRefused = [](const QString &file, qint64 line, const QString &reason) {
        say(QStringLiteral("%1:%2: %3").arg(file).arg(line).arg(reason));
    };
    const auto future = promise->future();
    QThreadPool pool;
    pool.start([promise, store, paths, options] {
        promise->addResult(intake::Intake(store).take(paths, options));
        promise->finish();
    });
    auto reports = waitFor(future);
    pool.waitForDone();
    return reports;
}

void printReport(const intake::FileReport &report)
{
    QJsonObject rows;
    for (auto it = report.rows.cbegin(); it != report.rows.cend(); ++it)
        rows.insert(it.key(), it.value());
    QByteArray line = "{\"file\":" + jsonToText(report.file) + ",\"format\":" + jsonToText(report.format) +
                      ",\"records\":" + QByteArray::number(report.records) +
                      ",\"taken\":" + QByteArray::number(report.taken) +
                      ",\"refused\":" + QByteArray::number(report.refused) + ",\"rows\":" + jsonToText(rows);
    if (report.alreadyTaken)
        line += ",\"alreadyTaken\":true";
    printAnswer(line + '}');
}

int statusOf(const Reports &reports)
{
    const bool anyRefused =
        std::any_of(reports.begin(), reports.end(), [](const auto &report) { return report.refused > 0; });
    const bool nothing = !reports.isEmpty() && std::all_of(reports.begin(), reports.end(), [](const auto &report) {
        return report.taken == 0 && report.refused > 0 && report.format.isEmpty();
    });
    if (nothing || reports.isEmpty())
        return NothingReadable;
    return anyRefused ? Findings : Done;
}

/// What came in belongs to what was there: external alerts find their devices, indicators their hits.
Result<void> relate(session::Session &session)
{
    const auto done = waitFor(session.sync(session::SyncScope::onlyCorrelation()));
    if (!done)
        return failure(done.error());
    return done->errors.isEmpty() ? Result<void>() : failure(done->errors.first());
}

int takeIn(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    arguments.addSource();
    arguments.add(QStringLiteral("as"), tr("The format, where the content does not tell."), QStringLiteral("FORMAT"));
    if (const auto status = arguments.parse(given))
        return *status;
    if (arguments.positional().isEmpty())
        return arguments.wrongUsage(tr("Name at least one file or folder."));
    const QString format = arguments.value(QStringLiteral("as"));
    if (arguments.has(QStringLiteral("as")) && !knowsFormat(format))
        return arguments.wrongUsage(tr("There is no format “%1”: see intake formats.").arg(format));
    // Without a store the files are read for their report alone.
    const bool hasSource = sourceOf(arguments).has_value() || arguments.has(QStringLiteral("store"));
    auto opened = hasSource ? openSource(arguments) : waitFor(session::Session::open({}));
    if (!opened)
        return sayError(opened.error());
    const auto reports = takeFiles((*opened)->store(), arguments.positional(), format);
    if (!reports)
        return sayError(reports.error());
    for (const auto &report : *reports)
        printReport(report);
    if (hasSource) {
        if (const auto told = relate(**opened); !told)
            return sayError(told.error());
    }
    return statusOf(*reports);
}

int listFormats(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    if (const auto status = arguments.parse(given))
        return *status;
    for (const auto &format : intake::Intake::formats()) {
        printAnswer(jsonToText(QJsonObject{{QStringLiteral("format"), format.name},
                                           {QStringLiteral("title"), format.title},
                                           {QStringLiteral("external"), format.isExternal},
                                           {QStringLiteral("tables"), format.tables}}));
    }
    return Done;
}

} // namespace

QList<Command> intakeCommands()
{
    const QString noun = QStringLiteral("intake");
    return {
        {noun,
         {},
         QStringLiteral("intake FILE|FOLDER… [--as FORMAT] [--store FILE]"),
         tr("Takes files in: a line of JSON a file, refused records to standard error."),
         takeIn},
        {noun, QStringLiteral("formats"), QStringLiteral("intake formats"), tr("Every format it reads."), listFormats}};
}

} // namespace watchdesk::ctl
