// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/filetaker.h"

#include "app/intake/sources/filelist.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

namespace watchdesk::intake {

namespace {

const TableSchema &intakeFiles()
{
    static const TableSchema schema{QStringLiteral("IntakeFiles"),
                                    {{QStringLiteral("Sha256"), ColumnType::String},
                                     {QStringLiteral("File"), ColumnType::String},
                                     {QStringLiteral("Format"), ColumnType::String},
                                     {QStringLiteral("Records"), ColumnType::Long},
                                     {QStringLiteral("Taken"), ColumnType::Long},
                                     {QStringLiteral("Refused"), ColumnType::Long},
                                     {QStringLiteral("IsDone"), ColumnType::Bool}}};
    return schema;
}

/// Tables whose rows may stem from files.
QStringList fileTables(const QList<TableSchema> &tables)
{
    static const QStringList kOthers = {QStringLiteral("RawEvents"), QStringLiteral("Flows"),
                                        QStringLiteral("ExternalAlerts"), QStringLiteral("IdentityLogonEvents"),
                                        QStringLiteral("IdentityDirectoryEvents")};
    QStringList names;
    for (const auto &table : tables) {
        if ((table.name.startsWith(u"Device") && table.name.endsWith(u"Events")) || kOthers.contains(table.name))
            names.append(table.name);
    }
    return names;
}

QString sha256Of(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return {};
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

qint64 TakeSession::nextReport(const QByteArray &deviceId)
{
    const auto found = reportNumbers.find(deviceId);
    if (found != reportNumbers.end())
        return ++*found;
    QStringList parts;
    for (const QString &table : fileTables(tables)) {
        if (table.startsWith(u"Device"))
            parts.append(QStringLiteral("SELECT max(ReportId) AS n FROM \"%1\" WHERE DeviceId = '%2'")
                             .arg(table, QString::fromLatin1(deviceId)));
    }
    const auto most = store->read(
        QStringLiteral("SELECT coalesce(max(n), 0)::BIGINT FROM (%1)").arg(parts.join(QStringLiteral(" UNION ALL "))));
    const qint64 last = most && most->rowCount() == 1 ? most->column(0).integer(0) : 0;
    reportNumbers.insert(deviceId, last + 1);
    return last + 1;
}

FileTaker::FileTaker(TakeSession &session, const Options &options, const QString &file, const QString &path)
    : m_session(session)
    , m_options(options)
    , m_path(path)
{
    m_report.file = file;
}

void FileTaker::refuse(qint64 line, const QString &reason, qint64 count)
{
    m_report.refused += count;
    if (m_report.errors.size() < FileReport::kMaxErrors) {
        m_report.errors.append(Error{Error::Kind::BadRecord, reason, {}}
                                   .with(QStringLiteral("file"), m_report.file)
                                   .with(QStringLiteral("line"), QString::number(line)));
    }
    if (m_options.onRefused)
        m_options.onRefused(m_report.file, line, reason);
}

Result<bool> FileTaker::isKnown()
{
    const auto made = m_session.store->ensureTable(intakeFiles(), QStringLiteral("Sha256"));
    if (!made)
        return failure(made.error());
    const auto known =
        m_session.store->read(QStringLiteral("SELECT IsDone FROM IntakeFiles WHERE Sha256 = ? AND Format = ?"),
                              {m_hash, m_detected.format}, {{QStringLiteral("IsDone"), ColumnType::Bool}});
    if (!known)
        return failure(known.error());
    if (known->rowCount() == 0)
        return false;
    if (known->column(0).integer(0) != 0)
        return true;
    // Begun and broken off: start again without the rows of the first attempt.
    if (const auto removed = removeUnfinished(fileTables(m_session.tables)); !removed)
        return failure(removed.error());
    return false;
}

Result<void> FileTaker::removeUnfinished(const QStringList &tables)
{
    for (const QString &table : tables) {
        const auto removed = m_session.store->write(QStringLiteral("DELETE FROM \"%1\" WHERE _Source = ?").arg(table),
                                                    {m_report.file}, {table});
        if (!removed)
            return failure(removed.error());
    }
    return {};
}

Result<void> FileTaker::remember(bool isDone)
{
    Table row(intakeFiles().columns);
    row.column(0).appendText(m_hash);
    row.column(1).appendText(m_report.file);
    row.column(2).appendText(m_detected.format);
    row.column(3).appendInteger(m_report.records);
    row.column(4).appendInteger(m_report.taken);
    row.column(5).appendInteger(m_report.refused);
    row.column(6).appendInteger(isDone ? 1 : 0);
    const auto stored = m_session.store->upsert(QStringLiteral("IntakeFiles"), row, QStringLiteral("Sha256"));
    return stored ? Result<void>() : failure(stored.error());
}

std::unique_ptr<Format> FileTaker::makeFormat(RowSet &rows)
{
    const FormatInput input{rows, m_report.file, plainName(m_report.file),
                            [this](const QByteArray &id) { return m_session.nextReport(id); }};
    if (m_detected.format == u"suricata-eve")
        return makeEveFormat(input);
    if (m_detected.format == u"zeek-json")
        return makeZeekJsonFormat(input, m_session.zeek);
    if (m_detected.format == u"zeek-tsv")
        return makeZeekTsvFormat(input, m_session.zeek);
    return makeWindowsFormat(input);
}

Result<void> FileTaker::observeAll(Format &format)
{
    auto source = openFile(m_path);
    if (!source)
        return failure(source.error());
    RecordReader reader(std::move(*source), m_detected.mode);
    RawRecord record;
    for (qint64 i = 0; reader.next(&record); ++i) {
        if (record.refusal.isEmpty())
            format.observe(record);
        if (i % 4096 == 0 && isCancelled())
            return failure(Error::Kind::Cancelled, QCoreApplication::translate("Intake", "Cancelled"));
    }
    format.observed();
    return {};
}

Result<void> FileTaker::flush(RowSet &rows)
{
    for (auto &[name, table] : rows.take()) {
        const int time = table.indexOf(QStringLiteral("Timestamp"));
        for (qsizetype i = 0; time >= 0 && i < table.rowCount(); ++i) {
            const Column &times = table.column(time);
            if (times.isNull(i))
                continue;
            m_report.first = m_report.first == 0 ? times.integer(i) : std::min(m_report.first, times.integer(i));
            m_report.last = std::max(m_report.last, times.integer(i));
        }
        // The same alert in another copy of its file is still the same alert.
        const auto added = name == u"ExternalAlerts"
                               ? m_session.store->appendNew(name, table, {QStringLiteral("ExternalId")}, m_report.file)
                               : m_session.store->append(name, table, m_report.file);
        if (!added)
            return failure(added.error());
        m_report.rows[name] += *added;
    }
    return {};
}

Result<void> FileTaker::readAll(Format &format, RowSet &rows, Progress progress)
{
    auto source = openFile(m_path);
    if (!source)
        return failure(source.error());
    RecordReader reader(std::move(*source), m_detected.mode);
    RawRecord record;
    for (qint64 i = 1; reader.next(&record); ++i) {
        const Taken taken = record.refusal.isEmpty() ? format.take(record) : Taken::refusal(record.refusal);
        m_report.records += taken.records;
        m_report.repaired += record.isRepaired && taken.refused == 0 ? 1 : 0;
        if (taken.refused > 0)
            refuse(record.line, taken.reason, taken.refused);
        if (i % 1024 != 0)
            continue;
        if (isCancelled())
            return failure(Error::Kind::Cancelled, QCoreApplication::translate("Intake", "Cancelled"));
        if (rows.rowCount() >= kBatchRows || rows.bytes() >= kBatchBytes) {
            if (const auto written = flush(rows); !written)
                return written;
        }
        if (m_options.onProgress && i % 8192 == 0) {
            progress.records = m_report.records;
            progress.part = reader.part();
            m_options.onProgress(progress);
        }
    }
    format.finish();
    return flush(rows);
}

Result<FileReport> FileTaker::take(Progress progress)
{
    auto detected = detect(m_path);
    if (!detected) {
        m_report.records = 1;
        refuse(0, detected.error().message);
        return m_report;
    }
    m_detected = *detected;
    if (!m_options.format.isEmpty())
        m_detected.format = m_options.format;
    m_report.format = m_detected.format;
    if (m_detected.isEmpty)
        return m_report;
    if (m_detected.format.isEmpty()) {
        m_report.records = 1;
        refuse(0, m_detected.reason);
        return m_report;
    }
    const bool isExternal = m_detected.format != u"windows-json";
    if (m_options.kinds != Kinds::Everything && isExternal != (m_options.kinds == Kinds::ExternalOnly)) {
        m_report.skipped = true;
        return m_report;
    }
    m_hash = sha256Of(m_path);
    const auto known = isKnown();
    if (!known)
        return failure(known.error());
    if (*known) {
        m_report.alreadyTaken = true;
        return m_report;
    }
    if (const auto begun = remember(false); !begun)
        return failure(begun.error());
    RowSet rows(m_session.tables);
    const auto format = makeFormat(rows);
    Result<void> done;
    if (format->isTwoPass())
        done = observeAll(*format);
    if (done)
        done = readAll(*format, rows, progress);
    if (!done && done.error().kind != Error::Kind::Unreadable)
        return failure(done.error());
    if (!done) {
        ++m_report.records;
        refuse(0, done.error().message);
    }
    m_report.taken = m_report.records - m_report.refused;
    m_report.clockOffset = format->clockOffset();
    if (const auto ended = remember(true); !ended)
        return failure(ended.error());
    return m_report;
}

} // namespace watchdesk::intake
