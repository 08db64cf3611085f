// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/filter.h"
#include "app/store/store.h"

#include <QFile>
#include <QTest>

using namespace watchdesk;

/// The panes' filter language, over filters.txt: each filter runs on four rows, or is refused at a place.
class FilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cases_data();
    void cases();
    void boundsDepthAndLength();

private:
    std::shared_ptr<store::Store> m_store;
    QList<store::FilterField> m_fields;
};

void FilterTest::initTestCase()
{
    auto opened = store::Store::open(QStringLiteral(":memory:"));
    QVERIFY(opened);
    m_store = *opened;
    QVERIFY(m_store->write(
        QStringLiteral("CREATE TABLE T (id VARCHAR, riskScore VARCHAR, computerDnsName VARCHAR, hits BIGINT, "
                       "score DOUBLE, isolated BOOLEAN, lastSeen BIGINT, machineTags VARCHAR)")));
    const auto day = [](QStringView text) { return *ticksFromIso(text); };
    const QString insert = QStringLiteral("INSERT INTO T VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    const QList<QVariantList> rows{
        {QStringLiteral("a"), QStringLiteral("High"), QStringLiteral("SCRANTON.dundermifflin.corp"), 1, 0.5, false,
         day(u"2024-05-01"), QStringLiteral("[\"vip\",\"sales\"]")},
        {QStringLiteral("b"), QStringLiteral("Low"), QStringLiteral("scr-backup.corp"), 0, 0.1, true,
         day(u"2024-05-02"), QStringLiteral("[]")},
        {QStringLiteral("c"), QStringLiteral("Medium"), QStringLiteral("NASHUA.example"), 3, 0.9, false,
         day(u"2024-05-03"), QStringLiteral("[\"VIP\"]")},
        {QStringLiteral("d"), QStringLiteral(""), QStringLiteral("100%_sure O'Brien with space"), QVariant(),
         QVariant(), QVariant(), QVariant(), QVariant()}};
    for (const auto &row : rows)
        QVERIFY(m_store->write(insert, row));
    const auto field = [this](const char *name, const char *column, ColumnType type) {
        m_fields.append({QString::fromLatin1(name), QString::fromLatin1(column), type});
    };
    field("risk", "riskScore", ColumnType::String);
    field("riskScore", "riskScore", ColumnType::String);
    field("device", "computerDnsName", ColumnType::String);
    field("name", "computerDnsName", ColumnType::String);
    field("hits", "hits", ColumnType::Long);
    field("score", "score", ColumnType::Real);
    field("isolated", "isolated", ColumnType::Bool);
    field("seen", "lastSeen", ColumnType::DateTime);
    field("tags", "machineTags", ColumnType::Dynamic);
}

void FilterTest::cases_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("ids");
    QTest::addColumn<QString>("refusal");
    QFile file(QStringLiteral(WATCHDESK_TEST_DATA "/filters.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        const qsizetype leaves = line.indexOf(QStringLiteral("=>"));
        const qsizetype refuses = line.indexOf(QStringLiteral("!!"));
        if (line.startsWith(u'#') || (leaves < 0 && refuses < 0))
            continue;
        const qsizetype at = leaves >= 0 ? leaves : refuses;
        const QString rest = line.mid(at + 2).trimmed();
        QTest::newRow(qPrintable(line)) << line.left(at).trimmed() << (leaves >= 0 ? rest : QString())
                                        << (leaves >= 0 ? QString() : rest);
    }
}

void FilterTest::cases()
{
    QFETCH(QString, filter);
    QFETCH(QString, ids);
    QFETCH(QString, refusal);
    const auto sql = store::compileFilter(filter, m_fields, *ticksFromIso(u"2024-05-03T12:00"));
    if (!refusal.isEmpty()) {
        QVERIFY(!sql);
        const auto &error = sql.error();
        QCOMPARE(error.kind, Error::Kind::InvalidInput);
        QCOMPARE(error.context.value(QStringLiteral("start")), refusal.section(u' ', 0, 0));
        QCOMPARE(error.context.value(QStringLiteral("end")), refusal.section(u' ', 1, 1));
        QVERIFY2(error.message.contains(refusal.section(u' ', 2)), qPrintable(error.message));
        return;
    }
    QVERIFY2(sql, sql ? "" : qPrintable(sql.error().message));
    const QString where = sql->where.isEmpty() ? QStringLiteral("true") : sql->where;
    const auto rows =
        m_store->read(QStringLiteral("SELECT id FROM T WHERE %1 ORDER BY id").arg(where), sql->parameters);
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().message));
    QStringList found;
    for (qsizetype row = 0; row < rows->rowCount(); ++row)
        found.append(rows->column(0).string(row));
    QCOMPARE(found.join(u' '), ids);
}

void FilterTest::boundsDepthAndLength()
{
    QVERIFY(!store::compileFilter(QStringLiteral("(").repeated(5000), m_fields));
    QVERIFY(!store::compileFilter(QStringLiteral("-").repeated(5000) + QStringLiteral("a"), m_fields));
    QVERIFY(!store::compileFilter(QStringLiteral("a ").repeated(20'000), m_fields));
    QVERIFY(store::compileFilter(QStringLiteral("((((a))))"), m_fields));
}

QTEST_GUILESS_MAIN(FilterTest)
#include "tst_filter.moc"
