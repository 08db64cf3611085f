// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/lab/labclient.h"
#include "tests/lab/labcontent.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::lab;

/// How quickly a lab of 100,000 devices starts, and hands them out in pages of 10,000.
class LabPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void startsSmallLabsAtOnce();
    void handsOutAllDevices();
    void filtersAllDevices();

private:
    std::unique_ptr<Lab> start(const Content &content);
    void readAll(LabClient &client, int expected);

    QTemporaryDir m_folder;
    Content m_content;
};

namespace {

QJsonArray manyMachines(int count)
{
    QJsonArray machines;
    for (int i = 0; i < count; ++i) {
        const QString number = QStringLiteral("%1").arg(i, 6, 10, QLatin1Char('0'));
        machines.append(QJsonObject{
            {QStringLiteral("id"), QString(QString(34, u'a') + number)},
            {QStringLiteral("computerDnsName"), QStringLiteral("ws%1.corp.example").arg(number)},
            {QStringLiteral("firstSeen"), QStringLiteral("2025-11-03T10:00:00.1234567Z")},
            {QStringLiteral("lastSeen"), QStringLiteral("2026-03-03T10:00:00.1234567Z")},
            {QStringLiteral("osPlatform"), QStringLiteral("Windows11")},
            {QStringLiteral("healthStatus"), i % 10 == 0 ? QStringLiteral("Inactive") : QStringLiteral("Active")},
            {QStringLiteral("onboardingStatus"), QStringLiteral("Onboarded")},
            {QStringLiteral("riskScore"), i % 100 == 0 ? QStringLiteral("High") : QStringLiteral("Low")},
            {QStringLiteral("lastIpAddress"), QStringLiteral("10.1.2.3")},
            {QStringLiteral("machineTags"), QJsonArray{QStringLiteral("tier2")}},
            {QStringLiteral("ipAddresses"),
             QJsonArray{QJsonObject{{QStringLiteral("ipAddress"), QStringLiteral("10.1.2.3")},
                                    {QStringLiteral("macAddress"), QStringLiteral("AABBCCDDEEFF")}}}}});
    }
    return machines;
}

} // namespace

void LabPagesTest::initTestCase()
{
    const auto content = smallContent(m_folder.path(), manyMachines(100'000));
    QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().message));
    m_content = *content;
}

std::unique_ptr<Lab> LabPagesTest::start(const Content &content)
{
    QElapsedTimer timer;
    timer.start();
    auto lab = Lab::startWith(content, {});
    if (!lab)
        return {};
    qInfo("ready after %lld ms", timer.elapsed());
    return std::move(*lab);
}

void LabPagesTest::startsSmallLabsAtOnce()
{
    QTemporaryDir folder;
    const auto content = smallContent(folder.path(), manyMachines(1'000));
    QVERIFY(content);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(start(*content));
    QVERIFY2(timer.elapsed() < 2'000, "one of 1,000 devices takes seconds"); // 200 ms on an idle computer
}

void LabPagesTest::readAll(LabClient &client, int expected)
{
    QElapsedTimer timer;
    timer.start();
    qint64 bytes = 0;
    int pages = 0;
    QString next = QStringLiteral("/api/machines?$top=10000");
    for (; !next.isEmpty(); ++pages) {
        const QByteArray body = client.get(next).body;
        bytes += body.size();
        // The link is the last property: parsing the page is not what is measured.
        const qsizetype link = body.lastIndexOf("\"@odata.nextLink\":\"");
        next = link < 0 ? QString() : QString::fromUtf8(body.mid(link + 19).chopped(2));
        QVERIFY(bytes > 0 && pages < 1'000);
    }
    QCOMPARE(pages, expected);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    qInfo("100,000 devices, %.0f MB in %.2f s: %.0f rows/s", double(bytes) / 1e6, seconds, 100'000 / seconds);
}

void LabPagesTest::handsOutAllDevices()
{
    const auto lab = start(m_content);
    QVERIFY(lab);
    LabClient client(*lab);
    QVERIFY(client.useToken());
    readAll(client, 10); // writes the rows' text
    readAll(client, 10); // has it
    QCOMPARE(client.get(QStringLiteral("/api/machines?$top=10000&$skip=90000")).rows().size(), 10'000);
}

void LabPagesTest::filtersAllDevices()
{
    const auto lab = start(m_content);
    LabClient client(*lab);
    QVERIFY(client.useToken());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(client
                 .get(QStringLiteral(
                     "/api/machines/$count?$filter=riskScore eq 'High' and startswith(computerDnsName,'ws')"))
                 .body,
             QByteArray("1000"));
    qInfo("100,000 devices filtered in %lld ms", timer.elapsed());
}

QTEST_GUILESS_MAIN(LabPagesTest)

#include "tst_labpages.moc"
