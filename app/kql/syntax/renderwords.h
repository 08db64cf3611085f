// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QStringView>

namespace watchdesk::kql {

/// The kinds that render knows, in the order in which the language service names them. Case counts.
const QStringList &renderKinds();
/// Its properties: https://learn.microsoft.com/kusto/query/render-operator#supported-properties
const QStringList &renderPropertyNames();
/// The words that a property takes; empty for one that takes columns or values.
QStringList renderWords(QStringView property);

} // namespace watchdesk::kql
