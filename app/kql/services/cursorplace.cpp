// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/cursorplace.h"

#include "app/kql/services/language.h"

#include <QSet>

namespace watchdesk::kql {

namespace {

using Wants = CursorPlace::Wants;

/// A bracket that is open, or the statement itself, and where one is in it.
struct Frame
{
    QChar open;
    QString callee;
    int calleeStart = -1;
    int argument = 0;
    bool piped = false; ///< an operator's name is due
    bool rows = false;  ///< rows are expected rather than a value
    QString op;
    QString clause;
    QString compared;
    QString letName;
    bool isLet = false;
    bool isSchema = false;
    bool isRender = false; ///< render's "with (…)"
    QString property;      ///< of render: the last one
    QStringList properties;
    int count = 0; ///< tokens since the operator, the clause or the comma
    int seen = 0;  ///< tokens since the frame began
};

bool isJoining(QStringView word)
{
    static const QSet<QString> words = [] {
        QSet<QString> all{QStringLiteral("matches"), QStringLiteral("regex"), QStringLiteral("not")};
        for (const auto &comparison : Language::instance().comparisons)
            all.insert(comparison.name);
        all.remove(QStringLiteral("matches regex"));
        return all;
    }();
    return words.contains(word.toString());
}

bool isComparison(QStringView word) { return isJoining(word) && word != u"and" && word != u"or" && word != u"not"; }

class Scan
{
public:
    Scan(const QString &text, const QList<Token> &tokens, int offset)
        : m_text(text)
        , m_tokens(tokens)
        , m_offset(offset)
    {
        m_frames.append(Frame());
        m_place.start = offset;
    }

    CursorPlace run()
    {
        for (const Token &token : m_tokens) {
            if (token.kind == TokenKind::End || token.span.start >= m_offset)
                break;
            if (token.span.end >= m_offset && endsAtCursor(token))
                return m_place;
            if (token.kind != TokenKind::Comment)
                take(token);
        }
        decide();
        return m_place;
    }

private:
    QStringView textOf(const Token &token) const
    {
        return QStringView(m_text).mid(token.span.start, token.span.end - token.span.start);
    }

    Frame &top() { return m_frames.last(); }

    /// The token that the cursor is in or behind; true if that says all.
    bool endsAtCursor(const Token &token)
    {
        const QStringView text = textOf(token);
        const bool inside = token.span.end > m_offset;
        if (token.kind == TokenKind::Comment)
            return inside || text.startsWith(u"//") ? nothing() : false;
        const QChar mark = text.isEmpty() ? QChar() : text[text[0] == u'@' || text[0] == u'h' || text[0] == u'H'];
        const bool isText = token.kind == TokenKind::String || token.kind == TokenKind::Unknown;
        if (isText && (mark == u'"' || mark == u'\'') && (inside || token.kind == TokenKind::Unknown))
            return inText(token, mark);
        if (token.kind == TokenKind::Identifier) {
            m_place.start = token.span.start;
            m_place.typed = m_text.mid(token.span.start, m_offset - token.span.start);
            decide();
            return true;
        }
        const bool isNumber = token.kind == TokenKind::Long || token.kind == TokenKind::Real ||
                              token.kind == TokenKind::TimeSpan || (inside && token.kind == TokenKind::TypedLiteral);
        if (isNumber)
            return nothing();
        if (text.startsWith(u'!') && text.size() > 1 && text[1].isLetter()) { // !has is one token
            m_place.start = token.span.start;
            m_place.typed = m_text.mid(token.span.start, m_offset - token.span.start);
            decide();
            return true;
        }
        if (inside)
            return nothing();
        return false;
    }

    bool nothing()
    {
        m_place.wants = Wants::Nothing;
        return true;
    }

    bool inText(const Token &token, QChar quote)
    {
        fill();
        const int from = token.span.start + int(textOf(token).indexOf(quote)) + 1;
        m_place.wants = from <= m_offset ? Wants::Text : Wants::Nothing;
        m_place.quote = quote;
        m_place.start = qMin(from, m_offset);
        m_place.typed = m_text.mid(m_place.start, m_offset - m_place.start);
        m_place.closed = token.kind == TokenKind::String;
        return true;
    }

    void take(const Token &token)
    {
        const QStringView text = textOf(token);
        if (token.kind == TokenKind::Operator && takeBracket(token, text))
            return;
        Frame &frame = top();
        ++frame.seen;
        if (text == u"|" && token.kind == TokenKind::Operator) {
            frame.piped = true;
            frame.op.clear();
            frame.clause.clear();
        } else if (text == u";" && token.kind == TokenKind::Operator) {
            const QChar open = frame.open;
            frame = Frame();
            frame.open = open;
        } else if (text == u"," && token.kind == TokenKind::Operator) {
            ++frame.argument;
            frame.count = 0;
        } else if (token.kind == TokenKind::Identifier) {
            takeWord(text);
        } else {
            takeOther(text);
        }
        remember(token);
    }

