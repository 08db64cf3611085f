// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/resources/recorddetail.h"

#include "app/base/safetext.h"
#include "app/defender/titles.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/wraplabel.h"

#include <QGridLayout>
#include <QJsonArray>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace watchdesk::ui {

namespace {

constexpr int kMostItems = 50;
constexpr qsizetype kLongestValue = 4'000;

QString scalarText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? RecordDetail::tr("yes") : RecordDetail::tr("no");
    return value.isNull() ? QString() : value.toVariant().toString();
}

/// A nested value as lines: members by name, items apart.
QString nestedText(const QJsonValue &value, int depth = 0)
{
    const QString indent(depth * 2, u' ');
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        QStringList lines;
        for (qsizetype i = 0; i < items.size() && i < kMostItems; ++i)
            lines.append(nestedText(items.at(i), depth));
        if (items.size() > kMostItems)
            lines.append(indent + RecordDetail::tr("… and %1 more").arg(items.size() - kMostItems));
        const bool isPlain = items.isEmpty() || !items.first().isObject();
        return lines.join(isPlain ? QStringLiteral("\n") : QStringLiteral("\n\n"));
    }
    if (!value.isObject())
        return indent + scalarText(value);
    QStringList lines;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.value().isNull() || depth > 6)
            continue;
        const bool isNested = it.value().isObject() || it.value().isArray();
        lines.append(isNested ? QString(indent + it.key() + u'\n' + nestedText(it.value(), depth + 1))
                              : QString(indent + it.key() + QStringLiteral(": ") + scalarText(it.value())));
    }
    return lines.join(u'\n');
}

bool looksLikeData(const defender::ResourceField &field)
{
    const QString name = field.name.toLower();
    return field.type == ColumnType::Dynamic || field.type == ColumnType::DateTime || name.endsWith(u"id") ||
           name.startsWith(u"sha") || name == u"md5" || name.contains(u"address") || name.contains(u"version");
}

} // namespace

RecordDetail::RecordDetail(QWidget *parent)
    : Pane(tr("Nothing chosen"), parent)
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("The chosen record"));
    auto *ground = new QWidget;
    ground->setObjectName(QStringLiteral("scrolled"));
    auto *column = new QVBoxLayout(ground); // a grid that is aligned itself would not ask its labels for their height
    column->setContentsMargins(0, 0, 0, 0);
    m_grid = new QGridLayout;
    column->addLayout(m_grid);
    column->addStretch(1);
    m_grid->setContentsMargins(10, 8, 10, 10);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(5);
    m_grid->setColumnStretch(1, 1);
    scroll->setWidget(ground);
    setContent(scroll);
}

void RecordDetail::clear()
{
    emptyLayout(m_grid);
    setTitle(tr("Nothing chosen"));
}

void RecordDetail::addHeading(const QString &text) { m_grid->addWidget(sectionLabel(text), m_rows++, 0, 1, 2); }

void RecordDetail::addRow(const QString &label, const QString &meaning, const QString &value, bool isMono)
{
    const int row = m_rows++;
    QLabel *name = plainLabel(label, "muted");
    name->setMinimumWidth(112);
    name->setToolTip(meaning.toHtmlEscaped());
    QStringList lines;
    for (const QString &line : value.left(kLongestValue).split(u'\n'))
        lines.append(visibleText(line, 600));
    auto *text = new WrapLabel(lines.join(u'\n'));
    text->setAccessibleName(QString(label % QStringLiteral(": ") % visibleText(value, 200)));
    if (isMono)
        text->setFont(monoFont());
    m_grid->addWidget(name, row, 0, Qt::AlignTop);
    m_grid->addWidget(text, row, 1);
}

void RecordDetail::show(const defender::Resource &resource, const QJsonObject &record)
{
    emptyLayout(m_grid);
    m_rows = 0;
    setTitle(defender::translatedTitle(resource.title));
    QJsonObject unknown = record;
    for (const defender::ResourceField &field : resource.fields) {
        const QJsonValue value = record.value(field.name);
        unknown.remove(field.name);
        const bool isNested = value.isArray() || value.isObject();
        const QString text = isNested ? nestedText(value) : scalarText(value);
        if (!text.isEmpty())
            addRow(field.name, field.meaning, text, looksLikeData(field));
    }
    if (unknown.isEmpty())
        return;
    addHeading(tr("Not in the description of the API"));
    for (auto it = unknown.begin(); it != unknown.end(); ++it)
        addRow(visibleText(it.key(), 60), {}, nestedText(it.value()), true);
}

} // namespace watchdesk::ui
