// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/ticks.h"

#include <QList>
#include <QString>

namespace watchdesk::hunt {

/// An axis: where a value stands on it, from where to where it goes, and its labels in the language's digits. Places
/// count as the values do, on a logarithmic axis as powers of ten above its begin. A value type; any thread.
class ChartScale
{
public:
    struct Mark
    {
        double place = 0;
        QString label;
    };

    /// Around low…high, widened to whole steps unless it is `fixed`; some `most` labels.
    static ChartScale ofNumbers(double low, double high, bool isLog, int most, bool isFixed = false);
    /// Milliseconds after `origin`, labelled in UTC at hours, days, months.
    static ChartScale ofTimes(Ticks origin, double low, double high, int most);
    /// 100-ns ticks.
    static ChartScale ofSpans(double low, double high, int most);
    /// Every place from 0 to count - 1; moments give the labels of time, else `names` do. At most `most` labels.
    static ChartScale ofPlaces(const QStringList &names, const QList<Ticks> &moments, int most);

    double begin() const { return m_begin; }
    double end() const { return m_end; }
    const QList<Mark> &marks() const { return m_marks; }
    double place(double value) const;

private:
    double m_begin = 0;
    double m_end = 1;
    bool m_isLog = false;
    double m_floor = 0; ///< the power of ten at which a logarithmic axis begins
    QList<Mark> m_marks;
};

/// "1,234", "1.5 M", "0.002": as short as the step between such numbers allows.
QString shortNumber(double value, double step);
/// A moment, as fine as the step (100-ns ticks) between such moments: "14:05", "03-01 14:00", "03-01", "2026-03".
QString shortMoment(Ticks moment, Ticks step);

} // namespace watchdesk::hunt
