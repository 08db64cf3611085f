// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/tenantengine.h"

#include "app/defender/client.h"
#include "app/hunt/relay.h"
#include "app/kql/lexer.h"
#include "app/kql/syntax/literal.h"

#include <QElapsedTimer>

namespace watchdesk::hunt {

namespace {

constexpr Ticks kHeld = 30 * kTicksPerDay; ///< what the service keeps for hunting

/// The earliest moment that the query names, by ago(…) of a literal or a datetime; `now` where it names none. Names of
/// moments alone are no proof that rows from there are asked for, so this is good for a hint.
Ticks earliestNamed(const QString &query, Ticks now)
{
    const QList<kql::Token> tokens = kql::lex(query);
    const auto text = [&](qsizetype i) {
        return i < tokens.size()
                   ? QStringView(query).mid(tokens[i].span.start, tokens[i].span.end - tokens[i].span.start)
                   : QStringView();
    };
    Ticks earliest = now;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (text(i) == u"ago" && text(i + 1) == u"(" && i + 2 < tokens.size() &&
            tokens[i + 2].kind == kql::TokenKind::TimeSpan)
            earliest = std::min(earliest, now - kql::ticksFromTimeSpanLiteral(text(i + 2)).value_or(0));
        const QStringView literal = text(i);
        if (tokens[i].kind != kql::TokenKind::TypedLiteral || !literal.startsWith(u"datetime"))
            continue;
        const qsizetype begin = literal.indexOf(u'(') + 1;
        const auto date = kql::ticksFromDateText(literal.mid(begin, literal.size() - begin - 1).trimmed());
        earliest = std::min(earliest, date.value_or(now));
    }
    return earliest;
}

/// Older rows may be held here, if they were loaded while the service had them.
void hintAtOlder(HuntResult &result)
{
    if (result.completeness == HuntResult::Completeness::Complete)
        result.completeness = HuntResult::Completeness::Partial;
    const QString hint = QCoreApplication::translate(
        "watchdesk::hunt", "The service holds 30 days, and the query asks for more: the engines \"local\" and \"both\" "
                           "find older rows in the held data.");
    result.detail = result.detail.isEmpty() ? hint : QString(result.detail + u' ' + hint);
}

HuntResult resultOf(const Table &table, qint64 serviceLimit, qint64 rowLimit, qint64 elapsedMs)
{
    const bool isFull = table.rowCount() >= serviceLimit;
    HuntResult result = limited(table, rowLimit, elapsedMs);
    if (isFull) {
        result.completeness = HuntResult::Completeness::Truncated;
        result.detail =
            QCoreApplication::translate("watchdesk::hunt", "There are more than %1 rows.").arg(serviceLimit);
        result.isCutByService = true;
    }
    return result;
}

} // namespace

TenantEngine::TenantEngine(defender::Client &client, Way way, qint64 serviceLimit)
    : m_client(client)
    , m_way(way)
    , m_serviceLimit(serviceLimit)
{
}

QString TenantEngine::name() const
{
    return m_way == Way::Graph ? QStringLiteral("graph") : QStringLiteral("defender");
}

FutureResult<HuntResult> TenantEngine::run(const QString &query, const HuntOptions &options)
{
    QElapsedTimer timer;
    timer.start();
    if (options.span > 0 && m_way != Way::Graph)
        return refusedSpan();
    const bool asksForOlder = options.now > 0 && earliestNamed(query, options.now) < options.now - kHeld;
    const auto answer = m_way == Way::Graph ? m_client.huntThroughGraph(query, options.span) : m_client.hunt(query);
    return relay<HuntResult>(
        answer, [timer, asksForOlder, service = m_serviceLimit, limit = options.rowLimit](const Table &table) {
            HuntResult result = resultOf(table, service, limit, timer.elapsed());
            if (asksForOlder)
                hintAtOlder(result);
            return result;
        });
}

} // namespace watchdesk::hunt
