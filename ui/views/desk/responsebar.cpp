// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/desk/responsebar.h"

#include "app/base/jsontext.h"
#include "app/base/safetext.h"
#include "app/defender/resource.h"
#include "app/defender/titles.h"
#include "app/response/gate.h"
#include "app/response/machineaction.h"
#include "app/response/shortcut.h"
#include "app/session/session.h"
#include "app/store/store.h"
#include "ui/widgets/inspector.h"
#include "ui/widgets/responses.h"
#include "ui/widgets/whynot.h"

#include <QJsonArray>
#include <QMenu>
#include <QPushButton>

#include <algorithm>
#include <functional>

namespace watchdesk::ui {

namespace {

using Kind = Subject::Kind;

constexpr qsizetype kMostValues = 8;

/// The evidence of an alert, an external alert's own values, and what runs on a device, each a text or NULL.
const char *const kSql = R"(SELECT
 (SELECT CAST(evidence AS VARCHAR) FROM Alerts WHERE id = ?1) AS evidence,
 (SELECT CAST(to_json([SHA256, SHA1, MD5, Url, Domain, DestinationIP, SourceIP]) AS VARCHAR) FROM ExternalAlerts
   WHERE ExternalId = ?2) AS external,
 (SELECT CAST(to_json(list([id, type, status])) AS VARCHAR) FROM MachineActions WHERE machineId = ?3
   AND status IN ('Pending', 'InProgress')) AS running)";

void addValue(QStringList &values, const QString &value)
{
    if (!response::indicatorTypeOf(value).isEmpty() && !values.contains(value, Qt::CaseInsensitive) &&
        values.size() < kMostValues)
        values.append(value);
}

QJsonArray arrayFrom(const Table &table, int column)
{
    return table.rowCount() == 0 || table.column(column).isNull(0)
               ? QJsonArray()
               : jsonFromText(table.column(column).text(0)).toArray();
}

} // namespace

ResponseBar::ResponseBar(Inspector *inspector, Selection *selection, std::shared_ptr<session::Session> session,
                         QObject *parent)
    : QObject(parent)
    , m_inspector(inspector)
    , m_selection(selection)
    , m_session(std::move(session))
{
    buildButtons();
    connect(m_selection, &Selection::relatedChanged, this, &ResponseBar::readValues);
    connect(m_session->store().get(), &store::Store::changed, this, [this](const QStringList &tables) {
        if (tables.contains(QStringLiteral("MachineActions")) && !m_deviceId.isEmpty())
            readValues();
    });
    if (m_session->gate() != nullptr)
        connect(m_session->gate(), &response::Gate::permissionsChanged, this, &ResponseBar::update);
    update();
}

/// The inspector stays when the tenant changes; the buttons go with this one.
ResponseBar::~ResponseBar()
{
    if (m_inspector == nullptr)
        return;
    qDeleteAll(m_buttons);
    delete m_more;
}

QPushButton *ResponseBar::addButton(const QString &text, const QString &what, bool dangerous, std::function<void()> run)
{
    QPushButton *button = m_inspector->addResponse(text, what, dangerous);
    connect(button, &QPushButton::clicked, this, std::move(run));
    return button;
}

void ResponseBar::addDeviceButton(const QString &verb, const QString &text, const QString &what, bool dangerous)
{
    m_buttons.insert(verb, addButton(text, what, dangerous, [this, verb] { Q_EMIT wanted(deviceRequest(verb)); }));
}

