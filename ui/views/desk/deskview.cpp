// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/desk/deskview.h"

#include "app/base/jsontext.h"
#include "app/base/workers.h"
#include "app/defender/resource.h"
#include "app/response/gate.h"
#include "app/session/session.h"
#include "app/session/syncreport.h"
#include "app/store/store.h"
#include "app/story/promotion.h"
#include "ui/models/livequery.h"
#include "ui/views/desk/deskqueries.h"
#include "ui/views/desk/inspectorfeed.h"
#include "ui/views/desk/responsebar.h"
#include "ui/views/desk/timelinefeed.h"
#include "ui/widgets/actionsheet.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/gridpane.h"
#include "ui/widgets/timelineview.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/whynot.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>

namespace watchdesk::ui {

namespace {

constexpr int kGap = 7;
constexpr qsizetype kMostTargets = 500; ///< of one sheet

QSplitter *splitter(Qt::Orientation orientation)
{
    auto *made = new QSplitter(orientation);
    made->setHandleWidth(kGap);
    made->setChildrenCollapsible(false);
    return made;
}

} // namespace

DeskView::DeskView(QWidget *parent)
    : View(parent)
{
    buildPanes();
    buildTimeline();
    buildInspector();
    buildLayout();
}

DeskView::~DeskView() = default;

void DeskView::buildPanes()
{
    m_devices = new GridPane(QStringLiteral("desk.devices"), tr("Devices"), deviceColumns(), QStringLiteral("id"));
    m_indicators =
        new GridPane(QStringLiteral("desk.indicators"), tr("Indicators"), indicatorColumns(), QStringLiteral("id"));
    m_alerts = new GridPane(QStringLiteral("desk.alerts"), tr("Defender alerts"), alertColumns(), QStringLiteral("id"));
    m_externals =
        new GridPane(QStringLiteral("desk.externals"), tr("External alerts"), externalColumns(), QStringLiteral("id"));
    m_externals->setExternal(true);
    if (const auto *resource = defender::resourceNamed(QStringLiteral("indicators")))
        m_indicators->setCapacity(resource->limits.value(QStringLiteral("active")));
    m_alertSplitter = new ConnectedSplitter;
    m_alertSplitter->addWidget(m_alerts);
    m_alertSplitter->addWidget(m_externals);
    m_alertSplitter->strip()->connectGrids(m_alerts->grid(), m_externals->grid());

    m_foot = new QWidget;
    m_foot->setFixedHeight(34);
    auto *line = new QHBoxLayout(m_foot);
    line->setContentsMargins(10, 0, 10, 0);
    m_footText = new ElidedLabel("muted");
    m_footText->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    line->addWidget(m_footText, 1);
    m_push = new QPushButton(tr("Push to Defender …"));
    m_push->setAutoDefault(false);
    m_push->setProperty("look", QStringLiteral("primary"));
    m_push->setFixedHeight(26);
    line->addWidget(m_push);
    connect(m_push, &QPushButton::clicked, this, [this] { pushToDefender(m_selection->related().externalId); });
    m_externals->setFoot(m_foot);
    m_foot->hide();
}

void DeskView::buildTimeline()
{
    m_timelinePane = new Pane(tr("Timeline"));
    m_timeline = new TimelineView;
    m_timeline->setEmptyText(tr("Nothing is held for this time."));
    using Kind = TimelineView::Kind;
    for (const Kind kind :
         {Kind::Processes, Kind::Network, Kind::Files, Kind::Logons, Kind::Registry, Kind::ExternalAlerts}) {
        auto *chip = new QToolButton;
        chip->setProperty("look", QStringLiteral("chip"));
        chip->setProperty("external", kind == Kind::ExternalAlerts);
        chip->setFont(uiFont(11, QFont::DemiBold));
        chip->setText(kind == Kind::ExternalAlerts ? tr("External") : TimelineView::laneName(kind));
        chip->setAccessibleName(tr("Show lane: %1").arg(TimelineView::laneName(kind)));
        chip->setCheckable(true);
        chip->setChecked(kind != Kind::Registry && kind != Kind::Logons);
        m_timeline->setLaneShown(kind, chip->isChecked());
        connect(chip, &QToolButton::toggled, m_timeline,
                [this, kind](bool shown) { m_timeline->setLaneShown(kind, shown); });
        m_timelinePane->addHeadWidget(chip);
    }
    m_timelinePane->setContent(m_timeline);
    m_timelineFeed = new TimelineFeed(m_timeline, this);
    connect(m_timeline, &TimelineView::chosen, this, [this](Kind kind, const QString &id) {
        showSubject({kind == Kind::ExternalAlerts ? Subject::Kind::External : Subject::Kind::Alert, id});
    });
    connect(m_timelineFeed, &TimelineFeed::shown, this, [this] { showTimelineFor({}); });
}

void DeskView::buildInspector()
{
    m_right = new QStackedWidget;
    m_inspector = new Inspector;
    m_sheet = new ActionSheet;
    m_right->addWidget(m_inspector);
    m_right->addWidget(m_sheet);
    m_inspector->setEmpty(tr("Opening …"));
    QToolButton *clear = m_inspector->addButton(QStringLiteral("close"), tr("Choose nothing"));
    connect(clear, &QToolButton::clicked, this, &DeskView::clearSelection);
    connect(m_sheet, &ActionSheet::closed, this, &DeskView::closeSheet);
    connect(m_sheet, &ActionSheet::done, this, &DeskView::afterAction);
}

void DeskView::buildLayout()
{
    m_left = splitter(Qt::Vertical);
    m_left->addWidget(m_devices);
    m_left->addWidget(m_indicators);
    m_left->setSizes({340, 270});
    m_top = splitter(Qt::Horizontal);
    m_top->addWidget(m_left);
    m_top->addWidget(m_alertSplitter);
    m_top->setStretchFactor(0, 0);
    m_top->setStretchFactor(1, 1);
    m_top->setSizes({322, 990});
    m_alertSplitter->setSizes({500, 470});
    m_rows = splitter(Qt::Vertical);
    QSplitter *main = m_rows;
    main->addWidget(m_top);
    main->addWidget(m_timelinePane);
    main->setStretchFactor(0, 1);
    main->setStretchFactor(1, 0);
    main->setSizes({640, 268});
    m_columns = splitter(Qt::Horizontal);
    m_columns->addWidget(main);
    m_columns->addWidget(m_right);
    m_columns->setStretchFactor(0, 1);
    m_columns->setStretchFactor(1, 0);
    m_columns->setSizes({1300, 302});
    m_right->setMinimumWidth(244);
    m_devices->setMinimumWidth(210);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_columns);
    for (Pane *pane : {static_cast<Pane *>(m_devices), static_cast<Pane *>(m_indicators), static_cast<Pane *>(m_alerts),
                       static_cast<Pane *>(m_externals), m_timelinePane}) {
        pane->addExpandButton();
        connect(pane, &Pane::expandToggled, this, [this, pane](bool expanded) { expand(expanded ? pane : nullptr); });
    }
}

