// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/resources/trendpane.h"

#include "app/base/ticks.h"
#include "app/defender/resource.h"
#include "ui/models/livequery.h"
#include "ui/widgets/chartlook.h"
#include "ui/widgets/tokens.h"

#include <QtCharts/QAbstractAxis>
#include <QtCharts/QChart>
#include <QtCharts/QDateTimeAxis>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <QDateTime>

#include <algorithm>

namespace watchdesk::ui {

namespace {

constexpr int kMostPoints = 4'000; ///< the newest; more than a screen has columns

/// What is read of a resource: Timestamp, Line, Value, from the oldest on. `?` is the record's key; "" = the whole.
struct Trend
{
    QString table;
    QString sql;
    QString unit;
};

Trend trendOf(const QString &resource)
{
    const QString newest = QStringLiteral("SELECT * FROM (%1 ORDER BY Timestamp DESC LIMIT %2) ORDER BY Timestamp");
    const auto scores = [&](const char *score, const QString &unit) {
        return Trend{QStringLiteral("ScoreSnapshots"),
                     newest
                         .arg(QStringLiteral("SELECT Timestamp, GroupName AS Line, Value FROM ScoreSnapshots WHERE "
                                             "Score = '%1' AND GroupName IN ('', ?)")
                                  .arg(QLatin1String(score)))
                         .arg(kMostPoints),
                     unit};
    };
    if (resource == u"exposure-score" || resource == u"exposure-score-by-group")
        return scores("exposure", TrendPane::tr("Exposure score"));
    if (resource == u"secure-score")
        return scores("secure", TrendPane::tr("Secure score"));
    if (resource == u"vulnerabilities")
        return {QStringLiteral("VulnerabilitySnapshots"),
                newest
                    .arg(QStringLiteral("SELECT Timestamp, CveId AS Line, ExposedMachines::DOUBLE AS Value FROM "
                                        "VulnerabilitySnapshots WHERE CveId = ?"))
                    .arg(kMostPoints),
                TrendPane::tr("Exposed devices")};
    return {};
}

qreal milliseconds(Ticks ticks) { return qreal(dateTimeFromTicks(ticks).toMSecsSinceEpoch()); }

} // namespace

TrendPane::TrendPane(QWidget *parent)
    : Pane(tr("Trend"), parent)
{
    m_view = new QChartView;
    setUpChart(m_view);
    m_view->setFocusPolicy(Qt::NoFocus);
    setContent(m_view);
    connect(&Palette::instance(), &Palette::changed, this, &TrendPane::colour);
    colour();
}

bool TrendPane::isKept(const defender::Resource &resource) { return !trendOf(resource.name).table.isEmpty(); }

bool TrendPane::isSettled() const { return m_query == nullptr || !m_query->isRunning(); }

void TrendPane::useStore(std::shared_ptr<store::Store> store)
{
    m_store = std::move(store);
    delete m_query;
    m_query = nullptr;
}

void TrendPane::showTrend(const defender::Resource &resource, const QString &key, Ticks now)
{
    const Trend trend = trendOf(resource.name);
    if (!m_store || trend.table.isEmpty())
        return;
    m_now = now;
    setTitle(tr("Trend: %1").arg(trend.unit));
    delete m_query;
    m_query = new LiveQuery(m_store, {trend.table}, this);
    connect(m_query, &LiveQuery::arrived, this, [this](const TablePointer &snapshots) { draw(*snapshots); });
    connect(m_query, &LiveQuery::failed, this, [this] { setNotice(tr("Nothing was kept yet: a sync does it.")); });
    const bool isOfKey = resource.name != u"exposure-score" && resource.name != u"secure-score";
    m_query->setSql(trend.sql, {isOfKey ? key : QString()},
                    {{QStringLiteral("Timestamp"), ColumnType::DateTime},
                     {QStringLiteral("Line"), ColumnType::String},
                     {QStringLiteral("Value"), ColumnType::Real}});
}

/// A value holds until the next: steps, not slopes that nobody measured.
void TrendPane::draw(const Table &snapshots)
{
    QChart *chart = m_view->chart();
    chart->removeAllSeries();
    for (QAbstractAxis *axis : chart->axes()) {
        chart->removeAxis(axis);
        delete axis;
    }
    m_points = int(snapshots.rowCount());
    setNotice(m_points == 0   ? tr("Nothing was kept yet: a sync does it.")
              : m_points == 1 ? tr("One value so far; every sync that finds another adds to the line.")
                              : QString());
    setCount(tr("%Ln value(s) kept", nullptr, m_points));
    if (m_points == 0)
        return;
    QMap<QString, QLineSeries *> lines;
    qreal most = 0;
    for (qsizetype row = 0; row < snapshots.rowCount(); ++row) {
        const qreal time = milliseconds(snapshots.column(0).integer(row));
        const qreal value = snapshots.column(2).real(row);
        QLineSeries *&line = lines[snapshots.column(1).string(row)];
        if (line == nullptr)
            line = new QLineSeries;
        else
            line->append(time, line->points().constLast().y());
        line->append(time, value);
        most = std::max(most, value);
    }
    auto *times = new QDateTimeAxis;
    auto *values = new QValueAxis;
    chart->addAxis(times, Qt::AlignBottom);
    chart->addAxis(values, Qt::AlignLeft);
    const qreal begin = milliseconds(snapshots.column(0).integer(0));
    const qreal end = std::max(milliseconds(m_now), begin + 60'000);
    for (auto line = lines.cbegin(); line != lines.cend(); ++line) {
        line.value()->append(end, line.value()->points().constLast().y());
        line.value()->setName(line.key().isEmpty() ? tr("All devices") : chartText(line.key()));
        chart->addSeries(line.value());
        line.value()->attachAxis(times);
        line.value()->attachAxis(values);
    }
    times->setRange(QDateTime::fromMSecsSinceEpoch(qint64(begin), Qt::UTC),
                    QDateTime::fromMSecsSinceEpoch(qint64(end), Qt::UTC));
    times->setFormat(end - begin < 10.0 * 24 * 3'600'000 ? QStringLiteral("MM-dd hh:mm") : QStringLiteral("MM-dd"));
    times->setTickCount(5);
    values->setRange(0, std::max(1.0, most * 1.1));
    values->applyNiceNumbers();
    chart->legend()->setVisible(lines.size() > 1);
    chart->legend()->setAlignment(Qt::AlignTop);
    colour();
}

void TrendPane::colour()
{
    colourChart(m_view);
    const auto series = m_view->chart()->series();
    for (qsizetype i = 0; i < series.size(); ++i) {
        if (auto *line = qobject_cast<QLineSeries *>(series[i]))
            line->setPen(seriesPen(int(i)));
    }
}

} // namespace watchdesk::ui
