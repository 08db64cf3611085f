// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/functions/native.h"

#include <vector>

namespace watchdesk::kql {

/// Several texts in one, "5:hello-3:abc": each with its size in bytes before it, "-" for one that is missing. What a
/// native function answers with when it has more than one answer, and how it is told more than two things.
class Packed
{
public:
    void add(Text text);
    void addMissing() { m_text += '-'; }
    std::string take() { return std::move(m_text); }

    /// All of them; nothing where the text is no such thing.
    static std::vector<MaybeText> read(Text packed);

private:
    std::string m_text;
};

} // namespace watchdesk::kql
