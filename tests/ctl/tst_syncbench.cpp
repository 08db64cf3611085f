// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/jsontext.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;

/// `watchdeskctl bench sync` at a small size: what it tells, and that no record gets lost between two pages.
class TestSyncBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void loadsEverything();
    void refusesNonsense();

private:
    QByteArray run(const QStringList &arguments, int expected);

    QTemporaryDir m_folder;
    QProcess m_program;
};

void TestSyncBench::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("data")).toUtf8());
    qputenv("XDG_CACHE_HOME", m_folder.filePath(QStringLiteral("cache")).toUtf8());
}

QByteArray TestSyncBench::run(const QStringList &arguments, int expected)
{
    m_program.start(QStringLiteral(WATCHDESK_CTL), QStringList(QStringLiteral("bench")) + arguments);
    if (!m_program.waitForFinished(240'000))
        return "not finished";
    const QByteArray said = m_program.readAllStandardError();
    return m_program.exitCode() == expected ? m_program.readAllStandardOutput() : said;
}

void TestSyncBench::loadsEverything()
{
    const QByteArray out = run({QStringLiteral("sync"), QStringLiteral("--devices"), QStringLiteral("60"),
                                QStringLiteral("--alerts"), QStringLiteral("20500")},
                               0);
    const QJsonObject told = jsonFromText(out.trimmed().toStdString()).toObject();
    QVERIFY2(!told.isEmpty(), out.constData());
    QCOMPARE(told.value(u"name").toString(), QStringLiteral("sync"));
    QCOMPARE(told.value(u"devices").toInt(), 60);
    QCOMPARE(told.value(u"alerts").toInt(), 20'500);
    QCOMPARE(told.value(u"calls").toInt(), 1 + 3); // pages of 10,000
    QVERIFY(told.value(u"complete").toBool());
    QVERIFY(told.value(u"seconds").toDouble() > 0);
    QVERIFY(told.value(u"storeMB").toDouble() > 1);
    // Two lists, of which the longer one has three calls: 0.03 minutes of a hundred a minute, 0.12 of 1,500 an hour.
    const double minutes = told.value(u"seconds").toDouble() / 60;
    QVERIFY(std::abs(told.value(u"ratio").toDouble() * minutes - 0.03) < 1e-9);
    QVERIFY(std::abs(told.value(u"ratioByHour").toDouble() * minutes - 0.12) < 1e-9);
#ifdef Q_OS_LINUX
    QVERIFY(told.value(u"peakMB").toDouble() > 10);
#endif
}

void TestSyncBench::refusesNonsense()
{
    QVERIFY(run({QStringLiteral("sync"), QStringLiteral("--devices"), QStringLiteral("none")}, 2).isEmpty());
    QVERIFY(run({QStringLiteral("sync"), QStringLiteral("--alerts"), QStringLiteral("0")}, 2).isEmpty());
}

QTEST_GUILESS_MAIN(TestSyncBench)
#include "tst_syncbench.moc"
