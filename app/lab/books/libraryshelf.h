// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/lab/apierror.h"
#include "app/lab/entityset.h"
#include "app/lab/http.h"

#include <QHash>

#include <mutex>
#include <tl/expected.hpp>

namespace watchdesk::lab {

/// The live response library (upload-library, delete-library): files by name, 20 MB each. Thread-safe.
class LibraryShelf
{
public:
    LibraryShelf(EntitySet &files, const Clock &clock);

    using Outcome = tl::expected<QString, ApiError>; ///< the file's name

    /// Reads the form; a file of the same name is replaced only where the form says so.
    Outcome upload(const HttpRequest &request, const QString &user);
    Outcome remove(const QString &name);
    std::optional<QByteArray> content(const QString &name) const;

private:
    EntitySet &m_files;
    Clock m_clock;
    mutable std::mutex m_mutex;
    QHash<QString, QByteArray> m_contents;
};

/// The parts of a multipart/form-data body: name → (file name, content). InvalidRequestBody for anything else.
struct FormPart
{
    QString fileName;
    QByteArray content;
};
tl::expected<QHash<QString, FormPart>, ApiError> formParts(const HttpRequest &request);

} // namespace watchdesk::lab
