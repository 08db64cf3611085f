// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/shortcut.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

namespace watchdesk::response {

namespace {

const QString kUpdate = QStringLiteral("updateAlert");
const QString kSubmit = QStringLiteral("submitIndicator");

bool isFile(const QString &type) { return type.startsWith(QLatin1String("File")); }

} // namespace

QList<Shortcut> shortcuts()
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("response", text); };
    const auto member = [](const char *name) { return QString::fromLatin1(name); };
    return {
        {QStringLiteral("resolve"),
         tr("Resolve alert"),
         kUpdate,
         {{member("status"), QStringLiteral("Resolved")}},
         {member("classification"), member("determination")}},
        {QStringLiteral("assign"), tr("Assign alert"), kUpdate, {}, {member("assignedTo")}},
        {QStringLiteral("classify"),
         tr("Classify alert"),
         kUpdate,
         {},
         {member("classification"), member("determination")}},
        {QStringLiteral("comment"), tr("Comment on alert"), kUpdate, {}, {}},
        {QStringLiteral("block"), tr("Block"), kSubmit, {{member("action"), QStringLiteral("Block")}}, {}, true},
        {QStringLiteral("allow"), tr("Allow"), kSubmit, {{member("action"), QStringLiteral("Allowed")}}, {}, true},
        {QStringLiteral("audit"), tr("Watch"), kSubmit, {{member("action"), QStringLiteral("Audit")}}, {}, true},
    };
}

Shortcut shortcutNamed(const QString &verb)
{
    for (const Shortcut &shortcut : shortcuts()) {
        if (shortcut.verb == verb)
            return shortcut;
    }
    return {};
}

QString indicatorTypeOf(const QString &value)
{
    static const QRegularExpression hex(QStringLiteral("^[0-9a-fA-F]+$"));
    static const QRegularExpression domain(
        QStringLiteral("^([A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{1,62}$"));
    if (hex.match(value).hasMatch()) {
        if (value.size() == 32)
            return QStringLiteral("FileMd5");
        if (value.size() == 40)
            return QStringLiteral("FileSha1");
        if (value.size() == 64)
            return QStringLiteral("FileSha256");
    }
    static const QRegularExpression dotted(QStringLiteral("^\\d+\\.\\d+\\.\\d+\\.\\d+$"));
    if (dotted.match(value).hasMatch() || value.count(u':') > 1) {
        if (!QHostAddress(value).isNull())
            return QStringLiteral("IpAddress");
    }
    if (const QUrl url(value, QUrl::StrictMode);
        value.contains(QLatin1String("://")) && url.isValid() && !url.host().isEmpty())
        return QStringLiteral("Url");
    return domain.match(value).hasMatch() ? QStringLiteral("DomainName") : QString();
}

QJsonObject indicatorBody(const QString &value, const QJsonObject &preset)
{
    const QString type = indicatorTypeOf(value);
    QJsonObject body = preset;
    body.insert(QStringLiteral("indicatorValue"), value);
    body.insert(QStringLiteral("indicatorType"), type);
    const QString wanted = preset.value(QStringLiteral("action")).toString();
    // What is blocked as a file is taken from where it lies; the network knows no such thing.
    if (wanted == u"Block" && isFile(type))
        body.insert(QStringLiteral("action"), QStringLiteral("BlockAndRemediate"));
    if (!body.contains(QStringLiteral("title")))
        body.insert(QStringLiteral("title"), QString(wanted + u' ' + value).left(200));
    if (!body.contains(QStringLiteral("generateAlert")))
        body.insert(QStringLiteral("generateAlert"), wanted != u"Allowed");
    return body;
}

} // namespace watchdesk::response
