// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/workers.h"
#include "app/response/audit.h"
#include "app/response/auditrecord.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::response;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QJsonObject step(int number)
{
    return {{QStringLiteral("action"), QStringLiteral("isolate")},
            {QStringLiteral("step"), QStringLiteral("asked")},
            {QStringLiteral("target"), QStringLiteral("device-%1").arg(number)},
            {QStringLiteral("detail"), QJsonObject{{QStringLiteral("comment"), QStringLiteral("why \u00e4 \u202e")}}},
            {QStringLiteral("ticket"), number}};
}

/// A log of its own with a genesis record and `steps` more.
struct Log
{
    explicit Log(int steps)
    {
        auto audit = Audit::open(path(), QStringLiteral("tenant-1"));
        for (int i = 1; audit && i <= steps; ++i)
            isGood = isGood && (*audit)->append(step(i)).has_value();
        isGood = isGood && audit.has_value();
    }

    QString path() const { return folder.filePath(QStringLiteral("deep/audit.jsonl")); }
    QList<QByteArray> lines() const
    {
        QList<QByteArray> all = contentOf(path()).split('\n');
        all.removeLast();
        return all;
    }
    void put(const QList<QByteArray> &lines) const { write(path(), lines.join('\n') + '\n'); }

    QTemporaryDir folder;
    bool isGood = true;
};

/// Every hash after a change made anew, as somebody would who knows the format.
QList<QByteArray> rehashed(const QList<QByteArray> &lines)
{
    QList<QByteArray> result;
    QString previous = genesisHash();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QJsonObject json = QJsonDocument::fromJson(lines[i]).object();
        result.append(AuditRecord::line(json, i + 1, previous).chopped(1));
        previous = AuditRecord::fromLine(result.last())->hash;
    }
    return result;
}

} // namespace

class TestAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAChain();
    void goesOnAfterReopening();
    void noticesTampering_data();
    void noticesTampering();
    void noticesRewrittenTail();
    void bearsCrashBeforeHead();
    void refusesToAppendToDamage_data();
    void refusesToAppendToDamage();
    void severalWritersMakeOneChain();
    void severalProcessesMakeOneChain();
    void failsWhereItCannotWrite();
    void readsNothing();
};

void TestAudit::writesAChain()
{
    const Log log(3);
    QVERIFY(log.isGood);
    const QList<QByteArray> lines = log.lines();
    QCOMPARE(lines.size(), 4);
    const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
    QCOMPARE(first.value(QStringLiteral("previous")).toString(), genesisHash());
    QCOMPARE(first.value(QStringLiteral("step")).toString(), QStringLiteral("begun"));
    const QJsonObject third = QJsonDocument::fromJson(lines[2]).object();
    QCOMPARE(third.keys(), (QStringList{QStringLiteral("action"), QStringLiteral("actor"), QStringLiteral("detail"),
                                        QStringLiteral("hash"), QStringLiteral("previous"), QStringLiteral("seq"),
                                        QStringLiteral("step"), QStringLiteral("target"), QStringLiteral("tenant"),
                                        QStringLiteral("time")}));
    QCOMPARE(third.value(QStringLiteral("seq")).toInt(), 3);
    QCOMPARE(third.value(QStringLiteral("tenant")).toString(), QStringLiteral("tenant-1"));
    QCOMPARE(third.value(QStringLiteral("detail"))[QStringLiteral("ticket")].toInt(), 2);
    QVERIFY(!third.value(QStringLiteral("actor")).toString().isEmpty());
    QVERIFY(third.value(QStringLiteral("time")).toString().endsWith(u'Z'));
    const auto report = Audit::verify(log.path());
    QVERIFY2(report && report->intact, report ? qPrintable(report->reason) : "unreadable");
    QCOMPARE(report->records, 4);
    QCOMPARE(report->lastHash, QJsonDocument::fromJson(lines[3]).object().value(QStringLiteral("hash")).toString());
#ifdef Q_OS_UNIX
    QVERIFY(!(QFile::permissions(log.path()) & (QFile::ReadGroup | QFile::ReadOther)));
#endif
}

