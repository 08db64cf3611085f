// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/hunt/huntview.h"

#include "app/base/safetext.h"
#include "app/base/workers.h"
#include "app/hunt/engine.h"
#include "app/kql/compile.h"
#include "app/session/engines.h"
#include "app/session/session.h"
#include "app/store/store.h"
#include "ui/models/rowinbox.h"
#include "ui/models/stop.h"
#include "ui/views/hunt/chartpane.h"
#include "ui/views/hunt/externalleave.h"
#include "ui/views/hunt/findinglist.h"
#include "ui/views/hunt/queryhistory.h"
#include "ui/views/hunt/querylist.h"
#include "ui/views/hunt/querytabs.h"
#include "ui/views/hunt/resultactions.h"
#include "ui/views/hunt/runcomparison.h"
#include "ui/views/hunt/schematree.h"
#include "ui/widgets/actionsheet.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/kqlassist.h"
#include "ui/widgets/kqleditor.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/tokens.h"

#include <QComboBox>
#include <QLabel>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>

namespace watchdesk::ui {

namespace {

// Milliseconds between looks at the rows that a run has given: for the first ones, and for more, which are painted.
constexpr int kFirstLook = 100;
constexpr int kNextLook = 300;

/// Rows held of every table that KQL can read, in one statement.
QString countStatement(const kql::Schema &schema)
{
    QStringList parts;
    for (const auto &table : schema.tables)
        parts.append(QStringLiteral("SELECT '%1' AS TableName, count(*) AS \"Rows\" FROM \"%1\"").arg(table.name));
    return parts.join(QStringLiteral(" UNION ALL "));
}

QString lineOf(const KqlEditor *editor, int position)
{
    return QString::number(editor->document()->findBlock(position).blockNumber() + 1);
}

} // namespace

HuntView::~HuntView() { stopIfRunning(m_run); }

void HuntView::setSession(std::shared_ptr<session::Session> session)
{
    stop();
    m_session = std::move(session);
    m_engine.reset();
    m_sheet->hide();
    m_comparison->clear();
    m_actions->useGate(m_session ? m_session->gate() : nullptr);
    if (!m_session)
        return;
    const auto store = m_session->store();
    showEngines();
    connect(m_session.get(), &session::Session::offlineChanged, this, &HuntView::showEngines);
    const auto schema = store->schema();
    m_tabs->setSchema(schema);
    m_assist->setSchema(schema);
    m_schemaStale = true;
    if (isVisible())
        showSchema();
    m_schemaPane->setCount(tr("%Ln table(s)", nullptr, int(schema.tables.size())));
    m_model->setNow(m_session->clock().now());
    connect(store.get(), &store::Store::changed, this, [this] {
        if (!m_countPause.isActive())
            m_countPause.start(); // a sync tells of every page
    });
    refreshCounts();
}

/// What was chosen stays chosen where it is still offered.
void HuntView::showEngines()
{
    const QString chosen = m_engineChoice->currentData().toString();
    m_engineChoice->clear();
    for (const session::EngineOffer &offer : session::engineOffers(*m_session))
        m_engineChoice->addItem(offer.title, offer.name);
    m_engineChoice->setCurrentIndex(std::max(0, m_engineChoice->findData(chosen)));
}

void HuntView::refreshCounts()
{
    if (!m_session || !isVisible())
        return;
    const auto schema = m_session->store()->schema();
    m_session->store()->readLater(countStatement(schema)).then(this, [this](const Result<TablePointer> &counts) {
        if (!counts)
            return;
        m_schema->setCounts(**counts);
        kql::HeldRows held;
        for (qsizetype row = 0; row < (*counts)->rowCount(); ++row)
            held.insert((*counts)->column(0).string(row), (*counts)->column(1).integer(row));
        m_assist->setHeldRows(held);
    });
}

void HuntView::showSchema()
{
    if (m_session && isVisible() && std::exchange(m_schemaStale, false))
        m_schema->setSchema(m_session->store()->schema());
}

void HuntView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showSchema(); // 1,500 columns are not built before somebody looks
    refreshCounts();
}

void HuntView::setQuery(const QString &query)
{
    m_editor->setPlainText(query);
    m_editor->moveCursor(QTextCursor::End);
}

QString HuntView::query() const { return m_editor->toPlainText(); }

bool HuntView::isSettled() const
{
    return m_session != nullptr && !isRunning() && m_chart->isSettled() && m_comparison->isSettled();
}

bool HuntView::isRunning() const { return m_run.isRunning(); }

/// Kept while the choice stays: a hunt that was broken off goes on from the slices that it has.
hunt::Engine *HuntView::engine()
{
    const QString name = m_engineChoice->currentData().toString();
    if (!m_engine || m_engine->name() != name) {
        auto made = session::makeEngine(*m_session, name);
        m_engine = made ? std::move(*made) : nullptr;
    }
    return m_engine.get();
}

