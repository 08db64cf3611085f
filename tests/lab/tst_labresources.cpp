// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/lab/labclient.h"

#include "app/base/ticks.h"
#include "app/defender/readrequest.h"
#include "app/defender/resourcetable.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace watchdesk;
using namespace watchdesk::lab;
using defender::ApiHost;
using defender::Resource;

namespace {

QString audienceOf(ApiHost host)
{
    return host == ApiHost::Graph ? QStringLiteral("https://graph.microsoft.com")
           : host == ApiHost::Xdr ? QStringLiteral("https://api.security.microsoft.com")
                                  : QStringLiteral("https://api.securitycenter.microsoft.com");
}

QJsonObject firstRow(const LabAnswer &answer) { return answer.rows().first().toObject(); }

} // namespace

/// Everything that the descriptors let be read and done, against a lab tenant of a few devices.
class LabResourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsFit_data();
    void listsFit();
    void relationsFit_data();
    void relationsFit();
    void relationsAgree();
    void everyActionHasAnAnswer();
    void keysAreChecked_data();
    void keysAreChecked();
    void exportsComeAsFiles();
    void exportsArePaged();
    void packageLinkIsQuoted();
    void liveResponseTakesSteps();
    void alertsAreRaisedAndMerged();
    void indicatorsAreImported();
    void incidentsFollowAlerts();
    void tagsAndValuesChange();
    void scansHaveRuns();
    void sameContentSameAnswers();

private:
    LabAnswer get(const Resource &resource, const defender::ListOptions &options);
    QString waitForEnd(const QString &actionId);
    QString keyFor(const QString &parent);

    QTemporaryDir m_folder;
    LabOptions m_options;
    std::unique_ptr<Lab> m_lab;
    std::unique_ptr<LabClient> m_client;
    QString m_device;
};

void LabResourcesTest::initTestCase()
{
    m_options.devices = 24;
    m_options.days = 1;
    m_options.cacheFolder = m_folder.path();
    m_options.actionTimes = {20, 20, 60};
    auto lab = Lab::start(m_options);
    QVERIFY2(lab.has_value(), lab ? "" : qPrintable(lab.error().message));
    m_lab = std::move(*lab);
    m_client = std::make_unique<LabClient>(*m_lab);
    QVERIFY(m_client->useToken());
    const LabAnswer devices =
        m_client->get(QStringLiteral("/api/machines?$filter=healthStatus eq 'Active' and osPlatform eq 'Windows11'"));
    QCOMPARE(devices.status, 200);
    m_device = firstRow(devices).value(u"id").toString();
}

LabAnswer LabResourcesTest::get(const Resource &resource, const defender::ListOptions &options)
{
    m_client->useToken(audienceOf(resource.host));
    const auto target = defender::listTarget(resource, options);
    if (!target)
        return {};
    const QString url = target->path + (target->query.isEmpty() ? QString() : u'?' + target->query);
    const LabAnswer answer = resource.isPost ? m_client->post(url, target->body) : m_client->get(url);
    m_client->useToken();
    return answer;
}

void LabResourcesTest::listsFit_data()
{
    QTest::addColumn<QString>("name");
    for (const Resource &resource : defender::resources()) {
        const bool isPlain = resource.kind == Resource::Kind::Collection || resource.kind == Resource::Kind::Single;
        if (isPlain && !resource.hasParentColumn())
            QTest::newRow(qPrintable(resource.name)) << resource.name;
    }
}