void TestAudit::goesOnAfterReopening()
{
    const Log log(1);
    auto audit = Audit::open(log.path());
    QVERIFY(audit.has_value());
    QVERIFY((*audit)->append(step(2)).has_value());
    const auto report = Audit::verify(log.path());
    QVERIFY(report->intact);
    QCOMPARE(report->records, 3);
}

void TestAudit::noticesTampering_data()
{
    using Change = std::function<void(QList<QByteArray> &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("badLine");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, int badLine, const char *reason, const Change &change) {
        QTest::newRow(name) << change << badLine << QString::fromLatin1(reason);
    };
    row("edit", 3, "it was changed", [](auto &lines) { lines[2].replace("device-2", "device-9"); });
    row("edit with its own hash made anew", 4, "does not follow", [](auto &lines) {
        QJsonObject json = QJsonDocument::fromJson(lines[2]).object();
        json.insert(QStringLiteral("target"), QStringLiteral("other"));
        lines[2] = AuditRecord::line(json, 3, json.value(QStringLiteral("previous")).toString()).chopped(1);
    });
    row("edit, everything hashed anew", 6, "head file names", [](auto &lines) {
        lines[2].replace("device-2", "device-9");
        lines = rehashed(lines);
    });
    row("a blank more", 3, "not written the way", [](auto &lines) { lines[2].insert(1, ' '); });
    row("a key twice", 3, "not written the way", [](auto &lines) { lines[2].insert(1, R"("action":"nothing",)"); });
    row("deleted in the middle", 3, "missing or out of order", [](auto &lines) { lines.removeAt(2); });
    row("deleted first", 1, "missing or out of order", [](auto &lines) { lines.removeAt(0); });
    row("deleted last", 6, "6 records were written", [](auto &lines) { lines.removeLast(); });
    row("deleted last three", 4, "6 records were written", [](auto &lines) { lines = lines.first(3); });
    row("swapped", 3, "missing or out of order", [](auto &lines) { lines.swapItemsAt(2, 3); });
    row("twice", 4, "missing or out of order", [](auto &lines) { lines.insert(3, lines[2]); });
    row("empty line", 3, "no JSON object", [](auto &lines) { lines.insert(2, QByteArray()); });
    row("garbage", 2, "no JSON object", [](auto &lines) { lines[1] = QByteArray("\0\xff{", 3); });
    row("forged records after the end", 8, "does not keep the head file", [](auto &lines) {
        for (int i = 0; i < 2; ++i)
            lines.append(lines[2]);
        lines = lines.first(6) + rehashed(lines).mid(6);
    });
}

void TestAudit::noticesTampering()
{
    QFETCH(std::function<void(QList<QByteArray> &)>, change);
    QFETCH(int, badLine);
    QFETCH(QString, reason);
    const Log log(5);
    QVERIFY(log.isGood);
    QList<QByteArray> lines = log.lines();
    change(lines);
    log.put(lines);
    const auto report = Audit::verify(log.path());
    QVERIFY(report.has_value());
    QVERIFY(!report->intact);
    QVERIFY2(report->reason.contains(reason), qPrintable(report->reason));
    if (reason != QStringLiteral("does not keep the head file"))
        QCOMPARE(report->badLine, badLine);
}

void TestAudit::noticesRewrittenTail()
{
    const Log log(2);
    QFile::remove(log.path() + QStringLiteral(".head"));
    QVERIFY(!Audit::verify(log.path())->intact);
    write(log.path() + QStringLiteral(".head"), "{}");
    QVERIFY(!Audit::verify(log.path())->intact);

    // A last line without its end.
    const Log cut(2);
    write(cut.path(), contentOf(cut.path()).chopped(20));
    const auto report = Audit::verify(cut.path());
    QCOMPARE(report->badLine, 3);
    QVERIFY(report->reason.contains(QStringLiteral("cut off")));
    const Log justTheBreak(2);
    write(justTheBreak.path(), contentOf(justTheBreak.path()).chopped(1));
    QCOMPARE(Audit::verify(justTheBreak.path())->badLine, 3);
}