void ResponseBar::buildButtons()
{
    m_buttons.insert(QStringLiteral("push"),
                     addButton(tr("Push to Defender …"), tr("Raise an alert on the event behind it …"), false,
                               [this] { Q_EMIT pushWanted(m_selection->subject().key); }));
    m_buttons.value(QStringLiteral("push"))->setProperty("look", QStringLiteral("primary"));
    m_buttons.insert(QStringLiteral("resolve"), addButton(tr("Resolve…"), tr("Resolve the alert, with a verdict …"),
                                                          false, [this] { ask(QStringLiteral("resolve")); }));
    m_buttons.insert(QStringLiteral("assign"), addButton(tr("Assign…"), tr("Say who works on the alert …"), false,
                                                         [this] { ask(QStringLiteral("assign")); }));
    addDeviceButton(QStringLiteral("isolate"), tr("Isolate…"), tr("Isolate the device from the network …"), true);
    addDeviceButton(QStringLiteral("release"), tr("Release…"), tr("Release the device from isolation …"));
    addDeviceButton(QStringLiteral("restrict"), tr("Restrict apps…"), tr("Let only Microsoft's programs run …"));
    addDeviceButton(QStringLiteral("scan"), tr("AV scan…"), tr("Let Defender Antivirus look through the device …"));
    addDeviceButton(QStringLiteral("collect"), tr("Collect package…"), tr("Collect an investigation package …"));
    addDeviceButton(QStringLiteral("investigate"), tr("Investigate…"), tr("Start an automated investigation …"));
    m_more = m_inspector->addResponse(tr("More"), tr("Everything that can be asked for"), false);
    auto *menu = new QMenu(m_more);
    menu->setToolTipsVisible(true);
    m_more->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillMenu(menu);
    });
}

void ResponseBar::setDevice(const QString &deviceId, bool isolated)
{
    m_deviceId = deviceId;
    m_isolated = isolated;
    update();
}

void ResponseBar::readValues()
{
    const Related &related = m_selection->related();
    const bool isExternal = m_selection->subject().kind == Kind::External;
    ++m_run;
    ++m_open;
    m_values.clear();
    m_sha1.clear();
    m_running.clear();
    m_session->store()
        ->readLater(QString::fromLatin1(kSql),
                    {related.alertId, isExternal ? related.externalId : QString(), related.deviceId})
        .then(this, [this, run = m_run](const Result<TablePointer> &result) {
            --m_open;
            if (run == m_run && result) // without the tables there are no values
                takeValues(**result);
            update();
        });
    update();
}

void ResponseBar::takeValues(const Table &table)
{
    for (const QJsonValue &value : arrayFrom(table, 1))
        addValue(m_values, value.toString());
    for (const QJsonValue &item : arrayFrom(table, 0)) {
        const QString sha1 = item[QStringLiteral("sha1")].toString();
        if (m_sha1.isEmpty() && response::indicatorTypeOf(sha1) == u"FileSha1")
            m_sha1 = sha1;
        for (const char *member : {"sha256", "sha1", "ipAddress", "url"})
            addValue(m_values, item[QLatin1String(member)].toString());
    }
    for (const QJsonValue &action : arrayFrom(table, 2))
        m_running.append(
            {action[0].toString(), QString(action[1].toString() % QStringLiteral(" — ") % action[2].toString())});
}

QString ResponseBar::whyNoDevice(const QString &verb) const
{
    const QString reason = whyNot(m_session->gate(), verb);
    return reason.isEmpty() && m_deviceId.isEmpty() ? tr("No device is behind what is chosen.") : reason;
}

void ResponseBar::update()
{
    if (m_inspector == nullptr)
        return;
    const Kind kind = m_selection->subject().kind;
    const bool hasDevice = !m_deviceId.isEmpty() || kind == Kind::Device;
    for (auto it = m_buttons.begin(); it != m_buttons.end(); ++it) {
        const QString &verb = it.key();
        const bool isAlerts = verb == u"resolve" || verb == u"assign";
        const QString action = verb == u"push" ? QStringLiteral("createAlertByReference")
                               : isAlerts      ? QStringLiteral("updateAlert")
                                               : verb;
        const bool isOthers = verb == u"push" || isAlerts;
        const QString reason = isOthers ? whyNot(m_session->gate(), action) : whyNoDevice(action);
        bool shown = verb == u"push" ? kind == Kind::External : isAlerts ? kind == Kind::Alert : hasDevice;
        if (verb == u"isolate" || verb == u"release")
            shown = shown && (verb == u"release") == m_isolated;
        it.value()->setVisible(shown);
        allow(it.value(), it.value()->accessibleName(), reason);
    }
    m_more->setVisible(kind != Kind::Nothing);
}

