// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/lab.h"
#include "app/response/gate.h"
#include "app/store/store.h"
#include "tests/ui/openwindow.h"
#include "ui/shell/runningactions.h"
#include "ui/views/hunt/huntview.h"
#include "ui/views/hunt/resultactions.h"
#include "ui/views/resources/lookupbar.h"
#include "ui/views/resources/resourcepane.h"
#include "ui/views/resources/resourcesview.h"
#include "ui/views/resources/rowactions.h"
#include "ui/widgets/actionfields.h"
#include "ui/widgets/actionsheet.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/inspector.h"
#include "ui/widgets/stepeditor.h"

#include <QComboBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace watchdesk;
using namespace watchdesk::ui;

/// Everything that can be asked for from the window, against a lab whose app lacks one role.
class TestResponses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void offersWhatBelongsToTheSelection();
    void greysWhatTheSignInLacks();
    void greysEverythingOffline();
    void wantsTheTenantNamed();
    void pushesAnExternalAlertOnce();
    void changesAnAlert();
    void actsOnTheDevice();
    void buildsLiveResponse();
    void cancelsWhatRuns();
    void blocksAValue();
    void actsOnManyRows();
    void actsOnHuntingRows();
    void looksUpWhatIsNotListed();
    void asksForAMoment();

private:
    QPushButton *button(const QString &text) const;
    QStringList shownButtons() const;
    QAction *entry(QMenu *menu, const QString &text) const;
    void choose(Subject::Kind kind, const QString &key);
    QString cell(const QString &sql, const QVariantList &parameters = {}) const;
    void send(ActionSheet *sheet);
    DeskView *desk() const { return m_window->desk(); }

    QTemporaryDir m_folder;
    std::unique_ptr<lab::Lab> m_lab;
    std::unique_ptr<OpenWindow> m_window;
};

