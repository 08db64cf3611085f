// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/identity/certificate.h"
#include "tests/lab/labclient.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#ifdef Q_OS_LINUX
#include <csignal>
#include <unistd.h>
#endif

using namespace watchdesk;

/// After everything was used, from sign-in to an error of each kind: no secret and no token is found in any file, in
/// anything that was said, or in the arguments of a process.
class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesNoSecretBehind();
    void makesNoCoreDumps();
    void leavesNoCoreBehind();
    void cannotBeDumped();

private:
    void signInByDevice();
    static QByteArray coreOf(const QString &folder, const QStringList &program, bool waitsForLine);
    void run(const QStringList &arguments, const QByteArray &secret = {}, const QByteArray &input = {});
    QProcessEnvironment ownHome() const;
    void startLab();
    void lookAtArguments(qint64 pid);

    QTemporaryDir m_folder;
    QProcess m_lab;
    QJsonObject m_connection;
    QByteArray m_said; ///< by all programs on both channels
    QByteArray m_arguments;
};

void TestSecrets::startLab()
{
    m_lab.start(QStringLiteral(WATCHDESK_CTL),
                {QStringLiteral("lab"), QStringLiteral("serve"), QStringLiteral("--devices"), QStringLiteral("12"),
                 QStringLiteral("--days"), QStringLiteral("1"), QStringLiteral("--tls"),
                 m_folder.filePath(QStringLiteral("ca.pem"))});
    QVERIFY(m_lab.waitForStarted());
    while (!m_lab.canReadLine())
        QVERIFY(m_lab.waitForReadyRead(120'000));
    m_connection = QJsonDocument::fromJson(m_lab.readLine()).object();
    QVERIFY(!m_connection.isEmpty());
}

void TestSecrets::lookAtArguments(qint64 pid)
{
    for (const char *name : {"cmdline"}) {
        QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(name)));
        if (file.open(QIODevice::ReadOnly))
            m_arguments += file.readAll() + '\n';
    }
}

/// A home of the test's own, no keychain of anybody's, and all that the programs log.
QProcessEnvironment TestSecrets::ownHome() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        environment.insert(QLatin1String(name), m_folder.filePath(QStringLiteral("home")));
    environment.insert(QStringLiteral("WATCHDESK_KEYCHAIN"), QStringLiteral("memory"));
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("watchdesk.*=true"));
    return environment;
}

void TestSecrets::run(const QStringList &arguments, const QByteArray &secret, const QByteArray &input)
{
    QProcess process;
    QProcessEnvironment environment = ownHome();
    if (!secret.isEmpty())
        environment.insert(QStringLiteral("WATCHDESK_CLIENT_SECRET"), QString::fromLatin1(secret));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(WATCHDESK_CTL), arguments);
    QVERIFY(process.waitForStarted());
    lookAtArguments(process.processId());
    process.write(input);
    process.closeWriteChannel();
    QVERIFY2(process.waitForFinished(240'000), qPrintable(arguments.join(u' ')));
    QVERIFY(process.exitStatus() == QProcess::NormalExit);
    m_said += process.readAllStandardOutput() + process.readAllStandardError();
}

/// A person enters the code at the lab's page while the program waits.
void TestSecrets::signInByDevice()
{
    QProcess process;
    process.setProcessEnvironment(ownHome());
    process.start(QStringLiteral(WATCHDESK_CTL),
                  {QStringLiteral("profile"), QStringLiteral("sign-in"), QStringLiteral("three")});
    QVERIFY(process.waitForStarted());
    lookAtArguments(process.processId());
    while (!process.canReadLine())
        QVERIFY2(process.waitForReadyRead(60'000), process.readAllStandardError().constData());
    const QByteArray line = process.readLine();
    const QUrl page(QString::fromLatin1(line.trimmed().split(' ').first()));
    const QByteArray code = line.trimmed().split(' ').last();
    QNetworkRequest request(page);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromPath(m_folder.filePath(QStringLiteral("ca.pem"))));
    request.setSslConfiguration(tls);
    QNetworkAccessManager network;
    QNetworkReply *reply = network.post(request, "otc=" + code);
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20'000);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QVERIFY(process.waitForFinished(60'000));
    m_said += process.readAllStandardOutput() + process.readAllStandardError();
    QVERIFY2(m_said.contains("igned in"), m_said.right(500).constData());
}

