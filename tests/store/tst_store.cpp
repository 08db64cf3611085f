// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/store.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using store::OpenMode;
using store::Store;

namespace {

Table events(int count, Ticks start = kUnixEpochTicks)
{
    Table rows({{QStringLiteral("Timestamp"), ColumnType::DateTime},
                {QStringLiteral("DeviceId"), ColumnType::String},
                {QStringLiteral("FileName"), ColumnType::String},
                {QStringLiteral("ReportId"), ColumnType::Long},
                {QStringLiteral("ProcessId"), ColumnType::Long}});
    for (int i = 0; i < count; ++i) {
        rows.column(0).appendInteger(start + i * kTicksPerSecond);
        rows.column(1).appendText(QStringLiteral("device-%1").arg(i % 7));
        rows.column(2).appendText(i % 2 ? QStringLiteral("a name that is longer than twelve bytes.exe")
                                        : QStringLiteral("π.exe"));
        rows.column(3).appendInteger(i);
        if (i % 3)
            rows.column(4).appendInteger(4'000'000'000LL + i);
        else
            rows.column(4).appendNull();
    }
    return rows;
}

qint64 count(const Store &store, const QString &table)
{
    const auto rows = store.read(QStringLiteral("SELECT count(*) FROM %1").arg(table));
    return rows ? rows->column(0).integer(0) : -1;
}

Table devices(const QStringList &ids, const QString &risk)
{
    Table rows({{QStringLiteral("id"), ColumnType::String}, {QStringLiteral("riskScore"), ColumnType::String}});
    for (const auto &id : ids) {
        rows.column(0).appendText(id);
        rows.column(1).appendText(risk);
    }
    return rows;
}

/// A line a row.
QStringList linesOf(const Table &table)
{
    QStringList lines;
    for (qsizetype row = 0; row < table.rowCount(); ++row) {
        QStringList cells;
        for (qsizetype column = 0; column < table.columnCount(); ++column)
            cells.append(table.display(row, column));
        lines.append(cells.join(u'|'));
    }
    return lines;
}

/// Takes rows on the store's worker and stops there at the first ones until it is let go.
struct HeldBack
{
    QSemaphore came;
    QSemaphore goOn;
    QList<qsizetype> sizes; ///< of the parts
    qint64 next = 1;        ///< the number that the next row should have
    bool inOrder = true;

    void take(const Table &rows)
    {
        for (qsizetype row = 0; row < rows.rowCount(); ++row)
            inOrder = inOrder && rows.column(0).integer(row) == next++;
        sizes.append(rows.rowCount());
        if (sizes.size() > 1)
            return;
        came.release();
        goOn.acquire();
    }
};

const TableSchema kDevices{QStringLiteral("Devices"),
                           {{QStringLiteral("id"), ColumnType::String},
                            {QStringLiteral("riskScore"), ColumnType::String},
                            {QStringLiteral("lastSeen"), ColumnType::DateTime}}};

} // namespace

/// The store on its own: files, tables, rows, types.
class StoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAndKnowsItsTables();
    void keepsRowsOverReopening();
    void readsWhatWasAppended();
    void readsWithDeclaredTypes();
    void refusesRowsThatDoNotFit();
    void repairsTextThatIsNoUtf8();
    void bindsParameters();
    void upsertsByKey();
    void looksWhereOthersWrote();
    void appendsOnlyWhatIsNew();
    void replacesInOneTransaction();
    void addsColumnsToEntityTables();
    void readOnlyRefusesToWrite();
    void readersShareAFile();
    void refusesASecondOpening();
    void refusesWhatIsNoStore();
    void keepsSqlAwayFromOtherFiles();
    void tellsOfChanges();
    void readsLater();
    void givesRowsAsTheyCome_data();
    void givesRowsAsTheyCome();
    void givesTheFirstRowsBeforeTheLast();
    void keepsToWhatCameBeforeACancel();
    void writesFromManyThreads();

private:
    QTemporaryDir m_folder;
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
};

