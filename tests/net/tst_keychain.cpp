// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/secretstore.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using net::SecretStore;

namespace {

const QString kInside = QStringLiteral("WATCHDESK_TEST_KEYRING");

template <class T>
Result<T> done(FutureResult<T> future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, 20'000) ? future.result()
                                                                        : failure(Error::Kind::Internal, {});
}

} // namespace

/// Secrets against a keychain that really runs: a bus and a GNOME keyring of this test's own, with a home of its own.
/// The test starts itself again in there; it is left out where the two programs are not installed.
class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsInAKeyring();
    void keepsAndForgets();
    void isLocked();
};

void TestKeychain::runsInAKeyring()
{
    if (qEnvironmentVariableIsSet(qPrintable(kInside)))
        QSKIP("this is the inside");
    for (const char *name : {"dbus-run-session", "gnome-keyring-daemon"}) {
        if (QStandardPaths::findExecutable(QLatin1String(name)).isEmpty())
            QSKIP("no bus or no keyring is installed");
    }
    for (const bool isUnlocked : {true, false}) {
        QTemporaryDir home;
        QProcess session;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(QLatin1String(name), home.path());
        environment.insert(kInside, isUnlocked ? QStringLiteral("unlocked") : QStringLiteral("locked"));
        session.setProcessEnvironment(environment);
        session.setProcessChannelMode(QProcess::MergedChannels);
        const QString keyring = isUnlocked
                                    ? QStringLiteral("printf pw | gnome-keyring-daemon --unlock --components=secrets")
                                    : QStringLiteral("gnome-keyring-daemon --start --components=secrets");
        const QString inner = isUnlocked ? QStringLiteral("keepsAndForgets") : QStringLiteral("isLocked");
        const QString script = keyring + QStringLiteral(" > /dev/null; exec \"$0\" ") + inner;
        session.start(QStringLiteral("dbus-run-session"),
                      {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"), script,
                       QCoreApplication::applicationFilePath()});
        QVERIFY(session.waitForFinished(60'000));
        const QByteArray said = session.readAll();
        QVERIFY2(session.exitStatus() == QProcess::NormalExit && session.exitCode() == 0, said.constData());
        QVERIFY2(said.contains(QByteArray("PASS   : TestKeychain::" + inner.toLatin1())), said.constData());
        // What the keyring wrote is not readable without its password.
        QDirIterator each(home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            QVERIFY2(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("s3cret of the test"),
                     qPrintable(file.fileName()));
        }
    }
}

void TestKeychain::keepsAndForgets()
{
    if (qEnvironmentVariable(qPrintable(kInside)) != u"unlocked")
        QSKIP("for an unlocked keyring");
    const QString profile = QStringLiteral("tenant ä/1");
    const QString secret = QStringLiteral("s3cret of the test");
    {
        SecretStore store;
        const auto none = done(store.read(profile));
        QVERIFY(!none);
        QCOMPARE(kindName(none.error().kind), QStringLiteral("notFound"));
        const auto written = done(store.write(profile, secret));
        QVERIFY2(written, written ? "" : qPrintable(written.error().message));
        QCOMPARE(int(store.place()), int(SecretStore::Place::Keychain));
    }
    SecretStore another; // nothing is remembered but by the keychain
    const auto read = done(another.read(profile));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, secret);
    QVERIFY(done(another.write(profile, QString(20'000, u'x')))); // a certificate with its key is long
    QCOMPARE(done(another.read(profile)).value_or(QString()).size(), qsizetype(20'000));
    QVERIFY(done(another.remove(profile)));
    QVERIFY(!done(another.read(profile)));
}

/// A keyring that nobody can be asked to open refuses; that is said, and nothing is kept in memory instead.
void TestKeychain::isLocked()
{
    if (qEnvironmentVariable(qPrintable(kInside)) != u"locked")
        QSKIP("for a locked keyring");
    SecretStore store;
    const auto written = done(store.write(QStringLiteral("tenant"), QStringLiteral("s3cret of the test")));
    QVERIFY(!written);
    QCOMPARE(kindName(written.error().kind), QStringLiteral("storage"));
    QCOMPARE(int(store.place()), int(SecretStore::Place::Keychain));
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
