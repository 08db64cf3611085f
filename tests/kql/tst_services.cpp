// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/compile.h"
#include "app/kql/services/completion.h"
#include "app/kql/services/extract.h"
#include "app/kql/services/fix.h"
#include "app/kql/services/folding.h"
#include "app/kql/services/format.h"
#include "app/kql/services/hover.h"
#include "app/kql/services/insight.h"
#include "app/kql/services/signaturehelp.h"
#include "app/kql/services/statements.h"
#include "app/kql/services/symbols.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace watchdesk;
using namespace watchdesk::kql;

namespace {

Schema schema()
{
    const auto text = [](const char *name) { return ColumnSchema{QString::fromLatin1(name), ColumnType::String}; };
    const ColumnSchema time{QStringLiteral("Timestamp"), ColumnType::DateTime};
    return {{{QStringLiteral("DeviceEvents"),
              {time,
               text("DeviceId"),
               text("DeviceName"),
               text("ActionType"),
               {QStringLiteral("Bag"), ColumnType::Dynamic}}},
             {QStringLiteral("AlertInfo"), {time, text("AlertId"), text("Severity")}},
             {QStringLiteral("DeviceAlerts"), {time, text("AlertId"), text("DeviceId")}},
             {QStringLiteral("Small"),
              {text("s"), {QStringLiteral("n"), ColumnType::Long}, {QStringLiteral("b"), ColumnType::Dynamic}}},
             {QStringLiteral("Odd"), {text("two words"), text("Z")}}}};
}

struct Case
{
    QString input;
    QString expected;
};

/// "input :: expected" a line; ⏎ is a line end.
QList<Case> casesOf(const char *file)
{
    QFile data(QStringLiteral(WATCHDESK_TEST_DATA "/services/") + QString::fromLatin1(file));
    if (!data.open(QIODevice::ReadOnly))
        qFatal("no case file %s", file);
    QList<Case> cases;
    for (QString line : QString::fromUtf8(data.readAll()).split(u'\n')) {
        if (line.trimmed().isEmpty() || line.startsWith(u"# "))
            continue;
        line.replace(QStringLiteral("⏎"), QStringLiteral("\n"));
        const qsizetype at = line.indexOf(QStringLiteral("::"));
        const QString input = line.left(at);
        cases.append({input.endsWith(u' ') ? input.chopped(1) : input, line.mid(at + 2).trimmed()});
    }
    return cases;
}

/// Takes the cursor out of the text.
int takeCursor(QString &text)
{
    const qsizetype at = text.indexOf(u'¦');
    text.remove(at, 1);
    return int(at);
}

void addRows(const char *file)
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("expected");
    for (const Case &row : casesOf(file))
        QTest::newRow(qPrintable(row.input)) << row.input << row.expected;
}

} // namespace

