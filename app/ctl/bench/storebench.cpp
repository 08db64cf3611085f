// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ctl/bench/benchmarks.h"
#include "app/ctl/console.h"

#include <QElapsedTimer>
#include <QJsonObject>

#include <algorithm>

namespace watchdesk::ctl {

namespace {

constexpr qsizetype kBatch = 20'000;

/// Made-up processes; every hundredth is a shell with an encoded command.
Table processes(qsizetype first, qsizetype count)
{
    Table rows({{QStringLiteral("Timestamp"), ColumnType::DateTime},
                {QStringLiteral("DeviceId"), ColumnType::String},
                {QStringLiteral("FileName"), ColumnType::String},
                {QStringLiteral("ProcessCommandLine"), ColumnType::String},
                {QStringLiteral("ReportId"), ColumnType::Long}});
    const Ticks start = *ticksFromIso(u"2024-05-01");
    for (qsizetype i = first; i < first + count; ++i) {
        const bool isShell = i % 100 == 0;
        rows.column(0).appendInteger(start + i * kTicksPerSecond);
        rows.column(1).appendText(QStringLiteral("%1").arg(i * 7919 % 500, 40, 16, QLatin1Char('0')));
        rows.column(2).appendText(isShell ? QStringLiteral("powershell.exe")
                                          : QStringLiteral("program%1.exe").arg(i % 211));
        rows.column(3).appendText(
            isShell ? QStringLiteral("powershell.exe -NoProfile -EncodedCommand SQBFAFgA%1").arg(i)
                    : QStringLiteral("C:\\Program Files\\Vendor\\program%1.exe --session %2").arg(i % 211).arg(i));
        rows.column(4).appendInteger(i);
    }
    return rows;
}

/// Milliseconds that appending took, without making the rows.
Result<qint64> fill(store::Store &store, qsizetype rows)
{
    QElapsedTimer timer;
    timer.start();
    qint64 made = 0;
    for (qsizetype first = 0; first < rows; first += kBatch) {
        QElapsedTimer making;
        making.start();
        const Table batch = processes(first, std::min(kBatch, rows - first));
        made += making.elapsed();
        if (auto done = store.append(QStringLiteral("DeviceProcessEvents"), batch, QStringLiteral("bench")); !done)
            return done;
    }
    return std::max<qint64>(1, timer.elapsed() - made);
}

} // namespace

int benchStore(store::Store &store, qsizetype rows)
{
    const auto appended = fill(store, rows);
    if (!appended)
        return sayError(appended.error());
    QElapsedTimer timer;
    timer.start();
    if (auto done = store.write(QStringLiteral("CREATE TABLE Copy AS SELECT * FROM DeviceProcessEvents")); !done)
        return sayError(done.error());
    const qint64 copied = std::max<qint64>(1, timer.elapsed());
    printFigure(QStringLiteral("append"), double(rows) * 1000 / double(*appended), QStringLiteral("rows/s"),
                QStringLiteral("CREATE TABLE AS SELECT of the same rows"), double(*appended) / double(copied));
    return 0;
}

} // namespace watchdesk::ctl
