// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/bind/scanstates.h"

#include "app/kql/bind/rows.h"
#include "app/kql/bind/scalars.h"
#include "app/kql/emit/sqltext.h"

namespace watchdesk::kql {

namespace {

ScalarPointer columnAt(int place, ColumnType type)
{
    Scalar scalar;
    scalar.kind = Scalar::Kind::Column;
    scalar.type = type;
    scalar.nullable = type != ColumnType::String;
    scalar.column = place;
    return std::make_shared<const Scalar>(std::move(scalar));
}

} // namespace

ScanStates::ScanStates(ScanRow row, std::vector<ScanStep> steps, int number, int group)
    : m_row(std::move(row))
    , m_steps(std::move(steps))
    , m_number(number)
    , m_group(group)
{
    for (const ScanStep &step : m_steps) {
        collectUsed(*step.condition);
        for (const auto &[column, value] : step.assigned)
            collectUsed(*value);
    }
    for (const int column : m_row.overwritten)
        m_inputs[column] = -1;
    layOut();
}

/// What no step speaks of need not be carried along.
void ScanStates::collectUsed(const Scalar &scalar)
{
    if (scalar.kind == Scalar::Kind::Column) {
        const int width = m_row.width();
        const int step = scalar.column / width - 1;
        const int column = scalar.column % width;
        if (step >= 0)
            m_used[{step, column}] = true;
        if (column < m_row.inputs)
            m_inputs[column] = -1;
    }
    for (const auto &argument : scalar.arguments)
        collectUsed(*argument);
}

int ScanStates::add(const QString &type, const QString &first)
{
    m_types.append(type);
    m_first.append(first);
    return int(m_types.size()) - 1;
}

void ScanStates::layOut()
{
    const QString number = QStringLiteral("BIGINT");
    const QString flag = QStringLiteral("BOOLEAN");
    const auto sqlTypeOf = [this](int column) { return sqlValueType(m_row.row->columns[size_t(column)].type); };
    for (auto &[column, place] : m_inputs)
        place = add(sqlTypeOf(column), QStringLiteral("NULL"));
    m_place = add(number, QStringLiteral("0"));
    m_groupPlace =
        add(m_group < 0 ? number : sqlTypeOf(m_group), m_group < 0 ? QStringLiteral("NULL") : columnSql(m_group));
    m_matches = add(number, QStringLiteral("0"));
    m_columns.resize(m_steps.size());
    for (size_t k = 0; k < m_steps.size(); ++k) {
        StepColumns &own = m_columns[k];
        own.active = add(flag, QStringLiteral("false"));
        own.match = add(number, QStringLiteral("0"));
        for (const auto &[used, is] : m_used) {
            if (used.first <= int(k))
                own.state[used] = add(sqlTypeOf(used.second), put(empty(used.second)));
        }
        own.hit = add(QStringLiteral("INTEGER"), QStringLiteral("0"));
        own.fresh = add(flag, QStringLiteral("false"));
        for (const int column : m_row.written())
            own.values.push_back(add(sqlTypeOf(column), QStringLiteral("NULL")));
    }
}

/// What a state without rows has in a column.
ScalarPointer ScanStates::empty(int column) const
{
    return column < m_row.inputs ? nullScalar(m_row.row->columns[size_t(column)].type)
                                 : m_row.defaults[size_t(column - m_row.inputs)];
}

QString ScanStates::put(const ScalarPointer &scalar)
{
    m_scalars.push_back(scalar);
    return u'$' + QString::number(m_scalars.size() - 1);
}

/// A column of the row as a step sees it with a certain step's state; that has nothing of the steps after it.
ScalarPointer ScanStates::columnSeen(const Scalar &column, int step, int stateOf) const
{
    const int width = m_row.width();
    const int owner = column.column / width - 1;
    const int place = column.column % width;
    if (owner >= 0 && (owner > stateOf || owner > step))
        return empty(place);
    if (owner >= 0)
        return columnAt(m_columns[size_t(stateOf)].state.at({owner, place}), column.type);
    return place < m_row.inputs ? columnAt(m_inputs.at(place), column.type) : empty(place);
}

ScalarPointer ScanStates::seenFrom(const ScalarPointer &scalar, int step, int stateOf) const
{
    if (scalar->kind == Scalar::Kind::Column)
        return columnSeen(*scalar, step, stateOf);
    Scalar copy = *scalar;
    for (auto &argument : copy.arguments)
        argument = seenFrom(argument, step, stateOf);
    return std::make_shared<const Scalar>(std::move(copy));
}

QString ScanStates::start() const
{
    QStringList columns;
    for (qsizetype i = 0; i < m_types.size(); ++i)
        columns.append(QStringLiteral("CAST(%1 AS %2)").arg(m_first[i], m_types[i]));
    const QString groups =
        m_group < 0 ? QString() : QStringLiteral(" FROM (SELECT DISTINCT %1 FROM #0)").arg(columnSql(m_group));
    return QStringLiteral("SELECT ") + columns.join(QStringLiteral(", ")) + groups;
}

/// Whether the row meets the step: 1 with the state of the step before, 2 with its own, and then what it is assigned.
QString ScanStates::stepped(size_t k, const QString &sql)
{
    const StepColumns &own = m_columns[k];
    const ScanStep &step = m_steps[k];
    const int at = int(k);
    const auto test = [this](const ScalarPointer &value) {
        return QStringLiteral("coalesce(%1, false)").arg(put(value));
    };
    QString hit = QStringLiteral("CASE");
    if (k > 0)
        hit += QStringLiteral(" WHEN %1 AND %2 THEN 1")
                   .arg(columnSql(m_columns[k - 1].active), test(seenFrom(step.condition, at, at - 1)));
    const QString mayGoOn = k > 0 ? QString(columnSql(own.active) + QStringLiteral(" AND ")) : QString();
    hit += QStringLiteral(" WHEN %1%2 THEN 2 ELSE 0 END").arg(mayGoOn, test(seenFrom(step.condition, at, at)));
    const QString tested = QStringLiteral("SELECT * REPLACE (%1 AS %2) FROM (%3)").arg(hit, columnSql(own.hit), sql);

    QStringList changes{QStringLiteral("%1 = 1 OR (%2 AND %1 = 2 AND NOT %3) AS %4")
                            .arg(columnSql(own.hit), k == 0 ? QStringLiteral("true") : QStringLiteral("false"),
                                 columnSql(own.active), columnSql(own.fresh))};
    const std::vector<int> written = m_row.written();
    for (size_t i = 0; i < own.values.size(); ++i) {
        const int column = written[i];
        const auto value = step.assigned.find(column);
        const QString nothing = column < m_row.inputs ? columnSql(m_inputs.at(column)) : put(empty(column));
        const QString first =
            k > 0 && value != step.assigned.end() ? put(seenFrom(value->second, at, at - 1)) : nothing;
        const QString second = value != step.assigned.end() ? put(seenFrom(value->second, at, at)) : nothing;
        changes.append(QStringLiteral("CASE %1 WHEN 1 THEN %2 WHEN 2 THEN %3 END AS %4")
                           .arg(columnSql(own.hit), first, second, columnSql(own.values[i])));
    }
    return QStringLiteral("SELECT * REPLACE (%1) FROM (%2)").arg(changes.join(QStringLiteral(", ")), tested);
}

/// The states after a hit: the step's own, and that of the step before, which is empty once it has moved on.
QString ScanStates::promoted(size_t k)
{
    const StepColumns &own = m_columns[k];
    const QString hit = columnSql(own.hit);
    const QString fresh = columnSql(own.fresh);
    QStringList changes{QStringLiteral("%1 OR %2 > 0 AS %1").arg(columnSql(own.active), hit)};
    for (const auto &[used, place] : own.state) {
        const int column = used.second;
        const bool isOwn = used.first == int(k);
        const int written = m_row.writtenAt(column);
        const QString value = !isOwn         ? columnSql(m_columns[k - 1].state.at(used))
                              : written >= 0 ? columnSql(own.values[size_t(written)])
                                             : columnSql(m_inputs.at(column));
        changes.append(QStringLiteral("CASE WHEN %1 %2 THEN %3 ELSE %4 END AS %4")
                           .arg(hit, isOwn ? QStringLiteral("> 0") : QStringLiteral("= 1"), value, columnSql(place)));
    }
    if (k == 0) {
        changes.append(QStringLiteral("CASE WHEN %1 THEN %2 ELSE %3 END AS %3")
                           .arg(fresh, columnSql(m_matches), columnSql(own.match)));
        changes.append(QStringLiteral("%1 + CAST(%2 AS INTEGER) AS %1").arg(columnSql(m_matches), fresh));
        return changes.join(QStringLiteral(", "));
    }
    const StepColumns &before = m_columns[k - 1];
    changes.append(QStringLiteral("CASE WHEN %1 = 1 THEN %2 ELSE %3 END AS %3")
                       .arg(hit, columnSql(before.match), columnSql(own.match)));
    changes.append(QStringLiteral("%1 AND %2 <> 1 AS %1").arg(columnSql(before.active), hit));
    for (const auto &[used, place] : before.state)
        changes.append(QStringLiteral("CASE WHEN %1 = 1 THEN %2 ELSE %3 END AS %3")
                           .arg(hit, put(empty(used.second)), columnSql(place)));
    return changes.join(QStringLiteral(", "));
}

QString ScanStates::layered(QString sql)
{
    for (size_t k = m_steps.size(); k-- > 0;) {
        sql = stepped(k, sql);
        sql = QStringLiteral("SELECT * REPLACE (%1) FROM (%2)").arg(promoted(k), sql);
    }
    return sql;
}

/// One of the steps' columns, by the number s of the step.
QString ScanStates::chosen(const QStringList &ofSteps)
{
    QString sql = QStringLiteral("CASE s");
    for (qsizetype k = 0; k < ofSteps.size(); ++k)
        sql += QStringLiteral(" WHEN %1 THEN ").arg(k) + ofSteps[k];
    return sql + QStringLiteral(" END");
}

QString ScanStates::results()
{
    QStringList hits;
    QStringList fresh;
    QStringList matches;
    QStringList outputs;
    std::vector<QStringList> values(m_row.written().size());
    for (size_t k = 0; k < m_columns.size(); ++k) {
        hits.append(columnSql(m_columns[k].hit));
        fresh.append(columnSql(m_columns[k].fresh));
        matches.append(columnSql(m_columns[k].match));
        outputs.append(QString::number(int(m_steps[k].output)));
        for (size_t i = 0; i < values.size(); ++i)
            values[i].append(columnSql(m_columns[k].values[i]));
    }
    QString select = QStringLiteral("%1 AS place, s, %2 AS match").arg(columnSql(m_place), chosen(matches));
    for (size_t i = 0; i < values.size(); ++i)
        select += QStringLiteral(", %1 AS v%2").arg(chosen(values[i])).arg(i);
    return QStringLiteral("SELECT %1, %2 AS g FROM (SELECT *, unnest(generate_series(0, %3)) AS s FROM w WHERE %4 > 0) "
                          "WHERE %5 > 0 QUALIFY CASE %6 WHEN 0 THEN true WHEN 1 THEN coalesce(lead(%7) OVER (PARTITION "
                          "BY s, %2 ORDER BY %4), true) ELSE false END")
        .arg(select, columnSql(m_groupPlace))
        .arg(m_columns.size() - 1)
        .arg(columnSql(m_place), chosen(hits), chosen(outputs), chosen(fresh));
}

QString ScanStates::sql()
{
    const QString group = m_group < 0 ? QString() : QStringLiteral("PARTITION BY ") + columnSql(m_group) + u' ';
    QStringList read{QStringLiteral("row_number() OVER (%1ORDER BY %2) AS place").arg(group, columnSql(m_number))};
    for (const auto &[column, place] : m_inputs)
        read.append(columnSql(column) + QStringLiteral(" AS i") + QString::number(column));
    if (m_group >= 0)
        read.append(columnSql(m_group) + QStringLiteral(" AS g"));
    QStringList taken;
    for (const auto &[column, place] : m_inputs)
        taken.append(QStringLiteral("t.i%1 AS %2").arg(column).arg(columnSql(place)));
    taken.append(QStringLiteral("t.place AS ") + columnSql(m_place));
    for (int i = m_groupPlace; i < m_types.size(); ++i)
        taken.append(QStringLiteral("w.") + columnSql(i));
    const QString next =
        QStringLiteral("SELECT %1 FROM w JOIN t ON t.place = w.%2 + 1%3")
            .arg(taken.join(QStringLiteral(", ")), columnSql(m_place),
                 m_group < 0 ? QString()
                             : QStringLiteral(" AND t.g IS NOT DISTINCT FROM w.") + columnSql(m_groupPlace));
    return QStringLiteral("WITH RECURSIVE t AS MATERIALIZED (SELECT %1 FROM #0), w(%2) AS (%3 UNION ALL (%4)) %5")
        .arg(read.join(QStringLiteral(", ")), columnList(size_t(m_types.size())), start(), layered(next), results());
}

} // namespace watchdesk::kql
