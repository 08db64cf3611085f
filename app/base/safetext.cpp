// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/safetext.h"

#include <QCoreApplication>

namespace watchdesk {

namespace {

bool isHidden(char32_t c)
{
    if (c < 0x20 || (c >= 0x7f && c < 0xa0))
        return true;
    switch (QChar::category(c)) {
    case QChar::Other_Format: // bidi controls, zero-width joiners, tags
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        // Look like nothing, but are letters or marks to Unicode.
        return c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0 || c == 0x034f || c == 0x2800 || c == 0x00ad;
    }
}

QString mark(char32_t c)
{
    if (c == U'\n')
        return QStringLiteral("⏎");
    if (c == U'\t')
        return QStringLiteral("⇥");
    if (c == U'\r')
        return QStringLiteral("␍");
    return QStringLiteral("[U+%1]").arg(uint(c), 4, 16, QLatin1Char('0')).toUpper();
}

/// The code point at `at`, which moves past it; a lone surrogate is returned as it is.
char32_t next(const QString &text, qsizetype &at)
{
    const QChar first = text[at++];
    if (first.isHighSurrogate() && at < text.size() && text[at].isLowSurrogate())
        return QChar::surrogateToUcs4(first, text[at++]);
    return first.unicode();
}

} // namespace

QString visibleText(const QString &text, qsizetype limit)
{
    QString visible;
    visible.reserve(qMin(text.size(), limit));
    qsizetype at = 0;
    while (at < text.size() && visible.size() < limit) {
        const qsizetype begin = at;
        const char32_t c = next(text, at);
        if (isHidden(c))
            visible += mark(c);
        else
            visible += QStringView(text).mid(begin, at - begin);
    }
    if (at < text.size())
        visible += QStringLiteral("… (+%1)").arg(text.size() - at);
    return visible;
}

bool hasHiddenCharacters(const QString &text)
{
    for (qsizetype at = 0; at < text.size();) {
        if (isHidden(next(text, at)))
            return true;
    }
    return false;
}

QString defanged(const QString &text)
{
    QString safe = text;
    safe.replace(QStringLiteral("http"), QStringLiteral("hxxp"), Qt::CaseInsensitive);
    safe.replace(QStringLiteral("://"), QStringLiteral("[://]"));
    safe.replace(u'.', QStringLiteral("[.]"));
    return safe;
}

} // namespace watchdesk
