// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/identity/certificate.h"
#include "tests/lab/labclient.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;

/// After everything was used, from sign-in to an error of each kind: no secret and no token is found in any file, in
/// anything that was said, or in the arguments of a process.
class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesNoSecretBehind();
    void makesNoCoreDumps();

private:
    void run(const QStringList &arguments, const QByteArray &secret = {}, const QByteArray &input = {});
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

void TestSecrets::run(const QStringList &arguments, const QByteArray &secret, const QByteArray &input)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        environment.insert(QLatin1String(name), m_folder.filePath(QStringLiteral("home")));
    environment.insert(QStringLiteral("WATCHDESK_KEYCHAIN"), QStringLiteral("memory"));
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("watchdesk.*=true"));
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
    run(words("act isolate m1 --profile one --comment test --yes --wait"), secret);
    run(words("devices list --profile one --format csv"), secret);
    run(words("profile remove two"));
    QVERIFY(m_said.size() > 5'000); // the log is in it
    QVERIFY(m_said.contains("watchdesk."));
    m_lab.terminate();
    QVERIFY(m_lab.waitForFinished());

    const QByteArray keyLine = pair.key.split('\n').at(1);
    const QList<QByteArray> secrets{secret, secret.toPercentEncoding(), secret.toBase64(), wrong, keyLine};
    // A token is a JWT: it begins with its header, {"typ" or {"alg", in base64.
    static const QRegularExpression token(
        QStringLiteral("eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"));
    const auto look = [&](const QByteArray &bytes, const QString &where) {
        for (const QByteArray &candidate : secrets)
            QVERIFY2(!bytes.contains(candidate), qPrintable(where));
        QVERIFY2(!token.match(QString::fromLatin1(bytes)).hasMatch(), qPrintable(where));
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

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
