// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/jsontext.h"
#include "app/story/reason.h"

#include <QJsonArray>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::story;

/// Reasons are held as facts and read back whole, whatever an attacker wrote into a title.
class TestReason : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindComesBack();
    void hostileTitlesStayText();
    void unknownEntriesAreLeftOut();
};

void TestReason::everyKindComesBack()
{
    for (int kind = 0; kind <= int(Reason::Kind::RemoteInAlert); ++kind) {
        const Reason reason{Reason::Kind(kind), 0.125, QStringLiteral("a"), QStringLiteral("b"), 15'000'000};
        const QList<Reason> back = reasonsFromText(reasonsToText({reason}).toStdString());
        QCOMPARE(back.size(), 1);
        QCOMPARE(back[0].kind, reason.kind);
        QCOMPARE(back[0].points, reason.points);
        QCOMPARE(back[0].text(), reason.text());
        QVERIFY2(!reason.text().contains(u'%'), qPrintable(reason.text()));
    }
}

void TestReason::hostileTitlesStayText()
{
    const QString title = QStringLiteral("%1 %2 <b>\u202Etxt\"\\ %L1");
    const QList<Reason> back = reasonsFromText(
        reasonsToText({{Reason::Kind::RemoteInAlert, 0.02, QStringLiteral("%2"), title}}).toStdString());
    QCOMPARE(back[0].object, title);
    QCOMPARE(back[0].text(), QString(QStringLiteral("Defender alert of the device names %2: ") + title));
}

void TestReason::unknownEntriesAreLeftOut()
{
    const auto reasons = reasonsFromText(R"([{"kind":"nonsense"},{"kind":"hostName","subject":"ws1"},7,null])");
    QCOMPARE(reasons.size(), 1);
    QCOMPARE(reasons[0].text(), QStringLiteral("same host name ws1"));
    QVERIFY(reasonsFromText("no JSON").isEmpty());
}

QTEST_GUILESS_MAIN(TestReason)
#include "tst_reason.moc"
