// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/column.h"

#include <QJsonValue>

namespace watchdesk::defender {

/// A JSON value read as one cell, before it is known whether the whole record is good.
struct Cell
{
    bool isNull = true;
    qint64 integer = 0;
    double real = 0;
    QByteArray text;
};

/// The value as a cell of `type`; nothing when it is of another type. The service is not strict about numbers: a
/// number for a string and a number written as text are read, as are 0 and 1 for a bool. "" is null but for strings.
std::optional<Cell> cellFromJson(const QJsonValue &value, ColumnType type);

void appendCell(Column &column, const Cell &cell);

} // namespace watchdesk::defender
