// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/compile.h"
#include "app/kql/functions/functiontable.h"
#include "app/kql/lexer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::kql;

namespace {

Schema schema()
{
    return {{{QStringLiteral("T"),
              {{QStringLiteral("s"), ColumnType::String},
               {QStringLiteral("n"), ColumnType::Long},
               {QStringLiteral("t"), ColumnType::DateTime}}}}};
}

} // namespace

/// Text that was written to break the engine: an answer comes, and soon.
class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<bool>("ok");
        const QString head = QStringLiteral("T | where ");
        QTest::newRow("nested parentheses")
            << QString(head + QString(10'000, u'(') + u'1' + QString(10'000, u')')) << false;
        QTest::newRow("open parentheses") << QString(100'000, u'(') << false;
        QTest::newRow("open brackets") << QString(QStringLiteral("print dynamic(") + QString(100'000, u'[')) << false;
        QTest::newRow("minus signs") << QString(QStringLiteral("print ") + QString(50'000, u'-') + u'1') << false;
        QTest::newRow("long sum") << QString(QStringLiteral("print 1") + QStringLiteral("+1").repeated(100'000))
                                  << false;
        QTest::newRow("long path") << QString(QStringLiteral("print dynamic(1)") +
                                              QStringLiteral(".a").repeated(100'000))
                                   << false;
        QTest::newRow("long or") << QString(head + QStringLiteral("s == 'x'") +
                                            QStringLiteral(" or s == 'y'").repeated(80'000))
                                 << true;
        QTest::newRow("many pipes") << QString(u'T' + QStringLiteral(" | take 1").repeated(20'000)) << false;
        QTest::newRow("long string") << QString(head + QStringLiteral("s == '") + QString(1'000'000, u'x') + u'\'')
                                     << true;
        QTest::newRow("control characters")
            << QString(QStringLiteral("T | where s == '") + QChar(u'\0') + QChar(0x202e) + QChar(0xd800) + u'\'')
            << true;
        QTest::newRow("recursion") << QStringLiteral("let f = (x:long) { f(x) }; print f(1)") << false;
        QTest::newRow("doubling") << doubling() << true;
        QTest::newRow("doubling calls") << doublingCalls() << false;
        QTest::newRow("stray bracket in parse") << QStringLiteral("T | parse s with ]") << false;
        QTest::newRow("stray brace in parse") << QStringLiteral("T | parse s with 'a' } b") << false;
        QTest::newRow("bracket without a name in parse") << QStringLiteral("T | parse s with [ 5") << false;
        QTest::newRow("empty") << QString() << true;
    }

    void answers()
    {
        QFETCH(QString, query);
        QFETCH(bool, ok);
        QElapsedTimer timer;
        timer.start();
        const Analysis analysis = analyze(query, schema());
        compile(query, schema(), {});
        QCOMPARE(analysis.ok, ok);
        QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
        for (const auto &diagnostic : analysis.diagnostics) {
            QVERIFY(diagnostic.span.start >= 0);
            QVERIFY(diagnostic.span.end <= query.size());
        }
    }

    /// Operators of several steps, begun just below the most steps that a query may have.
    void tooManyStepsEndInAFinding()
    {
        bool ended = false;
        for (int steps = 180; steps <= 205; ++steps) {
            const QString long_ = QString(u'T' + QStringLiteral(" | where n > 1").repeated(steps));
            for (const auto *last :
                 {" | make-series count() default = 0 on t step 1d by s", " | top-nested 2 of s by count()",
                  " | join (T) on s | summarize arg_max(t, *) by s", " | evaluate pivot(s, count())"}) {
                const auto compiled = compile(long_ + QString::fromLatin1(last), schema(), {});
                QVERIFY2(compiled || compiled.error().kind != Error::Kind::Internal, last);
                ended = ended || !compiled;
            }
        }
        QVERIFY(ended);
    }

    /// Every function with too few, too many and unsuitable arguments, where it belongs and where it does not.
    void callsOfEveryShapeEndInAFinding()
    {
        const QStringList values{QStringLiteral("n"),  QStringLiteral("s"),  QStringLiteral("t"),
                                 QStringLiteral("1h"), QStringLiteral("-2"), QStringLiteral("dynamic([1])"),
                                 QStringLiteral("*"),  QStringLiteral("x=1")};
        for (const QString &name : FunctionTable::instance().names()) {
            for (qsizetype count = 0; count <= 5; ++count) {
                for (qsizetype first = 0; first < values.size(); ++first) {
                    QStringList arguments;
                    for (qsizetype i = 0; i < count; ++i)
                        arguments.append(values.at((first + 3 * i) % values.size()));
                    const QString call = name + u'(' + arguments.join(u',') + u')';
                    for (const auto *where : {"T | extend y = ", "T | summarize y = ", "T | summarize ", "print "}) {
                        const auto compiled = compile(QString::fromLatin1(where) + call, schema(), {});
                        QVERIFY2(compiled || compiled.error().kind != Error::Kind::Internal, qPrintable(call));
                    }
                }
            }
        }
    }

    void literalsStayLiterals()
    {
        const auto compiled =
            compile(QStringLiteral("T | where s == \"'; DROP TABLE T; --\" or s == @'a''b'"), schema(), {});
        QVERIFY(compiled.has_value());
        QVERIFY(compiled->sql.contains(QStringLiteral("'''; DROP TABLE T; --'")));
        QVERIFY(compiled->sql.contains(QStringLiteral("'a''b'")));
    }

    void timeFiltersStayPlain()
    {
        const auto compiled = compile(QStringLiteral("T | where t > ago(1d)"), schema(), {kUnixEpochTicks});
        QVERIFY(compiled.has_value());
        QVERIFY2(compiled->sql.contains(
                     QStringLiteral("WHERE (c2 > (621355968000000000::BIGINT - CAST(864000000000 AS BIGINT)))")),
                 qPrintable(compiled->sql));
    }

    void tokensCoverTheText()
    {
        const QString query = QStringLiteral("T // x\n| where s !in~ ('a', @\"b\") and t > ago(1.5h) | project-away n");
        int at = 0;
        for (const Token &token : lex(query)) {
            QVERIFY(token.span.start >= at);
            QVERIFY(token.span.end >= token.span.start);
            QCOMPARE(QStringView(query).mid(at, token.span.start - at).trimmed().size(), 0);
            at = token.span.end;
        }
        QCOMPARE(at, int(query.size()));
    }

    /// The editor's colours know every function that the engine knows.
    void highlightingKnowsAllFunctions()
    {
        QFile file(QStringLiteral(WATCHDESK_SOURCE_DIR "/resources/syntax/kql.xml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString xml = QString::fromUtf8(file.readAll());
        const QStringList names = FunctionTable::instance().names();
        QVERIFY(names.size() > 400);
        for (const QString &name : names)
            QVERIFY2(xml.contains(QString(QStringLiteral("<item>") + name + QStringLiteral("</item>"))),
                     qPrintable(name));
        QVERIFY(QFile::exists(QStringLiteral(":/watchdesk/syntax/kql.xml")));
    }

private:
    static QString doubling()
    {
        QString query = QStringLiteral("let a0 = 1;");
        for (int i = 1; i <= 60; ++i)
            query += QStringLiteral("let a%1 = a%2 + a%2;").arg(i).arg(i - 1);
        return query + QStringLiteral("print a60");
    }

    /// A million calls in a thousand characters.
    static QString doublingCalls()
    {
        QString query = QStringLiteral("let f0 = (x:long) { x + nosuch };");
        for (int i = 1; i <= 20; ++i)
            query += QStringLiteral("let f%1 = (x:long) { f%2(x) + f%2(x) };").arg(i).arg(i - 1);
        return query + QStringLiteral("print f20(1)");
    }
};

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
