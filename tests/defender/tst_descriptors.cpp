// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/actionbody.h"
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
const QByteArray kGood =
    R"({"name":"things","title":"t","family":"f","table":"Things","path":"/api/things","key":"id","meaning":"m","page":"p",
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
    void stepsAreChecked_data();
    void stepsAreChecked();
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
    const auto some = resourcesFromJson(contentOf(kFolder + file));
    QVERIFY2(some.has_value(), some ? "" : qPrintable(some.error().message));
    QCOMPARE(some->first().name + QStringLiteral(".json"), file);
    for (const Resource &resource : *some)
        QVERIFY2(resourceNamed(resource.name), "not compiled in");
}

void TestDescriptors::areCompiledIn()
{
    QStringList names;
    QStringList tables;
    for (const Resource &resource : resources()) {
        for (const QString &name : {resource.name, resource.alias}) {
            QVERIFY2(name.isEmpty() || !names.contains(name), qPrintable(name));
            names.append(name);
        }
        QVERIFY2(resource.table.isEmpty() || !tables.contains(resource.table), qPrintable(resource.table));
        tables.append(resource.table);
        QVERIFY2(resource.key.isEmpty() || resource.field(resource.key), qPrintable(resource.name));
        QVERIFY2(resource.relationKey.isEmpty() || resource.field(resource.relationKey), qPrintable(resource.name));
        QVERIFY2(resource.parent.isEmpty() || resourceNamed(resource.parent), qPrintable(resource.name));
        QVERIFY2(!resource.isSynced || !resource.hasParentColumn(), qPrintable(resource.name));
    }
    QCOMPARE(tables.mid(0, 1), QStringList(QStringLiteral("Devices")));
    QCOMPARE(resourceNamed(QStringLiteral("Devices")), resourceNamed(QStringLiteral("machines")));
    QCOMPARE(resourceNamed(QStringLiteral("devices")), resourceNamed(QStringLiteral("machines")));
    QVERIFY(!resourceNamed(QString()));
    QCOMPARE(relationsOf(QStringLiteral("machines")).size(), 7);
    QCOMPARE(resourceNamed(QStringLiteral("file-alerts"))->fields.size(),
             resourceNamed(QStringLiteral("alerts"))->fields.size());
}

void TestDescriptors::actionsAreWhole()
{
    QStringList names;
    QStringList buckets;
    for (const Quota &quota : quotas())
        buckets.append(quota.name);
    for (const Resource &resource : resources()) {
        QVERIFY(buckets.contains(resource.quota));
        QVERIFY(resource.files.path.isEmpty() || buckets.contains(resource.files.quota));
        QStringList verbs{QStringLiteral("list"), QStringLiteral("show")};
        for (const ResourceAction &action : resource.actions) {
            QVERIFY2(!names.contains(action.name), qPrintable(action.name));
            names.append(action.name);
            QVERIFY2(!verbs.contains(action.verb), qPrintable(action.name));
            verbs.append(action.verb);
            QVERIFY(buckets.contains(action.quota));
            QVERIFY(!action.permissions.isEmpty());
            QVERIFY2(action.undoneBy.isEmpty() || actionNamed(action.undoneBy), qPrintable(action.name));
            // What is watched is a device action, and those must never be sent twice.
            QVERIFY(action.observed != ResourceAction::Observed::MachineAction || !action.idempotent);
        }
    }
    QCOMPARE(actionNamed(QStringLiteral("release")), actionNamed(QStringLiteral("unisolate")));
    QVERIFY(!actionNamed(QStringLiteral("format")));
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

void TestDescriptors::stepsAreChecked_data()
{
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<QString>("complaint");
    const QByteArray run = R"({"type":"RunScript","params":[{"key":"ScriptName","value":"a.ps1"}]})";
    const QByteArray get = R"({"type":"GetFile","params":[{"key":"Path","value":"C:\\a"}]})";
    QTest::newRow("good") << QByteArray('[' + run + ',' + run + ',' + get + ']') << QString();
    QTest::newRow("order") << QByteArray('[' + get + ',' + run + ']')
                           << QStringLiteral("Step 2: RunScript may not come after GetFile.");
    QTest::newRow("kind") << QByteArray(R"([{"type":"Format"}])")
                          << QStringLiteral("Step 1: \"Format\" is no kind of step.");
    QTest::newRow("lacks") << QByteArray(R"([{"type":"PutFile","params":[]}])")
                           << QStringLiteral("Step 1: FileName is missing.");
    QTest::newRow("stray") << QByteArray(R"([{"type":"GetFile","params":[{"key":"Args","value":"x"}]}])")
                           << QStringLiteral("Step 1: GetFile takes no \"Args\".");
    QTest::newRow("no text") << QByteArray(R"([{"type":"GetFile","params":[{"key":"Path","value":5}]}])")
                             << QStringLiteral("Step 1: Path is of the wrong type.");
    QTest::newRow("no object") << QByteArray(R"([7])") << QStringLiteral("Step 1: \"\" is no kind of step.");
}

void TestDescriptors::stepsAreChecked()
{
    QFETCH(QByteArray, steps);
    QFETCH(QString, complaint);
    const QJsonObject body{{QStringLiteral("Commands"), QJsonDocument::fromJson(steps).array()},
                           {QStringLiteral("Comment"), QStringLiteral("why")}};
    const auto passed = checkBody(*actionNamed(QStringLiteral("runLiveResponse")), body);
    QCOMPARE(passed ? QString() : passed.error().message, complaint);
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
        R"("actions":[{"name":"a","verb":"a","title":"t","method":"POST","path":"/api/a","page":"p","body":[],)"
        R"("permissions":["X"],"quota":"default","risk":"huge","observed":"reply"}],"fields")",
        "\"risk\" is none of low, medium, high");
    row("method", "\"fields\"",
        R"("actions":[{"name":"a","verb":"a","title":"t","method":"GET","path":"/api/a","page":"p","body":[],)"
        R"("permissions":["X"],"quota":"default","risk":"low","observed":"reply"}],"fields")",
        "\"method\" is none of POST, PATCH, DELETE");
    row("expand", "\"quota\"", "\"expand\":[\"evidence\"],\"quota\"",
        "what is expanded or tells of changes is no field");
    row("parameter", "\"quota\"",
        R"("parameters":[{"name":"ip","place":"path","type":"string","meaning":"m"}],"quota")",
        "ip is not in the path, or should not be");
    row("parent", "/api/things", "/api/things/{id}/parts", "the path is about a parent, and there is none");
    row("kind", "\"quota\"", "\"kind\":\"none\",\"quota\"", "the kind does not fit the path");
    row("relation", "\"quota\"",
        R"("relations":[{"name":"r","title":"t","path":"/r","meaning":"m","page":"p","quota":"default","permissions":["X"],)"
        R"("fields":[]}],"quota")",
        "r: the path does not begin with /api/");
    QTest::newRow("no JSON") << QByteArray("{") << QStringLiteral("no JSON object");
}

void TestDescriptors::mistakesAreNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, complaint);
    const auto resource = resourcesFromJson(json);
    QCOMPARE(resource.has_value(), complaint.isEmpty());
    if (!resource)
        QVERIFY2(resource.error().message.contains(complaint), qPrintable(resource.error().message));
}

QTEST_GUILESS_MAIN(TestDescriptors)
#include "tst_descriptors.moc"
