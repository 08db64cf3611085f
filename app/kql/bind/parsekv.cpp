// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// parse-kv: by delimiters, by words, or by a regular expression with a group for the key and one for the value.

#include "app/kql/bind/captures.h"
#include "app/kql/bind/constructs.h"
#include "app/kql/bind/scalars.h"
#include "app/kql/functions/packed.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql", text); }

/// The parameters after "with".
struct Form
{
    std::optional<QString> pairs;
    std::optional<QString> values;
    std::optional<QString> regex;
    Span regexSpan;
    QString quotes; ///< opening and closing in turn
    QString escapes;
    bool isGreedy = false;
};

QString textOf(Binder &binder, const Node &node)
{
    const ScalarPointer value = binder.constantOn(node);
    const auto *text = std::get_if<QString>(&value->value);
    if (!value->isBroken() && (!value->isLiteral() || !text))
        binder.error("KS145", tr("The expression must be a literal string."), node.span);
    return text ? *text : QString();
}

Form formFrom(Binder &binder, const Node &node)
{
    Form form;
    for (const auto &[name, part] : node.parts) {
        if (name == u"pair_delimiter")
            form.pairs = textOf(binder, *part);
        else if (name == u"kv_delimiter")
            form.values = textOf(binder, *part);
        else if (name == u"regex") {
            form.regex = textOf(binder, *part);
            form.regexSpan = part->span;
        } else if (name == u"escape")
            form.escapes += textOf(binder, *part);
        else if (name == u"greedy")
            form.isGreedy = part->text == u"true";
        else if (name == u"quote") {
            const QString quote = textOf(binder, *part);
            if (!quote.isEmpty())
                form.quotes += QString(quote.front()) + quote.back();
        }
    }
    return form;
}

std::string packedForm(const Form &form, const std::vector<Captured> &keys)
{
    Packed packed;
    for (const auto &delimiter : {form.pairs, form.values}) {
        if (delimiter && !delimiter->isEmpty())
            packed.add(delimiter->toStdString());
        else
            packed.addMissing();
    }
    packed.add(form.quotes.toStdString());
    packed.add(form.escapes.toStdString());
    packed.add(form.isGreedy ? "greedy" : "");
    for (const auto &key : keys)
        packed.add(key.name.toStdString());
    return packed.take();
}

/// The value of each key at the place where the expression's first group is that key.
ScalarPointer byRegex(Binder &binder, const ScalarPointer &text, const Form &form, const std::vector<Captured> &keys)
{
    const ScalarPointer regex = regexScalar(binder, textScalar(*form.regex), form.regexSpan);
    checkGroup(binder, regex, longScalar(2), form.regexSpan);
    QStringList pieces;
    std::vector<ScalarPointer> arguments{text, regex};
    for (const auto &key : keys) {
        pieces.append(QStringLiteral("coalesce(kql_packed(regexp_extract_all($0, $1, 2)[list_position("
                                     "list_transform(regexp_extract_all($0, $1, 1), lambda k: trim(k)), $") +
                      QString::number(arguments.size()) + QStringLiteral(")]), '-')"));
        arguments.push_back(textScalar(key.name));
    }
    return sureScalar(u'(' + pieces.join(QStringLiteral(" || ")) + u')', std::move(arguments), ColumnType::Guid);
}

} // namespace

RelationPointer bindParseKeyValues(Binder &binder, const Node &node, const RelationPointer &input)
{
    const Node *schema = node.part(u"schema");
    if (node.children.empty() || !schema)
        return input;
    const ScalarPointer text = asText(binder.scalarOn(node.child(0), input));
    std::vector<Captured> keys;
    for (const auto &column : columnsOf(binder, schema))
        keys.push_back({column.name, column.type, schema->span});
    const Form form = formFrom(binder, node);
    const auto byForm = [&] {
        return callScalar(QStringLiteral("kql_parse_kv($0, $1)"),
                          {text, textScalar(QString::fromStdString(packedForm(form, keys)))}, ColumnType::Guid);
    };
    Captures captures(binder, input, form.regex && !keys.empty() ? byRegex(binder, text, form, keys) : byForm());
    for (const auto &key : keys)
        captures.add(key);
    return captures.rows(false, false);
}

} // namespace watchdesk::kql
