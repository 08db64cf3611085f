// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/quotabook.h"
#include "app/net/quotanotice.h"
#include "tests/defender/clientfixture.h"

using namespace watchdesk;
using namespace watchdesk::net;
using namespace watchdesk::test;
using namespace std::chrono_literals;

/// A bucket's arithmetic at moments of our choosing, and the calls of a client that has to keep to it.
class TestQuota : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsOnlySoManyGo();
    void countsUntilTheAnswer();
    void forgetsWhatWasNeverSent();
    void obeysTheHour();
    void obeysTheRunningTime();
    void countsHowLongCallsRan();
    void blocks();
    void learns();
    void foretells();
    void readsNotices_data();
    void readsNotices();
    void readsPolicies_data();
    void readsPolicies();
    void holdsCallsBack();
    void isSharedByClients();
    void keepsOperationsApart();
    void learnsFromRefusal();
};

namespace {

void call(QuotaBucket &bucket, QuotaBucket::Milliseconds at)
{
    const auto ticket = bucket.reserve(at);
    bucket.sent(ticket, at);
    bucket.answered(ticket, at);
}

Request request(const QUrl &url, const QString &operation, int perMinute)
{
    return {Request::Method::Get, url, {}, false, {}, operation, {perMinute, 0}};
}

} // namespace

