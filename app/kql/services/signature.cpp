// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/signature.h"

#include "app/kql/syntax/node.h"

namespace watchdesk::kql {

namespace {

/// What the table says by a letter.
QString resultText(const QString &result, const SignatureInfo &signature)
{
    if (result == u"=0" && !signature.parameters.isEmpty())
        return signature.parameters.first().kinds.join(u'|');
    const bool isType = typeFromName(result).has_value();
    return isType ? result : QStringLiteral("…");
}

} // namespace

QString parameterText(const ParameterInfo &parameter)
{
    QString text = parameter.name + QStringLiteral(": ") + parameter.kinds.join(u'|');
    if (parameter.repeated)
        text += QStringLiteral(", …");
    return parameter.optional ? u'[' + text + u']' : text;
}

QString signatureText(const QString &function, const SignatureInfo &signature)
{
    QStringList parameters;
    for (const auto &parameter : signature.parameters)
        parameters.append(parameterText(parameter));
    return function + u'(' + parameters.join(QStringLiteral(", ")) + QStringLiteral(") → ") +
           resultText(signature.result, signature);
}

QString parameterText(const Node &parameter)
{
    const Node *type = parameter.part(u"type");
    if (!type)
        return parameter.text;
    if (!type->is(NodeKind::Schema))
        return parameter.text + QStringLiteral(": ") + type->text;
    QStringList columns;
    for (const auto &column : type->children)
        columns.append(column->is(NodeKind::Star)
                           ? QStringLiteral("*")
                           : QString(column->text + QStringLiteral(": ") + column->names.value(0)));
    return parameter.text + QStringLiteral(": (") + columns.join(QStringLiteral(", ")) + u')';
}

QString signatureText(const QString &name, const Node &function)
{
    QStringList parameters;
    for (const auto &parameter : function.children) {
        const QString text = parameterText(*parameter);
        parameters.append(parameter->part(u"default") ? QString(u'[' + text + u']') : text);
    }
    return name + u'(' + parameters.join(QStringLiteral(", ")) + u')';
}

} // namespace watchdesk::kql
