// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/hunt/engine.h"
#include "app/kql/services/fix.h"
#include "ui/widgets/view.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

class QAction;
class QComboBox;
class QLabel;
class QToolButton;

namespace watchdesk::session {
class Session;
}

namespace watchdesk::ui {

class ActionSheet;
class ChartPane;
class ExternalLeave;
class FindingList;
class Grid;
class KqlAssist;
class KqlEditor;
class Pane;
class QueryHistory;
class QueryList;
class QueryTabs;
class ResultActions;
class RowInbox;
class RunComparison;
class SchemaTree;
class TableModel;
struct SheetRequest;

/// The hunt view: schema and queries at the left, the open queries with live findings above, the result below.
///
/// GUI thread. Open queries and what was run are kept where keepIn() says. Analysis and runs happen on workers;
/// typing cancels nothing, Esc cancels the run. The first rows are shown before the last are computed, but only a whole
/// result is sorted, drawn, compared and acted on. A result says whether it is complete; an error is marked at its span
/// in the editor and said below it.
class HuntView : public View
{
    Q_OBJECT
public:
    explicit HuntView(QWidget *parent = nullptr);
    ~HuntView() override;

    QString name() const override { return QStringLiteral("hunt"); }
    void useSession(std::shared_ptr<session::Session> session) override { setSession(std::move(session)); }
    bool isSettled() const override;
    void setSession(std::shared_ptr<session::Session> session);
    void setQuery(const QString &query);
    QString query() const;
    /// Shows the queries that were left open, and keeps them and what is run in `folder` from now on. Without it
    /// nothing is kept.
    void keepIn(const QString &folder);
    KqlEditor *editor() const { return m_editor; }
    KqlAssist *assist() const { return m_assist; }
    QueryTabs *tabs() const { return m_tabs; }
    /// What the editor can do, with keys, for the menu.
    QList<QAction *> editorActions() const;
    ChartPane *chart() const { return m_chart; }
    /// Puts the chart beside the grid, or takes it away.
    void showChart(bool shown);
    ResultActions *actions() const { return m_actions; }
    RunComparison *comparison() const { return m_comparison; }
    ActionSheet *sheet() const { return m_sheet; }
    /// Opens the sheet at the right; ignored where nothing can be sent.
    void openSheet(const SheetRequest &request);
    /// Runs what the editor holds at the caret; ignored while a run goes on.
    void run();
    void stop();
    bool isRunning() const;

protected:
    void showEvent(QShowEvent *event) override;

Q_SIGNALS:
    /// For the status bar: what the last run read and how long it took.
    void statusChanged(const QString &text);
    void finished();

private:
    QWidget *buildLeft();
    QWidget *buildEditor();
    QWidget *buildResult();
    void addResultButtons();
    QWidget *buildRunBar();
    QWidget *buildMessageLine();
    void addTabActions();
    void showSchema();
    void showEngines();
    void refreshCounts();
    void showAnalysis(const QList<kql::Finding> &findings, int columns);
    void showMessage(const QString &text, bool isError);
    void showCaret();
    bool takeArrived();
    void showArrived();
    void start(const QString &query, int begin, int table);
    void takeResult(Result<hunt::HuntResult> result);
    void takeStop();
    void showResult(const hunt::HuntResult &result);
    void showTables(const QStringList &names);
    void showFailure(const Error &error);
    void askForLeave();
    void remember(const Result<hunt::HuntResult> &result, qint64 elapsedMs);
    void setRunning(bool running);
    hunt::Engine *engine();

    std::shared_ptr<session::Session> m_session;
    std::unique_ptr<hunt::Engine> m_engine;
    QFuture<Result<hunt::HuntResult>> m_run;
    QString m_running; ///< the query that runs, or ran last
    int m_begin = 0;   ///< where it begins in the editor
    int m_table = 0;   ///< which of its tables
    QElapsedTimer m_elapsed;
    std::shared_ptr<RowInbox> m_inbox; ///< rows of the run that are not shown yet
    QTimer m_arrivals;                 ///< looks for them
    int m_runNumber = 0;
    bool m_schemaStale = false;
    QTimer m_countPause;

    KqlEditor *m_editor = nullptr;
    KqlAssist *m_assist = nullptr;
    QueryTabs *m_tabs = nullptr;
    FindingList *m_findings = nullptr;
    std::unique_ptr<QueryHistory> m_history;
    SchemaTree *m_schema = nullptr;
    QueryList *m_queries = nullptr;
    Pane *m_queryPane = nullptr;
    QList<QAction *> m_tabActions;
    Pane *m_schemaPane = nullptr;
    Pane *m_resultPane = nullptr;
    Grid *m_grid = nullptr;
    TableModel *m_model = nullptr;
    ChartPane *m_chart = nullptr;
    ResultActions *m_actions = nullptr;
    RunComparison *m_comparison = nullptr;
    ActionSheet *m_sheet = nullptr;
    ExternalLeave *m_leave = nullptr;
    QComboBox *m_tableChoice = nullptr; ///< hidden unless a query gives several
    QToolButton *m_chartButton = nullptr;
    QComboBox *m_engineChoice = nullptr;
    QComboBox *m_rangeChoice = nullptr; ///< Graph's own time range; its data is ticks, 0 = as the query says
    QToolButton *m_runButton = nullptr;
    QToolButton *m_stopButton = nullptr;
    QLabel *m_messageIcon = nullptr;
    QLabel *m_message = nullptr;
    QLabel *m_caret = nullptr;
};

} // namespace watchdesk::ui
