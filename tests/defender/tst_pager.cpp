// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/pager.h"
#include "tests/defender/clientfixture.h"

#include <QJsonArray>

#include <deque>

using namespace watchdesk;
using namespace watchdesk::net;
using namespace watchdesk::test;

namespace {

Answer page(const QByteArray &items, const QByteArray &next = {})
{
    QByteArray body = "{\"value\":[" + items + "]";
    if (!next.isEmpty())
        body += ",\"@odata.nextLink\":\"" + next + "\"";
    return {200, body + "}"};
}

Request get(const Fixture &fixture) { return {Request::Method::Get, fixture.url("/api/x")}; }

} // namespace

class TestPager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPagesInOrder();
    void followsLinkVerbatim();
    void refusesForeignLink_data();
    void refusesForeignLink();
    void noticesLoops();
    void boundsPages();
    void refusesBrokenPages_data();
    void refusesBrokenPages();
    void cancelStopsPaging();
    void takesPageAfterPage();
    void asksOnePageAhead();
    void endsWhenTaken();
    void stopsWhenNotTaken();
    void takesWhatADocumentReads_data();
    void takesWhatADocumentReads();
};

void TestPager::readsPagesInOrder()
{
    Fixture f([&](const Asked &asked) {
        const QByteArray base = "http://" + asked.headers.value("host") + "/api/x?$skip=";
        if (asked.target == "/api/x")
            return page("1,2", base + "2");
        return asked.target.endsWith("=2") ? page("3,4", base + "4") : page("5");
    });
    QList<int> seen;
    QList<qsizetype> sizes;
    const auto future =
        readPages(f.client, Request{Request::Method::Get, f.url("/api/x")}, [&](const QJsonArray &items) {
            sizes.append(items.size());
            for (const QJsonValue &item : items)
                seen.append(item.toInt());
        });
    AWAIT(future);
    QVERIFY(future.result().has_value());
    QCOMPARE(future.result()->size(), 5);
    QCOMPARE(seen, (QList<int>{1, 2, 3, 4, 5}));
    QCOMPARE(sizes, (QList<qsizetype>{2, 2, 1}));
}

void TestPager::followsLinkVerbatim()
{
    const QByteArray rest = "/api/x?$skiptoken=a%2Bb%20c'x'%3D%3D&$filter=n%20eq%20'%C3%A4%26b'";
    Fixture f([&](const Asked &asked) {
        return asked.target == "/api/x" ? page("1", "http://" + asked.headers.value("host") + rest) : page("2");
    });
    AWAIT(readPages(f.client, Request{Request::Method::Get, f.url("/api/x")}));
    QCOMPARE(f.server.asked.size(), 2);
    QCOMPARE(f.server.asked[1].target, rest);
}

void TestPager::refusesForeignLink_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::newRow("other port") << QByteArray("http://127.0.0.1:PORT/api/x");
    QTest::newRow("other name") << QByteArray("http://localhost:OWN/api/x");
    QTest::newRow("other scheme") << QByteArray("https://127.0.0.1:OWN/api/x");
    QTest::newRow("user") << QByteArray("http://127.0.0.1:OWN@127.0.0.1:PORT/api/x");
    QTest::newRow("own host with user") << QByteArray("http://user:word@127.0.0.1:OWN/api/x");
    QTest::newRow("without scheme") << QByteArray("//127.0.0.1:PORT/api/x");
    QTest::newRow("backslashes") << QByteArray("\\\\\\\\127.0.0.1:PORT\\\\api");
    QTest::newRow("backslash in host") << QByteArray("http://127.0.0.1:OWN\\\\@127.0.0.1:PORT/api/x");
    QTest::newRow("longer host") << QByteArray("http://127.0.0.1.example.com:OWN/api/x");
    QTest::newRow("same host, no port") << QByteArray("http://127.0.0.1/api/x");
    QTest::newRow("no slashes") << QByteArray("http:127.0.0.1:PORT/api/x");
    QTest::newRow("dots") << QByteArray("../api/x");
    QTest::newRow("query alone") << QByteArray("?$skip=1");
    QTest::newRow("blank before") << QByteArray(" http://127.0.0.1:PORT/api/x");
    QTest::newRow("script") << QByteArray("javascript:alert(1)");
    QTest::newRow("relative") << QByteArray("/api/x?$skip=1");
    QTest::newRow("nonsense") << QByteArray("::::");
    QTest::newRow("file") << QByteArray("file:///etc/passwd");
}

