// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/ticks.h"

#include <QTest>

using namespace watchdesk;

class TestTicks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsIso_data();
    void readsIso();
    void refusesWhatIsNoTime_data();
    void refusesWhatIsNoTime();
    void writesSpans_data();
    void writesSpans();
    void convertsEpochs();
};

void TestTicks::readsIso_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("iso");
    QTest::newRow("date only") << "2024-02-29"
                               << "2024-02-29T00:00:00.0000000Z";
    QTest::newRow("first instant") << "0001-01-01T00:00:00Z"
                                   << "0001-01-01T00:00:00.0000000Z";
    QTest::newRow("last instant") << "9999-12-31T23:59:59.9999999Z"
                                  << "9999-12-31T23:59:59.9999999Z";
    QTest::newRow("seven decimals") << "2026-01-02T03:04:05.1234567Z"
                                    << "2026-01-02T03:04:05.1234567Z";
    QTest::newRow("nine decimals are cut") << "2026-01-02T03:04:05.123456789Z"
                                           << "2026-01-02T03:04:05.1234567Z";
    QTest::newRow("blank and no zone") << "2026-01-02 03:04:05"
                                       << "2026-01-02T03:04:05.0000000Z";
    QTest::newRow("zone west") << "2026-01-02T23:04:05.5-0600"
                               << "2026-01-03T05:04:05.5000000Z";
    QTest::newRow("zone east with colon") << "2026-01-01T00:30:00+05:30"
                                          << "2025-12-31T19:00:00.0000000Z";
    QTest::newRow("no seconds") << "2026-01-02T03:04Z"
                                << "2026-01-02T03:04:00.0000000Z";
}

void TestTicks::readsIso()
{
    QFETCH(QString, text);
    QFETCH(QString, iso);
    const auto ticks = ticksFromIso(text);
    QVERIFY(ticks.has_value());
    QCOMPARE(isoFromTicks(*ticks), iso);
}

void TestTicks::refusesWhatIsNoTime_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "2023-02-29", "2026-13-01", "2026-01-02T24:00:00Z", "2026-01-02T03:60:00Z", "yesterday",
          "2026-01-02T03:04:05Zjunk", "0000-01-01", "2026-01-02T03:04:05+99:00", "0001-01-01T00:00:00+01:00"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestTicks::refusesWhatIsNoTime()
{
    QFETCH(QString, text);
    QVERIFY(!ticksFromIso(text).has_value());
}

void TestTicks::writesSpans_data()
{
    QTest::addColumn<qint64>("span");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << qint64(0) << "00:00:00";
    QTest::newRow("a tick") << qint64(1) << "00:00:00.0000001";
    QTest::newRow("days") << qint64(1 * kTicksPerDay + 2 * kTicksPerHour + kTicksPerSecond / 2) << "1.02:00:00.5000000";
    QTest::newRow("negative") << -90 * kTicksPerSecond << "-00:01:30";
    QTest::newRow("least") << std::numeric_limits<qint64>::min() << "-10675199.02:48:05.4775808";
}

void TestTicks::writesSpans()
{
    QFETCH(qint64, span);
    QFETCH(QString, text);
    QCOMPARE(textFromTimeSpan(span), text);
}

void TestTicks::convertsEpochs()
{
    QCOMPARE(isoFromTicks(ticksFromUnixSeconds(1693975958.853567)), QStringLiteral("2023-09-06T04:52:38.8535670Z"));
    QCOMPARE(isoFromTicks(ticksFromUnixMilliseconds(-1)), QStringLiteral("1969-12-31T23:59:59.9990000Z"));
    const QDateTime moment(QDate(2026, 5, 4), QTime(1, 2, 3, 4), Qt::UTC);
    QCOMPARE(dateTimeFromTicks(ticksFromDateTime(moment)), moment);
}

QTEST_GUILESS_MAIN(TestTicks)
#include "tst_ticks.moc"
