// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/resources/resourcesview.h"

#include "app/defender/titles.h"
#include "app/session/session.h"
#include "app/store/store.h"
#include "ui/models/livequery.h"
#include "ui/views/resources/recorddetail.h"
#include "ui/views/resources/resourcepane.h"
#include "ui/views/resources/resourcetree.h"
#include "ui/views/resources/rowactions.h"
#include "ui/views/resources/trendpane.h"
#include "ui/widgets/actionsheet.h"
#include "ui/widgets/grid.h"

#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace watchdesk::ui {

namespace {

const QString kFirst = QStringLiteral("machines");
const QString kTrend = QStringLiteral("trend"); ///< a tab that is no relation

QSplitter *splitter(Qt::Orientation orientation)
{
    auto *made = new QSplitter(orientation);
    made->setChildrenCollapsible(false);
    return made;
}

} // namespace

ResourcesView::ResourcesView(QWidget *parent)
    : View(parent)
{
    setAccessibleName(tr("Resources"));
    m_tree = new ResourceTree;
    m_lists = new QStackedWidget;
    m_tabs = new QTabBar;
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setAccessibleName(tr("What belongs to the chosen row"));
    m_relations = new QStackedWidget;
    m_trend = new TrendPane;
    m_relations->addWidget(m_trend);
    m_detail = new RecordDetail;
    m_sheet = new ActionSheet;
    m_right = new QStackedWidget;
    m_right->addWidget(m_detail);
    m_right->addWidget(m_sheet);
    connect(m_sheet, &ActionSheet::closed, this, [this] { m_right->setCurrentWidget(m_detail); });
    buildLayout();
    setFocusProxy(m_tree);
    connect(m_tree, &ResourceTree::chosen, this, &ResourcesView::choose);
    connect(m_tabs, &QTabBar::currentChanged, this, &ResourcesView::showRelation);
}

void ResourcesView::buildLayout()
{
    auto *treePane = new Pane(tr("The API"));
    treePane->setContent(m_tree);
    m_below = new QWidget;
    auto *column = new QVBoxLayout(m_below);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_tabs);
    column->addWidget(m_relations, 1);
    m_below->hide();
    QSplitter *middle = splitter(Qt::Vertical);
    middle->addWidget(m_lists);
    middle->addWidget(m_below);
    middle->setStretchFactor(0, 3);
    middle->setStretchFactor(1, 2);
    middle->setSizes({600, 330});
    QSplitter *across = splitter(Qt::Horizontal);
    across->addWidget(treePane);
    across->addWidget(middle);
    across->addWidget(m_right);
    across->setStretchFactor(1, 1);
    across->setSizes({262, 900, 360});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(across);
}

void ResourcesView::useSession(std::shared_ptr<session::Session> session)
{
    m_session = std::move(session);
    delete m_states;
    m_states = new LiveQuery(m_session->store(), {QStringLiteral("TableStates")}, this);
    connect(m_states, &LiveQuery::arrived, this, [this](const TablePointer &states) { m_tree->setStates(*states); });
    m_states->setSql(QStringLiteral("SELECT TableName, Completeness, \"Rows\" FROM TableStates"), {},
                     {{QStringLiteral("TableName"), ColumnType::String},
                      {QStringLiteral("Completeness"), ColumnType::String},
                      {QStringLiteral("Rows"), ColumnType::Long}});
    m_trend->useStore(m_session->store());
    for (ResourcePane *pane : std::as_const(m_panes))
        pane->useSession(m_session);
    m_tree->choose(m_current ? m_current->resource().name : kFirst);
}

bool ResourcesView::isSettled() const
{
    const auto isAtRest = [](const ResourcePane *pane) {
        return pane == nullptr || (pane->isSettled() && !pane->isLoading());
    };
    return m_session && isAtRest(m_current) && (m_below->isHidden() || (isAtRest(m_relation) && m_trend->isSettled()));
}

