// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"
#include "ui/widgets/pane.h"

#include <QtCharts/QChartView>

#include <memory>

namespace watchdesk::defender {
struct Resource;
}
namespace watchdesk::store {
class Store;
}

namespace watchdesk::ui {

class LiveQuery;

/// How a score, or the number of devices that a weakness is on, went over the time that was kept of it
/// (session::takeSnapshots): a value holds until the next one, and the last until now. From the store, so it works
/// offline. GUI thread.
class TrendPane : public Pane
{
    Q_OBJECT

public:
    explicit TrendPane(QWidget *parent = nullptr);

    /// Whether anything of this resource is kept over time.
    static bool isKept(const defender::Resource &resource);

    void useStore(std::shared_ptr<store::Store> store);
    /// The trend of the record with this key; `now` in ticks is where the last value ends.
    void showTrend(const defender::Resource &resource, const QString &key, Ticks now);
    bool isSettled() const;
    int pointCount() const { return m_points; }

private:
    void draw(const Table &snapshots);
    void colour();

    QChartView *m_view = nullptr;
    LiveQuery *m_query = nullptr;
    std::shared_ptr<store::Store> m_store;
    Ticks m_now = 0;
    int m_points = 0;
};

} // namespace watchdesk::ui
