// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/lab/detections/detector.h"

#include <algorithm>
#include <numeric>

namespace watchdesk::lab {

namespace {

constexpr Ticks kQuiet = 6 * kTicksPerHour; ///< a device without alerts for so long has a new incident
constexpr qint64 kFirstIncident = 1'001;

/// Sets of alerts that belong together.
class Groups
{
public:
    explicit Groups(qsizetype size)
        : m_parent(size_t(size))
    {
        std::iota(m_parent.begin(), m_parent.end(), 0);
    }

    qsizetype root(qsizetype index)
    {
        while (m_parent[size_t(index)] != index)
            index = m_parent[size_t(index)] = m_parent[size_t(m_parent[size_t(index)])];
        return index;
    }
    void join(qsizetype a, qsizetype b)
    {
        const auto [first, second] = std::minmax({root(a), root(b)}); // the list form returns values
        m_parent[size_t(second)] = first;
    }

private:
    std::vector<qsizetype> m_parent;
};

/// What ties an alert to others: its device, and the addresses that it names, or the devices behind them.
QStringList ties(const LabAlert &alert, const QHash<QString, QString> &addresses)
{
    QStringList keys{alert.first().deviceId};
    for (const Hit &hit : alert.hits) {
        const QString tie = addresses.value(hit.ip, hit.ip);
        if (!tie.isEmpty() && !keys.contains(tie))
            keys.append(tie);
    }
    return keys;
}

} // namespace

void groupIncidents(QList<LabAlert> &alerts, const QHash<QString, QString> &addresses)
{
    Groups groups(alerts.size());
    QHash<QString, qsizetype> latest;
    for (qsizetype index = 0; index < alerts.size(); ++index) {
        const QStringList keys = ties(alerts.at(index), addresses);
        for (const QString &key : keys) {
            const qsizetype other = latest.value(key, -1);
            if (other >= 0 && alerts.at(index).first().time - alerts.at(other).last().time < kQuiet)
                groups.join(index, other);
            latest.insert(key, index);
        }
    }
    QHash<qsizetype, qint64> numbers;
    for (qsizetype index = 0; index < alerts.size(); ++index) {
        const qsizetype root = groups.root(index);
        if (!numbers.contains(root))
            numbers.insert(root, kFirstIncident + numbers.size());
        alerts[index].incidentId = numbers.value(root);
    }
}

} // namespace watchdesk::lab