/// Every list answers, its records fit the descriptor to the last property, and it is filtered and cut as it says.
void LabResourcesTest::listsFit()
{
    QFETCH(QString, name);
    const Resource &resource = *defender::resourceNamed(name);
    const LabAnswer answer = get(resource, {});
    QVERIFY2(answer.status == 200, answer.body.constData());
    const QJsonArray records = defender::recordsOf(resource, answer.json());
    QList<Error> bad;
    const Table rows = defender::tableFromJson(resource, records, &bad);
    QVERIFY2(bad.isEmpty(), bad.isEmpty() ? "" : qPrintable(bad.first().message));
    QCOMPARE(rows.rowCount(), records.size());
    static const QStringList maybeEmpty{QStringLiteral("library"), QStringLiteral("scan-definitions"),
                                        QStringLiteral("machineactions")};
    QVERIFY(rows.rowCount() > 0 || maybeEmpty.contains(name));
    for (qsizetype row = 0; row < rows.rowCount(); ++row) {
        const int extra = rows.indexOf(defender::kExtraColumn);
        const bool isSingle = resource.kind == Resource::Kind::Single;
        QVERIFY2(isSingle || rows.column(extra).isNull(row), qPrintable(rows.display(row, extra)));
    }
    if (resource.topMax == 0 || rows.rowCount() < 2)
        return;
    QCOMPARE(get(resource, {QString(), 1, {}, {}, {}}).rows().size(), 1);
    m_client->useToken(audienceOf(resource.host));
    QCOMPARE(m_client->get(resource.path + QStringLiteral("?$top=%1").arg(resource.topMax + 1)).status, 400);
    QCOMPARE(m_client->get(resource.path + QStringLiteral("?$orderby=id")).status, 400);
    QCOMPARE(m_client->get(resource.path + QStringLiteral("/$count")).status, 200);
    m_client->useToken();
}

/// A key that the relations of a resource are asked by.
QString LabResourcesTest::keyFor(const QString &parent)
{
    const Resource &resource = *defender::resourceNamed(parent);
    if (parent == QLatin1String("machines"))
        return m_device;
    if (parent == QLatin1String("recommendations")) // those about settings are about no product
        return m_client->get(QStringLiteral("/api/recommendations?$filter=remediationType eq 'Update'")).ids().value(0);
    if (resource.canList() && resource.kind == Resource::Kind::Collection)
        return firstRow(get(resource, {})).value(resource.keyForRelations()).toVariant().toString();
    const QString alerts = QStringLiteral("/api/alerts?$expand=evidence");
    for (const QJsonValue &alert : m_client->get(alerts).rows()) {
        for (const QJsonValue &item : alert[QStringLiteral("evidence")].toArray()) {
            const QString value = item[parent == QLatin1String("files")   ? QStringLiteral("sha1")
                                       : parent == QLatin1String("ips")   ? QStringLiteral("ipAddress")
                                       : parent == QLatin1String("users") ? QStringLiteral("accountName")
                                                                          : QStringLiteral("url")]
                                      .toString();
            if (!value.isEmpty())
                return parent == QLatin1String("domains") ? QUrl(QStringLiteral("https://") + value).host() : value;
        }
    }
    return {};
}

void LabResourcesTest::relationsFit_data()
{
    QTest::addColumn<QString>("name");
    for (const Resource &resource : defender::resources()) {
        if (resource.isRelation() && resource.kind != Resource::Kind::Value)
            QTest::newRow(qPrintable(resource.name)) << resource.name;
    }
}

void LabResourcesTest::relationsFit()
{
    QFETCH(QString, name);
    const Resource &resource = *defender::resourceNamed(name);
    if (resource.parent == QLatin1String("scan-definitions"))
        QSKIP("scansHaveRuns() makes a scan first");
    defender::ListOptions options;
    options.of = keyFor(resource.parent);
    if (options.of.isEmpty())
        QSKIP("no alert of this content has such evidence");
    const LabAnswer answer = get(resource, options);
    QVERIFY2(answer.status == 200, answer.body.constData());
    if (resource.kind == Resource::Kind::Count) {
        QVERIFY(answer.body.toInt() >= 0);
        return;
    }
    QList<Error> bad;
    const Table rows =
        defender::tableFromJson(resource, defender::recordsOf(resource, answer.json()), &bad, options.of);
    QVERIFY2(bad.isEmpty(), bad.isEmpty() ? "" : qPrintable(bad.first().message));
}

