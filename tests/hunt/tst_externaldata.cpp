// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/clock.h"
#include "app/hunt/externalsources.h"
#include "app/hunt/localengine.h"
#include "app/lab/httpserver.h"
#include "app/lab/identity/certificate.h"
#include "app/store/store.h"
#include "tests/defender/waiting.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::hunt;
using namespace watchdesk::test;

namespace {

const QByteArray kCsv = "name,size\na,1\nb,2\n";
const char kCsvGzip[] = "H4sIAAAAAAACA8tLzE3VKc6sSuVK1DHkStIx4gIAk18i+xIAAAA=";
const char kCsvZip[] =
    "UEsDBBQAAAAIAAAAIViTXyL7FAAAABIAAAAFAAAAYS5jc3bLS8xN1SnOrErlStQx5ErSMeICAFBLAQIUAxQAAAAIAAAAIViTXyL7FAAA"
    "ABIAAAAFAAAAAAAAAAAAAACAAQAAAABhLmNzdlBLBQYAAAAAAQABADMAAAA3AAAAAAA=";
const char kTwoFilesZip[] =
    "UEsDBBQAAAAAAAAAIViTXyL7EgAAABIAAAAFAAAAYS5jc3ZuYW1lLHNpemUKYSwxCmIsMgpQSwMEFAAAAAAAAAAhWJNfIvsSAAAAEgAAAAUAAABi"
    "LmNzdm5hbWUsc2l6ZQphLDEKYiwyClBLAQIUAxQAAAAAAAAAIViTXyL7EgAAABIAAAAFAAAAAAAAAAAAAACAAQAAAABhLmNzdlBLAQIUAxQAAAAA"
    "AAAAIViTXyL7EgAAABIAAAAFAAAAAAAAAAAAAACAATUAAABiLmNzdlBLBQYAAAAAAgACAGYAAABqAAAAAAA=";

const QString kNamesAndSizes = QStringLiteral("name:string, size:long");
const QString kBoth = QStringLiteral("a 1\nb 2");

} // namespace

/// externaldata from files and hosts, and what it may not read.
class TestExternalData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsFormats_data();
    void readsFormats();
    void refusesArchives_data();
    void refusesArchives();
    void staysInItsFolder();
    void saysWhatWouldHaveToBeAllowed_data();
    void saysWhatWouldHaveToBeAllowed();
    void refusesLargeFiles();
    void readsFromHosts_data();
    void readsFromHosts();
    void followsNoRedirect();
    void checksCertificates();

private:
    QString written(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    /// The rows as text, or "kind: message".
    QString answer(const QString &columns, const QString &address, const QString &with, const QStringList &allowed,
                   const net::NetworkSettings &network = {})
    {
        LocalEngine engine(m_store, {}, network);
        const QString query = QStringLiteral("externaldata(%1) [@\"%2\"]%3").arg(columns, address, with);
        HuntOptions options;
        options.rowLimit = -1;
        options.external = allowed;
        const auto future = engine.run(query, options);
        if (!waitFor(future))
            return QStringLiteral("it never ended");
        const auto result = future.result();
        return result ? shown(*result->table)
                      : kindName(result.error().kind) + QStringLiteral(": ") + result.error().message;
    }
    static QString shown(const Table &table)
    {
        QStringList rows;
        for (qsizetype row = 0; row < table.rowCount(); ++row) {
            QStringList cells;
            for (qsizetype column = 0; column < table.columnCount(); ++column)
                cells.append(table.column(column).display(row));
            rows.append(cells.join(u' '));
        }
        return rows.join(u'\n');
    }
    std::unique_ptr<lab::HttpServer> server(const lab::CertificatePair &pair = {})
    {
        auto started = lab::HttpServer::start(
            0,
            [this](const lab::HttpRequest &request) {
                ++m_asked;
                lab::HttpReply reply;
                reply.body = kCsv.toStdString();
                if (request.path == QLatin1String("/moved")) {
                    reply.status = 302;
                    reply.headers = {{"Location", "http://127.0.0.1:1/list.csv"}};
                }
                return reply;
            },
            pair);
        return started ? std::move(*started) : nullptr;
    }

    QTemporaryDir m_folder;
    std::shared_ptr<store::Store> m_store;
    std::atomic<int> m_asked = 0;
};

void TestExternalData::initTestCase()
{
    auto opened = store::Store::open(QStringLiteral(":memory:"));
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    m_store = *opened;
}