ResourcePane *ResourcesView::paneOf(const defender::Resource &resource)
{
    ResourcePane *&pane = m_panes[resource.name];
    if (pane)
        return pane;
    pane = new ResourcePane(resource);
    (resource.isRelation() ? m_relations : m_lists)->addWidget(pane);
    if (resource.isRelation()) {
        connect(pane->grid(), &Grid::chosen, this, &ResourcesView::showRelatedRow);
    } else {
        connect(pane->grid(), &Grid::chosen, this, &ResourcesView::showRow);
        connect(pane, &GridPane::arrived, this, [this, listed = pane] {
            if (listed == m_current && m_key.isEmpty())
                chooseRow(std::exchange(m_wanted, QString()));
        });
    }
    if (pane->actions() != nullptr)
        connect(pane->actions(), &RowActions::wanted, this, &ResourcesView::openSheet);
    connect(pane, &ResourcePane::found, this, [this, asked = pane](const QString &key) {
        if (asked == m_current) {
            m_key.clear();
            m_wanted = key;
        }
    });
    connect(pane, &ResourcePane::loadFailed, pane, [pane](const QString &message) { pane->setNotice(message); });
    if (m_session)
        pane->useSession(m_session);
    return pane;
}

void ResourcesView::choose(const QString &resource)
{
    const defender::Resource *known = defender::resourceNamed(resource);
    if (!known || !m_session)
        return;
    m_key.clear();
    m_detail->clear();
    m_below->hide();
    m_current = paneOf(*known);
    m_lists->setCurrentWidget(m_current);
    if (m_current->model()->rowCount() > 0)
        chooseFirstRow();
}

void ResourcesView::showResource(const QString &resource) { m_tree->choose(resource); }

void ResourcesView::openSheet(const SheetRequest &request)
{
    if (!m_session || m_session->gate() == nullptr)
        return;
    m_sheet->open(m_session->gate(), request);
    m_right->setCurrentWidget(m_sheet);
}

void ResourcesView::fillResponseMenu(QMenu *menu)
{
    if (m_current && m_current->actions() != nullptr)
        return m_current->actions()->fill(menu);
    menu->addAction(tr("Nothing can be done with this list"))->setEnabled(false);
}

ResourcePane *ResourcesView::currentPane() const { return m_current; }

void ResourcesView::chooseFirstRow() { chooseRow({}); }

/// The row of that key, else the first.
void ResourcesView::chooseRow(const QString &wanted)
{
    if (!m_current || m_current->model()->rowCount() == 0)
        return;
    const QString key = m_current->model()->rowOfKey(wanted) < 0 ? m_current->model()->keyAt(0) : wanted;
    m_current->grid()->showKey(key);
    showRow(key);
}

void ResourcesView::showRow(const QString &key)
{
    m_key = key;
    if (key.isEmpty() || !m_current)
        return m_detail->clear();
    m_detail->show(m_current->resource(), m_current->record(key));
    showRelations();
}

void ResourcesView::showRelations()
{
    const auto relations = defender::relationsOf(m_current->resource().name);
    const QString wanted = m_tabs->tabData(m_tabs->currentIndex()).toString();
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    int current = 0;
    for (const defender::Resource *relation : relations) {
        if (relation->table.isEmpty())
            continue;
        const int tab = m_tabs->addTab(defender::translatedTitle(relation->title));
        m_tabs->setTabData(tab, relation->name);
        m_tabs->setTabToolTip(tab, relation->meaning.toHtmlEscaped());
        current = relation->name == wanted ? tab : current;
    }
    if (TrendPane::isKept(m_current->resource())) {
        const int tab = m_tabs->addTab(tr("Trend"));
        m_tabs->setTabData(tab, kTrend);
        current = wanted == kTrend ? tab : current;
    }
    m_below->setVisible(m_tabs->count() > 0);
    if (m_tabs->count() == 0)
        return;
    m_tabs->setCurrentIndex(current);
    showRelation(current);
}

void ResourcesView::showRelation(int tab)
{
    if (m_current && m_tabs->tabData(tab) == kTrend) {
        m_relation = nullptr;
        m_relations->setCurrentWidget(m_trend);
        return m_trend->showTrend(m_current->resource(), m_current->relationKey(m_key), m_session->clock().now());
    }
    const defender::Resource *relation = defender::resourceNamed(m_tabs->tabData(tab).toString());
    if (!relation || !m_current)
        return;
    m_relation = paneOf(*relation);
    m_relations->setCurrentWidget(m_relation);
    m_relation->setParentKey(m_current->relationKey(m_key));
}

void ResourcesView::showRelatedRow(const QString &key)
{
    if (m_relation && !key.isEmpty())
        m_detail->show(m_relation->resource(), m_relation->record(key));
}

} // namespace watchdesk::ui
