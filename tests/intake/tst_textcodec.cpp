// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/formats/textcodec.h"

#include <QTest>

using namespace watchdesk::intake;

/// Addresses, ports, numbers and protocols in the forms that sensors and shippers write.
class TestTextCodec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const char *rows[][2] = {
            {"192.0.2.7", "192.0.2.7"},
            {"::ffff:192.0.2.7", "192.0.2.7"},
            {"::FFFF:c000:0207", "192.0.2.7"},
            {"2001:DB8:0:0:0:0:0:1", "2001:db8::1"},
            {"fe80:0:0:0:1234:0:0:1%4", "fe80::1234:0:0:1"},
            {"::1", "::1"},
            {"::", "::"},
            {"2001:db8:1:2:3:4:5:6", "2001:db8:1:2:3:4:5:6"},
            {"1::", "1::"},
            {"-", ""},
            {"256.1.1.1", ""},
            {"1.2.3", ""},
            {"1.2.3.4.5", ""},
            {"1:2:3", ""},
            {"1::2::3", ""},
            {"12345::", ""},
            {"1:2:3:4:5:6:7:8:9", ""},
            {":", ""},
            {"1:", ""},
            {"1:2:3:4:5:6:7:8::", ""},
            {"::1.2.3.4.5", ""},
            {"example.org", ""},
        };
        for (const auto &row : rows)
            QTest::newRow(row[0]) << QByteArray(row[0]) << QByteArray(row[1]);
    }
    void addresses()
    {
        QFETCH(QByteArray, text);
        QTEST(normalAddress(std::string_view(text.constData(), size_t(text.size()))), "expected");
    }
    void numbers()
    {
        QCOMPARE(numberFromText("0x1a4"), std::optional<qint64>(420));
        QCOMPARE(numberFromText("420"), std::optional<qint64>(420));
        QCOMPARE(numberFromText(" 7 "), std::optional<qint64>(7));
        QVERIFY(!numberFromText("0x"));
        QVERIFY(!numberFromText("0x-5"));
        QVERIFY(!numberFromText("12z"));
        QVERIFY(!numberFromText("99999999999999999999"));
        QVERIFY(!portFromText("65536"));
        QVERIFY(!portFromText("-1"));
        QCOMPARE(portFromText("65535"), std::optional<int>(65535));
    }
    void protocols()
    {
        QCOMPARE(protocolName("TCP"), QByteArray("Tcp"));
        QCOMPARE(protocolName("17"), QByteArray("Udp"));
        QCOMPARE(protocolName("IPv6-ICMP"), QByteArray("Icmp"));
        QCOMPARE(protocolName("sctp"), QByteArray("Sctp"));
        QCOMPARE(protocolName("-"), QByteArray());
    }
};

QTEST_APPLESS_MAIN(TestTextCodec)
#include "tst_textcodec.moc"
