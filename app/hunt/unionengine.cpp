// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/unionengine.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFutureWatcher>

namespace watchdesk::hunt {

namespace {

int indexIn(const QList<ColumnSchema> &columns, const QString &name)
{
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (columns[i].name == name)
            return int(i);
    }
    return -1;
}

QString freeName(const Table &first, const Table &second)
{
    QString name = QStringLiteral("Provenance");
    for (int i = 1; first.indexOf(name) >= 0 || second.indexOf(name) >= 0; ++i)
        name = QStringLiteral("Provenance%1").arg(i);
    return name;
}

/// What a column is called in the union.
QString unionName(const ColumnSchema &column, const Table &other)
{
    const int index = other.indexOf(column.name);
    const bool differs = index >= 0 && other.schema().at(index).type != column.type;
    return differs ? column.name + u'_' + typeName(column.type) : column.name;
}

void appendAll(Table &all, const Table &part, const QString &name, const Table &other)
{
    QList<int> source(all.columnCount(), -1);
    for (qsizetype i = 0; i < part.columnCount(); ++i)
        source[indexIn(all.schema(), unionName(part.schema().at(i), other))] = int(i);
    for (qsizetype row = 0; row < part.rowCount(); ++row)
        all.column(0).appendText(name);
    for (qsizetype column = 1; column < all.columnCount(); ++column) {
        if (source[column] >= 0)
            all.column(column).append(part.column(source[column]), 0, part.rowCount());
        for (qsizetype row = all.column(column).size(); row < all.rowCount(); ++row)
            all.column(column).appendNull();
    }
}

/// Waits for two results. Lives on the main thread, deletes itself.
class BothRuns final : public QObject
{
public:
    BothRuns(QString firstName, QString secondName, qint64 rowLimit)
        : m_names{std::move(firstName), std::move(secondName)}
        , m_rowLimit(rowLimit)
    {
        m_promise.start();
        m_timer.start();
        connect(&m_own, &QFutureWatcherBase::canceled, this, [this] {
            m_runs[0].cancel();
            m_runs[1].cancel();
        });
        for (auto &run : m_runs)
            connect(&run, &QFutureWatcherBase::finished, this, &BothRuns::oneCame);
    }

    FutureResult<HuntResult> start(const FutureResult<HuntResult> &first, const FutureResult<HuntResult> &second)
    {
        const FutureResult<HuntResult> future = m_promise.future();
        m_own.setFuture(future);
        m_runs[0].setFuture(first);
        m_runs[1].setFuture(second);
        return future;
    }

private:
    void oneCame()
    {
        if (++m_came < 2)
            return;
        if (!m_promise.isCanceled())
            m_promise.addResult(merged());
        m_promise.finish();
        deleteLater();
    }

    Result<HuntResult> resultOf(int index) const
    {
        const FutureResult<HuntResult> future = m_runs[index].future();
        if (future.resultCount() > 0)
            return future.result();
        return failure(Error::Kind::Cancelled, QCoreApplication::translate("watchdesk::hunt", "Cancelled."));
    }

    Result<HuntResult> merged() const
    {
        const Result<HuntResult> results[] = {resultOf(0), resultOf(1)};
        if (!results[0] && !results[1])
            return results[0];
        for (const auto &result : results) {
            if (result && result->results.size() > 1)
                return failure(
                    Error::Kind::Refused,
                    QCoreApplication::translate("watchdesk::hunt",
                                                "The query gives several tables, which both engines together cannot."));
        }
        const Table nothing;
        const Table &first = results[0] ? *results[0]->table : nothing;
        const Table &second = results[1] ? *results[1]->table : nothing;
        HuntResult result = limited(unionOf(first, m_names[0], second, m_names[1]), m_rowLimit, m_timer.elapsed());
        for (int i = 0; i < 2; ++i)
            add(result, results[i], m_names[i]);
        return result;
    }

    static void add(HuntResult &result, const Result<HuntResult> &part, const QString &name)
    {
        const bool isComplete = part && part->completeness == HuntResult::Completeness::Complete;
        if (isComplete)
            return;
        const QString reason = part ? part->detail : part.error().message;
        if (!result.detail.isEmpty())
            result.detail += u' ';
        result.detail += QStringLiteral("%1: %2").arg(name, reason);
        if (!part || part->completeness == HuntResult::Completeness::Partial)
            result.completeness = HuntResult::Completeness::Partial;
        else if (result.completeness == HuntResult::Completeness::Complete)
            result.completeness = part->completeness;
        result.isCutByService = result.isCutByService || (part && part->isCutByService);
    }

    QString m_names[2];
    qint64 m_rowLimit;
    QPromise<Result<HuntResult>> m_promise;
    QFutureWatcher<Result<HuntResult>> m_own;
    QFutureWatcher<Result<HuntResult>> m_runs[2];
    QElapsedTimer m_timer;
    int m_came = 0;
};

} // namespace

Table unionOf(const Table &first, const QString &firstName, const Table &second, const QString &secondName)
{
    QList<ColumnSchema> columns{{freeName(first, second), ColumnType::String}};
    for (const auto &[part, other] : {std::pair(&first, &second), std::pair(&second, &first)}) {
        for (const ColumnSchema &column : part->schema()) {
            const QString name = unionName(column, *other);
            if (indexIn(columns, name) < 0)
                columns.append({name, column.type});
        }
    }
    Table all(columns);
    appendAll(all, first, firstName, second);
    appendAll(all, second, secondName, first);
    return all;
}

UnionEngine::UnionEngine(std::unique_ptr<Engine> first, std::unique_ptr<Engine> second)
    : m_first(std::move(first))
    , m_second(std::move(second))
{
}

UnionEngine::~UnionEngine() = default;

FutureResult<HuntResult> UnionEngine::run(const QString &query, const HuntOptions &options)
{
    auto *runs = new BothRuns(m_first->name(), m_second->name(), options.rowLimit);
    HuntOptions whole = options;
    whole.rows = {}; // the columns of the union are known when both are there
    return runs->start(m_first->run(query, whole), m_second->run(query, whole));
}

} // namespace watchdesk::hunt
