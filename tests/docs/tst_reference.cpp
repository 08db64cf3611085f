// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "docs/generate/reference.h"

#include "app/kql/services/language.h"

#include <QFile>
#include <QTest>
#include <QXmlStreamReader>

using namespace watchdesk;
using namespace watchdesk::reference;

namespace {

QString source(const char *path)
{
    QFile file(QStringLiteral(WATCHDESK_SOURCE_DIR "/") + QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// What is made from the tables of the language is what they say now.
class TestReference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pageIsFresh()
    {
        QVERIFY2(source("docs/kql.md") == kqlPage(), "docs/kql.md is stale; ./dev docs makes it again");
    }

    void highlightingIsFresh()
    {
        const QString made = kqlHighlighting(source("docs/generate/kql.xml.in"));
        QVERIFY2(source("resources/syntax/kql.xml") == made,
                 "resources/syntax/kql.xml is stale; ./dev docs makes it again");
    }

    void highlightingIsWellFormed()
    {
        QXmlStreamReader xml(source("resources/syntax/kql.xml"));
        int items = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"item")
                ++items;
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(items > 500);
    }

    /// An example that is no KQL would hide what the engine can do.
    void examplesAreKql()
    {
        const auto &language = kql::Language::instance();
        const auto check = [](const QList<kql::LanguageWord> &words, const QString &before) {
            for (const auto &word : words) {
                QVERIFY2(!word.doc.isEmpty() || word.syntax.isEmpty(), qPrintable(word.name));
                for (const QString &example : word.examples) {
                    const Outcome outcome = outcomeOf(before + example);
                    QVERIFY2(outcome.kind != Outcome::Kind::Wrong,
                             qPrintable(example + QStringLiteral(": ") + outcome.reason));
                }
            }
        };
        check(language.operators, {});
        check(language.statements, {});
        check(language.forms, {});
        check(language.comparisons, QStringLiteral("Events | where "));
    }
};

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
