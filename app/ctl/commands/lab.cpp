// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/lab.h"
#include "app/base/jsontext.h"
#include "app/ctl/arguments.h"
#include "app/ctl/console.h"
#include "app/ctl/waiting.h"

#include <QCoreApplication>
#include <QThreadPool>

namespace watchdesk::ctl {

namespace {

using Started = std::shared_ptr<lab::Lab>;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ctl", text); }

/// On a worker, because content may have to be made first.
Result<Started> start(const lab::LabOptions &options)
{
    auto promise = std::make_shared<QPromise<Result<Started>>>();
    promise->start();
    const auto future = promise->future();
    QThreadPool::globalInstance()->start([promise, options] {
        auto started = lab::Lab::start(options);
        promise->addResult(started ? Result<Started>(Started(std::move(*started))) : failure(started.error()));
        promise->finish();
    });
    return waitFor(future);
}

void printConnection(const lab::Lab &lab)
{
    printJson("{\"url\":" + jsonToText(lab.url().toString()) +
              ",\"authority\":" + jsonToText(lab.authority().toString()) +
              ",\"tenantId\":" + jsonToText(lab.tenantId()) + ",\"clientId\":" + jsonToText(lab.clientId()) +
              ",\"clientSecret\":" + jsonToText(lab.clientSecret()) + '}');
    std::fflush(stdout);
}

std::optional<int> readOptions(const Arguments &arguments, lab::LabOptions &options)
{
    const auto read = [&](const char *name, qint64 most, auto &target) {
        const QString option = QString::fromLatin1(name);
        if (!arguments.has(option))
            return true;
        const auto number = arguments.number(option, 0, most);
        if (number)
            target = std::decay_t<decltype(target)>(*number);
        return number.has_value();
    };
    options.scenario = arguments.value(QStringLiteral("scenario"));
    const bool isGood = read("port", 65'535, options.port) && read("devices", 100'000, options.devices) &&
                        read("days", 180, options.days) &&
                        read("seed", std::numeric_limits<qint64>::max(), options.seed);
    return isGood ? std::optional<int>() : WrongUsage;
}

int serve(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    arguments.add(QStringLiteral("port"), tr("0 is any free one."), QStringLiteral("P"));
    arguments.add(QStringLiteral("scenario"), tr("A built-in name or a folder of telemetry."), QStringLiteral("S"));
    arguments.add(QStringLiteral("devices"), tr("How many devices a built-in scenario has."), QStringLiteral("N"));
    arguments.add(QStringLiteral("days"), tr("How many days it covers."), QStringLiteral("N"));
    arguments.add(QStringLiteral("seed"), tr("What its chance depends on."), QStringLiteral("N"));
    arguments.add(QStringLiteral("quotas"), tr("With the documented calls a minute and an hour."));
    if (const auto status = arguments.parse(given))
        return *status;
    if (!arguments.positional().isEmpty())
        return arguments.wrongUsage(tr("Unexpected: %1").arg(arguments.positional().first()));
    lab::LabOptions options;
    if (const auto status = readOptions(arguments, options))
        return *status;
    options.documentedQuotas = arguments.has(QStringLiteral("quotas"));
    const auto lab = start(options);
    if (!lab)
        return sayError(lab.error());
    printConnection(**lab);
    QEventLoop loop;
    QObject::connect(Interruption::instance(), &Interruption::interrupted, &loop, &QEventLoop::quit);
    if (!Interruption::instance()->happened())
        loop.exec();
    return Done;
}

} // namespace

QList<Command> labCommands()
{
    return {{QStringLiteral("lab"), QStringLiteral("serve"),
             QStringLiteral("lab serve [--port P] [--scenario S] [--devices N] [--days N] [--seed N] [--quotas]"),
             tr("A lab tenant's server: a line of JSON when ready; runs until interrupted."), serve}};
}

} // namespace watchdesk::ctl
