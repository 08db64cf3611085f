// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/workers.h"

#include <QImage>
#include <QPainter>
#include <QSemaphore>
#include <QTest>

#include <thread>

using namespace watchdesk;

class TestWorkers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handOverWhatTheWorkReturns();
    void paintingDoesNotWaitForThem();
};

void TestWorkers::handOverWhatTheWorkReturns()
{
    const auto sum = [](int a, int b) { return a + b; };
    QCOMPARE(onWorker(sum, 40, 2).result(), 42);
    QThreadPool own;
    QVERIFY(onWorkerOf(own, [&own] { return own.contains(QThread::currentThread()); }).result());
}

/// Qt up to 6.4 shares a large fill out to its global pool and waits: with our work there this would never end.
void TestWorkers::paintingDoesNotWaitForThem()
{
    const int threads = std::max(workers().maxThreadCount(), QThread::idealThreadCount());
    QSemaphore started;
    QSemaphore mayEnd;
    for (int i = 0; i < threads; ++i)
        onWorker([&] {
            started.release();
            mayEnd.acquire();
        });
    QVERIFY(started.tryAcquire(workers().maxThreadCount(), 10'000));
    QSemaphore done;
    std::thread painter([&done] {
        QImage image(2000, 2000, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter(&image).fillRect(image.rect(), QColor(10, 20, 30, 100));
        done.release();
    });
    const bool painted = done.tryAcquire(1, 10'000);
    mayEnd.release(threads);
    painter.join();
    QVERIFY(painted);
    workers().waitForDone();
}

QTEST_MAIN(TestWorkers)
#include "tst_workers.moc"
