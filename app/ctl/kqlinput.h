// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/ctl/arguments.h"
#include "app/kql/diagnostic.h"
#include "app/kql/schema.h"

#include <QJsonObject>

namespace watchdesk::ctl {

/// Every table that the product knows: the hunting schema, the local tables and the API's resources.
kql::Schema wholeSchema();

/// That of --schema, or the product's own; an exit status when the file is no schema.
std::optional<int> readSchema(const Arguments &arguments, kql::Schema *schema);

/// {"code","severity","message","start","end"[,"hint"]}
QJsonObject jsonDiagnostic(const kql::Diagnostic &diagnostic);

/// One query from one file, for the commands that take --schema and FILE. `status` is set when the program is to end.
struct QueryInput
{
    std::optional<int> status;
    QString text;
    kql::Schema schema;
};

/// Adds --schema, parses and reads.
QueryInput readQueryInput(Arguments &arguments, const QStringList &given);

} // namespace watchdesk::ctl
