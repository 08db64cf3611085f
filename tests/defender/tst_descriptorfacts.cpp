// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/actionbody.h"
#include "app/defender/cellreader.h"
#include "app/defender/readrequest.h"
#include "app/defender/resource.h"
#include "app/defender/resourcetable.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
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

QStringList lower(QStringList list)
{
    for (QString &text : list)
        text = text.toLower();
    return list;
}

bool isAlike(const QString &documented, ColumnType type)
{
    if (documented == QStringLiteral("DateTimeOffset") || documented == QStringLiteral("DateTime"))
        return type == ColumnType::DateTime;
    if (documented == QStringLiteral("double"))
        return type == ColumnType::Real;
    if (documented == QStringLiteral("boolean"))
        return type == ColumnType::Bool;
    if (documented == QStringLiteral("long") || documented == QStringLiteral("int"))
        return type == ColumnType::Long || type == ColumnType::Int;
    static const QStringList nested{QStringLiteral("object"),         QStringLiteral("relatedFileInfo"),
                                    QStringLiteral("array"),          QStringLiteral("Dictionary"),
                                    QStringLiteral("scanAuthParams"), QStringLiteral("scanAgent")};
    if (documented.endsWith(QStringLiteral("collection")) || documented.endsWith(QStringLiteral("[]")) ||
        documented.startsWith(QStringLiteral("array<")) || nested.contains(documented))
        return type == ColumnType::Dynamic;
    if (documented == QStringLiteral("Guid"))
        return type == ColumnType::Guid || type == ColumnType::String;
    return type == ColumnType::String || type == ColumnType::DateTime; // Graph's are "string" in TypeScript
}

/// "/api/machines/{machineId}/software" as "/api/machines/{}/software".
QString shapeOf(QString path)
{
    static const QRegularExpression name(QStringLiteral("\\{[^}]*\\}"));
    return path.replace(name, QStringLiteral("{}")).toLower();
}

/// What a descriptor says of one operation.
struct Covered
{
    QStringList permissions;
    QStringList delegated;
    QString role;
    QString quota;
    const Resource *resource = nullptr; ///< of a list
    const ResourceAction *action = nullptr;
};

QHash<QString, Covered> coveredOperations()
{
    QHash<QString, Covered> all;
    for (const Resource &resource : resources()) {
        const Covered read{resource.permissions, resource.delegated, resource.role, resource.quota, &resource, nullptr};
        const QString method = resource.isPost ? QStringLiteral("POST ") : QStringLiteral("GET ");
        if (!resource.showPath.isEmpty())
            all.insert(QStringLiteral("GET ") + shapeOf(resource.showPath), read);
        if (!resource.path.isEmpty())
            all.insert(method + shapeOf(resource.path), read);
        if (!resource.files.path.isEmpty())
            all.insert(
                QStringLiteral("GET ") + shapeOf(resource.files.path),
                {resource.files.permissions, resource.files.delegated, {}, resource.files.quota, nullptr, nullptr});
        for (const ResourceAction &action : resource.actions)
            all.insert(action.method + u' ' + shapeOf(action.path),
                       {action.permissions, action.delegated, action.role, action.quota, nullptr, &action});
    }
    return all;
}

bool isRetired(const QJsonObject &operation)
{
    const QString text = operation.value(QStringLiteral("deprecated_or_retiring")).toString();
    return text.startsWith(QStringLiteral("superseded")) || text.startsWith(QStringLiteral("Deprecated"));
}

QJsonArray recordsIn(const Resource &resource, const QJsonObject &answer)
{
    QJsonObject plain;
    for (auto it = answer.begin(); it != answer.end(); ++it) {
        if (!it.key().startsWith(QStringLiteral("@odata.")))
            plain.insert(it.key(), it.value());
    }
    return recordsOf(resource, plain);
}