void TestAudit::bearsCrashBeforeHead()
{
    const Log log(2);
    const QByteArray head = contentOf(log.path() + QStringLiteral(".head"));
    auto audit = Audit::open(log.path());
    QVERIFY((*audit)->append(step(3)).has_value());
    write(log.path() + QStringLiteral(".head"), head); // as if the power had gone between the two writes
    QVERIFY(Audit::verify(log.path())->intact);
    QVERIFY((*audit)->append(step(4)).has_value());
    QVERIFY(Audit::verify(log.path())->intact);
    QCOMPARE(Audit::verify(log.path())->records, 5);
}

void TestAudit::refusesToAppendToDamage_data()
{
    using Damage = std::function<void(const Log &)>;
    QTest::addColumn<Damage>("damage");
    QTest::newRow("tail deleted") << Damage([](const Log &log) { log.put(log.lines().first(2)); });
    QTest::newRow("cut off") << Damage([](const Log &log) { write(log.path(), contentOf(log.path()).chopped(5)); });
    QTest::newRow("last edited") << Damage(
        [](const Log &log) { write(log.path(), contentOf(log.path()).replace("device-3", "device-7")); });
    QTest::newRow("log deleted") << Damage([](const Log &log) { QFile::remove(log.path()); });
    QTest::newRow("head deleted") << Damage(
        [](const Log &log) { QFile::remove(log.path() + QStringLiteral(".head")); });
    QTest::newRow("emptied") << Damage([](const Log &log) { write(log.path(), {}); });
}

void TestAudit::refusesToAppendToDamage()
{
    QFETCH(std::function<void(const Log &)>, damage);
    const Log log(3);
    auto open = Audit::open(log.path());
    damage(log);
    const QByteArray before = contentOf(log.path());
    const auto appended = (*open)->append(step(4));
    QVERIFY(!appended.has_value());
    QCOMPARE(kindName(appended.error().kind), QStringLiteral("refused"));
    QVERIFY(!Audit::open(log.path()).has_value());
    QCOMPARE(contentOf(log.path()), before);
}

void TestAudit::severalWritersMakeOneChain()
{
    const Log log(0);
    QList<QFuture<bool>> writers;
    for (int w = 0; w < 4; ++w) {
        writers.append(onWorker([path = log.path()] {
            auto audit = Audit::open(path);
            bool good = audit.has_value();
            for (int i = 0; good && i < 25; ++i)
                good = (*audit)->append(step(i)).has_value();
            return good;
        }));
    }
    for (auto &writer : writers)
        QVERIFY(writer.result());
    const auto report = Audit::verify(log.path());
    QVERIFY2(report->intact, qPrintable(report->reason));
    QCOMPARE(report->records, 101);
}

void TestAudit::severalProcessesMakeOneChain()
{
    const Log log(0);
    std::vector<std::unique_ptr<QProcess>> processes;
    for (int i = 0; i < 3; ++i) {
        processes.push_back(std::make_unique<QProcess>());
        processes.back()->start(QCoreApplication::applicationFilePath(), {QStringLiteral("--append"), log.path()});
    }
    for (auto &process : processes) {
        QVERIFY(process->waitForFinished());
        QCOMPARE(process->exitCode(), 0);
    }
    const auto report = Audit::verify(log.path());
    QVERIFY2(report->intact, qPrintable(report->reason));
    QCOMPARE(report->records, 31);
}

void TestAudit::failsWhereItCannotWrite()
{
    QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("file")), "x");
    const auto audit = Audit::open(folder.filePath(QStringLiteral("file/audit.jsonl")));
    QVERIFY(!audit.has_value());
    QCOMPARE(kindName(audit.error().kind), QStringLiteral("storage"));
}

void TestAudit::readsNothing()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("audit.jsonl"));
    QCOMPARE(kindName(Audit::verify(path).error().kind), QStringLiteral("unreadable"));
    write(path, {});
    QVERIFY(!Audit::verify(path)->intact);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--append")) {
        auto audit = Audit::open(arguments.value(2));
        bool good = audit.has_value();
        for (int i = 0; good && i < 10; ++i)
            good = (*audit)->append(step(i)).has_value();
        return good ? 0 : 1;
    }
    TestAudit test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_audit.moc"
