// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/result.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

class QJsonObject;

namespace watchdesk::lab {

/// One version of one program file. Its hashes follow from name and version, so that the same file has the same hash
/// on every device and in every lab.
struct Program
{
    std::string name;
    std::string path;
    std::string company, product, description, version, original;
    std::string sha1, sha256, md5;
    qint64 size = 0;
};

/// Which program files exist in the scenario (resources/lab/programs.json, and what a scenario adds of its own).
///
/// Owned by the World; not synchronised. Programs stay where they are as long as the catalogue lives.
class ProgramCatalogue
{
public:
    /// Reads {"programs":[{"name","folder","company","product","description","version","size"}]}; a version "os" is
    /// the device's own build. InvalidInput where the text is no such JSON.
    Result<void> add(const QByteArray &json);

    /// The program of this name on a device of this build; null for a name that nobody added.
    const Program *find(std::string_view name, int osBuild) const;

private:
    struct Entry
    {
        Program program;
        bool followsOs = false;
        std::map<int, std::unique_ptr<Program>> byBuild;
    };

    void addOne(const QJsonObject &json);

    mutable std::unordered_map<std::string, Entry> m_entries;
};

/// SHA-1, SHA-256 and MD5 (hex) that the scenario gives to a file content named so.
struct FileHashes
{
    std::string sha1, sha256, md5;
};
FileHashes hashesOf(std::string_view content);

} // namespace watchdesk::lab
