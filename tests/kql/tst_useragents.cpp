// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/compile.h"
#include "app/kql/functions/useragents.h"
#include "app/store/store.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using kql::UserAgents;

namespace {

const QByteArray kPatterns = R"(
user_agent_parsers:
  - regex: '(Lantern) Preview/(\d+)'
    family_replacement: '$1 for testers'
    v2_replacement: 'x'
  - regex: '(Lantern)/(\d+)\.(\d+)(?:\.(\d+)|)'
  - regex: 'quiet'
    family_replacement: 'Quiet'
    regex_flag: 'i'
os_parsers:
  - regex: '(Harbour OS) (\d+)[_.](\d+)[_.](\d+)[_.](\d+)'
  - regex: 'Harbour'
    os_replacement: 'Harbour OS'
    os_v1_replacement: '1'
device_parsers:
  - regex: 'HB-(\w+)'
    device_replacement: 'Buoy $1'
    brand_replacement: 'Buoy'
    model_replacement: '$1 '
  - regex: '(Raft)'
)";

} // namespace

/// parse_user_agent() by patterns of the test's own, and by the installed ones.
class TestUserAgents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsInstalledPatterns();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void keepsItsPatternsWhenAFileHasNone();

private:
    QString written(const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(QStringLiteral("regexes.yaml")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }
    QString answer(const QString &arguments) const
    {
        const auto rows = m_store->readKql(QStringLiteral("print x = parse_user_agent(%1)").arg(arguments),
                                           *ticksFromIso(u"2026-01-01"));
        return rows ? rows->display(0, 0) : QStringLiteral("error: ") + rows.error().message;
    }

    QTemporaryDir m_folder;
    std::shared_ptr<store::Store> m_store;
};

void TestUserAgents::initTestCase()
{
    auto store = store::Store::open(QStringLiteral(":memory:"));
    QVERIFY(store);
    m_store = *store;
}

/// Before the others, as those put patterns of their own in their place.
void TestUserAgents::readsInstalledPatterns()
{
    if (!UserAgents::instance().isThere())
        QSKIP("uap-core is not installed.");
    QCOMPARE(
        answer(QStringLiteral("'Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0', 'browser'")),
        QStringLiteral(R"({"Browser":{"Family":"Firefox","MajorVersion":"115","MinorVersion":"0","Patch":""}})"));
    QCOMPARE(
        answer(QStringLiteral("'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36', dynamic(['os'])")),
        QStringLiteral(
            R"({"OperatingSystem":{"Family":"Windows","MajorVersion":"10","MinorVersion":"","Patch":"","PatchMinor":""}})"));
}

void TestUserAgents::reads_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *arguments, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(arguments) << QString::fromUtf8(expected);
    };
    row("groups", "'x Lantern/4.2.1', 'browser'",
        R"({"Browser":{"Family":"Lantern","MajorVersion":"4","MinorVersion":"2","Patch":"1"}})");
    row("a group that is not there", "'Lantern/4.2', 'browser'",
        R"({"Browser":{"Family":"Lantern","MajorVersion":"4","MinorVersion":"2","Patch":""}})");
    row("the first pattern, replaced", "'Lantern Preview/9 Lantern/4.2', 'browser'",
        R"({"Browser":{"Family":"Lantern for testers","MajorVersion":"9","MinorVersion":"x","Patch":""}})");
    row("without regard to case", "'a QUIET one', 'browser'",
        R"({"Browser":{"Family":"Quiet","MajorVersion":"","MinorVersion":"","Patch":""}})");
    row("with regard to case", "'lantern/4.2', 'browser'",
        R"({"Browser":{"Family":"Other","MajorVersion":"","MinorVersion":"","Patch":""}})");
    row("system", "'Harbour OS 1_2_3_4', 'os'",
        R"({"OperatingSystem":{"Family":"Harbour OS","MajorVersion":"1","MinorVersion":"2","Patch":"3","PatchMinor":"4"}})");
    row("device", "'HB-7', 'device'", R"({"Device":{"Family":"Buoy 7","Brand":"Buoy","Model":"7"}})");
    row("device without a brand", "'Raft', 'device'", R"({"Device":{"Family":"Raft","Brand":"","Model":"Raft"}})");
    row("several", "'Raft Harbour', dynamic(['device', 'os'])",
        R"({"Device":{"Brand":"","Family":"Raft","Model":"Raft"},"OperatingSystem":{"Family":"Harbour OS","MajorVersion":"1","MinorVersion":"","Patch":"","PatchMinor":""}})");
    row("nothing", "'', 'device'", R"({"Device":{"Family":"Other","Brand":"","Model":""}})");
    row("hostile", "strcat('\"}\\u202e Lantern/1.', strrep('9', 200)), 'browser'",
        R"({"Browser":{"Family":"Lantern","MajorVersion":"1","MinorVersion":"99999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999","Patch":""}})");
}

void TestUserAgents::reads()
{
    QFETCH(QString, arguments);
    QFETCH(QString, expected);
    QVERIFY(UserAgents::instance().open(written(kPatterns)));
    const auto bag = [](const QString &text) { return QJsonDocument::fromJson(text.toUtf8()); };
    QCOMPARE(bag(answer(arguments)), bag(expected));
    QVERIFY(!bag(expected).isNull());
}

void TestUserAgents::refuses_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("part");
    QTest::newRow("another part") << QStringLiteral("'x', 'engine'") << QStringLiteral("looks for");
    QTest::newRow("one too long") << QStringLiteral("strrep(strrep('x', 200), 100), 'os'") << QStringLiteral("16,384");
    QTest::newRow("no part") << QStringLiteral("'x'") << QStringLiteral("not supported");
}

void TestUserAgents::refuses()
{
    QFETCH(QString, arguments);
    QFETCH(QString, part);
    QVERIFY(UserAgents::instance().open(written(kPatterns)));
    const QString said = answer(arguments);
    QVERIFY2(said.startsWith(QStringLiteral("error: ")) && said.contains(part), qPrintable(said));
}

void TestUserAgents::keepsItsPatternsWhenAFileHasNone()
{
    QVERIFY(UserAgents::instance().open(written(kPatterns)));
    for (const char *wrong : {"", "user_agent_parsers: []", "a: [", "user_agent_parsers:\n  - regex: '(x'\n"}) {
        const auto opened = UserAgents::instance().open(written(wrong));
        QVERIFY(!opened);
        QCOMPARE(int(opened.error().kind), int(Error::Kind::Unreadable));
    }
    QVERIFY(answer(QStringLiteral("'Raft', 'device'")).contains(u"Raft"));
}

QTEST_GUILESS_MAIN(TestUserAgents)

#include "tst_useragents.moc"
