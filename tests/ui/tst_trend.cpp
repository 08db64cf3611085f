// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/resource.h"
#include "app/session/snapshots.h"
#include "app/store/store.h"
#include "ui/views/resources/trendpane.h"

#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>

#include <QTest>

using namespace watchdesk;
using ui::TrendPane;

namespace {

const Ticks kBegin = *ticksFromIso(u"2026-03-01T00:00:00Z");

} // namespace

/// The line of a score over what a store has kept of it.
class TestTrend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void knowsWhatIsKept();
    void holdsAValueUntilTheNext();
    void tellsGroupsApart();
    void saysThatThereIsNothing();

private:
    static const defender::Resource &resource(const char *name)
    {
        return *defender::resourceNamed(QLatin1String(name));
    }
    QList<QLineSeries *> lines() const
    {
        QList<QLineSeries *> all;
        for (QAbstractSeries *each : m_pane.findChild<QChartView *>()->chart()->series())
            all.append(qobject_cast<QLineSeries *>(each));
        return all;
    }

    std::shared_ptr<store::Store> m_store;
    TrendPane m_pane;
};

void TestTrend::initTestCase()
{
    auto store = store::Store::open(QStringLiteral(":memory:"), store::OpenMode::ReadWrite);
    QVERIFY(store);
    m_store = std::move(*store);
    QVERIFY(session::takeSnapshots(*m_store, kBegin)); // makes the tables
    const auto keep = [this](int hour, const QString &group, double value) {
        QVERIFY(m_store->write(QStringLiteral("INSERT INTO ScoreSnapshots (Timestamp, Score, GroupName, Value) VALUES "
                                              "(?, 'exposure', ?, ?)"),
                               {kBegin + hour * kTicksPerHour, group, value}, {QStringLiteral("ScoreSnapshots")}));
    };
    keep(0, {}, 20);
    keep(24, {}, 35);
    keep(48, {}, 10);
    keep(24, QStringLiteral("Servers\u202e<b>"), 50);
    m_pane.resize(700, 260);
    m_pane.show();
}

void TestTrend::knowsWhatIsKept()
{
    QVERIFY(TrendPane::isKept(resource("exposure-score")));
    QVERIFY(TrendPane::isKept(resource("vulnerabilities")));
    QVERIFY(!TrendPane::isKept(resource("machines")));
}

void TestTrend::holdsAValueUntilTheNext()
{
    m_pane.useStore(m_store);
    m_pane.showTrend(resource("exposure-score-by-group"), QStringLiteral("nobody"), kBegin + 72 * kTicksPerHour);
    QTRY_COMPARE(m_pane.pointCount(), 3);
    QCOMPARE(lines().size(), 1);
    QList<double> values;
    for (const QPointF &point : lines().constFirst()->points())
        values.append(point.y());
    QCOMPARE(values, (QList<double>{20, 20, 35, 35, 10, 10}));
    const auto points = lines().constFirst()->points();
    QCOMPARE(points[1].x(), points[2].x()); // a step
    QCOMPARE(points.constLast().x() - points.constFirst().x(), 72.0 * 3'600'000);
}

void TestTrend::tellsGroupsApart()
{
    m_pane.showTrend(resource("exposure-score-by-group"), QStringLiteral("Servers\u202e<b>"),
                     kBegin + 72 * kTicksPerHour);
    QTRY_COMPARE(m_pane.pointCount(), 4);
    QCOMPARE(lines().size(), 2);
    for (const QLineSeries *line : lines())
        QVERIFY(!line->name().contains(QChar(0x202e)));
    m_pane.showTrend(resource("exposure-score"), QStringLiteral("any"), kBegin + 72 * kTicksPerHour);
    QTRY_COMPARE(m_pane.pointCount(), 3);
    if (const QString folder = qEnvironmentVariable("WATCHDESK_SHOTS"); !folder.isEmpty())
        m_pane.grab().save(folder + QStringLiteral("/trend.png"));
}

void TestTrend::saysThatThereIsNothing()
{
    m_pane.showTrend(resource("vulnerabilities"), QStringLiteral("CVE-2026-0001"), kBegin);
    QTRY_COMPARE(m_pane.pointCount(), 0);
    QVERIFY(lines().isEmpty());
}

QTEST_MAIN(TestTrend)
#include "tst_trend.moc"
