// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace watchdesk::intake {

/// One value of a JsonTree. Indices are into JsonTree::nodes(); -1 = none.
struct JsonNode
{
    enum class Kind : quint8 { Null, False, True, Number, String, Array, Object };
    Kind kind = Kind::Null;
    std::string_view key;  ///< unescaped; empty in arrays
    std::string_view text; ///< a string's value, a number as written, an array's or object's JSON
    int firstChild = -1;
    int next = -1;

    bool isScalar() const { return kind != Kind::Array && kind != Kind::Object; }
};

/// Reads one JSON record into a flat list of nodes whose texts point into the record or into the tree's own arena.
///
/// Strict (RFC 8259) and fast: logs come in millions of lines, and the values are copied into columns anyway. Reused
/// from record to record; what parse() gave is valid until the next parse() and as long as the record's bytes live.
/// Not thread-safe. Depth and size are bounded. Lone surrogates become U+FFFD and are counted.
class JsonTree
{
public:
    static constexpr int kMaxDepth = 64;
    static constexpr size_t kMaxNodes = 1'000'000;

    /// False for anything that is not one JSON value; error() says what and where.
    bool parse(std::string_view record);

    const std::vector<JsonNode> &nodes() const { return m_nodes; }
    const JsonNode &root() const { return m_nodes.front(); }
    bool isObject() const { return !m_nodes.empty() && m_nodes.front().kind == JsonNode::Kind::Object; }
    /// The member of an object node, or nullptr.
    const JsonNode *find(const JsonNode &object, std::string_view key) const;
    const JsonNode *find(std::string_view key) const { return find(root(), key); }
    const JsonNode *firstChild(const JsonNode &node) const { return at(node.firstChild); }
    const JsonNode *next(const JsonNode &node) const { return at(node.next); }
    /// The scalar's text ("true", "12", "abc"); "" for null, arrays, objects and what is not there.
    std::string_view text(std::string_view key) const { return scalarText(find(key)); }
    static std::string_view scalarText(const JsonNode *node);

    QString error() const; ///< translated
    int replacements() const { return m_replacements; }
    /// `json`, a part of the record, with lone surrogates as U+FFFD too: what the store keeps must be JSON that its own
    /// functions read.
    std::string storable(std::string_view json) const;

private:
    const JsonNode *at(int index) const { return index < 0 ? nullptr : &m_nodes[size_t(index)]; }
    bool value(int depth, std::string_view key, int *index);
    bool members(int depth, int index, bool isObject);
    size_t specialCharacter() const;
    bool string(std::string_view *out);
    bool escape(std::string *out);
    bool hex4(unsigned *out);
    bool number();
    bool word(std::string_view text);
    void skipBlank();
    bool fail(const char *reason);

    std::string_view m_record;
    size_t m_at = 0;
    std::vector<JsonNode> m_nodes;
    std::string m_arena;
    const char *m_error = nullptr;
    int m_replacements = 0;
};

} // namespace watchdesk::intake
