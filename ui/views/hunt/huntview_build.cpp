// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the hunt view is put together; what it does is in huntview.cpp.

#include "ui/views/hunt/huntview.h"

#include "ui/models/tablemodel.h"
#include "ui/views/hunt/chartpane.h"
#include "ui/views/hunt/externalleave.h"
#include "ui/views/hunt/findinglist.h"
#include "ui/views/hunt/queryhistory.h"
#include "ui/views/hunt/querylist.h"
#include "ui/views/hunt/querytabs.h"
#include "ui/views/hunt/resultactions.h"
#include "ui/views/hunt/runcomparison.h"
#include "ui/views/hunt/schematree.h"
#include "ui/views/hunt/starterqueries.h"
#include "ui/widgets/actionsheet.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/kqlassist.h"
#include "ui/widgets/kqleditor.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/tokens.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace watchdesk::ui {

HuntView::HuntView(QWidget *parent)
    : View(parent)
{
    setAccessibleName(tr("Hunt"));
    auto *right = new QSplitter(Qt::Vertical);
    right->addWidget(buildEditor());
    right->addWidget(buildResult());
    right->setSizes({440, 360});
    right->setChildrenCollapsible(false);

    auto *across = new QSplitter(Qt::Horizontal);
    across->addWidget(buildLeft());
    across->addWidget(right);
    m_sheet = new ActionSheet;
    m_sheet->hide();
    connect(m_sheet, &ActionSheet::closed, m_sheet, [this] {
        m_sheet->hide();
        m_grid->setFocus();
    });
    across->addWidget(m_sheet);
    across->setSizes({262, 1200, 380});
    across->setStretchFactor(1, 1);
    across->setChildrenCollapsible(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(across);
    m_countPause.setSingleShot(true);
    m_countPause.setInterval(1000);
    connect(&m_countPause, &QTimer::timeout, this, &HuntView::refreshCounts);
    connect(&m_arrivals, &QTimer::timeout, this, &HuntView::showArrived);
    connect(&Palette::instance(), &Palette::changed, this, [this] {
        m_schemaStale = m_session != nullptr; // its items hold the old colours
        showSchema();
        refreshCounts();
    });
    addTabActions();
    keepIn({});
    showCaret();
    setFocusProxy(m_editor);
}

QWidget *HuntView::buildLeft()
{
    m_schema = new SchemaTree;
    m_schemaPane = new Pane(tr("Schema"));
    m_schemaPane->setContent(m_schema);
    connect(m_schema, &SchemaTree::insertRequested, this, [this](const QString &name) {
        m_editor->insertPlainText(name);
        m_editor->setFocus();
    });

    m_queries = new QueryList;
    m_queryPane = new Pane(tr("Queries"));
    m_queryPane->addFilter(tr("name or text"));
    m_queryPane->setContent(m_queries);
    connect(m_queryPane, &Pane::filterChanged, m_queries, &QueryList::narrow);
    connect(m_queries, &QueryList::opened, this, [this](const QString &text, const QString &name) {
        m_tabs->open(text, name);
        m_editor->setFocus();
    });

    auto *left = new QSplitter(Qt::Vertical);
    left->addWidget(m_schemaPane);
    left->addWidget(m_queryPane);
    left->setSizes({500, 280});
    left->setChildrenCollapsible(false);
    return left;
}

QWidget *HuntView::buildEditor()
{
    m_editor = new KqlEditor;
    m_editor->setFont(monoFont(12.5));
    m_editor->setProperty("look", QStringLiteral("flat"));
    m_editor->setAccessibleName(tr("Query editor"));
    m_assist = new KqlAssist(m_editor);
    m_tabs = new QueryTabs(m_editor);
    m_findings = new FindingList(m_editor);
    connect(m_assist, &KqlAssist::analysed, this, &HuntView::showAnalysis);
    connect(m_assist, &KqlAssist::referencesFound, m_findings, &FindingList::showPlaces);
    connect(m_assist, &KqlAssist::messageWanted, this, [this](const QString &text) { showMessage(text, true); });
    connect(m_findings, &FindingList::left, m_assist, &KqlAssist::analyse);
    connect(m_findings, &FindingList::chosen, m_editor, &KqlEditor::select);
    connect(m_tabs, &QueryTabs::currentChanged, m_assist, &KqlAssist::analyse);
    connect(m_tabs, &QueryTabs::problem, this, [this](const QString &text) { showMessage(text, true); });
    connect(m_editor, &KqlEditor::runRequested, this, &HuntView::run);
    connect(m_editor, &KqlEditor::stopRequested, this, &HuntView::stop);
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, this, &HuntView::showCaret);

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_findings);
    auto *pane = new Pane(tr("Query"));
    pane->addHeadWidget(buildRunBar());
    pane->setContent(content);
    pane->setFoot(buildMessageLine());
    return pane;
}

