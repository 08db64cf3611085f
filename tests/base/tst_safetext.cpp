// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/safetext.h"

#include <QTest>

using namespace watchdesk;

class TestSafeText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsWhatHides_data();
    void showsWhatHides();
    void boundsTheLength();
    void defangs();
};

void TestSafeText::showsWhatHides_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &text, const QString &shown) {
        QTest::newRow(name) << text << shown;
    };
    row("plain", QStringLiteral("cmd.exe /c whoami"), QStringLiteral("cmd.exe /c whoami"));
    row("right-to-left override", QStringLiteral("cod\u202Efdp.scr"), QStringLiteral("cod[U+202E]fdp.scr"));
    row("isolate", QStringLiteral("a\u2066b"), QStringLiteral("a[U+2066]b"));
    row("zero width", QStringLiteral("pay\u200Bpal"), QStringLiteral("pay[U+200B]pal"));
    row("byte order mark", QStringLiteral("\uFEFFx"), QStringLiteral("[U+FEFF]x"));
    row("control", QString(QChar(0)) + QChar(0x1b) + QChar(0x7f), QStringLiteral("[U+0000][U+001B][U+007F]"));
    row("line break", QStringLiteral("a\r\nb\tc"), QStringLiteral("a␍⏎b⇥c"));
    row("lone surrogate", QString(QChar(0xd800)), QStringLiteral("[U+D800]"));
    row("tag character", QString::fromUcs4(U"\U000E0041", 1), QStringLiteral("[U+E0041]"));
    row("emoji stays", QString::fromUcs4(U"\U0001F600", 1), QString::fromUcs4(U"\U0001F600", 1));
    row("markup stays text", QStringLiteral("<b>&amp;</b>"), QStringLiteral("<b>&amp;</b>"));
    row("other scripts stay", QStringLiteral("日本語 עברית"), QStringLiteral("日本語 עברית"));
}

void TestSafeText::showsWhatHides()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(visibleText(text), shown);
    QCOMPARE(hasHiddenCharacters(text), text != shown);
}

void TestSafeText::boundsTheLength()
{
    const QString shown = visibleText(QString(1'000'000, u'x'), 100);
    QVERIFY(shown.startsWith(QString(100, u'x')));
    QVERIFY(shown.endsWith(QStringLiteral("(+999900)")));
    QVERIFY(shown.size() < 120);
}

void TestSafeText::defangs()
{
    QCOMPARE(defanged(QStringLiteral("https://evil.example/a")), QStringLiteral("hxxps[://]evil[.]example/a"));
}

QTEST_GUILESS_MAIN(TestSafeText)
#include "tst_safetext.moc"
