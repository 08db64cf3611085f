// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

// buildschema(): the types that values have, member by member; an array's elements stand under "`indexer`".

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"

#include <algorithm>

namespace watchdesk::kql {

namespace {

const int kMaxDepth = 100;

class TypeSet
{
public:
    void add(std::string_view json, int depth)
    {
        switch (jsonKind(json)) {
        case 'o':
            forEachMember(json, [&](std::string_view key, std::string_view value) {
                addMember(std::string(key), value, depth);
                return true;
            });
            m_isBag = true;
            break;
        case '[':
            m_isBag = true;
            member("\"`indexer`\"");
            for (const auto element : jsonElements(json))
                addMember("\"`indexer`\"", element, depth);
            break;
        case 's':
            addName("string");
            break;
        case 't':
        case 'f':
            addName("bool");
            break;
        case '0':
            addName(json.find_first_of(".eE") == std::string_view::npos ? "long" : "double");
            break;
        default:
            break;
        }
    }

    bool isEmpty() const { return m_names.empty() && !m_isBag; }

    std::string json() const
    {
        std::vector<std::string> all;
        for (const auto &name : m_names)
            all.push_back('"' + name + '"');
        if (m_isBag) {
            std::string bag = "{";
            for (const auto &[key, types] : m_members)
                bag += (bag.size() > 1 ? "," : "") + key + ':' + types.json();
            all.push_back(bag + '}');
        }
        return all.size() == 1 ? all[0] : jsonArrayFrom(all);
    }

private:
    void addName(const std::string &name)
    {
        if (std::find(m_names.begin(), m_names.end(), name) == m_names.end())
            m_names.push_back(name);
    }

    TypeSet &member(const std::string &key)
    {
        const auto found =
            std::find_if(m_members.begin(), m_members.end(), [&](const auto &m) { return m.first == key; });
        return found != m_members.end() ? found->second : m_members.emplace_back(key, TypeSet()).second;
    }

    void addMember(const std::string &key, std::string_view value, int depth)
    {
        TypeSet &types = member(key);
        if (depth < kMaxDepth)
            types.add(value, depth + 1);
    }

    std::vector<std::string> m_names;
    std::vector<std::pair<std::string, TypeSet>> m_members;
    bool m_isBag = false;
};

/// Of an array of values.
MaybeText buildSchema(Text values)
{
    TypeSet types;
    for (const auto value : jsonElements(values))
        types.add(value, 0);
    return types.isEmpty() ? MaybeText() : types.json();
}

} // namespace

QList<NativeFunction> schemaFunctions() { return {native("kql_build_schema", buildSchema)}; }

} // namespace watchdesk::kql
