// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/localengine.h"
#include "app/hunt/slicing/slicedengine.h"
#include "app/hunt/unionengine.h"
#include "app/store/store.h"
#include "tests/defender/waiting.h"

#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::hunt;
using namespace watchdesk::test;

namespace {

constexpr qint64 kCap = 150; ///< rows that the stand-in for a service gives at most

const Ticks kNow = *ticksFromIso(u"2026-03-04T00:00:00Z");

/// The held data as a service gives it: cut without asking at so many rows, or refused as too large, and sometimes
/// out of order.
class Capped final : public Engine
{
public:
    explicit Capped(std::shared_ptr<store::Store> store)
        : m_local(std::move(store), Clock())
    {
    }

    QString name() const override { return QStringLiteral("capped"); }
    FutureResult<HuntResult> run(const QString &query, const HuntOptions &options) override
    {
        queries.append(query);
        if (failAt > 0 && queries.size() == failAt)
            return readyFuture<HuntResult>(failure(Error::Kind::Network, QStringLiteral("The cable is out.")));
        const bool says = saysTooLarge;
        HuntOptions capped = options;
        capped.rowLimit = options.rowLimit >= 0 ? qMin(options.rowLimit, kCap) : kCap;
        return m_local.run(query, capped)
            .then(QtFuture::Launch::Sync,
                  [held = whole, says, query](const Result<HuntResult> &result) -> Result<HuntResult> {
                      if (result && result->completeness == HuntResult::Completeness::Complete)
                          held->append(query);
                      if (!result || result->completeness == HuntResult::Completeness::Complete)
                          return result;
                      if (says)
                          return failure(Error::Kind::InvalidInput,
                                         QStringLiteral("Query execution has exceeded the allowed result size."));
                      HuntResult cut = *result;
                      cut.isCutByService = cut.table->rowCount() == kCap;
                      return cut;
                  });
    }

    QStringList queries;
    /// Of those, the ones that were answered in full; answers may come after the engine is gone.
    std::shared_ptr<QStringList> whole = std::make_shared<QStringList>();
    qsizetype failAt = 0;
    bool saysTooLarge = false;

private:
    LocalEngine m_local;
};

QStringList rowsOf(const Table &table)
{
    QStringList rows;
    for (qsizetype row = 0; row < table.rowCount(); ++row) {
        QStringList cells;
        for (qsizetype column = 0; column < table.columnCount(); ++column)
            cells.append(table.display(row, column));
        rows.append(cells.join(u'|'));
    }
    return rows;
}

} // namespace

/// Hunts that do not fit into one answer, against the same query without a cap.
class TestSlicing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isExact_data();
    void isExact();
    void keepsOrder();
    void saysWhyNot();
    void splitsWhatIsTooLarge();
    void refusesFullMoment();
    void stopsAtLimit();
    void goesOnAfterFailure();
    void goesOnInAnotherProgram();
    void leavesForeignFolderAlone();
    void isCancelled();
    void unites();
    void unitesWithOneThatFails();
    void givesRowsAsTheyComeOrAllAtOnce();

private:
    std::unique_ptr<SlicedEngine> sliced(const QString &folder = {})
    {
        auto inner = std::make_unique<Capped>(m_store);
        m_capped = inner.get();
        return std::make_unique<SlicedEngine>(std::move(inner), Clock(), folder);
    }
    Result<HuntResult> run(Engine &engine, const QString &query, qint64 limit = -1)
    {
        const auto future = engine.run(query, {limit, kNow});
        return waitFor(future) ? future.result() : failure(Error::Kind::Internal, QStringLiteral("it never ended"));
    }

    std::shared_ptr<store::Store> m_store;
    Capped *m_capped = nullptr;
};

