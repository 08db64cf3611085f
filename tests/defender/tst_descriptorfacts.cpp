// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/resource.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace watchdesk;
using namespace watchdesk::defender;

namespace {

QJsonDocument reference(const QString &file)
{
    QFile json(QStringLiteral(WATCHDESK_SOURCE_DIR "/../shared/reference/") + file);
    return json.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(json.readAll()) : QJsonDocument();
}

QStringList texts(const QJsonValue &array)
{
    QStringList all;
    const QJsonArray values = array.toArray();
    for (const QJsonValue &value : values)
        all.append(value.toString());
    all.sort();
    return all;
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

bool isAlike(const QString &documented, ColumnType type)
{
    if (documented == QStringLiteral("DateTimeOffset"))
        return type == ColumnType::DateTime;
    if (documented == QStringLiteral("boolean"))
        return type == ColumnType::Bool;
    if (documented == QStringLiteral("long") || documented == QStringLiteral("int"))
        return type == ColumnType::Long || type == ColumnType::Int;
    if (documented.endsWith(QStringLiteral("collection")) || documented == QStringLiteral("object") ||
        documented == QStringLiteral("relatedFileInfo"))
        return type == ColumnType::Dynamic;
    if (documented == QStringLiteral("Guid"))
        return type == ColumnType::Guid || type == ColumnType::String;
    return type == ColumnType::String;
}

} // namespace

/// The descriptors held against the reference of the API, where that is at hand.
class TestDescriptorFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fieldsAreThere_data();
    void fieldsAreThere();
    void operationsAgree_data();
    void operationsAgree();
    void actionsAgree_data();
    void actionsAgree();

private:
    QJsonObject operation(const QString &id) const;

    QJsonObject m_types;
    QJsonArray m_operations;
};

void TestDescriptorFacts::initTestCase()
{
    m_types = reference(QStringLiteral("defender-types.json")).object();
    m_operations = reference(QStringLiteral("defender-api.json")).array();
    if (m_types.isEmpty() || m_operations.isEmpty())
        QSKIP("The API reference (../shared/reference) is not there.");
}

QJsonObject TestDescriptorFacts::operation(const QString &id) const
{
    for (const QJsonValue &value : m_operations) {
        if (value[QStringLiteral("id")].toString() == id)
            return value.toObject();
    }
    return {};
}

void TestDescriptorFacts::fieldsAreThere_data()
{
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("part"); // of which field
    QTest::newRow("machines") << QStringLiteral("machines") << QStringLiteral("machine") << QString();
    QTest::newRow("addresses") << QStringLiteral("machines") << QStringLiteral("ipAddress")
                               << QStringLiteral("ipAddresses");
    QTest::newRow("alerts") << QStringLiteral("alerts") << QStringLiteral("alert") << QString();
    QTest::newRow("evidence") << QStringLiteral("alerts") << QStringLiteral("alertEvidence")
                              << QStringLiteral("evidence");
    QTest::newRow("comments") << QStringLiteral("alerts") << QStringLiteral("alertComment")
                              << QStringLiteral("comments");
    QTest::newRow("indicators") << QStringLiteral("indicators") << QStringLiteral("indicator") << QString();
    QTest::newRow("actions") << QStringLiteral("machineactions") << QStringLiteral("machineAction") << QString();
}

void TestDescriptorFacts::fieldsAreThere()
{
    QFETCH(QString, resource);
    QFETCH(QString, type);
    QFETCH(QString, part);
    Resource known = *resourceNamed(resource);
    if (!part.isEmpty())
        known.fields = known.field(part)->parts;
    const QJsonArray properties = m_types.value(type)[QStringLiteral("properties")].toArray();
    QVERIFY(!properties.isEmpty());
    for (const QJsonValue &property : properties) {
        const QString name = property[QStringLiteral("name")].toString();
        const ResourceField *field = known.field(name);
        QVERIFY2(field && field->name == name, qPrintable(name));
        QVERIFY2(isAlike(property[QStringLiteral("type")].toString(), field->type), qPrintable(name));
        QCOMPARE(sorted(field->values), texts(property[QStringLiteral("enum")]));
    }
}

void TestDescriptorFacts::operationsAgree_data()
{
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QString>("id");
    QTest::newRow("machines") << QStringLiteral("machines") << QStringLiteral("machines-list");
    QTest::newRow("alerts") << QStringLiteral("alerts") << QStringLiteral("alerts-list");
    QTest::newRow("indicators") << QStringLiteral("indicators") << QStringLiteral("indicators-list");
    QTest::newRow("actions") << QStringLiteral("machineactions") << QStringLiteral("actions-list");
}

void TestDescriptorFacts::operationsAgree()
{
    QFETCH(QString, resource);
    QFETCH(QString, id);
    const Resource *known = resourceNamed(resource);
    const QJsonObject listed = operation(id);
    const QJsonObject odata = listed.value(QStringLiteral("odata")).toObject();
    QCOMPARE(known->path, listed.value(QStringLiteral("path")).toString());
    QCOMPARE(known->topMax, odata.value(QStringLiteral("top_max")).toInt());
    QCOMPARE(sorted(known->filterable()), texts(odata.value(QStringLiteral("filter"))));
    QCOMPARE(sorted(known->expand), texts(odata.value(QStringLiteral("expand"))));
    QCOMPARE(sorted(known->permissions), texts(listed.value(QStringLiteral("permissions_app"))));
    for (const Quota &quota : quotas()) {
        if (quota.name == known->quota) {
            QCOMPARE(quota.perMinute, listed.value(QStringLiteral("rate_limit"))[QStringLiteral("per_minute")].toInt());
            QCOMPARE(quota.perHour, listed.value(QStringLiteral("rate_limit"))[QStringLiteral("per_hour")].toInt());
        }
    }
}

void TestDescriptorFacts::actionsAgree_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *action, const char *id) {
        QTest::newRow(action) << QString::fromLatin1(action) << QString::fromLatin1(id);
    };
    row("isolate", "actions-isolate");
    row("unisolate", "actions-unisolate");
    row("cancelAction", "actions-cancel");
    row("updateAlert", "alerts-update");
    row("submitIndicator", "indicators-submit");
    row("deleteIndicator", "indicators-delete");
    row("runQuery", "hunting-run");
}

void TestDescriptorFacts::actionsAgree()
{
    QFETCH(QString, action);
    QFETCH(QString, id);
    const ResourceAction *known = actionNamed(action);
    QVERIFY(known);
    const QJsonObject documented = operation(id);
    QCOMPARE(known->path, documented.value(QStringLiteral("path")).toString());
    QCOMPARE(known->method, documented.value(QStringLiteral("method")).toString());
    QCOMPARE(sorted(known->permissions), texts(documented.value(QStringLiteral("permissions_app"))));
    for (const BodyField &field : known->body) {
        QJsonObject found;
        const QJsonArray body = documented.value(QStringLiteral("request_body")).toArray();
        for (const QJsonValue &value : body) {
            if (value[QStringLiteral("name")].toString() == field.name)
                found = value.toObject();
        }
        QVERIFY2(!found.isEmpty(), qPrintable(field.name));
        QCOMPARE(sorted(field.values), texts(found.value(QStringLiteral("enum"))));
        // We ask for a reason where the service does not insist.
        QVERIFY(field.required || !found.value(QStringLiteral("required")).toBool());
    }
}

QTEST_GUILESS_MAIN(TestDescriptorFacts)
#include "tst_descriptorfacts.moc"
