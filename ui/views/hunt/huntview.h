// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"
#include "app/hunt/engine.h"
#include "app/kql/compile.h"
#include "ui/widgets/view.h"

#include <QTimer>

#include <memory>

class QComboBox;
class QLabel;
class QListWidget;
class QSplitter;
class QToolButton;

namespace watchdesk::session {
class Session;
}

namespace watchdesk::ui {

class Grid;
class KqlEditor;
class KqlHighlighter;
class Pane;
class SchemaTree;
class TableModel;

/// The hunt view: schema and queries at the left, the editor with live findings above, the result below.
///
/// GUI thread. Analysis and runs happen on workers; typing cancels nothing, Esc cancels the run. A result says whether
/// it is complete; an error is marked at its span in the editor and said below it.
class HuntView : public View
{
    Q_OBJECT
public:
    explicit HuntView(QWidget *parent = nullptr);
    ~HuntView() override;

    QString name() const override { return QStringLiteral("hunt"); }
    void useSession(std::shared_ptr<session::Session> session) override { setSession(std::move(session)); }
    bool isSettled() const override { return m_session != nullptr && !isRunning(); }
    void setSession(std::shared_ptr<session::Session> session);
    void setQuery(const QString &query);
    QString query() const;
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
    QWidget *buildRunBar();
    QWidget *buildMessageLine();
    void addStarters();
    void showSchema();
    void refreshCounts();
    void analyse();
    void showAnalysis(const kql::Analysis &analysis, int begin);
    void showMessage(const QString &text, bool isError);
    void showCaret();
    void showResult(const hunt::HuntResult &result);
    void showFailure(const Error &error, int begin);
    void setRunning(bool running);
    hunt::Engine *engine();

    std::shared_ptr<session::Session> m_session;
    std::unique_ptr<hunt::Engine> m_engine;
    QFuture<Result<hunt::HuntResult>> m_run;
    int m_analysisNumber = 0;
    int m_runNumber = 0;
    bool m_schemaStale = false;
    QTimer m_countPause;

    KqlEditor *m_editor = nullptr;
    KqlHighlighter *m_highlighter = nullptr;
    SchemaTree *m_schema = nullptr;
    QListWidget *m_queries = nullptr;
    Pane *m_schemaPane = nullptr;
    Pane *m_resultPane = nullptr;
    Grid *m_grid = nullptr;
    TableModel *m_model = nullptr;
    QComboBox *m_engineChoice = nullptr;
    QToolButton *m_runButton = nullptr;
    QToolButton *m_stopButton = nullptr;
    QLabel *m_messageIcon = nullptr;
    QLabel *m_message = nullptr;
    QLabel *m_caret = nullptr;
};

} // namespace watchdesk::ui
