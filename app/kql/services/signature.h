// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/functions/functiontable.h"

namespace watchdesk::kql {

struct Node;

/// "bin(value: number, roundTo: number) → …": as people read it.
QString signatureText(const QString &function, const SignatureInfo &signature);
/// One parameter as it stands in signatureText().
QString parameterText(const ParameterInfo &parameter);
/// The same of a function of the query's own (a NodeKind::Function).
QString signatureText(const QString &name, const Node &function);
QString parameterText(const Node &parameter);

} // namespace watchdesk::kql