void HuntView::run()
{
    const auto query = m_editor->currentQuery();
    if (!query.text.trimmed().isEmpty())
        start(query.text, query.begin, 0);
}

/// `table`: which of the query's.
void HuntView::start(const QString &query, int begin, int table)
{
    if (!m_session || isRunning() || !engine())
        return;
    hunt::HuntOptions options;
    options.table = table;
    options.now = m_session->clock().now();
    if (m_engineChoice->currentData().toString() == u"graph")
        options.span = m_rangeChoice->currentData().toLongLong();
    options.external = m_leave->places();
    m_inbox = std::make_shared<RowInbox>();
    options.rows = [inbox = m_inbox](Table rows) { inbox->add(std::move(rows)); };
    m_model->setNow(options.now);
    setRunning(true);
    m_running = query;
    m_begin = begin;
    m_table = table;
    m_elapsed.start();
    const int number = ++m_runNumber;
    m_run = engine()->run(query, options);
    m_run
        .then(this,
              [this, number](const Result<hunt::HuntResult> &result) {
                  if (number == m_runNumber)
                      takeResult(result);
              })
        .onCanceled(this, [this, number] {
            if (number == m_runNumber)
                takeStop();
        });
}

/// Puts what came since the last look into the grid; whether anything did.
bool HuntView::takeArrived()
{
    Table rows = m_inbox->take();
    if (rows.rowCount() == 0)
        return false;
    m_model->grow(std::move(rows));
    return true;
}

void HuntView::showArrived()
{
    const bool isFirst = !m_model->isGrowing();
    if (!takeArrived())
        return;
    if (isFirst) { // what belongs to the result before goes with it
        m_chart->clear(tr("A result is drawn when all of its rows are there."));
        m_comparison->clear();
        m_actions->setWaiting(true);
        m_arrivals.setInterval(kNextLook);
    }
    m_resultPane->setCount(tr("%Ln row(s) so far …", nullptr, m_model->rowCount()) + QStringLiteral(" · ") +
                           tr("sorting, chart and actions wait for the last"));
}

void HuntView::takeResult(Result<hunt::HuntResult> result)
{
    setRunning(false);
    takeArrived();
    if (result && m_model->isGrowing()) {
        m_model->grow(Table(*result->table)); // the rest
        result->table = m_model->table();
        m_model->endGrowing();
    } else if (result) {
        m_model->setTable(result->table);
    }
    if (m_table == 0)
        remember(result, m_elapsed.elapsed());
    if (result)
        showResult(*result);
    else
        showFailure(result.error());
    Q_EMIT finished();
}

/// The rows that came before stay, and stay what they are: the start of a result.
void HuntView::takeStop()
{
    setRunning(false);
    takeArrived();
    if (m_model->isGrowing()) {
        m_model->endGrowing();
        m_chart->clear(tr("The run was stopped. Only a whole result is drawn."));
        m_comparison->clear();
        m_resultPane->setCount(tr("%Ln row(s)", nullptr, m_model->rowCount()) + QStringLiteral(" · ") +
                               tr("stopped: there may be more rows"));
    } else {
        m_resultPane->setCount(tr("stopped"));
    }
    Q_EMIT finished();
}

void HuntView::stop() { stopIfRunning(m_run); }

void HuntView::remember(const Result<hunt::HuntResult> &result, qint64 elapsedMs)
{
    HistoryEntry entry{QDateTime::currentDateTimeUtc(), m_running, engine()->name(), -1, elapsedMs, {}};
    if (result)
        entry.rows = result->table->rowCount();
    else
        entry.error = result.error().message;
    m_history->add(entry);
    m_queries->setHistory(m_history->entries());
    m_queryPane->setCount(tr("%Ln run(s)", nullptr, int(m_history->entries().size())));
}

void HuntView::showAnalysis(const QList<kql::Finding> &findings, int columns)
{
    QList<kql::Diagnostic> diagnostics;
    for (const auto &finding : findings)
        diagnostics.append(finding.diagnostic);
    m_editor->setDiagnostics(diagnostics, 0);
    m_findings->showFindings(findings);
    const auto isError = [](const auto &diagnostic) { return diagnostic.severity == kql::Diagnostic::Severity::Error; };
    const int errors = int(std::count_if(diagnostics.begin(), diagnostics.end(), isError));
    if (diagnostics.isEmpty())
        return showMessage(columns > 0 ? tr("No problems · %Ln column(s)", nullptr, columns) : QString(), false);
    QStringList parts;
    if (errors > 0)
        parts.append(tr("%Ln error(s)", nullptr, errors));
    if (errors < diagnostics.size())
        parts.append(tr("%Ln hint(s)", nullptr, int(diagnostics.size()) - errors));
    if (columns > 0)
        parts.append(tr("%Ln column(s)", nullptr, columns));
    showMessage(parts.join(QStringLiteral(" · ")), errors > 0);
}

