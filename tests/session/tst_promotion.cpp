// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/defender/client.h"
#include "app/response/gate.h"
#include "app/session/session.h"
#include "app/store/store.h"
#include "app/story/promotion.h"

#include <QTemporaryDir>
#include <QTest>

using namespace watchdesk;
using session::Session;

namespace {

constexpr int kPatience = 240'000;

template <class T>
Result<T> done(FutureResult<T> future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, kPatience) ? future.result()
                                                                           : failure(Error::Kind::Internal, {});
}

} // namespace

/// External alerts pushed to the lab's Defender: an alert on the event behind each, once.
class TestPromotion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void raisesOneAlert();
    void mergesWhatHasTheSameTitle();
    void refusesAnEventThatTheServiceDoesNotHold();
    void changesAreKept();

private:
    /// A correlated external alert of the n-th signature that several of them share.
    QString external(int nth) const;
    response::OperationRequest request(const story::Promotion &promotion) const
    {
        return {QStringLiteral("createAlertByReference"), {}, promotion.body, QStringLiteral("test"), {}};
    }
    qsizetype alertsAtTheService(const QString &title);

    QTemporaryDir m_folder;
    std::shared_ptr<Session> m_session;
    QString m_raised;
};

void TestPromotion::initTestCase()
{
    qputenv("XDG_CACHE_HOME", m_folder.filePath(QStringLiteral("cache")).toUtf8());
    qputenv("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("data")).toUtf8());
    session::SessionOptions options;
    options.lab = true;
    options.labDevices = 12;
    options.labDays = 1;
    const auto opened = done(Session::open(options));
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    m_session = *opened;
    const auto report = done(m_session->sync());
    QVERIFY2(report && report->errors.isEmpty(), report ? "" : qPrintable(report.error().message));
}

void TestPromotion::cleanupTestCase() { m_session.reset(); }

QString TestPromotion::external(int nth) const
{
    const auto rows = m_session->store()->read(
        QStringLiteral("SELECT e.ExternalId FROM ExternalAlerts e JOIN Correlations c USING (ExternalId) WHERE "
                       "c.ReportId IS NOT NULL AND (e.Source, e.Signature, c.DeviceId) IN (SELECT (x.Source, "
                       "x.Signature, y.DeviceId) FROM ExternalAlerts x JOIN Correlations y USING (ExternalId) WHERE "
                       "y.ReportId IS NOT NULL GROUP BY 1 HAVING count(*) > 2 ORDER BY count(*) DESC, 1 LIMIT 1) "
                       "ORDER BY 1"));
    return rows && rows->rowCount() > nth ? rows->column(0).string(nth) : QString();
}

qsizetype TestPromotion::alertsAtTheService(const QString &title)
{
    const auto alerts = done(m_session->client()->list(QStringLiteral("alerts")));
    qsizetype count = 0;
    for (const QJsonValue &alert : alerts.value_or(QJsonArray()))
        count += alert[QStringLiteral("title")] == title ? 1 : 0;
    return count;
}

void TestPromotion::raisesOneAlert()
{
    const QString id = external(0);
    QVERIFY(!id.isEmpty());
    const auto promotion = story::promotionOf(*m_session->store(), id);
    QVERIFY2(promotion, promotion ? "" : qPrintable(promotion.error().message));
    QVERIFY(promotion->alertId.isEmpty());
    const response::DryRun sheet = m_session->gate()->dryRunOperation(request(*promotion));
    QVERIFY2(!sheet.isRefused(), qPrintable(sheet.refusals().join(u' ')));
    QCOMPARE(sheet.body, promotion->body);
    const auto alert = done(m_session->gate()->perform(request(*promotion)));
    QVERIFY2(alert, alert ? "" : qPrintable(alert.error().message));
    m_raised = alert->value(QStringLiteral("id")).toString();
    QCOMPARE(alert->value(QStringLiteral("machineId")).toString(), promotion->deviceId);
    QCOMPARE(alert->value(QStringLiteral("firstEventTime")), promotion->body.value(QStringLiteral("eventTime")));
    // It is in the store without a sync, and asked again it is known to have been raised.
    const auto again = story::promotionOf(*m_session->store(), id);
    QVERIFY(again);
    QCOMPARE(again->alertId, m_raised);
    QCOMPARE(alertsAtTheService(promotion->body.value(QStringLiteral("title")).toString()), qsizetype(1));
}

void TestPromotion::mergesWhatHasTheSameTitle()
{
    const auto promotion = story::promotionOf(*m_session->store(), external(1));
    QVERIFY(promotion && promotion->alertId.isEmpty());
    const response::DryRun sheet = m_session->gate()->dryRunOperation(request(*promotion));
    const bool isWarned = std::any_of(sheet.checks.begin(), sheet.checks.end(), [&](const response::Check &check) {
        return check.name == u"merge" && check.outcome == response::Check::Outcome::Warning &&
               check.text.contains(m_raised);
    });
    QVERIFY(isWarned);
    const auto alert = done(m_session->gate()->perform(request(*promotion)));
    QVERIFY(alert);
    QCOMPARE(alert->value(QStringLiteral("id")).toString(), m_raised);
    QCOMPARE(alertsAtTheService(promotion->body.value(QStringLiteral("title")).toString()), qsizetype(1));
}

void TestPromotion::refusesAnEventThatTheServiceDoesNotHold()
{
    auto promotion = story::promotionOf(*m_session->store(), external(2));
    QVERIFY(promotion);
    promotion->body.insert(QStringLiteral("title"), QStringLiteral("another title"));
    promotion->body.insert(QStringLiteral("reportId"), QStringLiteral("987654321"));
    const auto alert = done(m_session->gate()->perform(request(*promotion)));
    QVERIFY(!alert);
    QCOMPARE(kindName(alert.error().kind), QStringLiteral("notFound"));
    QCOMPARE(alertsAtTheService(QStringLiteral("another title")), qsizetype(0));
}

/// What the service answers to a change is in the store, and what an answer leaves out is not lost by it.
void TestPromotion::changesAreKept()
{
    const auto held = [this](const QString &column) {
        const auto rows = m_session->store()->read(
            QStringLiteral("SELECT CAST(%1 AS VARCHAR) FROM Alerts WHERE id = (SELECT min(id) FROM Alerts WHERE "
                           "detectionSource <> 'CustomerTI')")
                .arg(column));
        return rows && rows->rowCount() == 1 ? rows->display(0, 0) : QString();
    };
    const QString evidence = held(QStringLiteral("evidence"));
    QVERIFY(evidence.contains(u"entityType"));
    const QJsonObject body{{QStringLiteral("alertIds"), QJsonArray{held(QStringLiteral("id"))}},
                           {QStringLiteral("status"), QStringLiteral("Resolved")}};
    const auto batch =
        done(m_session->gate()->perform({QStringLiteral("updateAlerts"), {}, body, QStringLiteral("test"), {}}));
    QVERIFY2(batch, batch ? "" : qPrintable(batch.error().message));
    QCOMPARE(held(QStringLiteral("status")), QStringLiteral("Resolved"));
    QCOMPARE(held(QStringLiteral("evidence")), evidence);
    QVERIFY(held(QStringLiteral("comments")).contains(u"test"));
}

QTEST_GUILESS_MAIN(TestPromotion)
#include "tst_promotion.moc"
