// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/base/table.h"
#include "app/hunt/charts/chart.h"

#include <QFrame>

class QComboBox;
class QGridLayout;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace watchdesk::ui {

class ChartCanvas;
class ChartLegend;

/// A result as a chart, beside its grid: as the query's render asks, or as a kind that the user chose. What is not
/// drawn is said below. The rows are turned into a chart on a worker; copies and files have what is drawn, not the
/// rows. GUI thread.
class ChartPane : public QFrame
{
    Q_OBJECT

public:
    explicit ChartPane(QWidget *parent = nullptr);

    /// Draws the result of that query. A kind that was chosen by hand stays for the same query.
    void showResult(const QString &query, TablePointer table);
    /// `why` stands in the place of a chart; "" says that there is no result.
    void clear(const QString &why = {});
    /// As if chosen in the list; "" = as the query says.
    void chooseKind(const QString &kind);

    bool isSettled() const { return m_settled; }
    const hunt::Chart &chart() const;
    ChartCanvas *canvas() const { return m_canvas; }
    ChartLegend *legend() const { return m_legend; }
    QComboBox *kinds() const { return m_kinds; }
    QString message() const; ///< what stands in the place of a chart
    /// x, series and value of all that is drawn, a line each, safe for spreadsheets.
    QString csv() const;
    /// The chart with its title, legend and remarks.
    QPixmap picture();

Q_SIGNALS:
    /// A result has come whose query asks for a chart, or asks for none.
    void asked(bool forChart);
    void settled();

private:
    QWidget *buildHead();
    QWidget *buildBody();
    void fillMenu(class QMenu *menu);
    void make();
    void showChart(const hunt::Chart &chart);
    void showCard(const hunt::Chart &chart);
    void say(const QString &text);
    void saveCsv();
    void savePicture();
    void describe(const hunt::Chart &chart);

    QString m_query;
    TablePointer m_table;
    bool m_isNew = false; ///< the result has just come: whether it wants a chart is still to be told
    bool m_settled = true;
    int m_number = 0;

    QComboBox *m_kinds = nullptr;
    QToolButton *m_export = nullptr;
    QWidget *m_body = nullptr;
    QLabel *m_title = nullptr;
    QStackedWidget *m_stack = nullptr;
    ChartCanvas *m_canvas = nullptr;
    QWidget *m_card = nullptr;
    QGridLayout *m_cardGrid = nullptr;
    QLabel *m_message = nullptr;
    ChartLegend *m_legend = nullptr;
    QLabel *m_notes = nullptr;
};

} // namespace watchdesk::ui
