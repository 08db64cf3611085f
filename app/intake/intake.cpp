// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/intake.h"

#include "app/intake/filetaker.h"
#include "app/intake/sources/filelist.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryFile>

#include <cstdio>

namespace watchdesk::intake {

namespace {

/// Standard input as a file: the clock correction reads twice.
Result<std::unique_ptr<QTemporaryFile>> spooledInput()
{
    auto spool = std::make_unique<QTemporaryFile>();
    QFile input;
    if (!spool->open() || !input.open(stdin, QIODevice::ReadOnly)) {
        return failure(
            Error::Kind::Unreadable,
            QCoreApplication::translate("Intake", "standard input cannot be read: %1").arg(spool->errorString()));
    }
    QByteArray chunk(256 * 1024, Qt::Uninitialized);
    while (true) {
        const qint64 count = input.read(chunk.data(), chunk.size());
        if (count == 0)
            break;
        if (count < 0 || spool->write(chunk.constData(), count) != count)
            return failure(
                Error::Kind::Unreadable,
                QCoreApplication::translate("Intake", "standard input cannot be read: %1").arg(spool->errorString()));
    }
    spool->flush();
    return spool;
}

} // namespace

Intake::Intake(std::shared_ptr<store::Store> store)
    : m_store(std::move(store))
{
}

QList<FormatInfo> Intake::formats()
{
    const auto title = [](const char *text) { return QCoreApplication::translate("Intake", text); };
    return {
        {QStringLiteral("windows-json"),
         title(QT_TRANSLATE_NOOP("Intake",
                                 "Windows event logs and Sysmon as JSON: flat, NXLog, Event.System, workspace rows")),
         false, QStringLiteral("Device*Events, Identity*Events, RawEvents")},
        {QStringLiteral("suricata-eve"), title(QT_TRANSLATE_NOOP("Intake", "Suricata EVE JSON")), true,
         QStringLiteral("ExternalAlerts, Flows, RawEvents")},
        {QStringLiteral("zeek-json"),
         title(QT_TRANSLATE_NOOP("Intake", "Zeek logs as JSON, one log or all in one stream")), true,
         QStringLiteral("ExternalAlerts, Flows, RawEvents")},
        {QStringLiteral("zeek-tsv"), title(QT_TRANSLATE_NOOP("Intake", "Zeek logs as text")), true,
         QStringLiteral("ExternalAlerts, Flows, RawEvents")},
    };
}

Result<QList<FileReport>> Intake::take(const QStringList &paths, const Options &options)
{
    const auto all = formats();
    const bool isKnown = options.format.isEmpty() || std::any_of(all.begin(), all.end(), [&](const FormatInfo &format) {
                             return format.name == options.format;
                         });
    if (!isKnown)
        return failure(Error::Kind::InvalidInput,
                       QCoreApplication::translate("Intake", "No such format: %1").arg(options.format));
    TakeSession session;
    session.store = m_store;
    session.tables = m_store->schema().tables;
    const QStringList files = expandPaths(paths);
    QList<FileReport> reports;
    for (int i = 0; i < files.size(); ++i) {
        std::unique_ptr<QTemporaryFile> spool;
        if (files[i] == u"-") {
            auto spooled = spooledInput();
            if (!spooled)
                return failure(spooled.error());
            spool = std::move(*spooled);
        }
        FileTaker taker(session, options, files[i], spool ? spool->fileName() : files[i]);
        auto report = taker.take({files[i], i, int(files.size()), 0, 0});
        if (!report)
            return failure(report.error());
        reports.append(std::move(*report));
    }
    return reports;
}

} // namespace watchdesk::intake