/// Hides what stands around `pane`; the splitters know the sizes when it is shown again.
void DeskView::expand(Pane *pane)
{
    m_expanded = pane;
    for (Pane *each : {static_cast<Pane *>(m_devices), static_cast<Pane *>(m_indicators), static_cast<Pane *>(m_alerts),
                       static_cast<Pane *>(m_externals), m_timelinePane})
        each->setVisible(pane == nullptr || each == pane);
    m_left->setVisible(pane == nullptr || pane == m_devices || pane == m_indicators);
    m_alertSplitter->setVisible(pane == nullptr || pane == m_alerts || pane == m_externals);
    m_top->setVisible(pane != m_timelinePane);
}

Ticks DeskView::now() const { return m_session ? m_session->clock().now() : 0; }

Ticks DeskView::from() const { return m_range.from(now()); }

void DeskView::useSession(std::shared_ptr<session::Session> session)
{
    m_session = std::move(session);
    const std::shared_ptr<store::Store> store = m_session->store();
    for (GridPane *pane : {m_devices, m_alerts, m_externals, m_indicators})
        pane->setNow(now());
    m_devices->setStore(store, deviceSource(now()));
    m_alerts->setStore(store, alertSource(from()));
    m_externals->setStore(store, externalSource(from()));
    m_indicators->setStore(store, indicatorSource());
    m_selection = new Selection(store, this);
    m_inspectorFeed = new InspectorFeed(m_inspector, m_selection, m_session, this);
    delete m_responses;
    m_responses = new ResponseBar(m_inspector, m_selection, m_session, this);
    connect(m_responses, &ResponseBar::wanted, this, qOverload<const SheetRequest &>(&DeskView::openSheet));
    connect(m_responses, &ResponseBar::pushWanted, this, &DeskView::pushToDefender);
    m_timelineFeed->setStore(store);
    m_links = new LiveQuery(store, {QStringLiteral("Correlations")}, this);
    connect(m_links, &LiveQuery::arrived, this, &DeskView::takeLinks);
    m_links->setSql(QStringLiteral(
        "SELECT AlertId, ExternalId, Score FROM Correlations WHERE AlertId <> '' ORDER BY Score DESC LIMIT 100000"));
    connectSelection();
    m_inspector->setResponseHint(m_session->gate() == nullptr ? tr("Read-only: nothing can be sent from here.")
                                                              : QString());
    if (isVisible() && (window()->focusWidget() == nullptr || !window()->isActiveWindow()))
        m_devices->grid()->setFocus();
    showTimelineFor({});
    m_timelineFeed->show({}, from(), m_range.isAll() ? 0 : now());
}