    bool takeBracket(const Token &token, QStringView text)
    {
        if (text == u"(" || text == u"[" || text == u"{") {
            open(text[0], token);
            return true;
        }
        if (text != u")" && text != u"]" && text != u"}")
            return false;
        if (m_frames.size() > 1)
            m_frames.removeLast();
        ++top().count;
        ++top().seen;
        remember(token);
        m_afterBracket = true;
        return true;
    }

    void open(QChar bracket, const Token &token)
    {
        Frame inner;
        inner.open = bracket;
        const Frame &outer = top();
        const QString op = outer.op;
        const bool sourceOp = op == u"join" || op == u"lookup" || op == u"union" || op == u"find";
        const bool isValue = m_beforeLast == u"=" && sourceOp; // kind=inner (
        const bool called = m_last.kind == TokenKind::Identifier && !isJoining(m_lastText) && !isValue &&
                            (outer.count > 0 || outer.op.isEmpty());
        if (bracket == u'(' && called) {
            inner.callee = m_lastText;
            inner.calleeStart = m_last.span.start;
        }
        inner.rows =
            bracket == u'(' && ((sourceOp && inner.callee.isEmpty() && outer.clause != u"on") ||
                                m_lastText == u"toscalar" || m_lastText == u"materialize" || m_lastText == u"view");
        inner.isSchema = op == u"datatable" || op == u"externaldata" ? bracket == u'(' : m_lastText == u"typeof";
        if (isComparison(m_lastText))
            inner.compared = outer.compared;
        if (bracket == u'(' && op == u"render" && m_lastText == u"with") {
            inner.isRender = true;
            inner.op = op;
        }
        if (bracket == u'(' && (op == u"mv-apply" || op == u"partition" || op == u"fork"))
            inner.piped = inner.callee.isEmpty();
        m_frames.append(inner);
        remember(token);
    }

    void takeWord(QStringView text)
    {
        Frame &frame = top();
        const auto &language = Language::instance();
        const QString word = text.toString();
        if (frame.piped) {
            frame.piped = false;
            frame.op = word;
            frame.clause.clear();
            frame.count = 0;
            frame.argument = 0;
            return;
        }
        const bool first = frame.seen == 1 || (frame.isLet && m_lastText == u"=" && frame.op.isEmpty());
        const LanguageWord *known = first && frame.op.isEmpty() ? language.operatorNamed(word) : nullptr;
        if (frame.seen == 1 && word == u"let") {
            frame.isLet = true;
        } else if (frame.isLet && frame.letName.isEmpty()) {
            frame.letName = word;
        } else if (known && known->source) {
            frame.op = word;
            frame.count = 0;
            return;
        } else if (!frame.op.isEmpty() && language.clausesOf(frame.op).contains(word) && m_lastText != u".") {
            frame.clause = word;
            frame.count = 0;
            return;
        }
        if (isComparison(text))
            frame.compared = m_lastName;
        ++frame.count;
    }

    void takeOther(QStringView text)
    {
        Frame &frame = top();
        if (frame.isRender && text == u"=") {
            frame.property = m_lastText;
            frame.properties.append(m_lastText);
        }
        if (isComparison(text))
            frame.compared = m_lastName;
        ++frame.count;
    }

    void remember(const Token &token)
    {
        m_beforeLast = m_lastText;
        m_last = token;
        m_lastText = textOf(token).toString();
        m_afterBracket = false;
        if (token.kind == TokenKind::Identifier && !isJoining(m_lastText))
            m_lastName = m_lastText;
    }

    void fill()
    {
        const Frame &frame = top();
        m_place.op = frame.op;
        m_place.clause = frame.clause;
        m_place.compared = frame.compared;
        m_place.first = frame.count == 0;
        m_place.declared = frame.isLet ? frame.letName : QString();
        for (auto outer = m_frames.crbegin(); outer != m_frames.crend(); ++outer) {
            if (m_place.op.isEmpty() && !outer->op.isEmpty()) {
                m_place.op = outer->op;
                m_place.clause = outer->clause;
            }
            if (m_place.callee.isEmpty() && !outer->callee.isEmpty() && outer->open == u'(') {
                m_place.callee = outer->callee;
                m_place.calleeStart = outer->calleeStart;
                m_place.argument = outer->argument;
            }
        }
    }

    void decide()
    {
        fill();
        m_place.wants = wanted();
        if (m_place.wants == Wants::Operand && !comparesNow())
            m_place.compared.clear();
    }

    /// A comparison stands just before the cursor, or the cursor is in the list after one.
    bool comparesNow() const
    {
        return isComparison(m_lastText) || (!m_place.compared.isEmpty() && m_frames.last().open == u'(');
    }

