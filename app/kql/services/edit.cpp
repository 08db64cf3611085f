// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/edit.h"

#include <algorithm>

namespace watchdesk::kql {

namespace {

bool isPlainWord(const QString &name)
{
    const auto isWord = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
    };
    return !name.isEmpty() && !(name[0] >= u'0' && name[0] <= u'9') && std::all_of(name.begin(), name.end(), isWord);
}

} // namespace

QString applied(const QString &text, QList<Edit> edits)
{
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit &a, const Edit &b) { return a.span.start < b.span.start; });
    QString changed;
    int at = 0;
    for (const Edit &edit : edits) {
        changed += QStringView(text).mid(at, edit.span.start - at);
        changed += edit.text;
        at = edit.span.end;
    }
    changed += QStringView(text).mid(at);
    return changed;
}

QString written(const QString &name)
{
    if (isPlainWord(name))
        return name;
    QString escaped = name;
    escaped.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
    return QStringLiteral("['") + escaped + QStringLiteral("']");
}

} // namespace watchdesk::kql
