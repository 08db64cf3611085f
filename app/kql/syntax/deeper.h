// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/syntax/parser.h"

namespace watchdesk::kql {

/// Counts one level of nesting for as long as it lives. Nesting is bounded so that hostile text cannot exhaust the
/// stack; at the bound the parser reports once and takes the rest of the text as read.
class Parser::Deeper
{
public:
    explicit Deeper(Parser &parser);
    ~Deeper() { --m_parser.m_depth; }
    Deeper(const Deeper &) = delete;
    Deeper &operator=(const Deeper &) = delete;

private:
    Parser &m_parser;
};

} // namespace watchdesk::kql
