// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/processoutline.h"

#include "app/base/safetext.h"
#include "ui/widgets/tokens.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace watchdesk::ui {

namespace {

constexpr int kLine = 20;
constexpr int kStep = 13;
constexpr int kLeft = 10;
constexpr int kMostLines = 60;
constexpr int kMostDepth = 8; ///< deeper levels share the last indent: the column is narrow

} // namespace

ProcessOutline::ProcessOutline(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Process behind the selected alert"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&Palette::instance(), &Palette::changed, this, qOverload<>(&QWidget::update));
}

void ProcessOutline::setMessage(const QString &text)
{
    m_lines.clear();
    m_message = text;
    m_current = -1;
    describe();
}

void ProcessOutline::setTree(const story::ProcessTree &tree)
{
    m_lines.clear();
    m_message.clear();
    m_current = -1;
    QList<int> roots;
    for (int i = 0; i < int(tree.nodes.size()); ++i)
        if (tree.nodes.at(i).parent < 0)
            roots.append(i);
    for (const int root : std::as_const(roots))
        addNode(tree, root, {}, true);
    if (tree.omitted > 0 && m_lines.size() < kMostLines)
        m_lines.append({{}, tr("and %1 more processes").arg(tree.omitted), {}, {}, Line::Tone::Faint});
    describe();
}

void ProcessOutline::describe()
{
    QStringList lines;
    for (const Line &line : std::as_const(m_lines))
        lines.append(QString(line.text % u' ' % line.note));
    setAccessibleDescription(m_message.isEmpty() ? lines.join(QStringLiteral("; ")) : m_message);
    updateGeometry();
    update();
}

void ProcessOutline::addLeaf(const QString &guide, bool last, Line line)
{
    if (m_lines.size() >= kMostLines)
        return;
    line.guide = QString(guide % (last ? u'└' : u'├'));
    m_lines.append(line);
}

void ProcessOutline::addNode(const story::ProcessTree &tree, int index, const QString &guide, bool last)
{
    if (m_lines.size() >= kMostLines)
        return;
    const story::ProcessNode &node = tree.nodes.at(index);
    Line line;
    const bool root = node.parent < 0;
    line.guide = root ? QString() : QString(guide % (last ? u'└' : u'├'));
    line.text = visibleText(node.fileName.isEmpty() ? tr("(unknown)") : node.fileName, 80);
    line.note = QString::number(node.key.processId);
    line.tip = visibleText(node.commandLine, 2000);
    line.tone = node.isFocus ? Line::Tone::Focus : node.alerts.isEmpty() ? Line::Tone::Plain : Line::Tone::Alert;
    m_lines.append(line);
    const QString below = root ? QString() : QString(guide % (last ? u' ' : u'│'));
    QList<story::NetworkPeer> peers = node.peers;
    if (!node.isFocus)
        peers.removeIf([](const story::NetworkPeer &peer) { return peer.externalAlerts == 0; });
    const qsizetype shownPeers = std::min<qsizetype>(peers.size(), 3);
    const qsizetype total = shownPeers + node.children.size() + (node.moreChildren > 0 ? 1 : 0);
    qsizetype done = 0;
    for (qsizetype i = 0; i < shownPeers; ++i) {
        const story::NetworkPeer &peer = peers.at(i);
        Line leaf;
        leaf.text = QString(QStringLiteral("⇄ ") % visibleText(peer.address, 60) % u':' % QString::number(peer.port));
        leaf.note = peer.externalAlerts > 0 ? tr("%Ln external alert(s)", nullptr, int(peer.externalAlerts))
                                            : QStringLiteral("×%1").arg(peer.connections);
        leaf.tip = visibleText(peer.name, 300);
        leaf.tone = peer.externalAlerts > 0 ? Line::Tone::External : Line::Tone::Plain;
        addLeaf(below, ++done == total, leaf);
    }
    for (const int child : node.children)
        addNode(tree, child, below, ++done == total);
    if (node.moreChildren > 0)
        addLeaf(below, true, {{}, tr("%1 more").arg(node.moreChildren), {}, {}, Line::Tone::Faint});
}

QSize ProcessOutline::sizeHint() const { return {240, std::max(kLine + 4, int(m_lines.size()) * kLine + 4)}; }

void ProcessOutline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    if (!m_message.isEmpty() || m_lines.isEmpty()) {
        painter.setFont(uiFont(12));
        painter.setPen(t.mu);
        painter.drawText(rect().adjusted(kLeft, 0, -6, 0), int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(m_message, Qt::ElideRight, width() - 16));
        return;
    }
    painter.setFont(monoFont());
    const QFontMetrics metrics(painter.font());
    for (int i = 0; i < int(m_lines.size()); ++i) {
        const Line &line = m_lines.at(i);
        const int top = i * kLine + 2;
        const int depth = std::min<int>(kMostDepth, int(line.guide.size()));
        if (i == m_current && hasFocus())
            painter.fillRect(QRect(0, top, width(), kLine), mixed(t.acbg, t.w1, 0.7));
        painter.setPen(QPen(t.fa, 1));
        for (int level = 0; level < depth; ++level) {
            const QChar mark = line.guide.at(line.guide.size() - depth + level);
            const int x = kLeft + level * kStep + 3;
            if (mark != u' ')
                painter.drawLine(x, top, x, mark == u'└' ? top + kLine / 2 : top + kLine);
            if (mark == u'└' || mark == u'├')
                painter.drawLine(x, top + kLine / 2, x + 6, top + kLine / 2);
        }
        const int x = kLeft + depth * kStep;
        const QColor ink = line.tone == Line::Tone::Focus      ? t.hi
                           : line.tone == Line::Tone::Alert    ? t.me
                           : line.tone == Line::Tone::External ? t.ex
                           : line.tone == Line::Tone::Faint    ? t.fa
                                                               : t.tx;
        const QString text = metrics.elidedText(line.text, Qt::ElideMiddle, std::max(40, width() - x - 6));
        const int room = width() - x - metrics.horizontalAdvance(text) - 12;
        const QString note = room < 24 ? QString() : metrics.elidedText(line.note, Qt::ElideRight, room);
        painter.setPen(ink);
        painter.drawText(QRect(x, top, width() - x, kLine), int(Qt::AlignVCenter) | Qt::TextSingleLine, text);
        painter.setPen(t.mu);
        painter.drawText(QRect(x + metrics.horizontalAdvance(text) + 7, top, room + 5, kLine),
                         int(Qt::AlignVCenter) | Qt::TextSingleLine, note);
    }
}

void ProcessOutline::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_lines.size()) - 1;
    if (event->key() == Qt::Key_Down)
        m_current = std::min(last, m_current + 1);
    else if (event->key() == Qt::Key_Up)
        m_current = std::max(0, m_current - 1);
    else
        return QWidget::keyPressEvent(event);
    update();
}

void ProcessOutline::mousePressEvent(QMouseEvent *event)
{
    m_current = std::clamp(int(event->position().y()) / kLine, -1, int(m_lines.size()) - 1);
    setFocus(Qt::MouseFocusReason);
    update();
}

bool ProcessOutline::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int line = (help->pos().y() - 2) / kLine;
    if (line >= 0 && line < m_lines.size()) {
        const QString text = m_lines.at(line).tip.isEmpty() ? m_lines.at(line).text : m_lines.at(line).tip;
        QToolTip::showText(help->globalPos(), QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped()), this);
    }
    return true;
}

} // namespace watchdesk::ui