void StoreTest::opensAndKnowsItsTables()
{
    const auto opened = Store::open(QStringLiteral(":memory:"));
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    const auto schema = (*opened)->schema();
    QCOMPARE(schema.tables.size(), 72);
    const auto *processes = schema.find(QStringLiteral("DeviceProcessEvents"));
    QVERIFY(processes);
    QCOMPARE(processes->columns[processes->indexOf(QStringLiteral("Timestamp"))].type, ColumnType::DateTime);
    QCOMPARE(processes->indexOf(QStringLiteral("_Source")), -1);
    QVERIFY(processes->indexOf(QStringLiteral("LogonId")) >= 0); // two names, one column
    QVERIFY(processes->indexOf(QStringLiteral("LogonID")) >= 0);
    QVERIFY((*opened)->read(QStringLiteral("SELECT LogonId, LogonID FROM DeviceProcessEvents")));
    const auto *flows = schema.find(QStringLiteral("Flows"));
    QVERIFY(flows);
    QCOMPARE(flows->columns[flows->indexOf(QStringLiteral("Duration"))].type, ColumnType::TimeSpan);
}

void StoreTest::keepsRowsOverReopening()
{
    const QString file = path("keeps.duckdb");
    for (int round = 1; round <= 2; ++round) {
        const auto opened = Store::open(file);
        QVERIFY(opened);
        QVERIFY((*opened)->append(QStringLiteral("DeviceEvents"), events(10), QStringLiteral("here")));
        QCOMPARE(count(**opened, QStringLiteral("DeviceEvents")), 10 * round);
    }
}

void StoreTest::readsWhatWasAppended()
{
    const auto store = *Store::open(QStringLiteral(":memory:"));
    const Table rows = events(5000);
    QCOMPARE(*store->append(QStringLiteral("DeviceProcessEvents"), rows, QStringLiteral("file.json")), 5000);
    const auto back = store->read(QStringLiteral("SELECT Timestamp, DeviceId, FileName, ReportId, ProcessId "
                                                 "FROM DeviceProcessEvents ORDER BY ReportId"),
                                  {}, rows.schema());
    QVERIFY(back);
    QCOMPARE(back->rowCount(), 5000);
    for (qsizetype row = 0; row < 5000; ++row) {
        for (qsizetype column = 0; column < rows.columnCount(); ++column)
            QCOMPARE(back->display(row, column), rows.display(row, column));
    }
    const auto rest = store->read(QStringLiteral(
        "SELECT _Source, FolderPath, MD5, FileSize FROM DeviceProcessEvents WHERE FolderPath = '' LIMIT 1"));
    QCOMPARE(rest->column(0).string(0), QStringLiteral("file.json"));
    QVERIFY(rest->column(3).isNull(0));
}

void StoreTest::readsWithDeclaredTypes()
{
    const auto store = *Store::open(QStringLiteral(":memory:"));
    const auto plain = store->read(QStringLiteral(
        "SELECT 1::BIGINT, 2, 1.5::DOUBLE, true, NULL::VARCHAR, 12.50::DECIMAL(38,10), 7::HUGEINT, [1]"));
    QVERIFY(!plain); // a list has no KQL type
    const auto read = store->read(
        QStringLiteral("SELECT 1::BIGINT, 2, 1.5::DOUBLE, true, NULL::VARCHAR, 12.50::DECIMAL(38,10), 7::HUGEINT"));
    QVERIFY(read);
    QCOMPARE(read->display(0, 5), QStringLiteral("12.5000000000"));
    QCOMPARE(read->display(0, 6), QStringLiteral("7"));
    QCOMPARE(read->display(0, 4), QString());
    QVERIFY(!read->column(4).isNull(0));
    const auto typed =
        store->read(QStringLiteral("SELECT 864000000000::BIGINT, 'null'::VARCHAR"), {},
                    {{QStringLiteral("span"), ColumnType::TimeSpan}, {QStringLiteral("d"), ColumnType::Dynamic}});
    QVERIFY(typed);
    QCOMPARE(typed->display(0, 0), QStringLiteral("1.00:00:00"));
    QVERIFY(!store->read(QStringLiteral("SELECT 1"), {}, typed->schema()));
}

