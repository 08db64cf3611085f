// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace watchdesk::kql {

/// A stretch of the query's text in UTF-16 units, end excluded.
struct Span
{
    int start = 0;
    int end = 0;

    bool operator==(const Span &) const = default;
};

/// One remark about a query. `code` is the official language service's where it has one ("KS142"), else "WD…":
/// WD100 stands for "valid KQL that this program does not run". `hint` is a suggestion ("did you mean …") or empty.
struct Diagnostic
{
    enum class Severity { Error, Warning, Suggestion };

    QString code;
    Severity severity = Severity::Error;
    QString message;
    Span span;
    QString hint = {};
};

} // namespace watchdesk::kql
