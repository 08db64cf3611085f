// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/store/filterterm.h"

#include "app/base/ticks.h"
#include "app/kql/emit/sqltext.h"
#include "app/store/catalogue.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace watchdesk::store {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::store::TermCompiler", text); }

using Parts = QList<FilterToken::Part>;

QString plain(const Parts &parts)
{
    QString text;
    for (const auto &part : parts)
        text += part.text;
    return text;
}

bool hasWildcard(const Parts &parts)
{
    return std::any_of(parts.begin(), parts.end(),
                       [](const auto &part) { return !part.isQuoted && part.text.contains(u'*'); });
}

/// For LIKE with the escape character |, which is rarer than \ in what analysts look for.
QString likePattern(const Parts &parts)
{
    QString pattern;
    for (const auto &part : parts) {
        for (const QChar c : part.text) {
            if (c == u'*' && !part.isQuoted)
                pattern += u'%';
            else if (c == u'%' || c == u'_' || c == u'|')
                pattern += QStringLiteral("|") + c;
            else
                pattern += c.toLower();
        }
    }
    return pattern;
}

QString contained(const Parts &parts) { return u'%' + likePattern(parts) + u'%'; }

int editDistance(const QString &a, const QString &b)
{
    QList<int> row(b.size() + 1);
    for (int j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (int i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= b.size(); ++j) {
            const int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row[b.size()];
}

/// The known name that the analyst most likely meant; "" if none is near.
QString suggestion(const QString &name, const QList<FilterField> &fields)
{
    constexpr int kLongest = 64;
    QString best;
    int distance = std::min(3, int(name.size()) / 2 + 1);
    for (const auto &field : fields) {
        if (name.size() > kLongest)
            break;
        const int found = editDistance(name.toLower(), field.name.toLower());
        if (found < distance) {
            distance = found;
            best = field.name;
        }
    }
    return best;
}

class TermCompiler
{
public:
    TermCompiler(const FilterToken &term, const QList<FilterField> &fields, qint64 now)
        : m_term(term)
        , m_fields(fields)
        , m_now(now)
    {
    }

    Result<FilterSql> run()
    {
        if (!m_term.hasField)
            return anyText();
        const auto field = std::find_if(m_fields.begin(), m_fields.end(), [&](const FilterField &known) {
            return known.name.compare(m_term.field, Qt::CaseInsensitive) == 0;
        });
        if (field == m_fields.end())
            return failure(unknownField());
        return ofField(*field);
    }

private:
    Error unknownField() const
    {
        QString message = tr("There is no field “%1” here.").arg(m_term.field);
        const QString near = suggestion(m_term.field, m_fields);
        if (!near.isEmpty())
            message += u' ' + tr("Did you mean “%1”?").arg(near);
        Error error = filterError(message, m_term.start, m_term.start + int(m_term.field.size()));
        return near.isEmpty() ? error : error.with(QStringLiteral("suggestion"), near);
    }

    Error valueError(const QString &message) const { return filterError(message, m_term.valueStart, m_term.end); }

    /// A word alone: in any of the text columns.
    Result<FilterSql> anyText() const
    {
        const Parts &parts = m_term.values.first();
        FilterSql sql;
        QStringList conditions;
        QStringList columns;
        for (const auto &field : m_fields) {
            if (!isText(field.type) || columns.contains(field.column))
                continue;
            columns.append(field.column);
            conditions.append(QStringLiteral("lower(%1) LIKE ? ESCAPE '|'").arg(kql::sqlName(field.column)));
            sql.parameters.append(contained(parts));
        }
        sql.where = conditions.isEmpty() ? QStringLiteral("false") : conditions.join(QStringLiteral(" OR "));
        return sql;
    }

    Result<FilterSql> ofField(const FilterField &field) const
    {
        FilterSql sql;
        QStringList conditions;
        for (const auto &value : m_term.values) {
            auto one = ofValue(field, value);
            if (!one)
                return one;
            conditions.append(one->where);
            sql.parameters += one->parameters;
        }
        sql.where = conditions.join(QStringLiteral(" OR "));
        // A missing value is none of those named: NULL has to count as "not".
        if (m_term.operation == QStringLiteral("!"))
            sql.where = QStringLiteral("NOT coalesce((%1), false)").arg(sql.where);
        return sql;
    }

    bool isComparison() const { return m_term.operation.startsWith(u'<') || m_term.operation.startsWith(u'>'); }

    Result<FilterSql> ofValue(const FilterField &field, const Parts &value) const
    {
        if (plain(value).isEmpty() && (value.isEmpty() || isComparison()))
            return failure(valueError(tr("A value is missing after “%1:”.").arg(field.name)));
        switch (field.type) {
        case ColumnType::Bool:
            return ofBool(field, plain(value));
        case ColumnType::Int:
        case ColumnType::Long:
        case ColumnType::Real:
        case ColumnType::Decimal:
            return ofNumber(field, plain(value));
        case ColumnType::DateTime:
            return ofTime(field, plain(value));
        case ColumnType::TimeSpan:
            return ofSpan(field, plain(value));
        default:
            return ofText(field, value);
        }
    }

    QString comparison() const { return isComparison() ? m_term.operation : QStringLiteral("="); }

    Result<FilterSql> ofText(const FilterField &field, const Parts &value) const
    {
        const QString column = kql::sqlName(field.column);
        if (isComparison())
            return FilterSql{QStringLiteral("lower(%1) %2 ?").arg(column, m_term.operation), {plain(value).toLower()}};
        // Lists (ipAddresses, machineTags) are JSON: a value of theirs is meant, and its neighbours are unknown.
        if (field.type == ColumnType::Dynamic)
            return FilterSql{QStringLiteral("lower(%1) LIKE ? ESCAPE '|'").arg(column), {contained(value)}};
        if (hasWildcard(value))
            return FilterSql{QStringLiteral("lower(%1) LIKE ? ESCAPE '|'").arg(column), {likePattern(value)}};
        return FilterSql{QStringLiteral("lower(%1) = ?").arg(column), {plain(value).toLower()}};
    }

    Result<FilterSql> ofBool(const FilterField &field, const QString &value) const
    {
        const QString word = value.toLower();
        const bool isTrue =
            word == QStringLiteral("true") || word == QStringLiteral("yes") || word == QStringLiteral("1");
        const bool isFalse =
            word == QStringLiteral("false") || word == QStringLiteral("no") || word == QStringLiteral("0");
        if ((!isTrue && !isFalse) || isComparison())
            return failure(valueError(tr("“%1” is yes or no.").arg(field.name)));
        return FilterSql{kql::sqlName(field.column) + QStringLiteral(" = ?"), {isTrue}};
    }

    Result<FilterSql> ofNumber(const FilterField &field, const QString &value) const
    {
        bool isWhole = false;
        bool isNumber = false;
        const qint64 whole = value.toLongLong(&isWhole);
        const double real = value.toDouble(&isNumber);
        if (!isWhole && !isNumber)
            return failure(valueError(tr("“%1” is a number.").arg(field.name)));
        return FilterSql{QStringLiteral("%1 %2 ?").arg(kql::sqlName(field.column), comparison()),
                         {isWhole ? QVariant(whole) : QVariant(real)}};
    }

    static std::optional<Ticks> span(const QString &value)
    {
        static const QRegularExpression form(QStringLiteral("^(\\d{1,9})(ms|s|m|h|d|w)$"));
        const auto match = form.match(value.toLower());
        if (!match.hasMatch())
            return {};
        static const QHash<QString, Ticks> units{
            {QStringLiteral("ms"), kTicksPerMillisecond}, {QStringLiteral("s"), kTicksPerSecond},
            {QStringLiteral("m"), kTicksPerMinute},       {QStringLiteral("h"), kTicksPerHour},
            {QStringLiteral("d"), kTicksPerDay},          {QStringLiteral("w"), 7 * kTicksPerDay}};
        const Ticks unit = units.value(match.captured(2));
        const qint64 count = match.captured(1).toLongLong();
        return count > kMaxTicks / unit ? std::optional<Ticks>() : count * unit;
    }

    Result<FilterSql> ofSpan(const FilterField &field, const QString &value) const
    {
        const auto ticks = span(value);
        if (!ticks)
            return failure(valueError(tr("“%1” is a length of time like 90s, 15m, 24h or 7d.").arg(field.name)));
        return FilterSql{QStringLiteral("%1 %2 ?").arg(kql::sqlName(field.column), comparison()), {*ticks}};
    }

    /// A day or an instant; or the age of it, counted back from now, so that younger is later.
    Result<FilterSql> ofTime(const FilterField &field, const QString &value) const
    {
        const QString column = kql::sqlName(field.column);
        static const QRegularExpression age(QStringLiteral("^age(<=|>=|<|>)(.+)$"),
                                            QRegularExpression::CaseInsensitiveOption);
        const auto match = age.match(value);
        if (match.hasMatch()) {
            const auto back = span(match.captured(2));
            if (back)
                return FilterSql{QStringLiteral("%1 %2 ?").arg(column, mirrored(match.captured(1))), {m_now - *back}};
        }
        const auto time = ticksFromIso(value);
        if (!time)
            return failure(
                valueError(tr("“%1” is a time like 2024-05-01, 2024-05-01T12:30 or age<24h.").arg(field.name)));
        if (isComparison())
            return FilterSql{QStringLiteral("%1 %2 ?").arg(column, m_term.operation), {*time}};
        const Ticks length = value.size() <= 10 ? kTicksPerDay : kTicksPerSecond;
        return FilterSql{QStringLiteral("%1 BETWEEN ? AND ?").arg(column), {*time, *time + length - 1}};
    }

    static QString mirrored(const QString &operation)
    {
        QString other = operation;
        other[0] = operation[0] == u'<' ? u'>' : u'<';
        return other;
    }

    const FilterToken &m_term;
    const QList<FilterField> &m_fields;
    qint64 m_now;
};

} // namespace

Result<FilterSql> compileTerm(const FilterToken &term, const QList<FilterField> &fields, qint64 now)
{
    return TermCompiler(term, fields, now).run();
}

} // namespace watchdesk::store
