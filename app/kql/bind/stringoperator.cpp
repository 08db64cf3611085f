// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// has, contains, startswith, =~, matches regex and their kin.

#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace watchdesk::kql {

namespace {

using Type = ColumnType;

/// The SQL of the operator without its negation.
QString formOf(const QString &op)
{
    static const QHash<QString, QString> forms{
        {QStringLiteral("=~"), QStringLiteral("kql_equals($0, $1)")},
        {QStringLiteral("has"), QStringLiteral("kql_has($0, $1)")},
        {QStringLiteral(":"), QStringLiteral("kql_has($0, $1)")},
        {QStringLiteral("has_cs"), QStringLiteral("kql_has_cs($0, $1)")},
        {QStringLiteral("hasprefix"), QStringLiteral("kql_hasprefix($0, $1)")},
        {QStringLiteral("hasprefix_cs"), QStringLiteral("kql_hasprefix_cs($0, $1)")},
        {QStringLiteral("hassuffix"), QStringLiteral("kql_hassuffix($0, $1)")},
        {QStringLiteral("hassuffix_cs"), QStringLiteral("kql_hassuffix_cs($0, $1)")},
        {QStringLiteral("contains"), QStringLiteral("kql_contains($0, $1)")},
        {QStringLiteral("contains_cs"), QStringLiteral("contains($0, $1)")},
        {QStringLiteral("containscs"), QStringLiteral("contains($0, $1)")},
        {QStringLiteral("startswith"), QStringLiteral("kql_startswith($0, $1)")},
        {QStringLiteral("startswith_cs"), QStringLiteral("starts_with($0, $1)")},
        {QStringLiteral("endswith"), QStringLiteral("kql_endswith($0, $1)")},
        {QStringLiteral("endswith_cs"), QStringLiteral("ends_with($0, $1)")},
        {QStringLiteral("matches regex"), QStringLiteral("regexp_matches($0, $1)")},
    };
    return forms.value(op);
}

/// A term search for a literal of ASCII: what a plain search rules out, which is nearly every row, does not pay for
/// terms.
QString screened(const QString &op, const QString &form, const ScalarPointer &needle)
{
    static const QSet<QString> terms{QStringLiteral("has"), QStringLiteral(":"), QStringLiteral("hasprefix"),
                                     QStringLiteral("hassuffix")};
    const QString *text = needle->isLiteral() ? std::get_if<QString>(&needle->value) : nullptr;
    const bool isPlain =
        text && !text->isEmpty() && std::all_of(text->begin(), text->end(), [](QChar c) { return c.unicode() < 0x80; });
    return isPlain && terms.contains(op) ? QStringLiteral("(contains(lower($0), $2) AND ") + form + u')' : QString();
}

} // namespace

ScalarPointer stringOperation(Binder &binder, const QString &name, const ScalarPointer &left,
                              const ScalarPointer &right, Span span)
{
    const bool not_ = name.startsWith(u"not");
    const bool negated = not_ || name.startsWith(u'!');
    const QString op = name == u"!~" ? QStringLiteral("=~") : not_ ? name.mid(3) : name.mid(negated);
    const QString form = formOf(op);
    if (form.isEmpty()) {
        binder.refuse(QCoreApplication::translate("kql", "The operator %1 is not supported.").arg(name), span);
        return sureScalar(QStringLiteral("false"), {}, Type::Bool);
    }
    const ScalarPointer needle = op == u"matches regex" ? regexScalar(binder, right, span) : right;
    if (const QString quick = screened(op, form, needle); !quick.isEmpty()) {
        const auto small = textScalar(std::get<QString>(needle->value).toLower());
        return sureScalar(negated ? QString(QStringLiteral("(NOT ") + quick + u')') : quick, {left, needle, small},
                          Type::Bool);
    }
    const QString sql = negated ? QString(QStringLiteral("(NOT ") + form + u')') : form;
    return sureScalar(sql, {left, needle}, Type::Bool);
}

namespace {

/// An array, a bag or a number written down: a list of terms is for has_any.
bool isNoTerm(const Scalar &value)
{
    const auto *json = std::get_if<QString>(&value.value);
    return value.isLiteral() && value.type == Type::Dynamic && json && !json->isEmpty() && !json->startsWith(u'"') &&
           *json != u"null";
}

} // namespace

ScalarPointer bindStringOperator(Binder &binder, const Node &node)
{
    const ScalarPointer left = binder.scalar(node.child(0));
    const ScalarPointer right = binder.scalar(node.child(1));
    if (left->isBroken() || right->isBroken())
        return brokenScalar();
    const auto isText = [](Type type) { return type == Type::String || type == Type::Dynamic; };
    const bool asksTerm = node.text.contains(u"has") && left->type == Type::String;
    if (!isText(left->type) || !isText(right->type) || (asksTerm && isNoTerm(*right))) {
        binder.error(
            "KS106",
            QCoreApplication::translate("kql", "The operator '%1' is not defined for the operand types %2 and %3.")
                .arg(node.text, typeName(left->type), typeName(right->type)),
            node.nameSpan);
        return brokenScalar();
    }
    return stringOperation(binder, node.text, asText(left), asText(right), node.child(1).span);
}

} // namespace watchdesk::kql
