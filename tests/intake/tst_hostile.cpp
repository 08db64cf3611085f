// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/formats/jsontree.h"
#include "app/intake/intake.h"
#include "app/intake/sources/recordreader.h"
#include "app/store/store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace watchdesk;
using namespace watchdesk::intake;

namespace {

QByteArray record(int id, const QByteArray &extra = {})
{
    return "{\"EventID\":" + QByteArray::number(id) +
           ",\"Channel\":\"Application\",\"Hostname\":\"h\",\"TimeCreated\":\"2024-05-01T10:00:00Z\"" + extra + "}\n";
}

QByteArray gzip(const QByteArray &plain)
{
    z_stream stream = {};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(plain.size()))) + 64, 0);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.constData()));
    stream.avail_in = uInt(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

} // namespace

/// Input that is damaged, absurd or made to harm: an explained refusal, bounded memory, and the good records stay.
class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void truncatedGzip();
    void damagedGzip();
    void joinedGzip();
    void gzipBomb();
    void binary();
    void hugeLine();
    void deepNesting();
    void utf16();
    void brokenUtf8();
    void nulBytes();
    void emptyAndMissing();
    void jsonIsStrict_data();
    void jsonIsStrict();
    void cancelledTakeStartsAgain();
    void externalAlertsOnlyOnce();
    void kindsAreSkipped();

private:
    FileReport take(const QByteArray &content, const QString &name = QStringLiteral("in.jsonl"),
                    const Options &options = {});
    qint64 number(const QString &sql);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<store::Store> m_store;
};

void TestHostile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = store::Store::open(QStringLiteral(":memory:")).value();
}

FileReport TestHostile::take(const QByteArray &content, const QString &name, const Options &options)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    file.close();
    const auto reports = Intake(m_store).take({path}, options);
    if (!reports || reports->size() != 1)
        return {};
    const FileReport &report = reports->first();
    if (report.records != report.taken + report.refused)
        qCritical("records %lld, taken %lld, refused %lld", report.records, report.taken, report.refused);
    return report;
}

qint64 TestHostile::number(const QString &sql)
{
    const auto table = m_store->read(sql);
    return table && table->rowCount() == 1 ? table->column(0).integer(0) : -1;
}

void TestHostile::truncatedGzip()
{
    QByteArray plain;
    for (int i = 0; i < 5000; ++i)
        plain += record(i, ",\"n\":\"" + QByteArray::number(qHash(i)) + "\"");
    const QByteArray packed = gzip(plain);
    const FileReport report = take(packed.left(packed.size() / 2), QStringLiteral("cut.gz"));
    QCOMPARE(report.refused, qint64(1));
    QVERIFY(report.taken > 1000 && report.taken < 5000);
    QVERIFY(report.errors.first().message.contains(u"cut off"));
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM RawEvents")), report.taken);
}

void TestHostile::damagedGzip()
{
    QByteArray packed = gzip(record(1).repeated(20000));
    packed[packed.size() / 2] = char(packed[packed.size() / 2] ^ 0x55);
    packed[packed.size() / 2 + 1] = char(packed[packed.size() / 2 + 1] ^ 0x55);
    const FileReport report = take(packed, QStringLiteral("bad.gz"));
    QVERIFY(report.refused >= 1);
}

void TestHostile::joinedGzip()
{
    const FileReport report = take(gzip(record(1)) + gzip(record(2)) + QByteArray(512, 0), QStringLiteral("two.gz"));
    QCOMPARE(report.taken, qint64(2));
    QCOMPARE(report.refused, qint64(0));
}

void TestHostile::gzipBomb()
{
    // 400 MB of blank lines behind one good record, in some hundred kB.
    const QByteArray report1 = gzip(record(1));
    const QByteArray blank = gzip(QByteArray(16 * 1024 * 1024, '\n'));
    const FileReport report = take(report1 + blank.repeated(25), QStringLiteral("bomb.gz"));
    QCOMPARE(report.taken, qint64(1));
    QCOMPARE(report.refused, qint64(1));
    QVERIFY2(report.errors.first().message.contains(u"absurd"), qPrintable(report.errors.first().message));
}

void TestHostile::binary()
{
    const FileReport evtx = take(QByteArray("ElfFile\0\0\0\0", 11) + QByteArray(4000, '\1'), QStringLiteral("x.evtx"));
    QCOMPARE(evtx.refused, qint64(1));
    QVERIFY(evtx.errors.first().message.contains(u"EVTX"));
    const FileReport pcap =
        take(QByteArray("\x0a\x0d\x0d\x0a\x1c\0\0\0", 8) + QByteArray(100, '\0'), QStringLiteral("x.pcapng"));
    QVERIFY(pcap.errors.first().message.contains(u"packet capture"));
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM RawEvents")), qint64(0));
}

void TestHostile::hugeLine()
{
    const QByteArray huge = record(2, ",\"x\":\"" + QByteArray(RecordReader::kMaxRecord + 1000, 'a') + "\"");
    const FileReport report = take(record(1) + huge + record(3));
    QCOMPARE(report.taken, qint64(2));
    QCOMPARE(report.refused, qint64(1));
    QCOMPARE(report.errors.first().context.value(QStringLiteral("line")), QStringLiteral("2"));
    QCOMPARE(number(QStringLiteral("SELECT max(SourceLine) FROM RawEvents")), qint64(3));
}

