// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/hunt/chartpane.h"

#include "app/base/workers.h"
#include "app/hunt/charts/chartmaker.h"
#include "app/kql/services/visualization.h"
#include "ui/views/hunt/chartcanvas.h"
#include "ui/views/hunt/chartlegend.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace watchdesk::ui {

namespace {

using hunt::Chart;
using hunt::ChartForm;

struct Made
{
    Chart chart;
    bool isAsked = false; ///< by the query
};

QString titleOf(const QString &kind)
{
    static const QHash<QString, const char *> titles{
        {QStringLiteral("columnchart"), QT_TRANSLATE_NOOP("watchdesk::ui::ChartPane", "Columns")},
        {QStringLiteral("barchart"), QT_TRANSLATE_NOOP("watchdesk::ui::ChartPane", "Bars")},
        {QStringLiteral("timechart"), QT_TRANSLATE_NOOP("watchdesk::ui::ChartPane", "Lines over time")},
        {QStringLiteral("linechart"), QT_TRANSLATE_NOOP("watchdesk::ui::ChartPane", "Lines")},
        {QStringLiteral("areachart"), QT_TRANSLATE_NOOP("watchdesk::ui::ChartPane", "Areas")},
        {QStringLiteral("stackedareachart"), QT_TRANSLATE_NOOP("watchdesk::ui::ChartPane", "Stacked areas")},
        {QStringLiteral("piechart"), QT_TRANSLATE_NOOP("watchdesk::ui::ChartPane", "Pie")},
        {QStringLiteral("scatterchart"), QT_TRANSLATE_NOOP("watchdesk::ui::ChartPane", "Points")},
        {QStringLiteral("anomalychart"), QT_TRANSLATE_NOOP("watchdesk::ui::ChartPane", "Anomalies")},
        {QStringLiteral("card"), QT_TRANSLATE_NOOP("watchdesk::ui::ChartPane", "Card")},
    };
    return ChartPane::tr(titles.value(kind, ""));
}

Made madeFrom(const QString &query, const TablePointer &table, const QString &kind)
{
    kql::Visualization asked = kql::visualizationOf(query);
    const bool isAsked = !asked.kind.isEmpty() && asked.kind != u"table" && asked.kind != u"list";
    if (!kind.isEmpty())
        asked.kind = kind;
    return {hunt::makeChart(asked, *table), isAsked};
}

} // namespace

ChartPane::ChartPane(QWidget *parent)
    : QFrame(parent)
{
    setAccessibleName(tr("Chart"));
    setProperty("look", QStringLiteral("chart"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(buildBody(), 1);
    setFocusProxy(m_canvas);
    clear();
}

QWidget *ChartPane::buildHead()
{
    auto *head = new QWidget;
    head->setObjectName(QStringLiteral("chartHead"));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(8, 4, 6, 0);
    layout->setSpacing(6);
    m_kinds = new QComboBox;
    m_kinds->setAccessibleName(tr("Kind of chart"));
    m_kinds->setToolTip(tr("How the result is drawn"));
    m_kinds->addItem(tr("As the query says"), QString());
    for (const QString &kind : hunt::drawnKinds())
        m_kinds->addItem(titleOf(kind), kind);
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &ChartPane::make);
    m_export = new QToolButton;
    m_export->setProperty("look", QStringLiteral("pill"));
    m_export->setText(tr("Export"));
    m_export->setAccessibleName(tr("Copy or save the chart"));
    m_export->setToolTip(tr("Copy or save the chart"));
    m_export->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_export);
    fillMenu(menu);
    m_export->setMenu(menu);
    layout->addWidget(m_kinds);
    layout->addStretch(1);
    layout->addWidget(m_export);
    return head;
}

void ChartPane::fillMenu(QMenu *menu)
{
    menu->addAction(tr("Copy as &picture"), this, [this] { QApplication::clipboard()->setPixmap(picture()); });
    menu->addAction(tr("Copy as &CSV"), this, [this] { QApplication::clipboard()->setText(csv()); });
    menu->addSeparator();
    menu->addAction(tr("Save as P&NG …"), this, &ChartPane::savePicture);
    menu->addAction(tr("&Save as CSV …"), this, &ChartPane::saveCsv);
}

QWidget *ChartPane::buildBody()
{
    m_body = new QWidget;
    auto *layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(2, 4, 2, 2);
    layout->setSpacing(0);
    m_title = new ElidedLabel;
    m_title->setFont(uiFont(12.5, QFont::DemiBold));
    m_title->setContentsMargins(8, 0, 8, 0);
    m_canvas = new ChartCanvas;
    m_card = new QWidget;
    m_cardGrid = new QGridLayout(m_card);
    m_message = plainLabel({}, "muted");
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setMargin(16);
    m_stack = new QStackedWidget;
    for (QWidget *page : {static_cast<QWidget *>(m_canvas), m_card, static_cast<QWidget *>(m_message)})
        m_stack->addWidget(page);
    m_legend = new ChartLegend;
    m_notes = plainLabel({}, "muted");
    m_notes->setFont(uiFont(11));
    m_notes->setWordWrap(true);
    m_notes->setContentsMargins(8, 2, 8, 4);
    layout->addWidget(m_title);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_legend);
    layout->addWidget(m_notes);
    connect(m_legend, &ChartLegend::toggled, m_canvas, &ChartCanvas::setPartShown);
    return m_body;
}

const Chart &ChartPane::chart() const { return m_canvas->content(); }

QString ChartPane::message() const { return m_stack->currentWidget() == m_message ? m_message->text() : QString(); }

void ChartPane::clear(const QString &why)
{
    m_table.reset();
    m_settled = true;
    ++m_number;
    say(why.isEmpty() ? tr("There is no result to draw.") : why);
}

