// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/http.h"

namespace watchdesk::lab {

namespace {

QString decoded(QByteArray text)
{
    text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

} // namespace

QList<QPair<QString, QString>> formPairs(const QByteArray &text)
{
    QList<QPair<QString, QString>> pairs;
    for (const QByteArray &part : text.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = equals < 0 ? part : part.left(equals);
        pairs.append({decoded(name), equals < 0 ? QString() : decoded(part.mid(equals + 1))});
    }
    return pairs;
}

} // namespace watchdesk::lab
