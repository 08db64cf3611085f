// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/clock.h"
#include "app/defender/resource.h"
#include "app/lab/estate/sqlanswer.h"
#include "app/store/store.h"

#include <QMap>

#include <memory>
#include <mutex>

namespace watchdesk::lab {

/// What a tenant knows of its devices beside their telemetry: software, weaknesses, settings, prevalence.
///
/// Everything is worked out from the content by the statements in resources/lab/estate, so equal content gives equal
/// answers. The tables that several answers share are made when the first of them is asked for. Thread-safe; blocking.
class Estate
{
public:
    Estate(std::shared_ptr<store::Store> content, const Clock &clock);

    using Given = QMap<QString, QVariant>; ///< what a statement's parameters stand for, beside "now"

    /// The rows of a resource, columns as in its descriptor; nothing where there is no statement for it.
    std::optional<Result<Table>> rows(const defender::Resource &resource, const Given &given = {});
    /// The keys that a statement with "gives" answers with.
    Result<QStringList> keys(const SqlAnswer &answer, const Given &given);

private:
    Result<void> prepare();
    Result<void> makeTable(store::Store &estate, const QString &file);
    Result<std::shared_ptr<store::Store>> storeFor(const SqlAnswer &answer);
    QVariantList valuesOf(const SqlAnswer &answer, const Given &given) const;

    std::shared_ptr<store::Store> m_content;
    Clock m_clock;
    std::once_flag m_once;
    Result<void> m_prepared;
    std::shared_ptr<store::Store> m_estate;
};

} // namespace watchdesk::lab
