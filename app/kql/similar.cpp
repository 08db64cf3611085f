// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/similar.h"

#include <algorithm>
#include <vector>

namespace watchdesk::kql {

namespace {

/// Edits between two words; letters that differ in case only count as equal.
int distance(const QString &a, const QString &b)
{
    std::vector<int> costs(size_t(b.size()) + 1);
    for (size_t j = 0; j < costs.size(); ++j)
        costs[j] = int(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = int(i);
        costs[0] = int(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const int same = diagonal + (a[i].toLower() == b[j].toLower() ? 0 : 1);
            diagonal = costs[size_t(j) + 1];
            costs[size_t(j) + 1] = std::min({diagonal + 1, costs[size_t(j)] + 1, same});
        }
    }
    return costs.back();
}

} // namespace

QString mostLike(const QString &name, const QStringList &candidates)
{
    if (name.size() > 64)
        return {};
    QString best;
    int least = 1 + int(name.size()) / 4;
    for (const auto &candidate : candidates) {
        if (qAbs(candidate.size() - name.size()) > least || candidate == name)
            continue;
        const int cost = distance(name, candidate);
        if (cost <= least) {
            least = cost - 1;
            best = candidate;
        }
    }
    return best;
}

} // namespace watchdesk::kql