void TestResponses::initTestCase()
{
    lab::LabOptions options;
    options.devices = 80; // some of which are offline
    options.days = 1;
    options.cacheFolder = m_folder.filePath(QStringLiteral("cache"));
    options.actionTimes = {300, 300, 60'000};
    options.deniedPermissions = {QStringLiteral("Machine.Offboard")};
    auto lab = lab::Lab::start(options);
    QVERIFY2(lab, lab ? "" : qPrintable(lab.error().message));
    m_lab = std::move(*lab);
    m_window = std::make_unique<OpenWindow>(Theme::Choice::Dark, QSize(1280, 800));
    session::SessionOptions session;
    session.apiUrl = m_lab->url();
    session.authority = m_lab->authority();
    session.tenantId = m_lab->tenantId();
    session.clientId = m_lab->clientId();
    session.secret = m_lab->clientSecret();
    QVERIFY2(m_window->open(session), qPrintable(m_window->problem()));
    QVERIFY(m_window->fill());
}

void TestResponses::cleanupTestCase()
{
    m_window.reset();
    m_lab.reset();
}

QPushButton *TestResponses::button(const QString &text) const
{
    for (QPushButton *found : desk()->findChild<Inspector *>()->findChildren<QPushButton *>()) {
        if (found->text() == text && found->isVisible())
            return found;
    }
    return nullptr;
}

QStringList TestResponses::shownButtons() const
{
    QStringList texts;
    for (const QPushButton *found : desk()->findChild<Inspector *>()->findChildren<QPushButton *>()) {
        if (found->isVisible())
            texts.append(found->text());
    }
    return texts;
}

QAction *TestResponses::entry(QMenu *menu, const QString &text) const
{
    for (QAction *action : menu->actions()) {
        if (action->text().startsWith(text))
            return action;
        QAction *below = action->menu() != nullptr ? entry(action->menu(), text) : nullptr;
        if (below != nullptr)
            return below;
    }
    return nullptr;
}

void TestResponses::choose(Subject::Kind kind, const QString &key)
{
    desk()->clearSelection();
    QTRY_VERIFY_WITH_TIMEOUT(!desk()->canRespond(), 20'000);
    desk()->showSubject({kind, key});
    QTRY_VERIFY_WITH_TIMEOUT(desk()->canRespond(), 20'000); // a device is behind it
    QTRY_VERIFY_WITH_TIMEOUT(desk()->isSettled(), 20'000);
}

QString TestResponses::cell(const QString &sql, const QVariantList &parameters) const
{
    const auto rows = m_window->session()->store()->read(sql, parameters);
    return rows && rows->rowCount() > 0 ? rows->display(0, 0) : QString();
}

void TestResponses::send(ActionSheet *sheet)
{
    QVERIFY(!sheet->sendButton()->isEnabled());
    sheet->commentField()->setText(QStringLiteral("IR-7"));
    QTRY_VERIFY2_WITH_TIMEOUT(sheet->sendButton()->isEnabled(), qPrintable(sheet->sendButton()->toolTip()), 10'000);
    sheet->sendButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(sheet->isDone(), 60'000);
}

void TestResponses::offersWhatBelongsToTheSelection()
{
    choose(Subject::Kind::Device, cell(QStringLiteral("SELECT id FROM Devices LIMIT 1")));
    QVERIFY(shownButtons().contains(QStringLiteral("Isolate…")));
    QVERIFY(shownButtons().contains(QStringLiteral("AV scan…")));
    QVERIFY(!shownButtons().contains(QStringLiteral("Resolve…")));
    choose(Subject::Kind::Alert, cell(QStringLiteral("SELECT id FROM Alerts LIMIT 1")));
    QVERIFY(shownButtons().contains(QStringLiteral("Resolve…")));
    QMenu menu;
    desk()->fillResponseMenu(&menu);
    for (const char *text : {"Resolve alert", "Classify alert", "Offboard device", "Stop and quarantine file"})
        QVERIFY2(entry(&menu, QLatin1String(text)) != nullptr, text);
    desk()->clearSelection();
    QTRY_VERIFY_WITH_TIMEOUT(shownButtons().isEmpty(), 10'000);
}

void TestResponses::greysWhatTheSignInLacks()
{
    choose(Subject::Kind::Device, cell(QStringLiteral("SELECT id FROM Devices LIMIT 1")));
    QMenu menu;
    desk()->fillResponseMenu(&menu);
    QVERIFY(entry(&menu, QStringLiteral("Isolate device"))->isEnabled());
    const QAction *offboard = entry(&menu, QStringLiteral("Offboard device"));
    QVERIFY(!offboard->isEnabled());
    QVERIFY2(offboard->toolTip().contains(u"Machine.Offboard"), qPrintable(offboard->toolTip()));
    (*m_window)->showView(QStringLiteral("resources"));
    ResourcesView *view = (*m_window)->resources();
    view->showResource(QStringLiteral("machines"));
    QMenu rows;
    view->currentPane()->actions()->fill(&rows);
    QVERIFY(!entry(&rows, QStringLiteral("Offboard device"))->isEnabled());
    QVERIFY(entry(&rows, QStringLiteral("Offboard device"))->toolTip().contains(u"Machine.Offboard"));
    // The sheet itself says it to those who do not see.
    SheetRequest request{QStringLiteral("offboard")};
    request.targets = {cell(QStringLiteral("SELECT id FROM Devices LIMIT 1"))};
    view->openSheet(request);
    view->sheet()->commentField()->setText(QStringLiteral("IR-7"));
    QTest::qWait(500);
    QVERIFY(!view->sheet()->sendButton()->isEnabled());
    QVERIFY(view->sheet()->sendButton()->accessibleDescription().contains(u"Machine.Offboard"));
    Q_EMIT view->sheet()->closed();
    (*m_window)->showView(QStringLiteral("desk"));
}

void TestResponses::greysEverythingOffline()
{
    choose(Subject::Kind::Device, cell(QStringLiteral("SELECT id FROM Devices LIMIT 1")));
    QVERIFY(button(QStringLiteral("Isolate…"))->isEnabled());
    QAction *offline = entry((*m_window)->menuBar()->actions().constFirst()->menu(), QStringLiteral("&Work offline"));
    QVERIFY(offline != nullptr && offline->isEnabled() && !offline->isChecked());
    offline->trigger();
    QTRY_VERIFY(!button(QStringLiteral("Isolate…"))->isEnabled());
    QVERIFY(button(QStringLiteral("Isolate…"))->toolTip().contains(u"offline"));
    QMenu menu;
    desk()->fillResponseMenu(&menu);
    QVERIFY(!entry(&menu, QStringLiteral("Isolate device"))->isEnabled());
    const auto choices = (*m_window)->hunt()->findChildren<QComboBox *>();
    const auto engine = std::find_if(choices.begin(), choices.end(), [](const QComboBox *choice) {
        return choice->findData(QStringLiteral("local")) >= 0;
    });
    QVERIFY(engine != choices.end());
    const QComboBox *engines = *engine;
    QCOMPARE(engines->count(), 1); // held data
    offline->trigger();
    QVERIFY(!offline->isChecked());
    QTRY_VERIFY(button(QStringLiteral("Isolate…"))->isEnabled());
    QVERIFY(engines->count() > 1);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->session()->isSyncing(), 60'000);
}

void TestResponses::wantsTheTenantNamed()
{
    response::Gate *gate = m_window->session()->gate();
    gate->setNameToConfirm(QStringLiteral("contoso-prod"));
    choose(Subject::Kind::Device, cell(QStringLiteral("SELECT id FROM Devices WHERE healthStatus = 'Active' LIMIT 1")));
    button(QStringLiteral("Isolate…"))->click();
    ActionSheet *sheet = desk()->sheet();
    sheet->commentField()->setText(QStringLiteral("IR-7"));
    QTRY_VERIFY_WITH_TIMEOUT(sheet->sendButton()->accessibleDescription().contains(u"tenant's name"), 10'000);
    QVERIFY(sheet->tenantField()->isVisible());
    sheet->tenantField()->setText(QStringLiteral("contoso-test"));
    QVERIFY(!sheet->sendButton()->isEnabled());
    sheet->tenantField()->setText(QStringLiteral("contoso-prod"));
    QTRY_VERIFY_WITH_TIMEOUT(sheet->sendButton()->isEnabled(), 10'000);
    Q_EMIT sheet->closed();
    // What is no risk is not made tedious.
    SheetRequest tag{QStringLiteral("tag")};
    tag.targets = {cell(QStringLiteral("SELECT id FROM Devices LIMIT 1"))};
    QVERIFY(desk()->openSheet(tag));
    QVERIFY(!sheet->tenantField()->isVisible());
    Q_EMIT sheet->closed();
    gate->setNameToConfirm({});
}

void TestResponses::pushesAnExternalAlertOnce()
{
    // A sensor saw a connection that the service has as well.
    const QString event =
        QStringLiteral("FROM DeviceNetworkEvents WHERE ReportId > 0 AND RemoteIP <> '' AND LocalPort "
                       "IS NOT NULL AND DeviceId IN (SELECT id FROM Devices) ORDER BY Timestamp DESC, "
                       "ReportId LIMIT 1");
    const auto &store = m_window->session()->store();
    QVERIFY(store->write(QStringLiteral("INSERT INTO ExternalAlerts (ExternalId, Timestamp, Source, Sensor, Severity, "
                                        "Signature, Protocol, SourceIP, SourcePort, DestinationIP, DestinationPort) "
                                        "SELECT 'ext-1', Timestamp, 'Suricata', 'ids', 'High', 'TEST beacon', 'Tcp', "
                                        "LocalIP, LocalPort, RemoteIP, RemotePort ") +
                             event,
                         {}, {QStringLiteral("ExternalAlerts")}));
    const auto correlated = m_window->session()->sync(session::SyncScope::onlyCorrelation());
    QTRY_VERIFY_WITH_TIMEOUT(correlated.isFinished(), 30'000);
    QVERIFY(!cell(QStringLiteral("SELECT ReportId FROM Correlations WHERE ExternalId = 'ext-1'")).isEmpty());
    choose(Subject::Kind::External, QStringLiteral("ext-1"));
    QPushButton *push = button(QStringLiteral("Push to Defender …"));
    QVERIFY(push != nullptr && push->isEnabled());
    push->click();
    ActionSheet *sheet = desk()->sheet();
    QTRY_VERIFY(sheet->isVisible());
    auto *severity = qobject_cast<QComboBox *>(sheet->fields()->editor(QStringLiteral("severity")));
    QVERIFY(severity != nullptr);
    QCOMPARE(severity->currentText(), QStringLiteral("High"));
    severity->setCurrentText(QStringLiteral("Medium"));
    send(sheet);
    const QString raised = QStringLiteral("SELECT severity FROM Alerts WHERE title = 'Suricata: TEST beacon'");
    QTRY_COMPARE_WITH_TIMEOUT(cell(raised), QStringLiteral("Medium"), 10'000);
    Q_EMIT sheet->closed();
    QTRY_VERIFY_WITH_TIMEOUT(desk()->isSettled() && !m_window->session()->isSyncing(), 30'000);
    desk()->pushToDefender(QStringLiteral("ext-1"));
    QTest::qWait(500);
    QVERIFY(!sheet->isVisible()); // it was raised already, and the inspector says so
    QCOMPARE(cell(QStringLiteral("SELECT count(*) FROM Alerts WHERE title = 'Suricata: TEST beacon'")),
             QStringLiteral("1"));
}

void TestResponses::changesAnAlert()
{
    const QString id = cell(QStringLiteral("SELECT id FROM Alerts WHERE status = 'New' ORDER BY id LIMIT 1"));
    choose(Subject::Kind::Alert, id);
    button(QStringLiteral("Resolve…"))->click();
    ActionSheet *sheet = desk()->sheet();
    qobject_cast<QComboBox *>(sheet->fields()->editor(QStringLiteral("classification")))
        ->setCurrentText(QStringLiteral("FalsePositive"));
    send(sheet);
    // The reason is the alert's last comment, which the inspector shows.
    const auto hasNote = [this] {
        const auto labels = desk()->findChild<Inspector *>()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [](const QLabel *label) { return label->text().startsWith(u"IR-7 — "); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasNote(), 10'000);
    const QString state = QStringLiteral("SELECT status || ' ' || classification FROM Alerts WHERE id = ?");
    QCOMPARE(cell(state, {id}), QStringLiteral("Resolved FalsePositive"));
    Q_EMIT sheet->closed();
}

void TestResponses::actsOnTheDevice()
{
    const QString id = cell(QStringLiteral(
        "SELECT id FROM Devices WHERE osPlatform = 'Windows11' AND healthStatus = 'Active' ORDER BY id LIMIT 1"));
    choose(Subject::Kind::Device, id);
    button(QStringLiteral("Restrict apps…"))->click();
    send(desk()->sheet());
    const QString last = QStringLiteral("SELECT status FROM MachineActions WHERE machineId = ? AND type = ?");
    QCOMPARE(cell(last, {id, QStringLiteral("RestrictCodeExecution")}), QStringLiteral("Succeeded"));
    Q_EMIT desk()->sheet()->closed();
    button(QStringLiteral("Isolate…"))->click();
    send(desk()->sheet());
    Q_EMIT desk()->sheet()->closed();
    // Isolated, says the service: now it can be released.
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("Release…")) != nullptr, 10'000);
    QVERIFY(button(QStringLiteral("Isolate…")) == nullptr);
}

void TestResponses::buildsLiveResponse()
{
    const QString id = cell(QStringLiteral("SELECT id FROM Devices WHERE osPlatform = 'Windows11' AND healthStatus = "
                                           "'Active' ORDER BY id DESC LIMIT 1"));
    choose(Subject::Kind::Device, id);
    QMenu menu;
    desk()->fillResponseMenu(&menu);
    QAction *live = entry(&menu, QStringLiteral("Run live response"));
    QVERIFY(live != nullptr && live->isEnabled());
    live->trigger();
    ActionSheet *sheet = desk()->sheet();
    QTRY_VERIFY(sheet->isVisible());
    auto *steps = qobject_cast<StepEditor *>(sheet->fields()->editor(QStringLiteral("Commands")));
    QVERIFY(steps != nullptr);
    steps->add(QStringLiteral("GetFile"));
    QVERIFY(sheet->fields()->problem().startsWith(QStringLiteral("Step 1: Path")));
    steps->add(QStringLiteral("RunScript")); // it is put before what has to come after it
    const auto fields = steps->findChildren<QLineEdit *>();
    for (QLineEdit *field : fields) {
        if (field->accessibleName() == QStringLiteral("Path on the device"))
            field->setText(QStringLiteral("C:\\out.txt"));
        else if (field->accessibleName() == QStringLiteral("Script in the library"))
            field->setText(QStringLiteral("list.ps1"));
    }
    QCOMPARE(sheet->fields()->problem(), QString());
    const QJsonArray list = steps->steps();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0][QStringLiteral("type")].toString(), QStringLiteral("RunScript"));
    QCOMPARE(defender::stepParameter(list[1].toObject(), QStringLiteral("Path")), QStringLiteral("C:\\out.txt"));
    QCOMPARE(sheet->fields()->values().value(QStringLiteral("Commands")).toArray(), list);
    const auto buttons = steps->findChildren<QToolButton *>();
    buttons.first()->click(); // of the step that was added first
    QCOMPARE(steps->steps().size(), 1);
    send(sheet);
    const QString sent = QStringLiteral("SELECT CAST(commands AS VARCHAR) FROM MachineActions WHERE machineId = ? AND "
                                        "type = 'LiveResponse'");
    QTRY_VERIFY_WITH_TIMEOUT(cell(sent, {id}).contains(QStringLiteral("list.ps1")), 10'000);
    Q_EMIT sheet->closed();
}

void TestResponses::cancelsWhatRuns()
{
    const QString id =
        cell(QStringLiteral("SELECT id FROM Devices WHERE healthStatus = 'Inactive' ORDER BY id LIMIT 1"));
    QVERIFY(!id.isEmpty());
    auto *running = (*m_window)->findChild<RunningActions *>();
    QVERIFY(running != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(!running->isVisible(), 20'000); // what was asked for before has ended
    const auto scan = m_window->session()->gate()->run({QStringLiteral("collect"), id, QStringLiteral("IR-7"), {}, {}});
    QTRY_VERIFY_WITH_TIMEOUT(running->isVisible(), 10'000); // an offline device keeps it pending
    QVERIFY2(running->text().startsWith(u'1'), qPrintable(running->text()));
    Q_EMIT running->menu()->aboutToShow();
    QCOMPARE(running->menu()->actions().size(), 1);
    running->menu()->actions().first()->trigger();
    send(desk()->sheet());
    QCOMPARE(cell(QStringLiteral("SELECT status FROM MachineActions WHERE machineId = ? AND type = "
                                 "'CollectInvestigationPackage'"),
                  {id}),
             QStringLiteral("Cancelled"));
    QTRY_VERIFY_WITH_TIMEOUT(!running->isVisible() && scan.isFinished(), 20'000);
    Q_EMIT desk()->sheet()->closed();
}

void TestResponses::blocksAValue()
{
    const QString id = cell(QStringLiteral("SELECT id FROM Alerts WHERE contains(CAST(evidence AS VARCHAR), "
                                           "'\"sha256\"') ORDER BY id LIMIT 1"));
    choose(Subject::Kind::Alert, id);
    QMenu menu;
    desk()->fillResponseMenu(&menu);
    QAction *block = entry(&menu, QStringLiteral("Block…"));
    QVERIFY(block != nullptr && block->isEnabled());
    const auto before = cell(QStringLiteral("SELECT count(*) FROM Indicators")).toInt();
    block->trigger();
    send(desk()->sheet());
    QVERIFY(cell(QStringLiteral("SELECT count(*) FROM Indicators")).toInt() >= before);
    QVERIFY(!cell(QStringLiteral("SELECT id FROM Indicators WHERE description = 'IR-7'")).isEmpty());
    Q_EMIT desk()->sheet()->closed();
}

void TestResponses::actsOnManyRows()
{
    (*m_window)->showView(QStringLiteral("resources"));
    ResourcesView *view = (*m_window)->resources();
    view->showResource(QStringLiteral("machines"));
    ResourcePane *pane = view->currentPane();
    QTRY_VERIFY_WITH_TIMEOUT(pane->model()->rowCount() >= 3, 10'000);
    for (int row = 0; row < 3; ++row)
        pane->grid()->selectionModel()->select(pane->model()->index(row, 0),
                                               QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QMenu menu;
    pane->actions()->fill(&menu);
    QAction *tag = entry(&menu, QStringLiteral("Add or remove tag…"));
    QVERIFY(tag != nullptr && tag->isEnabled());
    QVERIFY2(tag->text().endsWith(QStringLiteral("(3)")), qPrintable(tag->text()));
    tag->trigger();
    ActionSheet *sheet = view->sheet();
    QTRY_VERIFY(sheet->isVisible());
    qobject_cast<QLineEdit *>(sheet->fields()->editor(QStringLiteral("Value")))->setText(QStringLiteral("many"));
    qobject_cast<QComboBox *>(sheet->fields()->editor(QStringLiteral("Action")))->setCurrentText(QStringLiteral("Add"));
    send(sheet);
    QCOMPARE(cell(QStringLiteral("SELECT count(*) FROM Devices WHERE contains(CAST(machineTags AS VARCHAR), 'many')")),
             QStringLiteral("3"));
    Q_EMIT sheet->closed();
}

void TestResponses::actsOnHuntingRows()
{
    (*m_window)->showView(QStringLiteral("hunt"));
    HuntView *view = (*m_window)->hunt();
    view->setQuery(QStringLiteral("DeviceProcessEvents | where isnotempty(SHA1) "
                                  "| summarize take_any(SHA1) by DeviceId, DeviceName | top 5 by DeviceId "
                                  "| extend Made = 'x.example'"));
    view->run();
    QTRY_VERIFY_WITH_TIMEOUT(view->isSettled(), 30'000);
    auto *grid = view->findChild<Grid *>(QStringLiteral("huntResult"));
    QTRY_COMPARE(grid->tableModel()->rowCount(), 5);
    QMenu none;
    view->actions()->fill(&none);
    QCOMPARE(none.actions().size(), 1);
    QVERIFY(!none.actions().first()->isEnabled()); // no row is chosen
    for (int row = 0; row < 2; ++row)
        grid->selectionModel()->select(grid->tableModel()->index(row, 0),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QMenu menu;
    view->actions()->fill(&menu);
    QVERIFY(!entry(&menu, QStringLiteral("Offboard"))->isEnabled()); // the sign-in lacks it
    QVERIFY(entry(&menu, QStringLiteral("Block…")) != nullptr);
    QVERIFY(entry(&menu, QStringLiteral("x.example")) == nullptr);
    QAction *tag = entry(&menu, QStringLiteral("Add or remove tag…"));
    QVERIFY(tag != nullptr && tag->isEnabled());
    QVERIFY2(tag->text().endsWith(QStringLiteral("(2)")), qPrintable(tag->text()));
    QVERIFY(!view->sheet()->isVisible());
    tag->trigger();
    QTRY_VERIFY(view->sheet()->isVisible());
    ActionSheet *sheet = view->sheet();
    qobject_cast<QLineEdit *>(sheet->fields()->editor(QStringLiteral("Value")))->setText(QStringLiteral("hunted"));
    qobject_cast<QComboBox *>(sheet->fields()->editor(QStringLiteral("Action")))->setCurrentText(QStringLiteral("Add"));
    send(sheet);
    QCOMPARE(
        cell(QStringLiteral("SELECT count(*) FROM Devices WHERE contains(CAST(machineTags AS VARCHAR), 'hunted')")),
        QStringLiteral("2"));
    Q_EMIT sheet->closed();
    QVERIFY(!sheet->isVisible());
    (*m_window)->showView(QStringLiteral("resources"));
}

void TestResponses::looksUpWhatIsNotListed()
{
    const QString sha1 = cell(QStringLiteral("SELECT SHA1 FROM DeviceProcessEvents WHERE SHA1 <> '' LIMIT 1"));
    ResourcesView *view = (*m_window)->resources();
    view->showResource(QStringLiteral("files"));
    ResourcePane *pane = view->currentPane();
    QVERIFY(pane->lookup() != nullptr);
    QVERIFY(!pane->lookup()->button()->isEnabled());
    pane->lookup()->field(LookupBar::keyName())->setText(sha1);
    pane->lookup()->button()->click();
    QTRY_COMPARE_WITH_TIMEOUT(pane->model()->rowCount(), 1, 10'000);
    QCOMPARE(pane->record(sha1).value(u"sha1").toString(), sha1);
    // An address has no record of its own; what belongs to it has.
    view->showResource(QStringLiteral("ips"));
    pane = view->currentPane();
    pane->lookup()->field(LookupBar::keyName())->setText(QStringLiteral("203.0.113.77"));
    pane->lookup()->button()->click();
    QTRY_COMPARE_WITH_TIMEOUT(pane->model()->rowCount(), 1, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(!cell(QStringLiteral("SELECT ipAddress FROM IpStats")).isEmpty(), 20'000);
}

void TestResponses::asksForAMoment()
{
    const QString address = cell(QStringLiteral("SELECT lastIpAddress FROM Devices ORDER BY lastSeen DESC LIMIT 1"));
    ResourcesView *view = (*m_window)->resources();
    view->showResource(QStringLiteral("machines-by-ip"));
    ResourcePane *pane = view->currentPane();
    QVERIFY(pane->lookup() != nullptr && pane->lookup()->field(QStringLiteral("ip")) != nullptr);
    pane->lookup()->field(QStringLiteral("ip"))->setText(address);
    QVERIFY(pane->lookup()->values().contains(QStringLiteral("timestamp")));
    pane->lookup()->button()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!pane->isLoading() && pane->isSettled(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!cell(QStringLiteral("SELECT Completeness FROM TableStates WHERE TableName LIKE "
                                                  "'MachinesByIp%'"))
                                  .isEmpty(),
                             20'000);
}

QTEST_MAIN(TestResponses)
#include "tst_responses.moc"
