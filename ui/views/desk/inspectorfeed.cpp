// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/desk/inspectorfeed.h"

#include "app/base/jsontext.h"
#include "app/base/safetext.h"
#include "app/base/workers.h"
#include "app/response/lastcontact.h"
#include "app/session/session.h"
#include "app/store/store.h"
#include "app/story/reason.h"
#include "ui/widgets/processoutline.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace watchdesk::ui {

namespace {

/// A field of the first row as text; datetimes as an analyst reads them.
QString value(const Table &table, const char *column, qsizetype row = 0)
{
    const int index = table.indexOf(QString::fromLatin1(column));
    if (index < 0 || row >= table.rowCount())
        return {};
    const Column &cells = table.column(index);
    if (cells.isNull(row))
        return {};
    return cells.display(row);
}

QString moment(Ticks at)
{
    return at <= 0 ? QString()
                   : QString(dateTimeFromTicks(at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) %
                             QStringLiteral(" UTC"));
}

QString moment(const QString &ticks) { return moment(ticks.toLongLong()); }

/// "NetworkEvents": of a device is said beside it, and the whole name does not fit.
QString shortTable(const QString &table)
{
    static const QString prefix = QStringLiteral("Device");
    return table.startsWith(prefix) ? table.mid(prefix.size()) : table;
}

QString lookOf(const QString &word)
{
    const QString key = word.toLower();
    return key == u"high" || key == u"critical" ? QStringLiteral("bad")
           : key == u"medium"                   ? QStringLiteral("warn")
                                                : QString();
}

void addFact(QList<Fact> &facts, const QString &label, const QString &text, const QString &look = {})
{
    if (!text.trimmed().isEmpty())
        facts.append({label, text, look});
}

const char *const kDeviceSql = R"(SELECT d.computerDnsName AS name, d.riskScore AS risk, d.exposureLevel AS exposure,
 d.osPlatform AS os, d.version AS version, CAST(d.osBuild AS VARCHAR) AS build, d.lastIpAddress AS ip, d.healthStatus AS health,
 d.rbacGroupName AS grp, CAST(d.machineTags AS VARCHAR) AS tags, d.deviceValue AS val, CAST(d.lastSeen AS VARCHAR) AS seen,
 (SELECT count(*) FROM Alerts a WHERE a.machineId = d.id AND lower(a.status) <> 'resolved') AS alerts,
 (SELECT AccountDomain || '\' || AccountName FROM DeviceLogonEvents l WHERE l.DeviceId = d.id AND l.AccountName <> ''
    AND l.ActionType = 'LogonSuccess' AND l.LogonType = 'Interactive' ORDER BY l.Timestamp DESC LIMIT 1) AS lastuser
 FROM Devices d WHERE d.id = ?)";

const char *const kAlertSql =
    R"(SELECT title, severity, status, category, detectionSource AS source, computerDnsName AS device,
 CAST(coalesce(firstEventTime, alertCreationTime) AS VARCHAR) AS first, CAST(lastEventTime AS VARCHAR) AS last, assignedTo AS owner,
 json_extract_string(comments, '$[#-1].comment') AS note, json_extract_string(comments, '$[#-1].createdBy') AS noteby,
 array_to_string(CAST(json_extract_string(mitreTechniques, '$[*]') AS VARCHAR[]), ', ') AS techniques FROM Alerts WHERE id = ?)";

const char *const kExternalSql =
    R"(SELECT Signature AS title, Severity AS severity, Source AS source, Sensor AS sensor, Category AS category,
 Protocol AS protocol, SourceIP AS src, CAST(SourcePort AS VARCHAR) AS sport, DestinationIP AS dst, CAST(DestinationPort AS VARCHAR) AS dport,
 HostName AS host, Technique AS technique, CAST(Timestamp AS VARCHAR) AS at, SourceFile AS file, CAST(SourceLine AS VARCHAR) AS line
 FROM ExternalAlerts WHERE ExternalId = ?)";

const char *const kIndicatorSql =
    R"(SELECT indicatorValue AS title, indicatorType AS type, action, severity, title AS about, description,
 CAST(expirationTime AS VARCHAR) AS expires, createdBy AS owner FROM Indicators WHERE id = ?)";

