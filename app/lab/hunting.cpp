// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/hunting.h"

#include "app/base/ticks.h"
#include "app/lab/jsonwriter.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSemaphore>

namespace watchdesk::lab {

namespace {

constexpr size_t kMaxBytes = 50 * 1'024 * 1'024;
constexpr qint64 kMaxMilliseconds = 200'000;
constexpr Ticks kWindow = 30 * kTicksPerDay;

/// Where in the query, as people count: lines and columns from 1.
QString place(const QString &query, const Error &error)
{
    bool ok = false;
    const qsizetype start = error.context.value(QStringLiteral("start")).toLongLong(&ok);
    if (!ok || start < 0 || start > query.size())
        return {};
    const QString before = query.left(start);
    const qsizetype line = before.count(u'\n') + 1;
    const qsizetype column = start - before.lastIndexOf(u'\n');
    return QStringLiteral(" [line %1, position %2]").arg(QString::number(line), QString::number(column));
}

ApiError queryError(const QString &query, const Error &error)
{
    if (error.kind == Error::Kind::InvalidInput || error.kind == Error::Kind::Refused)
        return {ApiCode::BadRequest, error.message + place(query, error)};
    if (error.kind == Error::Kind::Cancelled)
        return {ApiCode::BadRequest, QStringLiteral("Query exceeded the timeout period.")};
    return {ApiCode::BadRequest, QStringLiteral("The query cannot be run: %1").arg(error.message)};
}

void appendSchema(std::string &out, const Table &table, bool isGraph)
{
    out += isGraph ? "\"schema\":[" : "\"Schema\":[";
    for (const ColumnSchema &column : table.schema()) {
        if (out.back() != '[')
            out += ',';
        out += isGraph ? "{\"name\":" : "{\"Name\":";
        appendJsonString(out, column.name.toStdString());
        out += isGraph ? ",\"type\":\"" : ",\"Type\":\"";
        out += dotNetType(column.type).toStdString() + "\"}";
    }
    out += ']';
}

/// False when the answer became too long.
bool appendRows(std::string &out, const Table &table, bool isGraph)
{
    out += isGraph ? ",\"results\":[" : ",\"Results\":[";
    std::vector<std::string> names;
    for (const ColumnSchema &column : table.schema()) {
        std::string name = names.empty() ? "" : ",";
        appendJsonString(name, column.name.toStdString());
        names.push_back(name + ':');
    }
    for (qsizetype row = 0; row < table.rowCount() && out.size() <= kMaxBytes; ++row) {
        out += row == 0 ? "{" : ",{";
        for (qsizetype i = 0; i < table.columnCount(); ++i) {
            out += names[size_t(i)];
            appendJsonCell(out, table.column(i), row, false, TruthStyle::Numbers);
        }
        out += '}';
    }
    out += ']';
    return out.size() <= kMaxBytes;
}

} // namespace

QString dotNetType(ColumnType type)
{
    switch (type) {
    case ColumnType::Bool:
        return QStringLiteral("SByte");
    case ColumnType::Int:
        return QStringLiteral("Int32");
    case ColumnType::Long:
        return QStringLiteral("Int64");
    case ColumnType::Real:
        return QStringLiteral("Double");
    case ColumnType::Decimal:
        return QStringLiteral("SqlDecimal");
    case ColumnType::DateTime:
        return QStringLiteral("DateTime");
    case ColumnType::TimeSpan:
        return QStringLiteral("TimeSpan");
    case ColumnType::Guid:
        return QStringLiteral("Guid");
    case ColumnType::String:
        return QStringLiteral("String");
    case ColumnType::Dynamic:
        return QStringLiteral("Object");
    }
    return QStringLiteral("Object");
}

std::optional<Ticks> ticksFromDuration(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^P(?:(\\d{1,5})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,8})M)?(?:(\\d{1,9})S)?)?$"));
    const auto match = form.match(text);
    if (!match.hasMatch() || text.size() < 3)
        return std::nullopt;
    const auto part = [&](int index, Ticks unit) { return match.captured(index).toLongLong() * unit; };
    return part(1, kTicksPerDay) + part(2, kTicksPerHour) + part(3, kTicksPerMinute) + part(4, kTicksPerSecond);
}

