// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/quotameter.h"
#include "app/net/quotabucket.h"

#include <QTest>

#include <functional>
#include <map>
#include <random>

using namespace watchdesk;
using namespace std::chrono_literals;

/// Six callers with work without end against a meter that counts as the service does, hours of it in a moment: the
/// clock is a number.
class TestQuotaRate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usesWhatIsAllowedAndNoMore_data();
    void usesWhatIsAllowedAndNoMore();
};

namespace {

using Milliseconds = net::QuotaBucket::Milliseconds;

/// One day at the service's counter.
class Simulation
{
public:
    Simulation(const QString &quota, net::QuotaLimits limits, Milliseconds way, Milliseconds work)
        : m_quota(quota)
        , m_bucket(limits)
        , m_way(way)
        , m_work(work)
    {
    }

    void run(Milliseconds until)
    {
        for (int i = 0; i < 6; ++i)
            m_events.emplace(Milliseconds(i), [this] { attempt(); });
        while (!m_events.empty() && m_events.begin()->first < until) {
            const auto event = m_events.extract(m_events.begin());
            m_now = event.key();
            event.mapped()();
        }
    }

    int taken = 0;
    int refused = 0;

private:
    void after(Milliseconds pause, std::function<void()> what) { m_events.emplace(m_now + pause, std::move(what)); }
    Milliseconds some(Milliseconds most)
    {
        return Milliseconds(std::uniform_int_distribution<qint64>(0, most.count())(m_chance));
    }

    void attempt()
    {
        if (const Milliseconds wait = m_bucket.wait(m_now); wait > 0ms)
            return after(wait, [this] { attempt(); });
        const auto ticket = m_bucket.reserve(m_now);
        m_bucket.sent(ticket, m_now);
        after(some(m_way), [this, ticket] { arrive(ticket); });
    }

    void arrive(net::QuotaBucket::Ticket ticket)
    {
        const lab::QuotaMeter::Moment moment{std::chrono::hours(1'000) + m_now};
        (m_meter.take(QStringLiteral("op"), m_quota, moment) ? refused : taken) += 1;
        after(some(m_work) + 1ms, [this, ticket] {
            m_bucket.answered(ticket, m_now);
            attempt();
        });
    }

    QString m_quota;
    net::QuotaBucket m_bucket;
    lab::QuotaMeter m_meter{true};
    Milliseconds m_way;
    Milliseconds m_work;
    Milliseconds m_now{0};
    std::multimap<Milliseconds, std::function<void()>> m_events;
    std::mt19937_64 m_chance{7};
};

} // namespace

void TestQuotaRate::usesWhatIsAllowedAndNoMore_data()
{
    QTest::addColumn<QString>("quota");
    QTest::addColumn<int>("perMinute");
    QTest::addColumn<int>("perHour");
    QTest::addColumn<qint64>("way");
    QTest::addColumn<qint64>("work");
    QTest::newRow("most operations") << "default" << 100 << 1'500 << qint64(300) << qint64(400);
    QTest::newRow("hunting that takes seconds") << "hunting" << 45 << 1'500 << qint64(500) << qint64(7'000);
    QTest::newRow("by the minute alone") << "graphHunting" << 45 << 0 << qint64(1'900) << qint64(3'000);
    QTest::newRow("few") << "packageUri" << 2 << 120 << qint64(1'000) << qint64(1'000);
    QTest::newRow("by the hour alone") << "investigation" << 0 << 50 << qint64(200) << qint64(5'000);
    QTest::newRow("files") << "exportFiles" << 5 << 20 << qint64(100) << qint64(60'000);
}

void TestQuotaRate::usesWhatIsAllowedAndNoMore()
{
    QFETCH(QString, quota);
    QFETCH(int, perMinute);
    QFETCH(int, perHour);
    QFETCH(qint64, way);
    QFETCH(qint64, work);
    Simulation day(quota, {perMinute, perHour}, Milliseconds(way), Milliseconds(work));
    constexpr int kHours = 24;
    day.run(std::chrono::hours(kHours));
    QCOMPARE(day.refused, 0);
    const int anHour = std::min(perMinute > 0 ? perMinute * 60 : 1'000'000, perHour > 0 ? perHour : 1'000'000);
    const double share = double(day.taken) / (double(anHour) * kHours);
    qInfo("%d of %d calls, %.1f %%", day.taken, anHour * kHours, share * 100);
    QVERIFY2(share >= 0.95, qPrintable(QString::number(share)));
}

QTEST_GUILESS_MAIN(TestQuotaRate)
#include "tst_quotarate.moc"
