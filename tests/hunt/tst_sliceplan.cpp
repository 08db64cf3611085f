// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/slicing/sliceplan.h"

#include <QTest>

using namespace watchdesk;
using namespace watchdesk::hunt;

/// Which queries may be cut into slices of time, and what the slices ask.
class TestSlicePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cuts_data();
    void cuts();
    void refuses_data();
    void refuses();
    void asksSlices();
    void fixesNow_data();
    void fixesNow();
};

namespace {

const Ticks kNow = *ticksFromIso(u"2026-03-04T00:00:00Z");

} // namespace

void TestSlicePlan::cuts_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("order");
    QTest::addColumn<qint64>("take");
    const auto row = [](const char *query, SlicePlan::Order order = SlicePlan::Order::None, qint64 take = -1) {
        QTest::newRow(query) << QString::fromUtf8(query) << int(order) << take;
    };
    using Order = SlicePlan::Order;
    row("DeviceEvents");
    row("DeviceEvents | where Timestamp > ago(7d) and FileName has 'x' | project Timestamp, FileName");
    row("DeviceEvents | extend A = 1 | parse FileName with B '.' C | mv-expand D = dynamic([1,2])");
    row("let t = 1d; DeviceEvents | where Timestamp > ago(t)");
    row("let T = DeviceInfo | project DeviceId; DeviceEvents | where DeviceId in (T)");
    row("DeviceEvents | join kind=inner (DeviceInfo) on DeviceId | where OSPlatform == 'x'");
    row("DeviceEvents | join kind=leftanti DeviceInfo on DeviceId");
    row("DeviceEvents | lookup DeviceInfo on DeviceId");
    row("DeviceEvents | order by Timestamp", Order::Descending);
    row("DeviceEvents | sort by Timestamp asc, DeviceId | project Timestamp", Order::Ascending);
    row("DeviceEvents | where A == 1 | take 200000", Order::None, 200'000);
    row("DeviceEvents // | summarize count()\n| render table");
}

void TestSlicePlan::cuts()
{
    QFETCH(QString, query);
    const auto plan = SlicePlan::make(query, kNow);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
    QTEST(int(plan->order()), "order");
    QTEST(plan->take(), "take");
}

void TestSlicePlan::refuses_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *query, const char *reason) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(reason);
    };
    row("DeviceEvents | summarize count() by DeviceId", "summarize");
    row("DeviceEvents | where A == 1 | distinct DeviceId", "distinct");
    row("DeviceEvents | top 5 by Timestamp", "top");
    row("DeviceEvents | count", "count");
    row("DeviceEvents | sample 10", "sample");
    row("DeviceEvents | serialize | extend N = row_number()", "serialize");
    row("DeviceEvents | join DeviceInfo on DeviceId", "join"); // innerunique looks at all rows of the left
    row("DeviceEvents | join kind=fullouter DeviceInfo on DeviceId", "join");
    row("DeviceEvents | sort by DeviceId", "Timestamp");
    row("DeviceEvents | extend Timestamp = Timestamp + 1d | sort by Timestamp", "Timestamp");
    row("DeviceEvents | sort by Timestamp | join kind=inner DeviceInfo on DeviceId", "join");
    row("DeviceEvents | take 10 | where A == 1", "take");
    row("union DeviceEvents, DeviceInfo", "one table");
    row("let T = DeviceEvents; T | where A == 1", "one table");
    row("let now = 1; DeviceEvents", "now");
    row("DeviceEvents | where (", "read");
    row("", "");
}

void TestSlicePlan::refuses()
{
    QFETCH(QString, query);
    QFETCH(QString, reason);
    const auto plan = SlicePlan::make(query, kNow);
    QVERIFY(!plan);
    QCOMPARE(kindName(plan.error().kind), kindName(Error::Kind::Refused));
    QVERIFY2(plan.error().message.contains(reason), qPrintable(plan.error().message));
}

void TestSlicePlan::asksSlices()
{
    const auto plan = SlicePlan::make(QStringLiteral("let n = 5;\nDeviceEvents\n| where A > n\n| project A"), kNow);
    QVERIFY(plan);
    const Ticks from = kNow - kTicksPerDay;
    QCOMPARE(plan->query({from, kNow}),
             QStringLiteral("let n = 5;\nDeviceEvents | where Timestamp >= datetime(2026-03-03T00:00:00.0000000Z) and "
                            "Timestamp < datetime(2026-03-04T00:00:00.0000000Z)\n| where A > n\n| project A"));
    QCOMPARE(plan->query({0, 0, true}),
             QStringLiteral("let n = 5;\nDeviceEvents | where isnull(Timestamp)\n| where A > n\n| project A"));
    QCOMPARE(plan->extentQuery(),
             QStringLiteral("let n = 5;\nDeviceEvents\n| where A > n\n| summarize Rows=count(), First=min(Timestamp), "
                            "Last=max(Timestamp), Undated=countif(isnull(Timestamp))"));
}

void TestSlicePlan::fixesNow_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("fixed");
    const auto row = [](const char *query, const char *fixed) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(fixed);
    };
    row("print now()", "print (datetime(2026-03-04T00:00:00.0000000Z))");
    row("print ago(7d)", "print (datetime(2026-03-04T00:00:00.0000000Z)-(7d))");
    row("print now(-1d)", "print (datetime(2026-03-04T00:00:00.0000000Z)+(-1d))");
    row("print ago(max_of(1d, (2h)))", "print (datetime(2026-03-04T00:00:00.0000000Z)-(max_of(1d, (2h))))");
    row("print 'ago(1d)' // now()", "print 'ago(1d)' // now()");
    row("T | project now, ago", "T | project now, ago");
}

void TestSlicePlan::fixesNow()
{
    QFETCH(QString, query);
    QTEST(withFixedNow(query, kNow).value_or(QString()), "fixed");
}

QTEST_GUILESS_MAIN(TestSlicePlan)
#include "tst_sliceplan.moc"
