// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/diagnostic.h"

#include <QList>

namespace watchdesk::kql {

/// A stretch of the text to be replaced. Edits of one change do not overlap and count from the text before it.
struct Edit
{
    Span span;
    QString text;

    bool operator==(const Edit &) const = default;
};

/// The text after the edits, in whatever order they come.
QString applied(const QString &text, QList<Edit> edits);

/// The name as it has to be written: itself, or ['…'] if it is no plain word.
QString written(const QString &name);

} // namespace watchdesk::kql
