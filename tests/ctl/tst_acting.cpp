// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/base/jsontext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;

/// `watchdeskctl act` and `external promote` against a lab's server, as a script uses them.
class TestActing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void actsOnDevices_data();
    void actsOnDevices();
    void refusesASecondOfAKind();
    void cancels();
    void changesAlerts();
    void addsIndicators();
    void refusesWithoutRole();
    void promotesOnce();
    void auditIsIntact();

private:
    QJsonObject run(const QStringList &arguments, int expected);
    QJsonObject onLab(const QString &arguments, int expected);
    QJsonArray rows(const QString &arguments);

    QTemporaryDir m_folder;
    QProcess m_lab;
    QStringList m_source;
    QString m_device;
    QByteArray m_said;
};

void TestActing::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("data")).toUtf8());
    qputenv("XDG_CACHE_HOME", m_folder.filePath(QStringLiteral("cache")).toUtf8());
    m_lab.start(QStringLiteral(WATCHDESK_CTL),
                {QStringLiteral("lab"), QStringLiteral("serve"), QStringLiteral("--devices"), QStringLiteral("12"),
                 QStringLiteral("--days"), QStringLiteral("1"), QStringLiteral("--deny"),
                 QStringLiteral("Machine.Offboard")});
    QVERIFY(m_lab.waitForStarted());
    while (!m_lab.canReadLine())
        QVERIFY(m_lab.waitForReadyRead(120'000));
    const QJsonObject lab = jsonFromText(m_lab.readLine().toStdString()).toObject();
    qputenv("WATCHDESK_CLIENT_SECRET", lab.value(u"clientSecret").toString().toUtf8());
    m_source = {QStringLiteral("--url"),       lab.value(u"url").toString(),
                QStringLiteral("--authority"), lab.value(u"authority").toString(),
                QStringLiteral("--tenant-id"), lab.value(u"tenantId").toString(),
                QStringLiteral("--client-id"), lab.value(u"clientId").toString()};
    for (const QJsonValue &device : rows(QStringLiteral("devices list"))) {
        if (device[u"osPlatform"] == QLatin1String("Windows11") && device[u"healthStatus"] == QLatin1String("Active"))
            m_device = device[u"computerDnsName"].toString();
    }
    QVERIFY(!m_device.isEmpty());
}

void TestActing::cleanupTestCase()
{
    m_lab.terminate();
    QVERIFY(m_lab.waitForFinished());
}

/// The first line of JSON that was printed.
QJsonObject TestActing::run(const QStringList &arguments, int expected)
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(WATCHDESK_CTL), arguments);
    if (!process.waitForFinished(300'000))
        process.kill();
    m_said = process.readAllStandardError();
    const QByteArray line = process.readLine();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != expected)
        qWarning() << arguments << "ended with" << process.exitCode() << m_said << line;
    return process.exitCode() == expected ? jsonFromText(line.toStdString()).toObject() : QJsonObject();
}

QJsonObject TestActing::onLab(const QString &arguments, int expected)
{
    return run(arguments.split(u' ', Qt::SkipEmptyParts) + m_source, expected);
}

QJsonArray TestActing::rows(const QString &arguments)
{
    QProcess process;
    process.start(QStringLiteral(WATCHDESK_CTL),
                  arguments.split(u' ') + m_source + QStringList{QStringLiteral("--format"), QStringLiteral("json")});
    return process.waitForFinished(300'000) ? jsonFromText(process.readAllStandardOutput().toStdString()).toArray()
                                            : QJsonArray();
}

void TestActing::actsOnDevices_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("scope");
    const auto row = [](const char *words, const char *type, const char *scope = "") {
        QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(type) << QString::fromLatin1(scope);
    };
    row("isolate --type Selective", "Isolate", "Selective");
    row("release", "Unisolate");
    row("restrict", "RestrictCodeExecution");
    row("unrestrict", "UnrestrictCodeExecution");
    row("scan", "RunAntiVirusScan", "Quick");
    row("scan --type Full", "RunAntiVirusScan", "Full");
    row("collect", "CollectInvestigationPackage");
    row("quarantine --set Sha1=da39a3ee5e6b4b0d3255bfef95601890afd80709", "StopAndQuarantineFile");
}

void TestActing::actsOnDevices()
{
    QFETCH(QString, words);
    QFETCH(QString, type);
    QFETCH(QString, scope);
    const QString verb = words.section(u' ', 0, 0);
    const QString line =
        QStringLiteral("act %1 %2 %3 --comment why").arg(verb, m_device.section(u'.', 0, 0), words.section(u' ', 1));
    const QJsonObject sheet = onLab(line + QStringLiteral(" --dry-run"), 0);
    QCOMPARE(sheet.value(u"dryRun").toBool(), true);
    QCOMPARE(sheet[u"request"][u"body"][u"Comment"].toString(), QStringLiteral("why"));
    const QJsonObject action = onLab(line + QStringLiteral(" --yes --wait"), 0);
    QCOMPARE(action.value(u"type").toString(), type);
    QCOMPARE(action.value(u"status").toString(), QStringLiteral("Succeeded"));
    QCOMPARE(action.value(u"scope").toString(), scope);
}

