// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/intake/intake.h"
#include "app/store/store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::intake;

/// The text cases in cases/: files to take in, the report that must come of it, and queries with their rows.
///
///     @file NAME            the lines behind it are a file
///     @report NAME FORMAT records taken refused
///     @refused NAME LINE PART-OF-THE-REASON
///     @offset NAME SECONDS
///     @sql QUERY            the lines behind it are its rows, cells separated by " | "
class TestIntakeCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cases_data();
    void cases();

private:
    struct Step
    {
        QString verb, argument;
        QStringList lines;
    };
    static QList<Step> stepsOf(const QString &path);
    void check(const Step &step, store::Store &store, const QList<FileReport> &reports);
};

QList<TestIntakeCases::Step> TestIntakeCases::stepsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Step> steps;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        const QString verb = line.section(u' ', 0, 0);
        if (verb.startsWith(u'@') && verb.size() > 3 && verb[1].isLower() && verb != u"@timestamp")
            steps.append({verb.mid(1), line.section(u' ', 1), {}});
        else if (!steps.isEmpty() && !line.startsWith(u"// ") && (!line.isEmpty() || steps.last().verb == u"file"))
            steps.last().lines.append(line);
    }
    return steps;
}

void TestIntakeCases::cases_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(WATCHDESK_TEST_DATA "/cases"));
    for (const QString &name : folder.entryList({QStringLiteral("*.case")}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestIntakeCases::cases()
{
    QFETCH(QString, path);
    const QList<Step> steps = stepsOf(path);
    QVERIFY(!steps.isEmpty());
    QTemporaryDir folder;
    QStringList files;
    for (const Step &step : steps) {
        if (step.verb != u"file")
            continue;
        QFile file(folder.filePath(step.argument));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(step.lines.join(u'\n').toUtf8() + '\n');
        files.append(file.fileName());
    }
    const auto store = store::Store::open(QStringLiteral(":memory:"));
    QVERIFY2(store, store ? "" : qPrintable(store.error().message));
    const auto reports = Intake(*store).take(files);
    QVERIFY2(reports, reports ? "" : qPrintable(reports.error().message));
    for (const auto &report : *reports)
        QCOMPARE(report.records, report.taken + report.refused);
    int checks = 0;
    for (const Step &step : steps) {
        if (step.verb == u"file")
            continue;
        check(step, **store, *reports);
        if (QTest::currentTestFailed())
            return;
        ++checks;
    }
    QVERIFY(checks > 0);
}

void TestIntakeCases::check(const Step &step, store::Store &store, const QList<FileReport> &reports)
{
    const QStringList words = step.argument.split(u' ');
    const auto report = std::find_if(reports.begin(), reports.end(),
                                     [&](const FileReport &each) { return each.file.endsWith(u'/' + words.first()); });
    if (step.verb == u"sql") {
        const auto rows = store.read(step.argument);
        QVERIFY2(rows, rows ? "" : qPrintable(rows.error().message));
        QStringList actual;
        for (qsizetype row = 0; row < rows->rowCount(); ++row) {
            QStringList cells;
            for (qsizetype column = 0; column < rows->columnCount(); ++column)
                cells.append(rows->display(row, column));
            actual.append(cells.join(QStringLiteral(" | ")).trimmed());
        }
        QStringList expected;
        for (const QString &line : step.lines)
            expected.append(line.trimmed());
        QVERIFY2(actual == expected, qPrintable(step.argument + u'\n' + actual.join(u'\n')));
        return;
    }
    QVERIFY2(report != reports.end(), qPrintable(step.argument));
    if (step.verb == u"report") {
        QCOMPARE(QStringLiteral("%1 %2 %3 %4")
                     .arg(report->format)
                     .arg(report->records)
                     .arg(report->taken)
                     .arg(report->refused),
                 words.mid(1).join(u' '));
    } else if (step.verb == u"refused") {
        const bool isFound = std::any_of(report->errors.begin(), report->errors.end(), [&](const Error &error) {
            return error.context.value(QStringLiteral("line")) == words.value(1) &&
                   error.message.contains(words.mid(2).join(u' '));
        });
        QVERIFY2(isFound, qPrintable(step.argument));
    } else if (step.verb == u"offset") {
        QCOMPARE(report->clockOffset / kTicksPerSecond, words.value(1).toLongLong());
    } else {
        QFAIL(qPrintable(QStringLiteral("unknown step ") + step.verb));
    }
}

QTEST_GUILESS_MAIN(TestIntakeCases)
#include "tst_intake_cases.moc"