/// The lists and the relations tell one story.
void LabResourcesTest::relationsAgree()
{
    const auto rowsOf = [&](const char *name, const QString &of) {
        defender::ListOptions options;
        options.of = of;
        return get(*defender::resourceNamed(QLatin1String(name)), options).rows();
    };
    const QJsonArray weaknesses = rowsOf("vulnerabilities", {});
    QVERIFY(!weaknesses.isEmpty());
    const QJsonObject weakness = weaknesses.first().toObject();
    const QJsonArray devices = rowsOf("vulnerability-machines", weakness.value(u"id").toString());
    QCOMPARE(devices.size(), weakness.value(u"exposedMachines").toInt());
    const QString device = devices.first()[QStringLiteral("id")].toString();
    QStringList ids;
    for (const QJsonValue &each : rowsOf("machine-vulnerabilities", device))
        ids.append(each[QStringLiteral("id")].toString());
    QVERIFY(ids.contains(weakness.value(u"id").toString()));
    const QJsonObject software = rowsOf("software", {}).first().toObject();
    QCOMPARE(rowsOf("software-machines", software.value(u"id").toString()).size(),
             software.value(u"installedMachines").toInt());
    const QJsonObject advice = rowsOf("recommendations", {}).first().toObject();
    QCOMPARE(rowsOf("recommendation-machines", advice.value(u"id").toString()).size(),
             advice.value(u"exposedMachinesCount").toInt());
}

/// No path of a descriptor is one that the lab does not have, and none fails inside.
void LabResourcesTest::everyActionHasAnAnswer()
{
    for (const Resource &resource : defender::resources()) {
        for (const defender::ResourceAction &action : resource.actions) {
            m_client->useToken(audienceOf(action.host));
            const QString path = QString(action.path).replace(QStringLiteral("{id}"), QStringLiteral("nobody"));
            const LabAnswer answer = m_client->send(action.method.toLatin1(), path, "{}");
            QVERIFY2(answer.status == 400 || answer.status == 404,
                     qPrintable(action.name + u' ' + QString::fromUtf8(answer.body)));
            QVERIFY2(answer.code() != QLatin1String("NotFound") && answer.status != 500, qPrintable(action.name));
        }
    }
    m_client->useToken();
}

void LabResourcesTest::keysAreChecked_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *path, int status, const char *code) {
        QTest::newRow(path) << QString::fromLatin1(path) << status << QString::fromLatin1(code);
    };
    row("/api/files/1234", 400, "InvalidHashValue");
    row("/api/files/0000000000000000000000000000000000000000", 404, "ResourceNotFound");
    row("/api/files/0000000000000000000000000000000000000000000000000000000000000000/alerts", 400, "InvalidHashValue");
    row("/api/files/0000000000000000000000000000000000000000/alerts", 200, "");
    row("/api/files/0000000000000000000000000000000000000000/machines", 200, "");
    row("/api/ips/1.2.3/alerts", 400, "InvalidIpAddress");
    row("/api/ips/198.51.100.99/alerts", 200, "");
    row("/api/ips/198.51.100.99/stats", 200, "");
    row("/api/ips/198.51.100.99/stats?lookBackHours=721", 400, "InvalidInput");
    row("/api/domains/unseen.example/stats", 200, "");
    row("/api/domains/unseen.example/machines", 200, "");
    row("/api/users/nobody/alerts", 200, "");
    row("/api/users/nobody/machines", 200, "");
    row("/api/machines/nobody/software", 404, "ResourceNotFound");
    row("/api/alerts/nobody/files", 404, "ResourceNotFound");
    row("/api/machines/findbyip(ip='10.0.0.1',timestamp=2001-01-01T00:00:00Z)", 400, "BadRequest");
    row("/api/machines/findbytag", 400, "MissingRequiredParameter");
    row("/api/machines/findbytag?tag=nothing", 200, "");
    row("/api/machines/SoftwareVulnerabilityChangesByMachine", 400, "MissingRequiredParameter");
    row("/api/machines/SoftwareInventoryExport?sasValidHours=7", 400, "InvalidInput");
    row("/api/vulnerabilities/CVE-0000-0000", 404, "ResourceNotFound");
    row("/api/machineactions/nobody/getPackageUri", 404, "ResourceNotFound");
    row("/api/vulnerabilities?$top=8001", 400, "ODataError");
}