void ChartPane::showResult(const QString &query, TablePointer table)
{
    m_table = std::move(table);
    m_isNew = true;
    if (std::exchange(m_query, query) != query) {
        const QSignalBlocker quiet(m_kinds);
        m_kinds->setCurrentIndex(0);
    }
    make();
}

void ChartPane::chooseKind(const QString &kind) { m_kinds->setCurrentIndex(std::max(0, m_kinds->findData(kind))); }

void ChartPane::make()
{
    if (!m_table)
        return;
    const int number = ++m_number;
    m_settled = false;
    onWorker(madeFrom, m_query, m_table, m_kinds->currentData().toString())
        .then(this, [this, number](const Made &made) {
            if (number != m_number)
                return; // another result or kind has come since
            m_settled = true;
            showChart(made.chart);
            if (std::exchange(m_isNew, false))
                Q_EMIT asked(made.isAsked);
            Q_EMIT settled();
        });
}

void ChartPane::showChart(const Chart &chart)
{
    if (chart.form == ChartForm::Grid)
        return say(chart.refusal.isEmpty() ? tr("The query asks for no chart. Choose a kind to draw its result.")
                                           : chart.refusal);
    m_canvas->setContent(chart);
    m_title->setText(nameText(chart.title, 200));
    m_title->setVisible(!chart.title.isEmpty());
    const QStringList parts = m_canvas->partNames();
    m_legend->setParts(chart, parts);
    m_legend->setVisible(chart.hasLegend && (parts.size() > 1 || chart.form == ChartForm::Pie));
    m_notes->setText(chart.notes.join(u' '));
    m_notes->setVisible(!chart.notes.isEmpty());
    m_export->setEnabled(true);
    if (chart.form == ChartForm::Card)
        showCard(chart);
    m_stack->setCurrentWidget(chart.form == ChartForm::Card ? m_card : static_cast<QWidget *>(m_canvas));
    describe(chart);
}

/// What a screen reader says of the whole; the arrow keys tell of its places.
void ChartPane::describe(const Chart &chart)
{
    QStringList parts{chart.title.isEmpty() ? tr("Chart") : nameText(chart.title, 200)};
    if (!chart.xTitle.isEmpty())
        parts.append(tr("x: %1").arg(nameText(chart.xTitle)));
    if (!chart.yTitle.isEmpty())
        parts.append(tr("y: %1").arg(nameText(chart.yTitle)));
    parts.append(tr("%Ln series", nullptr, int(chart.series.size())));
    m_canvas->setAccessibleName(parts.join(QStringLiteral(", ")));
}

void ChartPane::showCard(const Chart &chart)
{
    emptyLayout(m_cardGrid);
    const int columns = chart.card.size() > 4 ? 3 : chart.card.size() > 1 ? 2 : 1;
    for (int i = 0; i < chart.card.size(); ++i) {
        auto *cell = new QWidget;
        auto *layout = new QVBoxLayout(cell);
        QLabel *value = plainLabel(nameText(chart.card[i].second, 200));
        value->setFont(uiFont(chart.card.size() == 1 ? 44 : 26, QFont::DemiBold));
        value->setWordWrap(true);
        value->setAlignment(Qt::AlignCenter);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        QLabel *name = plainLabel(nameText(chart.card[i].first), "muted");
        name->setAlignment(Qt::AlignCenter);
        layout->addStretch(1);
        layout->addWidget(value);
        layout->addWidget(name);
        layout->addStretch(1);
        m_cardGrid->addWidget(cell, i / columns, i % columns);
    }
}

void ChartPane::say(const QString &text)
{
    m_canvas->setContent({});
    m_message->setText(text);
    m_stack->setCurrentWidget(m_message);
    m_title->hide();
    m_legend->hide();
    m_notes->hide();
    m_export->setEnabled(false);
}

QString ChartPane::csv() const
{
    const Chart &drawn = m_canvas->content();
    const auto line = [](const QString &x, const QString &series, const QString &value) {
        return QString(safeCell(x, u',') + u',' + safeCell(series, u',') + u',' + safeCell(value, u','));
    };
    QStringList lines{line(QStringLiteral("x"), QStringLiteral("series"), QStringLiteral("value"))};
    for (const auto &[name, value] : drawn.card)
        lines.append(line({}, name, value));
    const bool isNumber = drawn.axis == Chart::Axis::Number;
    for (const hunt::ChartSeries &series : drawn.series) {
        for (const hunt::ChartPoint &point : series.points) {
            if (std::isnan(point.y))
                continue;
            const QString x = isNumber                              ? QString::number(point.x, 'g', 17)
                              : drawn.axis == Chart::Axis::Category ? drawn.categories.value(int(point.x))
                                                                    : placeText(drawn, point.x);
            lines.append(line(x, series.name, QString::number(point.value, 'g', 17)));
        }
    }
    return lines.join(u'\n');
}

QPixmap ChartPane::picture()
{
    m_canvas->markPlace(-1);
    QPixmap pixmap(m_body->size() * 2);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(tokens().w1);
    m_body->render(&pixmap);
    return pixmap;
}

void ChartPane::savePicture()
{
    saveAs(
        this, tr("Save chart"), tr("Pictures (*.png)"), QStringLiteral("png"),
        [this] {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            picture().save(&buffer, "PNG");
            return bytes;
        },
        [this](const QString &why) { say(tr("The file could not be written: %1").arg(why)); });
}

void ChartPane::saveCsv()
{
    saveAs(
        this, tr("Save chart"), tr("CSV files (*.csv)"), QStringLiteral("csv"), [this] { return csv().toUtf8(); },
        [this](const QString &why) { say(tr("The file could not be written: %1").arg(why)); });
}

} // namespace watchdesk::ui
