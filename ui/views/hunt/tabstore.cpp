// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/hunt/tabstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace watchdesk::ui {

namespace {

const qint64 kMostBytes = 50'000'000;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::ui", text); }

Error broken(const QString &path)
{
    QFile::remove(path + QStringLiteral(".broken"));
    QFile::rename(path, path + QStringLiteral(".broken"));
    return Error{Error::Kind::Unreadable, tr("The saved tabs cannot be read; the file was put aside."), {}}.with(
        QStringLiteral("file"), path);
}

} // namespace

Result<void> saveTabs(const QString &path, const SavedTabs &tabs)
{
    QJsonArray array;
    for (const auto &tab : tabs.tabs)
        array.append(QJsonObject{{QStringLiteral("name"), tab.name},
                                 {QStringLiteral("text"), tab.text},
                                 {QStringLiteral("position"), tab.position}});
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const QJsonObject json{{QStringLiteral("tabs"), array}, {QStringLiteral("current"), tabs.current}};
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit())
        return failure(Error{Error::Kind::Storage, tr("The tabs cannot be saved: %1").arg(file.errorString()), {}}.with(
            QStringLiteral("file"), path));
    return {};
}

Result<SavedTabs> loadTabs(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return SavedTabs();
    if (file.size() > kMostBytes || !file.open(QIODevice::ReadOnly))
        return failure(broken(path));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    file.close();
    if (!document[u"tabs"].isArray())
        return failure(broken(path));
    SavedTabs saved;
    for (const QJsonValue &value : document[u"tabs"].toArray())
        saved.tabs.append({value[u"name"].toString(), value[u"text"].toString(), value[u"position"].toInt()});
    saved.current = document[u"current"].toInt();
    return saved;
}

} // namespace watchdesk::ui
