// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// summarize: groups first, with one column an aggregate; then a row of the values asked for, which may calculate with
// aggregates. arg_max(x, *) keeps whole rows, as one struct.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>

#include <limits>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql::Summarize", text); }

class Summarize
{
public:
    Summarize(Binder &binder, const Node &node, const RelationPointer &input)
        : m_binder(binder)
        , m_node(node)
        , m_input(input)
        , m_names(binder)
    {
        m_aggregation.input = input;
    }

    RelationPointer bind()
    {
        if (const Node *by = m_node.part(u"by"))
            bindKeys(*by);
        if (m_input->group >= 0)
            m_keys.push_back(columnScalar(*m_input, m_input->group));
        m_aggregation.keyCount = int(m_keys.size());
        for (const auto &child : m_node.children)
            bindValue(*child);
        return finished();
    }

private:
    void bindKeys(const Node &by)
    {
        for (const auto &key : newColumns(m_binder, by.children, m_input)) {
            if (!key.scalar->isBroken() && key.scalar->type == ColumnType::Dynamic)
                m_binder.error("KS116", tr("The value of type '%1' is not allowed in this context.").arg(u"dynamic"),
                               key.span);
            if (key.scalar->kind == Scalar::Kind::Column)
                m_keyColumns.insert(key.scalar->column);
            m_columns.push_back({m_names.take(key.names.value(0), key.scalar->name, key.span), key.scalar->type,
                                 key.scalar->hasType()});
            m_values.push_back(groupColumn(int(m_keys.size()), key.scalar));
            m_keys.push_back(key.scalar);
        }
    }

    static ScalarPointer groupColumn(int index, const ScalarPointer &value)
    {
        if (value->isBroken())
            return value;
        Scalar column;
        column.kind = Scalar::Kind::Column;
        column.type = value->type;
        column.nullable = value->nullable;
        column.column = index;
        column.name = value->name;
        return std::make_shared<const Scalar>(std::move(column));
    }

    void bindValue(const Node &node)
    {
        const bool hasName = node.is(NodeKind::Named);
        const Node &value = hasName ? node.child(0) : node;
        const QStringList names = writtenNames(node);
        const bool call = value.is(NodeKind::Call) && !m_binder.find(value.text);
        static const QStringList extremes{QStringLiteral("arg_max"), QStringLiteral("arg_min"),
                                          QStringLiteral("argmax"), QStringLiteral("argmin")};
        if (call && extremes.contains(value.text))
            return bindExtreme(value, names, node.nameSpan);
        const bool any = call && (value.text == u"take_any" || value.text == u"any");
        if (any && (value.children.size() > 1 || value.children.empty() || value.child(0).is(NodeKind::Star) ||
                    value.text == u"take_any"))
            return bindAny(value, names, node.nameSpan);
        if (call && (value.text == u"percentiles" || value.text == u"percentilesw"))
            return bindPercentiles(value, names);
        Binder::Inside inside(m_binder, m_input, &m_aggregation);
        const ScalarPointer result = m_binder.value(value);
        const bool isTuple = !result->parts.empty();
        const auto parts = isTuple ? tupleParts(result) : std::vector<ScalarPointer>{result};
        for (size_t i = 0; i < parts.size(); ++i)
            add(names.value(qsizetype(i)), parts[i]->name, parts[i], hasName ? node.nameSpan : node.span);
    }

    void add(const QString &written, const QString &derived, const ScalarPointer &value, Span span)
    {
        m_columns.push_back({m_names.take(written, derived, span), value->type, value->hasType()});
        m_values.push_back(value);
    }

    /// A new aggregate and the column it will be.
    ScalarPointer aggregate(const ScalarPointer &value)
    {
        const auto column = groupColumn(m_aggregation.keyCount + int(m_aggregation.columns.size()), value);
        if (!value->isBroken())
            m_aggregation.columns.push_back(value);
        return column;
    }

    /// The columns that "*" stands for: all but bare keys and the argument itself.
    std::vector<ScalarPointer> rest(const ScalarPointer &argument) const
    {
        std::vector<ScalarPointer> columns;
        for (size_t i = 0; i < m_input->columns.size(); ++i) {
            const bool isArgument = argument && argument->kind == Scalar::Kind::Column && argument->column == int(i);
            if (!m_input->columns[i].hidden && !m_keyColumns.contains(int(i)) && !isArgument)
                columns.push_back(columnScalar(*m_input, int(i)));
        }
        return columns;
    }

    struct Returned
    {
        QString name;
        ScalarPointer value;
    };

