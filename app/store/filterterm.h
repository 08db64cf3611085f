// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/store/filter.h"
#include "app/store/filterlexer.h"

namespace watchdesk::store {

/// The condition of one term of a filter, say `device:SCR*`.
Result<FilterSql> compileTerm(const FilterToken &term, const QList<FilterField> &fields, qint64 now);

} // namespace watchdesk::store
