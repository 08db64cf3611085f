// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// The contract of the command line, over cases.txt: forms, exit statuses, what comes out.
class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cases_data();
    void cases();
    void neutralisesFormulas();
    void stopsOnInterrupt();
    void printsRowsAsTheyCome_data();
    void printsRowsAsTheyCome();
    void answersInEveryFormat();

private:
    void write(const char *name, const QByteArray &content);
    int run(const QStringList &arguments, QByteArray *output);

    QTemporaryDir m_folder;
};

void CommandLineTest::write(const char *name, const QByteArray &content)
{
    QFile file(m_folder.filePath(QString::fromLatin1(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

int CommandLineTest::run(const QStringList &arguments, QByteArray *output)
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(WATCHDESK_CTL), arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return -1;
    *output = process.readAllStandardOutput();
    return process.exitCode();
}

void CommandLineTest::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("data")).toUtf8());
    qputenv("XDG_CACHE_HOME", m_folder.filePath(QStringLiteral("cache")).toUtf8());
    write("good.kql", "DeviceProcessEvents\n| where FileName =~ 'cmd.exe'\n| take 3\n");
    write("bad.kql", "DeviceProcessEvents | where Nonsense == 1");
    write(
        "queries.jsonl",
        "{\"id\":\"one\",\"query\":\"print t=26h, d=datetime(2024-05-01T00:00:00.1234567Z), n=int(null), j=dynamic({'a':[1]})\"}\n"
        "\n{\"id\":2,\"query\":\"NoSuchTable | count\"}\n"
        "{\"id\":3,\"query\":\"print a=1 | fork (take 1) Number=(count); print b=2\"}\n");
    write("broken.bin", QByteArray::fromHex("000102").append(" neither a store nor a log\n").repeated(500));
}

void CommandLineTest::cases_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("output");
    QFile file(QStringLiteral(WATCHDESK_TEST_DATA "/cases.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const qsizetype split = line.indexOf(QStringLiteral("::"));
        if (line.startsWith(u'#') || split < 0)
            continue;
        QStringList words = line.left(split).split(u' ', Qt::SkipEmptyParts);
        const int status = words.takeFirst().toInt();
        words.replaceInStrings(QStringLiteral("{dir}"), m_folder.path());
        QTest::newRow(qPrintable(line.left(120))) << status << words << line.mid(split + 2).trimmed();
    }
}

void CommandLineTest::cases()
{
    QFETCH(int, status);
    QFETCH(QStringList, arguments);
    QFETCH(QString, output);
    QByteArray found;
    QCOMPARE(run(arguments, &found), status);
    QVERIFY2(QString::fromUtf8(found).contains(output), found.constData());
}

void CommandLineTest::neutralisesFormulas()
{
    QByteArray found;
    const QString query = QStringLiteral("print a='=HYPERLINK(1)', b=-5, c='-x', d='x,\"y\"'");
    QCOMPARE(run({QStringLiteral("hunt"), QStringLiteral("--store"), QStringLiteral(":memory:"),
                  QStringLiteral("--format"), QStringLiteral("csv"), query},
                 &found),
             0);
    QCOMPARE(found, QByteArray("a,b,c,d\n'=HYPERLINK(1),-5,'-x,\"x,\"\"y\"\"\"\n"));
}

void CommandLineTest::stopsOnInterrupt()
{
    QProcess process;
    process.start(QStringLiteral(WATCHDESK_CTL),
                  {QStringLiteral("hunt"), QStringLiteral("--store"), QStringLiteral(":memory:"),
                   QStringLiteral("range x from 1 to 20000000000 step 1 | summarize count() by x % 7")});
    QVERIFY(process.waitForStarted());
    QTest::qWait(1500);
    QCOMPARE(process.state(), QProcess::Running);
    process.terminate();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
}

void CommandLineTest::printsRowsAsTheyCome_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("all");
    QTest::newRow("jsonl") << QByteArray("{\"x\":1,\"s\":\"") << QByteArray("{\"x\":1}\n{\"x\":2}\n{\"x\":3}\n");
    QTest::newRow("csv") << QByteArray("x,s,c0,") << QByteArray("x\n1\n2\n3\n");
}

/// The query's rows are so wide that the first do not wait in a buffer, and so slow to make that the last are far off.
void CommandLineTest::printsRowsAsTheyCome()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, all);
    const auto hunt = [](const QString &query) -> QStringList {
        return {QStringLiteral("hunt"),
                QStringLiteral("--store"),
                QStringLiteral(":memory:"),
                QStringLiteral("--format"),
                QLatin1String(QTest::currentDataTag()),
                query};
    };
    QStringList numbers;
    for (int x = 1; x <= 10'000; ++x)
        numbers.append(QString::number(x));
    QString query =
        QStringLiteral("datatable(x:long)[%1] | extend s = hash_sha256(strrep(strrep(tostring(x), 80), 100))")
            .arg(numbers.join(u','));
    for (int i = 0; i < 60; ++i)
        query += QStringLiteral(", c%1 = x + %1").arg(i);
    QProcess process;
    process.start(QStringLiteral(WATCHDESK_CTL), hunt(query));
    QByteArray output;
    while (output.count('\n') < 2 && process.waitForReadyRead(120'000))
        output += process.readAllStandardOutput();
    QVERIFY2(output.startsWith(start), output.left(100).constData());
    QCOMPARE(process.state(), QProcess::Running);
    process.terminate();
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitCode(), 130);

    QByteArray whole;
    QCOMPARE(run(hunt(QStringLiteral("range x from 1 to 3 step 1")), &whole), 0);
    QCOMPARE(whole, all);
    QCOMPARE(run(hunt(QStringLiteral("range x from 1 to 3 step 1 | where x > 3")), &whole), 0);
    QCOMPARE(whole, all.startsWith('x') ? QByteArray("x\n") : QByteArray());
}

void CommandLineTest::answersInEveryFormat()
{
    const auto answer = [this](const char *format, int expected) {
        QByteArray output;
        const int status = run({QStringLiteral("kql"), QStringLiteral("check"), QStringLiteral("--format"),
                                QString::fromLatin1(format), m_folder.filePath(QStringLiteral("good.kql")),
                                m_folder.filePath(QStringLiteral("bad.kql"))},
                               &output);
        return status == expected ? output : QByteArray("another exit status");
    };
    const QByteArrayList lines = answer("jsonl", 1).trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QJsonArray array = QJsonDocument::fromJson(answer("json", 1)).array();
    QCOMPARE(array.size(), 2);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(array.at(i).toObject(), QJsonDocument::fromJson(lines.at(i)).object());
    const QByteArrayList rows = answer("csv", 1).trimmed().split('\n');
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.constFirst(), QByteArray("columns,diagnostics,id,ok"));
    QVERIFY(rows.constLast().endsWith("bad.kql,false"));
    QVERIFY(answer("table", 1).startsWith("columns "));
    QCOMPARE(answer("xml", 2), QByteArray());
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