/// The same value, as far as the field's type tells: dates at the same tick, numbers written as text too. The store
/// knows no difference between an empty text and none.
bool isSame(const QJsonValue &before, const QJsonValue &after, ColumnType type)
{
    if (type == ColumnType::String && before.isNull())
        return after.toString().isEmpty();
    const auto left = cellFromJson(before, type);
    const auto right = cellFromJson(after, type);
    return left && right && left->isNull == right->isNull && left->integer == right->integer &&
           left->real == right->real && left->text == right->text;
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
    void everyOperationIsCovered_data();
    void everyOperationIsCovered();
    void samplesGoRound_data();
    void samplesGoRound();
    void requestSamplesPass_data();
    void requestSamplesPass();

private:
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
    // The type of what a list or single read answers names the fields.
    const auto covered = coveredOperations();
    QSet<QString> seen;
    for (const QJsonValue &operation : std::as_const(m_operations)) {
        const QString path = operation[QStringLiteral("method")].toString() + u' ' +
                             shapeOf(operation[QStringLiteral("path")].toString());
        QString type = operation[QStringLiteral("response")][QStringLiteral("type")].toString();
        type.remove(QStringLiteral("Collection(")).remove(u')');
        const Covered found = covered.value(path);
        if (!found.resource || !m_types.contains(type) || seen.contains(found.resource->name))
            continue;
        seen.insert(found.resource->name);
        QTest::newRow(qPrintable(QStringLiteral("shape of ") + found.resource->name))
            << found.resource->name << type << QString();
    }
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
        if (name != QStringLiteral("avMode")) // numbers that say nothing by themselves
            QCOMPARE(sorted(field->values), texts(property[QStringLiteral("enum")]));
    }
}

void TestDescriptorFacts::everyOperationIsCovered_data()
{
    QTest::addColumn<QJsonObject>("operation");
    for (const QJsonValue &operation : std::as_const(m_operations)) {
        if (!isRetired(operation.toObject()))
            QTest::newRow(qPrintable(operation[QStringLiteral("id")].toString())) << operation.toObject();
    }
}

void TestDescriptorFacts::everyOperationIsCovered()
{
    QFETCH(QJsonObject, operation);
    static const auto all = coveredOperations();
    const QString method = operation.value(QStringLiteral("method")).toString();
    const auto found = all.constFind(method + u' ' + shapeOf(operation.value(QStringLiteral("path")).toString()));
    QVERIFY2(found != all.constEnd(), "no descriptor states it");
    QCOMPARE(sorted(found->permissions), texts(operation.value(QStringLiteral("permissions_app"))));
    QCOMPARE(sorted(found->delegated), texts(operation.value(QStringLiteral("permissions_delegated"))));
    QCOMPARE(found->role, operation.value(QStringLiteral("user_role")).toString());
    for (const Quota &quota : quotas()) {
        const QJsonValue limit = operation.value(QStringLiteral("rate_limit"));
        if (quota.name != found->quota)
            continue;
        QCOMPARE(quota.perMinute, limit[QStringLiteral("per_minute")].toInt());
        QCOMPARE(quota.perHour, limit[QStringLiteral("per_hour")].toInt());
    }
    const bool isShow = found->resource && operation.value(QStringLiteral("path")).toString().endsWith(u'}') &&
                        !operation.value(QStringLiteral("path")).toString().contains(u'(');
    const QJsonObject odata = operation.value(QStringLiteral("odata")).toObject();
    if (found->resource && !isShow && found->resource->shape.isEmpty() &&
        found->resource->kind == Resource::Kind::Collection) {
        QCOMPARE(found->resource->topMax, odata.value(QStringLiteral("top_max")).toInt());
        // One page repeats another's list, of properties that it has not.
        if (found->resource->name != QStringLiteral("browser-permissions"))
            QCOMPARE(sorted(lower(found->resource->filterable())),
                     sorted(lower(texts(odata.value(QStringLiteral("filter"))))));
        QCOMPARE(sorted(found->resource->expand), texts(odata.value(QStringLiteral("expand"))));
    }
    if (!found->action)
        return;
    const QJsonArray body = operation.value(QStringLiteral("request_body")).toArray();
    QCOMPARE(found->action->body.size(), body.size());
    for (const QJsonValue &documented : body) {
        const BodyField *field = found->action->field(documented[QStringLiteral("name")].toString());
        QVERIFY2(field, qPrintable(documented[QStringLiteral("name")].toString()));
        if (field->type != ColumnType::Dynamic)
            QCOMPARE(sorted(field->values), texts(documented[QStringLiteral("enum")]));
        // We ask for a reason where the service does not insist.
        QVERIFY(field->required || !documented[QStringLiteral("required")].toBool());
    }
}

