// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/auditrecord.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace watchdesk::response {

namespace {

const QString kSeq = QStringLiteral("seq");
const QString kHash = QStringLiteral("hash");
const QString kPrevious = QStringLiteral("previous");

QByteArray canonical(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact); // QJsonObject keeps its keys sorted
}

QString hashOf(const QJsonObject &withoutHash)
{
    return QString::fromLatin1(QCryptographicHash::hash(canonical(withoutHash), QCryptographicHash::Sha256).toHex());
}

tl::unexpected<Error> bad(const char *reason)
{
    return failure(Error::Kind::BadRecord, QCoreApplication::translate("response", reason));
}

QString headPath(const QString &auditPath) { return auditPath + QStringLiteral(".head"); }

} // namespace

QString genesisHash() { return QString(64, u'0'); }

QByteArray AuditRecord::line(QJsonObject fields, qint64 seq, const QString &previous)
{
    fields.remove(kHash);
    fields.insert(kSeq, seq);
    fields.insert(kPrevious, previous);
    // Read back once: what JSON cannot hold (a lone surrogate, 1e400) must not give a hash that no reader comes to.
    QJsonObject record = QJsonDocument::fromJson(canonical(fields)).object();
    record.insert(kHash, hashOf(record));
    return canonical(record) + '\n';
}

Result<AuditRecord> AuditRecord::fromLine(const QByteArray &line)
{
    if (line.size() > kLongestLine)
        return bad(QT_TRANSLATE_NOOP("response", "the line is too long"));
    QJsonObject json = QJsonDocument::fromJson(line).object();
    if (json.isEmpty())
        return bad(QT_TRANSLATE_NOOP("response", "the line is no JSON object"));
    if (canonical(json) != line)
        return bad(QT_TRANSLATE_NOOP("response", "the record is not written the way this log writes"));
    AuditRecord record{json.value(kSeq).toInteger(), json.value(kHash).toString(), json.value(kPrevious).toString(),
                       json};
    json.remove(kHash);
    if (record.hash != hashOf(json))
        return bad(QT_TRANSLATE_NOOP("response", "the record does not match its hash: it was changed"));
    return record;
}

Result<AuditHead> AuditHead::read(const QString &auditPath)
{
    QFile file(headPath(auditPath));
    if (!file.exists())
        return AuditHead();
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Storage,
                       QCoreApplication::translate("response", "The audit log's head file cannot be read: %1")
                           .arg(file.errorString()));
    const QJsonObject json = QJsonDocument::fromJson(file.read(4096)).object();
    const AuditHead head{json.value(kSeq).toInteger(), json.value(kHash).toString()};
    if (head.seq < 1 || head.hash.size() != 64)
        return bad(QT_TRANSLATE_NOOP("response", "the head file beside the log is not readable as one"));
    return head;
}

Result<void> AuditHead::write(const QString &auditPath) const
{
    QSaveFile file(headPath(auditPath));
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(canonical({{kSeq, seq}, {kHash, hash}}) + '\n');
    }
    if (file.commit())
        return {};
    return failure(Error::Kind::Storage,
                   QCoreApplication::translate("response", "The audit log's head file cannot be written: %1")
                       .arg(file.errorString()));
}

} // namespace watchdesk::response
