// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arrows.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace watchdesk::arch {

namespace {

bool isBelow(const QString &path, const QString &folder) { return path.startsWith(folder + u'/'); }

bool isOurs(const QString &header) { return header.startsWith(u"app/") || header.startsWith(u"ui/"); }

/// "ui/views/desk/x.h" is in "ui/views/desk" where the table has "ui/views/*".
QString childFolder(const QString &path, const QString &parent)
{
    if (!isBelow(path, parent))
        return {};
    const qsizetype end = path.indexOf(u'/', parent.size() + 1);
    return end < 0 ? QString() : path.left(end);
}

} // namespace

QList<Include> includesOf(const QString &file, const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^\s*#\s*include\s*(["<])([^">]+)[">])"));
    QList<Include> found;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        const QRegularExpressionMatch match = pattern.match(line);
        if (match.hasMatch())
            found.append({file, number, match.captured(2), match.captured(1) == u"\""});
    }
    return found;
}

Arrows::Arrows(const QString &table, const QString &qtHeaders)
    : m_qtHeaders(qtHeaders)
{
    for (const QString &line : table.split(u'\n'))
        readLine(line.section(u'#', 0, 0).trimmed());
}

void Arrows::readLine(const QString &line)
{
    if (line.isEmpty())
        return;
    if (!line.contains(u':')) {
        m_mistakes.append(line);
        return;
    }
    const QString head = line.section(u':', 0, 0).trimmed();
    const QStringList folders = line.section(u':', 1).split(u' ', Qt::SkipEmptyParts);
    if (head.startsWith(u"only "))
        m_reserved.append({head.mid(5).trimmed(), folders});
    else
        m_allowed.insert(head, folders);
}

/// The line of the table that governs a path: the longest that fits.
QString Arrows::folderOf(const QString &path) const
{
    QString best;
    for (const QString &folder : folders()) {
        const bool each = folder.endsWith(u"/*");
        const bool fits = each ? !childFolder(path, folder.chopped(2)).isEmpty() : isBelow(path, folder);
        if (fits && folder.size() > best.size())
            best = folder;
    }
    return best;
}

QString Arrows::complaint(const Include &include) const
{
    const QString reason = isOurs(include.header) ? watchdeskComplaint(include) : reservedComplaint(include);
    if (reason.isEmpty())
        return {};
    return QStringLiteral("%1:%2: %3").arg(include.file).arg(include.line).arg(reason);
}

QString Arrows::watchdeskComplaint(const Include &include) const
{
    const QString from = folderOf(include.file);
    const QString to = folderOf(include.header);
    if (to.isEmpty())
        return QStringLiteral("%1 is in no folder of arrows.txt").arg(include.header);
    if (from != to) {
        if (m_allowed.value(from).contains(to) ||
            m_allowed.value(from).contains(to.chopped(to.endsWith(u"/*") ? 2 : 0)))
            return {};
        return QStringLiteral("%1 may not include %2").arg(from, include.header);
    }
    const bool neighbour = from.endsWith(u"/*") &&
                           childFolder(include.file, from.chopped(2)) != childFolder(include.header, from.chopped(2));
    return neighbour ? QStringLiteral("%1 may not include its neighbour %2").arg(from, include.header) : QString();
}

QString Arrows::reservedComplaint(const Include &include) const
{
    if (include.quoted && include.header.startsWith(u"../"))
        return QStringLiteral("%1 is not written from the repository's root").arg(include.header);
    for (const Reserved &reserved : m_reserved) {
        const auto holds = [&](const QString &folder) { return isBelow(include.file, folder); };
        if (matches(reserved.header, include.header) && std::ranges::none_of(reserved.folders, holds))
            return QStringLiteral("%1 is only for %2").arg(include.header, reserved.folders.join(u", "));
    }
    return {};
}

bool Arrows::matches(const QString &reserved, const QString &header) const
{
    if (!reserved.endsWith(u"/*"))
        return header.section(u'/', -1) == reserved.section(u'/', -1);
    const QString module = reserved.chopped(2);
    if (header.startsWith(module + u'/') || header == module)
        return true;
    if (header.contains(u'/'))
        return false;
    // QAction and a few more moved to QtGui and left a forwarding header behind.
    return QFile::exists(m_qtHeaders + u'/' + module + u'/' + header) &&
           !QFile::exists(m_qtHeaders + u"/QtGui/" + header);
}

} // namespace watchdesk::arch