const char *const kPairSql =
    R"(SELECT c.Score AS score, CAST(c.Reasons AS VARCHAR) AS reasons, c.ProcessName AS process FROM Correlations c
 WHERE %1 = ? ORDER BY c.Score DESC LIMIT 1)";

const char *const kActionSql =
    R"(SELECT id, type, status, requestor, CAST(creationDateTimeUtc AS VARCHAR) AS at FROM MachineActions
 WHERE machineId = ? ORDER BY creationDateTimeUtc DESC LIMIT 12)";

} // namespace

InspectorFeed::InspectorFeed(Inspector *inspector, Selection *selection, std::shared_ptr<session::Session> session,
                             QObject *parent)
    : QObject(parent)
    , m_inspector(inspector)
    , m_selection(selection)
    , m_session(std::move(session))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(300);
    connect(&m_pause, &QTimer::timeout, this, &InspectorFeed::refresh);
    connect(selection, &Selection::relatedChanged, this, &InspectorFeed::refresh);
    connect(m_session->store().get(), &store::Store::changed, this, [this](const QStringList &tables) {
        const QStringList ours = {QStringLiteral("MachineActions"), QStringLiteral("Devices"),
                                  QStringLiteral("Correlations"), QStringLiteral("Alerts")};
        if (std::any_of(tables.cbegin(), tables.cend(), [&](const QString &table) { return ours.contains(table); }) &&
            !m_pause.isActive())
            m_pause.start();
    });
    refresh();
}

void InspectorFeed::ask(const QString &sql, const QString &key, void (InspectorFeed::*take)(const Table &))
{
    ++m_open;
    m_session->store()->readLater(sql, {key}).then(this, [this, run = m_run, take](const Result<TablePointer> &result) {
        --m_open;
        if (run != m_run)
            return;
        if (result)
            (this->*take)(**result);
        else if (result.error().kind != Error::Kind::Cancelled)
            m_inspector->setNotice(result.error().message);
    });
}

void InspectorFeed::refresh()
{
    ++m_run;
    const Subject &subject = m_selection->subject();
    const Related &related = m_selection->related();
    m_inspector->setNotice({});
    m_subjectFacts.clear();
    if (m_deviceId != related.deviceId) {
        m_deviceId = related.deviceId;
        m_isolated = false;
        m_deviceFacts.clear();
        m_reported = m_contact = 0;
        m_inspector->setActions({});
    }
    Q_EMIT deviceChanged();
    if (subject.kind == Subject::Kind::Nothing) {
        m_inspector->setTitle(tr("Nothing chosen"));
        m_inspector->setEmpty(tr(
            "Choose a device, an alert or an indicator: what belongs to it is marked everywhere, and its facts stand here."));
        Q_EMIT pairDescribed({}, {});
        return;
    }
    const char *sql = subject.kind == Subject::Kind::Alert      ? kAlertSql
                      : subject.kind == Subject::Kind::External ? kExternalSql
                                                                : kIndicatorSql;
    if (subject.kind != Subject::Kind::Device)
        ask(QString::fromLatin1(sql), subject.key, &InspectorFeed::takeSubject);
    if (!m_deviceId.isEmpty()) {
        ask(QString::fromLatin1(kDeviceSql), m_deviceId, &InspectorFeed::takeDevice);
        ask(response::lastContactSql(), m_deviceId, &InspectorFeed::takeContact);
        ask(QString::fromLatin1(kActionSql), m_deviceId, &InspectorFeed::takeActions);
    }
    m_inspector->setReasons({}, {});
    if (!related.externalId.isEmpty())
        ask(QString::fromLatin1(kPairSql).arg(QStringLiteral("c.ExternalId")), related.externalId,
            &InspectorFeed::takePair);
    else if (!related.alertId.isEmpty())
        ask(QString::fromLatin1(kPairSql).arg(QStringLiteral("c.AlertId")), related.alertId, &InspectorFeed::takePair);
    else
        Q_EMIT pairDescribed({}, {});
    askForProcess(related.externalId.isEmpty() ? related.alertId : related.externalId);
}