void TestHostile::deepNesting()
{
    const QByteArray deep = QByteArray(200'000, '[') + QByteArray(200'000, ']');
    const FileReport report = take(record(1) + record(2, ",\"x\":" + deep) + record(3));
    QCOMPARE(report.taken, qint64(2));
    QVERIFY(report.errors.first().message.contains(u"nested"));
}

void TestHostile::utf16()
{
    const QString text = QString::fromUtf8(record(1, ",\"name\":\"Grüße\"") + record(2));
    QByteArray little("\xFF\xFE"), big("\xFE\xFF");
    for (QChar c : text) {
        little += char(c.unicode() & 0xff);
        little += char(c.unicode() >> 8);
        big += char(c.unicode() >> 8);
        big += char(c.unicode() & 0xff);
    }
    QCOMPARE(take(little, QStringLiteral("le.json")).taken, qint64(2));
    QCOMPARE(take(big, QStringLiteral("be.json")).taken, qint64(2));
    QCOMPARE(take("\xEF\xBB\xBF" + record(4), QStringLiteral("bom.json")).taken, qint64(1));
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM RawEvents WHERE contains(Fields, 'Grüße')")), qint64(2));
}

void TestHostile::brokenUtf8()
{
    const FileReport report = take(record(1, ",\"x\":\"a\xff\xc3(\"") + record(2));
    QCOMPARE(report.taken, qint64(2));
    QCOMPARE(report.repaired, qint64(1));
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM RawEvents WHERE contains(Fields, '\uFFFD')")), qint64(1));
}

void TestHostile::nulBytes()
{
    const FileReport report =
        take(record(1) + record(2, QByteArray(",\"x\":\"a\0b\"", 10)) + record(3, ",\"x\":\"a\\u0000b\""));
    QCOMPARE(report.taken, qint64(2));
    QCOMPARE(report.refused, qint64(1));
}

void TestHostile::emptyAndMissing()
{
    const FileReport empty = take("\n\n  \n");
    QCOMPARE(empty.records, qint64(0));
    QVERIFY(empty.format.isEmpty());
    const auto missing = Intake(m_store).take({m_folder->filePath(QStringLiteral("none"))});
    QVERIFY(missing);
    QCOMPARE(missing->first().refused, qint64(1));
    const auto wrong = Intake(m_store).take({}, Options{QStringLiteral("nonsense"), Kinds::Everything, {}, {}, {}});
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().kind, Error::Kind::InvalidInput);
}

void TestHostile::jsonIsStrict_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isValid");
    const std::pair<const char *, bool> rows[] = {
        {"{}", true},           {"[1,2,{\"a\":null}]", true},
        {"-0.5e+3", true},      {"\"\\ud83d\\ude00\"", true},
        {"\"\\ud800\"", true},  {"{\"a\":1,}", false},
        {"[1 2]", false},       {"01", false},
        {"1.", false},          {"nul", false},
        {"\"\t\"", false},      {"\"\\x41\"", false},
        {"{\"a\"}", false},     {"{} {}", false},
        {"\"abc", false},       {"{'a':1}", false},
        {"NaN", false},         {"[", false},
        {"\"\\u12g4\"", false}, {"", false},
    };
    for (const auto &[text, isValid] : rows)
        QTest::newRow(text) << QByteArray(text) << isValid;
}

void TestHostile::jsonIsStrict()
{
    QFETCH(QByteArray, text);
    JsonTree tree;
    QTEST(tree.parse({text.constData(), size_t(text.size())}), "isValid");
}

void TestHostile::cancelledTakeStartsAgain()
{
    QByteArray many;
    for (int i = 0; i < 150'000; ++i)
        many += record(i);
    int calls = 0;
    Options options;
    options.isCancelled = [&calls] { return ++calls > 120; };
    const QString path = m_folder->filePath(QStringLiteral("many.jsonl"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(many);
    file.close();
    const auto cancelled = Intake(m_store).take({path}, options);
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().kind, Error::Kind::Cancelled);
    QVERIFY(number(QStringLiteral("SELECT count(*) FROM RawEvents")) > 0);
    const auto whole = Intake(m_store).take({path});
    QVERIFY(whole);
    QCOMPARE(whole->first().taken, qint64(150'000));
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM RawEvents")), qint64(150'000));
}

void TestHostile::externalAlertsOnlyOnce()
{
    const QByteArray alert =
        "{\"timestamp\":\"2024-05-01T10:00:00+0000\",\"event_type\":\"alert\",\"alert\":{\"signature\":\"s\"}}\n";
    QCOMPARE(take(alert, QStringLiteral("eve.json")).rows.value(QStringLiteral("ExternalAlerts")), qint64(1));
    QVERIFY(take(alert, QStringLiteral("eve.json")).alreadyTaken);
    // The file has grown: only what is new is added. Packed, it is still the same file.
    QCOMPARE(take(alert + alert, QStringLiteral("eve.json")).rows.value(QStringLiteral("ExternalAlerts")), qint64(1));
    QCOMPARE(take(gzip(alert), QStringLiteral("eve.json.gz")).rows.value(QStringLiteral("ExternalAlerts")), qint64(0));
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM ExternalAlerts")), qint64(2));
}

void TestHostile::kindsAreSkipped()
{
    Options options;
    options.kinds = Kinds::ExternalOnly;
    QVERIFY(take(record(1), QStringLiteral("t.jsonl"), options).skipped);
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM RawEvents")), qint64(0));
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
