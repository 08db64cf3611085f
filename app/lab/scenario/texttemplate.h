// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace watchdesk::lab {

/// Text with variables: "C:\Users\${user}\${pick:doc} ${n:1-9}.docx". Cut into parts once, expanded often.
/// An unclosed "${" is plain text. A value type.
class TextTemplate
{
public:
    /// Puts the value of variable `name` with its `argument` (both may be empty) at the end of `out`.
    using Expand = std::function<void(std::string_view name, std::string_view argument, std::string &out)>;

    TextTemplate() = default;
    explicit TextTemplate(std::string_view text);

    bool isEmpty() const { return m_parts.empty(); }
    std::string text(const Expand &expand) const;

private:
    struct Part
    {
        bool isVariable = false;
        std::string text; ///< the text itself, or the variable's name
        std::string argument;
    };
    void add(std::string_view text);

    std::vector<Part> m_parts;
};

} // namespace watchdesk::lab
