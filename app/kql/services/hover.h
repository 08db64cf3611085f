// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/services/completion.h"

#include <optional>

namespace watchdesk::kql {

class Insight;

/// What is to be said about the word at a position: plain text, lines separated by \n.
struct Hover
{
    Span span;
    QString title; ///< what it is, in one line: "FileName: string"
    QString text;  ///< what it is for; may be empty
};

/// Nothing where there is nothing to say.
std::optional<Hover> hoverAt(const Insight &insight, int position, const HeldRows &held = {});

} // namespace watchdesk::kql