void TestDescriptorFacts::samplesGoRound_data()
{
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QString>("sample");
    const auto all = coveredOperations();
    for (const QJsonValue &operation : std::as_const(m_operations)) {
        const auto found = all.constFind(operation[QStringLiteral("method")].toString() + u' ' +
                                         shapeOf(operation[QStringLiteral("path")].toString()));
        const QString type = operation[QStringLiteral("response")][QStringLiteral("type")].toString();
        for (const QString &sample : texts(operation[QStringLiteral("samples")])) {
            const bool isAnswer = sample.contains(QStringLiteral(".response"));
            if (!isAnswer || found == all.constEnd())
                continue;
            const Resource *resource = found->resource;
            if (found->action) // answers with the entity that it changed
                for (const Resource &each : resources())
                    for (const ResourceAction &action : each.actions)
                        if (&action == found->action)
                            resource = action.observed == ResourceAction::Observed::MachineAction
                                           ? resourceNamed(QStringLiteral("machineactions"))
                                           : &each;
            const bool isEntity =
                resource && !type.contains(QStringLiteral("uery")) && !type.contains(QStringLiteral("ImportResult"));
            // The baseline page prints an answer of the certificate page.
            if (sample == QStringLiteral("export-baseline.response.json"))
                resource = resourceNamed(QStringLiteral("export-certificates"));
            if (isEntity)
                QTest::newRow(qPrintable(sample)) << resource->name << sample;
        }
    }
    for (const auto &[file, name] : {std::pair{"type-alert", "alerts"},
                                     {"type-file", "files"},
                                     {"type-indicator", "indicators"},
                                     {"type-investigation", "investigations"},
                                     {"type-machineAction", "machineactions"}})
        QTest::newRow(file) << QString::fromLatin1(name) << QString::fromLatin1(file) + QStringLiteral(".object.json");
}

void TestDescriptorFacts::samplesGoRound()
{
    QFETCH(QString, resource);
    QFETCH(QString, sample);
    const Resource &known = *resourceNamed(resource);
    const QJsonDocument document = reference(QStringLiteral("samples/") + sample);
    if (known.kind == Resource::Kind::Count) {
        QVERIFY(sample.startsWith(QStringLiteral("machines-alerts-count"))); // a bare number is no document
        return;
    }
    QVERIFY(document.isObject());
    const QJsonArray records = recordsIn(known, document.object());
    QVERIFY(!records.isEmpty());
    QList<Error> bad;
    const Table table = tableFromJson(known, records, &bad, QStringLiteral("parent"));
    QVERIFY2(bad.isEmpty(), bad.isEmpty() ? "" : qPrintable(bad.first().message));
    for (qsizetype row = 0; row < records.size(); ++row) {
        const QJsonObject before = records.at(row).toObject();
        const QJsonObject after = recordFromRow(known, table, row);
        for (auto it = before.begin(); it != before.end(); ++it) {
            if (it.key().startsWith(QStringLiteral("@odata.")))
                continue;
            const auto field = std::find_if(known.fields.begin(), known.fields.end(), [&](const ResourceField &each) {
                return each.name == it.key() || each.aliases.contains(it.key());
            });
            const bool isKnown = field != known.fields.end();
            const QJsonValue kept = after.value(isKnown ? field->name : it.key());
            QVERIFY2(isKnown ? isSame(it.value(), kept, field->type) : it.value() == kept, qPrintable(it.key()));
        }
    }
}

void TestDescriptorFacts::requestSamplesPass_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("sample");
    const auto all = coveredOperations();
    for (const QJsonValue &operation : std::as_const(m_operations)) {
        const auto found = all.constFind(operation[QStringLiteral("method")].toString() + u' ' +
                                         shapeOf(operation[QStringLiteral("path")].toString()));
        for (const QString &sample : texts(operation[QStringLiteral("samples")])) {
            if (found != all.constEnd() && found->action && sample.contains(QStringLiteral(".request")))
                QTest::newRow(qPrintable(sample)) << found->action->name << sample;
        }
    }
}

void TestDescriptorFacts::requestSamplesPass()
{
    QFETCH(QString, action);
    QFETCH(QString, sample);
    const auto passed = checkBody(*actionNamed(action), reference(QStringLiteral("samples/") + sample).object());
    QVERIFY2(passed.has_value(), passed ? "" : qPrintable(passed.error().message));
}

QTEST_GUILESS_MAIN(TestDescriptorFacts)
#include "tst_descriptorfacts.moc"