void TestSecrets::leavesNoSecretBehind()
{
    startLab();
    const auto of = [this](const char *name) { return m_connection.value(QLatin1String(name)).toString(); };
    const QByteArray secret = of("clientSecret").toLatin1();
    const QByteArray wrong = "wrong-but-still-a-secret-4711";
    const lab::CertificatePair pair = lab::makeCertificate({QStringLiteral("test"), {}, -60, 3'600, false, true});
    const QStringList addresses{QStringLiteral("--cloud"),
                                QStringLiteral("custom"),
                                QStringLiteral("--url"),
                                of("url"),
                                QStringLiteral("--authority"),
                                of("authority"),
                                QStringLiteral("--tenant-id"),
                                of("tenantId"),
                                QStringLiteral("--client-id"),
                                of("clientId"),
                                QStringLiteral("--ca"),
                                m_folder.filePath(QStringLiteral("ca.pem")),
                                QStringLiteral("--kusto"),
                                of("url"),
                                QStringLiteral("--kusto-database"),
                                of("kustoDatabase")};
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    run(words("profile add one") + addresses, {}, secret + '\n');
    run(words("profile add two --sign-in certificate") + addresses, {}, pair.certificate + pair.key);
    run(words("profile show one"));
    run(words("profile test one"), secret);
    run(words("profile test one"), wrong);
    run(words("sync --profile one"), secret);
    run(words("sync --profile one"), wrong);
    for (const char *engine : {"graph", "defender", "both", "kusto"})
        run(words("hunt --profile one --engine") +
                QStringList{QLatin1String(engine), QStringLiteral("DeviceInfo | count")},
            secret);
    run(words("hunt --profile one --engine graph") + QStringList{QStringLiteral("DeviceInfo | nonsense")}, secret);
    run(words("profile add three --sign-in device") + addresses);
    signInByDevice();
    run(words("act isolate m1 --profile one --comment test --yes --wait"), secret);
    run(words("devices list --profile one --format csv"), secret);
    run(words("profile remove two"));
    QVERIFY(m_said.size() > 5'000); // the log is in it
    QVERIFY(m_said.contains("watchdesk."));
    m_lab.terminate();
    QVERIFY(m_lab.waitForFinished());

    const QByteArray keyLine = pair.key.split('\n').at(1);
    // Refresh tokens and device codes of the lab.
    static const QRegularExpression grant(QStringLiteral("0\\.Alab-[A-Za-z0-9_-]{20,}"));
    const QList<QByteArray> secrets{secret, secret.toPercentEncoding(), secret.toBase64(), wrong, keyLine};
    // A token is a JWT: it begins with its header, {"typ" or {"alg", in base64.
    static const QRegularExpression token(
        QStringLiteral("eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"));
    const auto look = [&](const QByteArray &bytes, const QString &where) {
        for (const QByteArray &candidate : secrets)
            QVERIFY2(!bytes.contains(candidate), qPrintable(where));
        QVERIFY2(!token.match(QString::fromLatin1(bytes)).hasMatch(), qPrintable(where));
        QVERIFY2(!grant.match(QString::fromLatin1(bytes)).hasMatch(), qPrintable(where));
        QVERIFY2(!bytes.contains("Bearer e"), qPrintable(where));
    };
    look(m_said, QStringLiteral("what was said"));
    look(m_arguments, QStringLiteral("arguments"));
    QVERIFY(m_arguments.contains("--profile"));
    int files = 0;
    QDirIterator each(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        look(file.readAll(), file.fileName());
        ++files;
    }
    QVERIFY(files >= 4); // profile, store, audit, the authority
}

void TestSecrets::makesNoCoreDumps()
{
#ifdef Q_OS_LINUX
    QProcess lab;
    lab.start(QStringLiteral(WATCHDESK_CTL),
              {QStringLiteral("lab"), QStringLiteral("serve"), QStringLiteral("--devices"), QStringLiteral("12"),
               QStringLiteral("--days"), QStringLiteral("1")});
    QVERIFY(lab.waitForStarted());
    QVERIFY(lab.waitForReadyRead(120'000));
    QFile limits(QStringLiteral("/proc/%1/limits").arg(lab.processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    const QString text = QString::fromLatin1(limits.readAll());
    QVERIFY2(QRegularExpression(QStringLiteral("Max core file size\\s+0\\s+0")).match(text).hasMatch(),
             qPrintable(text));
    lab.terminate();
    QVERIFY(lab.waitForFinished());
#else
    QSKIP("only Linux writes core dumps that this test can look for");
#endif
}

/// What a program leaves in a folder of its own when it is aborted, with as large a core as it likes allowed; its words
/// where it left nothing.
QByteArray TestSecrets::coreOf(const QString &folder, const QStringList &program, bool waitsForLine)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral("/bin/sh"),
                  QStringList{QStringLiteral("-c"), QStringLiteral("ulimit -c unlimited && exec \"$0\" \"$@\"")} +
                      program);
    if (!process.waitForStarted() || (waitsForLine && !process.waitForReadyRead(120'000)))
        return "it did not start";
    QThread::msleep(300);
    ::kill(pid_t(process.processId()), SIGABRT);
    process.waitForFinished();
    const QStringList left = QDir(folder).entryList({QStringLiteral("core*")}, QDir::Files);
    return left.join(u' ').toUtf8();
}

void TestSecrets::leavesNoCoreBehind()
{
#ifdef Q_OS_LINUX
    QTemporaryDir folder;
    if (coreOf(folder.path(), {QStringLiteral("sleep"), QStringLiteral("60")}, false).isEmpty())
        QSKIP("this system leaves no cores where a test can see them");
    QTemporaryDir ours;
    QCOMPARE(coreOf(ours.path(),
                    {QStringLiteral(WATCHDESK_CTL), QStringLiteral("lab"), QStringLiteral("serve"),
                     QStringLiteral("--devices"), QStringLiteral("12"), QStringLiteral("--days"), QStringLiteral("1")},
                    true),
             QByteArray());
#else
    QSKIP("only Linux writes core dumps that this test can look for");
#endif
}

/// Another process of the same user cannot write an image of it either. The superuser can, so the test steps down.
void TestSecrets::cannotBeDumped()
{
#ifdef Q_OS_LINUX
    const QString gcore = QStandardPaths::findExecutable(QStringLiteral("gcore"));
    const QString setpriv = QStandardPaths::findExecutable(QStringLiteral("setpriv"));
    if (gcore.isEmpty() || (geteuid() == 0 && setpriv.isEmpty()))
        QSKIP("gcore is not installed");
    QTemporaryDir folder;
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7777)));
    const QStringList down = geteuid() == 0
                                 ? QStringList{setpriv, QStringLiteral("--reuid=65534"),
                                               QStringLiteral("--regid=65534"), QStringLiteral("--clear-groups")}
                                 : QStringList{QStringLiteral("/usr/bin/env")};
    const auto isDumped = [&](const QStringList &program, bool waitsForLine) {
        QProcess victim;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1String(name), folder.path());
        victim.setProcessEnvironment(environment);
        victim.start(down.first(), down.mid(1) + program);
        if (!victim.waitForStarted() || (waitsForLine && !victim.waitForReadyRead(120'000)))
            return false;
        QThread::msleep(300);
        QProcess dump;
        dump.start(down.first(), down.mid(1) + QStringList{gcore, QStringLiteral("-o"),
                                                           folder.filePath(program.first().section(u'/', -1)),
                                                           QString::number(victim.processId())});
        dump.waitForFinished(120'000);
        const QString image =
            folder.filePath(QStringLiteral("%1.%2").arg(program.first().section(u'/', -1)).arg(victim.processId()));
        victim.kill();
        victim.waitForFinished();
        return QFile::exists(image);
    };
    if (!isDumped({QStringLiteral("sleep"), QStringLiteral("60")}, false))
        QSKIP("this system lets no process look into another");
    QVERIFY(
        !isDumped({QStringLiteral(WATCHDESK_CTL), QStringLiteral("lab"), QStringLiteral("serve"),
                   QStringLiteral("--devices"), QStringLiteral("12"), QStringLiteral("--days"), QStringLiteral("1")},
                  true));
#else
    QSKIP("only Linux has gcore");
#endif
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
