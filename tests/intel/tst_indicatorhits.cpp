// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intel/indicatorhits.h"
#include "app/store/store.h"

#include <QTest>

using namespace watchdesk;

/// Hits of held indicators in held events, by hash, address, host name and URL.
class TestIndicatorHits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsByValue();
};

void TestIndicatorHits::countsByValue()
{
    const auto store = store::Store::open(QStringLiteral(":memory:")).value();
    QCOMPARE(intel::countIndicatorHits(*store).value(), qint64(0)); // nothing synchronised yet
    const auto column = [](const QString &name) { return ColumnSchema{name, ColumnType::String}; };
    QVERIFY(store->ensureTable({QStringLiteral("Indicators"),
                                {column(QStringLiteral("id")), column(QStringLiteral("indicatorValue")),
                                 column(QStringLiteral("indicatorType"))}},
                               QStringLiteral("id")));
    for (
        const QString &sql :
        {QStringLiteral(
             "INSERT INTO Indicators VALUES ('1', 'ABCD', 'FileSha1'), ('2', '198.51.100.7', 'IpAddress'), ('3', "
             "'c2.Example.net', 'DomainName'), ('4', 'http://c2.example.net/a', 'Url'), ('5', '192.0.2.1', 'IpAddress')"),
         QStringLiteral(
             "INSERT INTO DeviceFileEvents (Timestamp, DeviceId, SHA1) VALUES (10, 'd1', 'abcd'), (20, 'd2', 'abcd')"),
         QStringLiteral("INSERT INTO DeviceNetworkEvents (Timestamp, DeviceId, RemoteIP, RemoteUrl) VALUES (30, 'd1', "
                        "'198.51.100.7', 'http://C2.example.net/a/')")}) {
        const auto done = store->write(sql);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    }
    const auto count = intel::countIndicatorHits(*store);
    QVERIFY2(count, count ? "" : qPrintable(count.error().message));
    QCOMPARE(*count, qint64(4));
    const auto table =
        store->read(QStringLiteral("SELECT id || ' ' || Hits || ' ' || Devices FROM IndicatorHits ORDER BY id"));
    QVERIFY(table);
    const QStringList expected = {QStringLiteral("1 2 2"), QStringLiteral("2 1 1"), QStringLiteral("3 1 1"),
                                  QStringLiteral("4 1 1")};
    for (qsizetype row = 0; row < table->rowCount(); ++row)
        QCOMPARE(table->display(row, 0), expected[row]);
    QCOMPARE(intel::countIndicatorHits(*store, 15).value(), qint64(4));
}

QTEST_GUILESS_MAIN(TestIndicatorHits)
#include "tst_indicatorhits.moc"