SheetRequest ResponseBar::deviceRequest(const QString &verb) const
{
    return m_deviceId.isEmpty() ? SheetRequest() : ui::deviceRequest(verb, {m_deviceId}, {}, m_sha1);
}

/// A shortcut on the chosen alert, or on a value that the chosen row names.
void ResponseBar::ask(const QString &verb, const QString &value)
{
    Q_EMIT wanted(response::shortcutNamed(verb).isOfValue ? valueRequest(verb, value)
                                                          : alertRequest(verb, {m_selection->subject().key}));
}

void ResponseBar::addToMenu(QMenu *menu, const QString &text, const QString &reason, std::function<void()> run)
{
    connect(addEntry(menu, text, reason), &QAction::triggered, this, std::move(run));
}

void ResponseBar::fillMenu(QMenu *menu)
{
    fillAlertPart(menu);
    fillIndicatorPart(menu);
    fillValuePart(menu);
    fillDevicePart(menu);
    if (menu->isEmpty())
        addToMenu(menu, tr("Choose a device or an alert"), tr("Nothing is chosen."), [] {});
}

void ResponseBar::fillDevicePart(QMenu *menu)
{
    if (m_deviceId.isEmpty())
        return;
    menu->addSection(tr("Device"));
    for (const defender::ResourceAction &action : defender::resourceNamed(QStringLiteral("machines"))->actions) {
        if (!action.hasTarget())
            continue;
        const QString verb = response::gateName(action);
        addToMenu(menu, defender::translatedTitle(action.title) + u'…', whyNoDevice(verb),
                  [this, verb] { Q_EMIT wanted(deviceRequest(verb)); });
    }
    for (const Running &running : m_running)
        addToMenu(menu, tr("Cancel: %1…").arg(running.text), whyNot(m_session->gate(), QStringLiteral("cancelAction")),
                  [this, running] {
                      SheetRequest request{QStringLiteral("cancelAction")};
                      request.targets = {running.id};
                      Q_EMIT wanted(request);
                  });
}

void ResponseBar::fillAlertPart(QMenu *menu)
{
    if (m_selection->subject().kind != Kind::Alert)
        return;
    menu->addSection(tr("Alert"));
    for (const char *verb : {"resolve", "assign", "classify", "comment"}) {
        const response::Shortcut shortcut = response::shortcutNamed(QLatin1String(verb));
        addToMenu(menu, shortcut.title + u'…', whyNot(m_session->gate(), shortcut.action),
                  [this, verb = shortcut.verb] { ask(verb); });
    }
}

/// Block, allow or watch what the chosen row names, for the whole estate.
void ResponseBar::fillValuePart(QMenu *menu)
{
    if (m_values.isEmpty())
        return;
    menu->addSection(tr("Indicator for"));
    for (const QString &value : m_values) {
        QMenu *more = menu->addMenu(visibleText(value, 48).replace(u'&', QStringLiteral("&&")));
        more->setToolTipsVisible(true);
        for (const char *verb : {"block", "allow", "audit"}) {
            const response::Shortcut shortcut = response::shortcutNamed(QLatin1String(verb));
            addToMenu(more, shortcut.title + u'…', whyNot(m_session->gate(), shortcut.action),
                      [this, verb = shortcut.verb, value] { ask(verb, value); });
        }
    }
}

void ResponseBar::fillIndicatorPart(QMenu *menu)
{
    if (m_selection->subject().kind != Kind::Indicator)
        return;
    menu->addSection(tr("Indicator"));
    const defender::ResourceAction &action = *defender::actionNamed(QStringLiteral("deleteIndicator"));
    addToMenu(menu, defender::translatedTitle(action.title) + u'…', whyNot(m_session->gate(), action.name),
              [this, key = m_selection->subject().key] {
                  SheetRequest request{QStringLiteral("deleteIndicator")};
                  request.targets = {key};
                  Q_EMIT wanted(request);
              });
}

} // namespace watchdesk::ui
