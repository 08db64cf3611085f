// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hunt/engine.h"

#include <memory>

namespace watchdesk::hunt {

/// Hunts in two places at once and gives the union, as KQL's "union withsource" does: a first column says where a row
/// comes from, columns are matched by name, and where the types differ there are two ("Name_string", "Name_long").
/// Rows that both have come twice, once from each.
///
/// If one place fails the other's rows are given, as partial and with the reason. Owns both engines.
class UnionEngine final : public Engine
{
public:
    UnionEngine(std::unique_ptr<Engine> first, std::unique_ptr<Engine> second);
    ~UnionEngine() override;

    QString name() const override { return QStringLiteral("both"); }
    FutureResult<HuntResult> run(const QString &query, const HuntOptions &options) override;

private:
    std::unique_ptr<Engine> m_first;
    std::unique_ptr<Engine> m_second;
};

/// The union of two results with the column "Provenance" ("Provenance1" … where a result has that name already).
Table unionOf(const Table &first, const QString &firstName, const Table &second, const QString &secondName);

} // namespace watchdesk::hunt