void TestPager::refusesForeignLink()
{
    QFETCH(QByteArray, link);
    ScriptedServer foreign(inTurn({{}}));
    Fixture f([&](const Asked &) { return page("1", link); });
    link.replace("PORT", QByteArray::number(foreign.serverPort()));
    link.replace("OWN", QByteArray::number(f.server.serverPort()));
    int pages = 0;
    const auto future =
        readPages(f.client, Request{Request::Method::Get, f.url("/api/x")}, [&](const QJsonArray &) { ++pages; });
    AWAIT(future);
    VERIFY_KIND(future.result(), Refused);
    QCOMPARE(pages, 1);
    QTest::qWait(50);
    QCOMPARE(foreign.connections, 0);
    QCOMPARE(f.server.asked.size(), 1);
}

void TestPager::noticesLoops()
{
    Fixture f([&](const Asked &asked) {
        const QByteArray base = "http://" + asked.headers.value("host") + "/api/x";
        return page("1", asked.target == "/api/x" ? base + "?a" : base);
    });
    const auto future = readPages(f.client, Request{Request::Method::Get, f.url("/api/x")});
    AWAIT(future);
    VERIFY_KIND(future.result(), Service);
    QCOMPARE(f.server.asked.size(), 2);
}

void TestPager::boundsPages()
{
    Fixture f([&](const Asked &asked) {
        static int number = 0;
        return page("1", "http://" + asked.headers.value("host") + "/api/x?$skip=" + QByteArray::number(++number));
    });
    const auto future = readPages(f.client, Request{Request::Method::Get, f.url("/api/x")});
    AWAIT(future);
    VERIFY_KIND(future.result(), Service);
    QCOMPARE(f.server.asked.size(), quick().maximumPages);
}

