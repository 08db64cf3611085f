// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/compile.h"
#include "app/kql/functions/addressplaces.h"
#include "app/store/store.h"
#include "tests/kql/placesfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using kql::AddressPlaces;

/// geo_info_from_ip_address() with a database of the user's, and without one.
class TestPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { AddressPlaces::instance().close(); }
    void knowsNothingWithoutADatabase();
    void findsPlaces_data();
    void findsPlaces();
    void refusesWhatIsNoDatabase();
    void bearsDamage();

private:
    QString written(const QByteArray &bytes, const QString &name = QStringLiteral("places.mmdb")) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }
    QString placeOf(const QString &address) const
    {
        const auto rows =
            m_store->readKql(QStringLiteral("print where = geo_info_from_ip_address(\"%1\")").arg(address),
                             *ticksFromIso(u"2026-01-01"));
        return rows ? rows->display(0, 0) : rows.error().message;
    }
    bool warns() const
    {
        const auto analysis =
            kql::analyze(QStringLiteral("print geo_info_from_ip_address(\"192.0.2.7\")"), kql::Schema());
        return std::any_of(analysis.diagnostics.begin(), analysis.diagnostics.end(),
                           [](const kql::Diagnostic &each) { return each.code == u"WD102"; });
    }

    QTemporaryDir m_folder;
    std::shared_ptr<store::Store> m_store;
};

void TestPlaces::initTestCase()
{
    auto store = store::Store::open(QStringLiteral(":memory:"));
    QVERIFY(store);
    m_store = *store;
}

void TestPlaces::knowsNothingWithoutADatabase()
{
    QVERIFY(!AddressPlaces::instance().isOpen());
    QVERIFY(warns());
    QCOMPARE(placeOf(QStringLiteral("192.0.2.7")), QStringLiteral("{}"));
}

void TestPlaces::findsPlaces_data()
{
    QTest::addColumn<QString>("place");
    const QString halden = QStringLiteral("{\"country\":\"Norway\",\"state\":\"Ostfold \\\"E\\\"\",\"city\":\"Halden\","
                                          "\"latitude\":59.1329,\"longitude\":11.3875}");
    const QString nowhere = QStringLiteral("{}");
    QTest::newRow("192.0.2.0") << halden;
    QTest::newRow("192.0.2.255") << halden;
    QTest::newRow("198.51.100.1") << QStringLiteral("{\"country\":\"Elsewhere\"}");
    QTest::newRow("192.0.3.0") << nowhere;
    QTest::newRow("10.0.0.1") << nowhere;
    QTest::newRow("2001:db8::1") << nowhere; // this file has IPv4 alone
    QTest::newRow("192.0.2") << nowhere;
    QTest::newRow("192.0.2.7:443") << nowhere;
    QTest::newRow(" 192.0.2.7") << nowhere;
    QTest::newRow("") << nowhere;
    QTest::newRow("localhost") << nowhere;
}

void TestPlaces::findsPlaces()
{
    QFETCH(QString, place);
    QVERIFY(AddressPlaces::instance().open(written(test::PlacesFile::bytes())));
    QVERIFY(!warns());
    QCOMPARE(placeOf(QString::fromLatin1(QTest::currentDataTag())), place);
}

void TestPlaces::refusesWhatIsNoDatabase()
{
    QVERIFY(AddressPlaces::instance().open(written(test::PlacesFile::bytes())));
    for (const QByteArray &bytes : {QByteArray(), QByteArray("{}"), QByteArray(100'000, 'x')}) {
        const auto opened = AddressPlaces::instance().open(written(bytes, QStringLiteral("other.mmdb")));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::Unreadable);
    }
    QVERIFY(!AddressPlaces::instance().open(m_folder.filePath(QStringLiteral("none.mmdb"))));
    QVERIFY(placeOf(QStringLiteral("192.0.2.7")).contains(u"Halden")); // the one before stays
}

/// A damaged file is refused or knows less; it takes nobody down.
void TestPlaces::bearsDamage()
{
    const QByteArray whole = test::PlacesFile::bytes();
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray damaged = whole;
        damaged[at] = char(damaged[at] ^ 0x55);
        const QString path = written(damaged, QStringLiteral("damaged%1.mmdb").arg(at % 2));
        if (AddressPlaces::instance().open(path)) {
            AddressPlaces::instance().placeOf("192.0.2.7");
            AddressPlaces::instance().placeOf("198.51.100.1");
        }
        AddressPlaces::instance().close();
    }
}

QTEST_GUILESS_MAIN(TestPlaces)
#include "tst_places.moc"