void HuntView::addTabActions()
{
    const auto add = [this](const QString &text, const QString &keys, std::function<void()> run) {
        auto *action = new QAction(text, this);
        action->setShortcut(QKeySequence(keys));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, std::move(run));
        addAction(action);
        m_tabActions.append(action);
    };
    add(tr("New &tab"), QStringLiteral("Ctrl+T"), [this] { m_tabs->open({}); });
    add(tr("Rena&me tab"), QStringLiteral("Ctrl+Shift+R"), [this] { m_tabs->rename(m_tabs->current()); });
    add(tr("C&lose tab"), QStringLiteral("Ctrl+W"), [this] { m_tabs->close(m_tabs->current()); });
    add(tr("Re&open closed tab"), QStringLiteral("Ctrl+Shift+T"), [this] { m_tabs->reopenClosed(); });
    add(tr("Ne&xt tab"), QStringLiteral("Ctrl+PgDown"), [this] { m_tabs->step(1); });
    add(tr("Pre&vious tab"), QStringLiteral("Ctrl+PgUp"), [this] { m_tabs->step(-1); });
    add(tr("C&hart of the result"), QStringLiteral("Ctrl+Shift+G"), [this] { m_chartButton->toggle(); });
}

QList<QAction *> HuntView::editorActions() const { return m_assist->actions() + m_tabActions; }

QWidget *HuntView::buildRunBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);

    m_engineChoice = new QComboBox;
    m_engineChoice->setAccessibleName(tr("Where to run"));
    m_engineChoice->setToolTip(tr("Run on the data held here, or at the tenant"));
    m_engineChoice->setMinimumContentsLength(14);

    m_rangeChoice = new QComboBox;
    m_rangeChoice->setAccessibleName(tr("Time range at Graph"));
    m_rangeChoice->setToolTip(tr("What Graph looks at, whatever the query says; it holds 30 days"));
    const QList<std::pair<QString, Ticks>> ranges{{tr("As the query says"), 0},
                                                  {tr("Last hour"), kTicksPerHour},
                                                  {tr("Last 24 h"), kTicksPerDay},
                                                  {tr("Last 7 days"), 7 * kTicksPerDay},
                                                  {tr("Last 30 days"), 30 * kTicksPerDay}};
    for (const auto &[text, span] : ranges)
        m_rangeChoice->addItem(text, span);
    m_rangeChoice->hide();
    connect(m_engineChoice, &QComboBox::currentIndexChanged, m_rangeChoice,
            [this] { m_rangeChoice->setVisible(m_engineChoice->currentData().toString() == u"graph"); });

    m_stopButton = new QToolButton;
    m_stopButton->setIcon(icon(QStringLiteral("stop")));
    m_stopButton->setAccessibleName(tr("Stop"));
    m_stopButton->setToolTip(tr("Stop (Esc)"));
    m_stopButton->setEnabled(false);
    connect(m_stopButton, &QToolButton::clicked, this, &HuntView::stop);

    m_runButton = new QToolButton;
    m_runButton->setProperty("look", QStringLiteral("primary"));
    m_runButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_runButton->setIcon(icon(QStringLiteral("play"), Qt::white));
    m_runButton->setText(tr("Run"));
    m_runButton->setAccessibleName(tr("Run the query"));
    m_runButton->setToolTip(tr("Run the query at the caret (Shift+Enter or F5)"));
    connect(m_runButton, &QToolButton::clicked, this, &HuntView::run);

    layout->addWidget(m_rangeChoice);
    layout->addWidget(m_engineChoice);
    layout->addWidget(m_stopButton);
    layout->addWidget(m_runButton);
    return bar;
}

