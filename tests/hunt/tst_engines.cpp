// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/client.h"
#include "app/hunt/kustoengine.h"
#include "app/hunt/slicing/slicedengine.h"
#include "app/hunt/tenantengine.h"
#include "tests/defender/waiting.h"
#include "tests/lab/labcontent.h"

#include "app/lab/lab.h"

#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::hunt;
using namespace watchdesk::test;

/// The engines that go out, against a lab whose caps are small.
class TestEngines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void huntsEverywhere_data();
    void huntsEverywhere();
    void slicesWhatTheyCut_data();
    void slicesWhatTheyCut();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void kustoSaysThatItCut();
    void looksAtTheLastOnly();
    void saysWhatItNoLongerHolds();

private:
    std::unique_ptr<Engine> engine(const QString &name)
    {
        if (name == QLatin1String("kusto"))
            return std::make_unique<KustoEngine>(m_connection);
        const bool isGraph = name == QLatin1String("graph");
        return std::make_unique<TenantEngine>(*m_client,
                                              isGraph ? TenantEngine::Way::Graph : TenantEngine::Way::Defender, kCap);
    }
    Result<HuntResult> run(Engine &engine, const QString &query)
    {
        const auto future = engine.run(query, {-1, m_lab->clock().now()});
        return waitFor(future) ? future.result() : failure(Error::Kind::Internal, QStringLiteral("it never ended"));
    }
    static void rows()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"defender", "graph", "kusto"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    static constexpr qint64 kCap = 6;

    QTemporaryDir m_folder;
    std::unique_ptr<lab::Lab> m_lab;
    defender::Connection m_connection;
    std::unique_ptr<defender::Client> m_client;
};

void TestEngines::initTestCase()
{
    const auto content = lab::smallContent(m_folder.path(), {});
    QVERIFY2(content, content ? "" : qPrintable(content.error().message));
    lab::LabOptions options;
    options.huntRows = kCap;
    options.kustoRows = kCap;
    auto lab = lab::Lab::startWith(*content, options);
    QVERIFY(lab);
    m_lab = std::move(*lab);
    m_connection = {m_lab->url(), m_lab->authority(), m_lab->tenantId(), m_lab->clientId(), m_lab->clientSecret()};
    m_connection.kustoUrl = m_lab->url();
    m_connection.kustoDatabase = m_lab->kustoDatabase();
    m_client = std::make_unique<defender::Client>(m_connection);
}

void TestEngines::huntsEverywhere_data() { rows(); }

void TestEngines::huntsEverywhere()
{
    QFETCH(QString, name);
    const auto asked = engine(name);
    QCOMPARE(asked->name(), name);
    const auto result =
        run(*asked, QStringLiteral("DeviceProcessEvents | where ProcessId in (3, 5) | sort by ProcessId asc "
                                   "| project Timestamp, FileName, Big=ProcessId > 3, "
                                   "Bag=pack('a', ProcessId), Span=1d + 1s"));
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    const Table &table = *result->table;
    QVERIFY(result->completeness == HuntResult::Completeness::Complete);
    QCOMPARE(table.rowCount(), 2);
    QCOMPARE(table.schema().at(0).type, ColumnType::DateTime);
    QCOMPARE(table.schema().at(2).type, ColumnType::Bool);
    QCOMPARE(table.schema().at(3).type, ColumnType::Dynamic);
    QCOMPARE(table.display(0, 1), QStringLiteral("tool3.exe"));
    QCOMPARE(table.display(1, 2),
             table.display(1, 2).at(0).isUpper() ? QStringLiteral("True") : QStringLiteral("true"));
    QCOMPARE(table.column(3).string(1), QStringLiteral("{\"a\":5}"));
    QCOMPARE(table.column(4).integer(0), kTicksPerDay + kTicksPerSecond);
}

void TestEngines::slicesWhatTheyCut_data() { rows(); }

