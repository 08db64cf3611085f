// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/client.h"
#include "app/hunt/localengine.h"
#include "app/hunt/tenantengine.h"
#include "app/response/gate.h"
#include "app/session/session.h"
#include "app/store/store.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using session::Session;

namespace {

constexpr int kPatience = 240'000;

qint64 count(const Session &session, const QString &query)
{
    const auto rows = session.store()->readKql(query + QStringLiteral(" | count"), session.clock().now());
    return rows ? rows->column(0).integer(0) : -1;
}

} // namespace

/// A session with a lab tenant from opening to hunting: everything over HTTP, on a small scenario.
class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void loadsTheLab();
    void loadsNothingTwice();
    void holdsWhatTheServiceHas();
    void canBeCancelled();
    void sendsNothingWhenSwitchedOff();
    void worksOffline();

private:
    QTemporaryDir m_folder;
    session::SessionOptions m_options;
    std::shared_ptr<Session> m_session;
};

void SessionTest::initTestCase()
{
    qputenv("XDG_CACHE_HOME", m_folder.filePath(QStringLiteral("cache")).toUtf8());
    qputenv("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("data")).toUtf8());
    m_options.lab = true;
    m_options.labDevices = 12;
    m_options.labDays = 1;
    auto opening = Session::open(m_options);
    QTRY_VERIFY_WITH_TIMEOUT(opening.isFinished(), kPatience);
    const auto opened = opening.result();
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    m_session = *opened;
    QCOMPARE(m_session->kind(), Session::Kind::Lab);
    QVERIFY(m_session->gate());
}

void SessionTest::cleanupTestCase() { m_session.reset(); }

void SessionTest::loadsTheLab()
{
    QSignalSpy progress(m_session.get(), &Session::syncProgress);
    auto syncing = m_session->sync();
    QVERIFY(m_session->isSyncing());
    QTRY_VERIFY_WITH_TIMEOUT(syncing.isFinished(), kPatience);
    const auto report = syncing.result();
    QVERIFY(report);
    for (const auto &error : report->errors)
        qWarning("%s", qPrintable(error.message));
    QVERIFY(report->errors.isEmpty());
    QVERIFY(!progress.isEmpty());
    QVERIFY(count(*m_session, QStringLiteral("Devices")) > 0);
    QVERIFY(count(*m_session, QStringLiteral("DeviceProcessEvents")) > 0);
    QVERIFY(count(*m_session, QStringLiteral("ExternalAlerts")) > 0);
    QCOMPARE(count(*m_session, QStringLiteral("TableStates | where Completeness in ('partial', 'truncated')")), 0);
}

void SessionTest::loadsNothingTwice()
{
    const qint64 before =
        count(*m_session, QStringLiteral("union DeviceProcessEvents, DeviceNetworkEvents, ExternalAlerts"));
    auto syncing = m_session->sync();
    QTRY_VERIFY_WITH_TIMEOUT(syncing.isFinished(), kPatience);
    QVERIFY(syncing.result()->errors.isEmpty());
    QCOMPARE(count(*m_session, QStringLiteral("union DeviceProcessEvents, DeviceNetworkEvents, ExternalAlerts")),
             before);
}

void SessionTest::holdsWhatTheServiceHas()
{
    const QString query =
        QStringLiteral("DeviceNetworkEvents | summarize N=count() by DeviceId | sort by N desc, DeviceId asc");
    hunt::LocalEngine local(m_session->store(), m_session->clock());
    hunt::TenantEngine service(*m_session->client(), hunt::TenantEngine::Way::Defender);
    auto here = local.run(query, {});
    auto there = service.run(query, {});
    QTRY_VERIFY_WITH_TIMEOUT(here.isFinished() && there.isFinished(), kPatience);
    QVERIFY(here.result() && there.result());
    const Table &mine = *here.result()->table;
    const Table &theirs = *there.result()->table;
    QVERIFY(mine.rowCount() > 0);
    QCOMPARE(mine.rowCount(), theirs.rowCount());
    for (qsizetype row = 0; row < mine.rowCount(); ++row) {
        QCOMPARE(mine.display(row, 0), theirs.display(row, 0));
        QCOMPARE(mine.display(row, 1), theirs.display(row, 1));
    }
    QCOMPARE(here.result()->completeness, hunt::HuntResult::Completeness::Complete);
    hunt::HuntOptions one;
    one.rowLimit = 1;
    auto cut = local.run(query, one);
    QTRY_VERIFY_WITH_TIMEOUT(cut.isFinished(), kPatience);
    QCOMPARE(cut.result()->completeness, hunt::HuntResult::Completeness::Truncated);
    QCOMPARE(cut.result()->table->rowCount(), 1);
}

void SessionTest::canBeCancelled()
{
    auto syncing = m_session->sync();
    syncing.cancel();
    QTRY_VERIFY_WITH_TIMEOUT(syncing.isFinished(), kPatience);
    QTRY_VERIFY(!m_session->isSyncing());
    hunt::LocalEngine local(m_session->store(), m_session->clock());
    auto endless = local.run(
        QStringLiteral("DeviceNetworkEvents | join kind=inner (DeviceNetworkEvents | extend k=1) on ActionType "
                       "| join kind=inner DeviceNetworkEvents on ActionType | count"),
        {});
    QTest::qWait(100);
    endless.cancel();
    QTRY_VERIFY_WITH_TIMEOUT(endless.isFinished(), 10'000);
}

void SessionTest::sendsNothingWhenSwitchedOff()
{
    defender::Client &client = *m_session->client(); // as one that began before has it
    QSignalSpy sent(&client, &defender::Client::sent);
    m_session->setOffline(true);
    QVERIFY(m_session->isOffline());
    QVERIFY(!m_session->client());
    QVERIFY(!m_session->connection());
    auto list = client.list(QStringLiteral("machines"), {});
    QTRY_VERIFY_WITH_TIMEOUT(list.isFinished(), kPatience);
    QCOMPARE(list.result().error().kind, Error::Kind::Refused);
    response::OperationRequest request;
    request.action = QStringLiteral("tag");
    request.comment = QStringLiteral("IR-1");
    auto performed = m_session->gate()->perform(request);
    QTRY_VERIFY_WITH_TIMEOUT(performed.isFinished(), kPatience);
    QCOMPARE(performed.result().error().message, m_session->gate()->whySilent());
    auto syncing = m_session->sync();
    QTRY_VERIFY_WITH_TIMEOUT(syncing.isFinished(), kPatience);
    QVERIFY(!syncing.result() || syncing.result()->rows == 0);
    QCOMPARE(sent.size(), 0);
    QVERIFY(count(*m_session, QStringLiteral("Devices")) > 0);

    m_session->setOffline(false);
    QCOMPARE(m_session->client(), &client);
    QVERIFY(m_session->gate()->whySilent().isEmpty());
    auto again = client.list(QStringLiteral("machines"), {});
    QTRY_VERIFY_WITH_TIMEOUT(again.isFinished(), kPatience);
    QVERIFY(again.result());
    QVERIFY(sent.size() > 0);
}

void SessionTest::worksOffline()
{
    session::SessionOptions options;
    options.storePath = m_folder.filePath(QStringLiteral("offline.duckdb"));
    auto opening = Session::open(options);
    QTRY_VERIFY_WITH_TIMEOUT(opening.isFinished(), kPatience);
    const auto offline = *opening.result();
    QCOMPARE(offline->kind(), Session::Kind::Offline);
    QVERIFY(!offline->client());
    QVERIFY(!offline->gate());
    QCOMPARE(count(*offline, QStringLiteral("DeviceEvents")), 0);
}

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
