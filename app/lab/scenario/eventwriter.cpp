// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/eventwriter.h"

#include <QCoreApplication>

namespace watchdesk::lab {

namespace {

constexpr qsizetype kBatchRows = 50'000;
constexpr std::array<const char *, kEventTableCount> kTables{
    "DeviceProcessEvents", "DeviceNetworkEvents", "DeviceFileEvents",     "DeviceRegistryEvents",
    "DeviceLogonEvents",   "DeviceEvents",        "DeviceImageLoadEvents"};

std::string lower(std::string_view text)
{
    std::string result(text);
    for (char &c : result)
        c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    return result;
}

} // namespace

EventWriter::EventWriter(const World &world, RowSink &sink)
    : m_world(world)
    , m_sink(sink)
    , m_reportIds(world.cast().devices().size(), 0)
{
}

Result<std::unique_ptr<EventWriter>> EventWriter::create(const World &world, const kql::Schema &schema, RowSink &sink)
{
    std::unique_ptr<EventWriter> writer(new EventWriter(world, sink));
    for (const char *name : kTables) {
        const TableSchema *table = schema.find(QLatin1String(name));
        if (!table)
            return failure(Error::Kind::Internal,
                           QCoreApplication::translate("Lab", "The store has no table %1.").arg(QLatin1String(name)));
        TableBatch batch(*table);
        const ProcessColumns initiating = initiatingColumns(batch);
        const ProcessColumns subject = subjectColumns(batch);
        const std::array<int, 4> fixed{batch.indexOf("Timestamp"), batch.indexOf("DeviceId"),
                                       batch.indexOf("DeviceName"), batch.indexOf("ReportId")};
        writer->m_outputs.push_back({std::move(batch), initiating, subject, fixed[0], fixed[1], fixed[2], fixed[3]});
    }
    return writer;
}

EventWriter::ProcessColumns EventWriter::initiatingColumns(const TableBatch &batch)
{
    const auto of = [&batch](const char *name) { return batch.indexOf("InitiatingProcess" + std::string(name)); };
    return {of("FileName"),
            of("FolderPath"),
            of("SHA1"),
            of("SHA256"),
            of("MD5"),
            of("FileSize"),
            of("VersionInfoCompanyName"),
            of("VersionInfoProductName"),
            of("VersionInfoProductVersion"),
            of("VersionInfoInternalFileName"),
            of("VersionInfoOriginalFileName"),
            of("VersionInfoFileDescription"),
            of("Id"),
            of("CommandLine"),
            of("CreationTime"),
            of("IntegrityLevel"),
            of("TokenElevation"),
            of("SessionId"),
            of("UniqueId"),
            of("AccountDomain"),
            of("AccountName"),
            of("AccountSid"),
            of("AccountUpn"),
            of("AccountObjectId"),
            of("LogonId"),
            of("ParentId"),
            of("ParentFileName"),
            of("ParentCreationTime"),
            true};
}

EventWriter::ProcessColumns EventWriter::subjectColumns(const TableBatch &batch)
{
    const auto of = [&batch](const char *name) { return batch.indexOf(name); };
    return {of("FileName"),
            of("FolderPath"),
            of("SHA1"),
            of("SHA256"),
            of("MD5"),
            of("FileSize"),
            of("ProcessVersionInfoCompanyName"),
            of("ProcessVersionInfoProductName"),
            of("ProcessVersionInfoProductVersion"),
            of("ProcessVersionInfoInternalFileName"),
            of("ProcessVersionInfoOriginalFileName"),
            of("ProcessVersionInfoFileDescription"),
            of("ProcessId"),
            of("ProcessCommandLine"),
            of("ProcessCreationTime"),
            of("ProcessIntegrityLevel"),
            of("ProcessTokenElevation"),
            of("CreatedProcessSessionId"),
            of("ProcessUniqueId"),
            of("AccountDomain"),
            of("AccountName"),
            of("AccountSid"),
            of("AccountUpn"),
            of("AccountObjectId"),
            of("LogonId"),
            -1,
            -1,
            -1,
            false};
}

void EventWriter::putProcess(TableBatch &batch, const ProcessColumns &columns, const Process &process)
{
    const Program &program = *process.program;
    const Account &account = *process.account;
    batch.put(columns.fileName, program.name);
    batch.put(columns.path, columns.lowersPath ? lower(program.path) : program.path);
    batch.put(columns.sha1, program.sha1);
    batch.put(columns.sha256, program.sha256);
    batch.put(columns.md5, program.md5);
    batch.put(columns.size, program.size);
    batch.put(columns.company, program.company);
    batch.put(columns.product, program.product);
    batch.put(columns.version, program.version);
    batch.put(columns.internal, program.original);
    batch.put(columns.original, program.original);
    batch.put(columns.description, program.description);
    batch.put(columns.id, process.id);
    batch.put(columns.commandLine, process.commandLine);
    batch.put(columns.created, process.created);
    batch.put(columns.integrity, process.integrity);
    batch.put(columns.elevation, process.integrity == "High"     ? "TokenElevationTypeFull"
                                 : process.integrity == "System" ? "TokenElevationTypeDefault"
                                                                 : "TokenElevationTypeLimited");
    batch.put(columns.session, process.session);
    batch.put(columns.uniqueId, process.uniqueId);
    batch.put(columns.domain, account.domain);
    batch.put(columns.account, account.name);
    batch.put(columns.sid, account.sid);
    batch.put(columns.upn, account.upn);
    batch.put(columns.objectId, account.objectId);
    batch.put(columns.logonId, process.logonId);
    if (!process.parent)
        return;
    batch.put(columns.parentId, process.parent->id);
    batch.put(columns.parentFile, process.parent->program->name);
    batch.put(columns.parentCreated, process.parent->created);
}

Result<void> EventWriter::write(const Event &event)
{
    Output &output = m_outputs[size_t(event.table)];
    TableBatch &batch = output.batch;
    const CastDevice &device = m_world.cast().device(event.device);
    batch.put(output.timestamp, event.time);
    batch.put(output.deviceId, device.id);
    batch.put(output.deviceName, device.dnsName);
    batch.put(output.reportId, qint64(++m_reportIds[size_t(event.device)]));
    if (event.by)
        putProcess(batch, output.initiating, *event.by);
    if (event.subject)
        putProcess(batch, output.subject, *event.subject);
    for (const Field &field : event.fields) {
        const int column = batch.indexOf(field.column);
        if (const auto *text = std::get_if<std::string>(&field.value))
            batch.put(column, *text);
        else
            batch.put(column, std::get<qint64>(field.value));
    }
    batch.endRow();
    ++m_rows;
    return batch.rowCount() >= kBatchRows ? flush(output) : Result<void>();
}

Result<void> EventWriter::flush(Output &output)
{
    if (output.batch.rowCount() == 0)
        return {};
    return m_sink.append(output.batch.name(), output.batch.take());
}

Result<void> EventWriter::flush()
{
    for (Output &output : m_outputs) {
        if (const Result<void> done = flush(output); !done)
            return done;
    }
    return {};
}

} // namespace watchdesk::lab
