// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/slicing/slicekeep.h"

#include "app/base/jsontext.h"
#include "app/defender/cellreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>

namespace watchdesk::hunt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(watchdesk::hunt)
};

QString nameOf(const TimeSlice &slice)
{
    return slice.isUndated ? QStringLiteral("undated") : QStringLiteral("%1-%2").arg(slice.from).arg(slice.to);
}

std::optional<TimeSlice> sliceNamed(const QString &name)
{
    if (name == QLatin1String("undated"))
        return TimeSlice{0, 0, true};
    static const QRegularExpression form(QStringLiteral("^(\\d{1,19})-(\\d{1,19})$"));
    const auto match = form.match(name);
    return match.hasMatch() ? std::optional(TimeSlice{match.captured(1).toLongLong(), match.captured(2).toLongLong()})
                            : std::nullopt;
}

tl::unexpected<Error> cannotKeep(const QString &path)
{
    return failure(Error::Kind::Storage, Words::tr("%1 cannot be written.").arg(path));
}

/// A line of columns, then a line a row.
Result<void> writeTable(const QString &path, const Table &table)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotKeep(path);
    QJsonArray columns;
    for (const ColumnSchema &column : table.schema())
        columns.append(QJsonArray{column.name, typeName(column.type)});
    file.write(QJsonDocument(columns).toJson(QJsonDocument::Compact) + '\n');
    for (qsizetype row = 0; row < table.rowCount(); ++row) {
        QJsonArray cells;
        for (qsizetype column = 0; column < table.columnCount(); ++column)
            cells.append(jsonFromCell(table, row, column));
        file.write(QJsonDocument(cells).toJson(QJsonDocument::Compact) + '\n');
    }
    return file.commit() ? Result<void>() : cannotKeep(path);
}

std::optional<Table> readTable(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    QList<ColumnSchema> schema;
    for (const QJsonValue &column : QJsonDocument::fromJson(file.readLine()).array()) {
        const auto type = typeFromName(column[1].toString());
        if (!type)
            return std::nullopt;
        schema.append({column[0].toString(), *type});
    }
    Table table(schema);
    while (!file.atEnd()) {
        const QJsonArray cells = QJsonDocument::fromJson(file.readLine()).array();
        for (qsizetype column = 0; column < schema.size(); ++column) {
            const auto cell = defender::cellFromJson(cells.at(column), schema[column].type);
            if (!cell || cells.size() != schema.size())
                return std::nullopt;
            defender::appendCell(table.column(column), *cell);
        }
    }
    return table;
}

} // namespace

QString SliceKeep::pathOf(const TimeSlice &slice) const
{
    return m_folder + u'/' + nameOf(slice) + QStringLiteral(".slice");
}

Result<Ticks> SliceKeep::begin(const QString &engine, const QString &query, Ticks now)
{
    const QMutexLocker lock(&m_mutex);
    if (m_folder.isEmpty() || !m_query.isEmpty()) {
        if (m_query != query || m_engine != engine) {
            if (!m_folder.isEmpty())
                return failure(Error::Kind::Refused, Words::tr("%1 holds the slices of another hunt.").arg(m_folder));
            m_kept.clear();
            m_now = now;
        }
        m_query = query;
        m_engine = engine;
        return m_now;
    }
    QFile plan(m_folder + QStringLiteral("/plan.json"));
    if (plan.open(QIODevice::ReadOnly)) {
        const QJsonObject json = QJsonDocument::fromJson(plan.readAll()).object();
        if (json.value(u"query").toString() != query || json.value(u"engine").toString() != engine)
            return failure(Error::Kind::Refused, Words::tr("%1 holds the slices of another hunt.").arg(m_folder));
        m_now = json.value(u"now").toString().toLongLong();
        const QStringList files = QDir(m_folder).entryList({QStringLiteral("*.slice")}, QDir::Files);
        for (const QString &file : files) {
            const QString name = file.chopped(6);
            if (const auto slice = sliceNamed(name))
                m_kept.insert(name, {*slice, nullptr});
        }
    } else {
        m_now = now;
        QSaveFile file(plan.fileName());
        if (!QDir().mkpath(m_folder) || !file.open(QIODevice::WriteOnly))
            return cannotKeep(plan.fileName());
        file.write(QJsonDocument(QJsonObject{{QStringLiteral("engine"), engine},
                                             {QStringLiteral("query"), query},
                                             {QStringLiteral("now"), QString::number(now)}})
                       .toJson());
        if (!file.commit())
            return cannotKeep(plan.fileName());
    }
    m_query = query;
    m_engine = engine;
    return m_now;
}

QList<TimeSlice> SliceKeep::slices()
{
    const QMutexLocker lock(&m_mutex);
    QList<TimeSlice> all;
    for (const auto &[slice, table] : std::as_const(m_kept))
        all.append(slice);
    return all;
}

Result<Table> SliceKeep::read(const TimeSlice &slice)
{
    const QMutexLocker lock(&m_mutex);
    if (const TablePointer held = m_kept.value(nameOf(slice)).second)
        return *held;
    if (auto table = readTable(pathOf(slice)))
        return std::move(*table);
    return failure(Error::Kind::Unreadable, Words::tr("%1 is damaged.").arg(pathOf(slice)));
}

Result<void> SliceKeep::keep(const TimeSlice &slice, const Table &table)
{
    const QMutexLocker lock(&m_mutex);
    if (m_folder.isEmpty()) {
        m_kept.insert(nameOf(slice), {slice, std::make_shared<const Table>(table)});
        return {};
    }
    m_kept.insert(nameOf(slice), {slice, nullptr});
    return writeTable(pathOf(slice), table);
}

void SliceKeep::end()
{
    const QMutexLocker lock(&m_mutex);
    for (const auto &[slice, table] : std::as_const(m_kept)) {
        if (!m_folder.isEmpty())
            QFile::remove(pathOf(slice));
    }
    m_kept.clear();
    if (!m_folder.isEmpty())
        QFile::remove(m_folder + QStringLiteral("/plan.json"));
    m_query.clear();
    m_engine.clear();
}

} // namespace watchdesk::hunt
