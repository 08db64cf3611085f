// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/resource.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::defender;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QString kFolder = QStringLiteral(WATCHDESK_SOURCE_DIR "/app/defender/resources/");

/// The smallest descriptor that is right.
const QByteArray kGood = R"({"name":"things","table":"Things","path":"/api/things","key":"id","meaning":"m","page":"p",
    "quota":"default","permissions":["X"],"fields":[{"name":"id","type":"string","meaning":"m"}]})";

} // namespace

class TestDescriptors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileIsValid_data();
    void everyFileIsValid();
    void areCompiledIn();
    void actionsAreWhole();
    void knowFacts_data();
    void knowFacts();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
};

void TestDescriptors::everyFileIsValid_data()
{
    QTest::addColumn<QString>("file");
    const QStringList files = QDir(kFolder).entryList({QStringLiteral("*.json")});
    for (const QString &file : files) {
        if (file != QStringLiteral("quotas.json"))
            QTest::newRow(qPrintable(file)) << file;
    }
}

void TestDescriptors::everyFileIsValid()
{
    QFETCH(QString, file);
    const auto resource = resourceFromJson(contentOf(kFolder + file));
    QVERIFY2(resource.has_value(), resource ? "" : qPrintable(resource.error().message));
    QCOMPARE(resource->name + QStringLiteral(".json"), file);
    QVERIFY2(resourceNamed(resource->name), "not compiled in");
}

void TestDescriptors::areCompiledIn()
{
    QStringList tables;
    for (const Resource &resource : resources())
        tables.append(resource.table);
    QCOMPARE(tables, (QStringList{QStringLiteral("Devices"), QStringLiteral("Alerts"), QStringLiteral("Indicators"),
                                  QStringLiteral("MachineActions"), QString()}));
    QCOMPARE(resourceNamed(QStringLiteral("Devices")), resourceNamed(QStringLiteral("machines")));
    QVERIFY(!resourceNamed(QString()));
}

void TestDescriptors::actionsAreWhole()
{
    QStringList names;
    QStringList buckets;
    for (const Quota &quota : quotas())
        buckets.append(quota.name);
    for (const Resource &resource : resources()) {
        QVERIFY(buckets.contains(resource.quota));
        for (const ResourceAction &action : resource.actions) {
            QVERIFY2(!names.contains(action.name), qPrintable(action.name));
            names.append(action.name);
            QVERIFY(buckets.contains(action.quota));
            QVERIFY(!action.permissions.isEmpty());
            QVERIFY2(action.undoneBy.isEmpty() || actionNamed(action.undoneBy), qPrintable(action.name));
            // What is watched is a device action, and those must never be sent twice.
            QVERIFY(action.observed != ResourceAction::Observed::MachineAction || !action.idempotent);
        }
    }
    QCOMPARE(actionNamed(QStringLiteral("release")), actionNamed(QStringLiteral("unisolate")));
    QVERIFY(!actionNamed(QStringLiteral("offboard")));
}

void TestDescriptors::knowFacts_data()
{
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QString>("filterable");
    QTest::newRow("machines") << QStringLiteral("machines")
                              << QStringLiteral(
                                     "computerDnsName id version deviceValue aadDeviceId machineTags lastSeen "
                                     "exposureLevel onboardingStatus lastIpAddress healthStatus osPlatform "
                                     "riskScore rbacGroupId");
    QTest::newRow("alerts") << QStringLiteral("alerts")
                            << QStringLiteral(
                                   "alertCreationTime lastUpdateTime incidentId investigationId id assignedTo "
                                   "detectionSource lastEventTime status severity category");
    QTest::newRow("indicators") << QStringLiteral("indicators")
                                << QStringLiteral("application createdByDisplayName expirationTime generateAlert title "
                                                  "rbacGroupNames rbacGroupIds indicatorValue indicatorType "
                                                  "creationTimeDateTimeUtc createdBy action severity");
    QTest::newRow("machineactions") << QStringLiteral("machineactions")
                                    << QStringLiteral("id status machineId type requestor creationDateTimeUtc");
}

void TestDescriptors::knowFacts()
{
    QFETCH(QString, resource);
    QFETCH(QString, filterable);
    const Resource *known = resourceNamed(resource);
    QVERIFY(known);
    QCOMPARE(known->topMax, 10'000);
    QStringList expected = filterable.split(u' ');
    QStringList actual = known->filterable();
    expected.sort();
    actual.sort();
    QCOMPARE(actual, expected);
}

void TestDescriptors::mistakesAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("complaint");
    const auto row = [](const char *name, const char *before, const char *after, const char *complaint) {
        QByteArray json = kGood;
        QVERIFY2(json.contains(before), name);
        QTest::newRow(name) << json.replace(before, after) << QString::fromLatin1(complaint);
    };
    row("as it is", "things", "things", "");
    row("typing error", "\"quota\"", "\"qouta\"", "\"quota\" is missing");
    row("more than known", "\"quota\"", "\"colour\":1,\"quota\"", "unknown member \"colour\"");
    row("type", "\"type\":\"string\"", "\"type\":\"strnig\"", "\"type\" is no type");
    row("key", "\"key\":\"id\"", "\"key\":\"ID7\"", "the key is no field");
    row("path", "/api/things", "/things", "the path does not begin with /api/");
    row("wrong kind", "[\"X\"]", "\"X\"", "\"permissions\" is of the wrong type");
    row("same field twice", "\"meaning\":\"m\"}]",
        "\"meaning\":\"m\"},{\"name\":\"ID\",\"type\":\"int\",\"meaning\":\"m\"}]", "two fields are called ID");
    row("risk", "\"fields\"",
        R"("actions":[{"name":"a","verb":"a","title":"t","method":"POST","path":"/api/a","body":[],)"
        R"("permissions":["X"],"quota":"default","risk":"huge","observed":"reply"}],"fields")",
        "\"risk\" is none of low, medium, high");
    row("method", "\"fields\"",
        R"("actions":[{"name":"a","verb":"a","title":"t","method":"GET","path":"/api/a","body":[],)"
        R"("permissions":["X"],"quota":"default","risk":"low","observed":"reply"}],"fields")",
        "\"method\" is none of POST, PATCH, DELETE");
    row("expand", "\"quota\"", "\"expand\":[\"evidence\"],\"quota\"", "what is expanded is no field");
    QTest::newRow("no JSON") << QByteArray("{") << QStringLiteral("no JSON object");
}

void TestDescriptors::mistakesAreNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, complaint);
    const auto resource = resourceFromJson(json);
    QCOMPARE(resource.has_value(), complaint.isEmpty());
    if (!resource)
        QVERIFY2(resource.error().message.contains(complaint), qPrintable(resource.error().message));
}

QTEST_GUILESS_MAIN(TestDescriptors)
#include "tst_descriptors.moc"
