// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/client.h"
#include "app/session/resourceload.h"
#include "app/store/store.h"
#include "tests/defender/scriptedserver.h"
#include "tests/defender/waiting.h"

#include <QTest>

using namespace watchdesk;
using namespace watchdesk::session;
using namespace watchdesk::test;

namespace {

QByteArray device(const QByteArray &id, const QByteArray &risk)
{
    return "{\"id\":\"" + id + "\",\"riskScore\":\"" + risk + "\"}";
}

/// A list of devices in pages, which the test changes between loads.
struct Tenant
{
    Tenant()
        : server([this](const Asked &asked) { return answer(asked); })
        , client(defender::Connection{server.url(), server.url(), QStringLiteral("tenant"), QStringLiteral("client"),
                                      QStringLiteral("secret")})
        , store(*store::Store::open(QStringLiteral(":memory:")))
    {
    }

    Answer answer(const Asked &asked) const
    {
        const qsizetype skipped = asked.target.indexOf("skip=");
        const qsizetype number = skipped < 0 ? 0 : asked.target.mid(skipped + 5).toInt();
        QByteArray body = "{\"value\":[" + pages.value(number).join(',') + "]";
        if (number + 1 < pages.size())
            body += ",\"@odata.nextLink\":\"http://" + asked.headers.value("host") +
                    "/api/machines?$skip=" + QByteArray::number(number + 1) + "\"";
        return {200, body + "}"};
    }

    Result<TableReport> load()
    {
        const auto future =
            loadResource({client, store, Clock()}, *defender::resourceNamed(QStringLiteral("machines")));
        return waitFor(future) && future.resultCount() > 0 ? future.result()
                                                           : failure(Error::Kind::Cancelled, QString());
    }

    QString held() const
    {
        return store->read(QStringLiteral("SELECT string_agg(id || riskScore, ' ' ORDER BY id) FROM Devices"))
            ->display(0, 0);
    }

    QList<QByteArrayList> pages;
    ScriptedServer server;
    defender::Client client;
    std::shared_ptr<store::Store> store;
};

} // namespace

class TestResourceLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesWhatIsGone();
    void holdsEachOnce();
    void keepsGoodRecords();
    void removesNothingOnFailure();
    void keepsWhatCameBeforeAFailure();
    void keepsWhatCameWhenGivenUp();
    void fillsInGroups();
};

void TestResourceLoad::removesWhatIsGone()
{
    Tenant tenant;
    tenant.pages = {{device("a", "Low"), device("b", "Low")}, {device("c", "Low"), device("d", "Low")}};
    const auto first = tenant.load();
    QVERIFY(first);
    QCOMPARE(first->completeness, QStringLiteral("complete"));
    QCOMPARE(tenant.held(), QStringLiteral("aLow bLow cLow dLow"));
    tenant.pages = {{device("d", "High")}, {device("e", "Low"), device("b", "Low")}};
    QVERIFY(tenant.load());
    QCOMPARE(tenant.held(), QStringLiteral("bLow dHigh eLow"));
    tenant.pages = {{}};
    QVERIFY(tenant.load());
    QCOMPARE(tenant.held(), QString());
}

/// A list that moves while it is read gives a record twice, on one page or on two: the last is the newest.
void TestResourceLoad::holdsEachOnce()
{
    Tenant tenant;
    tenant.pages = {{device("a", "Low"), device("b", "Low")},
                    {device("b", "High"), device("c", "Low"), device("c", "Medium")},
                    {device("a", "High")}};
    QVERIFY(tenant.load());
    QCOMPARE(tenant.held(), QStringLiteral("aHigh bHigh cMedium"));
}

void TestResourceLoad::keepsGoodRecords()
{
    Tenant tenant;
    tenant.pages = {{device("a", "Low"), "{\"riskScore\":\"Low\"}"}, {"7", device("b", "Low")}};
    const auto report = tenant.load();
    QVERIFY(report);
    QCOMPARE(report->completeness, QStringLiteral("partial"));
    QCOMPARE(report->rows, 2);
    QVERIFY2(report->detail.contains(QStringLiteral("2 records")), qPrintable(report->detail));
    QCOMPARE(tenant.held(), QStringLiteral("aLow bLow"));
}

void TestResourceLoad::removesNothingOnFailure()
{
    Tenant tenant;
    tenant.pages = {{device("a", "Low"), device("b", "Low")}};
    QVERIFY(tenant.load());
    tenant.pages = {{device("c", "Low")}, {"{"}};
    QVERIFY(!tenant.load());
    QCOMPARE(tenant.held(), QStringLiteral("aLow bLow cLow"));
}

void TestResourceLoad::keepsWhatCameBeforeAFailure()
{
    Tenant tenant;
    tenant.pages = {{device("a", "Low")}, {device("b", "Low")}, {device("c", "Low")}, {"{"}};
    QVERIFY(!tenant.load());
    QCOMPARE(tenant.held(), QStringLiteral("aLow bLow cLow"));
}

void TestResourceLoad::keepsWhatCameWhenGivenUp()
{
    Tenant tenant;
    tenant.pages = {{device("a", "Low")}, {device("b", "Low")}, {device("c", "Low")}};
    FutureResult<TableReport> future;
    const auto giveUp = [&future](qint64 rows) {
        if (rows == 2)
            future.cancel();
    };
    future = loadResource({tenant.client, tenant.store, Clock(), giveUp},
                          *defender::resourceNamed(QStringLiteral("machines")));
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.resultCount(), 0);
    QTRY_VERIFY(tenant.held().startsWith(QStringLiteral("aLow bLow")));
}

/// More rows than the store takes at a time, which then come in several pages; and one of them again at the end.
void TestResourceLoad::fillsInGroups()
{
    constexpr int kPerPage = 50'000;
    Tenant tenant;
    for (int page = 0; page < 6; ++page) {
        QByteArrayList records;
        for (int i = 0; i < kPerPage; ++i)
            records.append(device(QByteArray::number(page * kPerPage + i), "Low"));
        tenant.pages.append(records);
    }
    tenant.pages.append({device("299999", "High"), device("300000", "High")});
    const auto report = tenant.load();
    QVERIFY(report);
    QCOMPARE(report->completeness, QStringLiteral("complete"));
    const auto counts =
        tenant.store->read(QStringLiteral("SELECT count(*), count(DISTINCT id), count(*) FILTER (riskScore = 'High'), "
                                          "sum(CAST(id AS BIGINT)) FROM Devices"));
    QVERIFY(counts);
    QCOMPARE(counts->display(0, 0), QStringLiteral("300001"));
    QCOMPARE(counts->display(0, 1), QStringLiteral("300001"));
    QCOMPARE(counts->display(0, 2), QStringLiteral("2"));
    QCOMPARE(counts->display(0, 3), QStringLiteral("45000150000"));
}

QTEST_GUILESS_MAIN(TestResourceLoad)
#include "tst_resourceload.moc"
