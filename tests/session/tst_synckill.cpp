// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/jsontext.h"
#include "app/store/store.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;

namespace {

constexpr int kPatience = 120'000;

using Counts = QMap<QString, qint64>;

/// Rows of every table that a sync fills, 0 left out.
Counts countsOf(const QString &path)
{
    Counts counts;
    const auto store = store::Store::open(path, store::OpenMode::ReadOnly);
    if (!store)
        return {{store.error().message, -1}};
    const kql::Schema schema = (*store)->schema();
    for (const TableSchema &table : schema.tables) {
        const auto rows = (*store)->read(QStringLiteral("SELECT count(*) FROM \"%1\"").arg(table.name));
        if (rows && rows->column(0).integer(0) > 0)
            counts.insert(table.name, rows->column(0).integer(0));
    }
    return counts;
}

} // namespace

/// A sync whose process is killed: the store opens again, holds what was committed, and the next sync ends where an
/// undisturbed one does, with nothing lost and nothing twice.
class SyncKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void survivesKill_data();
    void survivesKill();

private:
    QStringList arguments(const QString &store) const;
    bool sync(const QString &store);

    QTemporaryDir m_folder;
    QProcess m_lab;
    QJsonObject m_tenant;
    Counts m_whole;
    qint64 m_wholeTime = 0; ///< of an undisturbed sync, in milliseconds
};

QStringList SyncKillTest::arguments(const QString &store) const
{
    const auto text = [this](const char *name) { return m_tenant.value(QLatin1String(name)).toString(); };
    return {QStringLiteral("sync"),
            QStringLiteral("--store"),
            store,
            QStringLiteral("--url"),
            text("url"),
            QStringLiteral("--authority"),
            text("authority"),
            QStringLiteral("--tenant-id"),
            text("tenantId"),
            QStringLiteral("--client-id"),
            text("clientId")};
}

bool SyncKillTest::sync(const QString &store)
{
    QProcess process;
    process.start(QStringLiteral(WATCHDESK_CTL), arguments(store));
    return process.waitForFinished(kPatience) && process.exitCode() == 0;
}

void SyncKillTest::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("data")).toUtf8());
    qputenv("XDG_CACHE_HOME", m_folder.filePath(QStringLiteral("cache")).toUtf8());
    m_lab.start(QStringLiteral(WATCHDESK_CTL),
                {QStringLiteral("lab"), QStringLiteral("serve"), QStringLiteral("--devices"), QStringLiteral("40"),
                 QStringLiteral("--days"), QStringLiteral("1")});
    QVERIFY(m_lab.waitForStarted());
    while (!m_lab.canReadLine())
        QVERIFY(m_lab.waitForReadyRead(kPatience));
    m_tenant = QJsonDocument::fromJson(m_lab.readLine()).object();
    qputenv("WATCHDESK_CLIENT_SECRET", m_tenant.value(u"clientSecret").toString().toUtf8());
    const QString whole = m_folder.filePath(QStringLiteral("whole.duckdb"));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(sync(whole));
    m_wholeTime = timer.elapsed();
    m_whole = countsOf(whole);
    QCOMPARE(m_whole.value(QStringLiteral("ExposureScore")), 1);
    QVERIFY(m_whole.value(QStringLiteral("Devices")) == 40 &&
            m_whole.value(QStringLiteral("DeviceProcessEvents")) > 100);
}

void SyncKillTest::cleanupTestCase()
{
    m_lab.terminate();
    QVERIFY(m_lab.waitForFinished(10'000));
}

void SyncKillTest::survivesKill_data()
{
    QTest::addColumn<int>("after");
    for (int percent : {10, 25, 45, 65, 85})
        QTest::newRow(qPrintable(QStringLiteral("after %1 % of the sync").arg(percent)))
            << int(m_wholeTime * percent / 100);
}

void SyncKillTest::survivesKill()
{
    QFETCH(int, after);
    const QString store = m_folder.filePath(QStringLiteral("killed-%1.duckdb").arg(after));
    QProcess process;
    process.start(QStringLiteral(WATCHDESK_CTL), arguments(store));
    QVERIFY(process.waitForStarted());
    QTest::qWait(after);
    process.kill();
    QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(10'000)); // it may have been quicker
    Counts committed;
    if (QFile::exists(store)) {
        // Whoever opens it for writing first takes in what the log holds.
        const auto opened = store::Store::open(store);
        QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().message));
    }
    committed = countsOf(store);
    QVERIFY(sync(store));
    const Counts whole = countsOf(store);
    for (auto it = m_whole.begin(); it != m_whole.end(); ++it) {
        // What is made once a sync is there at least once.
        const bool isCounted = !it.key().endsWith(QLatin1String("Snapshots")) && it.key() != u"TableStates";
        if (isCounted)
            QVERIFY2(
                whole.value(it.key()) == it.value(),
                qPrintable(QStringLiteral("%1: %2, not %3").arg(it.key()).arg(whole.value(it.key())).arg(it.value())));
    }
    for (auto it = committed.begin(); it != committed.end(); ++it)
        QVERIFY2(whole.value(it.key()) >= it.value(), qPrintable(it.key()));
}

QTEST_GUILESS_MAIN(SyncKillTest)
#include "tst_synckill.moc"
