// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace watchdesk::arch {

/// One #include of a source file, by its path from the repository's root.
struct Include
{
    QString file;
    int line = 0;
    QString header;
    bool quoted = false;
};

QList<Include> includesOf(const QString &file, const QString &text);

/// The table of arrows.txt: who may include what. Read once by the test; a line it does not understand is in
/// mistakes().
class Arrows
{
public:
    /// qtHeaders is the folder that holds QtCore, QtWidgets and so on: it says which module a class belongs to.
    Arrows(const QString &table, const QString &qtHeaders);

    QStringList mistakes() const { return m_mistakes; }
    QStringList folders() const { return m_allowed.keys(); }

    /// Why the include is not allowed, as "file:line: …"; empty if it is.
    QString complaint(const Include &include) const;

private:
    struct Reserved
    {
        QString header;
        QStringList folders;
    };

    void readLine(const QString &line);
    QString folderOf(const QString &path) const;
    QString watchdeskComplaint(const Include &include) const;
    QString reservedComplaint(const Include &include) const;
    bool matches(const QString &reserved, const QString &header) const;

    QString m_qtHeaders;
    QHash<QString, QStringList> m_allowed;
    QList<Reserved> m_reserved;
    QStringList m_mistakes;
};

} // namespace watchdesk::arch