void StoreTest::refusesRowsThatDoNotFit()
{
    const auto store = *Store::open(QStringLiteral(":memory:"));
    Table unknown({{QStringLiteral("Nonsense"), ColumnType::String}});
    unknown.column(0).appendText(QStringLiteral("x"));
    QCOMPARE(store->append(QStringLiteral("DeviceEvents"), unknown, {}).error().kind, Error::Kind::InvalidInput);
    Table wrong({{QStringLiteral("Timestamp"), ColumnType::String}});
    wrong.column(0).appendText(QStringLiteral("x"));
    QCOMPARE(store->append(QStringLiteral("DeviceEvents"), wrong, {}).error().kind, Error::Kind::InvalidInput);
    Table large({{QStringLiteral("RemotePort"), ColumnType::Int}});
    large.column(0).appendInteger(1LL << 40);
    QCOMPARE(store->append(QStringLiteral("DeviceEvents"), large, {}).error().kind, Error::Kind::InvalidInput);
    QCOMPARE(store->append(QStringLiteral("NoSuchTable"), wrong, {}).error().kind, Error::Kind::InvalidInput);
    QCOMPARE(count(*store, QStringLiteral("DeviceEvents")), 0);
}

void StoreTest::repairsTextThatIsNoUtf8()
{
    const auto store = *Store::open(QStringLiteral(":memory:"));
    Table rows({{QStringLiteral("FileName"), ColumnType::String}});
    rows.column(0).appendText(std::string_view("\xff\xfe bad and longer than twelve", 30));
    rows.column(0).appendText(std::string_view("nul\0inside", 10));
    QVERIFY(store->append(QStringLiteral("DeviceEvents"), rows, {}));
    const auto back = store->read(QStringLiteral("SELECT lower(FileName) FROM DeviceEvents ORDER BY rowid"));
    QVERIFY(back);
    QVERIFY(back->column(0).string(0).startsWith(QStringLiteral("\uFFFD\uFFFD bad")));
    QCOMPARE(back->column(0).text(1).size(), size_t(10));
}

void StoreTest::bindsParameters()
{
    const auto store = *Store::open(QStringLiteral(":memory:"));
    const auto read = store->read(QStringLiteral("SELECT ?, ?, ?, ?, ?"),
                                  {QStringLiteral("it's"), qint64(1) << 40, 2.5, true, QVariant()});
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->display(0, 0), QStringLiteral("it's"));
    QCOMPARE(read->display(0, 1), QStringLiteral("1099511627776"));
    QCOMPARE(read->display(0, 3), QStringLiteral("true"));
    QCOMPARE(store->read(QStringLiteral("SELECT ?"), {}).error().kind, Error::Kind::Storage);
}

void StoreTest::upsertsByKey()
{
    const auto store = *Store::open(QStringLiteral(":memory:"));
    QVERIFY(store->ensureTable(kDevices, QStringLiteral("id")));
    QCOMPARE(*store->upsert(QStringLiteral("Devices"),
                            devices({QStringLiteral("a"), QStringLiteral("b")}, QStringLiteral("Low")),
                            QStringLiteral("id")),
             2);
    Table again = devices({QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("c")}, QStringLiteral("High"));
    QCOMPARE(*store->upsert(QStringLiteral("Devices"), again, QStringLiteral("id")), 2);
    const auto back = store->read(QStringLiteral("SELECT id, riskScore FROM Devices ORDER BY id"));
    QCOMPARE(back->rowCount(), 3);
    QCOMPARE(back->display(0, 1), QStringLiteral("Low"));
    QCOMPARE(back->display(1, 1), QStringLiteral("High"));
    const Table distinct = devices({QStringLiteral("d"), QStringLiteral("a")}, QStringLiteral("None"));
    QCOMPARE(*store->upsert(QStringLiteral("Devices"), distinct, QStringLiteral("id")), 2);
    const auto all = store->read(QStringLiteral("SELECT string_agg(id || riskScore, ' ' ORDER BY id) FROM Devices"));
    QCOMPARE(all->display(0, 0), QStringLiteral("aNone bHigh cHigh dNone"));
}

