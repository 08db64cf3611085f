// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/token.h"

#include <QList>
#include <QStringView>

namespace watchdesk::kql {

/// Cuts a query into tokens, comments among them, ending with one of kind End. Never fails: what is no token of KQL is
/// Unknown. The parser reads it and the editor colours with it.
QList<Token> lex(QStringView query);

} // namespace watchdesk::kql