    std::vector<Returned> returned(const Node &call, size_t first, const ScalarPointer &argument)
    {
        std::vector<Returned> all;
        for (size_t i = first; i < call.children.size(); ++i) {
            const Node &child = call.child(i);
            if (child.is(NodeKind::Star)) {
                m_isOpen = m_input->open;
                for (const auto &column : rest(argument))
                    all.push_back({{}, column});
                continue;
            }
            const bool hasName = child.is(NodeKind::Named);
            all.push_back(
                {hasName ? child.text : QString(), m_binder.scalarOn(hasName ? child.child(0) : child, m_input)});
        }
        return all;
    }

    /// What an argument adds to its column's name: its own, or its place.
    static QString argumentName(const QString &own, size_t place)
    {
        return own.isEmpty() ? QString(QStringLiteral("arg") + QString::number(place)) : own;
    }

    void bindExtreme(const Node &call, const QStringList &names, Span span)
    {
        if (call.children.empty()) {
            m_binder.error("KS119", tr("The function '%1' expects 1 argument.").arg(call.text), call.nameSpan);
            return;
        }
        const Node &first = call.child(0);
        const bool firstNamed = first.is(NodeKind::Named);
        const ScalarPointer key = m_binder.scalarOn(firstNamed ? first.child(0) : first, m_input);
        if (!key->isBroken() && key->type == ColumnType::Dynamic)
            m_binder.error("KS206",
                           tr("The argument value must be orderable: a number, timespan, datetime, string or boolean."),
                           first.span);
        std::vector<Returned> values = returned(call, 1, key);
        values.insert(values.begin(), {firstNamed ? first.text : QString(), key});
        std::vector<ScalarPointer> fields;
        for (const auto &value : values)
            fields.push_back(value.value);
        const bool isMax = call.text.endsWith(u"max");
        const QString function = isMax ? QStringLiteral("arg_max_null(") : QStringLiteral("arg_min_null(");
        const bool byTime = !key->isBroken() && key->type == ColumnType::DateTime;
        const auto columns = byTime ? rowByTime(function, fields, key) : wholeRow(function, fields, key);
        const QString prefix = (isMax ? QStringLiteral("max_") : QStringLiteral("min_")) + key->name;
        for (size_t i = 0; i < values.size(); ++i) {
            const QString written = qsizetype(i) < names.size() ? names[qsizetype(i)] : values[i].name;
            QString derived = values[i].value->name;
            if (!call.text.contains(u'_'))
                derived = i == 0 ? prefix : QString(prefix + u'_' + argumentName(derived, i));
            else if (derived.isEmpty())
                derived = i == 0 ? prefix : QString(prefix + u'_' + argumentName({}, i));
            add(written, derived, columns[i], span);
        }
    }

    /// An aggregate for each field: many times quicker than one of a struct, and of one row too, as all see the same
    /// rows in the same order. A null key is beyond any date, so that a row comes where every key is null.
    std::vector<ScalarPointer> rowByTime(const QString &function, const std::vector<ScalarPointer> &fields,
                                         const ScalarPointer &key)
    {
        const bool isMax = function.startsWith(u"arg_max");
        const qint64 beyond = isMax ? -1 : std::numeric_limits<qint64>::max();
        const QString sql = function + QStringLiteral("$0, coalesce($1, %1))").arg(beyond);
        const QString ofKey = isMax ? QStringLiteral("max($0)") : QStringLiteral("min($0)");
        std::vector<ScalarPointer> columns;
        for (const auto &field : fields)
            columns.push_back(field->isBroken() ? named(brokenScalar(), field->name)
                              : field == key    ? aggregate(callScalar(ofKey, {key}, key->type, true))
                                                : aggregate(callScalar(sql, {field, key}, field->type, true)));
        return columns;
    }

    /// One struct of all fields by one aggregate, so that they are of one row, and its fields as columns.
    std::vector<ScalarPointer> wholeRow(QStringView function, const std::vector<ScalarPointer> &fields,
                                        const ScalarPointer &key)
    {
        QStringList parts;
        std::vector<ScalarPointer> arguments;
        for (const auto &field : fields) {
            if (field->isBroken())
                continue;
            const QString number = QString::number(arguments.size());
            parts.append(QStringLiteral("f") + number + QStringLiteral(" := $") + number);
            arguments.push_back(field);
        }
        const QString fieldsSql = QStringLiteral("struct_pack(") + parts.join(QStringLiteral(", ")) + u')';
        QString sql = function + fieldsSql;
        if (key && !key->isBroken()) {
            // Where every key is null, a row still comes.
            sql = QStringLiteral("coalesce(") + sql + QStringLiteral(", $") + QString::number(arguments.size()) +
                  QStringLiteral("), any_value(") + fieldsSql + u')';
            arguments.push_back(key);
        }
        ScalarPointer row = key && key->isBroken()
                                ? brokenScalar()
                                : callScalar(QString(sql + u')'), arguments, ColumnType::Dynamic, true);
        row = aggregate(row);
        std::vector<ScalarPointer> columns;
        int number = 0;
        for (const auto &field : fields) {
            if (field->isBroken() || row->isBroken())
                columns.push_back(named(brokenScalar(), field->name));
            else
                columns.push_back(callScalar(QStringLiteral("struct_extract($0, 'f") + QString::number(number++) +
                                                 QStringLiteral("')"),
                                             {row}, field->type, true));
        }
        return columns;
    }

