// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From a function's template in resources/kql/functions to a bound call. Placeholders:
// $0 the argument; $t0 as text; $j0 as JSON; $v0 as JSON or NULL; $r0 as real; $l0 as long; $k0 a whole literal as it
// is; $x0 a pattern as RE2 reads it;
// $* all, $t*|| all as text joined by ||, $t1.. all as text from one on, $ja* a JSON array of all, $list1 one of the
// arguments from one on (or the array that it is).

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"

#include <QRegularExpression>

namespace watchdesk::kql {

namespace {

using Arguments = std::vector<ScalarPointer>;

/// Collects the converted arguments and gives each a number.
class Slots
{
public:
    QString add(const ScalarPointer &scalar)
    {
        for (size_t i = 0; i < m_all.size(); ++i) {
            if (m_all[i] == scalar)
                return u'$' + QString::number(i);
        }
        m_all.push_back(scalar);
        return u'$' + QString::number(m_all.size() - 1);
    }
    Arguments take() { return std::move(m_all); }

private:
    Arguments m_all;
};

ScalarPointer convertedFor(QStringView kind, const ScalarPointer &argument)
{
    if (kind == u"t")
        return asText(argument);
    if (kind == u"j")
        return asJson(argument);
    if (kind == u"v")
        return argument->type == ColumnType::Dynamic
                   ? callScalar(QStringLiteral("nullif($0, 'null')"), {argument}, ColumnType::Dynamic, true)
                   : asJson(argument, true);
    if (kind == u"r")
        return asReal(argument);
    if (kind == u"l")
        return asLong(argument);
    return argument;
}

QString allFrom(Slots &slots_, QStringView kind, const Arguments &arguments, size_t first, const QString &separator)
{
    QStringList parts;
    for (size_t i = first; i < arguments.size(); ++i)
        parts.append(slots_.add(convertedFor(kind, arguments[i])));
    return parts.join(separator);
}

QString listFrom(Slots &slots_, const Arguments &arguments, size_t first)
{
    const bool array = arguments.size() == first + 1 && arguments[first]->type == ColumnType::Dynamic;
    return slots_.add(array ? arguments[first]
                            : jsonArray(Arguments(arguments.begin() + qsizetype(first), arguments.end())));
}

QString replacement(Slots &slots_, const QRegularExpressionMatch &match, const Arguments &arguments)
{
    const QString whole = match.captured(0);
    if (whole == u"$*")
        return allFrom(slots_, u"", arguments, 0, QStringLiteral(", "));
    if (whole == u"$t*||")
        return allFrom(slots_, u"t", arguments, 0, QStringLiteral(" || "));
    if (whole == u"$t1..")
        return allFrom(slots_, u"t", arguments, 1, QStringLiteral(", "));
    if (whole == u"$ja*")
        return slots_.add(jsonArray(arguments));
    if (whole.startsWith(u"$list"))
        return listFrom(slots_, arguments, size_t(whole.back().digitValue()));
    const size_t index = match.captured(2).toUInt();
    return index < arguments.size() ? slots_.add(convertedFor(match.captured(1), arguments[index]))
                                    : QStringLiteral("NULL");
}

} // namespace

ScalarPointer lowered(const QString &sql, const Arguments &arguments, ColumnType type)
{
    static const QRegularExpression placeholder(
        QStringLiteral("\\$\\*|\\$t\\*\\|\\||\\$t1\\.\\.|\\$ja\\*|\\$list(?:\\d)|\\$([tjvrlkx]?)(\\d)"));
    for (const auto &argument : arguments) {
        if (argument->isBroken())
            return brokenScalar();
    }
    const bool mayBeNull = sql.startsWith(u'?');
    const QString body = sql.mid(mayBeNull);
    Slots slots_;
    QString result;
    qsizetype at = 0;
    for (auto matches = placeholder.globalMatch(body); matches.hasNext();) {
        const auto match = matches.next();
        result += body.mid(at, match.capturedStart() - at) + replacement(slots_, match, arguments);
        at = match.capturedEnd();
    }
    result += body.mid(at);
    // isnull() and its kin answer for null; coalesce() at the start never gives it.
    const bool sure = body.startsWith(u"coalesce(") || body.startsWith(u"kql_wrapped(coalesce(") ||
                      body.startsWith(u"(coalesce(") || body.contains(u" IS NULL") || body.contains(u" IS NOT NULL") ||
                      body.startsWith(u"count(") || body.startsWith(u"kql_spread(");
    if (sure && !mayBeNull)
        return sureScalar(result, slots_.take(), type);
    return callScalar(result, slots_.take(), type, mayBeNull);
}

} // namespace watchdesk::kql
