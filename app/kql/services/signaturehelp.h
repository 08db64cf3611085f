// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/diagnostic.h"
#include "app/kql/schema.h"

#include <QStringList>

#include <optional>

namespace watchdesk::kql {

/// The function whose arguments are being written, and which of its parameters is the next.
struct SignatureHelp
{
    int callStart = 0;      ///< where the function's name begins
    QStringList signatures; ///< as people read them
    int active = 0;         ///< the signature that fits what is written so far
    Span parameter;         ///< the stretch of that signature that names the parameter; empty: there is none more
    QString doc;
};

/// Nothing outside of any call's parentheses. Any text is fine.
std::optional<SignatureHelp> signatureHelp(const QString &text, int offset, const Schema &schema);

} // namespace watchdesk::kql