void TestSlicing::initTestCase()
{
    auto store = store::Store::open(QStringLiteral(":memory:"));
    QVERIFY(store);
    m_store = std::move(*store);
    Table events({{QStringLiteral("Timestamp"), ColumnType::DateTime},
                  {QStringLiteral("DeviceName"), ColumnType::String},
                  {QStringLiteral("FileName"), ColumnType::String},
                  {QStringLiteral("ProcessId"), ColumnType::Long}});
    for (int i = 0; i < 1'000; ++i) {
        // Most of it in one hour, as a burst is; some rows at the same moment; two without a time.
        if (i < 2)
            events.column(0).appendNull();
        else
            events.column(0).appendInteger(kNow - (i < 900 ? kTicksPerHour : i * kTicksPerHour) - (i / 7) * 1'000);
        events.column(1).appendText(QStringLiteral("host%1").arg(i % 3));
        events.column(2).appendText(QStringLiteral("f%1.exe").arg(i));
        events.column(3).appendInteger(i);
    }
    QVERIFY(m_store->append(QStringLiteral("DeviceProcessEvents"), events, QStringLiteral("test")));
}

void TestSlicing::isExact_data()
{
    QTest::addColumn<QString>("query");
    for (const char *query :
         {"DeviceProcessEvents | project Timestamp, FileName, ProcessId",
          "DeviceProcessEvents | where DeviceName == 'host1' | project FileName",
          "DeviceProcessEvents | where Timestamp > ago(3d) | extend Age = now() - Timestamp | project FileName, Age",
          "DeviceProcessEvents | mv-expand X = dynamic([1,2,3]) | project ProcessId, X",
          "let hosts = DeviceProcessEvents | where ProcessId % 5 == 0 | distinct DeviceName; "
          "DeviceProcessEvents | where DeviceName in (hosts) | project ProcessId",
          "DeviceProcessEvents | join kind=inner (DeviceProcessEvents | where ProcessId < 400 | project ProcessId) on "
          "ProcessId | project ProcessId, FileName"})
        QTest::newRow(query) << QString::fromLatin1(query);
}

void TestSlicing::isExact()
{
    QFETCH(QString, query);
    for (const bool saysTooLarge : {false, true}) {
        const auto engine = sliced();
        m_capped->saysTooLarge = saysTooLarge;
        const auto result = run(*engine, query);
        QVERIFY2(result, result ? "" : qPrintable(result.error().message));
        QVERIFY(result->completeness == HuntResult::Completeness::Complete);
        QVERIFY(result->slices > 1);
        LocalEngine whole(m_store, Clock());
        const auto expected = run(whole, query);
        QVERIFY(expected);
        QStringList rows = rowsOf(*result->table);
        QStringList wanted = rowsOf(*expected->table);
        rows.sort();
        wanted.sort();
        QCOMPARE(rows, wanted);
    }
}

void TestSlicing::keepsOrder()
{
    for (const QString &order : {QStringLiteral("asc"), QStringLiteral("desc")}) {
        const QString query =
            QStringLiteral("DeviceProcessEvents | project Timestamp, ProcessId | sort by Timestamp %1, ProcessId asc")
                .arg(order);
        const auto engine = sliced();
        const auto result = run(*engine, query);
        LocalEngine whole(m_store, Clock());
        const auto expected = run(whole, query);
        QVERIFY(result && expected);
        QCOMPARE(rowsOf(*result->table), rowsOf(*expected->table));
    }
}

void TestSlicing::saysWhyNot()
{
    const auto engine = sliced();
    const auto result = run(*engine, QStringLiteral("DeviceProcessEvents | summarize N=count() by FileName"));
    QVERIFY(result);
    QVERIFY(result->completeness == HuntResult::Completeness::Truncated);
    QVERIFY(result->detail.contains(QStringLiteral("summarize")));
    QCOMPARE(m_capped->queries.size(), 1);

    const auto short_ = run(*engine, QStringLiteral("DeviceProcessEvents | summarize N=count() by DeviceName"));
    QVERIFY(short_->completeness == HuntResult::Completeness::Complete);
    QCOMPARE(short_->slices, 0);
    const auto wrong = run(*engine, QStringLiteral("DeviceProcessEvents | where Nothing == 1"));
    QCOMPARE(kindName(wrong.error().kind), kindName(Error::Kind::InvalidInput));
}

void TestSlicing::splitsWhatIsTooLarge()
{
    const auto engine = sliced();
    m_capped->saysTooLarge = true;
    QList<QPair<int, int>> progress;
    engine->onProgress([&](int done, int total) { progress.append({done, total}); });
    const auto result = run(*engine, QStringLiteral("DeviceProcessEvents | project ProcessId"));
    QVERIFY(result);
    QCOMPARE(result->table->rowCount(), 1'000);
    QVERIFY(!progress.isEmpty());
    QCOMPARE(progress.last().first, progress.last().second);
}

void TestSlicing::refusesFullMoment()
{
    const auto engine = sliced();
    const auto result = run(*engine, QStringLiteral("DeviceProcessEvents | mv-expand X = dynamic([%1]) | project X")
                                         .arg(QStringLiteral("1,").repeated(49) + u'1'));
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QVERIFY(result->completeness == HuntResult::Completeness::Truncated);
    QVERIFY(result->detail.contains(QStringLiteral("moment")));
}

void TestSlicing::stopsAtLimit()
{
    const auto engine = sliced();
    const auto few = run(*engine, QStringLiteral("DeviceProcessEvents | project ProcessId"), 10);
    QCOMPARE(few->table->rowCount(), 10);
    QCOMPARE(m_capped->queries.size(), 1); // that many came with the first answer
    const auto more = run(*engine, QStringLiteral("DeviceProcessEvents | project ProcessId"), 200);
    QCOMPARE(more->table->rowCount(), 200);
    QVERIFY(more->completeness == HuntResult::Completeness::Truncated);
    const auto taken = run(*engine, QStringLiteral("DeviceProcessEvents | project ProcessId | take 300"));
    QCOMPARE(taken->table->rowCount(), 300);
}

void TestSlicing::goesOnAfterFailure()
{
    const auto engine = sliced();
    m_capped->failAt = 9;
    const QString query = QStringLiteral("DeviceProcessEvents | where Timestamp < now() | project ProcessId");
    const auto broken = run(*engine, query);
    QVERIFY(!broken);
    QCOMPARE(kindName(broken.error().kind), kindName(Error::Kind::Network));
    QVERIFY(broken.error().message.contains(QStringLiteral("kept")));
    m_capped->failAt = 0;
    const QStringList held = *m_capped->whole;
    const qsizetype before = m_capped->queries.size();
    const auto whole = run(*engine, query);
    QVERIFY(whole);
    QStringList rows = rowsOf(*whole->table);
    rows.removeDuplicates();
    QCOMPARE(rows.size(), 998);
    QCOMPARE(whole->table->rowCount(), 998);
    // No slice that was there already was asked for again, but for those that were on their way when it broke.
    int again = 0;
    for (const QString &slice : held.filter(QStringLiteral("and Timestamp <")))
        again += m_capped->queries.mid(before).contains(slice) ? 1 : 0;
    QVERIFY2(again <= 3, qPrintable(QString::number(again)));
}

void TestSlicing::goesOnInAnotherProgram()
{
    QTemporaryDir folder;
    const QString query = QStringLiteral("DeviceProcessEvents | project Timestamp, FileName, ProcessId");
    {
        const auto engine = sliced(folder.path() + QStringLiteral("/slices"));
        m_capped->failAt = 9;
        QVERIFY(!run(*engine, query));
    }
    const auto engine = sliced(folder.path() + QStringLiteral("/slices"));
    const auto whole = run(*engine, query);
    QVERIFY2(whole, whole ? "" : qPrintable(whole.error().message));
    LocalEngine local(m_store, Clock());
    QStringList rows = rowsOf(*whole->table);
    QStringList wanted = rowsOf(*run(local, query)->table);
    rows.sort();
    wanted.sort();
    QCOMPARE(rows, wanted);
    QVERIFY(QDir(folder.path() + QStringLiteral("/slices")).isEmpty()); // nothing is left behind
}

void TestSlicing::leavesForeignFolderAlone()
{
    QTemporaryDir folder;
    {
        const auto engine = sliced(folder.path());
        m_capped->failAt = 6;
        QVERIFY(!run(*engine, QStringLiteral("DeviceProcessEvents | project ProcessId")));
    }
    const auto engine = sliced(folder.path());
    const auto other = run(*engine, QStringLiteral("DeviceProcessEvents | project FileName"));
    QVERIFY(!other);
    QCOMPARE(kindName(other.error().kind), kindName(Error::Kind::Refused));
}

void TestSlicing::isCancelled()
{
    const auto engine = sliced();
    auto future = engine->run(QStringLiteral("DeviceProcessEvents | project ProcessId"), {-1, kNow});
    QVERIFY(QTest::qWaitFor([&] { return m_capped->queries.size() > 4; }));
    future.cancel();
    QVERIFY(waitFor(future));
    QCOMPARE(future.resultCount(), 0);
    QTest::qWait(100);
    const qsizetype asked = m_capped->queries.size();
    QTest::qWait(200);
    QCOMPARE(m_capped->queries.size(), asked);
}

void TestSlicing::unites()
{
    Table left({{QStringLiteral("A"), ColumnType::Long}, {QStringLiteral("B"), ColumnType::String}});
    left.column(0).appendInteger(1);
    left.column(1).appendText(QStringLiteral("x"));
    Table right({{QStringLiteral("B"), ColumnType::Long}, {QStringLiteral("Provenance"), ColumnType::String}});
    right.column(0).appendInteger(2);
    right.column(1).appendText(QStringLiteral("y"));
    const Table all = unionOf(left, QStringLiteral("local"), right, QStringLiteral("graph"));
    QStringList names;
    for (const ColumnSchema &column : all.schema())
        names.append(column.name);
    QCOMPARE(names.join(u' '), QStringLiteral("Provenance1 A B_string B_long Provenance"));
    QCOMPARE(rowsOf(all), (QStringList{QStringLiteral("local|1|x||"), QStringLiteral("graph|||2|y")}));
}

void TestSlicing::unitesWithOneThatFails()
{
    auto broken = std::make_unique<Capped>(m_store);
    broken->failAt = 1;
    UnionEngine both(std::make_unique<LocalEngine>(m_store, Clock()), std::move(broken));
    const auto result = run(both, QStringLiteral("DeviceProcessEvents | summarize N=count()"));
    QVERIFY(result);
    QVERIFY(result->completeness == HuntResult::Completeness::Partial);
    QVERIFY(result->detail.contains(QStringLiteral("capped: The cable is out.")));
    QCOMPARE(rowsOf(*result->table), QStringList{QStringLiteral("local|1000")});
}

/// The held data's rows come early. What is put together is not known before its end, and comes whole.
void TestSlicing::givesRowsAsTheyComeOrAllAtOnce()
{
    const QString query = QStringLiteral("DeviceProcessEvents | sort by Timestamp asc, ProcessId asc");
    QStringList early;
    HuntOptions options{-1, kNow};
    options.rows = [&early](const Table &rows) { early += rowsOf(rows); };
    const auto rest = [&](Engine &engine) -> QStringList {
        early.clear();
        const auto future = engine.run(query, options);
        return waitFor(future) && future.result() ? rowsOf(*future.result()->table) : QStringList();
    };
    LocalEngine local(m_store, Clock());
    const auto whole = run(local, query);
    QVERIFY(whole);
    const QStringList last = rest(local);
    QVERIFY(!early.isEmpty());
    QCOMPARE(early + last, rowsOf(*whole->table));

    SlicedEngine sliced(std::make_unique<Capped>(m_store), Clock());
    QCOMPARE(rest(sliced), rowsOf(*whole->table));
    QVERIFY(early.isEmpty());

    UnionEngine both(std::make_unique<LocalEngine>(m_store, Clock()), std::make_unique<LocalEngine>(m_store, Clock()));
    QCOMPARE(rest(both).size(), 2 * whole->table->rowCount());
    QVERIFY(early.isEmpty());
}

QTEST_GUILESS_MAIN(TestSlicing)
#include "tst_slicing.moc"
