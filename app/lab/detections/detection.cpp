// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/detections/detection.h"

#include "app/lab/scenario/world.h"

#include <QCoreApplication>
#include <QDir>
#include <QMap>

namespace watchdesk::lab {

namespace {

QStringList listFrom(const QString &text)
{
    QStringList items = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (QString &item : items)
        item = item.trimmed();
    return items;
}

/// The header's "key: value" lines, up to the first line that is no comment.
QMap<QString, QString> headerOf(const QString &text, QString &query)
{
    QMap<QString, QString> header;
    const QStringList lines = text.split(QLatin1Char('\n'));
    qsizetype line = 0;
    for (; line < lines.size() && lines.at(line).startsWith(QStringLiteral("//")); ++line) {
        const QString comment = lines.at(line).mid(2).trimmed();
        const qsizetype colon = comment.indexOf(QLatin1Char(':'));
        if (colon > 0)
            header.insert(comment.left(colon), comment.mid(colon + 1).trimmed());
    }
    query = lines.mid(line).join(QLatin1Char('\n')).trimmed();
    return header;
}

QString firstWord(const QString &text)
{
    qsizetype end = 0;
    while (end < text.size() && (text.at(end).isLetterOrNumber() || text.at(end) == QLatin1Char('_')))
        ++end;
    return text.left(end);
}

} // namespace

Result<Detection> detectionFromText(const QString &text)
{
    Detection detection;
    const QMap<QString, QString> header = headerOf(text, detection.query);
    for (const char *key : {"id", "title", "severity", "category", "source", "process", "entities"}) {
        if (header.value(QLatin1String(key)).isEmpty())
            return failure(
                Error::Kind::InvalidInput,
                QCoreApplication::translate("Lab", "A detection has no “%1” in its header.").arg(QLatin1String(key)));
    }
    detection.id = header.value(QStringLiteral("id"));
    detection.title = header.value(QStringLiteral("title"));
    detection.severity = header.value(QStringLiteral("severity"));
    detection.category = header.value(QStringLiteral("category"));
    detection.description = header.value(QStringLiteral("description"));
    detection.action = header.value(QStringLiteral("action"));
    detection.source = header.value(QStringLiteral("source"));
    detection.techniques = listFrom(header.value(QStringLiteral("techniques")));
    detection.entities = listFrom(header.value(QStringLiteral("entities")));
    detection.subject = header.value(QStringLiteral("process")) == QStringLiteral("subject")
                            ? Detection::Subject::Created
                            : Detection::Subject::Initiating;
    detection.table = firstWord(detection.query);
    return detection;
}

Result<QList<Detection>> labDetections()
{
    if (const Result<QByteArray> known = labResource(QStringLiteral("activities.json"));
        !known) // makes the resources known
        return tl::unexpected(known.error());
    QList<Detection> detections;
    const QStringList names = QDir(QStringLiteral(":/lab/detections")).entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const Result<QByteArray> bytes = labResource(QStringLiteral("detections/") + name);
        if (!bytes)
            return tl::unexpected(bytes.error());
        Result<Detection> detection = detectionFromText(QString::fromUtf8(*bytes));
        if (!detection)
            return tl::unexpected(detection.error().with(QStringLiteral("file"), name));
        detections.append(std::move(*detection));
    }
    return detections;
}

} // namespace watchdesk::lab
