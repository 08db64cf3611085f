// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The language's functions and aggregates: choice of the signature, checks, result type and name, lowering.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"
#include "app/kql/functions/addressplaces.h"
#include "app/kql/functions/useragents.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace watchdesk::kql {

namespace {

using Arguments = std::vector<ScalarPointer>;
using Type = ColumnType;

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

bool isSummable(Type type) { return isNumber(type) || type == Type::TimeSpan || type == Type::DateTime; }

bool matchesKind(const QString &kind, Type type)
{
    if (kind == u"number")
        return isNumber(type);
    if (kind == u"integer")
        return isInteger(type);
    if (kind == u"summable")
        return isSummable(type);
    if (kind == u"orderable" || kind == u"commonorderable")
        return isSummable(type) || type == Type::String || type == Type::Bool;
    if (kind == u"array" || kind == u"bag")
        return type == Type::Dynamic;
    if (kind == u"notdynamic")
        return type != Type::Dynamic;
    const auto wanted = typeFromName(kind);
    if (!wanted || *wanted == type)
        return true; // scalar, any, common …
    if (*wanted == Type::Long)
        return type == Type::Int;
    if (*wanted == Type::Real)
        return isInteger(type);
    return *wanted == Type::Decimal && isNumber(type);
}

bool matches(const ParameterInfo &parameter, const ScalarPointer &argument, bool promote = true)
{
    if (argument->isBroken())
        return true;
    for (const auto &kind : parameter.kinds) {
        if (matchesKind(kind, argument->type))
            return true;
    }
    return promote && parameter.form == ParameterInfo::Form::Any && parameter.kinds.size() == 1 &&
           parameter.kinds[0] == u"string" && argument->type == Type::Dynamic;
}

void mismatch(Binder &binder, const ParameterInfo &parameter, Span span)
{
    static const QHash<QString, std::pair<const char *, const char *>> texts{
        {QStringLiteral("number"),
         {"KS137", QT_TRANSLATE_NOOP("watchdesk::kql", "The expression value must be a number.")}},
        {QStringLiteral("integer"),
         {"KS134", QT_TRANSLATE_NOOP("watchdesk::kql", "The expression value must be an integer.")}},
        {QStringLiteral("summable"),
         {"KS138",
          QT_TRANSLATE_NOOP("watchdesk::kql", "The argument value must be summable: a number, timespan or datetime.")}},
        {QStringLiteral("orderable"),
         {"KS206",
          QT_TRANSLATE_NOOP("watchdesk::kql",
                            "The argument value must be orderable: a number, timespan, datetime, string or boolean.")}},
        {QStringLiteral("array"),
         {"KS234", QT_TRANSLATE_NOOP("watchdesk::kql", "The expression value must be a dynamic array.")}},
    };
    const auto text = texts.constFind(QString(parameter.kinds[0]).remove(QStringLiteral("common")));
    if (text != texts.constEnd())
        binder.error(text->first, tr(text->second), span);
    else if (parameter.kinds.size() > 1)
        binder.error(
            "KS141",
            tr("The expression must have one of the types: %1.").arg(parameter.kinds.join(QStringLiteral(" or "))),
            span);
    else
        binder.error("KS107", tr("A value of type %1 expected.").arg(parameter.kinds[0]), span);
}

/// The first signature that fits; else the last of the right length, so that its complaint can be made.
const SignatureInfo *choose(const FunctionInfo &info, const Arguments &arguments, bool promote, bool *fits)
{
    const SignatureInfo *near = nullptr;
    const int count = int(arguments.size());
    for (const auto &signature : info.signatures) {
        if (count < signature.least() || count > signature.most())
            continue;
        near = &signature;
        *fits = true;
        for (int i = 0; i < count && *fits; ++i) {
            const ParameterInfo *parameter = signature.parameterFor(i, count);
            *fits = parameter && matches(*parameter, arguments[size_t(i)], promote);
        }
        if (*fits)
            return near;
    }
    return near;
}

std::optional<Type> widest(const Arguments &arguments)
{
    const auto common = commonType(arguments);
    return common && *common == Type::Int ? Type::Long : common;
}

Arguments commonArguments(const SignatureInfo &signature, const Arguments &arguments)
{
    Arguments values;
    for (size_t i = 0; i < arguments.size(); ++i) {
        const auto *parameter = signature.parameterFor(int(i), int(arguments.size()));
        if (parameter && parameter->kinds[0].startsWith(u"common") && !arguments[i]->isBroken())
            values.push_back(arguments[i]);
    }
    return values;
}

} // namespace

