// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/actionbody.h"
#include "app/defender/resource.h"
#include "app/response/shortcut.h"

#include <QTest>

using namespace watchdesk;
using namespace watchdesk::response;

/// The names that people have for actions, and what a value is as an indicator.
class TestShortcut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standForActions();
    void kinds_data();
    void kinds();
    void bodiesAreComplete_data();
    void bodiesAreComplete();
};

void TestShortcut::standForActions()
{
    for (const Shortcut &shortcut : shortcuts()) {
        const defender::ResourceAction *action = defender::actionNamed(shortcut.action);
        QVERIFY2(action, qPrintable(shortcut.verb));
        QVERIFY(!shortcut.title.isEmpty());
        for (const QString &member : shortcut.asked + shortcut.preset.keys())
            QVERIFY2(action->field(member), qPrintable(member));
    }
    QVERIFY(shortcutNamed(QStringLiteral("explode")).action.isEmpty());
}

void TestShortcut::kinds_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("type");
    const auto row = [](const char *value, const char *type) {
        QTest::newRow(value) << QString::fromLatin1(value) << QString::fromLatin1(type);
    };
    row("d41d8cd98f00b204e9800998ecf8427e", "FileMd5");
    row("DA39A3EE5E6B4B0D3255BFEF95601890AFD80709", "FileSha1");
    row("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "FileSha256");
    row("203.0.113.7", "IpAddress");
    row("2001:db8::1", "IpAddress");
    row("203.0.113.0/24", "");
    row("1.2.3", "");
    row("999.1.1.1", "");
    row("https://evil.example/a?b=c", "Url");
    row("https://", "");
    row("evil.example", "DomainName");
    row("xn--bcher-kva.example", "DomainName");
    row("evil", "");
    row("-evil.example", "");
    row("d41d8cd98f00b204e9800998ecf8427", "");
    row("", "");
}

void TestShortcut::kinds()
{
    QFETCH(QString, value);
    QFETCH(QString, type);
    QCOMPARE(indicatorTypeOf(value), type);
}

void TestShortcut::bodiesAreComplete_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("action");
    QTest::newRow("file") << QStringLiteral("block") << QString(40, u'a') << QStringLiteral("BlockAndRemediate");
    QTest::newRow("address") << QStringLiteral("block") << QStringLiteral("203.0.113.7") << QStringLiteral("Block");
    QTest::newRow("allow") << QStringLiteral("allow") << QString(64, u'a') << QStringLiteral("Allowed");
    QTest::newRow("audit") << QStringLiteral("audit") << QStringLiteral("evil.example") << QStringLiteral("Audit");
}

void TestShortcut::bodiesAreComplete()
{
    QFETCH(QString, verb);
    QFETCH(QString, value);
    QFETCH(QString, action);
    QJsonObject body = indicatorBody(value, shortcutNamed(verb).preset);
    QCOMPARE(body.value(QStringLiteral("action")).toString(), action);
    body.insert(QStringLiteral("description"), QStringLiteral("why")); // the reason's place
    const auto good = defender::checkBody(*defender::actionNamed(QStringLiteral("submitIndicator")), body);
    QVERIFY2(good, good ? "" : qPrintable(good.error().message));
}

QTEST_GUILESS_MAIN(TestShortcut)
#include "tst_shortcut.moc"
