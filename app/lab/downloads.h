// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/lab/http.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <mutex>

namespace watchdesk::lab {

/// Links to files that whoever has them can fetch without a token, for a while: exports, investigation packages, live
/// response results. A file is made when it is fetched. Thread-safe.
class Downloads
{
public:
    explicit Downloads(const Clock &clock);

    using Make = std::function<std::string()>;
    /// The path of a new link, "/download/…", for so many seconds.
    QString add(const QString &fileName, const QByteArray &contentType, int seconds, Make make);

    static bool ownsPath(const QStringList &segments);
    HttpReply answer(const QStringList &segments);

private:
    struct File
    {
        QByteArray contentType;
        Ticks ends = 0;
        Make make;
    };

    Clock m_clock;
    std::mutex m_mutex;
    QHash<QString, File> m_files;
};

/// gzip of the bytes.
std::string gzipped(const std::string &bytes);
/// A zip archive of stored files: name and content each.
std::string zipped(const std::vector<std::pair<std::string, std::string>> &files);

} // namespace watchdesk::lab
