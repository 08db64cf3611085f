// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/store.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace watchdesk;

namespace {

const Ticks kNow = 638'500'000'000'000'000; // 2024-04-29T15:06:40Z

struct Case
{
    QString name;
    QString query;
    QString expected;
};

/// "# name", the query, "---", the expected lines; a blank line ends a case.
QList<Case> casesOf(const QString &path)
{
    QFile file(path);
    QList<Case> cases;
    if (!file.open(QIODevice::ReadOnly))
        return cases;
    bool inQuery = true;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(u"# ")) {
            cases.append({line.mid(2), {}, {}});
            inQuery = true;
        } else if (line == u"---") {
            inQuery = false;
        } else if (!cases.isEmpty() && !line.isEmpty()) {
            QString &text = inQuery ? cases.last().query : cases.last().expected;
            text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + line;
        }
    }
    return cases;
}

/// "a:long|b:string", then a line a row; or "error KS142 3 8", or "error refused"
/// where that showed while the query ran.
QString shown(const Result<Table> &result)
{
    if (!result) {
        const auto &context = result.error().context;
        if (result.error().kind == Error::Kind::Refused && !context.contains(QStringLiteral("code")))
            return QStringLiteral("error refused");
        return QStringLiteral("error %1 %2 %3")
            .arg(context.value(QStringLiteral("code")), context.value(QStringLiteral("start")),
                 context.value(QStringLiteral("end")));
    }
    QStringList lines;
    QStringList header;
    for (const auto &column : result->schema())
        header.append(column.name + u':' + typeName(column.type));
    lines.append(header.join(u'|'));
    for (qsizetype row = 0; row < result->rowCount(); ++row) {
        QStringList cells;
        for (qsizetype i = 0; i < result->columnCount(); ++i)
            cells.append(result->column(i).isNull(row) ? QStringLiteral("null") : result->display(row, i));
        lines.append(cells.join(u'|'));
    }
    return lines.join(u'\n');
}

} // namespace

/// Queries and what comes of them, from the text files in cases/.
class TestCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto store = store::Store::open(QStringLiteral(":memory:"));
        QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().message));
        m_store = *store;
    }

    void query_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected");
        const QDir folder(QStringLiteral(WATCHDESK_TEST_DATA "/cases"));
        const QStringList files = folder.entryList({QStringLiteral("*.txt")});
        QVERIFY(!files.isEmpty());
        for (const QString &file : files) {
            for (const Case &one : casesOf(folder.filePath(file)))
                QTest::newRow(qPrintable(file + u' ' + one.name)) << one.query << one.expected;
        }
    }

    void query()
    {
        QFETCH(QString, query);
        QFETCH(QString, expected);
        QCOMPARE(shown(m_store->readKql(query, kNow)), expected);
    }

private:
    std::shared_ptr<store::Store> m_store;
};

QTEST_GUILESS_MAIN(TestCases)
#include "tst_cases.moc"
