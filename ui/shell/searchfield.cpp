// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/searchfield.h"

#include "app/base/safetext.h"
#include "app/store/store.h"
#include "ui/models/stop.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/tokens.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QTimer>

#include <algorithm>

namespace watchdesk::ui {

namespace {

constexpr int kKind = Qt::UserRole;
constexpr int kKey = Qt::UserRole + 1;

/// Text that stands first beats text inside; eight of a kind are enough to pick from.
const char *const kSql = R"(
WITH q AS (SELECT lower(CAST(? AS VARCHAR)) AS v),
 hits AS (
  SELECT 1 AS kind, id AS key, computerDnsName AS text, coalesce(lastIpAddress, '') AS note FROM Devices, q
   WHERE contains(lower(computerDnsName), v) OR lastIpAddress = v OR id = v
  UNION ALL SELECT 2, id, title, severity || ' · ' || coalesce(computerDnsName, '') FROM Alerts, q WHERE contains(lower(title), v) OR lower(id) = v
  UNION ALL SELECT 3, ExternalId, Signature, Source || ' · ' || SourceIP || ' → ' || DestinationIP FROM ExternalAlerts, q
   WHERE contains(lower(Signature), v) OR SourceIP = v OR DestinationIP = v OR lower(HostName) = v OR SHA256 = v OR SHA1 = v OR ExternalId = v
  UNION ALL SELECT 4, id, indicatorValue, action || ' · ' || coalesce(title, '') FROM Indicators, q WHERE contains(lower(indicatorValue), v) OR contains(lower(title), v))
SELECT kind, key, text, note FROM (
  SELECT *, row_number() OVER (PARTITION BY kind ORDER BY starts_with(lower(text), v) DESC, text) AS place FROM hits, q)
WHERE place <= 8 ORDER BY kind, place)";

QString kindName(Subject::Kind kind)
{
    switch (kind) {
    case Subject::Kind::Device:
        return SearchField::tr("Device");
    case Subject::Kind::Alert:
        return SearchField::tr("Defender alert");
    case Subject::Kind::External:
        return SearchField::tr("External alert");
    case Subject::Kind::Indicator:
        return SearchField::tr("Indicator");
    case Subject::Kind::Nothing:
        break;
    }
    return {};
}

QString iconName(Subject::Kind kind)
{
    switch (kind) {
    case Subject::Kind::Device:
        return QStringLiteral("device");
    case Subject::Kind::Alert:
        return QStringLiteral("alert");
    case Subject::Kind::External:
        return QStringLiteral("external");
    default:
        return QStringLiteral("indicator");
    }
}

} // namespace

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(tr("Search devices, alerts, IP addresses, indicators …"));
    setAccessibleName(tr("Search"));
    setMaximumWidth(620);
    setMinimumWidth(180);
    setFixedHeight(30);
    setMaxLength(300);
    m_results = new QListWidget(this);
    m_results->setWindowFlags(Qt::ToolTip);
    m_results->setFocusPolicy(Qt::NoFocus);
    m_results->setFocusProxy(this);
    m_results->setAccessibleName(tr("Search results"));
    m_results->setUniformItemSizes(true);
    m_results->setTextElideMode(Qt::ElideRight);
    m_results->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_results->setIconSize({15, 15});
    connect(m_results, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { jump(m_results->row(item)); });
    m_pause = new QTimer(this);
    m_pause->setSingleShot(true);
    m_pause->setInterval(140);
    connect(m_pause, &QTimer::timeout, this, &SearchField::ask);
    connect(this, &QLineEdit::textEdited, m_pause, qOverload<>(&QTimer::start));
}

void SearchField::useStore(std::shared_ptr<store::Store> store) { m_store = std::move(store); }

void SearchField::ask()
{
    stopIfRunning(m_future);
    const int run = ++m_run;
    const QString wanted = text().trimmed();
    if (!m_store || wanted.size() < 2) {
        m_results->hide();
        return;
    }
    m_future = m_store->readLater(QString::fromLatin1(kSql), {wanted});
    m_future.then(this, [this, run](const Result<TablePointer> &result) { take(run, result); });
}

void SearchField::take(int run, const Result<TablePointer> &result)
{
    if (run != m_run || !hasFocus())
        return;
    m_results->clear();
    if (!result) {
        if (result.error().kind == Error::Kind::Cancelled)
            return;
        m_results->addItem(result.error().message);
        m_results->item(0)->setFlags(Qt::NoItemFlags);
    }
    for (qsizetype row = 0; result && row < (*result)->rowCount(); ++row) {
        const Table &table = **result;
        const auto kind = Subject::Kind(table.column(0).integer(row));
        auto *item = new QListWidgetItem(icon(iconName(kind), kind == Subject::Kind::External ? tokens().ex : QColor()),
                                         QString(visibleText(table.column(2).string(row), 90) % QStringLiteral("   ") %
                                                 kindName(kind) % QStringLiteral(" · ") %
                                                 visibleText(table.column(3).string(row), 60)));
        item->setData(kKind, int(kind));
        item->setData(kKey, table.column(1).string(row));
        m_results->addItem(item);
    }
    if (m_results->count() == 0) {
        m_results->addItem(tr("Nothing held matches."));
        m_results->item(0)->setFlags(Qt::NoItemFlags);
    }
    showResults();
}

void SearchField::showResults()
{
    m_results->setCurrentRow(0);
    const int rows = std::min(14, m_results->count());
    m_results->setFixedSize(std::max(width(), 420), rows * std::max(24, m_results->sizeHintForRow(0)) + 8);
    m_results->move(mapToGlobal(QPoint(0, height() + 3)));
    m_results->show();
}

void SearchField::jump(int row)
{
    const QListWidgetItem *item = m_results->item(row);
    if (item == nullptr || item->data(kKey).toString().isEmpty())
        return;
    const Subject subject{Subject::Kind(item->data(kKind).toInt()), item->data(kKey).toString()};
    m_results->hide();
    clear();
    clearFocus();
    Q_EMIT found(subject);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step != 0 && m_results->isVisible())
        m_results->setCurrentRow(std::clamp(m_results->currentRow() + step, 0, m_results->count() - 1));
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_results->isVisible())
        jump(m_results->currentRow());
    else if (event->key() == Qt::Key_Escape) {
        m_results->hide();
        clear();
        clearFocus();
    } else
        QLineEdit::keyPressEvent(event);
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    m_results->hide();
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!text().isEmpty() || width() < 380)
        return;
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(monoFont(10.5));
    const QFontMetrics metrics(painter.font());
    double right = width() - 9;
    for (const QString &key : {QStringLiteral("K"), QStringLiteral("Ctrl")}) {
        const double wide = metrics.horizontalAdvance(key) + 9;
        const QRectF cap(right - wide + 0.5, height() / 2.0 - 8.5, wide, 17);
        painter.setPen(t.line);
        painter.setBrush(t.w2);
        painter.drawRoundedRect(cap, 3, 3);
        painter.setPen(t.mu);
        painter.drawText(cap, Qt::AlignCenter, key);
        right -= wide + 5;
    }
}

} // namespace watchdesk::ui
