// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/referencepages.h"
#include "app/defender/resource.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace watchdesk::defender;

namespace {

const QString kFolder = QStringLiteral(WATCHDESK_SOURCE_DIR "/docs/api/");

} // namespace

/// docs/api is what the descriptors say now.
class TestReferencePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areCurrent();
    void tellEverything();
};

void TestReferencePages::areCurrent()
{
    const auto pages = referencePages();
    QCOMPARE(QDir(kFolder).entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name), QStringList(pages.keys()));
    for (auto it = pages.begin(); it != pages.end(); ++it) {
        QFile file(kFolder + it.key());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(file.readAll() == it.value(), qPrintable(it.key() + QStringLiteral(" is stale: run ./dev docs")));
    }
}

void TestReferencePages::tellEverything()
{
    const auto pages = referencePages();
    QByteArray all;
    for (const QByteArray &page : pages)
        all += page;
    for (const Resource &resource : resources()) {
        QVERIFY2(resource.path.isEmpty() || all.contains(resource.path.toUtf8()), qPrintable(resource.name));
        for (const ResourceAction &action : resource.actions)
            QVERIFY2(all.contains((action.method + u' ' + action.path).toUtf8()), qPrintable(action.name));
    }
}

QTEST_GUILESS_MAIN(TestReferencePages)
#include "tst_referencepages.moc"