Type rankedType(Type type)
{
    if (type == Type::Int)
        return Type::Long;
    return type == Type::Decimal ? Type::Real : type;
}

namespace {

Type resultType(Binder &binder, const Node &node, const SignatureInfo &signature, const Arguments &arguments)
{
    const Type first = arguments.empty() ? Type::Dynamic : arguments[0]->type;
    if (const auto type = typeFromName(signature.result))
        return *type;
    if (signature.result == u"=1" && arguments.size() > 1)
        return arguments[1]->type;
    if (signature.result == u"widest")
        return widest(arguments).value_or(first);
    if (signature.result == u"promoted")
        return first == Type::Int ? Type::Long : first;
    if (signature.result == u"ranked")
        return rankedType(first);
    if (signature.result != u"common")
        return first;
    const Arguments values = commonArguments(signature, arguments);
    if (const auto type = commonType(values))
        return *type;
    const bool orDynamic = signature.parameters.last().kinds[0] == u"commonordynamic";
    if (!orDynamic)
        binder.error("KS141", tr("The expression must have the type %1.").arg(typeName(values[0]->type)),
                     node.child(1).span);
    return Type::Dynamic;
}

QString derivedName(const FunctionInfo &info, const Arguments &arguments)
{
    const QString first = arguments.empty() ? QString() : arguments[0]->name;
    if (info.naming == u"first" || (info.naming == u"only" && arguments.size() == 1))
        return first;
    if (info.naming == u"percentile")
        return percentileName(arguments);
    if (info.naming == u"prefix+first")
        return info.prefix + u'_' + first;
    if (info.naming == u"name+first")
        return first.isEmpty() ? QString() : QString(info.name + u'_' + first);
    return {};
}

/// An argument as the parameter's type, where it is another one that is allowed.
ScalarPointer fitted(const ParameterInfo &parameter, const ScalarPointer &argument)
{
    if (argument->isBroken() || parameter.kinds.size() != 1)
        return argument;
    const auto wanted = typeFromName(parameter.kinds[0]);
    if (!wanted || *wanted == argument->type || *wanted == Type::Dynamic)
        return argument;
    return converted(argument, *wanted);
}

struct Chosen
{
    const SignatureInfo *signature = nullptr;
    Arguments arguments;
    Type type = Type::Dynamic;
    bool ok = false;
    bool typed = false; ///< `type` does not depend on an argument that is not known
};

Span argumentSpan(const Node &node, size_t index)
{
    return index < node.children.size() ? node.child(index).span : node.span;
}

/// Some arguments are read before the rows are. Inside a function's body a parameter may stand for them.
bool hasForm(Binder &binder, ParameterInfo::Form form, const Node &node, const ScalarPointer &argument)
{
    using Form = ParameterInfo::Form;
    static const QList<NodeKind> literals{NodeKind::String,   NodeKind::Long,  NodeKind::Real,   NodeKind::Bool,
                                          NodeKind::TimeSpan, NodeKind::Typed, NodeKind::TypeOf, NodeKind::Dynamic};
    if (form == Form::Literal && !literals.contains(node.kind)) {
        binder.error("KS131", tr("The expression must be a literal."), node.span);
    } else if (form == Form::Constant && !argument->constant && !argument->isBroken() && !binder.isInCall()) {
        binder.error("KS129", tr("The expression must be a constant."), node.span);
    } else if (form == Form::Column && argument->kind != Scalar::Kind::Column && !argument->isBroken() &&
               !binder.isInCall()) {
        binder.error("KS109", tr("Column name expected."), node.span);
    } else {
        return true;
    }
    return false;
}

/// True if the result's type is the same whatever the arguments are that are not known.
bool isSettled(const SignatureInfo &signature, const Arguments &arguments)
{
    if (typeFromName(signature.result))
        return true;
    if (signature.result != u"common")
        return false;
    for (size_t i = 0; i < arguments.size(); ++i) {
        const auto *parameter = signature.parameterFor(int(i), int(arguments.size()));
        if (parameter && parameter->kinds[0].startsWith(u"common") && arguments[i]->isBroken())
            return false;
    }
    return true;
}

ScalarPointer brokenResult(const Chosen &chosen) { return chosen.typed ? brokenScalar(chosen.type) : brokenScalar(); }

Chosen checked(Binder &binder, const Node &node, const FunctionInfo &info, Arguments arguments)
{
    Chosen chosen;
    bool fits = false;
    chosen.signature = choose(info, arguments, false, &fits);
    if (!fits)
        chosen.signature = choose(info, arguments, true, &fits);
    if (!chosen.signature) {
        const int least = info.signatures.isEmpty() ? 0 : info.signatures[0].least();
        binder.error("KS119", tr("The function '%1' expects %2 argument(s).").arg(info.name).arg(least), node.nameSpan);
        return chosen;
    }
    const int count = int(arguments.size());
    for (int i = 0; i < count; ++i) {
        const ParameterInfo *parameter = chosen.signature->parameterFor(i, count);
        if (!fits && parameter && !matches(*parameter, arguments[size_t(i)]))
            mismatch(binder, *parameter, argumentSpan(node, size_t(i)));
        else if (parameter && size_t(i) < node.children.size() &&
                 !hasForm(binder, parameter->form, node.child(size_t(i)), arguments[size_t(i)]))
            fits = false;
        else if (parameter)
            arguments[size_t(i)] = fitted(*parameter, arguments[size_t(i)]);
    }
    chosen.type = resultType(binder, node, *chosen.signature, arguments);
    chosen.ok = fits && std::none_of(arguments.begin(), arguments.end(), [](const auto &a) { return a->isBroken(); });
    chosen.typed = fits && isSettled(*chosen.signature, arguments);
    chosen.arguments = std::move(arguments);
    return chosen;
}

ScalarPointer unsupported(Binder &binder, const Node &node, Type type)
{
    binder.refuse(tr("The function %1 is not supported.").arg(node.text), node.nameSpan);
    return type == Type::String ? textScalar({}) : nullScalar(type);
}

/// extract(…, typeof(long)) and the like: the type is an argument.
std::optional<Type> typeArgument(const Node &node)
{
    for (const auto &child : node.children) {
        if (child->is(NodeKind::TypeOf))
            return typeFromName(child->text);
    }
    return std::nullopt;
}

/// Arguments that stand as $x0, $x1 … are patterns.
Arguments withRegexes(Binder &binder, const Node &node, const QString &sql, Arguments arguments)
{
    for (size_t i = 0; i < arguments.size(); ++i) {
        if (sql.contains(QStringLiteral("$x") + QString::number(i)))
            arguments[i] = regexScalar(binder, arguments[i], argumentSpan(node, i));
    }
    return arguments;
}

/// "series_stats_x_min": the columns of a function that gives several.
ScalarPointer tupleOf(const FunctionInfo &info, const Arguments &arguments, const ScalarPointer &values)
{
    Scalar tuple = *values;
    const QString prefix = info.name + u'_' + (arguments.empty() ? QString() : arguments[0]->name) + u'_';
    for (const TuplePart &field : info.fields)
        tuple.parts.push_back({prefix + field.name, field.type});
    return std::make_shared<const Scalar>(std::move(tuple));
}

/// As the argument with nothing lost, or null: no function that turns values into the same type.
bool isIdentity(const QString &sql) { return sql == u"$0" || sql == u"$t0" || sql == u"$j0"; }

/// Limits and percents are of the whole group and cannot come from its rows.
void refuseVarying(Binder &binder, const Node &node, const Chosen &chosen)
{
    static const QStringList fixed{QStringLiteral("maxSize"), QStringLiteral("percentile"),
                                   QStringLiteral("percentiles")};
    const int count = int(chosen.arguments.size());
    for (int i = 0; i < count; ++i) {
        const ParameterInfo *parameter = chosen.signature->parameterFor(i, count);
        if (parameter && fixed.contains(parameter->name) && !isFixed(chosen.arguments[size_t(i)]))
            binder.refuse(tr("This argument must be a constant."), argumentSpan(node, size_t(i)));
    }
}

/// column_names_of(T)
ScalarPointer columnNamesOf(Binder &binder, const Node &table)
{
    const RelationPointer rows = binder.relation(table);
    if (rows->isUnknown())
        return brokenScalar();
    QJsonArray names;
    for (const auto &column : rows->columns) {
        if (!column.hidden)
            names.append(column.name);
    }
    return literalScalar({ColumnType::Dynamic, QString::fromUtf8(QJsonDocument(names).toJson(QJsonDocument::Compact))});
}

/// What * stands for.
void addColumns(Binder &binder, Arguments &arguments)
{
    const RelationPointer row = binder.row();
    for (size_t i = 0; row && i < row->columns.size(); ++i) {
        if (!row->columns[i].hidden)
            arguments.push_back(columnScalar(*row, int(i)));
    }
}

/// All columns, where a function takes values alone.
ScalarPointer starRefused(Binder &binder, const Node &star)
{
    binder.error("KS191", tr("The * syntax is not allowed here."), star.span);
    return brokenScalar();
}

} // namespace

