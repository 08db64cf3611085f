// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/lab.h"
#include "app/base/jsontext.h"
#include "app/base/workers.h"
#include "app/ctl/arguments.h"
#include "app/ctl/console.h"
#include "app/ctl/waiting.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

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
    workers().start([promise, options] {
        auto started = lab::Lab::start(options);
        promise->addResult(started ? Result<Started>(Started(std::move(*started))) : failure(started.error()));
        promise->finish();
    });
    return waitFor(future);
}

void printConnection(const lab::Lab &lab)
{
    QByteArray apps;
    for (const QJsonObject &app : lab.apps())
        apps += (apps.isEmpty() ? "" : ",") + jsonToText(app);
    printJson("{\"url\":" + jsonToText(lab.url().toString()) + ",\"authority\":" +
              jsonToText(lab.authority().toString()) + ",\"tenantId\":" + jsonToText(lab.tenantId()) +
              ",\"clientId\":" + jsonToText(lab.clientId()) + ",\"clientSecret\":" + jsonToText(lab.clientSecret()) +
              ",\"kustoDatabase\":" + jsonToText(lab.kustoDatabase()) +
              (apps.isEmpty() ? QByteArray() : ",\"apps\":[" + apps + ']') + '}');
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
    const bool isGood = read("port", 65'535, options.port) && read("devices", 1'000'000, options.devices) &&
                        read("days", 180, options.days) && read("alerts", 2'000'000, options.alerts) &&
                        read("seed", std::numeric_limits<qint64>::max(), options.seed);
    return isGood ? std::optional<int>() : WrongUsage;
}

/// Who may sign in, over what, and what goes wrong.
std::optional<int> readIdentity(const Arguments &arguments, lab::LabOptions &options)
{
    options.isTls = arguments.has(QStringLiteral("tls"));
    options.deniedPermissions = arguments.value(QStringLiteral("deny")).split(u',', Qt::SkipEmptyParts);
    for (const QString &app : arguments.values(QStringLiteral("app"))) {
        const QStringList roles = app.section(u'=', 1).split(u',', Qt::SkipEmptyParts);
        options.apps.append({{QStringLiteral("name"), app.section(u'=', 0, 0)},
                             {QStringLiteral("roles"), QJsonArray::fromStringList(roles)}});
    }
    if (arguments.has(QStringLiteral("app-certificate"))) {
        const auto pem = readAll(arguments.value(QStringLiteral("app-certificate")));
        if (!pem)
            return NothingReadable;
        options.certificatePem = *pem;
    }
    if (!arguments.has(QStringLiteral("faults")))
        return {};
    const QJsonDocument faults = QJsonDocument::fromJson(arguments.value(QStringLiteral("faults")).toUtf8());
    if (!faults.isObject())
        return arguments.wrongUsage(tr("--faults takes a JSON object."));
    options.faults = faults.object();
    return {};
}

bool writeAuthority(const QString &path, const QByteArray &pem)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(pem) == pem.size() && file.commit();
}

int serve(const Command &command, const QStringList &given)
{
    Arguments arguments(command);
    arguments.add(QStringLiteral("port"), tr("0 is any free one."), QStringLiteral("P"));
    arguments.add(QStringLiteral("scenario"), tr("A built-in name or a folder of telemetry."), QStringLiteral("S"));
    arguments.add(QStringLiteral("devices"), tr("How many devices a built-in scenario has."), QStringLiteral("N"));
    arguments.add(QStringLiteral("days"), tr("How many days it covers."), QStringLiteral("N"));
    arguments.add(QStringLiteral("alerts"), tr("A bulk tenant for measuring: devices and so many alerts, no events."),
                  QStringLiteral("N"));
    arguments.add(QStringLiteral("seed"), tr("What its chance depends on."), QStringLiteral("N"));
    arguments.add(QStringLiteral("quotas"), tr("With the documented calls a minute and an hour."));
    arguments.add(QStringLiteral("tls"), tr("HTTPS; the certificate of its authority goes into this file."),
                  QStringLiteral("FILE"));
    arguments.add(QStringLiteral("deny"), tr("Permissions that the app lacks, with commas."), QStringLiteral("ROLES"));
    arguments.add(QStringLiteral("app"), tr("One more app registration, with these permissions; may be repeated."),
                  QStringLiteral("NAME=ROLES"));
    arguments.add(QStringLiteral("app-certificate"), tr("A certificate (PEM) with which the app may sign in."),
                  QStringLiteral("FILE"));
    arguments.add(QStringLiteral("faults"), tr("The fault dials' first setting, as /lab/faults takes it."),
                  QStringLiteral("JSON"));
    if (const auto status = arguments.parse(given))
        return *status;
    if (!arguments.positional().isEmpty())
        return arguments.wrongUsage(tr("Unexpected: %1").arg(arguments.positional().first()));
    if (arguments.has(QStringLiteral("alerts")) &&
        (arguments.has(QStringLiteral("scenario")) || arguments.has(QStringLiteral("days"))))
        return arguments.wrongUsage(tr("--alerts makes a tenant without a scenario: not with --scenario or --days."));
    lab::LabOptions options;
    if (const auto status = readOptions(arguments, options))
        return *status;
    options.documentedQuotas = arguments.has(QStringLiteral("quotas"));
    if (const auto status = readIdentity(arguments, options))
        return *status;
    const auto lab = start(options);
    if (!lab)
        return sayError(lab.error());
    if (options.isTls && !writeAuthority(arguments.value(QStringLiteral("tls")), (*lab)->authorityPem()))
        return arguments.wrongUsage(tr("%1 cannot be written.").arg(arguments.value(QStringLiteral("tls"))));
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
    return {
        {QStringLiteral("lab"), QStringLiteral("serve"),
         QStringLiteral(
             "lab serve [--port P] [--scenario S] [--devices N] [--days N] [--alerts N] [--seed N] [--quotas] [--tls FILE] [--deny ROLES] [--app NAME=ROLES] [--app-certificate FILE] [--faults JSON]"),
         tr("A lab tenant's server: a line of JSON when ready; runs until interrupted."), serve}};
}

} // namespace watchdesk::ctl
