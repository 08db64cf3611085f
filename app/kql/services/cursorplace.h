// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/token.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace watchdesk::kql {

/// Where the cursor stands in a query, as far as the tokens before it tell. No tree is needed, so it holds for any half
/// of a query.
struct CursorPlace
{
    enum class Wants {
        Nothing,       ///< a new name, a number, a comment …
        Statement,     ///< the start of a statement
        Source,        ///< rows: a table, a name, an operator that stands first
        Operator,      ///< after a pipe
        Operand,       ///< a value
        Rest,          ///< after an operand: what may follow it
        Column,        ///< a column's name alone (project-away)
        OptionValue,   ///< after kind=
        Render,        ///< a kind of chart
        Property,      ///< in render's parentheses: the name of a property, after a list of columns another column too
        PropertyValue, ///< there, after "="
        Plugin,        ///< after evaluate
        Type,          ///< after ":" or in typeof(
        Side,          ///< after $left. or $right.
        Key,           ///< a column of both sides of a join
        Text,          ///< inside of a string
    };

    Wants wants = Wants::Statement;
    int start = 0;     ///< of the word at the cursor
    QString typed;     ///< what of it stands before the cursor
    QString op;        ///< the operator that the cursor is in
    QString clause;    ///< the last of its words: "by", "on", "with" …
    QString option;    ///< for OptionValue; for Property and PropertyValue the last property written
    QStringList given; ///< for Property: those that stand in the parentheses already
    QString side;      ///< "$left" or "$right"
    QString callee;    ///< the function whose arguments the cursor is in
    int argument = 0;  ///< which of them
    int calleeStart = -1;
    QString declared;    ///< the name of the let statement that is being written
    QString compared;    ///< the name at the left of a comparison, in lists too
    QChar quote;         ///< of the string that the cursor is in
    bool first = false;  ///< nothing of the operator's list is written yet
    bool closed = false; ///< Text: the string ends behind the cursor
};

CursorPlace cursorPlace(const QString &text, const QList<Token> &tokens, int offset);

} // namespace watchdesk::kql