    Wants wanted()
    {
        const Frame &frame = top();
        if (frame.piped)
            return Wants::Operator;
        if (m_lastText == u".") {
            m_place.side = m_beforeLast;
            return m_beforeLast == u"$left" || m_beforeLast == u"$right" ? Wants::Side : Wants::Nothing;
        }
        if (frame.isSchema || m_lastText == u":")
            return m_lastText == u":" || m_lastText == u"(" ? Wants::Type : Wants::Nothing;
        if (m_lastText == u"=" && Language::instance().hasOption(frame.op, m_beforeLast)) {
            m_place.option = m_beforeLast;
            return Wants::OptionValue;
        }
        if (frame.isLet && frame.op.isEmpty())
            return inLet();
        if (frame.op.isEmpty())
            return withoutOperator();
        return inOperator();
    }

    Wants inLet() const
    {
        const Frame &frame = m_frames.last();
        if (m_lastText == u"=" && frame.count == 3) // let Name =
            return Wants::Source;
        if (frame.count < 3)
            return Wants::Nothing;
        return expectsOperand() ? Wants::Operand : Wants::Rest;
    }

    Wants withoutOperator() const
    {
        const Frame &frame = m_frames.last();
        const bool start = frame.seen == 0;
        if (start && (frame.open.isNull() || frame.open == u'{'))
            return Wants::Statement;
        if (start && frame.rows)
            return Wants::Source;
        if (frame.rows && !expectsOperand())
            return Wants::Rest;
        if (frame.open.isNull() && !expectsOperand())
            return Wants::Nothing; // a table, and no pipe yet
        return expectsOperand() ? Wants::Operand : Wants::Rest;
    }

    Wants inOperator()
    {
        const Frame &frame = m_frames.last();
        const QString &op = frame.op;
        const bool operand = expectsOperand();
        if (frame.isRender)
            return inProperties();
        if (op == u"render")
            return frame.clause == u"with" ? Wants::Nothing : frame.count == 0 ? Wants::Render : Wants::Rest;
        if (op == u"evaluate")
            return frame.count == 0 ? Wants::Plugin : Wants::Rest;
        if (op == u"as" || op == u"getschema" || op == u"consume")
            return Wants::Nothing;
        if (op == u"count")
            return Wants::Rest;
        if (op == u"join" || op == u"lookup" || op == u"union")
            return inSources(operand);
        if ((op == u"take" || op == u"limit" || op == u"sample") && operand)
            return Wants::Operand;
        if (op == u"project-away" || op == u"project-keep" || op == u"project-reorder")
            return operand ? Wants::Column : Wants::Rest;
        if (op == u"project-rename")
            return m_lastText == u"=" ? Wants::Column : operand ? Wants::Nothing : Wants::Rest;
        if (op == u"range" && frame.clause.isEmpty())
            return frame.count == 0 ? Wants::Nothing : Wants::Rest;
        if ((op == u"parse" || op == u"parse-where") && frame.clause == u"with")
            return Wants::Nothing;
        if ((op == u"search" || op == u"find") && frame.clause == u"in")
            return operand ? Wants::Source : Wants::Rest;
        return operand ? Wants::Operand : Wants::Rest;
    }

    Wants inProperties()
    {
        const Frame &frame = m_frames.last();
        m_place.option = frame.property;
        if (m_lastText == u"=")
            return Wants::PropertyValue;
        if (frame.count > 0 || m_afterBracket)
            return Wants::Nothing;
        m_place.given = frame.properties + propertiesBehind();
        return Wants::Property;
    }

    /// The properties that stand behind the cursor, up to the end of the parentheses.
    QStringList propertiesBehind() const
    {
        QStringList names;
        QString last;
        for (const Token &token : m_tokens) {
            if (token.span.start < m_offset)
                continue;
            const QStringView text = textOf(token);
            if (text == u")" || text == u"|" || text == u";")
                break;
            if (text == u"=")
                names.append(last);
            last = text.toString();
        }
        return names;
    }

    Wants inSources(bool operand) const
    {
        const Frame &frame = m_frames.last();
        if (frame.clause == u"on")
            return operand ? Wants::Key : Wants::Rest;
        const bool optionDone = m_lastText != u"=" && frame.count >= 3 && isOptionValue();
        return operand || optionDone ? Wants::Source : Wants::Rest;
    }

    /// "kind=inner" stands just before the cursor.
    bool isOptionValue() const { return m_beforeLast == u"="; }

    bool expectsOperand() const
    {
        if (m_afterBracket)
            return false;
        const Frame &frame = m_frames.last();
        if (frame.count == 0)
            return true;
        if (m_last.kind == TokenKind::Operator)
            return m_lastText != u"*" || m_beforeLast.isEmpty() || frame.count > 1;
        if (m_last.kind != TokenKind::Identifier)
            return false;
        return isJoining(m_lastText);
    }

    const QString &m_text;
    const QList<Token> &m_tokens;
    int m_offset;
    QList<Frame> m_frames;
    CursorPlace m_place;
    Token m_last;
    QString m_lastText;
    QString m_beforeLast;
    QString m_lastName;
    bool m_afterBracket = false;
};

} // namespace

CursorPlace cursorPlace(const QString &text, const QList<Token> &tokens, int offset)
{
    return Scan(text, tokens, qBound(0, offset, int(text.size()))).run();
}

} // namespace watchdesk::kql