/// Who fills a table alone is believed; as soon as somebody else writes, the keys are looked for.
void StoreTest::looksWhereOthersWrote()
{
    const auto store = *Store::open(QStringLiteral(":memory:"));
    QVERIFY(store->ensureTable(kDevices, QStringLiteral("id")));
    const auto put = [&](const QString &id, const QString &risk, store::Filling *filling) {
        const Table row = devices({id}, risk);
        return filling ? store->fill(QStringLiteral("Devices"), {row}, QStringLiteral("id"), *filling).has_value()
                       : store->upsert(QStringLiteral("Devices"), row, QStringLiteral("id")).has_value();
    };
    const auto held = [&] {
        return store
            ->read(QStringLiteral("SELECT string_agg(id || riskScore, ' ' ORDER BY id, riskScore) FROM Devices"))
            ->display(0, 0);
    };
    store::Filling filling{store->revision(QStringLiteral("Devices")), true};
    QVERIFY(put(QStringLiteral("a"), QStringLiteral("Low"), &filling));
    QVERIFY(put(QStringLiteral("b"), QStringLiteral("Low"), &filling));
    filling.areNew = false;
    QVERIFY(put(QStringLiteral("b"), QStringLiteral("High"), &filling));
    filling.areNew = true;
    QCOMPARE(filling.revision, store->revision(QStringLiteral("Devices")));
    QVERIFY(put(QStringLiteral("c"), QStringLiteral("Low"), nullptr));
    QVERIFY(put(QStringLiteral("c"), QStringLiteral("High"), &filling));
    QVERIFY(filling.revision != store->revision(QStringLiteral("Devices")));
    QVERIFY(put(QStringLiteral("a"), QStringLiteral("None"), &filling));
    QCOMPARE(held(), QStringLiteral("aNone bHigh cHigh"));
    // Several parts are one: of equal keys the last wins, whichever part it is in.
    const std::vector<Table> parts{devices({QStringLiteral("a"), QStringLiteral("e")}, QStringLiteral("Low")),
                                   devices({QStringLiteral("e"), QStringLiteral("f")}, QStringLiteral("High"))};
    QVERIFY(store->fill(QStringLiteral("Devices"), parts, QStringLiteral("id"), filling));
    QCOMPARE(held(), QStringLiteral("aLow bHigh cHigh eHigh fHigh"));
}

void StoreTest::appendsOnlyWhatIsNew()
{
    const auto store = *Store::open(QStringLiteral(":memory:"));
    const QStringList keys{QStringLiteral("DeviceId"), QStringLiteral("Timestamp"), QStringLiteral("ReportId")};
    QCOMPARE(*store->appendNew(QStringLiteral("DeviceEvents"), events(3000), keys, QStringLiteral("defender")), 3000);
    QCOMPARE(*store->appendNew(QStringLiteral("DeviceEvents"), events(4000), keys, QStringLiteral("defender")), 1000);
    Table twice = events(10, kUnixEpochTicks + kTicksPerDay);
    twice.append(events(10, kUnixEpochTicks + kTicksPerDay));
    QCOMPARE(*store->appendNew(QStringLiteral("DeviceEvents"), twice, keys, {}), 10);
    QCOMPARE(count(*store, QStringLiteral("DeviceEvents")), 4010);
}

void StoreTest::replacesInOneTransaction()
{
    const auto store = *Store::open(QStringLiteral(":memory:"));
    QVERIFY(store->ensureTable(kDevices, QStringLiteral("id")));
    QVERIFY(store->replace(QStringLiteral("Devices"),
                           devices({QStringLiteral("a"), QStringLiteral("b")}, QStringLiteral("Low"))));
    QVERIFY(store->replace(QStringLiteral("Devices"), devices({QStringLiteral("c")}, QStringLiteral("Low"))));
    QCOMPARE(count(*store, QStringLiteral("Devices")), 1);
    Table bad({{QStringLiteral("nothing"), ColumnType::String}});
    bad.column(0).appendText(QStringLiteral("x"));
    QVERIFY(!store->replace(QStringLiteral("Devices"), bad));
    QCOMPARE(count(*store, QStringLiteral("Devices")), 1); // the deletion was rolled back
}

