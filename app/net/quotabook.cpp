// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/quotabook.h"

#include <QMap>
#include <QStringList>

namespace watchdesk::net {

std::shared_ptr<QuotaBook> QuotaBook::shared(const QString &service, const QString &tenantId)
{
    static QMap<QStringList, std::weak_ptr<QuotaBook>> books;
    std::weak_ptr<QuotaBook> &entry = books[{service.toLower(), tenantId.toLower()}];
    std::shared_ptr<QuotaBook> book = entry.lock();
    if (!book) {
        book = std::make_shared<QuotaBook>();
        entry = book;
    }
    return book;
}

QuotaBucket &QuotaBook::bucket(const QString &operation, QuotaLimits limits)
{
    const auto known = m_buckets.find(operation);
    return known != m_buckets.end() ? *known : *m_buckets.insert(operation, QuotaBucket(limits));
}

QuotaBucket *QuotaBook::known(const QString &operation)
{
    const auto known = m_buckets.find(operation);
    return known != m_buckets.end() ? &*known : nullptr;
}

QuotaBook::Milliseconds QuotaBook::now()
{
    return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace watchdesk::net