std::string huntText(const Table &table, Hunting::Dialect dialect, double seconds)
{
    const bool isGraph = dialect == Hunting::Dialect::Graph;
    std::string out = "{";
    if (isGraph)
        out += "\"@odata.context\":\"https://graph.microsoft.com/v1.0/"
               "$metadata#microsoft.graph.security.huntingQueryResults\",";
    if (dialect == Hunting::Dialect::Xdr)
        out += "\"Stats\":{\"ExecutionTime\":" + std::to_string(seconds) +
               ",\"dataset_statistics\":[{\"table_row_count\":" + std::to_string(table.rowCount()) + "}]},";
    appendSchema(out, table, isGraph);
    if (!appendRows(out, table, isGraph))
        return {};
    out += '}';
    return out;
}

Hunting::Hunting(std::shared_ptr<store::Store> store, const Clock &clock, qint64 maximumRows)
    : m_store(store)
    , m_clock(clock)
    , m_maximumRows(maximumRows)
    , m_window(std::move(store))
{
}

tl::expected<TablePointer, ApiError> Hunting::wait(FutureResult<TablePointer> future) const
{
    const auto done = std::make_shared<QSemaphore>();
    // Also a cancelled future is over some time; the semaphore outlives us in the continuation.
    auto watched = future.then(QtFuture::Launch::Sync, [done](Result<TablePointer> result) {
        done->release();
        return result;
    });
    QElapsedTimer timer;
    timer.start();
    while (!done->tryAcquire(1, 50)) {
        if (future.isFinished() && future.isCanceled())
            return tl::unexpected<ApiError>(ApiError{ApiCode::BadRequest, QStringLiteral("The query was cancelled.")});
        if (m_isStopping || timer.elapsed() > kMaxMilliseconds)
            future.cancel();
    }
    auto result = watched.result();
    if (result)
        return *result;
    return tl::unexpected<ApiError>(queryError({}, result.error()));
}

tl::expected<TablePointer, ApiError> Hunting::rows(const QString &query, Ticks from)
{
    const Ticks now = m_clock.now();
    const auto compiled = kql::compile(query, m_store->schema(), {now});
    if (!compiled)
        return tl::unexpected<ApiError>(queryError(query, compiled.error()));
    if (!m_window.cuts(compiled->tables, from))
        return wait(m_store->huntLater(query, now, m_maximumRows));
    const QString limited = QStringLiteral("SELECT * FROM (%1) LIMIT %2")
                                .arg(m_window.cutSql(*compiled, from), QString::number(m_maximumRows));
    return wait(m_store->readLater(limited, {}, compiled->columns));
}

tl::expected<TablePointer, ApiError> Hunting::table(const QString &query, qint64 rowLimit)
{
    const Ticks now = m_clock.now();
    if (const auto compiled = kql::compile(query, m_store->schema(), {now}); !compiled)
        return tl::unexpected<ApiError>(queryError(query, compiled.error()));
    return wait(m_store->huntLater(query, now, rowLimit));
}

HttpReply Hunting::run(const QJsonObject &body, Dialect dialect)
{
    Ticks window = kWindow;
    const QString timespan = body.value(u"Timespan").toString();
    if (!timespan.isEmpty()) {
        const auto length = ticksFromDuration(timespan);
        if (!length)
            return errorReply(ApiCode::BadRequest,
                              QStringLiteral("The lab reads a Timespan as a duration only, such as P7D or PT12H."));
        window = std::min(kWindow, *length);
    }
    QElapsedTimer timer;
    timer.start();
    const auto table = rows(body.value(u"Query").toString(), m_clock.now() - window);
    if (!table)
        return errorReply(table.error());
    HttpReply reply;
    reply.body = huntText(**table, dialect, double(timer.elapsed()) / 1'000);
    if (reply.body.empty())
        return errorReply(ApiCode::BadRequest,
                          QStringLiteral("Query execution has exceeded the allowed result size. Optimize your query by "
                                         "limiting the number of results and try again"));
    return reply;
}

} // namespace watchdesk::lab