void TestEngines::slicesWhatTheyCut()
{
    QFETCH(QString, name);
    SlicedEngine sliced(engine(name), m_lab->clock());
    const auto result =
        run(sliced, QStringLiteral("DeviceProcessEvents | project Timestamp, ProcessId | sort by Timestamp asc"));
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QVERIFY2(result->completeness == HuntResult::Completeness::Complete, qPrintable(result->detail));
    // One event is forty days old: the service does not look back so far, a cluster does.
    const bool seesAll = name == QLatin1String("kusto");
    QCOMPARE(result->table->rowCount(), seesAll ? 20 : 19);
    QVERIFY(result->slices > 2);
    for (qsizetype row = 0; row < result->table->rowCount(); ++row)
        QCOMPARE(result->table->column(1).integer(row), row + (seesAll ? 0 : 1));
}

void TestEngines::tellsWhatIsWrong_data() { rows(); }

void TestEngines::tellsWhatIsWrong()
{
    QFETCH(QString, name);
    const auto asked = engine(name);
    const auto result = run(*asked, QStringLiteral("DeviceProcessEvents | where Nothing == 1"));
    QVERIFY(!result);
    QCOMPARE(kindName(result.error().kind), kindName(Error::Kind::InvalidInput));
    QVERIFY2(result.error().message.contains(QStringLiteral("Nothing")), qPrintable(result.error().message));
}

void TestEngines::kustoSaysThatItCut()
{
    const auto asked = engine(QStringLiteral("kusto"));
    const auto result = run(*asked, QStringLiteral("DeviceProcessEvents | project ProcessId"));
    QVERIFY(result);
    QCOMPARE(result->table->rowCount(), kCap);
    QVERIFY(result->completeness == HuntResult::Completeness::Truncated);
    QVERIFY(result->isCutByService);
}

/// Graph has a time range of its own; who has none refuses one.
void TestEngines::looksAtTheLastOnly()
{
    const QString query = QStringLiteral("DeviceProcessEvents | summarize n = count(), first = min(Timestamp)");
    const auto with = [&](Engine &engine, Ticks span) {
        HuntOptions options{-1, m_lab->clock().now()};
        options.span = span;
        const auto future = engine.run(query, options);
        return waitFor(future) ? future.result() : failure(Error::Kind::Internal, QStringLiteral("it never ended"));
    };
    const auto graph = engine(QStringLiteral("graph"));
    const auto all = with(*graph, 0);
    QVERIFY2(all, all ? "" : qPrintable(all.error().message));
    const Ticks first = all->table->column(1).integer(0);
    const auto last = with(*graph, m_lab->clock().now() - first - kTicksPerSecond);
    QVERIFY2(last, last ? "" : qPrintable(last.error().message));
    QVERIFY(last->table->column(0).integer(0) < all->table->column(0).integer(0));
    for (const char *name : {"defender", "kusto"}) {
        const auto refused = with(*engine(QLatin1String(name)), kTicksPerHour);
        QVERIFY2(!refused && refused.error().kind == Error::Kind::InvalidInput, name);
    }
}

void TestEngines::saysWhatItNoLongerHolds()
{
    const auto partial = [this](const QString &query) {
        const auto result = run(*engine(QStringLiteral("graph")), query);
        return result && result->completeness == HuntResult::Completeness::Partial &&
               result->detail.contains(QStringLiteral("30"));
    };
    QVERIFY(partial(QStringLiteral("DeviceEvents | where Timestamp > ago(60d) | count")));
    QVERIFY(partial(QStringLiteral("DeviceEvents | where Timestamp > datetime(2020-01-01) | count")));
    QVERIFY(!partial(QStringLiteral("DeviceEvents | where Timestamp > ago(7d) | count")));
    QVERIFY(!partial(QStringLiteral("DeviceEvents | where DeviceName != 'ago(60d)' | count")));
}

QTEST_GUILESS_MAIN(TestEngines)
#include "tst_engines.moc"