void TestQuota::letsOnlySoManyGo()
{
    QuotaBucket bucket({3, 0});
    for (const auto at : {0ms, 100ms, 200ms}) {
        QCOMPARE(bucket.wait(at), 0ms);
        call(bucket, at);
    }
    QCOMPARE(bucket.wait(300ms), 59'700ms);
    QCOMPARE(bucket.wait(60'000ms), 0ms);
    call(bucket, 60'000ms);
    QCOMPARE(bucket.wait(60'000ms), 100ms);
}

void TestQuota::countsUntilTheAnswer()
{
    QuotaBucket bucket({1, 0});
    const auto quick = bucket.reserve(0ms);
    QVERIFY(bucket.wait(10ms) > 60s); // it is not even sent
    bucket.sent(quick, 500ms);
    QCOMPARE(bucket.wait(600ms), 61'900ms); // it may arrive as late as kTransit after it was sent
    bucket.answered(quick, 700ms);
    QCOMPARE(bucket.wait(700ms), 60s);

    QuotaBucket slow({1, 0});
    const auto long_ = slow.reserve(0ms);
    slow.sent(long_, 0ms);
    slow.answered(long_, 50'000ms); // a hunt's answer says nothing about when it was counted
    QCOMPARE(slow.wait(50'000ms), 12'000ms);
}

void TestQuota::forgetsWhatWasNeverSent()
{
    QuotaBucket bucket({1, 0});
    bucket.withdraw(bucket.reserve(0ms));
    QCOMPARE(bucket.wait(0ms), 0ms);
    const auto sent = bucket.reserve(0ms);
    bucket.sent(sent, 0ms);
    bucket.withdraw(sent); // too late
    QVERIFY(bucket.wait(1ms) > 0ms);
    bucket.withdraw(77); // nobody's
}

void TestQuota::obeysTheHour()
{
    QuotaBucket bucket({2, 3});
    call(bucket, 0ms);
    call(bucket, 1s);
    call(bucket, 70s);
    QCOMPARE(bucket.wait(80s), 3'600s - 80s);
    QCOMPARE(bucket.wait(3'600s), 0ms);
    const QuotaUse use = bucket.use(80s);
    QCOMPARE(use.lastMinute, 1);
    QCOMPARE(use.lastHour, 3);
}

void TestQuota::obeysTheRunningTime()
{
    QuotaBucket bucket({100, 1000, {10min, 15min}});
    bucket.ran(6min, 6min);
    QCOMPARE(bucket.wait(6min), 0ms);
    bucket.ran(4min, 10min);
    QCOMPARE(bucket.wait(10min), QuotaBucket::Milliseconds(56min)); // until the first run is an hour old
    QCOMPARE(bucket.use(10min).ranLastHour, QuotaBucket::Milliseconds(10min));
    QCOMPARE(bucket.wait(66min), 0ms);
    bucket.ran(5min, 71min);
    QCOMPARE(bucket.use(71min).ranLastHour, QuotaBucket::Milliseconds(5min));
    QCOMPARE(bucket.use(71min).ranLastDay, QuotaBucket::Milliseconds(15min));
    QCOMPARE(bucket.wait(71min), QuotaBucket::Milliseconds(24h + 6min - 71min)); // the day's is used up
    QCOMPARE(bucket.wait(24h + 6min), 0ms);
    QuotaBucket unlimited({1, 0});
    unlimited.ran(10h, 10h);
    QCOMPARE(unlimited.wait(10h), 0ms);
    QCOMPARE(unlimited.use(10h).ranLastDay, 0ms);
}

void TestQuota::countsHowLongCallsRan()
{
    Fixture f([](const Asked &) {
        QTest::qSleep(150);
        return Answer{};
    });
    Request hunt = request(f.url("/api/hunt"), QStringLiteral("hunt"), 100);
    hunt.quota.runTime = {100ms, 0ms};
    AWAIT(f.client.send(hunt));
    const QuotaBucket *bucket = f.client.quotas().known(QStringLiteral("hunt"));
    QVERIFY(bucket->use(QuotaBook::now()).ranLastHour >= 150ms);
    QVERIFY(bucket->wait(QuotaBook::now()) > 59min);
}

void TestQuota::blocks()
{
    QuotaBucket bucket;
    bucket.block(10s, 0ms);
    bucket.block(2s, 1s);
    QCOMPARE(bucket.wait(1s), 9s);
    QCOMPARE(bucket.wait(10s), 0ms);
}

void TestQuota::learns()
{
    QuotaBucket bucket({100, 1'500});
    bucket.learn({2, 0});
    QVERIFY((bucket.use(0ms).limits == QuotaLimits{2, 1'500}));
    call(bucket, 0ms);
    call(bucket, 0ms);
    QCOMPARE(bucket.wait(0ms), 60s);
    bucket.learn({4'500, 0});
    QCOMPARE(bucket.wait(0ms), 0ms);
}

void TestQuota::foretells()
{
    QuotaBucket bucket({100, 1'500});
    QCOMPARE(bucket.waitForLastOf(100, 0ms), 0ms);
    QCOMPARE(bucket.waitForLastOf(101, 0ms), 60s);
    QCOMPARE(bucket.waitForLastOf(1'500, 0ms), 14min);
    QCOMPARE(bucket.waitForLastOf(1'501, 0ms), 60min);
    call(bucket, 0ms);
    QCOMPARE(bucket.waitForLastOf(100, 10s), 50s);
    QCOMPARE(QuotaBucket().waitForLastOf(1'000'000'000, 0ms), 0ms);
    // What it foretells is what happens.
    QuotaBucket real({7, 20});
    const auto foretold = real.waitForLastOf(50, 0ms);
    auto now = 0ms;
    for (int i = 0; i < 50; ++i) {
        now += real.wait(now);
        call(real, now);
    }
    QCOMPARE(now, foretold);
}

void TestQuota::readsNotices_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("perMinute");
    QTest::addColumn<int>("perHour");
    QTest::addColumn<qint64>("pause");
    const auto row = [](const char *message, int perMinute, int perHour, qint64 pause) {
        QTest::newRow(message) << QString::fromUtf8(message) << perMinute << perHour << pause;
    };
    row("API calls quota exceeded! The maximum is 100 calls per minute. Try again in 5 seconds.", 100, 0, 5'000);
    row("The maximum is 1500 calls per hour. Try again in 12 minutes.", 0, 1'500, 720'000);
    row("Quota exceeded! Maximum allowed 45 for tenant 0a1b per 00:01:00. You can send requests again in 7 seconds.",
        45, 0, 7'000);
    row("Maximum calls allowed for the period is: 20 per 1.00:00:00.", 0, 0, -1);
    row("You can run queries again in 00:12:30.", 0, 0, 750'000);
    row("maximum 3 things", 0, 0, -1);
    row("Too many requests", 0, 0, -1);
    row("maximum 99999999999999 calls per minute", 0, 0, -1);
    row("", 0, 0, -1);
}

void TestQuota::readsNotices()
{
    QFETCH(QString, message);
    const QuotaNotice notice = quotaNotice(message);
    QTEST(notice.limits.perMinute, "perMinute");
    QTEST(notice.limits.perHour, "perHour");
    QTEST(qint64(notice.pause.value_or(-1ms).count()), "pause");
}

void TestQuota::readsPolicies_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("perMinute");
    QTest::addColumn<int>("perHour");
    QTest::newRow("both") << QByteArray("4500;w=60, 150000;w=3600") << 4'500 << 150'000;
    QTest::newRow("with parameters") << QByteArray("10;burst=5;w=60;comment=\"x\"") << 10 << 0;
    QTest::newRow("other window") << QByteArray("10;w=1") << 0 << 0;
    QTest::newRow("nothing") << QByteArray() << 0 << 0;
    QTest::newRow("nonsense") << QByteArray("many;w=60, 0;w=60, -1;w=60") << 0 << 0;
}

void TestQuota::readsPolicies()
{
    QFETCH(QByteArray, header);
    const QuotaLimits limits = quotaPolicy(header);
    QTEST(limits.perMinute, "perMinute");
    QTEST(limits.perHour, "perHour");
}

void TestQuota::holdsCallsBack()
{
    Fixture f(inTurn({{}}));
    QList<FutureResult<Reply>> futures;
    for (int i = 0; i < 5; ++i)
        futures.append(f.client.send(request(f.url("/api/x"), QStringLiteral("held"), 2)));
    // Patience (10 s) ends before the minute: those are told at once instead of being sent to be refused.
    for (const auto &future : futures)
        AWAIT(future);
    QCOMPARE(f.server.asked.size(), 2);
    VERIFY_KIND(futures.last().result(), Quota);
    const int seconds = futures.last().result().error().context.value(QStringLiteral("retryAfter")).toInt();
    QVERIFY(seconds > 50 && seconds <= 62);
}

void TestQuota::isSharedByClients()
{
    Fixture f(inTurn({{}}));
    HttpClient second(f.server.url(), Fixture::credentials(f.server.url()), quick());
    const auto first = f.client.send(request(f.url("/api/x"), QStringLiteral("shared"), 1));
    AWAIT(first);
    const auto other = second.send(request(f.url("/api/x"), QStringLiteral("shared"), 1));
    AWAIT(other);
    VERIFY_KIND(other.result(), Quota);

    Credentials elsewhere = Fixture::credentials(f.server.url());
    elsewhere.tenantId = QStringLiteral("another");
    f.server.tokenHandler = [](int) { return Answer{200, R"({"expires_in":100,"access_token":"t"})"}; };
    HttpClient third(f.server.url(), elsewhere, quick());
    QCOMPARE(third.quotas().known(QStringLiteral("shared")), nullptr);
}

void TestQuota::keepsOperationsApart()
{
    Fixture f([](const Asked &asked) {
        return asked.target == "/api/busy" ? Answer{429, "", {"Retry-After: 2"}} : Answer{};
    });
    auto busy = f.client.send(request(f.url("/api/busy"), QStringLiteral("busy"), 100));
    QVERIFY(QTest::qWaitFor([&] { return f.server.asked.size() == 1; }));
    QTest::qWait(50);
    const auto other = f.client.send(request(f.url("/api/other"), QStringLiteral("other"), 100));
    QVERIFY(waitFor(other, 1s));
    QVERIFY(other.result().has_value());
    QCOMPARE(f.server.asked.size(), 2);
    busy.cancel();
}

void TestQuota::learnsFromRefusal()
{
    Fixture f(inTurn({{429,
                       R"({"error":{"code":"TooManyRequests","message":"The maximum is 3 calls per minute."}})",
                       {"Retry-After: 0"}},
                      {200, "{}", {"RateLimit-Policy: 7;w=60, 70;w=3600"}}}));
    const auto future = f.client.send(request(f.url("/api/x"), QStringLiteral("learned"), 100));
    QVERIFY(QTest::qWaitFor([&] { return f.server.asked.size() == 1; }));
    QVERIFY(QTest::qWaitFor([&] {
        return f.client.quotas().known(QStringLiteral("learned"))->use(QuotaBook::now()).limits == QuotaLimits{3, 0};
    }));
    AWAIT(future);
    QVERIFY((f.client.quotas().known(QStringLiteral("learned"))->use(QuotaBook::now()).limits == QuotaLimits{7, 70}));
}

QTEST_GUILESS_MAIN(TestQuota)
#include "tst_quota.moc"
