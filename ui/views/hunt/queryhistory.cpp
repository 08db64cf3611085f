// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/hunt/queryhistory.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace watchdesk::ui {

namespace {

const qsizetype kKept = 2000;
const qint64 kMostBytes = 50'000'000;
const qsizetype kLongestQuery = 200'000;

QByteArray lineFrom(const HistoryEntry &entry)
{
    QJsonObject json{{QStringLiteral("when"), entry.when.toString(Qt::ISODateWithMs)},
                     {QStringLiteral("query"), entry.query},
                     {QStringLiteral("engine"), entry.engine},
                     {QStringLiteral("ms"), entry.elapsedMs}};
    if (entry.error.isEmpty())
        json.insert(QStringLiteral("rows"), entry.rows);
    else
        json.insert(QStringLiteral("error"), entry.error);
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<HistoryEntry> entryFrom(const QByteArray &line)
{
    const QJsonDocument json = QJsonDocument::fromJson(line);
    const QDateTime when = QDateTime::fromString(json[u"when"].toString(), Qt::ISODateWithMs);
    if (!when.isValid() || !json[u"query"].isString())
        return {};
    return HistoryEntry{when.toUTC(),
                        json[u"query"].toString(),
                        json[u"engine"].toString(),
                        json[u"rows"].toInteger(-1),
                        json[u"ms"].toInteger(),
                        json[u"error"].toString()};
}

void append(const QString &path, const QByteArray &line)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (file.open(QIODevice::Append))
        file.write(line);
}

} // namespace

QueryHistory::QueryHistory(const QString &path)
    : m_path(path)
{
    m_writer.setMaxThreadCount(1);
    load();
}

QueryHistory::~QueryHistory() { m_writer.waitForDone(); }

void QueryHistory::load()
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    if (file.size() > kMostBytes)
        file.seek(file.size() - kMostBytes);
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const auto entry = entryFrom(line);
        if (entry)
            m_entries.prepend(*entry);
        else
            ++m_unreadable;
    }
    if (m_entries.size() <= kKept)
        return;
    m_entries.resize(kKept);
    QSaveFile shorter(m_path);
    if (!shorter.open(QIODevice::WriteOnly))
        return;
    for (auto entry = m_entries.crbegin(); entry != m_entries.crend(); ++entry)
        shorter.write(lineFrom(*entry));
    shorter.commit();
}

void QueryHistory::add(const HistoryEntry &entry)
{
    HistoryEntry kept = entry;
    kept.query.truncate(kLongestQuery);
    m_entries.prepend(kept);
    if (m_path.isEmpty())
        return;
    m_writer.start([path = m_path, line = lineFrom(kept)] { append(path, line); });
}

} // namespace watchdesk::ui
