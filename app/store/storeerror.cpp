// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/storeerror.h"

#include "app/kql/nativefunction.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace watchdesk::store {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::store", text); }

} // namespace

Error storeError(duckdb_error_type type, const char *message, const QString &sql)
{
    if (type == DUCKDB_ERROR_INTERRUPT)
        return Error{Error::Kind::Cancelled, tr("Cancelled."), {}};
    const QString text = QString::fromUtf8(message ? message : "");
    // Older calls give no type; the text is then all there is.
    if (text.startsWith(QStringLiteral("INTERRUPT Error")))
        return Error{Error::Kind::Cancelled, tr("Cancelled."), {}};
    const QString refusal = QLatin1String("Invalid Input Error: ") + QLatin1String(kql::kRefusal);
    if (text.startsWith(refusal))
        return Error{Error::Kind::Refused, text.mid(refusal.size()).section(u'\n', 0, 0), {}};
    if (type == DUCKDB_ERROR_OUT_OF_RANGE || text.startsWith(QStringLiteral("Out of Range Error")))
        return Error{Error::Kind::Refused, tr("A number leaves its range: %1").arg(text.section(u'\n', 0, 0)), {}};
    Error error{Error::Kind::Storage, tr("The store refused: %1").arg(text.section(u'\n', 0, 0)), {}};
    error.context.insert(QStringLiteral("detail"), text);
    if (!sql.isEmpty())
        error.context.insert(QStringLiteral("sql"), sql);
    return error;
}

Error openError(const QString &path, const QString &message)
{
    static const QRegularExpression lock(QStringLiteral("[Cc]onflicting lock is held in (.*?) ?\\(PID (\\d+)\\)"));
    Error error{Error::Kind::Storage, {}, {{QStringLiteral("file"), path}, {QStringLiteral("detail"), message}}};
    const auto match = lock.match(message);
    if (match.hasMatch()) {
        const QString holder = QFileInfo(match.captured(1)).fileName();
        error.context.insert(QStringLiteral("holder"), match.captured(1));
        error.context.insert(QStringLiteral("pid"), match.captured(2));
        error.message = tr("The store %1 is in use by %2 (process %3).").arg(path, holder, match.captured(2));
    } else if (message.contains(QStringLiteral("Could not set lock"))) {
        error.message = tr("The store %1 is in use by another program.").arg(path);
    } else {
        error.message = tr("The store %1 cannot be opened: %2").arg(path, message.section(u'\n', 0, 0));
    }
    return error;
}

} // namespace watchdesk::store
