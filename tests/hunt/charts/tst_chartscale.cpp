// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/charts/chartscale.h"

#include <QTest>

using namespace watchdesk;
using hunt::ChartScale;

namespace {

QString labels(const ChartScale &scale)
{
    QStringList all;
    for (const ChartScale::Mark &mark : scale.marks())
        all.append(mark.label);
    return all.join(u' ');
}

Ticks at(const char *iso) { return *ticksFromIso(QString::fromLatin1(iso)); }

ChartScale between(const char *from, const char *to)
{
    return ChartScale::ofTimes(at(from), 0, double(at(to) - at(from)) / double(kTicksPerMillisecond), 6);
}

} // namespace

/// Where axes begin and end, and what stands at them.
class TestChartScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers()
    {
        const ChartScale scale = ChartScale::ofNumbers(0, 37, false, 5);
        QCOMPARE(labels(scale), QStringLiteral("0 10 20 30 40"));
        QCOMPARE(scale.end(), 40.0);
        QCOMPARE(labels(ChartScale::ofNumbers(-3, 3, false, 5)), QStringLiteral("-4 -2 0 2 4"));
        QCOMPARE(labels(ChartScale::ofNumbers(0, 0.04, false, 4)), QStringLiteral("0.00 0.01 0.02 0.03 0.04"));
        QCOMPARE(labels(ChartScale::ofNumbers(0, 3e6, false, 3)), QStringLiteral("0 1 M 2 M 3 M"));
        QCOMPARE(labels(ChartScale::ofNumbers(5, 5, false, 5)).isEmpty(), false);
        QVERIFY(ChartScale::ofNumbers(-1e300, 1e300, false, 5).marks().size() < 20);
    }

    void logarithms()
    {
        const ChartScale scale = ChartScale::ofNumbers(3, 4'000, true, 6);
        QCOMPARE(labels(scale), QStringLiteral("1 10 100 1,000 10,000"));
        QCOMPARE(scale.place(100), 2.0);
        QVERIFY(ChartScale::ofNumbers(1e-200, 1e200, true, 6).marks().size() <= 7);
    }

    void times()
    {
        QCOMPARE(labels(between("2026-03-01T22:10:00Z", "2026-03-02T02:30:00Z")),
                 QStringLiteral("23:00 03-02 01:00 02:00"));
        QCOMPARE(labels(between("2026-03-01T22:00:00Z", "2026-03-05T02:30:00Z")),
                 QStringLiteral("03-02 03-03 03-04 03-05"));
        QCOMPARE(labels(between("2026-01-15T00:00:00Z", "2026-06-20T00:00:00Z")),
                 QStringLiteral("2026-02 2026-03 2026-04 2026-05 2026-06"));
        QCOMPARE(labels(between("2026-01-15T00:00:00Z", "2026-01-15T00:00:02Z")),
                 QStringLiteral("01-15 00:00:01 00:00:02"));
        QVERIFY(between("0001-01-01T00:00:00Z", "9999-12-31T00:00:00Z").marks().size() < 20);
    }

    void places()
    {
        const QStringList names{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"),
                                QStringLiteral("e")};
        QCOMPARE(labels(ChartScale::ofPlaces(names, {}, 3)), QStringLiteral("a c e"));
        QCOMPARE(labels(ChartScale::ofPlaces({}, {}, 3)), QString());
        const QList<Ticks> grid{at("2026-03-01T15:00:00Z"), at("2026-03-01T21:00:00Z"), at("2026-03-02T03:00:00Z"),
                                at("2026-03-02T09:00:00Z"), at("2026-03-02T15:00:00Z")};
        QCOMPARE(labels(ChartScale::ofPlaces(names, grid, 3)), QStringLiteral("03-02 12:00"));
        QCOMPARE(ChartScale::ofPlaces(names, grid, 3).marks().first().place, 1.5);
        const QList<Ticks> others{grid[0], grid[1], grid[4]};
        QCOMPARE(labels(ChartScale::ofPlaces(names.mid(0, 3), others, 3)),
                 QStringLiteral("03-01 15:00 03-01 21:00 03-02 15:00"));
    }
};

QTEST_GUILESS_MAIN(TestChartScale)
#include "tst_chartscale.moc"