/// What the editor knows about queries, by the case files in services/.
class TestServices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completes_data() { addRows("complete.txt"); }

    void completes()
    {
        QFETCH(QString, input);
        QFETCH(QString, expected);
        const int offset = takeCursor(input);
        const Completion completion = complete(input, offset, schema());
        QStringList labels;
        for (const auto &item : completion.items)
            labels.append(item.label);
        QCOMPARE(completion.replaced.end, offset);
        for (const QString &wanted : expected.split(u' ', Qt::SkipEmptyParts)) {
            if (wanted.startsWith(u'-')) {
                QVERIFY2(!labels.contains(wanted.mid(1)), qPrintable(wanted));
                continue;
            }
            const qsizetype plus = wanted.indexOf(u'+');
            const qsizetype found = labels.indexOf(wanted.mid(plus + 1));
            const qsizetype most = plus > 0 ? wanted.left(plus).toInt() : labels.size();
            QVERIFY2(found >= 0 && found < most,
                     qPrintable(wanted + QStringLiteral(" in ") + labels.mid(0, 12).join(u' ')));
        }
    }

    void insertsWhatWasMeant()
    {
        const auto inserted = [](QString text, const QString &label) {
            const int offset = takeCursor(text);
            const Completion completion = complete(text, offset, schema());
            for (const auto &item : completion.items) {
                if (item.label == label)
                    return applied(text, {{completion.replaced, item.insert}});
            }
            return QString();
        };
        QCOMPARE(inserted(QStringLiteral("Odd | where tw¦"), QStringLiteral("two words")),
                 QStringLiteral("Odd | where ['two words']"));
        QCOMPARE(
            inserted(QStringLiteral("DeviceEvents | where ActionType == \"Amsi¦"), QStringLiteral("AmsiScriptContent")),
            QStringLiteral("DeviceEvents | where ActionType == \"AmsiScriptContent\""));
        QCOMPARE(inserted(QStringLiteral("DeviceEvents | where ActionType == \"Amsi¦\""),
                          QStringLiteral("AmsiScriptContent")),
                 QStringLiteral("DeviceEvents | where ActionType == \"AmsiScriptContent\""));
        QCOMPARE(inserted(QStringLiteral("Small | extend strl¦(s)"), QStringLiteral("strlen")),
                 QStringLiteral("Small | extend strlen(s)"));
    }

    void putsHeldTablesFirst()
    {
        const Completion completion = complete({}, 0, schema(), {{QStringLiteral("Small"), 3}});
        QCOMPARE(completion.items.first().label, QStringLiteral("Small"));
    }

    void lints_data() { addRows("lint.txt"); }

    void lints()
    {
        QFETCH(QString, input);
        QFETCH(QString, expected);
        const qsizetype arrow = expected.indexOf(QStringLiteral("=>"));
        const auto findings = lint(Insight(input, schema()));
        QStringList codes;
        for (const auto &finding : findings)
            codes.append(finding.diagnostic.code);
        QCOMPARE(codes.join(u' '), expected.left(arrow).trimmed());
        if (arrow >= 0)
            QCOMPARE(applied(input, findings[0].fixes.value(0).edits), expected.mid(arrow + 2).trimmed());
    }

    void fixes_data() { addRows("fixes.txt"); }

    void fixes()
    {
        QFETCH(QString, input);
        QFETCH(QString, expected);
        const int offset = takeCursor(input);
        const auto found = fixesAt(Insight(input, schema()), offset);
        QVERIFY(!found.isEmpty());
        QCOMPARE(applied(input, found.first().edits), expected);
    }

    void names_data() { addRows("names.txt"); }

    void names()
    {
        QFETCH(QString, input);
        QFETCH(QString, expected);
        const int offset = takeCursor(input);
        const Insight insight(input, schema());
        const auto symbol = Symbols(insight).at(offset);
        QVERIFY(symbol.has_value());
        const qsizetype arrow = expected.indexOf(QStringLiteral("=>"));
        QCOMPARE(int(symbol->uses.size()), expected.left(arrow).trimmed().toInt());
        const auto edits = renameAt(insight, offset, QStringLiteral("Z"));
        const QString renamed = edits ? applied(input, *edits) : QStringLiteral("refused");
        QCOMPARE(renamed, expected.mid(arrow + 2).trimmed());
    }

    void formats_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("expected");
        QFile data(QStringLiteral(WATCHDESK_TEST_DATA "/services/format.txt"));
        QVERIFY(data.open(QIODevice::ReadOnly));
        QString text = QString::fromUtf8(data.readAll());
        text.remove(0, text.indexOf(u'\n') + 2);
        for (const QString &pair : text.split(QStringLiteral("\n--\n"), Qt::SkipEmptyParts)) {
            const QStringList sides = pair.split(QStringLiteral("\n=>\n"));
            QTest::newRow(qPrintable(sides[0].left(40))) << sides[0] << sides.value(1);
        }
    }

    void formats()
    {
        QFETCH(QString, input);
        QFETCH(QString, expected);
        const QString once = formatted(input);
        QCOMPARE(once.endsWith(u'\n') ? once.chopped(1) : once, expected);
        QCOMPARE(formatted(once), once);
    }

    void hovers()
    {
        const Insight insight(QStringLiteral("let lim = 5;\nDeviceEvents | where DeviceName has 'x' | extend n = "
                                             "strlen(ActionType) | take lim"),
                              schema());
        const auto title = [&](const char *word) {
            const auto hover = hoverAt(insight, int(insight.text().indexOf(QLatin1String(word))) + 1);
            return hover ? hover->title : QString();
        };
        QCOMPARE(title("lim ="), QStringLiteral("lim: long"));
        QCOMPARE(title("DeviceEvents"), QStringLiteral("DeviceEvents: table"));
        QCOMPARE(title("DeviceName"), QStringLiteral("DeviceName: string"));
        QCOMPARE(title("where"), QStringLiteral("where Predicate"));
        QCOMPARE(title("has 'x'"), QStringLiteral("has"));
        QVERIFY(title("strlen").startsWith(QStringLiteral("strlen(")));
        QVERIFY(!hoverAt(insight, int(insight.text().indexOf(u'5'))));
    }

    void helpsWithSignatures()
    {
        const auto active = [](QString text) {
            const int offset = takeCursor(text);
            const auto help = signatureHelp(text, offset, schema());
            return help ? help->signatures.value(help->active)
                              .mid(help->parameter.start, help->parameter.end - help->parameter.start)
                        : QStringLiteral("none");
        };
        QCOMPARE(active(QStringLiteral("Small | extend substring(s, ¦")).section(u':', 0, 0).remove(u'['),
                 QStringLiteral("start"));
        QCOMPARE(active(QStringLiteral("let f = (a: long, b: string) { a }; print f(1, ¦")),
                 QStringLiteral("b: string"));
        QCOMPARE(active(QStringLiteral("Small | extend strcat(s, strlen(¦), s)")).section(u':', 0, 0),
                 QStringLiteral("string"));
        QCOMPARE(active(QStringLiteral("Small | where ¦")), QStringLiteral("none"));
    }

    void folds()
    {
        const auto ranges = foldRanges(QStringLiteral("// a\n// b\nT\n| join (\n  U\n  | take 1\n) on x\n\nT | count"));
        QCOMPARE(ranges, QList<FoldRange>({{0, 1}, {2, 6}, {3, 5}}));
    }

    void cutsQueries()
    {
        const QString text = QStringLiteral("let x = 1;\n\nT | take x\n\nU\n| where (\n\na)\n");
        const auto around = [&](const char *word) {
            const Span span = queryAround(text, int(text.indexOf(QLatin1String(word))));
            return text.mid(span.start, span.end - span.start);
        };
        QCOMPARE(around("take"), QStringLiteral("let x = 1;\n\nT | take x"));
        QCOMPARE(around("let"), QStringLiteral("let x = 1;\n\nT | take x"));
        QCOMPARE(around("a)"), QStringLiteral("U\n| where (\n\na)"));
    }

    void extracts_data()
    {
        QTest::addColumn<QString>("input"); // between ¦ and ¦
        QTest::addColumn<QString>("expected");
        QTest::newRow("value") << QStringLiteral("Small | where n > ¦1 + 2¦")
                               << QStringLiteral("let value = 1 + 2;\nSmall | where n > value");
        QTest::newRow("beginning") << QStringLiteral("¦Small | where n > 1¦ | take 5")
                                   << QStringLiteral("let rows = Small | where n > 1;\nrows | take 5");
        QTest::newRow("subquery") << QStringLiteral("Small | join kind=inner (¦Small | take 1¦) on n")
                                  << QStringLiteral("let rows = Small | take 1;\nSmall | join kind=inner (rows) on n");
        QTest::newRow("columns") << QStringLiteral("Small | where ¦n + 1¦ > 2") << QStringLiteral("refused");
        QTest::newRow("half") << QStringLiteral("Small | where n ¦> 1¦") << QStringLiteral("refused");
        QTest::newRow("inside") << QStringLiteral("let f = (a: long) { Small | where n == ¦a + 1¦ }; f(1)")
                                << QStringLiteral(
                                       "let f = (a: long) { let value = a + 1;\nSmall | where n == value }; f(1)");
    }

    void extracts()
    {
        QFETCH(QString, input);
        QFETCH(QString, expected);
        const int start = takeCursor(input);
        const int end = takeCursor(input);
        const auto extraction = extractToLet(Insight(input, schema()), {start, end});
        QCOMPARE(extraction ? applied(input, extraction->edits) : QStringLiteral("refused"), expected);
        if (extraction)
            QVERIFY(analyze(applied(input, extraction->edits), schema()).ok);
    }

    /// Every half of every query of the case files gets an answer from every service.
    void bearsAnyPrefix()
    {
        for (const char *file : {"complete.txt", "lint.txt", "names.txt"}) {
            for (const Case &row : casesOf(file)) {
                QString text = row.input;
                text.remove(u'¦');
                for (int cut = 0; cut <= text.size(); cut += 3) {
                    const QString half = text.left(cut);
                    complete(half, cut, schema());
                    signatureHelp(half, cut, schema());
                    const Insight insight(half, schema());
                    hoverAt(insight, cut);
                    fixesAt(insight, cut);
                    foldRanges(half);
                    const QString once = formatted(half);
                    QCOMPARE(formatted(once), once);
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestServices)
#include "tst_services.moc"
