// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/contentfolder.h"

#include "app/base/logging.h"
#include "app/base/recentfolders.h"
#include "app/lab/scenario/world.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <filesystem>

namespace watchdesk::lab {

namespace {

/// Goes up when the same inputs give other content, be it by this library or by those it uses.
constexpr int kContentVersion = 1;
constexpr int kKeptContents = 8; ///< some 40 MB each
constexpr char kManifestName[] = "content.json";

QString cacheRoot(const QString &cacheFolder)
{
    const QString root =
        cacheFolder.isEmpty()
            ? QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/watchdesk")
            : cacheFolder;
    return QDir(root).absoluteFilePath(QStringLiteral("lab-content"));
}

Error cannotWrite(const QString &path)
{
    return Error{Error::Kind::Storage,
                 QCoreApplication::translate("Lab", "The lab's content cannot be written to “%1”.").arg(path),
                 {}};
}

/// Paths of the manifest are relative, so that a cache may be moved.
Result<void> writeManifest(const QString &folder, const Content &content)
{
    QStringList sensors;
    for (const QString &file : content.sensorFiles)
        sensors.append(QDir::isAbsolutePath(file) && !file.startsWith(folder) ? file
                                                                              : QDir(folder).relativeFilePath(file));
    const QJsonObject manifest{{QStringLiteral("title"), content.title},
                               {QStringLiteral("end"), isoFromTicks(content.end)},
                               {QStringLiteral("store"), QDir(folder).relativeFilePath(content.storePath)},
                               {QStringLiteral("sensorFiles"), QJsonArray::fromStringList(sensors)}};
    QSaveFile file(folder + QLatin1Char('/') + QLatin1String(kManifestName));
    const QByteArray text = QJsonDocument(manifest).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failure(cannotWrite(folder));
    return {};
}

QByteArray resourcesHash()
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    QStringList names;
    for (QDirIterator it(QStringLiteral(":/lab"), QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        names.append(it.next());
    names.sort();
    for (const QString &name : names) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly))
            hash.addData(file.readAll());
    }
    return hash.result().toHex();
}

} // namespace

Result<QString> contentKey(const QStringList &parts)
{
    if (const Result<QByteArray> known = labResource(QStringLiteral("activities.json"));
        !known) // makes the resources known
        return tl::unexpected(known.error());
    const QString text = parts.join(QLatin1Char('\n')) + QLatin1Char('\n') + QString::number(kContentVersion);
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray(text.toUtf8() + resourcesHash()), QCryptographicHash::Sha1);
    return QString::fromLatin1(hash.toHex().left(20));
}

ContentFolder::ContentFolder(const QString &cacheFolder, const QString &key)
    : m_root(cacheRoot(cacheFolder))
    , m_key(key)
{
}

std::optional<Content> ContentFolder::existing() const
{
    const QDir folder(m_root + QLatin1Char('/') + m_key);
    QFile file(folder.filePath(QLatin1String(kManifestName)));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject manifest = QJsonDocument::fromJson(file.readAll()).object();
    Content content;
    content.key = m_key;
    content.title = manifest.value(QLatin1String("title")).toString();
    content.storePath = folder.filePath(manifest.value(QLatin1String("store")).toString());
    content.end = ticksFromIso(manifest.value(QLatin1String("end")).toString()).value_or(0);
    const QJsonArray sensors = manifest.value(QLatin1String("sensorFiles")).toArray();
    for (const QJsonValue &sensor : sensors)
        content.sensorFiles.append(QDir::cleanPath(folder.filePath(sensor.toString())));
    const bool isComplete = content.end > 0 && QFile::exists(content.storePath);
    if (!isComplete)
        return std::nullopt;
    markUsed(folder.path());
    return content;
}

Result<Content> ContentFolder::make(const std::function<Result<Content>(const QString &folder)> &make) const
{
    if (!QDir().mkpath(m_root))
        return failure(cannotWrite(m_root));
    QTemporaryDir temporary(m_root + QLatin1Char('/') +
                            QStringLiteral(".making-XXXXXX")); // removed unless it is renamed
    if (!temporary.isValid())
        return failure(cannotWrite(m_root));
    const Result<Content> made = make(temporary.path());
    if (!made)
        return made;
    if (const Result<void> written = writeManifest(temporary.path(), *made); !written)
        return tl::unexpected(written.error());
    std::error_code problem;
    const QString target = m_root + QLatin1Char('/') + m_key;
    std::filesystem::rename(temporary.path().toStdString(), target.toStdString(), problem);
    const std::optional<Content> content = existing();
    if (!content && problem) {
        // A folder that is there and not complete: somebody deleted parts of it.
        QDir(target).removeRecursively();
        std::filesystem::rename(temporary.path().toStdString(), target.toStdString(), problem);
    }
    if (problem)
        qCInfo(lcLab) << "content" << m_key << "was made by somebody else meanwhile";
    const std::optional<Content> result = content ? content : existing();
    keepRecentFolders(m_root, kKeptContents);
    return result ? Result<Content>(*result) : Result<Content>(failure(cannotWrite(target)));
}

} // namespace watchdesk::lab
