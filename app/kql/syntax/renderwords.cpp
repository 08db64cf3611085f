// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/syntax/renderwords.h"

#include <QHash>

namespace watchdesk::kql {

const QStringList &renderKinds()
{
    static const QStringList kinds =
        QStringLiteral("table list barchart piechart ladderchart timechart linechart anomalychart pivotchart areachart "
                       "stackedareachart scatterchart timepivot columnchart timeline 3Dchart card treemap plotly graph "
                       "sankey")
            .split(u' ');
    return kinds;
}

const QStringList &renderPropertyNames()
{
    static const QStringList names =
        QStringLiteral("accumulate anomalycolumns kind legend series title xaxis xcolumn xtitle yaxis ycolumns ymax "
                       "ymin ysplit ytitle")
            .split(u' ');
    return names;
}

QStringList renderWords(QStringView property)
{
    static const QHash<QStringView, QStringList> words{
        {u"kind", QStringLiteral("default unstacked stacked stacked100 map").split(u' ')},
        {u"legend", QStringLiteral("visible hidden").split(u' ')},
        {u"xaxis", QStringLiteral("linear log").split(u' ')},
        {u"yaxis", QStringLiteral("linear log").split(u' ')},
        {u"ysplit", QStringLiteral("none axes panels").split(u' ')}};
    return words.value(property);
}

} // namespace watchdesk::kql
