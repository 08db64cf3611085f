// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/compile.h"
#include "app/kql/services/completion.h"
#include "app/kql/services/fix.h"
#include "app/kql/services/format.h"
#include "app/kql/services/hover.h"
#include "app/kql/services/insight.h"
#include "app/kql/services/signaturehelp.h"
#include "app/kql/services/symbols.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace watchdesk;
using namespace watchdesk::kql;

namespace {

QByteArray read(const char *path)
{
    QFile file(QStringLiteral(WATCHDESK_SOURCE_DIR "/../shared/") + QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Says how long the calls took, and checks the slow end.
class Times
{
public:
    template <typename Work>
    auto of(const Work &work)
    {
        QElapsedTimer timer;
        timer.start();
        auto result = work();
        m_microseconds.append(timer.nsecsElapsed() / 1000);
        return result;
    }

    qint64 percentile(int percent)
    {
        std::sort(m_microseconds.begin(), m_microseconds.end());
        return m_microseconds.isEmpty() ? 0 : m_microseconds[(m_microseconds.size() - 1) * percent / 100];
    }

    void report(const char *what)
    {
        qInfo("%s: %d calls, median %lld us, p99 %lld us, most %lld us", what, int(m_microseconds.size()),
              percentile(50), percentile(99), percentile(100));
    }

private:
    QList<qint64> m_microseconds;
};

} // namespace

/// The services over real hunting queries, cut and pointed at in many places.
class TestServicesCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto schema = schemaFromJson(read("reference/hunting-schema.json"));
        if (!schema)
            QSKIP("no recorded data beside the repository");
        m_schema = *schema;
        for (const QByteArray &line : read("kql/corpus/dev.jsonl").split('\n')) {
            if (!line.isEmpty())
                m_queries.append(QJsonDocument::fromJson(line)[u"query"].toString());
        }
    }

    void completesAnywhere()
    {
        Times times;
        Times signatures;
        for (qsizetype i = 0; i < m_queries.size(); i += 5) {
            const QString &query = m_queries[i];
            for (int offset = 0; offset <= query.size(); offset += 1 + int(query.size()) / 12) {
                times.of([&] { return complete(query, offset, m_schema); });
                signatures.of([&] { return signatureHelp(query, offset, m_schema); });
            }
        }
        times.report("complete");
        signatures.report("signature help");
        QVERIFY(times.percentile(99) < 60'000);
    }

    /// The word that stands in the query is among those that are offered where it begins.
    void offersWhatPeopleWrote()
    {
        int all = 0;
        int offered = 0;
        QMap<QString, int> misses;
        for (qsizetype i = 0; i < m_queries.size(); i += 10) {
            const QString &query = m_queries[i];
            const Insight insight(query, m_schema);
            if (!analyze(query, m_schema).ok)
                continue;
            forEachNode(insight.tree(), [&](const Node &node) {
                const Sight *sight = insight.sightOf(node);
                const bool isName = node.is(NodeKind::Name) && sight && !node.text.startsWith(u'$') &&
                                    query.mid(node.span.start, node.text.size()) == node.text;
                const bool isOperator = node.is(NodeKind::Operator) && sight && sight->row;
                if (!isName && !isOperator && !node.is(NodeKind::Call))
                    return;
                const Span at = isName ? node.span : node.nameSpan;
                ++all;
                const auto items = complete(query, at.start, m_schema).items;
                const bool found =
                    std::any_of(items.begin(), items.end(), [&](const auto &item) { return item.label == node.text; });
                offered += found;
                if (!found)
                    ++misses[node.text + QStringLiteral(" after ") +
                             query.mid(qMax(0, at.start - 60), qMin(60, at.start)).simplified()];
            });
        }
        qInfo("%d of %d words offered", offered, all);
        int shown = 0;
        for (auto miss = misses.begin(); miss != misses.end() && shown < 25; ++miss, ++shown)
            qInfo("not offered: %s (%d)", qPrintable(miss.key()), miss.value());
        QVERIFY(offered * 100 >= all * 97);
    }

    void formatsWithoutHarm()
    {
        Times times;
        int changed = 0;
        int kept = 0;
        for (const QString &query : std::as_const(m_queries)) {
            const QString once = times.of([&] { return formatted(query); });
            QCOMPARE(formatted(once), once);
            changed += once != query;
            const Analysis before = analyze(query, m_schema);
            const Analysis after = analyze(once, m_schema);
            QCOMPARE(after.ok, before.ok);
            QCOMPARE(after.columns, before.columns);
            kept += once == query;
        }
        qInfo("%d laid out, %d came back as they were", changed, kept);
        times.report("format");
    }

    void looksAnywhere()
    {
        Times insights;
        Times hovers;
        Times lints;
        QMap<QString, int> codes;
        for (qsizetype i = 0; i < m_queries.size(); i += 3) {
            const QString &query = m_queries[i];
            const auto insight = insights.of([&] { return std::make_shared<Insight>(query, m_schema); });
            for (const auto &finding : lints.of([&] { return lint(*insight); }))
                ++codes[finding.diagnostic.code];
            for (int offset = 0; offset <= query.size(); offset += 1 + int(query.size()) / 20)
                hovers.of([&] { return hoverAt(*insight, offset); });
        }
        insights.report("insight");
        lints.report("lint");
        hovers.report("hover");
        for (auto code = codes.begin(); code != codes.end(); ++code)
            qInfo("%s: %d", qPrintable(code.key()), code.value());
        QVERIFY(insights.percentile(99) < 60'000);
    }

    /// What lint offers leaves a valid query valid.
    void fixesKeepQueriesValid()
    {
        int tried = 0;
        for (qsizetype i = 0; i < m_queries.size(); i += 4) {
            const QString &query = m_queries[i];
            if (!analyze(query, m_schema).ok)
                continue;
            for (const auto &finding : lint(Insight(query, m_schema))) {
                for (const auto &fix : finding.fixes) {
                    ++tried;
                    const QString changed = applied(query, fix.edits);
                    QVERIFY2(analyze(changed, m_schema).ok,
                             qPrintable(finding.diagnostic.code + QStringLiteral(": ") + fix.title + u'\n' + changed));
                }
            }
        }
        qInfo("%d fixes tried", tried);
    }

    void renamesWithoutHarm()
    {
        int renamed = 0;
        int refused = 0;
        for (qsizetype i = 0; i < m_queries.size(); i += 4) {
            const QString &query = m_queries[i];
            const Insight insight(query, m_schema);
            const bool ok = analyze(query, m_schema).ok;
            for (const auto &symbol : Symbols(insight).all()) {
                const auto edits = renameAt(insight, symbol.declaration.start, QStringLiteral("AnotherName"));
                refused += !edits;
                if (!edits)
                    continue;
                ++renamed;
                QCOMPARE(analyze(applied(query, *edits), m_schema).ok, ok);
            }
        }
        qInfo("%d names changed, %d refused", renamed, refused);
        QVERIFY(renamed > refused * 20);
    }

private:
    Schema m_schema;
    QStringList m_queries;
};

QTEST_GUILESS_MAIN(TestServicesCorpus)
#include "tst_services_corpus.moc"
