// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/audit.h"

#include "app/base/workers.h"
#include "app/response/auditfile.h"
#include "app/response/auditrecord.h"
#include "app/response/systemuser.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QMutex>
#include <QThreadPool>

namespace watchdesk::response {

namespace {

constexpr int kLockPatience = 5'000; ///< milliseconds; another process holds the lock for one record only

tl::unexpected<Error> unsound(const QString &path, const QString &reason)
{
    return failure(Error{Error::Kind::Refused,
                         QCoreApplication::translate(
                             "response",
                             "The audit log is not sound (%1), so nothing is added to it. Keep it as evidence and move "
                             "it away together with its head file to begin a new one.")
                             .arg(reason),
                         {{QStringLiteral("file"), path}}});
}

QJsonObject genesis()
{
    return {{QStringLiteral("action"), QStringLiteral("audit")},
            {QStringLiteral("step"), QStringLiteral("begun")},
            {QStringLiteral("target"), QString()},
            {QStringLiteral("detail"), QJsonObject{{QStringLiteral("format"), 1}}}};
}

/// The four members of a step that have a place of their own; the others join "detail".
QJsonObject arranged(const QJsonObject &step)
{
    QJsonObject record;
    QJsonObject detail = step.value(QStringLiteral("detail")).toObject();
    for (auto it = step.constBegin(); it != step.constEnd(); ++it) {
        if (it.key() == QStringLiteral("action") || it.key() == QStringLiteral("step") ||
            it.key() == QStringLiteral("target"))
            record.insert(it.key(), it.value().toString());
        else if (it.key() != QStringLiteral("detail") || !it.value().isObject())
            detail.insert(it.key(), it.value());
    }
    record.insert(QStringLiteral("detail"), detail);
    return record;
}

} // namespace

/// Appends, one at a time. Shared with the workers that do it.
class Audit::Writer
{
public:
    Writer(const QString &path, const QString &tenant)
        : m_path(path)
        , m_tenant(tenant)
    {
        m_worker.setMaxThreadCount(1); // keeps the order
    }

    QString path() const { return m_path; }
    QThreadPool &worker() { return m_worker; }

    /// Adds `step`; without one, the genesis record if there is none yet.
    Result<void> append(const std::optional<QJsonObject> &step)
    {
        const QMutexLocker locker(&m_mutex);
        QLockFile lock(m_path + QStringLiteral(".lock"));
        if (!lock.tryLock(kLockPatience))
            return failure(Error::Kind::Storage,
                           QCoreApplication::translate("response", "The audit log is in use by another program."));
        auto last = soundEnd();
        if (last && last->seq == 0)
            last = add(genesis(), AuditHead{0, genesisHash()});
        if (last && step)
            last = add(*step, *last);
        return last ? Result<void>() : failure(last.error());
    }

private:
    /// The last record, held against the head file; seq 0 for a log that is yet to begin.
    Result<AuditHead> soundEnd() const
    {
        const auto head = AuditHead::read(m_path);
        if (!head)
            return unsound(m_path, head.error().message);
        const auto line = lastLine(m_path);
        if (!line)
            return line.error().kind == Error::Kind::Storage ? failure(line.error())
                                                             : unsound(m_path, line.error().message);
        if (line->isEmpty() && head->seq == 0)
            return AuditHead();
        if (line->isEmpty())
            return unsound(m_path, QCoreApplication::translate("response", "its records are gone"));
        const auto record = AuditRecord::fromLine(*line);
        if (!record)
            return unsound(m_path, record.error().message);
        // The head is written after the record: a crash in between leaves it one behind.
        const bool fits = (head->seq == record->seq && head->hash == record->hash) ||
                          (head->seq == record->seq - 1 && (head->seq == 0 || head->hash == record->previous));
        if (!fits)
            return unsound(m_path, QCoreApplication::translate("response", "its end is not the one it had"));
        return AuditHead{record->seq, record->hash};
    }

    Result<AuditHead> add(const QJsonObject &step, const AuditHead &last) const
    {
        QJsonObject fields = step;
        fields.insert(QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
        fields.insert(QStringLiteral("actor"), systemUser());
        fields.insert(QStringLiteral("tenant"), m_tenant);
        const QByteArray line = AuditRecord::line(fields, last.seq + 1, last.hash);
        if (line.size() > AuditRecord::kLongestLine)
            return failure(Error::Kind::InvalidInput,
                           QCoreApplication::translate("response", "The step is too large for the audit log."));
        const auto record = AuditRecord::fromLine(line.chopped(1));
        if (!record)
            return failure(record.error());
        const AuditHead head{record->seq, record->hash};
        if (const auto written = appendToDisk(m_path, line); !written)
            return failure(written.error());
        if (const auto written = head.write(m_path); !written)
            return failure(written.error());
        return head;
    }

    QString m_path;
    QString m_tenant;
    QMutex m_mutex;
    QThreadPool m_worker;
};

Audit::Audit(std::shared_ptr<Writer> writer)
    : m_writer(std::move(writer))
{
}

Result<std::unique_ptr<Audit>> Audit::open(const QString &path, const QString &tenant)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failure(Error::Kind::Storage,
                       QCoreApplication::translate("response", "There is no folder for the audit log: %1.").arg(path));
    auto writer = std::make_shared<Writer>(path, tenant);
    if (const auto begun = writer->append({}); !begun)
        return failure(begun.error());
    return std::unique_ptr<Audit>(new Audit(std::move(writer)));
}

Result<void> Audit::append(const QJsonObject &step) { return m_writer->append(arranged(step)); }

FutureResult<bool> Audit::appendLater(const QJsonObject &step)
{
    return onWorkerOf(m_writer->worker(), [writer = m_writer, record = arranged(step)]() -> Result<bool> {
        const auto done = writer->append(record);
        return done ? Result<bool>(true) : failure(done.error());
    });
}

QString Audit::path() const { return m_writer->path(); }

} // namespace watchdesk::response
