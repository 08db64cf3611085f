// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/recentfolders.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;

/// A cache of folders keeps what was used last.
class TestRecentFolders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheNewest();
};

void TestRecentFolders::keepsTheNewest()
{
    QTemporaryDir root;
    QDir dir(root.path());
    for (const char *name : {"a", "b", "c", "d", ".making"}) {
        QVERIFY(dir.mkdir(QString::fromLatin1(name)));
        const QString path = dir.filePath(QString::fromLatin1(name));
        markUsed(path);
        QFile stamp(path + QStringLiteral("/used"));
        QVERIFY(stamp.open(QIODevice::ReadWrite));
        const int age = name[0] == 'a' ? 1 : name[0] - 'a' + 100;
        QVERIFY(stamp.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-age), QFileDevice::FileModificationTime));
    }
    markUsed(dir.filePath(QStringLiteral("d")));
    keepRecentFolders(root.path(), 2);
    QStringList left = dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden);
    left.sort();
    QCOMPARE(left, QStringList({QStringLiteral(".making"), QStringLiteral("a"), QStringLiteral("d")}));
}

QTEST_GUILESS_MAIN(TestRecentFolders)
#include "tst_recentfolders.moc"