void InspectorFeed::takeSubject(const Table &table)
{
    m_subjectFacts.clear();
    m_title = value(table, "title");
    addFact(m_subjectFacts, tr("Severity"), value(table, "severity"), lookOf(value(table, "severity")));
    addFact(m_subjectFacts, tr("Status"), value(table, "status"));
    addFact(m_subjectFacts, tr("Action"), value(table, "action"));
    addFact(m_subjectFacts, tr("Type"), value(table, "type"));
    addFact(m_subjectFacts, tr("About"), value(table, "about"));
    addFact(m_subjectFacts, tr("Category"), value(table, "category"));
    addFact(m_subjectFacts, tr("Techniques"),
            value(table, "techniques").isEmpty() ? value(table, "technique") : value(table, "techniques"),
            QStringLiteral("mono"));
    addFact(m_subjectFacts, tr("Source"), value(table, "source"),
            m_selection->subject().kind == Subject::Kind::External ? QStringLiteral("external") : QString());
    if (!value(table, "dst").isEmpty()) {
        const auto end = [&](const char *ip, const char *port) {
            return QString(value(table, ip) %
                           (value(table, port).isEmpty() ? QString() : QString(u':' % value(table, port))));
        };
        addFact(m_subjectFacts, tr("Flow"),
                QString(value(table, "protocol") % u' ' % end("src", "sport") % QStringLiteral(" → ") %
                        end("dst", "dport")),
                QStringLiteral("mono"));
    }
    addFact(m_subjectFacts, tr("First seen"), moment(value(table, "first")), QStringLiteral("mono"));
    addFact(m_subjectFacts, tr("Last seen"), moment(value(table, "last")), QStringLiteral("mono"));
    addFact(m_subjectFacts, tr("Time"), moment(value(table, "at")), QStringLiteral("mono"));
    addFact(m_subjectFacts, tr("Expires"), moment(value(table, "expires")), QStringLiteral("mono"));
    addFact(m_subjectFacts, tr("Owner"), value(table, "owner"));
    if (!value(table, "note").isEmpty()) // the last one; the tenant view has them all
        addFact(m_subjectFacts, tr("Note"),
                QString(value(table, "note") % QStringLiteral(" — ") % value(table, "noteby")));
    if (!value(table, "file").isEmpty())
        addFact(m_subjectFacts, tr("Record"),
                QString(value(table, "file").section(u'/', -1) % u':' % value(table, "line")), QStringLiteral("muted"));
    showFacts();
}

void InspectorFeed::takeDevice(const Table &table)
{
    m_deviceFacts.clear();
    const QString risk = value(table, "risk");
    const QString device = value(table, "name");
    if (m_selection->subject().kind == Subject::Kind::Device)
        m_title = device;
    else
        addFact(m_deviceFacts, tr("Device"), device);
    addFact(m_deviceFacts, tr("Risk"),
            tr("%1 (%Ln open alert(s))", nullptr, value(table, "alerts").toInt())
                .arg(risk.isEmpty() ? tr("unknown") : risk),
            lookOf(risk));
    addFact(m_deviceFacts, tr("Exposure"), value(table, "exposure"), lookOf(value(table, "exposure")));
    addFact(m_deviceFacts, tr("OS"),
            QString(value(table, "os") % u' ' % value(table, "version") % u' ' % value(table, "build")).simplified());
    addFact(m_deviceFacts, tr("IP"), value(table, "ip"), QStringLiteral("mono"));
    addFact(m_deviceFacts, tr("Health"), value(table, "health"),
            value(table, "health") == u"Active" ? QStringLiteral("good") : QStringLiteral("warn"));
    QStringList group = {value(table, "grp")};
    for (const QJsonValue &tag : jsonFromText(value(table, "tags").toStdString()).toArray())
        group.append(tag.toString());
    group.removeAll(QString());
    addFact(m_deviceFacts, tr("Group / tags"), group.join(QStringLiteral(" · ")));
    addFact(m_deviceFacts, tr("Last user"), value(table, "lastuser"));
    addFact(m_deviceFacts, tr("Value"), value(table, "val"));
    m_reported = value(table, "seen").toLongLong();
    showFacts();
}

