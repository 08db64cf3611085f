// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace watchdesk::reference {

/// docs/kql.md: every statement, operator, comparison and function with its state, which is found by compiling the
/// examples of resources/kql/language.json and never written by hand.
QString kqlPage();

/// resources/syntax/kql.xml: `form` (kql.xml.in) with the language's words in the places @operators@, @words@,
/// @functions@ and @aggregates@.
QString kqlHighlighting(const QString &form);

/// What compiling an example says: "runs", "refused" with the reason, or "wrong" for an example that is no KQL.
struct Outcome
{
    enum class Kind { Runs, Refused, Wrong };

    Kind kind = Kind::Runs;
    QString reason;
};
Outcome outcomeOf(const QString &query);

} // namespace watchdesk::reference
