// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/detections/hit.h"

namespace watchdesk::lab {

namespace {

/// Cells of one row by name, whether or not the query kept the column.
class Row
{
public:
    Row(const Table &table, qsizetype row)
        : m_table(table)
        , m_row(row)
    {
    }

    QString text(const QString &name) const
    {
        const int column = m_table.indexOf(name);
        return column < 0 || !isText(m_table.column(column).type()) ? QString() : m_table.column(column).string(m_row);
    }
    qint64 number(const QString &name) const
    {
        const int column = m_table.indexOf(name);
        const bool isThere =
            column >= 0 && isIntegral(m_table.column(column).type()) && !m_table.column(column).isNull(m_row);
        return isThere ? m_table.column(column).integer(m_row) : 0;
    }

private:
    const Table &m_table;
    qsizetype m_row;
};

HitProcess initiatingProcess(const Row &row)
{
    const auto name = [](const char *column) -> QString {
        return QStringLiteral("InitiatingProcess") + QLatin1String(column);
    };
    HitProcess process;
    process.id = row.number(name("Id"));
    process.created = row.number(name("CreationTime"));
    process.fileName = row.text(name("FileName"));
    process.path = row.text(name("FolderPath"));
    process.commandLine = row.text(name("CommandLine"));
    process.sha1 = row.text(name("SHA1"));
    process.sha256 = row.text(name("SHA256"));
    process.accountDomain = row.text(name("AccountDomain"));
    process.accountName = row.text(name("AccountName"));
    process.accountSid = row.text(name("AccountSid"));
    process.accountUpn = row.text(name("AccountUpn"));
    process.parentId = row.number(name("ParentId"));
    process.parentCreated = row.number(name("ParentCreationTime"));
    process.parentFileName = row.text(name("ParentFileName"));
    return process;
}

HitProcess createdProcess(const Row &row)
{
    HitProcess process;
    process.id = row.number(QStringLiteral("ProcessId"));
    process.created = row.number(QStringLiteral("ProcessCreationTime"));
    process.fileName = row.text(QStringLiteral("FileName"));
    process.path = row.text(QStringLiteral("FolderPath"));
    process.commandLine = row.text(QStringLiteral("ProcessCommandLine"));
    process.sha1 = row.text(QStringLiteral("SHA1"));
    process.sha256 = row.text(QStringLiteral("SHA256"));
    process.accountDomain = row.text(QStringLiteral("AccountDomain"));
    process.accountName = row.text(QStringLiteral("AccountName"));
    process.accountSid = row.text(QStringLiteral("AccountSid"));
    process.accountUpn = row.text(QStringLiteral("AccountUpn"));
    process.parentId = row.number(QStringLiteral("InitiatingProcessId"));
    process.parentCreated = row.number(QStringLiteral("InitiatingProcessCreationTime"));
    process.parentFileName = row.text(QStringLiteral("InitiatingProcessFileName"));
    return process;
}

Hit hitFromRow(const Detection &detection, const Row &row)
{
    Hit hit;
    hit.time = row.number(QStringLiteral("Timestamp"));
    hit.reportId = row.number(QStringLiteral("ReportId"));
    hit.deviceId = row.text(QStringLiteral("DeviceId"));
    hit.deviceName = row.text(QStringLiteral("DeviceName"));
    hit.process = detection.subject == Detection::Subject::Created ? createdProcess(row) : initiatingProcess(row);
    hit.fileName = row.text(QStringLiteral("FileName"));
    hit.filePath = row.text(QStringLiteral("FolderPath"));
    hit.fileSha1 = row.text(QStringLiteral("SHA1"));
    hit.fileSha256 = row.text(QStringLiteral("SHA256"));
    hit.fileSize = row.number(QStringLiteral("FileSize"));
    hit.ip = row.text(QStringLiteral("RemoteIP"));
    hit.registryKey = row.text(QStringLiteral("RegistryKey"));
    hit.registryValueName = row.text(QStringLiteral("RegistryValueName"));
    hit.registryValueData = row.text(QStringLiteral("RegistryValueData"));
    return hit;
}

} // namespace

QList<Hit> hitsFromTable(const Detection &detection, const Table &rows)
{
    QList<Hit> hits;
    for (qsizetype row = 0; row < rows.rowCount(); ++row) {
        Hit hit = hitFromRow(detection, Row(rows, row));
        if (hit.time > 0 && !hit.deviceId.isEmpty())
            hits.append(std::move(hit));
    }
    return hits;
}

} // namespace watchdesk::lab
