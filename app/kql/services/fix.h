// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/services/edit.h"

namespace watchdesk::kql {

class Insight;

/// A change that is offered for a finding: what it does, in a few words, and how.
struct Fix
{
    QString title;
    QList<Edit> edits;
};

/// A remark with what can be done about it.
struct Finding
{
    Diagnostic diagnostic;
    QList<Fix> fixes;
};

/// What in the query costs more than it needs, or is probably not meant: codes WD201 and on (see lint/rules.h),
/// warnings and suggestions, in the text's order.
QList<Finding> lint(const Insight &insight);

/// The changes offered where the position is in an error's or a lint's span: the finding that begins last comes first.
QList<Fix> fixesAt(const Insight &insight, int position);

} // namespace watchdesk::kql
