// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/lab/odata/value.h"

#include "app/base/result.h"

#include <QList>
#include <QString>

namespace watchdesk::lab {

/// One word of a $filter. Literals carry their value, names their text.
struct FilterToken
{
    enum class Kind { Name, Literal, Open, Close, Comma, Colon, Slash, End };

    Kind kind = Kind::End;
    QString text = {};
    Value value = {};
    qsizetype start = 0;
};

/// Splits a $filter. The last token is End. Errors: InvalidInput in the words of the service.
Result<QList<FilterToken>> lexFilter(const QString &text);

/// "Syntax error at position 7 in 'status eq'." as the service says it; the text is cut where it is long.
Error filterSyntaxError(const QString &filter, qsizetype position);

} // namespace watchdesk::lab
