// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/compile.h"
#include "app/session/syncplan.h"
#include "app/store/fixedtables.h"

#include <QTest>

using namespace watchdesk;
using namespace watchdesk::session;

namespace {

Table histogram(const QList<qint64> &counts, Ticks first, Ticks width)
{
    Table rows({{QStringLiteral("B"), ColumnType::DateTime}, {QStringLiteral("N"), ColumnType::Long}});
    for (qsizetype i = 0; i < counts.size(); ++i) {
        rows.column(0).appendInteger(first + i * width);
        rows.column(1).appendInteger(counts[i]);
    }
    return rows;
}

} // namespace

/// How a sync cuts hunting tables into queries.
class SyncPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesTables();
    void asksInKqlThatCompiles();
    void cutsByTheHistogram();
    void halvesDownToATick();
    void leavesOutUnknownColumns();
};

void SyncPlanTest::choosesTables()
{
    const auto groups = tablesToSync(store::fixedSchema());
    QCOMPARE(groups.size(), 2);
    QStringList names;
    for (const auto &table : groups[0])
        names.append(table.schema.name);
    QVERIFY(names.contains(QStringLiteral("DeviceProcessEvents")));
    QVERIFY(names.contains(QStringLiteral("AlertEvidence")));
    QVERIFY(!names.contains(QStringLiteral("EmailEvents")));
    QVERIFY(!names.contains(QStringLiteral("ExternalAlerts")));
    const auto &processes = groups[0][names.indexOf(QStringLiteral("DeviceProcessEvents"))];
    QVERIFY(processes.hasTime);
    QVERIFY(processes.keys.contains(QStringLiteral("ReportId")));
    QVERIFY(!groups[0][names.indexOf(QStringLiteral("DeviceTvmSoftwareInventory"))].hasTime);
}

void SyncPlanTest::asksInKqlThatCompiles()
{
    const kql::Schema schema = store::fixedSchema();
    auto groups = tablesToSync(schema);
    for (auto &group : groups) {
        for (auto &table : group)
            table.since = kUnixEpochTicks;
        const auto extents = kql::analyze(extentQuery(group), schema);
        QVERIFY2(extents.ok, qPrintable(extentQuery(group)));
        const auto one = kql::analyze(extentQuery({group.first()}), schema);
        QVERIFY2(one.ok, qPrintable(extentQuery({group.first()})));
        for (const auto &table : std::as_const(group)) {
            QVERIFY(kql::analyze(sliceQuery(table, {kUnixEpochTicks, kMaxTicks}), schema).ok);
            const TableExtent extent{100, kUnixEpochTicks, kUnixEpochTicks + 30 * kTicksPerDay};
            if (table.hasTime)
                QVERIFY(kql::analyze(histogramQuery(table, extent), schema).ok);
        }
    }
}

void SyncPlanTest::cutsByTheHistogram()
{
    const Ticks first = kUnixEpochTicks + 5;
    const TableExtent extent{90'000, first, first + 10 * kTicksPerHour};
    const auto slices =
        slicesFrom(histogram({15'000, 4'000, 15'000, 50'000, 6'000}, kUnixEpochTicks, kTicksPerHour), extent);
    QCOMPARE(slices.size(), 4);
    QCOMPARE(slices.first().from, first);
    QCOMPARE(slices.last().to, extent.last + 1);
    for (qsizetype i = 1; i < slices.size(); ++i)
        QCOMPARE(slices[i].from, slices[i - 1].to); // no gap, no overlap
    QCOMPARE(slicesFrom(Table(), extent).size(), 1);
}

void SyncPlanTest::halvesDownToATick()
{
    QList<Slice> slices{{0, 1000}};
    int steps = 0;
    while (!halved(slices.first()).isEmpty()) {
        const auto halves = halved(slices.first());
        QCOMPARE(halves[0].to, halves[1].from);
        slices = halves;
        ++steps;
    }
    QCOMPARE(slices.first().to - slices.first().from, Ticks(1));
    QCOMPARE(steps, 9);
}

void SyncPlanTest::leavesOutUnknownColumns()
{
    const TableSchema schema{QStringLiteral("T"),
                             {{QStringLiteral("a"), ColumnType::Long}, {QStringLiteral("b"), ColumnType::String}}};
    Table answer({{QStringLiteral("a"), ColumnType::Long},
                  {QStringLiteral("new"), ColumnType::String},
                  {QStringLiteral("b"), ColumnType::Long}});
    answer.column(0).appendInteger(7);
    answer.column(1).appendText(QStringLiteral("x"));
    answer.column(2).appendInteger(8);
    const Table fitting = fitted(answer, schema);
    QCOMPARE(fitting.columnCount(), 1);
    QCOMPARE(fitting.column(0).integer(0), 7);
}

QTEST_GUILESS_MAIN(SyncPlanTest)
#include "tst_syncplan.moc"
