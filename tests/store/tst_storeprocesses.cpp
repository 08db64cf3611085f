// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/store.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace watchdesk;
using store::Store;

namespace {

constexpr int kBatch = 2000;

Table batch()
{
    Table rows({{QStringLiteral("Timestamp"), ColumnType::DateTime}, {QStringLiteral("FileName"), ColumnType::String}});
    for (int i = 0; i < kBatch; ++i) {
        rows.column(0).appendInteger(kUnixEpochTicks + i);
        rows.column(1).appendText(QStringLiteral("a file name of some length %1.exe").arg(i));
    }
    return rows;
}

/// The child: appends batches for ever and says how many are committed.
int appendForEver(const QString &path)
{
    const auto store = Store::open(path);
    if (!store)
        return 1;
    const Table rows = batch();
    for (int done = 1; (*store)->append(QStringLiteral("DeviceFileEvents"), rows, QString()); ++done) {
        std::printf("%d\n", done);
        std::fflush(stdout);
    }
    return 1;
}

/// The other child: holds the store until it is told to go.
int hold(const QString &path)
{
    const auto store = Store::open(path);
    std::puts(store ? "holding" : "failed");
    std::fflush(stdout);
    std::getchar();
    return 0;
}

qint64 median(QList<qint64> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

/// What happens to a store between processes, and how fast a query stops.
class StoreProcessesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesBeingKilled();
    void namesTheHolderOfALock();
    void stopsPromptly();

private:
    QTemporaryDir m_folder;
};

void StoreProcessesTest::survivesBeingKilled()
{
    const QString path = m_folder.filePath(QStringLiteral("killed.duckdb"));
    qint64 reported = 0;
    for (int round = 0; round < 3; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--append"), path});
        QVERIFY(child.waitForStarted());
        int lines = 0;
        while (lines < 3 + 4 * round) {
            QVERIFY(child.waitForReadyRead(30'000));
            while (child.canReadLine()) {
                lines = child.readLine().trimmed().toInt();
            }
        }
        child.kill(); // SIGKILL
        QVERIFY(child.waitForFinished());
        while (child.canReadLine())
            lines = child.readLine().trimmed().toInt();
        reported += lines;
    }
    const auto store = Store::open(path);
    QVERIFY2(store, store ? "" : qPrintable(store.error().message));
    const auto rows = (*store)->read(QStringLiteral("SELECT count(*) FROM DeviceFileEvents"));
    const qint64 count = rows->column(0).integer(0);
    QCOMPARE(count % kBatch, 0);               // whole batches only
    QVERIFY(count >= reported * kBatch);       // everything that was reported as committed
    QVERIFY(count <= (reported + 3) * kBatch); // and at most the one that was under way each time
}

void StoreProcessesTest::namesTheHolderOfALock()
{
    const QString path = m_folder.filePath(QStringLiteral("locked.duckdb"));
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hold"), path});
    QVERIFY(child.waitForReadyRead(30'000));
    QCOMPARE(child.readLine().trimmed(), QByteArray("holding"));
    for (const auto mode : {store::OpenMode::ReadWrite, store::OpenMode::ReadOnly}) {
        const auto second = Store::open(path, mode);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Error::Kind::Storage);
        QCOMPARE(second.error().context.value(QStringLiteral("pid")), QString::number(child.processId()));
        QVERIFY2(second.error().message.contains(QStringLiteral("tst_storeprocesses")),
                 qPrintable(second.error().message));
    }
    child.write("\n");
    QVERIFY(child.waitForFinished());
    QVERIFY(Store::open(path));
}

void StoreProcessesTest::stopsPromptly()
{
    const auto store = *Store::open(QStringLiteral(":memory:"));
    const QStringList queries{
        QStringLiteral("SELECT count(*) FROM range(100000000000) t(i) WHERE i % 7 = 3"),
        QStringLiteral("SELECT i % 1000003, count(*), max(md5(i::VARCHAR)) FROM range(100000000000) t(i) GROUP BY 1"),
        QStringLiteral("SELECT i, md5(i::VARCHAR) FROM range(100000000000) t(i)")};
    QList<qint64> times;
    for (const auto &query : queries) {
        for (int round = 0; round < 3; ++round) {
            auto future = store->readLater(query);
            QTest::qWait(150);
            QVERIFY(!future.isFinished());
            QElapsedTimer timer;
            timer.start();
            future.cancel();
            future.waitForFinished(); // finished means here: the worker is free again
            times.append(timer.elapsed());
            QCOMPARE(future.resultCount(), 0);
        }
    }
    qInfo("cancelled after (ms): median %lld, longest %lld", qlonglong(median(times)),
          qlonglong(*std::max_element(times.begin(), times.end())));
    QVERIFY(median(times) <= 100);
    const auto after = store->read(QStringLiteral("SELECT 1")); // its connections are fit for use
    QVERIFY(after);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--append"))
        return appendForEver(arguments.value(2));
    if (arguments.value(1) == QStringLiteral("--hold"))
        return hold(arguments.value(2));
    StoreProcessesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_storeprocesses.moc"
