// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/functions/useragents.h"

#include "app/kql/functions/jsonscan.h"
#include "app/kql/functions/natives.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

#include <re2/filtered_re2.h>
#include <re2/re2.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <shared_mutex>
#include <unordered_map>
#include <vector>

namespace watchdesk::kql {

namespace {

constexpr qint64 kLargestFile = 8 * 1024 * 1024;
constexpr size_t kLongestText = 16 * 1024; ///< of a user agent; no program sends as much
constexpr size_t kMostKnown = 20'000;      ///< answers that are kept: a fleet has few user agents, in many rows
constexpr int kGroups = 10;                ///< of a pattern, with the whole of it
constexpr int kShortestAtom = 3;

using Groups = std::array<re2::StringPiece, kGroups>;

/// A member of the answer: what the pattern's replacement makes of its groups, or one of the groups.
struct Member
{
    const char *name;
    const char *replacement; ///< its key in the file
    int group;               ///< 0 = none
};

struct Part
{
    const char *name;  ///< in the answer
    const char *asked; ///< by the query
    const char *list;  ///< in the file
    std::vector<Member> members;
};

const std::array<Part, 3> &parts()
{
    static const std::array<Part, 3> all{{
        {"Browser",
         "browser",
         "user_agent_parsers",
         {{"Family", "family_replacement", 1},
          {"MajorVersion", "v1_replacement", 2},
          {"MinorVersion", "v2_replacement", 3},
          {"Patch", "v3_replacement", 4}}},
        {"OperatingSystem",
         "os",
         "os_parsers",
         {{"Family", "os_replacement", 1},
          {"MajorVersion", "os_v1_replacement", 2},
          {"MinorVersion", "os_v2_replacement", 3},
          {"Patch", "os_v3_replacement", 4},
          {"PatchMinor", "os_v4_replacement", 5}}},
        {"Device",
         "device",
         "device_parsers",
         {{"Family", "device_replacement", 1}, {"Brand", "brand_replacement", 0}, {"Model", "model_replacement", 1}}},
    }};
    return all;
}

std::string trimmed(const std::string &text)
{
    const size_t first = text.find_first_not_of(" \t");
    return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// "$1" stands for a group.
std::string filled(const std::string &replacement, const Groups &groups)
{
    std::string text;
    for (size_t i = 0; i < replacement.size(); ++i) {
        const bool isGroup = replacement[i] == '$' && i + 1 < replacement.size() && replacement[i + 1] >= '1' &&
                             replacement[i + 1] <= '9';
        if (isGroup)
            text += groups[size_t(replacement[++i] - '0')].ToString();
        else
            text += replacement[i];
    }
    return trimmed(text);
}

/// The patterns of one part, the first that matches counts. Most are ruled out by texts that they cannot do without.
class PatternList
{
public:
    PatternList(const Part &part, const YAML::Node &patterns)
        : m_part(part)
        , m_regexes(kShortestAtom)
    {
        for (const auto &pattern : patterns) {
            re2::RE2::Options options;
            options.set_log_errors(false);
            options.set_case_sensitive(!pattern["regex_flag"] || pattern["regex_flag"].as<std::string>() != "i");
            int id = 0;
            const std::string regex = pattern["regex"].as<std::string>();
            if (m_regexes.Add(regex, options, &id) != re2::RE2::NoError)
                throw std::runtime_error("a pattern that is not understood: " + regex);
            std::vector<std::string> &replacements = m_replacements.emplace_back();
            for (const Member &member : part.members) {
                const YAML::Node replacement = pattern[member.replacement];
                replacements.push_back(replacement ? replacement.as<std::string>() : std::string());
            }
        }
        if (m_replacements.empty())
            throw std::runtime_error(std::string("no ") + part.list);
        m_regexes.Compile(&m_atoms);
    }

    /// "Name":{…}
    std::string answer(const std::string &text, const std::string &lower) const
    {
        std::vector<int> found;
        for (size_t i = 0; i < m_atoms.size(); ++i) {
            if (lower.find(m_atoms[i]) != std::string::npos)
                found.push_back(int(i));
        }
        const int first = m_regexes.FirstMatch(text, found);
        Groups groups;
        if (first >= 0) {
            const re2::RE2 &regex = m_regexes.GetRE2(first);
            regex.Match(text, 0, text.size(), re2::RE2::UNANCHORED, groups.data(),
                        std::min(kGroups, regex.NumberOfCapturingGroups() + 1));
        }
        std::string json = jsonQuoted(m_part.name) + ":{";
        for (size_t i = 0; i < m_part.members.size(); ++i)
            json += (i > 0 ? "," : "") + jsonQuoted(m_part.members[i].name) + ':' + jsonQuoted(value(first, i, groups));
        return json + '}';
    }

private:
    std::string value(int pattern, size_t member, const Groups &groups) const
    {
        if (pattern < 0)
            return member == 0 ? "Other" : "";
        const std::string &replacement = m_replacements[size_t(pattern)][member];
        const int group = m_part.members[member].group;
        if (!replacement.empty())
            return filled(replacement, groups);
        return group > 0 ? trimmed(groups[size_t(group)].ToString()) : std::string();
    }

    const Part &m_part;
    re2::FilteredRE2 m_regexes;
    std::vector<std::string> m_atoms; ///< lower case
    std::vector<std::vector<std::string>> m_replacements;
};

QString installedFile()
{
    return QStandardPaths::locate(QStandardPaths::GenericDataLocation, QStringLiteral("uap-core/regexes.yaml"));
}

std::vector<bool> partsAsked(std::string_view wanted)
{
    std::vector<std::string> names{std::string(wanted)};
    if (wanted.starts_with('[')) {
        names.clear();
        const auto array = QJsonDocument::fromJson(QByteArray(wanted.data(), qsizetype(wanted.size()))).array();
        for (const QJsonValue &name : array)
            names.push_back(name.toString().toStdString());
    }
    std::vector<bool> asked(parts().size(), false);
    for (const std::string &name : names) {
        const auto part =
            std::find_if(parts().begin(), parts().end(), [&](const Part &each) { return each.asked == name; });
        if (part == parts().end())
            throw Refusal("parse_user_agent() looks for \"browser\", \"os\" or \"device\".");
        asked[size_t(part - parts().begin())] = true;
    }
    return asked;
}

} // namespace

class UserAgents::Patterns
{
public:
    /// Throws what is wrong with the text.
    explicit Patterns(const std::string &yaml)
    {
        const YAML::Node file = YAML::Load(yaml);
        for (const Part &part : parts())
            m_lists.push_back(std::make_unique<PatternList>(part, file[part.list]));
    }