void InspectorFeed::takeContact(const Table &table)
{
    m_contact = table.rowCount() > 0 ? table.column(0).integer(0) : 0;
    m_contactSource = table.rowCount() > 0 ? table.display(0, 1) : QString();
    showFacts();
}

void InspectorFeed::showFacts()
{
    m_inspector->setTitle(visibleText(m_title, 60));
    QList<Fact> facts = m_subjectFacts + m_deviceFacts;
    // The best evidence, and whose it is: the service's own report is about one a day.
    if (m_contact > m_reported)
        addFact(facts, tr("Last contact"),
                tr("%1, %2", "moment, table").arg(moment(m_contact), shortTable(m_contactSource)),
                QStringLiteral("mono"));
    else
        addFact(facts, tr("Last contact"), moment(m_reported), QStringLiteral("mono"));
    if (m_isolated)
        facts.append({tr("Network"), tr("Isolated, says the service"), QStringLiteral("warn")});
    m_inspector->setFacts(facts);
}

void InspectorFeed::takePair(const Table &table)
{
    if (table.rowCount() == 0) {
        Q_EMIT pairDescribed({}, {});
        return;
    }
    const QString score = QString::number(value(table, "score").toDouble(), 'f', 2);
    QList<Fact> reasons;
    QStringList words;
    for (const story::Reason &reason : story::reasonsFromText(value(table, "reasons").toStdString())) {
        const QString text = visibleText(reason.text(), 200);
        words.append(text);
        reasons.append({QString(u'+' % QString::number(reason.points, 'f', 2)), text, {}});
    }
    m_inspector->setReasons(score, reasons);
    Q_EMIT pairDescribed(QString(score % QStringLiteral(" · ") % words.mid(0, 3).join(QStringLiteral(" · "))),
                         words.join(u'\n'));
}

void InspectorFeed::takeActions(const Table &table)
{
    QList<ActionLine> actions;
    bool decided = false;
    m_isolated = false;
    for (qsizetype row = 0; row < table.rowCount(); ++row) {
        const QString type = value(table, "type", row);
        const QString status = value(table, "status", row);
        const Ticks at = value(table, "at", row).toLongLong();
        if (!decided && status == u"Succeeded" && (type == u"Isolate" || type == u"Unisolate")) {
            decided = true;
            m_isolated = type == u"Isolate";
        }
        actions.append({value(table, "id", row),
                        QString(type % QStringLiteral(" — ") % status % u' ' % clockFromTicks(at).left(5)), status});
    }
    m_inspector->setActions(actions);
    showFacts();
    Q_EMIT deviceChanged();
}

void InspectorFeed::askForProcess(const QString &alertId)
{
    if (alertId.isEmpty()) {
        m_shownAlert.clear();
        m_inspector->process()->setMessage(tr("Choose an alert to see its process."));
        return;
    }
    if (m_shownAlert != alertId)
        m_inspector->process()->setMessage(tr("Looking …"));
    m_shownAlert = alertId;
    ++m_open;
    onWorker([store = m_session->store(), alertId]() -> Result<story::ProcessTree> {
        const auto behind = story::processBehind(*store, alertId);
        if (!behind)
            return failure(behind.error());
        if (!*behind)
            return failure(Error::Kind::NotFound, tr("No process is known for it."));
        return story::processTree(*store, (*behind)->process,
                                  {.nodes = 40, .childrenPerNode = 6, .ancestors = 2, .peersPerNode = 4});
    }).then(this, [this, run = m_run](const Result<story::ProcessTree> &tree) {
        --m_open;
        if (run == m_run)
            takeProcess(tree);
    });
}

void InspectorFeed::takeProcess(const Result<story::ProcessTree> &tree)
{
    if (tree)
        m_inspector->process()->setTree(*tree);
    else
        m_inspector->process()->setMessage(tree.error().message);
}

} // namespace watchdesk::ui
