// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// parse-kv: the values of named keys in a text of pairs. The first value of a key counts; blanks around keys and values
// do not. https://learn.microsoft.com/kusto/query/parse-kv-operator

#include "app/kql/functions/natives.h"
#include "app/kql/functions/packed.h"

#include <algorithm>

namespace watchdesk::kql {

namespace {

/// How the text is written, as the binder packs it: delimiters of pairs and of key and value (missing: any character
/// that is no letter or digit), the pairs of quotes, the characters that escape, "greedy" or "", then the keys.
struct Form
{
    std::string source;
    MaybeText pairs;
    MaybeText values;
    std::string quotes;
    std::string escapes;
    bool isGreedy = false;
    std::vector<std::string> keys;
};

const Form &formFrom(Text source)
{
    static thread_local Form form;
    if (form.source == source && !form.keys.empty())
        return form;
    auto parts = Packed::read(source);
    form = {std::string(source), {}, {}, {}, {}, false, {}};
    if (parts.size() < 5)
        return form;
    form.pairs = parts[0];
    form.values = parts[1];
    form.quotes = parts[2].value_or(std::string());
    form.escapes = parts[3].value_or(std::string());
    form.isGreedy = parts[4] == "greedy";
    for (size_t i = 5; i < parts.size(); ++i)
        form.keys.push_back(parts[i].value_or(std::string()));
    return form;
}

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

Text trimmed(Text text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

bool isWordByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

class Reader
{
public:
    Reader(const Form &form, Text text)
        : m_form(form)
        , m_text(text)
        , m_values(form.keys.size())
    {
    }

    std::string run()
    {
        if (m_form.pairs && m_form.values)
            readPairs();
        else
            readWords();
        Packed packed;
        for (const auto &value : m_values) {
            if (value)
                packed.add(*value);
            else
                packed.addMissing();
        }
        return packed.take();
    }

private:
    void keep(const std::string &key, const std::string &value)
    {
        for (size_t i = 0; i < m_form.keys.size(); ++i) {
            if (m_form.keys[i] == key && !m_values[i])
                m_values[i] = value;
        }
    }

    /// A quoted text that starts at m_at, without its quotes and escapes; m_at stands behind it.
    MaybeText quoted()
    {
        size_t kind = 0;
        while (kind < m_form.quotes.size() && (m_at >= m_text.size() || m_form.quotes[kind] != m_text[m_at]))
            kind += 2;
        if (kind + 1 >= m_form.quotes.size())
            return std::nullopt;
        const char close = m_form.quotes[kind + 1];
        std::string content;
        for (size_t i = m_at + 1; i < m_text.size(); ++i) {
            if (m_form.escapes.find(m_text[i]) != std::string::npos && i + 1 < m_text.size()) {
                content += m_text[++i];
            } else if (m_text[i] == close) {
                m_at = i + 1;
                return content;
            } else {
                content += m_text[i];
            }
        }
        return std::nullopt;
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at]) &&
               m_text.substr(m_at, m_form.pairs->size()) != *m_form.pairs)
            ++m_at;
    }

    /// Blanks that delimit pairs stand before a value too ("key  =  value"), unless what follows is a pair itself.
    void skipBlanksOfNoPair()
    {
        size_t start = m_at;
        while (start < m_text.size() && isBlank(m_text[start]))
            ++start;
        const size_t end = m_text.find(*m_form.pairs, start);
        if (m_text.substr(start, end - start).find(*m_form.values) == Text::npos)
            m_at = start;
    }

    void readPairs()
    {
        while (m_at < m_text.size()) {
            const auto key = readKey();
            if (!key)
                return;
            skipBlanks();
            skipBlanksOfNoPair();
            if (const auto value = quoted()) {
                keep(*key, *value);
                skipPastPair();
            } else {
                keep(*key, std::string(trimmed(plainValue())));
            }
        }
    }

    /// The text before the next delimiter of key and value, from the last delimiter of pairs on.
    MaybeText readKey()
    {
        while (m_at < m_text.size()) {
            skipBlanks();
            const size_t start = m_at;
            if (auto key = quoted()) {
                skipBlanks();
                if (m_text.substr(m_at, m_form.values->size()) == *m_form.values) {
                    m_at += m_form.values->size();
                    return key;
                }
                skipPastPair();
                continue;
            }
            const size_t value = m_text.find(*m_form.values, start);
            if (value == Text::npos)
                return std::nullopt;
            const size_t pair = pairBefore(value, start);
            if (pair < value) {
                m_at = pair + m_form.pairs->size();
                continue;
            }
            m_at = value + m_form.values->size();
            return std::string(trimmed(m_text.substr(start, value - start)));
        }
        return std::nullopt;
    }

    /// Where the next pair starts before the delimiter at `value`. Blanks right before that delimiter are none.
    size_t pairBefore(size_t value, size_t start) const
    {
        const Text key = trimmed(m_text.substr(start, value - start));
        return key.empty()
                   ? Text::npos
                   : m_text.substr(0, size_t(key.data() - m_text.data()) + key.size()).find(*m_form.pairs, start);
    }

    Text plainValue()
    {
        const size_t start = m_at;
        size_t end = m_text.find(*m_form.pairs, start);
        if (m_form.isGreedy) {
            const size_t next = m_text.find(*m_form.values, start);
            end = next == Text::npos ? Text::npos : m_text.rfind(*m_form.pairs, next);
            if (end != Text::npos && end < start)
                end = Text::npos;
        }
        m_at = end == Text::npos ? m_text.size() : end + m_form.pairs->size();
        return m_text.substr(start, end == Text::npos ? Text::npos : end - start);
    }

    void skipPastPair()
    {
        const size_t pair = m_text.find(*m_form.pairs, m_at);
        m_at = pair == Text::npos ? m_text.size() : pair + m_form.pairs->size();
    }

    /// Without delimiters: a key is a word, its value the word after it.
    void readWords()
    {
        std::optional<std::string> before;
        while (m_at < m_text.size()) {
            auto word = quoted();
            if (!word && !isWordByte(m_text[m_at])) {
                ++m_at;
                continue;
            }
            if (!word) {
                const size_t start = m_at;
                while (m_at < m_text.size() && isWordByte(m_text[m_at]))
                    ++m_at;
                word = std::string(m_text.substr(start, m_at - start));
            }
            if (before)
                keep(*before, *word);
            before = word;
        }
    }

    const Form &m_form;
    Text m_text;
    size_t m_at = 0;
    std::vector<MaybeText> m_values;
};

MaybeText keyValues(Text text, Text form)
{
    const Form &known = formFrom(form);
    return Reader(known, text).run();
}

} // namespace

QList<NativeFunction> keyValueFunctions() { return {native("kql_parse_kv", keyValues)}; }

} // namespace watchdesk::kql