void LabResourcesTest::keysAreChecked()
{
    QFETCH(QString, path);
    QFETCH(int, status);
    QFETCH(QString, code);
    const LabAnswer answer = m_client->get(path);
    QVERIFY2(answer.status == status, answer.body.constData());
    QCOMPARE(answer.code(), code);
}

void LabResourcesTest::exportsComeAsFiles()
{
    const LabAnswer answer = m_client->get(QStringLiteral("/api/machines/SoftwareInventoryExport"));
    QCOMPARE(answer.status, 200);
    const QString link = answer.json().value(u"exportFiles").toArray().first().toString();
    m_client->authorization.clear();
    const LabAnswer file = m_client->get(link);
    QCOMPARE(file.status, 200);
    QVERIFY(file.body.startsWith("\x1f\x8b"));
    QCOMPARE(m_client->get(link.chopped(20) + QStringLiteral("x/part-00000.json.gz")).status, 403);
    QVERIFY(m_client->useToken());
}

void LabResourcesTest::exportsArePaged()
{
    const QString path = QStringLiteral("/api/machines/SoftwareInventoryByMachine");
    const qsizetype all = m_client->get(path).rows().size();
    const LabAnswer first = m_client->get(path + QStringLiteral("?pageSize=5"));
    QCOMPARE(first.rows().size(), 5);
    const LabAnswer second = m_client->get(first.json().value(u"@odata.nextLink").toString());
    QCOMPARE(second.rows().size(), 5);
    QVERIFY(second.rows().first() != first.rows().first());
    QVERIFY(all > 10);
    QVERIFY(!m_client->get(path + QStringLiteral("?$top=3")).json().contains(u"@odata.nextLink"));
}

QString LabResourcesTest::waitForEnd(const QString &actionId)
{
    for (int i = 0; i < 100; ++i) {
        const QString status =
            m_client->get(QStringLiteral("/api/machineactions/") + actionId).json().value(u"status").toString();
        if (status != QLatin1String("Pending") && status != QLatin1String("InProgress"))
            return status;
        QThread::msleep(20);
    }
    return {};
}

void LabResourcesTest::packageLinkIsQuoted()
{
    const QString path = QStringLiteral("/api/machines/") + m_device + QStringLiteral("/collectInvestigationPackage");
    const LabAnswer begun = m_client->post(path, {{QStringLiteral("Comment"), QStringLiteral("why")}});
    QCOMPARE(begun.status, 201);
    const QString id = begun.json().value(u"id").toString();
    const LabAnswer again = m_client->post(path, {{QStringLiteral("Comment"), QStringLiteral("why")}});
    QCOMPARE(again.status, 400);
    QCOMPARE(again.message(), QStringLiteral("Action is already in progress"));
    const QString link = QStringLiteral("/api/machineactions/") + id + QStringLiteral("/getPackageUri");
    QCOMPARE(m_client->get(link).status, 404);
    QCOMPARE(waitForEnd(id), QStringLiteral("Succeeded"));
    const QString value = m_client->get(link).json().value(u"value").toString();
    QVERIFY(value.startsWith(u'"') && value.endsWith(u'"'));
    m_client->authorization.clear();
    const LabAnswer package = m_client->get(value.mid(1, value.size() - 2));
    QVERIFY(package.body.startsWith("PK\x03\x04") && package.body.contains("DeviceProcessEvents.csv"));
    QVERIFY(m_client->useToken());
}

