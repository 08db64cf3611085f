// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/response/operationchecks.h"

#include "app/base/safetext.h"
#include "app/base/ticks.h"
#include "app/response/machineaction.h"
#include "app/store/store.h"

#include <QCoreApplication>
#include <QHash>
#include <QHostAddress>

namespace watchdesk::response {

namespace {

using Outcome = Check::Outcome;

QString shown(const QString &text) { return visibleText(text, 200); }

QString textOf(const QJsonObject &body, const char *name) { return body.value(QLatin1String(name)).toString(); }

/// The first row of a table's columns as texts; empty where there is none.
QStringList firstRow(const store::Store &store, const QString &table, const QString &sql,
                     const QVariantList &parameters)
{
    QStringList cells;
    if (!store.schema().find(table))
        return cells;
    const auto rows = store.read(sql, parameters);
    for (qsizetype column = 0; rows && rows->rowCount() > 0 && column < rows->columnCount(); ++column)
        cells.append(rows->display(0, column));
    return cells;
}

/// Which determinations belong to which classification (update-alert).
bool isPair(const QString &classification, const QString &determination)
{
    static const QHash<QString, QStringList> pairs{
        {QStringLiteral("TruePositive"),
         {QStringLiteral("MultiStagedAttack"), QStringLiteral("MaliciousUserActivity"),
          QStringLiteral("CompromisedUser"), QStringLiteral("Malware"), QStringLiteral("Phishing"),
          QStringLiteral("UnwantedSoftware"), QStringLiteral("Other")}},
        {QStringLiteral("InformationalExpectedActivity"),
         {QStringLiteral("SecurityTesting"), QStringLiteral("LineOfBusinessApplication"),
          QStringLiteral("ConfirmedUserActivity"), QStringLiteral("Other")}},
        {QStringLiteral("FalsePositive"),
         {QStringLiteral("Clean"), QStringLiteral("InsufficientData"), QStringLiteral("Other")}},
    };
    return classification.isEmpty() || determination.isEmpty() || pairs.value(classification).contains(determination);
}

Check checkVerdict(const QJsonObject &body)
{
    const QString name = QStringLiteral("verdict");
    const QString classification = textOf(body, "classification");
    const QString determination = textOf(body, "determination");
    if (isPair(classification, determination))
        return {name, Outcome::Ok, QCoreApplication::translate("response", "The verdict's two parts fit each other.")};
    return {name, Outcome::Warning,
            QCoreApplication::translate("response", "The service's pages do not list %1 under %2.")
                .arg(shown(determination), shown(classification))};
}

QList<Check> checkAlert(const store::Store &store, const OperationRequest &request)
{
    const QString name = QStringLiteral("alert");
    const QStringList alert =
        firstRow(store, QStringLiteral("Alerts"),
                 QStringLiteral("SELECT title, status, coalesce(assignedTo, ''), coalesce(computerDnsName, '') FROM "
                                "Alerts WHERE id = ?"),
                 {request.target});
    QList<Check> checks;
    if (alert.isEmpty())
        checks.append(
            {name, Outcome::Warning, QCoreApplication::translate("response", "The store does not hold this alert.")});
    else
        checks.append({name, Outcome::Ok,
                       QCoreApplication::translate("response", "“%1” on %2 is %3; %4")
                           .arg(shown(alert[0]), shown(alert[3]), shown(alert[1]),
                                alert[2].isEmpty()
                                    ? QCoreApplication::translate("response", "nobody works on it")
                                    : QCoreApplication::translate("response", "%1 works on it").arg(shown(alert[2])))});
    if (request.body.contains(QStringLiteral("determination")))
        checks.append(checkVerdict(request.body));
    return checks;
}

/// What the events' tables hold of the event that the alert is to be raised on.
QList<Check> checkReference(const store::Store &store, const OperationRequest &request)
{
    const QString device = textOf(request.body, "machineId");
    const QStringList known =
        firstRow(store, QStringLiteral("Devices"),
                 QStringLiteral("SELECT computerDnsName FROM Devices WHERE lower(id) = lower(?)"), {device});
    QList<Check> checks;
    checks.append(
        known.isEmpty()
            ? Check{QStringLiteral("device"), Outcome::Warning,
                    QCoreApplication::translate("response", "The store holds no device \"%1\"").arg(shown(device))}
            : Check{QStringLiteral("device"), Outcome::Ok,
                    QCoreApplication::translate("response", "On %1, event %2 of %3")
                        .arg(shown(known[0]), shown(textOf(request.body, "reportId")),
                             shown(textOf(request.body, "eventTime")))});
    const QString open = openAlertAlike(store, device, textOf(request.body, "title"));
    checks.append(
        open.isEmpty()
            ? Check{QStringLiteral("merge"), Outcome::Ok,
                    QCoreApplication::translate("response", "No open alert of this title is held for the device")}
            : Check{QStringLiteral("merge"), Outcome::Warning,
                    QCoreApplication::translate("response", "The open alert %1 of the same title on this "
                                                            "device takes it in: no new one is made.")
                        .arg(shown(open))});
    checks.append({QStringLiteral("investigation"), Outcome::Warning,
                   QCoreApplication::translate("response", "An automated investigation starts on a new alert.")});
    return checks;
}

QList<Check> checkCancel(const store::Store &store, const OperationRequest &request)
{
    const QString name = QStringLiteral("state");
    const QStringList action =
        firstRow(store, QStringLiteral("MachineActions"),
                 QStringLiteral("SELECT type, status, coalesce(computerDnsName, '') FROM MachineActions WHERE id = ?"),
                 {request.target});
    if (action.isEmpty())
        return {
            {name, Outcome::Warning, QCoreApplication::translate("response", "The store does not hold this action.")}};
    const QString text =
        QCoreApplication::translate("response", "%1 on %2 is %3").arg(shown(action[0]), shown(action[2]), action[1]);
    return {{name, isFinalStatus(action[1]) ? Outcome::Refusal : Outcome::Ok, text}};
}

/// Not of the internet: private ranges (RFC 1918, RFC 6598), local ones and those without a host.
bool isInside(const QHostAddress &address)
{
    static const QStringList ranges{QStringLiteral("10.0.0.0/8"), QStringLiteral("172.16.0.0/12"),
                                    QStringLiteral("192.168.0.0/16"), QStringLiteral("100.64.0.0/10"),
                                    QStringLiteral("fc00::/7")};
    return !address.isGlobal() || std::any_of(ranges.begin(), ranges.end(), [&](const QString &range) {
        return address.isInSubnet(QHostAddress::parseSubnet(range));
    });
}

/// What the service says of indicators: addresses of the internet only, no block-and-remediate in the network, and
/// Audit raises alerts (ti-indicator pages).
QList<Check> checkIndicator(const store::Store &store, const OperationRequest &request)
{
    const QString type = textOf(request.body, "indicatorType");
    const QString value = textOf(request.body, "indicatorValue");
    const QString action = textOf(request.body, "action");
    QList<Check> checks;
    const QStringList held =
        firstRow(store, QStringLiteral("Indicators"),
                 QStringLiteral("SELECT action FROM Indicators WHERE lower(indicatorValue) = lower(?) AND "
                                "indicatorType = ?"),
                 {value, type});
    checks.append(held.isEmpty()
                      ? Check{QStringLiteral("known"), Outcome::Ok,
                              QCoreApplication::translate("response", "No indicator of this value is held")}
                      : Check{QStringLiteral("known"), Outcome::Warning,
                              QCoreApplication::translate("response", "It changes the one of this value, which is %1")
                                  .arg(shown(held[0]))});
    const bool isNetwork = type == u"IpAddress" || type == u"DomainName" || type == u"Url";
    if (isNetwork && action == u"BlockAndRemediate")
        checks.append({QStringLiteral("kind"), Outcome::Refusal,
                       QCoreApplication::translate("response", "BlockAndRemediate is for files and certificates.")});
    if (type == u"IpAddress") {
        const QHostAddress address(value);
        if (address.isNull())
            checks.append({QStringLiteral("value"), Outcome::Refusal,
                           QCoreApplication::translate("response", "It is no address: ranges are not taken.")});
        else if (isInside(address))
            checks.append({QStringLiteral("value"), Outcome::Warning,
                           QCoreApplication::translate("response", "An address inside a network: the service acts on "
                                                                   "addresses of the internet only.")});
    }
    if (action == u"Audit" && !request.body.value(QStringLiteral("generateAlert")).toBool())
        checks.append({QStringLiteral("alert"), Outcome::Refusal,
                       QCoreApplication::translate("response", "Audit needs generateAlert to be true.")});
    return checks;
}

} // namespace

QString openAlertAlike(const store::Store &store, const QString &deviceId, const QString &title)
{
    return firstRow(store, QStringLiteral("Alerts"),
                    QStringLiteral("SELECT id FROM Alerts WHERE lower(machineId) = lower(?) AND title = ? AND status "
                                   "<> 'Resolved' LIMIT 1"),
                    {deviceId, title})
        .value(0);
}

QList<Check> checkOperation(const store::Store &store, const OperationRequest &request)
{
    using Look = QList<Check> (*)(const store::Store &, const OperationRequest &);
    static const QHash<QString, Look> looks{
        {QStringLiteral("updateAlert"), checkAlert},
        {QStringLiteral("createAlertByReference"), checkReference},
        {QStringLiteral("cancelAction"), checkCancel},
        {QStringLiteral("submitIndicator"), checkIndicator},
    };
    const Look look = looks.value(request.action);
    return look ? look(store, request) : QList<Check>();
}

} // namespace watchdesk::response
