// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arrows.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace watchdesk::arch;

namespace {

QString rootPath() { return QStringLiteral(WATCHDESK_SOURCE_DIR); }

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Arrows table()
{
    return {textOf(QStringLiteral(WATCHDESK_TEST_DATA "/arrows.txt")), QStringLiteral(WATCHDESK_QT_HEADERS)};
}

/// Paths from the root, in order, of the files below some folders.
QStringList filesBelow(const QStringList &folders, const QStringList &names)
{
    QStringList files;
    for (const QString &folder : folders) {
        QDirIterator entries(rootPath() + u'/' + folder, names, QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext())
            files.append(QDir(rootPath()).relativeFilePath(entries.next()));
    }
    files.sort();
    return files;
}

QStringList sources()
{
    return filesBelow({QStringLiteral("app"), QStringLiteral("ui")}, {QStringLiteral("*.h"), QStringLiteral("*.cpp")});
}

} // namespace

#define VERIFY_NONE(complaints) QVERIFY2((complaints).isEmpty(), qPrintable(u'\n' + (complaints).join(u'\n')))

/// What docs/architecture.md says about folders, held against the tree.
class TestArch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableIsUnderstood();
    void includeIsJudged_data();
    void includeIsJudged();
    void includesAreFound();
    void treeFollowsTheTable();
    void everyFolderIsInTheTable();
    void noFolderIsACatchAll();
    void everyFileNamesItsLicence();
};

void TestArch::tableIsUnderstood()
{
    VERIFY_NONE(table().mistakes());
    QVERIFY(table().folders().contains(QStringLiteral("app/base")));
    QCOMPARE(Arrows(QStringLiteral("app/base no colon"), {}).mistakes().size(), 1);
}

void TestArch::includeIsJudged_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("complaint");

    const auto row = [](const char *name, const char *file, const char *header, const char *complaint) {
        QTest::newRow(name) << QString::fromLatin1(file) << QString::fromLatin1(header)
                            << QString::fromLatin1(complaint);
    };
    row("own folder", "app/kql/a.cpp", "app/kql/b.h", "");
    row("along the arrow", "app/kql/a.cpp", "app/base/result.h", "");
    row("against the arrow", "app/base/a.cpp", "app/kql/b.h", "app/base may not include app/kql/b.h");
    row("window in a program without one", "app/ctl/a.cpp", "ui/models/b.h", "app/ctl may not include ui/models/b.h");
    row("sub-folder", "app/intake/formats/a.cpp", "app/store/b.h", "");
    row("sub-folder, against", "app/intake/formats/a.cpp", "app/lab/b.h", "app/intake may not include app/lab/b.h");
    row("unknown folder", "app/kql/a.cpp", "app/misc/b.h", "app/misc/b.h is in no folder of arrows.txt");
    row("view uses widgets", "ui/views/desk/a.cpp", "ui/widgets/b.h", "");
    row("view uses what all views share", "ui/views/desk/a.cpp", "ui/views/view.h", "");
    row("view uses its neighbour", "ui/views/desk/a.cpp", "ui/views/hunt/b.h",
        "ui/views/* may not include its neighbour ui/views/hunt/b.h");
    row("shell uses a view", "ui/shell/a.cpp", "ui/views/desk/b.h", "");
    row("not from the root", "app/kql/a.cpp", "../base/b.h", "../base/b.h is not written from the repository's root");
    row("database", "app/hunt/a.cpp", "duckdb.h", "duckdb.h is only for app/store");
    row("database at home", "app/store/a.cpp", "duckdb.h", "");
    row("network", "app/defender/a.cpp", "QNetworkReply", "QNetworkReply is only for app/net");
    row("network by module", "app/defender/a.cpp", "QtNetwork/QNetworkReply",
        "QtNetwork/QNetworkReply is only for app/net");
    row("server", "app/net/a.cpp", "httplib.h", "httplib.h is only for app/lab");
    row("widget in a model", "ui/models/a.cpp", "QLabel",
        "QLabel is only for ui/widgets, ui/views, ui/shell, app/desktop");
    row("widget in a view", "ui/views/desk/a.cpp", "QLabel", "");
    row("action is no widget", "ui/models/a.cpp", "QAction", "");
    row("core class", "app/kql/a.cpp", "QString", "");
}

void TestArch::includeIsJudged()
{
    QFETCH(QString, file);
    QFETCH(QString, header);
    QFETCH(QString, complaint);
    const QString place = complaint.isEmpty() ? QString() : file + QStringLiteral(":7: ");
    QCOMPARE(table().complaint({file, 7, header, true}), QString(place + complaint));
}

void TestArch::includesAreFound()
{
    const QString text =
        QStringLiteral("#pragma once\n#include \"app/base/a.h\"\n  # include <QString>\n// #include <no>\n");
    const QList<Include> found = includesOf(QStringLiteral("x.h"), text);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].header, QStringLiteral("app/base/a.h"));
    QVERIFY(found[0].quoted);
    QCOMPARE(found[1].header, QStringLiteral("QString"));
    QCOMPARE(found[1].line, 3);
}

void TestArch::treeFollowsTheTable()
{
    const Arrows arrows = table();
    QStringList complaints;
    for (const QString &file : sources()) {
        for (const Include &include : includesOf(file, textOf(rootPath() + u'/' + file))) {
            if (const QString complaint = arrows.complaint(include); !complaint.isEmpty())
                complaints.append(complaint);
        }
    }
    VERIFY_NONE(complaints);
}

void TestArch::everyFolderIsInTheTable()
{
    const QStringList known = table().folders();
    QStringList complaints;
    for (const QString &file : sources()) {
        const QString folder = file.section(u'/', 0, 1);
        if (!known.contains(folder))
            complaints.append(file + QStringLiteral(": arrows.txt does not know its folder"));
    }
    VERIFY_NONE(complaints);
}

void TestArch::noFolderIsACatchAll()
{
    const QStringList refused{QStringLiteral("common"), QStringLiteral("utils"), QStringLiteral("util"),
                              QStringLiteral("misc"), QStringLiteral("helpers")};
    const QStringList files = filesBelow({QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("tests")}, {});
    QStringList complaints;
    for (const QString &file : files) {
        for (const QString &part : file.split(u'/')) {
            if (refused.contains(part))
                complaints.append(file + QStringLiteral(": '%1' says nothing about what is in it").arg(part));
        }
    }
    VERIFY_NONE(complaints);
}

void TestArch::everyFileNamesItsLicence()
{
    const QStringList folders{QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("tests"),
                              QStringLiteral("cmake"), QStringLiteral("installer")};
    const QStringList names{QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("*.cmake"),
                            QStringLiteral("CMakeLists.txt")};
    QStringList complaints;
    for (const QString &file : filesBelow(folders, names)) {
        const QString head = textOf(rootPath() + u'/' + file).section(u'\n', 0, 3);
        if (!head.contains(u"SPDX-FileCopyrightText:") || !head.contains(u"SPDX-License-Identifier:"))
            complaints.append(file + QStringLiteral(": does not begin with its copyright and licence"));
    }
    VERIFY_NONE(complaints);
}

QTEST_GUILESS_MAIN(TestArch)
#include "tst_arch.moc"