void StoreTest::addsColumnsToEntityTables()
{
    const QString file = path("columns.duckdb");
    TableSchema wider = kDevices;
    wider.columns.insert(1, {QStringLiteral("computerDnsName"), ColumnType::String});
    {
        const auto store = *Store::open(file);
        QVERIFY(store->ensureTable(kDevices, QStringLiteral("id")));
        QVERIFY(store->upsert(QStringLiteral("Devices"), devices({QStringLiteral("a")}, QStringLiteral("Low")),
                              QStringLiteral("id")));
        QVERIFY(store->ensureTable(wider, QStringLiteral("id")));
        QVERIFY(store->upsert(QStringLiteral("Devices"), devices({QStringLiteral("b")}, QStringLiteral("Low")),
                              QStringLiteral("id")));
    }
    const auto store = *Store::open(file);
    QCOMPARE(store->schema().find(QStringLiteral("Devices"))->columns.size(), 4);
    const auto back = store->read(QStringLiteral("SELECT count(*) FROM Devices WHERE computerDnsName = ''"));
    QCOMPARE(back->column(0).integer(0), 2);
}

void StoreTest::readOnlyRefusesToWrite()
{
    const QString file = path("readonly.duckdb");
    QCOMPARE(Store::open(file, OpenMode::ReadOnly).error().kind, Error::Kind::Storage);
    QVERIFY(Store::open(file));
    const auto store = *Store::open(file, OpenMode::ReadOnly);
    QCOMPARE(store->append(QStringLiteral("DeviceEvents"), events(1), {}).error().kind, Error::Kind::Storage);
    QCOMPARE(count(*store, QStringLiteral("DeviceEvents")), 0);
    QVERIFY(store->isReadOnly());
}

void StoreTest::readersShareAFile()
{
    const QString file = path("shared.duckdb");
    QVERIFY(Store::open(file));
    const auto one = Store::open(file, OpenMode::ReadOnly);
    const auto two = Store::open(file, OpenMode::ReadOnly);
    QVERIFY(one && two);
    QCOMPARE(Store::open(file).error().kind, Error::Kind::Storage);
}

void StoreTest::refusesASecondOpening()
{
    const QString file = path("twice.duckdb");
    {
        const auto first = Store::open(file);
        QVERIFY(first);
        QCOMPARE(Store::open(file).error().kind, Error::Kind::Storage);
    }
    QVERIFY(Store::open(file));
}

void StoreTest::refusesWhatIsNoStore()
{
    QFile text(path("text.duckdb"));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(QByteArray("not a database\n").repeated(2000));
    text.close();
    for (const auto mode : {OpenMode::ReadOnly, OpenMode::ReadWrite})
        QCOMPARE(Store::open(text.fileName(), mode).error().kind, Error::Kind::Storage);
    QCOMPARE(Store::open(m_folder.path()).error().kind, Error::Kind::Storage);
}

void StoreTest::keepsSqlAwayFromOtherFiles()
{
    const auto store = *Store::open(path("own.duckdb"));
    QVERIFY(!store->read(QStringLiteral("SELECT * FROM read_text('/etc/hostname')")));
    QVERIFY(!store->write(QStringLiteral("COPY (SELECT 1) TO '%1'").arg(path("stolen.csv"))));
}

void StoreTest::tellsOfChanges()
{
    const auto store = *Store::open(QStringLiteral(":memory:"));
    QSignalSpy spy(store.get(), &Store::changed);
    QVERIFY(store->append(QStringLiteral("DeviceEvents"), events(1), {}));
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].toStringList(), QStringList{QStringLiteral("DeviceEvents")});
    QVERIFY(store->append(QStringLiteral("DeviceEvents"), events(0), {}));
    QCOMPARE(spy.size(), 1);
    QVERIFY(store->write(QStringLiteral("DELETE FROM DeviceEvents"), {}, {QStringLiteral("DeviceEvents")}));
    QCOMPARE(spy.size(), 2);
}

void StoreTest::readsLater()
{
    auto store = *Store::open(QStringLiteral(":memory:"));
    auto future = store->readLater(QStringLiteral("SELECT sum(range)::BIGINT FROM range(1000)"));
    QTRY_VERIFY(future.isFinished());
    QCOMPARE((*future.result())->column(0).integer(0), 499500);
    auto broken = store->readLater(QStringLiteral("SELECT nonsense"));
    QTRY_VERIFY(broken.isFinished());
    QCOMPARE(broken.result().error().kind, Error::Kind::Storage);
    auto abandoned = store->readLater(QStringLiteral("SELECT count(*) FROM range(100000000) a, range(100000000) b"));
    store.reset(); // must not wait for the end of such a query
    QTRY_VERIFY(abandoned.isFinished());
}