void DeskView::connectSelection()
{
    const auto link = [this](GridPane *pane, Subject::Kind kind) {
        connect(pane->grid(), &Grid::chosen, this, [this, kind](const QString &key) {
            m_selection->choose({key.isEmpty() ? Subject::Kind::Nothing : kind, key});
        });
    };
    link(m_devices, Subject::Kind::Device);
    link(m_alerts, Subject::Kind::Alert);
    link(m_externals, Subject::Kind::External);
    link(m_indicators, Subject::Kind::Indicator);
    connect(m_selection, &Selection::relatedChanged, this, &DeskView::showRelated);
    connect(&m_turn, &QTimer::timeout, this, &DeskView::markNext);
    connect(m_selection, &Selection::failed, this,
            [this](const Error &error) { m_inspector->setNotice(error.message); });
    connect(m_inspectorFeed, &InspectorFeed::deviceChanged, this,
            [this] { m_responses->setDevice(m_inspectorFeed->deviceId(), m_inspectorFeed->isIsolated()); });
    connect(m_inspectorFeed, &InspectorFeed::pairDescribed, this, [this](const QString &text, const QString &tip) {
        m_footText->setText(text);
        m_footText->setToolTip(
            QStringLiteral("<p>%1</p>").arg(tip.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"))));
        m_foot->setVisible(!text.isEmpty());
        updatePush();
    });
    if (m_session->gate() != nullptr)
        connect(m_session->gate(), &response::Gate::permissionsChanged, this, &DeskView::updatePush);
    connect(m_externals, &GridPane::arrived, this, &DeskView::tagSources);
    connect(m_alerts, &GridPane::arrived, this, &DeskView::tagNewAlerts);
}

void DeskView::tagNewAlerts()
{
    const TablePointer table = m_alerts->model()->table();
    const Column &status = table->column(QStringLiteral("status"));
    qint64 count = 0;
    for (qsizetype row = 0; row < table->rowCount(); ++row)
        count += status.text(row) == "New" ? 1 : 0;
    m_alerts->setTags(count > 0 ? QStringList(tr("New %1").arg(QLocale().toString(count))) : QStringList());
}

void DeskView::tagSources()
{
    // By the texts as they stand: there may be 200,000 rows, and this is the window's own thread.
    std::map<std::string_view, qint64> sources;
    const TablePointer table = m_externals->model()->table();
    const Column &source = table->column(QStringLiteral("source"));
    for (qsizetype row = 0; row < source.size(); ++row)
        ++sources[source.text(row)];
    QStringList tags;
    for (auto it = sources.cbegin(); it != sources.cend() && tags.size() < 3; ++it)
        tags.append(QString::fromUtf8(it->first.data(), qsizetype(it->first.size())) % u' ' %
                    QLocale().toString(it->second));
    m_externals->setTags(tags, true);
}

void DeskView::takeLinks(const TablePointer &table)
{
    QList<AlertLink> links;
    links.reserve(table->rowCount());
    for (qsizetype row = 0; row < table->rowCount(); ++row)
        links.append({table->column(0).string(row), table->column(1).string(row), table->column(2).real(row)});
    m_alertSplitter->strip()->setLinks(links);
    m_timeline->setLinks(links);
    m_selection->refresh();
}

/// One pane a turn of the event loop: all of them in one would hold it up for longer than a turn may take.
void DeskView::showRelated()
{
    m_toMark = {m_alerts, m_externals, m_devices, m_indicators};
    m_turn.start();
}

void DeskView::markNext()
{
    if (!m_toMark.isEmpty())
        return mark(m_toMark.takeFirst());
    m_turn.stop();
    const Related &related = m_selection->related();
    m_alertSplitter->strip()->setChosen(related.alertId, related.externalId);
    m_timeline->setChosen(related.alertId, related.externalId);
    if (m_timeline->property("device").toString() != related.deviceId) {
        m_timeline->setProperty("device", related.deviceId);
        m_timelineFeed->show(related.deviceId, from(), m_range.isAll() ? 0 : now());
    }
}

void DeskView::mark(GridPane *pane)
{
    using Kind = Subject::Kind;
    const Subject &subject = m_selection->subject();
    const Related &related = m_selection->related();
    const auto [kind, rows] = pane == m_alerts      ? std::pair(Kind::Alert, related.alerts)
                              : pane == m_externals ? std::pair(Kind::External, related.externals)
                              : pane == m_devices   ? std::pair(Kind::Device, related.devices)
                                                    : std::pair(Kind::Indicator, related.indicators);
    // Indicators are dimmed only where some belong to what is chosen: mostly none does.
    const bool dims = subject.kind != Kind::Nothing && (pane != m_indicators || !rows.isEmpty());
    pane->model()->setRelated(rows, dims);
    pane->grid()->showKey(subject.kind == kind ? subject.key : QString());
}

void DeskView::showTimelineFor(const QString &)
{
    const QString device = m_timeline->property("device").toString();
    const int row = m_devices->model()->rowOfKey(device);
    const QString name = device.isEmpty() ? tr("all devices")
                         : row >= 0       ? m_devices->model()->index(row, 0).data().toString()
                                          : device;
    const Ticks first = m_timeline->windowFrom();
    const Ticks last = m_timeline->windowTo();
    //: A date as QLocale writes it: month and day
    const QString form = tr("MMM d");
    const auto day = [&form](Ticks at) -> QString {
        return QLocale().toString(dateTimeFromTicks(at).date(), form) + u' ';
    };
    const bool oneDay = first / kTicksPerDay == last / kTicksPerDay;
    m_timelinePane->setCount(last <= first
                                 ? name
                                 : tr("%1 · %2–%3 UTC")
                                       .arg(name, QString(day(first) % clockFromTicks(first).left(5)),
                                            QString((oneDay ? QString() : day(last)) % clockFromTicks(last).left(5))));
}

void DeskView::setTimeRange(const TimeRange &range)
{
    if (m_range == range)
        return;
    m_range = range;
    if (!m_session)
        return;
    m_alerts->setSource(alertSource(from()));
    m_externals->setSource(externalSource(from()));
    m_timelineFeed->show(m_timeline->property("device").toString(), from(), m_range.isAll() ? 0 : now());
}

void DeskView::showSubject(const Subject &subject)
{
    if (m_selection != nullptr)
        m_selection->choose(subject);
}

void DeskView::clearSelection() { showSubject({}); }

bool DeskView::isSettled() const
{
    return m_session && m_devices->isSettled() && m_alerts->isSettled() && m_externals->isSettled() &&
           m_indicators->isSettled() && m_timelineFeed->isSettled() && m_inspectorFeed->isSettled() &&
           m_responses->isSettled() && !m_links->isRunning() && !m_turn.isActive();
}

bool DeskView::hasData() const { return m_devices->model()->rowCount() > 0; }

bool DeskView::canRespond() const
{
    return m_session && m_session->gate() != nullptr && !m_inspectorFeed->deviceId().isEmpty();
}

bool DeskView::openSheet(const QString &action)
{
    return canRespond() && openSheet(m_responses->deviceRequest(action));
}

bool DeskView::openSheet(const SheetRequest &request)
{
    if (!m_session || m_session->gate() == nullptr || request.action.isEmpty())
        return false;
    m_sheet->open(m_session->gate(), widened(request));
    m_right->setCurrentWidget(m_sheet);
    return true;
}

void DeskView::fillResponseMenu(QMenu *menu)
{
    if (m_responses != nullptr)
        return m_responses->fillMenu(menu);
    menu->addAction(tr("Nothing is open yet"))->setEnabled(false);
}

/// Rows that are chosen together with the one in question are meant too.
SheetRequest DeskView::widened(SheetRequest request) const
{
    const GridPane *pane = response::deviceAction(request.action) ? m_devices
                           : request.action == u"updateAlert"     ? m_alerts
                           : request.action == u"deleteIndicator" ? m_indicators
                                                                  : nullptr;
    if (pane == nullptr || request.targets.size() != 1)
        return request;
    QStringList keys;
    QStringList names;
    for (const QModelIndex &row : pane->grid()->selectionModel()->selectedRows()) {
        keys.append(pane->model()->keyAt(row.row()));
        names.append(row.siblingAtColumn(0).data().toString());
    }
    if (keys.size() < 2 || keys.size() > kMostTargets || !keys.contains(request.targets.first()))
        return request;
    request.targets = keys;
    request.names = names;
    return request;
}

/// The foot is about the pair that is chosen, from whichever side.
void DeskView::updatePush()
{
    if (!m_session || m_selection == nullptr)
        return;
    m_push->setVisible(!m_selection->related().externalId.isEmpty());
    allow(m_push, tr("Raise an alert on the event behind it …"),
          whyNot(m_session->gate(), QStringLiteral("createAlertByReference")));
}

void DeskView::pushToDefender(const QString &externalId)
{
    if (!m_session || externalId.isEmpty())
        return;
    onWorker([store = m_session->store(), externalId] {
        return story::promotionOf(*store, externalId);
    }).then(this, [this](const Result<story::Promotion> &promotion) {
        m_inspector->setNotice({});
        if (!promotion)
            return m_inspector->setNotice(promotion.error().message);
        if (!promotion->alertId.isEmpty())
            return m_inspector->setNotice(tr("It was pushed already: alert %1.").arg(promotion->alertId));
        SheetRequest request{QStringLiteral("createAlertByReference")};
        request.title = tr("Push to Defender");
        request.parameters = promotion->body;
        request.asked = {QStringLiteral("severity"), QStringLiteral("category"), QStringLiteral("title")};
        openSheet(request);
    });
}

/// A new alert's evidence comes with a list only, and it belongs to the external one it was raised for.
void DeskView::afterAction(const QString &action)
{
    if (m_session && m_session->client() != nullptr && action == u"createAlertByReference")
        m_session->sync({{QStringLiteral("Alerts")}, false, false, true});
}

void DeskView::closeSheet()
{
    m_right->setCurrentWidget(m_inspector);
    m_devices->grid()->setFocus();
}

Subject DeskView::mostTelling() const
{
    const QList<AlertLink> &links = m_alertSplitter->strip()->links(); // the best first
    Subject best;
    int lowest = std::numeric_limits<int>::max();
    for (const AlertLink &link : links) {
        if (link.score < links.constFirst().score - 0.02)
            break;
        const int alert = m_alerts->model()->rowOfKey(link.alertId);
        const int external = m_externals->model()->rowOfKey(link.externalId);
        if (alert < 0 || external < 0 || std::max(alert, external) >= lowest)
            continue;
        lowest = std::max(alert, external); // of equals, the one nearest to the top: both ends are on the screen
        best = {Subject::Kind::External, link.externalId};
    }
    if (best.kind != Subject::Kind::Nothing)
        return best;
    if (m_alerts->model()->rowCount() > 0)
        return {Subject::Kind::Alert, m_alerts->model()->keyAt(0)};
    return m_devices->model()->rowCount() > 0 ? Subject{Subject::Kind::Device, m_devices->model()->keyAt(0)}
                                              : Subject{};
}

/// Shares out the width and height the window opens with; from then on the splitters keep what the user made of it.
void DeskView::resizeEvent(QResizeEvent *event)
{
    View::resizeEvent(event);
    if (m_arranged || width() < 600)
        return;
    m_arranged = isVisible();
    const bool wide = width() >= 1450;
    const int right = wide ? 302 : 262;
    const int left = wide ? 322 : 256;
    const int middle = width() - right - left - 2 * kGap - 12;
    m_columns->setSizes({width() - right - kGap - 12, right});
    m_top->setSizes({left, middle});
    m_alertSplitter->setSizes({middle / 2, middle / 2});
    const int low = std::clamp(height() * 3 / 10, 190, 300);
    m_rows->setSizes({height() - low - kGap - 12, low});
}

void DeskView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_expanded != nullptr)
        m_expanded->expandButton()->setChecked(false);
    else if (event->key() == Qt::Key_Escape)
        clearSelection();
    else
        View::keyPressEvent(event);
}

} // namespace watchdesk::ui
