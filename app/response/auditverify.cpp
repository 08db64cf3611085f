// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/audit.h"
#include "app/response/auditrecord.h"

#include <QCoreApplication>
#include <QFile>

namespace watchdesk::response {

namespace {

QString said(const char *text) { return QCoreApplication::translate("response", text); }

/// Walks the chain and stops at the first link that does not hold.
class ChainWalk
{
public:
    explicit ChainWalk(const AuditHead &head)
        : m_head(head)
    {
        m_report.lastHash = genesisHash();
    }

    bool take(const QByteArray &rawLine)
    {
        if (!rawLine.endsWith('\n'))
            return stop(rawLine.size() >= AuditRecord::kLongestLine
                            ? said(QT_TRANSLATE_NOOP("response", "the line is too long"))
                            : said(QT_TRANSLATE_NOOP("response", "the line is cut off")));
        const auto record = AuditRecord::fromLine(rawLine.chopped(1));
        if (!record)
            return stop(record.error().message);
        if (record->seq != m_report.records + 1)
            return stop(
                said(QT_TRANSLATE_NOOP(
                         "response", "the record's number is %1 and should be %2: records are missing or out of order"))
                    .arg(record->seq)
                    .arg(m_report.records + 1));
        if (record->previous != m_report.lastHash)
            return stop(said(QT_TRANSLATE_NOOP("response", "the record does not follow the one before it")));
        if (record->seq == m_head.seq && record->hash != m_head.hash)
            return stop(said(QT_TRANSLATE_NOOP("response", "the record is not the one that the head file names")));
        m_report.records = record->seq;
        m_report.lastHash = record->hash;
        return true;
    }

    AuditReport end()
    {
        if (!m_report.reason.isEmpty())
            return m_report;
        if (m_report.records == 0)
            stop(said(QT_TRANSLATE_NOOP("response", "there is no record")));
        else if (m_head.seq == 0 && m_report.records > 1)
            stop(said(QT_TRANSLATE_NOOP("response", "the head file beside the log is missing")));
        else if (m_head.seq > m_report.records)
            stop(said(QT_TRANSLATE_NOOP("response", "the log ends here, but %1 records were written")).arg(m_head.seq));
        else if (m_head.seq < m_report.records - 1)
            stop(said(
                QT_TRANSLATE_NOOP("response", "records were added by something that does not keep the head file")));
        m_report.intact = m_report.reason.isEmpty();
        return m_report;
    }

private:
    bool stop(const QString &reason)
    {
        m_report.badLine = m_report.records + 1;
        m_report.reason = reason;
        return false;
    }

    AuditHead m_head;
    AuditReport m_report;
};

} // namespace

Result<AuditReport> Audit::verify(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            Error{Error::Kind::Unreadable,
                  said(QT_TRANSLATE_NOOP("response", "The audit log cannot be read: %1")).arg(file.errorString()),
                  {{QStringLiteral("file"), path}}});
    const auto head = AuditHead::read(path);
    if (!head && head.error().kind == Error::Kind::Storage)
        return failure(head.error());
    ChainWalk walk(head.value_or(AuditHead()));
    bool goesOn = true;
    while (goesOn && !file.atEnd())
        goesOn = walk.take(file.readLine(AuditRecord::kLongestLine + 1));
    AuditReport report = walk.end();
    if (!head && report.reason.isEmpty()) {
        report.intact = false;
        report.badLine = report.records;
        report.reason = head.error().message;
    }
    return report;
}

} // namespace watchdesk::response
