// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/snapshots.h"
#include "app/store/store.h"

#include <QTest>

using namespace watchdesk;

namespace {

const Ticks kStart = *ticksFromIso(u"2026-03-01T00:00:00Z");

} // namespace

/// Trends: what changed is kept, once an hour, and nothing twice.
class SnapshotsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatChanged();
    void worksWithoutTables();

private:
    qint64 count(const QString &table) const;

    std::shared_ptr<store::Store> m_store;
};

void SnapshotsTest::init()
{
    auto opened = store::Store::open(QStringLiteral(":memory:"));
    QVERIFY(opened.has_value());
    m_store = *opened;
}

qint64 SnapshotsTest::count(const QString &table) const
{
    const auto rows = m_store->read(QStringLiteral("SELECT count(*) FROM ") + table);
    return rows ? rows->column(0).integer(0) : -1;
}

void SnapshotsTest::keepsWhatChanged()
{
    const auto run = [this](const char *sql) { QVERIFY(m_store->write(QString::fromLatin1(sql)).has_value()); };
    const auto text = ColumnType::String;
    QVERIFY(m_store
                ->ensureTable({QStringLiteral("ExposureScore"), {{QStringLiteral("score"), ColumnType::Real}}},
                              QStringLiteral("score"))
                .has_value());
    QVERIFY(m_store
                ->ensureTable({QStringLiteral("Vulnerabilities"),
                               {{QStringLiteral("id"), text},
                                {QStringLiteral("severity"), text},
                                {QStringLiteral("cvssV3"), ColumnType::Real},
                                {QStringLiteral("exposedMachines"), ColumnType::Long}}},
                              QStringLiteral("id"))
                .has_value());
    run("INSERT INTO ExposureScore (score) VALUES (31.5)");
    run("INSERT INTO Vulnerabilities (id, severity, cvssV3, exposedMachines) VALUES ('CVE-1', 'High', 7.5, 3), ('CVE-2', 'Low', 2, 1)");
    QCOMPARE(session::takeSnapshots(*m_store, kStart).value_or(-1), 3);
    QCOMPARE(session::takeSnapshots(*m_store, kStart + 2 * kTicksPerHour).value_or(-1), 0);
    run("UPDATE Vulnerabilities SET exposedMachines = 4 WHERE id = 'CVE-1'");
    run("UPDATE ExposureScore SET score = 30");
    QCOMPARE(session::takeSnapshots(*m_store, kStart + kTicksPerMinute).value_or(-1), 0); // within the hour
    QCOMPARE(session::takeSnapshots(*m_store, kStart + 3 * kTicksPerHour).value_or(-1), 2);
    QCOMPARE(count(QStringLiteral("VulnerabilitySnapshots WHERE CveId = 'CVE-1'")), 2);
    QCOMPARE(count(QStringLiteral("ScoreSnapshots")), 2);
}

void SnapshotsTest::worksWithoutTables() { QCOMPARE(session::takeSnapshots(*m_store, kStart).value_or(-1), 0); }

QTEST_GUILESS_MAIN(SnapshotsTest)
#include "tst_snapshots.moc"