void TestActing::refusesASecondOfAKind()
{
    const QString line = QStringLiteral("act scan %1 --comment why --yes").arg(m_device);
    QCOMPARE(onLab(line, 0).value(u"final").toBool(true), false);
    // An action of the lab is over in two seconds, which a busy machine may need to begin another command.
    bool isRefused = false;
    for (int tries = 0; tries < 10 && !isRefused; ++tries)
        isRefused = onLab(line, 0).isEmpty() && m_said.contains("RunAntiVirusScan");
    QVERIFY2(isRefused, m_said.constData());
}

void TestActing::cancels()
{
    const QJsonObject action = onLab(QStringLiteral("act collect %1 --comment why --yes").arg(m_device), 0);
    const QString cancel = QStringLiteral("act cancel %1 --comment enough --yes").arg(action.value(u"id").toString());
    QCOMPARE(onLab(cancel, 0).value(u"status").toString(), QStringLiteral("Cancelled"));
    onLab(cancel, 1); // it is over
    QVERIFY2(m_said.contains("Cancelled"), m_said.constData());
}

void TestActing::changesAlerts()
{
    const QString id = rows(QStringLiteral("alerts list")).first()[u"id"].toString();
    const QString rest = QStringLiteral(" %1 --comment seen").arg(id);
    onLab(QStringLiteral("act assign") + rest + QStringLiteral(" --yes"), 2); // to whom?
    QCOMPARE(onLab(QStringLiteral("act assign --to ann@example.org --yes") + rest, 0).value(u"assignedTo").toString(),
             QStringLiteral("ann@example.org"));
    const QString verdict = QStringLiteral("act classify --classification FalsePositive --determination %1") + rest;
    QCOMPARE(
        onLab(verdict.arg(QStringLiteral("Clean")) + QStringLiteral(" --yes"), 0).value(u"determination").toString(),
        QStringLiteral("Clean"));
    const QJsonArray checks =
        onLab(verdict.arg(QStringLiteral("Malware")) + QStringLiteral(" --dry-run"), 0).value(u"checks").toArray();
    QVERIFY(std::any_of(checks.begin(), checks.end(), [](const QJsonValue &check) {
        return check[u"name"] == QLatin1String("verdict") && check[u"outcome"] == QLatin1String("warning");
    }));
    const QJsonObject resolved = onLab(QStringLiteral("act resolve --yes") + rest, 0);
    QCOMPARE(resolved.value(u"status").toString(), QStringLiteral("Resolved"));
    QVERIFY(resolved.value(u"comments").toArray().size() >= 3);
    onLab(QStringLiteral("act update %1 --comment why --yes").arg(id), 2); // of what?
}

void TestActing::addsIndicators()
{
    const QJsonObject indicator = onLab(QStringLiteral("act block evil.example --comment IR-7 --yes"), 0);
    QCOMPARE(indicator.value(u"indicatorType").toString(), QStringLiteral("DomainName"));
    QCOMPARE(indicator.value(u"action").toString(), QStringLiteral("Block"));
    QCOMPARE(indicator.value(u"description").toString(), QStringLiteral("IR-7"));
    onLab(QStringLiteral("act block 203.0.113.0/24 --comment IR-7 --yes"), 2);
}

void TestActing::refusesWithoutRole()
{
    onLab(QStringLiteral("act offboard %1 --comment why --yes").arg(m_device), 3);
    QVERIFY2(m_said.contains("Machine.Offboard"), m_said.constData());
}

void TestActing::promotesOnce()
{
    const QStringList source{QStringLiteral("--lab"), QStringLiteral("--store"),
                             m_folder.filePath(QStringLiteral("lab.duckdb"))};
    const QString id = run(QStringList{QStringLiteral("external"), QStringLiteral("correlate")} + source, 0)
                           .value(u"externalId")
                           .toString();
    QVERIFY(!id.isEmpty());
    const QStringList line = QStringList{QStringLiteral("external"), QStringLiteral("promote"), id} + source;
    const QJsonObject dry = run(line + QStringList{QStringLiteral("--dry-run")}, 0);
    QCOMPARE(dry.value(u"outcome").toString(), QStringLiteral("would be created"));
    const QJsonObject sent = run(line, 0);
    QCOMPARE(sent.value(u"outcome").toString(), QStringLiteral("created"));
    QCOMPARE(sent[u"request"][u"body"], dry[u"request"][u"body"]);
    QVERIFY(sent[u"request"][u"url"].toString().endsWith(QStringLiteral("/api/alerts/CreateAlertByReference")));
    QCOMPARE(sent[u"alert"][u"machineId"], sent.value(u"deviceId"));
    const QJsonObject again = run(line, 0);
    QCOMPARE(again.value(u"outcome").toString(), QStringLiteral("already raised"));
    QCOMPARE(again.value(u"alertId"), sent.value(u"alertId"));
    run(QStringList{QStringLiteral("external"), QStringLiteral("promote"), QStringLiteral("none")} + source, 1);
}

void TestActing::auditIsIntact() { run({QStringLiteral("audit"), QStringLiteral("verify")}, 0); }

QTEST_GUILESS_MAIN(TestActing)
#include "tst_acting.moc"
