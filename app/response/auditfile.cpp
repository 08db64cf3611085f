// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/auditfile.h"

#include "app/response/auditrecord.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace watchdesk::response {

namespace {

tl::unexpected<Error> cannot(const QFile &file)
{
    return failure(
        Error{Error::Kind::Storage,
              QCoreApplication::translate("response", "The audit log cannot be used: %1").arg(file.errorString()),
              {{QStringLiteral("file"), file.fileName()}}});
}

bool flushToDisk(QFile &file)
{
#ifdef Q_OS_WIN
    return file.flush() && _commit(file.handle()) == 0;
#else
    return file.flush() && ::fsync(file.handle()) == 0;
#endif
}

/// A new file is on the disk when its folder is, too.
void flushFolder([[maybe_unused]] const QString &path)
{
#ifndef Q_OS_WIN
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
#endif
}

} // namespace

Result<QByteArray> lastLine(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly))
        return cannot(file);
    const qint64 size = file.size();
    if (size == 0)
        return QByteArray();
    const qint64 most = AuditRecord::kLongestLine + 2;
    if (!file.seek(qMax(qint64(0), size - most)))
        return cannot(file);
    const QByteArray end = file.readAll();
    if (!end.endsWith('\n'))
        return failure(Error::Kind::BadRecord, QCoreApplication::translate("response", "its last line is cut off"));
    return end.mid(end.lastIndexOf('\n', end.size() - 2) + 1).chopped(1);
}

Result<void> appendToDisk(const QString &path, const QByteArray &line)
{
    QFile file(path);
    const bool isNew = !file.exists();
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return cannot(file);
    if (isNew)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(line) != line.size() || !flushToDisk(file))
        return cannot(file);
    if (isNew)
        flushFolder(path);
    return {};
}

} // namespace watchdesk::response
