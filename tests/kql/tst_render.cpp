// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/kql/services/language.h"
#include "app/kql/services/visualization.h"
#include "app/kql/syntax/renderwords.h"

#include <QFile>
#include <QTest>

using namespace watchdesk::kql;

namespace {

QString shown(const Visualization &asked)
{
    QStringList words{asked.kind};
    const auto add = [&words](const char *name, const QString &value) {
        if (!value.isEmpty())
            words.append(QLatin1String(name) + u'=' + value);
    };
    const auto number = [](std::optional<double> value) { return value ? QString::number(*value) : QString(); };
    add("title", asked.title.value_or(QString()));
    add("kind", asked.stacking);
    add("x", asked.xColumn);
    add("y", asked.yColumns.join(u','));
    add("series", asked.series.join(u','));
    add("anomalies", asked.anomalyColumns.join(u','));
    add("xtitle", asked.xTitle.value_or(QString()));
    add("ytitle", asked.yTitle.value_or(QString()));
    add("legend", asked.hasLegend ? QString() : QStringLiteral("hidden"));
    if (asked.isXLog)
        words.append(QStringLiteral("xlog"));
    if (asked.isYLog)
        words.append(QStringLiteral("ylog"));
    add("ymin", number(asked.yMin));
    add("ymax", number(asked.yMax));
    add("ysplit", asked.split);
    if (asked.accumulates)
        words.append(QStringLiteral("accumulate"));
    add("unread", asked.unread.join(u','));
    return words.join(u' ');
}

} // namespace

/// What the render that ends a query asks for, from render.txt.
class TestRender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected");
        QFile file(QStringLiteral(WATCHDESK_TEST_DATA "/services/render.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            const qsizetype mark = line.indexOf(u" ::");
            if (mark > 0 && !line.startsWith(u'#'))
                QTest::newRow(qPrintable(line)) << line.left(mark).replace(u'⏎', u'\n') << line.mid(mark + 3).trimmed();
        }
    }

    void reads()
    {
        QFETCH(QString, query);
        QFETCH(QString, expected);
        QCOMPARE(shown(visualizationOf(query)), expected);
    }

    void offersWhatItReads()
    {
        QStringList offered = Language::instance().renders;
        QStringList known = renderKinds();
        offered.sort();
        known.sort();
        QCOMPARE(offered, known);
        QCOMPARE(Language::instance().renderOptions, renderPropertyNames());
    }
};

QTEST_GUILESS_MAIN(TestRender)
#include "tst_render.moc"