void LabResourcesTest::liveResponseTakesSteps()
{
    const auto step = [](const char *type, const char *key, const QString &value) {
        return QJsonObject{
            {QStringLiteral("type"), QLatin1String(type)},
            {QStringLiteral("params"),
             QJsonArray{QJsonObject{{QStringLiteral("key"), QLatin1String(key)}, {QStringLiteral("value"), value}}}}};
    };
    const QByteArray form = "--b\r\nContent-Disposition: form-data; name=\"File\"; filename=\"list.ps1\"\r\n\r\n"
                            "Get-Process\r\n--b--\r\n";
    QCOMPARE(
        m_client->send("POST", QStringLiteral("/api/libraryfiles"), form, "multipart/form-data; boundary=b").status,
        200);
    QCOMPARE(
        m_client->send("POST", QStringLiteral("/api/libraryfiles"), form, "multipart/form-data; boundary=b").status,
        400);
    const QString path = QStringLiteral("/api/machines/") + m_device + QStringLiteral("/runliveresponse");
    const auto run = [&](const QJsonArray &commands) {
        return m_client->post(
            path, {{QStringLiteral("Comment"), QStringLiteral("why")}, {QStringLiteral("Commands"), commands}});
    };
    const QJsonObject script = step("RunScript", "ScriptName", QStringLiteral("list.ps1"));
    QCOMPARE(run({step("GetFile", "Path", QStringLiteral("C:\\x")), script}).status, 400);
    const LabAnswer begun = run({script, step("GetFile", "Path", QStringLiteral("C:\\nowhere\\at-all.txt")),
                                 step("GetFile", "Path", QStringLiteral("C:\\x"))});
    QVERIFY2(begun.status == 201, begun.body.constData());
    QCOMPARE(run({script}).code(), QStringLiteral("ActiveRequestAlreadyExists"));
    const QString id = begun.json().value(u"id").toString();
    QCOMPARE(waitForEnd(id), QStringLiteral("Failed"));
    const QJsonArray steps =
        m_client->get(QStringLiteral("/api/machineactions/") + id).json().value(u"commands").toArray();
    QStringList states;
    for (const QJsonValue &each : steps)
        states.append(each[QStringLiteral("commandStatus")].toString());
    QCOMPARE(states, (QStringList{QStringLiteral("Completed"), QStringLiteral("Failed"), QStringLiteral("Created")}));
    const QString result = QStringLiteral("/api/machineactions/%1/GetLiveResponseResultDownloadLink(index=%2)");
    const QString link = m_client->get(result.arg(id, QStringLiteral("0"))).json().value(u"value").toString();
    const QJsonObject output = m_client->get(link).json();
    QCOMPARE(output.value(u"script_name").toString(), QStringLiteral("list.ps1"));
    QVERIFY(!output.value(u"script_output").toString().isEmpty());
    QCOMPARE(m_client->get(result.arg(id, QStringLiteral("1"))).status, 404);
    QCOMPARE(m_client->send("DELETE", QStringLiteral("/api/libraryfiles/list.ps1")).status, 204);
    QCOMPARE(m_client->send("DELETE", QStringLiteral("/api/libraryfiles/list.ps1")).status, 404);
}

void LabResourcesTest::alertsAreRaisedAndMerged()
{
    const LabAnswer hunted = m_client->post(
        QStringLiteral("/api/advancedqueries/run"),
        {{QStringLiteral("Query"),
          QStringLiteral(
              "DeviceProcessEvents | where isnotempty(SHA1) | project Timestamp, DeviceId, ReportId, SHA1 | take 1")}});
    const QJsonObject event = hunted.json().value(u"Results").toArray().first().toObject();
    QVERIFY2(!event.isEmpty(), hunted.body.constData());
    QJsonObject body{{QStringLiteral("machineId"), event.value(u"DeviceId")},
                     {QStringLiteral("reportId"), QString::number(event.value(u"ReportId").toInteger())},
                     {QStringLiteral("eventTime"), event.value(u"Timestamp")},
                     {QStringLiteral("severity"), QStringLiteral("Low")},
                     {QStringLiteral("title"), QStringLiteral("Seen by the test")},
                     {QStringLiteral("description"), QStringLiteral("d")},
                     {QStringLiteral("recommendedAction"), QStringLiteral("r")},
                     {QStringLiteral("category"), QStringLiteral("Execution")}};
    const QString path = QStringLiteral("/api/alerts/CreateAlertByReference");
    const LabAnswer first = m_client->post(path, body);
    QVERIFY2(first.status == 200, first.body.constData());
    QCOMPARE(m_client->post(path, body).json().value(u"id"), first.json().value(u"id"));
    const QString sha1 = event.value(u"SHA1").toString();
    QVERIFY(m_client->get(QStringLiteral("/api/files/%1/alerts").arg(sha1))
                .ids()
                .contains(first.json().value(u"id").toString()));
    body.insert(QStringLiteral("reportId"), QStringLiteral("999999999"));
    QCOMPARE(m_client->post(path, body).status, 404);
    body.remove(QStringLiteral("category"));
    QCOMPARE(m_client->post(path, body).code(), QStringLiteral("MissingRequiredParameter"));
    const LabAnswer many = m_client->post(QStringLiteral("/api/alerts/batchUpdate"),
                                          {{QStringLiteral("alertIds"), QJsonArray{first.json().value(u"id")}},
                                           {QStringLiteral("status"), QStringLiteral("Resolved")}});
    QCOMPARE(many.status, 200);
    QVERIFY(many.body.isEmpty());
}