QString percentileName(const std::vector<ScalarPointer> &arguments)
{
    if (arguments.empty())
        return {};
    const auto &percent = arguments.back()->value;
    const auto *whole = std::get_if<qint64>(&percent);
    const auto *real = std::get_if<double>(&percent);
    const QString text = whole ? QString::number(*whole) : real ? QString::number(*real) : QString();
    return QStringLiteral("percentile_") + arguments.front()->name + u'_' + QString(text).replace(u'.', u'_');
}

ScalarPointer checkedFunction(Binder &binder, const Node &node, const FunctionInfo &info,
                              const std::vector<ScalarPointer> &arguments)
{
    const Chosen chosen = checked(binder, node, info, arguments);
    return chosen.ok ? nullScalar(chosen.type) : brokenScalar();
}

std::optional<ColumnType> commonType(const std::vector<ScalarPointer> &values)
{
    std::optional<Type> common;
    bool dynamic = false;
    for (const auto &value : values) {
        if (value->isBroken())
            continue;
        if (value->type == Type::Dynamic)
            dynamic = true;
        else if (!common || *common == value->type)
            common = value->type;
        else if (isNumber(*common) && isNumber(value->type))
            common = *common == Type::Decimal || value->type == Type::Decimal ? Type::Decimal
                     : *common == Type::Real || value->type == Type::Real     ? Type::Real
                                                                              : Type::Long;
        else
            return std::nullopt;
    }
    if (!common && dynamic)
        return Type::Dynamic;
    return common ? common : std::optional(Type::Dynamic);
}

