// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the parser that reads dynamic(…): JSON, in which KQL's own literals may stand.

#include "app/base/jsontext.h"
#include "app/kql/syntax/deeper.h"
#include "app/kql/syntax/literal.h"
#include "app/kql/syntax/parser.h"

#include <QCoreApplication>

namespace watchdesk::kql {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("watchdesk::kql::Parser", text); }

QString quoted(const QString &text) { return QString::fromUtf8(jsonToText(QJsonValue(text))); }

/// JSON has no leading "+", no trailing "." and no hexadecimals.
QString jsonNumber(QString text)
{
    if (text.startsWith(u"0x") || text.startsWith(u"0X"))
        return QString::number(text.toLongLong(nullptr, 16));
    if (text.endsWith(u'.'))
        text.append(u'0');
    while (text.size() > 1 && text[0] == u'0' && text[1].isDigit())
        text.remove(0, 1);
    return text;
}

} // namespace

NodePointer Parser::dynamicLiteral()
{
    auto node = make(NodeKind::Dynamic, here());
    node->nameSpan = peek().span;
    m_next += 2;
    node->text = at(u")") ? QStringLiteral("null") : jsonValue();
    if (!expect(u")")) {
        skipTo({QStringLiteral(")"), QStringLiteral(";"), QStringLiteral("|")});
        accept(u")");
    }
    return finish(std::move(node));
}

QString Parser::jsonValue()
{
    const Deeper deeper(*this);
    if (at(u"{"))
        return jsonBag();
    if (at(u"["))
        return jsonArray();
    return jsonScalar();
}

QString Parser::jsonBag()
{
    QStringList members;
    ++m_next;
    while (!atEnd() && !at(u"}")) {
        QString key;
        if (peek().kind == TokenKind::String)
            key = stringValue(textOf(peek()));
        else if (peek().kind == TokenKind::Identifier)
            key = textOf(peek()).toString();
        else
            report("KS006", tr("Missing %1").arg(tr("json name")), peek().span);
        ++m_next;
        expect(u":");
        members.append(quoted(key) + u':' + jsonValue());
        if (!accept(u","))
            break;
    }
    expect(u"}");
    return u'{' + members.join(u',') + u'}';
}

QString Parser::jsonArray()
{
    QStringList elements;
    ++m_next;
    if (!at(u"]")) {
        do {
            elements.append(jsonValue());
        } while (accept(u","));
    }
    expect(u"]");
    return u'[' + elements.join(u',') + u']';
}

QString Parser::jsonScalar()
{
    const bool negative = accept(u"-");
    const QString sign = negative ? QStringLiteral("-") : QString();
    const QString text = textOf(peek()).toString();
    switch (peek().kind) {
    case TokenKind::String: {
        return quoted(string()->text);
    }
    case TokenKind::Long:
    case TokenKind::Real:
        ++m_next;
        return sign + jsonNumber(text);
    case TokenKind::TimeSpan:
    case TokenKind::TypedLiteral: {
        const auto literal = this->literal();
        return jsonFromLiteral(*literal);
    }
    case TokenKind::Identifier:
        if (text == u"dynamic" && at(u"(", 1))
            return dynamicLiteral()->text;
        if (const QString word = text.toLower(); word == u"true" || word == u"false" || word == u"null") {
            ++m_next;
            return word;
        }
        break;
    default:
        break;
    }
    report("KS006", tr("Missing %1").arg(tr("json value")), peek().span);
    if (peek().kind == TokenKind::Identifier || peek().kind == TokenKind::Unknown)
        ++m_next;
    return QStringLiteral("null");
}

} // namespace watchdesk::kql