void TestExternalData::readsFormats_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("with");
    QTest::addColumn<QString>("expected");
    const QString skip = QStringLiteral(" with (ignoreFirstRecord=true)");
    const auto row = [](const char *name, const QString &file, const QByteArray &content, const QString &columns,
                        const QString &with, const QString &expected) {
        QTest::newRow(name) << file << content << columns << with << expected;
    };
    const QString &both = kNamesAndSizes;
    row("csv", QStringLiteral("a.csv"), kCsv, both, skip, kBoth);
    row("csv with its first record", QStringLiteral("a.csv"), kCsv, both, {}, QStringLiteral("name \na 1\nb 2"));
    row("quoted fields", QStringLiteral("q.csv"), "\"x, \"\"y\"\"\nz\",5\r\n", both, {},
        QStringLiteral("x, \"y\"\nz 5"));
    row("too few and too many fields", QStringLiteral("f.csv"), "a\nb,2,3\n", both, {}, QStringLiteral("a \nb 2"));
    row("tsv", QStringLiteral("a.tsv"), "a\t1\nb\t2\n", both, {}, kBoth);
    row("tsv by name", QStringLiteral("a.list"), "a\t1\nb\t2\n", both, QStringLiteral(" with (format=\"tsv\")"), kBoth);
    row("txt", QStringLiteral("a.txt"), "one, two\nthree\n", QStringLiteral("line:string"), {},
        QStringLiteral("one, two\nthree"));
    row("raw", QStringLiteral("a.raw"), "one\ntwo", QStringLiteral("all:string"), {}, QStringLiteral("one\ntwo"));
    row("json", QStringLiteral("a.json"), "{\"size\":1,\"name\":\"a\"}\n{\"name\":\"b\",\"size\":\"2\"}\n", both, {},
        kBoth);
    row("multijson", QStringLiteral("a.multijson"), "[{\"name\":\"a\",\"size\":1},\n {\"name\":\"b\",\n \"size\":2}]",
        both, {}, kBoth);
    row("a bad record", QStringLiteral("b.json"), "{\"name\":\"a\",\"size\":1}\n{bad\n{\"name\":\"b\",\"size\":2}\n",
        both, {}, kBoth);
    row("gzip", QStringLiteral("a.csv.gz"), QByteArray::fromBase64(kCsvGzip), both, skip, kBoth);
    row("two gzip files in one", QStringLiteral("a2.csv.gz"),
        QByteArray::fromBase64(kCsvGzip) + QByteArray::fromBase64(kCsvGzip), both, skip,
        QStringLiteral("a 1\nb 2\nname \na 1\nb 2"));
    row("zip", QStringLiteral("a.csv.zip"), QByteArray::fromBase64(kCsvZip), both, skip, kBoth);
    row("an empty file", QStringLiteral("none.csv"), {}, both, {}, {});
}

void TestExternalData::readsFormats()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QString, columns);
    QFETCH(QString, with);
    QFETCH(QString, expected);
    const QString path = written(file, content);
    QVERIFY(!path.isEmpty());
    QCOMPARE(answer(columns, path, with, {m_folder.path()}), expected);
}

void TestExternalData::refusesArchives_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("two files") << QByteArray::fromBase64(kTwoFilesZip);
    QTest::newRow("gzip cut short") << QByteArray::fromBase64(kCsvGzip).chopped(9);
    QTest::newRow("zip cut short") << QByteArray::fromBase64(kCsvZip).first(40);
    QByteArray encrypted = QByteArray::fromBase64(kCsvZip);
    encrypted[6] = 1;
    QTest::newRow("encrypted") << encrypted;
    QByteArray changed = QByteArray::fromBase64(kCsvZip);
    changed[14] = char(changed[14] ^ 1);
    QTest::newRow("another checksum") << changed;
}

void TestExternalData::refusesArchives()
{
    QFETCH(QByteArray, content);
    const QString path = written(QStringLiteral("bad.csv.zip"), content);
    const QString said = answer(kNamesAndSizes, path, {}, {m_folder.path()});
    QVERIFY2(said.startsWith(QStringLiteral("refused: The archive")), qPrintable(said));
}

void TestExternalData::staysInItsFolder()
{
    QTemporaryDir elsewhere;
    QFile secret(elsewhere.filePath(QStringLiteral("s.csv")));
    QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write(kCsv) > 0 && secret.flush());
    const QString link = m_folder.filePath(QStringLiteral("link.csv"));
    QVERIFY(QFile::link(secret.fileName(), link));
    const QString up =
        m_folder.path() + QStringLiteral("/../") + elsewhere.path().section(u'/', -1) + QStringLiteral("/s.csv");
    for (const QString &path : {secret.fileName(), link, up}) {
        const QString said = answer(kNamesAndSizes, path, {}, {m_folder.path()});
        QVERIFY2(said.startsWith(QStringLiteral("refused: externaldata may not read")), qPrintable(said));
    }
    QVERIFY(answer(kNamesAndSizes, secret.fileName(), {}, {}).startsWith(QStringLiteral("refused")));
}

