// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/scenario/random.h"

#include <QTest>

#include <array>

using namespace watchdesk::lab;

/// The generator's numbers are part of the content: they must never change from platform to platform.
class TestRandom : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knownSequence();
    void forksAreIndependent();
    void weights();
    void bounds();
};

void TestRandom::knownSequence()
{
    Random random(1234567); // SplitMix64's published test vector
    QCOMPARE(random.next(), quint64(6457827717110365317ULL));
    QCOMPARE(random.next(), quint64(3203168211198807973ULL));
}

void TestRandom::forksAreIndependent()
{
    const Random root(7);
    QCOMPARE(root.fork("device", 3).hex(40), root.fork("device", 3).hex(40));
    QVERIFY(root.fork("device", 3).hex(40) != root.fork("device", 4).hex(40));
    QVERIFY(root.fork("device", 3).hex(40) != root.fork("user", 3).hex(40));
}

void TestRandom::weights()
{
    Random random(5);
    const std::array<int, 3> weights{0, 3, 1};
    std::array<int, 3> counts{};
    for (int i = 0; i < 4000; ++i)
        ++counts[size_t(random.weighted(weights))];
    QCOMPARE(counts[0], 0);
    QVERIFY2(counts[1] > 2800 && counts[1] < 3200, qPrintable(QString::number(counts[1])));
}

void TestRandom::bounds()
{
    Random random(9);
    for (int i = 0; i < 1000; ++i) {
        const qint64 value = random.between(-3, 3);
        QVERIFY(value >= -3 && value <= 3);
        const double unit = random.unit();
        QVERIFY(unit >= 0.0 && unit < 1.0);
    }
}

QTEST_GUILESS_MAIN(TestRandom)
#include "tst_random.moc"
