// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/icons.h"

#include "ui/widgets/tokens.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace watchdesk::ui {

namespace {

QByteArray source(const QString &name)
{
    static QHash<QString, QByteArray> read;
    auto found = read.constFind(name);
    if (found == read.cend()) {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
        found = read.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return found.value();
}

/// Recolours on every paint, so that a theme switch needs nothing but a repaint.
class LineIconEngine : public QIconEngine
{
public:
    LineIconEngine(QString name, QColor tone)
        : m_name(std::move(name))
        , m_tone(std::move(tone))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintIcon(painter, m_name, QRectF(rect), colour(mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new LineIconEngine(m_name, m_tone); }

private:
    QColor colour(QIcon::Mode mode, QIcon::State state) const
    {
        const Tokens &t = tokens();
        if (mode == QIcon::Disabled)
            return t.fa;
        if (m_tone.isValid())
            return m_tone;
        if (state == QIcon::On)
            return t.ac;
        return mode == QIcon::Normal ? t.mu : t.tx;
    }

    QString m_name;
    QColor m_tone;
};

} // namespace

QIcon icon(const QString &name, const QColor &tone) { return QIcon(new LineIconEngine(name, tone)); }

QIcon swatch(const QColor &tone)
{
    constexpr int kSide = 32; // drawn smaller: sharp on any screen
    QPixmap picture(kSide, kSide);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone);
    painter.drawRoundedRect(QRect(6, 6, kSide - 12, kSide - 12), 4, 4);
    return picture;
}

void paintIcon(QPainter *painter, const QString &name, const QRectF &rect, const QColor &colour)
{
    QSvgRenderer renderer(QByteArray(source(name)).replace("currentColor", colour.name().toLatin1()));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    renderer.render(painter, rect);
    painter->restore();
}

} // namespace watchdesk::ui