void TestExternalData::saysWhatWouldHaveToBeAllowed_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const char *address, const char *place) {
        QTest::newRow(name) << QString::fromUtf8(address) << QString::fromUtf8(place);
    };
    row("host", "https://lists.example/a/b.csv?sig=1", "lists.example");
    row("with a name in front", "https://good.example@evil.example/x.csv", "evil.example");
    row("letters that look alike", "https://ex\u0430mple.org/x.csv", "xn--exmple-4nf.org");
    row("folder", "/data/lists/x.csv", "/data/lists");
    row("file address", "file:///data/lists/x.csv", "/data/lists");
    row("another computer", "file://evil.example/share/x.csv", "//evil.example/share");
    row("another kind", "abfss://lists@example/x.csv", "");
}

void TestExternalData::saysWhatWouldHaveToBeAllowed()
{
    QFETCH(QString, address);
    QFETCH(QString, place);
    QCOMPARE(hunt::placeOf(address), place);
    QVERIFY(!hunt::isAllowed(address, {QStringLiteral("example.org"), QStringLiteral("/data")}));
}

void TestExternalData::refusesLargeFiles()
{
    const QString path = written(QStringLiteral("large.csv"), QByteArray(9 * 1024 * 1024, 'x'));
    const QString said = answer(kNamesAndSizes, path, {}, {m_folder.path()});
    QVERIFY2(said.startsWith(QStringLiteral("refused: ")) && said.contains(QStringLiteral("too large")),
             qPrintable(said));
}

void TestExternalData::readsFromHosts_data()
{
    QTest::addColumn<bool>("isSecure");
    QTest::newRow("http") << false;
    QTest::newRow("https") << true;
}

void TestExternalData::readsFromHosts()
{
    QFETCH(bool, isSecure);
    const auto authority = lab::makeCertificate({QStringLiteral("Test authority"), {}, -3'600, 86'400, true});
    const auto pair =
        lab::makeCertificate({QStringLiteral("server"), {QStringLiteral("localhost")}, -60, 3'600}, authority);
    const auto host = server(isSecure ? pair : lab::CertificatePair{});
    QVERIFY(host);
    const QString address = QStringLiteral("%1://localhost:%2/list.csv")
                                .arg(isSecure ? QStringLiteral("https") : QStringLiteral("http"))
                                .arg(host->port());
    const net::NetworkSettings network{{}, authority.certificate};
    const QString skip = QStringLiteral(" with (ignoreFirstRecord=true)");
    QCOMPARE(answer(kNamesAndSizes, address, skip, {QStringLiteral("LOCALHOST")}, network), kBoth);
    m_asked = 0;
    const QString said = answer(kNamesAndSizes, address, skip, {QStringLiteral("example.org")}, network);
    QVERIFY2(said.startsWith(QStringLiteral("refused: externaldata may not read")), qPrintable(said));
    QCOMPARE(m_asked.load(), 0);
}

void TestExternalData::followsNoRedirect()
{
    const auto host = server();
    QVERIFY(host);
    const QString address = QStringLiteral("http://127.0.0.1:%1/moved").arg(host->port());
    const QString said = answer(kNamesAndSizes, address, {}, {QStringLiteral("127.0.0.1")});
    QVERIFY2(said.contains(QStringLiteral("302")), qPrintable(said));
}

void TestExternalData::checksCertificates()
{
    const auto authority = lab::makeCertificate({QStringLiteral("Unknown authority"), {}, -3'600, 86'400, true});
    const auto host =
        server(lab::makeCertificate({QStringLiteral("server"), {QStringLiteral("localhost")}, -60, 3'600}, authority));
    QVERIFY(host);
    m_asked = 0;
    const QString address = QStringLiteral("https://localhost:%1/list.csv").arg(host->port());
    const QString said = answer(kNamesAndSizes, address, {}, {QStringLiteral("localhost")});
    QVERIFY2(said.contains(QStringLiteral("certificate")), qPrintable(said));
    QCOMPARE(m_asked.load(), 0);
}

QTEST_GUILESS_MAIN(TestExternalData)

#include "tst_externaldata.moc"
