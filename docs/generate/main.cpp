// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes the files that are made from the tables of the language into the sources; `./dev docs` runs it.

#include "docs/generate/reference.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <cstdio>

namespace {

bool write(const QString &path, const QString &text)
{
    QFile present(path);
    if (present.open(QIODevice::ReadOnly) && present.readAll() == text.toUtf8())
        return true;
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0 && file.commit();
    std::printf("%s %s\n", written ? "wrote" : "cannot write", qPrintable(path));
    return written;
}

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QString root = app.arguments().value(1);
    const QString form = read(root + QStringLiteral("/docs/generate/kql.xml.in"));
    if (form.isEmpty()) {
        std::fprintf(stderr, "usage: make_reference SOURCES\n");
        return 2;
    }
    const bool done =
        write(root + QStringLiteral("/docs/kql.md"), watchdesk::reference::kqlPage()) &&
        write(root + QStringLiteral("/resources/syntax/kql.xml"), watchdesk::reference::kqlHighlighting(form));
    return done ? 0 : 1;
}
