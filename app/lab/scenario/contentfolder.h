// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/scenario/content.h"

#include <functional>

namespace watchdesk::lab {

/// Where one content is kept: `<cache>/lab-content/<key>`. Complete or not there at all, whoever else is making it at
/// the same time. A value type.
class ContentFolder
{
public:
    /// `cacheFolder` "" is the user's cache.
    ContentFolder(const QString &cacheFolder, const QString &key);

    /// What is there already, if it is complete.
    std::optional<Content> existing() const;

    /// Makes the content in a folder of another name and gives it its own when it is complete. `make` fills the folder
    /// and returns a Content with paths in it. When somebody else was faster, theirs is taken.
    Result<Content> make(const std::function<Result<Content>(const QString &folder)> &make) const;

private:
    QString m_root;
    QString m_key;
};

/// The key of everything in `parts`, and of the resources and the version that the content is made with.
Result<QString> contentKey(const QStringList &parts);

} // namespace watchdesk::lab