ScalarPointer bindFunction(Binder &binder, const Node &node, const FunctionInfo &info)
{
    const bool takesTable = !info.signatures.isEmpty() && !info.signatures[0].parameters.isEmpty() &&
                            info.signatures[0].parameters[0].kinds[0] == u"table";
    if (takesTable && info.isSupported() && node.children.size() == 1)
        return columnNamesOf(binder, node.child(0));
    if (takesTable)
        return unsupported(binder, node, typeFromName(info.signatures[0].result).value_or(Type::Dynamic));
    Arguments arguments;
    const auto asked = typeArgument(node);
    for (const auto &child : node.children) {
        if (child->is(NodeKind::Star) && info.lowering.value(QStringLiteral("*")) == u"$datasize")
            addColumns(binder, arguments);
        else if (child->is(NodeKind::Star) && info.name != u"pack_array")
            arguments.push_back(starRefused(binder, *child));
        else if (!child->is(NodeKind::TypeOf) && !child->is(NodeKind::Star))
            arguments.push_back(binder.scalar(*child));
        else
            arguments.push_back(textScalar(child->text));
    }
    const Chosen chosen = checked(binder, node, info, std::move(arguments));
    const QString name = derivedName(info, chosen.arguments);
    if (!chosen.ok)
        return named(brokenResult(chosen), name);
    Arguments values = chosen.arguments;
    if (asked)
        values.pop_back();
    const Type type = asked && info.name.startsWith(u"extract") ? Type::String : chosen.type;
    const std::optional<Type> first = values.empty() ? std::nullopt : std::optional(values[0]->type);
    QString sql = info.lower(first, int(values.size()));
    if (sql.isEmpty()) {
        const ScalarPointer nothing = unsupported(binder, node, asked.value_or(chosen.type));
        return info.fields.empty() ? named(nothing, name) : tupleOf(info, values, nothing);
    }
    sql.replace(QStringLiteral("$now"), QString::number(binder.now()) + QStringLiteral("::BIGINT"));
    if (info.name == u"parse_user_agent" && !UserAgents::instance().isThere())
        binder.refuse(tr("parse_user_agent() needs the patterns of uap-core, which are not installed."), node.nameSpan);
    if (info.name == u"geo_info_from_ip_address" && !AddressPlaces::instance().isOpen())
        binder.warning("WD102", tr("No IP location database is open; geo_info_from_ip_address() gives an empty bag."),
                       node.span);
    ScalarPointer result = specialFunction(binder, sql, values, type, node);
    if (result && (!result->name.isEmpty() || !result->parts.empty()))
        return result;
    if (!result && isIdentity(sql))
        result = converted(values[0], type);
    if (!result || result->isBroken()) // ticks are a long as they stand: no conversion is known, and none needed
        result = lowered(sql, withRegexes(binder, node, sql, values), type);
    if (!info.fields.empty())
        return tupleOf(info, values, result);
    if (asked)
        result = converted(result, *asked);
    return named(result, name);
}