    std::string parse(std::string_view userAgent, std::string_view wanted) const
    {
        const std::string key = std::string(wanted) + '\0' + std::string(userAgent);
        {
            const std::shared_lock lock(m_mutex);
            if (const auto known = m_known.find(key); known != m_known.end())
                return known->second;
        }
        const std::string answer = parseNew(std::string(userAgent), partsAsked(wanted));
        const std::unique_lock lock(m_mutex);
        if (m_known.size() >= kMostKnown)
            m_known.clear();
        m_known.emplace(key, answer);
        return answer;
    }

private:
    std::string parseNew(const std::string &text, const std::vector<bool> &asked) const
    {
        const std::string lower = QString::fromStdString(text).toLower().toStdString();
        std::string json = "{";
        for (size_t i = 0; i < m_lists.size(); ++i) {
            if (asked[i])
                json += (json.size() > 1 ? "," : "") + m_lists[i]->answer(text, lower);
        }
        return json + '}';
    }

    std::vector<std::unique_ptr<PatternList>> m_lists;
    mutable std::shared_mutex m_mutex;
    mutable std::unordered_map<std::string, std::string> m_known;
};

UserAgents &UserAgents::instance()
{
    static UserAgents agents;
    return agents;
}

Result<void> UserAgents::open(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestFile)
        return failure(Error::Kind::Unreadable,
                       QCoreApplication::translate("watchdesk::kql", "%1 cannot be read.").arg(path));
    try {
        const auto patterns = std::make_shared<const Patterns>(file.readAll().toStdString());
        const std::lock_guard lock(m_mutex);
        m_patterns = patterns;
        return {};
    } catch (const std::exception &wrong) { // of the library too
        return failure(Error::Kind::Unreadable,
                       QCoreApplication::translate("watchdesk::kql", "%1 holds no patterns of user agents: %2")
                           .arg(path, QString::fromUtf8(wrong.what())));
    }
}

std::shared_ptr<const UserAgents::Patterns> UserAgents::held() const
{
    const std::lock_guard lock(m_mutex);
    return m_patterns;
}

std::shared_ptr<const UserAgents::Patterns> UserAgents::heldOrInstalled() const
{
    std::call_once(m_hasLooked, [this] {
        if (const QString file = installedFile(); !held() && !file.isEmpty())
            (void)instance().open(file);
    });
    return held();
}

bool UserAgents::isThere() const { return held() || !installedFile().isEmpty(); }

std::string UserAgents::parse(std::string_view userAgent, std::string_view wanted) const
{
    const auto patterns = heldOrInstalled();
    if (!patterns)
        throw Refusal("parse_user_agent() needs the patterns of uap-core, which are not installed.");
    if (userAgent.size() > kLongestText)
        throw Refusal("parse_user_agent() takes texts of 16,384 bytes at most.");
    return patterns->parse(userAgent, wanted);
}

namespace {

std::string parsed(Text userAgent, Text wanted) { return UserAgents::instance().parse(userAgent, wanted); }

} // namespace

QList<NativeFunction> userAgentFunctions() { return {native("kql_user_agent", parsed)}; }

} // namespace watchdesk::kql
