// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/emit/emitter.h"

#include "app/kql/emit/sqltext.h"

#include <algorithm>

namespace watchdesk::kql {

namespace {

const qsizetype kMaxSql = 16'000'000;

QString columnName(size_t index) { return u'c' + QString::number(index); }

/// A column as it is in the table; a decimal becomes the text that it is in queries.
QString stored(const BoundColumn &column)
{
    const QString name = sqlName(column.name);
    return column.type == ColumnType::Decimal
               ? QString(QStringLiteral("kql_decimal(CAST(") + name + QStringLiteral(" AS VARCHAR))"))
               : name;
}

} // namespace

QString Emitter::select(const RelationPointer &relation)
{
    count(relation);
    m_use.emplace(relation);
    const QString last = cte(relation);
    QStringList columns;
    for (size_t i = 0; i < relation->columns.size(); ++i) {
        if (relation->columns[i].hidden)
            continue;
        const QString name = columnName(i);
        columns.append(relation->columns[i].type == ColumnType::Decimal
                           ? QString(QStringLiteral("kql_decimal_text(") + name + QStringLiteral(") AS ") + name)
                           : name);
    }
    if (m_tooLarge)
        return {};
    return QStringLiteral("WITH ") + m_ctes.join(QStringLiteral(",\n")) + QStringLiteral("\nSELECT ") +
           columns.join(QStringLiteral(", ")) + QStringLiteral(" FROM ") + last + orderBy(*relation);
}

/// How often each step is used: what is used once is not worth keeping.
void Emitter::count(const RelationPointer &relation)
{
    if (m_uses[relation.get()]++ > 0)
        return;
    for (const auto &input : relation->inputs)
        count(input);
    countScalars(relation->scalars);
    for (const auto &map : relation->maps)
        countScalars(map);
}

void Emitter::countScalars(const std::vector<ScalarPointer> &scalars)
{
    for (const auto &scalar : scalars) {
        if (++m_written > kMaxSql / 8) {
            m_tooLarge = true;
            return;
        }
        if (scalar->relation)
            count(scalar->relation);
        countScalars(scalar->arguments);
    }
}

QString Emitter::cte(const RelationPointer &relation)
{
    const auto known = m_names.constFind(relation.get());
    if (known != m_names.constEnd())
        return *known;
    if (const QString text = scan(*relation); !text.isEmpty())
        return add(relation, text);
    for (const auto &input : relation->inputs)
        cte(input);
    if (relation->kind == Relation::Kind::Select && !isKept(*relation) && m_use->isPlain(*relation))
        return *m_names.insert(relation.get(), m_names.value(relation->inputs[0].get()));
    return add(relation, body(*relation));
}

QString Emitter::add(const RelationPointer &relation, const QString &text)
{
    const QString name = u'p' + QString::number(m_ctes.size());
    m_names.insert(relation.get(), name);
    m_ctes.append(
        name + (isKept(*relation) ? QStringLiteral(" AS MATERIALIZED (") : QStringLiteral(" AS NOT MATERIALIZED (")) +
        text + u')');
    m_written += text.size();
    m_tooLarge = m_tooLarge || m_written > kMaxSql;
    return name;
}

bool Emitter::isKept(const Relation &relation) const { return relation.heavy && m_uses.value(&relation) > 1; }

QString Emitter::body(const Relation &relation)
{
    const auto input = [&] { return m_names.value(relation.inputs[0].get()); };
    switch (relation.kind) {
    case Relation::Kind::Table:
        return table(relation);
    case Relation::Kind::Rows:
        return rows(relation);
    case Relation::Kind::Select:
        return QStringLiteral("SELECT ") + selectList(relation, relation.scalars, relation.inputs[0].get()) +
               QStringLiteral(" FROM ") + input();
    case Relation::Kind::Filter:
        return filter(relation);
    case Relation::Kind::Take:
        return take(relation);
    case Relation::Kind::Distinct: {
        QStringList columns;
        for (size_t i = 0; i < relation.columns.size(); ++i)
            columns.append(columnName(i));
        return QStringLiteral("SELECT DISTINCT ") + columns.join(QStringLiteral(", ")) + QStringLiteral(" FROM ") +
               input();
    }
    case Relation::Kind::Group:
        return group(relation);
    case Relation::Kind::Join:
        return join(relation);
    case Relation::Kind::Union:
        return unionAll(relation);
    case Relation::Kind::Expand:
        return expand(relation);
    case Relation::Kind::Series:
        return QStringLiteral("SELECT generate_series AS c0 FROM generate_series(") + scalar(*relation.scalars[0]) +
               QStringLiteral(", ") + scalar(*relation.scalars[1]) + QStringLiteral(", ") +
               scalar(*relation.scalars[2]) + u')';
    case Relation::Kind::Number:
        return QStringLiteral("SELECT *, row_number() OVER (") + orderBy(*relation.inputs[0]).trimmed() +
               QStringLiteral(") AS ") + columnName(relation.inputs[0]->columns.size()) + QStringLiteral(" FROM ") +
               input();
    case Relation::Kind::Sql:
        return ownSql(relation);
    case Relation::Kind::Unknown:
        break;
    }
    m_hasGap = true;
    return {};
}

namespace {

QString listed(const QStringList &columns)
{
    return columns.isEmpty() ? QStringLiteral("1 AS c0") : columns.join(QStringLiteral(", "));
}

} // namespace

QString Emitter::table(const Relation &relation) const
{
    QStringList columns;
    for (size_t i = 0; i < relation.columns.size(); ++i) {
        if (m_use->isRead(relation, i))
            columns.append(stored(relation.columns[i]) + QStringLiteral(" AS ") + columnName(i));
    }
    return QStringLiteral("SELECT ") + listed(columns) + QStringLiteral(" FROM ") + sqlName(relation.name);
}

QString Emitter::selectList(const Relation &relation, const std::vector<ScalarPointer> &scalars, const Relation *input)
{
    QStringList columns;
    for (size_t i = 0; i < scalars.size(); ++i) {
        if (m_use->isRead(relation, i))
            columns.append(scalar(*scalars[i], input) + QStringLiteral(" AS ") + columnName(i));
    }
    return listed(columns);
}

QStringList Emitter::carriedColumns(const Relation &expand) const
{
    QStringList columns;
    for (size_t i = 0; i < expand.inputs[0]->columns.size(); ++i) {
        if (m_use->isCarried(expand, i))
            columns.append(columnName(i));
    }
    return columns;
}

QString Emitter::scalar(const Scalar &scalar, const Relation *input)
{
    if (m_tooLarge)
        return QStringLiteral("NULL");
    switch (scalar.kind) {
    case Scalar::Kind::Column:
        return columnName(size_t(scalar.column));
    case Scalar::Kind::Literal:
        return sqlLiteral(scalar.type, scalar.value);
    case Scalar::Kind::Call:
        return call(scalar, input);
    case Scalar::Kind::First: {
        const QString value = QStringLiteral("(SELECT c0 FROM ") + cte(scalar.relation) + orderBy(*scalar.relation) +
                              QStringLiteral(" LIMIT 1)");
        return scalar.type == ColumnType::String
                   ? QString(QStringLiteral("coalesce(") + value + QStringLiteral(", '')"))
                   : value;
    }
    case Scalar::Kind::Contains: {
        const QString name = cte(scalar.relation);
        return call(scalar, input).replace(QStringLiteral("$r"), name);
    }
    case Scalar::Kind::Broken:
        break;
    }
    m_hasGap = true;
    return QStringLiteral("NULL");
}

/// Puts the arguments into the template. What arguments bring in is not looked at again.
QString Emitter::call(const Scalar &scalar, const Relation *input)
{
    QString result;
    const QString &sql = scalar.sql;
    for (qsizetype i = 0; i < sql.size(); ++i) {
        if (sql[i] == u'$' && input && sql.mid(i + 1, 5) == u"order") {
            result += orderBy(*input);
            i += 5;
        } else if (sql[i] == u'$' && input && sql.mid(i + 1, 4) == u"over") {
            result += over(*input);
            i += 4;
        } else if (sql[i] == u'$' && i + 1 < sql.size() && sql[i + 1].isDigit()) {
            size_t index = 0;
            while (i + 1 < sql.size() && sql[i + 1].isDigit())
                index = index * 10 + size_t(sql[++i].digitValue());
            if (index < scalar.arguments.size())
                result += this->scalar(*scalar.arguments[index], input);
        } else {
            result += sql[i];
        }
    }
    m_written += result.size() / 8;
    m_tooLarge = m_tooLarge || m_written > kMaxSql;
    return result;
}

namespace {

bool isWindowed(const QString &predicate) { return predicate.contains(QStringLiteral(" OVER (")); }

/// WHERE knows the columns of a table by their new names too, unless the table has some that are called so.
bool hasPlainNames(const Relation &table)
{
    return std::none_of(table.columns.begin(), table.columns.end(), [](const BoundColumn &column) {
        return column.name.size() > 1 && column.name[0].toLower() == u'c' && column.name[1].isDigit();
    });
}

} // namespace

/// Filters of a table's rows, in the SELECT that reads them: what may fail for a row, as a division may, comes into the
/// scan of the table nowhere else. Nothing where it cannot be so.
QString Emitter::scan(const Relation &relation)
{
    const Relation *rows = &relation;
    while (rows->kind == Relation::Kind::Filter && (rows == &relation || m_uses.value(rows) == 1))
        rows = rows->inputs[0].get();
    const bool isTable = rows->kind == Relation::Kind::Table && m_uses.value(rows) == 1 && hasPlainNames(*rows);
    if (!isTable || rows == &relation)
        return {};
    QStringList predicates;
    for (const Relation *filter = &relation; filter != rows; filter = filter->inputs[0].get())
        predicates.prepend(scalar(*filter->scalars[0], filter->inputs[0].get()));
    if (std::any_of(predicates.begin(), predicates.end(), isWindowed))
        return {};
    const QString all = predicates.join(QStringLiteral(") AND ("));
    return table(*rows) + QStringLiteral(" WHERE ") + (predicates.size() > 1 ? QString(u'(' + all + u')') : all);
}

/// A predicate may look at other rows (prev(), row_number()), which SQL's WHERE may not.
QString Emitter::filter(const Relation &relation)
{
    const QString predicate = scalar(*relation.scalars[0], relation.inputs[0].get());
    return QStringLiteral("SELECT * FROM ") + m_names.value(relation.inputs[0].get()) +
           (isWindowed(predicate) ? QStringLiteral(" QUALIFY ") : QStringLiteral(" WHERE ")) + predicate;
}

namespace {

/// By the same column in the same direction as before this step.
bool keepsOrder(const Relation &rows)
{
    const Relation &input = *rows.inputs[0];
    if (rows.order.size() != 1 || input.order.size() != 1)
        return false;
    const SortKey &now = rows.order[0];
    const SortKey &before = input.order[0];
    const int from = rows.kind == Relation::Kind::Filter ? now.column : rows.scalars[size_t(now.column)]->column;
    return from == before.column && now.descending == before.descending && now.nullsFirst == before.nullsFirst;
}

/// The engine keeps the order in which a series is made, so its first rows need not wait for the last.
bool comesInOrder(const Relation &rows)
{
    if (rows.kind == Relation::Kind::Series)
        return true;
    const bool isRowByRow = rows.kind == Relation::Kind::Select || rows.kind == Relation::Kind::Filter;
    return isRowByRow && keepsOrder(rows) && comesInOrder(*rows.inputs[0]);
}

} // namespace

QString Emitter::take(const Relation &relation)
{
    const QString all = QStringLiteral("SELECT * FROM ") + m_names.value(relation.inputs[0].get());
    const QString count = scalar(*relation.scalars[0]);
    if (relation.group >= 0)
        return all + QStringLiteral(" QUALIFY row_number()") + over(relation) + QStringLiteral(" <= ") + count;
    const QString order = comesInOrder(*relation.inputs[0]) ? QString() : orderBy(relation);
    return all + order + QStringLiteral(" LIMIT ") + count;
}

/// A SELECT of an operator's own making.
QString Emitter::ownSql(const Relation &relation)
{
    Scalar text;
    text.arguments = relation.scalars;
    const Relation *input = relation.inputs.empty() ? nullptr : relation.inputs[0].get();
    qsizetype from = 0;
    for (qsizetype at; (at = relation.name.indexOf(u'#', from)) >= 0; from = at + 2) {
        text.sql += relation.name.mid(from, at - from);
        const int index = at + 1 < relation.name.size() ? relation.name[at + 1].digitValue() : -1;
        if (index >= 0 && size_t(index) < relation.inputs.size())
            text.sql += m_names.value(relation.inputs[size_t(index)].get());
    }
    text.sql += relation.name.mid(from);
    return call(text, input);
}

QString Emitter::over(const Relation &input)
{
    const QString order = orderBy(input);
    if (input.group < 0)
        return QStringLiteral(" OVER (") + order.trimmed() + u')';
    return QStringLiteral(" OVER (PARTITION BY ") + columnName(size_t(input.group)) + order + u')';
}

QString Emitter::rows(const Relation &relation)
{
    const size_t width = relation.columns.size();
    if (relation.scalars.empty()) {
        QStringList nulls;
        for (size_t i = 0; i < width; ++i)
            nulls.append(QStringLiteral("CAST(NULL AS ") + sqlValueType(relation.columns[i].type) +
                         QStringLiteral(") AS ") + columnName(i));
        return QStringLiteral("SELECT ") + nulls.join(QStringLiteral(", ")) + QStringLiteral(" WHERE false");
    }
    QStringList lines;
    for (size_t row = 0; row < relation.scalars.size() / width; ++row) {
        QStringList values;
        for (size_t i = 0; i < width; ++i)
            values.append(scalar(*relation.scalars[row * width + i]));
        lines.append(u'(' + values.join(QStringLiteral(", ")) + u')');
    }
    QStringList names;
    for (size_t i = 0; i < width; ++i)
        names.append(columnName(i));
    return QStringLiteral("SELECT * FROM (VALUES ") + lines.join(QStringLiteral(", ")) + QStringLiteral(") v(") +
           names.join(QStringLiteral(", ")) + u')';
}

QString Emitter::group(const Relation &relation)
{
    const Relation &input = *relation.inputs[0];
    QString sql = QStringLiteral("SELECT ") + selectList(relation, relation.scalars, &input) +
                  QStringLiteral(" FROM ") + m_names.value(&input);
    QStringList keys;
    for (int i = 0; i < relation.keyCount; ++i)
        keys.append(QString::number(i + 1));
    return keys.isEmpty() ? sql : QString(sql + QStringLiteral(" GROUP BY ") + keys.join(QStringLiteral(", ")));
}

QString Emitter::join(const Relation &relation)
{
    QString left = m_names.value(relation.inputs[0].get());
    const QString right = m_names.value(relation.inputs[1].get());
    QStringList conditions;
    QStringList leftKeys;
    for (const auto &[a, b] : relation.keys) {
        // A null key meets a null key; a string has none.
        const bool isText = relation.inputs[0]->columns[size_t(a)].type == ColumnType::String;
        conditions.append(QStringLiteral("l.c") + QString::number(a) +
                          (isText ? QStringLiteral(" = r.c") : QStringLiteral(" IS NOT DISTINCT FROM r.c")) +
                          QString::number(b));
        leftKeys.append(columnName(size_t(a)));
    }
    const bool unique = relation.name == u"UNIQUE";
    if (relation.inputs[0]->group >= 0)
        leftKeys.append(columnName(size_t(relation.inputs[0]->group)));
    if (unique)
        left = QStringLiteral("(SELECT DISTINCT ON (") + leftKeys.join(QStringLiteral(", ")) +
               QStringLiteral(") * FROM ") + left + u')';
    return QStringLiteral("SELECT ") + selectList(relation, relation.scalars) + QStringLiteral(" FROM ") + left +
           QStringLiteral(" l ") + (unique ? QStringLiteral("INNER") : relation.name) + QStringLiteral(" JOIN ") +
           right + QStringLiteral(" r ON ") + conditions.join(QStringLiteral(" AND "));
}

QString Emitter::unionAll(const Relation &relation)
{
    QStringList parts;
    for (size_t i = 0; i < relation.inputs.size(); ++i)
        parts.append(QStringLiteral("SELECT ") + selectList(relation, relation.maps[i]) + QStringLiteral(" FROM ") +
                     m_names.value(relation.inputs[i].get()));
    return parts.join(QStringLiteral(" UNION ALL "));
}

/// A row for each element: e0, e1 … of the lists side by side, and its number k where somebody asks for it. The lists
/// are never NULL, which would be no row.
QString Emitter::expand(const Relation &relation)
{
    QStringList lists;
    QStringList rows;
    QStringList lengths;
    for (size_t i = 0; i < relation.scalars.size(); ++i) {
        const QString number = QString::number(i);
        const QString elements = scalar(*relation.scalars[i]);
        const QString bound = relation.count < 0 ? QString() : QStringLiteral("[1:%1]").arg(relation.count);
        lists.append(elements + bound + QStringLiteral(" AS l") + number);
        rows.append(QStringLiteral("unnest(l%1) AS e%1").arg(number));
        lengths.append(QStringLiteral("len(l%1)").arg(number));
    }
    const bool isNumbered = relation.keyCount > 0;
    if (isNumbered)
        rows.append(
            QStringLiteral("unnest(generate_series(1, greatest(%1))) AS k").arg(lengths.join(QStringLiteral(", "))));
    const Relation &input = *relation.inputs[0];
    return QStringLiteral("SELECT ") + selectList(relation, relation.maps[0]) + QStringLiteral(" FROM (SELECT ") +
           (carriedColumns(relation) + rows).join(QStringLiteral(", ")) + QStringLiteral(" FROM (SELECT *, ") +
           lists.join(QStringLiteral(", ")) + QStringLiteral(" FROM ") + m_names.value(&input) + QStringLiteral("))");
}

QString Emitter::orderBy(const Relation &relation)
{
    QStringList keys;
    for (const SortKey &key : relation.order) {
        const QString column = columnName(size_t(key.column));
        // SQL has NaN above all numbers, KQL between them and the nulls.
        if (relation.columns[size_t(key.column)].type == ColumnType::Real)
            keys.append(
                QString(QStringLiteral("CASE WHEN %1 IS NULL THEN 2 WHEN isnan(%1) THEN 1 ELSE 0 END")).arg(column) +
                (key.nullsFirst ? QStringLiteral(" DESC") : QStringLiteral(" ASC")));
        keys.append(column + (key.descending ? QStringLiteral(" DESC") : QStringLiteral(" ASC")) +
                    (key.nullsFirst ? QStringLiteral(" NULLS FIRST") : QStringLiteral(" NULLS LAST")));
    }
    return keys.isEmpty() ? QString() : QString(QStringLiteral(" ORDER BY ") + keys.join(QStringLiteral(", ")));
}

} // namespace watchdesk::kql