void TestPager::refusesBrokenPages_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("<html>proxy</html>");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("no value") << QByteArray("{}");
    QTest::newRow("value is text") << QByteArray(R"({"value":"x"})");
    QTest::newRow("link is a number") << QByteArray(R"({"value":[],"@odata.nextLink":7})");
    QTest::newRow("deep") << QByteArray(R"({"value":)") + QByteArray(100'000, '[');
}

void TestPager::refusesBrokenPages()
{
    QFETCH(QByteArray, body);
    Fixture f(inTurn({{200, body}}));
    const auto future = readPages(f.client, Request{Request::Method::Get, f.url("/api/x")});
    AWAIT(future);
    VERIFY_KIND(future.result(), Service);
}

void TestPager::cancelStopsPaging()
{
    FutureResult<QJsonArray> future;
    Fixture f([&](const Asked &asked) {
        static int number = 0;
        return page("1", "http://" + asked.headers.value("host") + "/api/x?$skip=" + QByteArray::number(++number));
    });
    int pages = 0;
    future = readPages(f.client, Request{Request::Method::Get, f.url("/api/x")}, [&](const QJsonArray &) {
        if (++pages == 3)
            future.cancel();
    });
    AWAIT(future);
    QTest::qWait(100);
    QCOMPARE(pages, 3);
    QVERIFY(f.server.asked.size() <= 4);
}

void TestPager::takesPageAfterPage()
{
    Fixture f([&](const Asked &asked) {
        const QByteArray base = "http://" + asked.headers.value("host") + "/api/x?$skip=";
        return asked.target == "/api/x" ? page("1,{\"a\": 2}", base + "2") : page("");
    });
    QList<QByteArray> seen;
    const auto future = takePages(f.client, get(f), [&](const RecordTexts &records) {
        for (qsizetype i = 0; i < records.size(); ++i)
            seen.append(QByteArray(records.text(i).data(), qsizetype(records.text(i).size())));
        seen.append("end");
        return readyFuture<bool>(true);
    });
    AWAIT(future);
    QVERIFY(future.result().has_value());
    QCOMPARE(seen, (QList<QByteArray>{"1", "{\"a\": 2}", "end", "end"}));
}

/// Three pages, of which none is taken before the test says so.
void TestPager::asksOnePageAhead()
{
    Fixture f([&](const Asked &asked) {
        const QByteArray base = "http://" + asked.headers.value("host") + "/api/x?$skip=";
        return asked.target == "/api/x"     ? page("1", base + "1")
               : asked.target.endsWith("1") ? page("2", base + "2")
               : asked.target.endsWith("2") ? page("3", base + "3")
                                            : page("4");
    });
    std::deque<QPromise<Result<bool>>> taking;
    const auto future = takePages(f.client, get(f), [&](const RecordTexts &) {
        taking.emplace_back().start();
        return taking.back().future();
    });
    for (int number = 1; number <= 4; ++number) {
        QTRY_COMPARE(int(taking.size()), number);
        QTRY_COMPARE(f.server.asked.size(), qMin(number + 1, 4)); // the next is on its way
        QTest::qWait(30);
        QCOMPARE(int(taking.size()), number); // but not taken
        QCOMPARE(f.server.asked.size(), qMin(number + 1, 4));
        QVERIFY(!future.isFinished());
        taking.back().addResult(true);
        taking.back().finish();
    }
    AWAIT(future);
    QVERIFY(future.result().has_value());
}

void TestPager::endsWhenTaken()
{
    Fixture f([&](const Asked &asked) {
        const QByteArray base = "http://" + asked.headers.value("host") + "/api/x?$skip=1";
        return asked.target == "/api/x" ? page("1", base) : Answer{403};
    });
    QPromise<Result<bool>> taking;
    taking.start();
    const auto future = takePages(f.client, get(f), [&](const RecordTexts &) { return taking.future(); });
    QTRY_COMPARE(f.server.asked.size(), 2);
    QTest::qWait(50);
    QVERIFY(!future.isFinished());
    taking.addResult(true);
    taking.finish();
    AWAIT(future);
    VERIFY_KIND(future.result(), NotAllowed);
}

void TestPager::stopsWhenNotTaken()
{
    Fixture f([&](const Asked &asked) {
        static int number = 0;
        return page("1", "http://" + asked.headers.value("host") + "/api/x?$skip=" + QByteArray::number(++number));
    });
    int pages = 0;
    const auto future = takePages(f.client, get(f), [&](const RecordTexts &) {
        return ++pages < 3 ? readyFuture<bool>(true) : readyFuture<bool>(failure(Error::Kind::Storage, QString()));
    });
    AWAIT(future);
    VERIFY_KIND(future.result(), Storage);
    QTest::qWait(50);
    QCOMPARE(pages, 3);
    QVERIFY(f.server.asked.size() <= 4);
}

/// What is not as plain as pages are is read all the same, and refused where it is no page.
void TestPager::takesWhatADocumentReads_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("records");
    QTest::newRow("plain") << QByteArray(R"({"@odata.context":"x","value":[{"a":1},2]})") << 2;
    QTest::newRow("no link") << QByteArray(R"({"value":[1],"@odata.nextLink":null})") << 1;
    QTest::newRow("two lists") << QByteArray(R"({"value":[1],"value":[1,2,3]})") << 3;
    QTest::newRow("escaped name") << QByteArray(R"({"v\u0061lue":[1,2]})") << 2;
    QTest::newRow("deep") << "{\"value\":[" + QByteArray(200, '[') + QByteArray(200, ']') + "]}" << 1;
    QTest::newRow("odd number") << QByteArray(R"({"value":[1e100]})") << 1;
    QTest::newRow("no UTF-8") << QByteArray("{\"value\":[\"\xff\"]}") << -1;
    QTest::newRow("half") << QByteArray(R"({"value":[{"a":1},)") << -1;
    QTest::newRow("more behind") << QByteArray(R"({"value":[]} x)") << -1;
    QTest::newRow("no list") << QByteArray(R"({"value":{}})") << -1;
    QTest::newRow("link is a number") << QByteArray(R"({"value":[],"@odata.nextLink":7})") << -1;
}

void TestPager::takesWhatADocumentReads()
{
    QFETCH(QByteArray, body);
    QFETCH(int, records);
    Fixture f(inTurn({{200, body}}));
    int taken = 0;
    const auto future = takePages(f.client, get(f), [&](const RecordTexts &page) {
        taken += int(page.size());
        return readyFuture<bool>(true);
    });
    AWAIT(future);
    if (records < 0) {
        VERIFY_KIND(future.result(), Service);
    } else {
        QVERIFY(future.result().has_value());
        QCOMPARE(taken, records);
    }
}

QTEST_GUILESS_MAIN(TestPager)
#include "tst_pager.moc"
