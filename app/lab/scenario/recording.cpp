// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/recording.h"

#include "app/base/logging.h"
#include "app/intake/intake.h"
#include "app/intake/sources/filelist.h"
#include "app/lab/scenario/contentstore.h"
#include "app/lab/scenario/recordeddevices.h"
#include "app/store/store.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>

namespace watchdesk::lab {

namespace {

bool isSensorFormat(const QString &format)
{
    const QList<intake::FormatInfo> formats = intake::Intake::formats();
    return std::any_of(formats.begin(), formats.end(),
                       [&format](const intake::FormatInfo &info) { return info.isExternal && info.name == format; });
}

} // namespace

Result<QStringList> Recording::files(const QString &source)
{
    if (!QFileInfo::exists(source))
        return failure(Error::Kind::NotFound,
                       QCoreApplication::translate("Lab", "There is no folder or file “%1”.").arg(source));
    const QStringList files = intake::expandPaths({QFileInfo(source).absoluteFilePath()});
    if (files.isEmpty())
        return failure(Error::Kind::Unreadable,
                       QCoreApplication::translate("Lab", "The folder “%1” holds no files.").arg(source));
    return files;
}

Result<Content> Recording::make(const QString &folder) const
{
    Content content;
    content.storePath = folder + QStringLiteral("/content.duckdb");
    content.title = QDir(QFileInfo(m_source).absoluteFilePath()).dirName();
    Result<std::unique_ptr<ContentStore>> store = ContentStore::create(content.storePath);
    if (!store)
        return tl::unexpected(store.error());
    if (const Result<void> filled = fill(**store, content); !filled)
        return tl::unexpected(filled.error());
    if (const Result<void> closed = (*store)->close(); !closed)
        return tl::unexpected(closed.error());
    return content;
}

Result<void> Recording::fill(ContentStore &store, Content &content) const
{
    QElapsedTimer timer;
    timer.start();
    const Result<Ticks> end = takeEvents(store, content);
    if (!end)
        return tl::unexpected(end.error());
    content.end = *end;
    const qint64 taken = timer.elapsed();
    if (const Result<void> devices = writeRecordedDevices(store); !devices)
        return devices;
    const Result<qint64> alerts = store.raiseAlerts(content.end);
    if (!alerts)
        return tl::unexpected(alerts.error());
    qCInfo(lcTiming) << "recorded content: events taken in" << taken << "ms," << *alerts << "alerts after"
                     << timer.elapsed() << "ms";
    return {};
}

Result<Ticks> Recording::takeEvents(ContentStore &store, Content &content) const
{
    intake::Options options;
    options.kinds = intake::Kinds::TelemetryOnly;
    const Result<QList<intake::FileReport>> reports = intake::Intake(store.store()).take(m_files, options);
    if (!reports)
        return tl::unexpected(reports.error());
    Ticks end = 0;
    qint64 taken = 0;
    for (const intake::FileReport &report : *reports) {
        end = std::max(end, report.last);
        taken += report.taken;
        if (isSensorFormat(report.format))
            content.sensorFiles.append(report.file);
    }
    if (taken == 0 && content.sensorFiles.isEmpty())
        return failure(nothingReadable(*reports));
    return end > 0 ? Result<Ticks>(end) : endOfSensors(content.sensorFiles);
}

/// Sensor logs alone make a tenant without devices, whose clock stops at their last record.
Result<Ticks> Recording::endOfSensors(const QStringList &sensorFiles) const
{
    const Result<std::shared_ptr<store::Store>> scratch = store::Store::open(QStringLiteral(":memory:"));
    if (!scratch)
        return tl::unexpected(scratch.error());
    const Result<QList<intake::FileReport>> reports = intake::Intake(*scratch).take(sensorFiles, {});
    if (!reports)
        return tl::unexpected(reports.error());
    Ticks end = 0;
    for (const intake::FileReport &report : *reports)
        end = std::max(end, report.last);
    if (end == 0)
        return failure(nothingReadable(*reports));
    return end;
}

Error Recording::nothingReadable(const QList<intake::FileReport> &reports) const
{
    Error error{Error::Kind::Unreadable,
                QCoreApplication::translate("Lab", "Nothing in “%1” is an event log or a sensor log that can be read.")
                    .arg(m_source),
                {}};
    for (const intake::FileReport &report : reports) {
        if (!report.errors.isEmpty())
            return error.with(QStringLiteral("file"), report.file)
                .with(QStringLiteral("reason"), report.errors.first().message);
    }
    return error;
}

} // namespace watchdesk::lab
