// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace watchdesk::kql {

using Text = std::string_view; ///< UTF-8, not terminated; may be ill-formed
using MaybeBool = std::optional<bool>;
using MaybeLong = std::optional<qint64>;
using MaybeReal = std::optional<double>;
using MaybeText = std::optional<std::string>;

/// A plain function of one of these forms. SQL types follow: Text and MaybeText VARCHAR, qint64 BIGINT, double DOUBLE,
/// bool BOOLEAN; an empty optional is NULL. Pure, thread-safe, never throws for any input.
using Callable =
    std::variant<bool (*)(Text), bool (*)(Text, Text), MaybeBool (*)(Text), MaybeBool (*)(Text, Text),
                 MaybeBool (*)(Text, Text, qint64), MaybeLong (*)(Text), MaybeLong (*)(Text, Text),
                 MaybeLong (*)(Text, Text, qint64), MaybeLong (*)(Text, qint64), MaybeLong (*)(Text, qint64, qint64),
                 MaybeLong (*)(qint64, qint64), MaybeLong (*)(Text, Text, qint64, qint64, qint64), MaybeReal (*)(Text),
                 MaybeReal (*)(Text, Text), MaybeReal (*)(double, double), MaybeText (*)(Text),
                 MaybeText (*)(Text, Text), MaybeText (*)(Text, Text, Text), MaybeText (*)(Text, Text, qint64),
                 MaybeText (*)(Text, Text, Text, Text), MaybeText (*)(Text, qint64),
                 MaybeText (*)(Text, qint64, qint64), MaybeText (*)(qint64), MaybeText (*)(qint64, Text),
                 MaybeText (*)(double), MaybeText (*)(double, qint64)>;

/// A function that SQL lacks, to be registered in DuckDB under `name` ("kql_has"). It is not called for a row in which
/// an argument is NULL: the result is NULL then.
struct NativeFunction
{
    QString name;
    Callable callable;
};

const QList<NativeFunction> &nativeFunctions();

/// CREATE OR REPLACE TEMP MACRO …, one statement each; to be run on every connection, after the native functions.
QStringList preludeSql();

} // namespace watchdesk::kql
