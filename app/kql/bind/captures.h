// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/kql/bind/binder.h"

namespace watchdesk::kql {

/// A column that is read out of a text.
struct Captured
{
    QString name;
    ColumnType type = ColumnType::String;
    Span span;
};

/// The rows of an input with columns that were read out of a packed text (functions/packed.h), each as its type. An own
/// step of the query first, so that the text is taken apart once a row.
class Captures
{
public:
    Captures(Binder &binder, const RelationPointer &input, const ScalarPointer &packed);

    void add(const Captured &column) { m_columns.push_back(column); }
    /// `strict`: what cannot be read as its type makes all of the row's columns empty. `only`: and leaves the row out.
    RelationPointer rows(bool strict, bool only);

private:
    ScalarPointer valueOf(size_t index);
    RelationPointer extended(const RelationPointer &rows, const std::vector<ScalarPointer> &values);

    Binder &m_binder;
    RelationPointer m_input;
    RelationPointer m_packed;
    int m_place = 0;
    std::vector<Captured> m_columns;
};

} // namespace watchdesk::kql