void StoreTest::givesRowsAsTheyCome_data()
{
    QTest::addColumn<qint64>("limit");
    for (const qint64 limit : {-1, 0, 1, 2048, 3000, 9000, 10'000})
        QTest::addRow("limit %lld", limit) << limit;
}

/// The parts and the rest are the whole, whatever the limit.
void StoreTest::givesRowsAsTheyCome()
{
    QFETCH(qint64, limit);
    const auto store = *Store::open(QStringLiteral(":memory:"));
    QVERIFY(store->append(QStringLiteral("DeviceEvents"), events(9000), {}));
    store::HuntRequest request{QStringLiteral("DeviceEvents | where ReportId >= 0"), kUnixEpochTicks, limit};
    const auto whole = store->huntRows(request);
    QVERIFY2(whole, whole ? "" : qPrintable(whole.error().message));
    QStringList lines;
    qsizetype parts = 0;
    request.rows = [&](const Table &rows) {
        lines += linesOf(rows);
        ++parts;
    };
    const auto rest = store->huntRows(request);
    QVERIFY(rest);
    QCOMPARE(rest->table->schema(), whole->table->schema());
    QCOMPARE(lines + linesOf(*rest->table), linesOf(*whole->table));
    QCOMPARE(rest->hasMore, whole->hasMore);
    QVERIFY(limit >= 0 && limit < 9000 ? parts <= limit : parts > 1);
    request.query = QStringLiteral("DeviceEvents | where ReportId < 0");
    const auto none = store->huntRows(request);
    QVERIFY(none && none->table->rowCount() == 0);
    QCOMPARE(none->table->schema(), whole->table->schema());
}

void StoreTest::givesTheFirstRowsBeforeTheLast()
{
    const auto store = *Store::open(QStringLiteral(":memory:"));
    HeldBack held;
    QVERIFY(store->append(QStringLiteral("DeviceEvents"), events(50'000), {}));
    store::HuntRequest request{QStringLiteral("DeviceEvents | project x = ReportId + 1"), kUnixEpochTicks};
    request.rows = [&held](const Table &rows) { held.take(rows); };
    const auto future = store->huntRowsLater(request);
    QVERIFY(held.came.tryAcquire(1, 60'000));
    QVERIFY(!future.isFinished());
    QVERIFY(held.next > 1 && held.next < 50'000);
    held.goOn.release();
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 60'000);
    const auto rows = future.result();
    QVERIFY(rows);
    QCOMPARE(held.next - 1 + rows->table->rowCount(), 50'000);
    QVERIFY(held.inOrder);
    QVERIFY(held.sizes.size() > 2);
}

void StoreTest::keepsToWhatCameBeforeACancel()
{
    const auto store = *Store::open(QStringLiteral(":memory:"));
    HeldBack held;
    QVERIFY(store->append(QStringLiteral("DeviceEvents"), events(50'000), {}));
    store::HuntRequest request{QStringLiteral("DeviceEvents | project x = ReportId + 1"), kUnixEpochTicks};
    request.rows = [&held](const Table &rows) { held.take(rows); };
    auto future = store->huntRowsLater(request);
    QVERIFY(held.came.tryAcquire(1, 60'000));
    future.cancel();
    held.goOn.release();
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 60'000);
    QCOMPARE(future.resultCount(), 0);
    QVERIFY(held.inOrder);
    QVERIFY(held.next > 1 && held.next <= 50'001);
}

void StoreTest::writesFromManyThreads()
{
    const auto store = *Store::open(path("threads.duckdb"));
    QThreadPool pool;
    pool.setMaxThreadCount(4);
    for (int i = 0; i < 16; ++i) {
        pool.start([&store] {
            store->append(QStringLiteral("DeviceEvents"), events(100), {});
            store->read(QStringLiteral("SELECT count(*) FROM DeviceEvents"));
        });
    }
    QVERIFY(pool.waitForDone());
    QCOMPARE(count(*store, QStringLiteral("DeviceEvents")), 1600);
}

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"
