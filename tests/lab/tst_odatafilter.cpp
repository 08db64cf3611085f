// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/resourcetable.h"
#include "app/lab/listquery.h"
#include "app/lab/odata/evaluator.h"
#include "app/lab/odata/parser.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::lab;

/// The $filter language over cases/filter.txt, and over what nobody would write.
class ODataFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void selectsRows_data();
    void selectsRows();
    void boundsDepth_data();
    void boundsDepth();
    void survivesNoise();
    void readsListOptions_data();
    void readsListOptions();
    void writesNextQuery();

private:
    QByteArray file(const QString &name) const;

    const defender::Resource *m_machines = nullptr;
    Table m_table;
};

QByteArray ODataFilterTest::file(const QString &name) const
{
    QFile file(QStringLiteral(WATCHDESK_TEST_DATA "/cases/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void ODataFilterTest::initTestCase()
{
    m_machines = defender::resourceNamed(QStringLiteral("machines"));
    QVERIFY(m_machines);
    QList<Error> bad;
    m_table = defender::tableFromJson(*m_machines,
                                      QJsonDocument::fromJson(file(QStringLiteral("machines.json"))).array(), &bad);
    QCOMPARE(bad.size(), 0);
    QCOMPARE(m_table.rowCount(), 5);
}

void ODataFilterTest::selectsRows_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("ids");
    QTest::addColumn<QString>("message");
    for (const QString &line : QString::fromUtf8(file(QStringLiteral("filter.txt"))).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const bool isError = line.contains(QLatin1String(" !! "));
        const qsizetype split = line.indexOf(isError ? QLatin1String(" !! ") : QLatin1String(" =>"));
        QVERIFY2(split > 0, qPrintable(line));
        const QString rest = line.mid(split + (isError ? 4 : 3)).trimmed();
        QTest::newRow(qPrintable(line.left(split)))
            << line.left(split) << (isError ? QString() : rest) << (isError ? rest : QString());
    }
}

void ODataFilterTest::selectsRows()
{
    QFETCH(QString, filter);
    QFETCH(QString, ids);
    QFETCH(QString, message);
    const auto expression = parseFilter(filter, filterProperties(*m_machines), m_machines->name);
    if (!message.isEmpty()) {
        QVERIFY2(!expression, "it was taken");
        QVERIFY2(expression.error().message.contains(message), qPrintable(expression.error().message));
        return;
    }
    QVERIFY2(expression.has_value(), expression ? "" : qPrintable(expression.error().message));
    QStringList found;
    for (qsizetype row = 0; row < m_table.rowCount(); ++row) {
        if (matchesFilter(*expression, m_table, row))
            found.append(m_table.display(row, 0));
    }
    QCOMPARE(found.join(u' '), ids);
}

void ODataFilterTest::boundsDepth_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("isTaken");
    const auto repeated = [](const char *text, int times) { return QString::fromLatin1(text).repeated(times); };
    const QString one = QStringLiteral("id eq 'd01'");
    QTest::newRow("parentheses") << QString(repeated("(", 5'000) + one + repeated(")", 5'000)) << false;
    QTest::newRow("functions") << QString(repeated("tolower(", 5'000) + one) << false;
    QTest::newRow("lambdas") << QString(repeated("machineTags/any(t: ", 5'000) + one) << false;
    QTest::newRow("nots") << QString(repeated("not ", 5'000) + one) << true;
    QTest::newRow("ors") << QString(repeated("id eq 'x' or ", 5'000) + one) << true;
}

void ODataFilterTest::boundsDepth()
{
    QFETCH(QString, filter);
    QFETCH(bool, isTaken);
    const auto expression = parseFilter(filter, filterProperties(*m_machines), m_machines->name);
    QCOMPARE(expression.has_value(), isTaken);
    if (isTaken)
        QVERIFY(matchesFilter(*expression, m_table, 0));
    else
        QVERIFY(expression.error().message.contains(QStringLiteral("recursion limit")));
}

void ODataFilterTest::survivesNoise()
{
    static const char *words[] = {"id",         "riskScore",   "machineTags/any(",
                                  "t:",         "t",           "eq",
                                  "in",         "(",           ")",
                                  ",",          "not",         "and",
                                  "or",         "'x'",         "5",
                                  "2026-03-01", "null",        "true",
                                  "lastSeen",   "/",           ":",
                                  "'",          "contains(",   "-",
                                  "$",          "isAadJoined", "length(",
                                  "\xc3\xbc"};
    QRandomGenerator random(7);
    const auto properties = filterProperties(*m_machines);
    for (int i = 0; i < 20'000; ++i) {
        QString filter;
        for (int j = int(random.bounded(12)); j >= 0; --j)
            filter += QString::fromUtf8(words[random.bounded(int(std::size(words)))]) + u' ';
        const auto expression = parseFilter(filter, properties, m_machines->name);
        for (qsizetype row = 0; expression && row < m_table.rowCount(); ++row)
            matchesFilter(*expression, m_table, row);
    }
}

void ODataFilterTest::readsListOptions_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("message"); ///< "" = taken
    QTest::newRow("none") << QByteArray() << QString();
    QTest::newRow("all") << QByteArray("$top=5&$skip=2&$filter=id+eq+'a'&$count=true&api-version=1") << QString();
    QTest::newRow("case") << QByteArray("$TOP=5") << QString();
    QTest::newRow("over the top") << QByteArray("$top=10001") << QStringLiteral("The limit of '10000' for Top query");
    QTest::newRow("negative") << QByteArray("$top=-1") << QStringLiteral("requires a non-negative integer");
    QTest::newRow("no number") << QByteArray("$skip=two") << QStringLiteral("requires a non-negative integer");
    QTest::newRow("too large") << QByteArray("$skip=99999999999999999999") << QStringLiteral("non-negative integer");
    QTest::newRow("order") << QByteArray("$orderby=id") << QStringLiteral("'$orderby' is not supported");
    QTest::newRow("expand") << QByteArray("$expand=evidence") << QStringLiteral("is not a navigation property");
    QTest::newRow("filter") << QByteArray("$filter=id")
                            << QStringLiteral("The query specified in the URI is not valid");
}

void ODataFilterTest::readsListOptions()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, message);
    const auto read = listQuery(*m_machines, query);
    QCOMPARE(read.has_value(), message.isEmpty());
    if (!read) {
        QCOMPARE(read.error().code, ApiCode::ODataError);
        QVERIFY2(read.error().message.contains(message), qPrintable(read.error().message));
    }
}

void ODataFilterTest::writesNextQuery()
{
    const auto first = listQuery(*m_machines, "$top=3&$filter=computerDnsName+eq+'a%26b%2Bc%25'&$skip=1");
    QVERIFY(first);
    const auto second = listQuery(*m_machines, queryWithSkip(*first, 4));
    QVERIFY(second);
    QCOMPARE(second->filterText, QStringLiteral("computerDnsName eq 'a&b+c%'"));
    QCOMPARE(second->skip, 4);
    QCOMPARE(second->top.value_or(0), 3);
}

QTEST_GUILESS_MAIN(ODataFilterTest)

#include "tst_odatafilter.moc"