void HuntView::showResult(const hunt::HuntResult &result)
{
    using Completeness = hunt::HuntResult::Completeness;
    m_chart->showResult(m_running, result.table);
    m_comparison->take(QStringLiteral("%1 %2 %3").arg(engine()->name()).arg(m_table).arg(m_running), result);
    showTables(result.results);
    const int rows = int(result.table->rowCount());
    QString count = tr("%Ln row(s)", nullptr, rows) + QStringLiteral(" · ") + tr("%1 ms").arg(result.elapsedMs);
    if (result.firstRowMs >= 0)
        count += QStringLiteral(" · ") + tr("first row after %1 ms").arg(result.firstRowMs);
    if (result.completeness == Completeness::Truncated)
        count += QStringLiteral(" · ") + tr("truncated: there are more rows");
    m_resultPane->setCount(count);
    m_resultPane->setNotice(result.completeness == Completeness::Partial ? visibleText(result.detail, 400) : QString());
    Q_EMIT statusChanged(tr("Last hunt: %1").arg(count));
}

/// Of a query that gives several, to choose from; another one is computed when it is asked for.
void HuntView::showTables(const QStringList &names)
{
    m_tableChoice->clear();
    for (qsizetype i = 0; i < names.size(); ++i)
        m_tableChoice->addItem(names[i].isEmpty() ? tr("Table %1 of %2").arg(i + 1).arg(names.size())
                                                  : visibleText(names[i], 60));
    m_tableChoice->setCurrentIndex(m_table);
    m_tableChoice->setVisible(names.size() > 1);
}

void HuntView::openSheet(const SheetRequest &request)
{
    if (!m_session || m_session->gate() == nullptr)
        return;
    m_sheet->open(m_session->gate(), request);
    m_sheet->show();
}

void HuntView::showFailure(const Error &error)
{
    m_model->setTable(std::make_shared<Table>());
    m_chart->clear();
    m_comparison->clear();
    m_tableChoice->hide();
    m_resultPane->setCount(tr("no result"));
    m_resultPane->setNotice(visibleText(error.message, 600));
    if (error.kind == Error::Kind::Refused)
        askForLeave();
    if (!error.context.contains(QStringLiteral("start")))
        return;
    const kql::Span span{error.context.value(QStringLiteral("start")).toInt(),
                         error.context.value(QStringLiteral("end")).toInt()};
    const kql::Diagnostic mark{
        error.context.value(QStringLiteral("code")), kql::Diagnostic::Severity::Error, error.message, span, {}};
    m_editor->setDiagnostics({mark}, m_begin);
    showMessage(tr("Line %1: %2").arg(lineOf(m_editor, span.start + m_begin), visibleText(error.message, 400)), true);
}

/// A query that may not read what its externaldata names: somebody may let it.
void HuntView::askForLeave()
{
    const QString name = engine()->name();
    if (name != u"local" && name != u"both")
        return;
    const auto addresses = onWorker(
        [query = m_running, schema = m_session->store()->schema()] { return kql::analyze(query, schema).external; });
    QFuture<QStringList>(addresses).then(this, [this, number = m_runNumber](const QStringList &named) {
        if (number == m_runNumber && !isRunning() && m_leave->ask(named))
            m_resultPane->setNotice({});
    });
}

void HuntView::setRunning(bool running)
{
    if (running)
        m_leave->hide();
    m_runButton->setEnabled(!running);
    m_stopButton->setEnabled(running);
    if (running) {
        m_arrivals.start(kFirstLook);
        m_resultPane->setCount(tr("running …"));
        m_resultPane->setNotice({});
    } else {
        m_arrivals.stop();
        m_actions->setWaiting(false);
    }
}

void HuntView::showMessage(const QString &text, bool isError)
{
    m_message->setText(text);
    m_message->setToolTip(text.toHtmlEscaped());
    QPalette palette = m_message->palette();
    palette.setColor(QPalette::WindowText, isError ? tokens().hi : tokens().mu);
    m_message->setPalette(palette);
    m_messageIcon->setText(text.isEmpty() ? QString() : isError ? QStringLiteral("✕") : QStringLiteral("✓"));
    palette.setColor(QPalette::WindowText, isError ? tokens().hi : tokens().ok);
    m_messageIcon->setPalette(palette);
}

void HuntView::showCaret()
{
    const QTextCursor cursor = m_editor->textCursor();
    m_caret->setText(tr("Ln %1, Col %2 · KQL").arg(cursor.blockNumber() + 1).arg(cursor.positionInBlock() + 1));
}

} // namespace watchdesk::ui
