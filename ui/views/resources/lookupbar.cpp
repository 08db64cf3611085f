// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/views/resources/lookupbar.h"

#include "app/base/ticks.h"
#include "ui/widgets/whynot.h"

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace watchdesk::ui {

LookupBar::LookupBar(const defender::Resource &resource, QWidget *parent)
    : QWidget(parent)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(8, 4, 8, 4);
    line->setSpacing(6);
    if (resource.kind == defender::Resource::Kind::Entity) {
        const defender::ResourceField *key = resource.field(resource.keyForRelations());
        addText(line, keyName(), key ? key->meaning : resource.key, true);
    }
    for (const defender::ResourceParameter &parameter : resource.parameters) {
        if (parameter.type == ColumnType::DateTime && parameter.required)
            addMoment(line, parameter.name, parameter.meaning);
        else
            addText(line, parameter.name, parameter.meaning, parameter.required);
    }
    m_ask = new QPushButton(tr("Load"));
    m_ask->setAutoDefault(false);
    line->addWidget(m_ask);
    connect(m_ask, &QPushButton::clicked, this, &LookupBar::asked);
    update();
}

bool LookupBar::isNeeded(const defender::Resource &resource)
{
    const bool isRequired =
        std::any_of(resource.parameters.begin(), resource.parameters.end(),
                    [](const defender::ResourceParameter &parameter) { return parameter.required; });
    return resource.kind == defender::Resource::Kind::Entity || (isRequired && !resource.isRelation());
}

void LookupBar::addText(QHBoxLayout *line, const QString &name, const QString &meaning, bool isRequired)
{
    auto *field = new QLineEdit;
    field->setPlaceholderText(meaning);
    field->setToolTip(meaning.toHtmlEscaped());
    field->setAccessibleName(meaning);
    field->setMaxLength(2000);
    field->setClearButtonEnabled(true);
    line->addWidget(field, 1);
    m_texts.insert(name, field);
    if (isRequired)
        m_required.append(name);
    connect(field, &QLineEdit::textChanged, this, &LookupBar::update);
    connect(field, &QLineEdit::returnPressed, this, [this] {
        if (isComplete())
            Q_EMIT asked();
    });
}

void LookupBar::addMoment(QHBoxLayout *line, const QString &name, const QString &meaning)
{
    auto *moment = new QDateTimeEdit;
    moment->setTimeSpec(Qt::UTC);
    moment->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    moment->setCalendarPopup(true);
    moment->setToolTip(QString(meaning % QStringLiteral(" (UTC)")).toHtmlEscaped());
    moment->setAccessibleName(meaning);
    line->addWidget(moment);
    m_moments.insert(name, moment);
}

void LookupBar::setNow(const QDateTime &utc)
{
    for (QDateTimeEdit *moment : std::as_const(m_moments))
        moment->setDateTime(utc);
}

QMap<QString, QString> LookupBar::values() const
{
    QMap<QString, QString> values;
    for (auto it = m_texts.begin(); it != m_texts.end(); ++it) {
        if (const QString text = it.value()->text().trimmed(); !text.isEmpty())
            values.insert(it.key(), text);
    }
    for (auto it = m_moments.begin(); it != m_moments.end(); ++it)
        values.insert(it.key(), isoFromTicks(ticksFromDateTime(it.value()->dateTime())));
    return values;
}

bool LookupBar::isComplete() const
{
    return std::all_of(m_required.begin(), m_required.end(),
                       [this](const QString &name) { return !m_texts.value(name)->text().trimmed().isEmpty(); });
}

void LookupBar::update()
{
    allow(m_ask, tr("Ask the service"), isComplete() ? QString() : tr("Say first what to look for."));
}

} // namespace watchdesk::ui