    /// Says so if the call has too few arguments.
    bool lacks(const Node &call, int least)
    {
        if (int(call.children.size()) >= least)
            return false;
        m_binder.error("KS119", tr("The function '%1' expects %2 argument(s).").arg(call.text).arg(least),
                       call.nameSpan);
        return true;
    }

    void bindAny(const Node &call, const QStringList &names, Span span)
    {
        if (lacks(call, 1))
            return;
        const std::vector<Returned> values = returned(call, 0, nullptr);
        std::vector<ScalarPointer> fields;
        for (const auto &value : values)
            fields.push_back(value.value);
        const auto columns = wholeRow(u"any_value(", fields, nullptr);
        const QString prefix = call.text == u"any" ? QStringLiteral("any_") : QString();
        for (size_t i = 0; i < values.size(); ++i) {
            const QString written = qsizetype(i) < names.size() ? names[qsizetype(i)] : values[i].name;
            const QString &own = values[i].value->name;
            const bool isNumbered = own.isEmpty() && (prefix.isEmpty() || values.size() > 1);
            add(written, isNumbered ? QString(QStringLiteral("any_") + argumentName({}, i)) : QString(prefix + own),
                columns[i], span);
        }
    }

    /// percentiles(x, 5, 95) and percentilesw(x, weight, 5, 95): as many calls of the function of one.
    void bindPercentiles(const Node &call, const QStringList &names)
    {
        const bool weighted = call.text == u"percentilesw";
        const FunctionInfo *info = FunctionTable::instance().aggregate(weighted ? QStringLiteral("percentilew")
                                                                                : QStringLiteral("percentile"));
        const size_t before = weighted ? 2 : 1;
        if (lacks(call, int(before) + 1))
            return;
        std::vector<ScalarPointer> arguments;
        for (size_t i = 0; i < before; ++i)
            arguments.push_back(m_binder.scalarOn(call.child(i), m_input));
        if (weighted && !arguments[1]->isBroken() && !isInteger(arguments[1]->type))
            m_binder.error("KS134", tr("The expression value must be an integer."), call.child(1).span);
        for (size_t i = before; i < call.children.size(); ++i) {
            std::vector<ScalarPointer> all = arguments;
            all.push_back(m_binder.scalarOn(call.child(i), m_input));
            const bool broken = std::any_of(all.begin(), all.end(), [](const auto &a) { return a->isBroken(); });
            if (!broken && !isNumber(all.back()->type))
                m_binder.error("KS137", tr("The expression value must be a number."), call.child(i).span);
            const QString sql = broken ? QString() : info->lower(all[0]->type, int(all.size()));
            if (!broken && !isFixed(all.back()))
                m_binder.refuse(tr("The percentile must be a constant."), call.child(i).span);
            if (sql.isEmpty() && !broken)
                m_binder.refuse(tr("Percentiles of the type %1 are not supported.").arg(typeName(all[0]->type)),
                                call.child(0).span);
            const ScalarPointer result = broken          ? brokenScalar()
                                         : sql.isEmpty() ? nullScalar(all[0]->type)
                                                         : lowered(sql, all, rankedType(all[0]->type));
            add(names.value(qsizetype(i - before)), percentileName(all), aggregate(result), call.child(i).span);
        }
    }

    RelationPointer finished()
    {
        Relation group;
        group.kind = Relation::Kind::Group;
        group.inputs = {m_input};
        group.keyCount = int(m_keys.size());
        group.scalars = m_keys;
        group.scalars.insert(group.scalars.end(), m_aggregation.columns.begin(), m_aggregation.columns.end());
        for (const auto &scalar : group.scalars)
            group.columns.push_back({QString(), scalar->type, scalar->hasType()});
        group.heavy = true;
        group.open = m_isOpen;
        if (m_input->group >= 0) {
            group.group = group.keyCount - 1;
            group.columns[size_t(group.group)].hidden = true;
        }
        return selected(m_binder, m_binder.made(std::move(group)), std::move(m_columns), std::move(m_values));
    }

    Binder &m_binder;
    const Node &m_node;
    RelationPointer m_input;
    ColumnNames m_names;
    Aggregation m_aggregation;
    std::vector<ScalarPointer> m_keys;
    QSet<int> m_keyColumns;
    bool m_isOpen = false;
    std::vector<BoundColumn> m_columns;
    std::vector<ScalarPointer> m_values;
};

} // namespace

RelationPointer bindSummarize(Binder &binder, const Node &node, const RelationPointer &input)
{
    return Summarize(binder, node, input).bind();
}

} // namespace watchdesk::kql
