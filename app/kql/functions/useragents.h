// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <QString>

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace watchdesk::kql {

/// Browser, system and device behind a user agent, for parse_user_agent(): by the patterns of uap-core, as the service
/// does it. They are no part of the program: the installed ones are read when they are first asked for.
///
/// One for the process; every member is thread-safe. Throws a Refusal for what it does not answer.
class UserAgents
{
public:
    static UserAgents &instance();

    /// Takes the place of the patterns before. Unreadable for a file that holds none; the ones before stay.
    Result<void> open(const QString &path);
    /// Whether there are patterns, read or to be read.
    bool isThere() const;

    /// `wanted`: "browser", "os" or "device", or a JSON array of them. JSON of the parts that are wanted; of what no
    /// pattern knows, the family is "Other" (parse-user-agent-function).
    std::string parse(std::string_view userAgent, std::string_view wanted) const;

private:
    class Patterns;
    std::shared_ptr<const Patterns> held() const;
    std::shared_ptr<const Patterns> heldOrInstalled() const;

    mutable std::mutex m_mutex;
    mutable std::once_flag m_hasLooked;
    std::shared_ptr<const Patterns> m_patterns;
};

} // namespace watchdesk::kql
