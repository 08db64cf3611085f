// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace watchdesk::kql {

/// Special functions that the standard library lacks, to about fourteen digits.

/// The regularized incomplete beta function I_x(a, b), for 0 ≤ x ≤ 1, a > 0, b > 0.
double incompleteBeta(double x, double a, double b);
/// The x with I_x(a, b) = p.
double inverseIncompleteBeta(double p, double a, double b);

} // namespace watchdesk::kql