void LabResourcesTest::indicatorsAreImported()
{
    QJsonArray indicators;
    for (const char *value : {"198.51.100.7", "not an address"})
        indicators.append(QJsonObject{{QStringLiteral("indicatorValue"), QLatin1String(value)},
                                      {QStringLiteral("indicatorType"), QStringLiteral("IpAddress")},
                                      {QStringLiteral("action"), QStringLiteral("Block")},
                                      {QStringLiteral("title"), QStringLiteral("t")},
                                      {QStringLiteral("description"), QStringLiteral("d")}});
    const QString path = QStringLiteral("/api/indicators/import");
    const LabAnswer answer = m_client->post(path, {{QStringLiteral("Indicators"), indicators}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.rows().at(0)[QStringLiteral("isFailed")].toBool(), false);
    QCOMPARE(answer.rows().at(1)[QStringLiteral("isFailed")].toBool(), true);
    QJsonArray tooMany;
    for (int i = 0; i < 501; ++i)
        tooMany.append(indicators.first());
    QCOMPARE(m_client->post(path, {{QStringLiteral("Indicators"), tooMany}}).code(),
             QStringLiteral("MaximumBatchSizeExceeded"));
    const QString id = answer.rows().first()[QStringLiteral("id")].toString();
    const QString remove = QStringLiteral("/api/indicators/BatchDelete");
    QCOMPARE(m_client->post(remove, {{QStringLiteral("IndicatorIds"), QJsonArray{id, QStringLiteral("x")}}}).status,
             404);
    QCOMPARE(m_client->post(remove, {{QStringLiteral("IndicatorIds"), QJsonArray{id}}}).status, 204);
}

void LabResourcesTest::incidentsFollowAlerts()
{
    QVERIFY(m_client->useToken(audienceOf(ApiHost::Graph)));
    const QString path = QStringLiteral("/v1.0/security/incidents");
    const QJsonObject incident = firstRow(m_client->get(path + QStringLiteral("?$expand=alerts")));
    QVERIFY(!incident.value(u"alerts").toArray().isEmpty());
    QVERIFY(firstRow(m_client->get(path)).value(u"alerts").toArray().isEmpty());
    const QString one = path + u'/' + incident.value(u"id").toString();
    const LabAnswer changed = m_client->patch(one, {{QStringLiteral("status"), QStringLiteral("resolved")},
                                                    {QStringLiteral("assignedTo"), QStringLiteral("me@lab.example")}});
    QVERIFY2(changed.status == 200, changed.body.constData());
    QCOMPARE(changed.json().value(u"status").toString(), QStringLiteral("resolved"));
    QCOMPARE(m_client->patch(one, {{QStringLiteral("Status"), QStringLiteral("resolved")}}).code(),
             QStringLiteral("InvalidRequestBody"));
    const LabAnswer filtered = m_client->get(path + QStringLiteral("?$filter=assignedTo eq 'me@lab.example'"));
    QCOMPARE(filtered.rows().size(), 1);
    QVERIFY(m_client->useToken(audienceOf(ApiHost::Xdr)));
    const LabAnswer xdr = m_client->get(QStringLiteral("/api/incidents/") + incident.value(u"id").toString());
    QCOMPARE(xdr.json().value(u"status").toString(), QStringLiteral("Resolved"));
    QVERIFY(m_client->useToken());
    QCOMPARE(m_client->get(QStringLiteral("/api/incidents")).status, 403);
}

void LabResourcesTest::tagsAndValuesChange()
{
    const QString one = QStringLiteral("/api/machines/") + m_device;
    const LabAnswer tagged =
        m_client->post(one + QStringLiteral("/tags"), {{QStringLiteral("Value"), QStringLiteral("lab-test")},
                                                       {QStringLiteral("Action"), QStringLiteral("Add")}});
    QCOMPARE(tagged.status, 200);
    QVERIFY(tagged.json().value(u"machineTags").toArray().contains(QStringLiteral("lab-test")));
    QCOMPARE(m_client->get(QStringLiteral("/api/machines/findbytag?tag=lab-&useStartsWithFilter=true")).ids(),
             QStringList(m_device));
    QCOMPARE(m_client->get(QStringLiteral("/api/machines/findbytag?tag=lab-")).ids(), QStringList());
    QCOMPARE(m_client
                 ->post(one + QStringLiteral("/tags"), {{QStringLiteral("value"), QStringLiteral("x")},
                                                        {QStringLiteral("Action"), QStringLiteral("Add")}})
                 .code(),
             QStringLiteral("InvalidRequestBody"));
    const LabAnswer valued = m_client->post(one + QStringLiteral("/setDeviceValue"),
                                            {{QStringLiteral("DeviceValue"), QStringLiteral("High")}});
    QCOMPARE(valued.json().value(u"deviceValue").toString(), QStringLiteral("High"));
    QCOMPARE(
        m_client->patch(one, {{QStringLiteral("machineTags"), QJsonArray()}}).json().value(u"machineTags").toArray(),
        QJsonArray());
}

void LabResourcesTest::scansHaveRuns()
{
    const QJsonObject body{{QStringLiteral("scanType"), QStringLiteral("Network")},
                           {QStringLiteral("scanName"), QStringLiteral("n")},
                           {QStringLiteral("isActive"), true},
                           {QStringLiteral("target"), QStringLiteral("10.0.0.1, 10.0.0.2")},
                           {QStringLiteral("intervalInHours"), 1},
                           {QStringLiteral("targetType"), QStringLiteral("Ip")},
                           {QStringLiteral("scannerAgent"), QJsonObject{{QStringLiteral("machineId"), m_device}}},
                           {QStringLiteral("scanAuthenticationParams"),
                            QJsonObject{{QStringLiteral("type"), QStringLiteral("NoAuthNoPriv")}}}};
    const QString path = QStringLiteral("/api/DeviceAuthenticatedScanDefinitions");
    const LabAnswer made = m_client->post(path, body);
    QVERIFY2(made.status == 200, made.body.constData());
    QVERIFY(made.json().value(u"scanAuthenticationParams").isNull());
    const QJsonArray ids{made.json().value(u"id")};
    QTRY_VERIFY_WITH_TIMEOUT(!m_client
                                  ->post(path + QStringLiteral("/GetScanHistoryByScanDefinitionId"),
                                         {{QStringLiteral("ScanDefinitionIds"), ids}})
                                  .rows()
                                  .isEmpty(),
                             5'000);
    QCOMPARE(m_client
                 ->post(path + QStringLiteral("/GetScanHistoryBySessionId"),
                        {{QStringLiteral("SessionIds"), QJsonArray{QStringLiteral("x")}}})
                 .rows()
                 .size(),
             0);
    QCOMPARE(m_client->post(path + QStringLiteral("/BatchDelete"), {{QStringLiteral("ScanDefinitionIds"), ids}}).status,
             200);
}

/// Nothing is rolled anew: another lab with the same content gives the same answers.
void LabResourcesTest::sameContentSameAnswers()
{
    auto other = Lab::start(m_options);
    QVERIFY(other.has_value());
    LabClient client(**other);
    QVERIFY(client.useToken());
    for (const char *path : {"/api/Software", "/api/vulnerabilities?$top=5", "/api/recommendations"}) {
        // The clock has gone on between the two: what counts from now is not compared.
        QCOMPARE(client.get(QLatin1String(path)).ids(), m_client->get(QLatin1String(path)).ids());
    }
}

QTEST_GUILESS_MAIN(LabResourcesTest)
#include "tst_labresources.moc"