QWidget *HuntView::buildMessageLine()
{
    auto *line = new QFrame;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(10, 4, 10, 4);
    layout->setSpacing(8);
    m_messageIcon = plainLabel();
    m_message = plainLabel();
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_caret = plainLabel({}, "muted");
    layout->addWidget(m_messageIcon);
    layout->addWidget(m_message, 1);
    layout->addWidget(m_caret);
    return line;
}

QWidget *HuntView::buildResult()
{
    m_model = new TableModel(this);
    m_grid = new Grid;
    m_grid->setObjectName(QStringLiteral("huntResult"));
    m_grid->setAccessibleName(tr("Result"));
    m_grid->setTableModel(m_model);
    m_chart = new ChartPane;
    auto *across = new QSplitter(Qt::Horizontal);
    across->addWidget(m_grid);
    across->addWidget(m_chart);
    across->setSizes({540, 460});
    across->setChildrenCollapsible(false);
    m_resultPane = new Pane(tr("Results"));
    m_leave = new ExternalLeave;
    m_resultPane->setTop(m_leave);
    connect(m_leave, &ExternalLeave::given, this, [this] { start(m_running, m_begin, m_table); });
    m_resultPane->setContent(across);
    addResultButtons();
    return m_resultPane;
}

void HuntView::addResultButtons()
{
    m_tableChoice = new QComboBox;
    m_tableChoice->setObjectName(QStringLiteral("huntTable"));
    m_tableChoice->setAccessibleName(tr("Which of the query's tables"));
    m_tableChoice->setToolTip(m_tableChoice->accessibleName());
    m_tableChoice->hide();
    m_resultPane->addHeadWidget(m_tableChoice);
    connect(m_tableChoice, &QComboBox::activated, this, [this](int table) { start(m_running, m_begin, table); });
    m_comparison = new RunComparison(this);
    m_resultPane->addHeadWidget(m_comparison->button());
    connect(m_comparison, &RunComparison::rowsWanted, m_model, &TableModel::setTable);
    m_actions = new ResultActions(m_grid, this);
    m_resultPane->addHeadWidget(m_actions->button());
    connect(m_actions, &ResultActions::wanted, this, &HuntView::openSheet);
    m_chartButton = m_resultPane->addButton(QStringLiteral("chart"), tr("Show the result as a chart"));
    m_chartButton->setCheckable(true);
    connect(m_chartButton, &QToolButton::toggled, m_chart, &QWidget::setVisible);
    connect(m_chart, &ChartPane::asked, this, &HuntView::showChart);
    showChart(false);
    m_chart->hide();
}

void HuntView::showChart(bool shown) { m_chartButton->setChecked(shown); }

void HuntView::keepIn(const QString &folder)
{
    const auto starters = starterQueries();
    const auto pathOf = [&](const char *name) {
        return folder.isEmpty() ? QString() : QString(folder + u'/' + QString::fromLatin1(name));
    };
    m_queries->setStarters(starters);
    m_history = std::make_unique<QueryHistory>(pathOf("history.jsonl"));
    m_queries->setHistory(m_history->entries());
    m_tabs->restore(pathOf("tabs.json"), starters.isEmpty() ? QString() : starters.first().text);
}

} // namespace watchdesk::ui
