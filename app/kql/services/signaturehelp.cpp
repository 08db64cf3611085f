// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/signaturehelp.h"

#include "app/kql/lexer.h"
#include "app/kql/services/cursorplace.h"
#include "app/kql/services/insight.h"
#include "app/kql/services/signature.h"

namespace watchdesk::kql {

namespace {

Span spanOf(const QString &part, const QString &whole, int from)
{
    const qsizetype at = whole.indexOf(part, from);
    return at < 0 ? Span{} : Span{int(at), int(at + part.size())};
}

/// The signature with room for the argument, else the last.
int fitting(const QList<SignatureInfo> &signatures, int argument)
{
    for (qsizetype i = 0; i < signatures.size(); ++i) {
        if (signatures[i].most() > argument)
            return int(i);
    }
    return int(signatures.size()) - 1;
}

SignatureHelp helpOf(const FunctionInfo &info, int argument)
{
    SignatureHelp help;
    help.doc = info.doc;
    for (const auto &signature : info.signatures)
        help.signatures.append(signatureText(info.name, signature));
    if (help.signatures.isEmpty())
        return help;
    help.active = fitting(info.signatures, argument);
    const SignatureInfo &active = info.signatures[help.active];
    if (const ParameterInfo *parameter = active.parameterFor(argument, argument + 1))
        help.parameter = spanOf(parameterText(*parameter), help.signatures[help.active], int(info.name.size()) + 1);
    return help;
}

/// Of the query's own functions, the last with that name before the call.
std::optional<SignatureHelp> ownHelp(const Insight &insight, const CursorPlace &place)
{
    const Node *function = nullptr;
    forEachNode(insight.tree(), [&](const Node &node) {
        if (node.is(NodeKind::Let) && node.text == place.callee && node.child(0).is(NodeKind::Function))
            function = &node.child(0);
    });
    if (!function)
        return {};
    SignatureHelp help;
    help.signatures.append(signatureText(place.callee, *function));
    if (size_t(place.argument) < function->children.size())
        help.parameter = spanOf(parameterText(function->child(size_t(place.argument))), help.signatures[0],
                                int(place.callee.size()) + 1);
    return help;
}

} // namespace

std::optional<SignatureHelp> signatureHelp(const QString &text, int offset, const Schema &schema)
{
    const CursorPlace place = cursorPlace(text, lex(text), offset);
    if (place.callee.isEmpty())
        return {};
    std::optional<SignatureHelp> help = ownHelp(Insight(text.left(place.calleeStart), schema), place);
    if (!help) {
        const auto &table = FunctionTable::instance();
        const FunctionInfo *aggregate = table.aggregate(place.callee);
        const bool aggregates = place.op == u"summarize" || place.op == u"make-series";
        const FunctionInfo *info = aggregate && aggregates ? aggregate : table.function(place.callee);
        info = info ? info : aggregate;
        if (!info)
            return {};
        help = helpOf(*info, place.argument);
    }
    help->callStart = place.calleeStart;
    return help;
}

} // namespace watchdesk::kql
