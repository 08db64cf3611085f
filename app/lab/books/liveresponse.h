// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/apierror.h"
#include "app/lab/books/libraryshelf.h"
#include "app/store/store.h"

#include <QJsonArray>
#include <QJsonObject>

namespace watchdesk::lab {

/// Live response steps (run-live-response): PutFile, then RunScript, then GetFile, each with its parameters.
///
/// The lab's devices run no scripts: what a script "prints" is what the telemetry knows of the device. A file or
/// script that is not in the library, and a file that the telemetry never saw on the device, make a step fail.
class LiveResponse
{
public:
    LiveResponse(std::shared_ptr<store::Store> content, const LibraryShelf &library);

    /// What is wrong with the order or the parameters; nothing where they are right.
    static std::optional<ApiError> wrongCommands(const QJsonArray &commands);
    /// The action's "commands" before the first step: all Created.
    static QJsonArray created(const QJsonArray &commands);

    /// Why the step fails on the device; "" = it does not.
    QString failureOf(const QString &machineId, const QJsonObject &command) const;
    /// What the step left behind: the JSON of a script's result, or what is known of a file.
    std::string resultOf(const QString &machineId, const QJsonObject &command) const;

private:
    Result<Table> filesNamed(const QString &machineId, const QString &path) const;
    QString processList(const QString &machineId) const;

    std::shared_ptr<store::Store> m_content;
    const LibraryShelf &m_library;
};

} // namespace watchdesk::lab
