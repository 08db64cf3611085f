// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/schema.h"
#include "app/lab/scenario/event.h"
#include "app/lab/scenario/rowsink.h"
#include "app/lab/scenario/tablebatch.h"
#include "app/lab/scenario/world.h"

#include <array>

namespace watchdesk::lab {

/// Writes events as rows of the Device*Events tables: numbers them (ReportId) by device, fills the process columns,
/// and hands them on in batches. Used by one thread.
class EventWriter
{
public:
    /// Internal when `schema` lacks one of the tables.
    static Result<std::unique_ptr<EventWriter>> create(const World &world, const kql::Schema &schema, RowSink &sink);

    Result<void> write(const Event &event);
    Result<void> flush(); ///< hands on what is left
    qint64 rows() const { return m_rows; }

private:
    /// Where a table keeps the facts of a process: of the one that acts, or of the one that is acted upon.
    struct ProcessColumns
    {
        int fileName, path, sha1, sha256, md5, size;
        int company, product, version, internal, original, description;
        int id, commandLine, created, integrity, elevation, session, uniqueId;
        int domain, account, sid, upn, objectId, logonId;
        int parentId, parentFile, parentCreated;
        bool lowersPath;
    };
    struct Output
    {
        TableBatch batch;
        ProcessColumns initiating, subject;
        int timestamp, deviceId, deviceName, reportId;
    };

    EventWriter(const World &world, RowSink &sink);
    static ProcessColumns initiatingColumns(const TableBatch &batch);
    static ProcessColumns subjectColumns(const TableBatch &batch);
    static void putProcess(TableBatch &batch, const ProcessColumns &columns, const Process &process);
    Result<void> flush(Output &output);

    const World &m_world;
    RowSink &m_sink;
    std::vector<Output> m_outputs; ///< by EventTable
    std::vector<qint32> m_reportIds;
    qint64 m_rows = 0;
};

} // namespace watchdesk::lab
