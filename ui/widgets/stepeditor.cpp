// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/stepeditor.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/pane.h"

#include <QAction>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHash>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace watchdesk::ui {

namespace {

constexpr size_t kMostSteps = 50;

/// Live response's own words in the program's language; others as they are.
QString titleOf(const QString &word)
{
    static const QHash<QString, const char *> titles{
        {QStringLiteral("PutFile"), QT_TRANSLATE_NOOP("watchdesk::ui::StepEditor", "Put a file on the device")},
        {QStringLiteral("RunScript"), QT_TRANSLATE_NOOP("watchdesk::ui::StepEditor", "Run a script")},
        {QStringLiteral("GetFile"), QT_TRANSLATE_NOOP("watchdesk::ui::StepEditor", "Fetch a file")},
        {QStringLiteral("FileName"), QT_TRANSLATE_NOOP("watchdesk::ui::StepEditor", "File in the library")},
        {QStringLiteral("ScriptName"), QT_TRANSLATE_NOOP("watchdesk::ui::StepEditor", "Script in the library")},
        {QStringLiteral("Args"), QT_TRANSLATE_NOOP("watchdesk::ui::StepEditor", "Arguments")},
        {QStringLiteral("Path"), QT_TRANSLATE_NOOP("watchdesk::ui::StepEditor", "Path on the device")},
    };
    const char *title = titles.value(word);
    return title ? StepEditor::tr(title) : word;
}

} // namespace

StepEditor::StepEditor(QList<defender::BodyStep> kinds, QWidget *parent)
    : QWidget(parent)
    , m_kinds(std::move(kinds))
    , m_layout(new QVBoxLayout(this))
    , m_add(new QPushButton(icon(QStringLiteral("plus")), tr("Add a step")))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    m_add->setAutoDefault(false);
    auto *menu = new QMenu(m_add);
    for (const defender::BodyStep &kind : m_kinds)
        connect(menu->addAction(titleOf(kind.type)), &QAction::triggered, this,
                [this, type = kind.type] { add(type); });
    m_add->setMenu(menu);
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    setFocusProxy(m_add);
}

void StepEditor::setSteps(const QJsonArray &steps)
{
    while (!m_rows.empty())
        remove(m_rows.back().widget);
    for (const QJsonValue &step : steps) {
        const QString type = step[QStringLiteral("type")].toString();
        for (const defender::BodyStep &kind : m_kinds) {
            if (kind.type != type || m_rows.size() >= kMostSteps)
                continue;
            for (auto &[key, field] : insert(kind).fields)
                field->setText(defender::stepParameter(step.toObject(), key));
        }
    }
}

QJsonArray StepEditor::steps() const
{
    QJsonArray all;
    for (const Row &row : m_rows) {
        QList<std::pair<QString, QString>> parameters;
        for (const auto &[key, field] : row.fields)
            parameters.append({key, field->text().trimmed()});
        all.append(defender::stepFrom(row.kind->type, parameters));
    }
    return all;
}

void StepEditor::add(const QString &type)
{
    const auto kind = std::find_if(m_kinds.cbegin(), m_kinds.cend(), [&type](const auto &k) { return k.type == type; });
    if (kind == m_kinds.cend() || m_rows.size() >= kMostSteps)
        return;
    insert(*kind).fields.front().second->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

StepEditor::Row &StepEditor::insert(const defender::BodyStep &kind)
{
    Row row{&kind, new QWidget, {}};
    auto *box = new QVBoxLayout(row.widget);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(3);
    auto *head = new QHBoxLayout;
    auto *title = plainLabel();
    title->setObjectName(QStringLiteral("stepTitle"));
    head->addWidget(title, 1);
    auto *close = new QToolButton;
    close->setIcon(icon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Remove this step"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, [this, widget = row.widget] {
        remove(widget);
        m_add->setFocus(Qt::OtherFocusReason);
        Q_EMIT changed();
    });
    head->addWidget(close);
    box->addLayout(head);
    for (const QString &parameter : kind.needs + kind.takes) {
        QLineEdit *field = makeField(kind, parameter);
        row.fields.emplace_back(parameter, field);
        box->addWidget(field);
    }
    // Behind the last one that may come before it: what the API's order of kinds wants.
    const auto place = std::find_if(m_rows.begin(), m_rows.end(), [&kind](const Row &r) { return r.kind > &kind; });
    m_layout->insertWidget(int(place - m_rows.begin()), row.widget);
    Row &made = *m_rows.insert(place, std::move(row));
    number();
    return made;
}

QLineEdit *StepEditor::makeField(const defender::BodyStep &kind, const QString &parameter)
{
    auto *field = new QLineEdit;
    const QString title = titleOf(parameter);
    field->setMaxLength(4'000);
    field->setPlaceholderText(kind.needs.contains(parameter) ? QString(title % QStringLiteral(" *")) : title);
    field->setAccessibleName(title);
    connect(field, &QLineEdit::textChanged, this, &StepEditor::changed);
    return field;
}

void StepEditor::remove(const QWidget *widget)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [widget](const Row &r) { return r.widget == widget; });
    if (row == m_rows.end())
        return;
    row->widget->hide();
    m_layout->removeWidget(row->widget);
    row->widget->deleteLater(); // it may be the one whose button was pressed
    m_rows.erase(row);
    number();
}

void StepEditor::number()
{
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]
            .widget->findChild<QLabel *>(QStringLiteral("stepTitle"))
            ->setText(QStringLiteral("%1. %2").arg(i + 1).arg(titleOf(m_rows[i].kind->type)));
}

} // namespace watchdesk::ui