bool isFixed(const ScalarPointer &scalar)
{
    const auto &inner = scalar->arguments;
    return (scalar->isLiteral() && !std::holds_alternative<std::monostate>(scalar->value)) ||
           (scalar->kind == Scalar::Kind::Call && scalar->constant && std::all_of(inner.begin(), inner.end(), isFixed));
}

ScalarPointer bindAggregate(Binder &binder, const Node &node, const FunctionInfo &info)
{
    Aggregation &aggregation = *binder.aggregation();
    Arguments arguments;
    {
        Binder::Inside inside(binder, aggregation.input);
        for (const auto &child : node.children)
            arguments.push_back(binder.scalar(*child));
    }
    const Chosen chosen = checked(binder, node, info, std::move(arguments));
    const QString name = derivedName(info, chosen.arguments);
    if (!chosen.ok)
        return named(brokenResult(chosen), name);
    const std::optional<Type> first =
        chosen.arguments.empty() ? std::nullopt : std::optional(chosen.arguments[0]->type);
    refuseVarying(binder, node, chosen);
    const bool counted = info.name == u"count" && first;
    const QString sql = counted ? QString() : info.lower(first, int(chosen.arguments.size()));
    if (sql.isEmpty() || sql.startsWith(u"$arg") || sql.startsWith(u"$percentiles"))
        return named(unsupported(binder, node, chosen.type), name);
    const ScalarPointer value = lowered(sql, chosen.arguments, chosen.type);
    if (value->isBroken())
        return named(value, name);
    Scalar column;
    column.kind = Scalar::Kind::Column;
    column.type = chosen.type;
    column.nullable = value->nullable;
    column.column = aggregation.keyCount + int(aggregation.columns.size());
    column.name = name;
    aggregation.columns.push_back(value);
    return std::make_shared<const Scalar>(std::move(column));
}

} // namespace watchdesk::kql
