// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/actionfields.h"

#include "app/base/jsontext.h"
#include "app/defender/actionbody.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/stepeditor.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyledItemDelegate>

namespace watchdesk::ui {

namespace {

/// Common members in the program's language; the others keep the API's words.
QString knownTitle(const QString &member)
{
    static const QHash<QString, const char *> titles{
        {QStringLiteral("IsolationType"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Isolation type")},
        {QStringLiteral("ScanType"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Scan type")},
        {QStringLiteral("Sha1"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "SHA-1 of the file")},
        {QStringLiteral("Commands"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Steps")},
        {QStringLiteral("Value"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Tag")},
        {QStringLiteral("Action"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Add or remove")},
        {QStringLiteral("DeviceValue"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Value")},
        {QStringLiteral("File"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "File")},
        {QStringLiteral("status"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Status")},
        {QStringLiteral("assignedTo"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Assigned to")},
        {QStringLiteral("classification"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Classification")},
        {QStringLiteral("determination"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Determination")},
        {QStringLiteral("severity"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Severity")},
        {QStringLiteral("category"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Category")},
        {QStringLiteral("title"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Title")},
        {QStringLiteral("description"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Description")},
        {QStringLiteral("action"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Action")},
        {QStringLiteral("expirationTime"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Expires (UTC)")},
        {QStringLiteral("indicatorValue"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Indicator")},
        {QStringLiteral("indicatorType"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Kind")},
        {QStringLiteral("generateAlert"), QT_TRANSLATE_NOOP("watchdesk::ui::ActionFields", "Raises alerts")},
    };
    const char *title = titles.value(member);
    return title ? ActionFields::tr(title) : QString();
}

QString textOf(const QJsonValue &value)
{
    if (value.isArray() || value.isObject())
        return QString::fromUtf8(jsonToText(value));
    return value.toVariant().toString();
}

} // namespace

QString memberTitle(const QString &member)
{
    if (const QString known = knownTitle(member); !known.isEmpty())
        return known;
    QString title;
    for (const QChar letter : member) {
        if (letter.isUpper() && !title.isEmpty() && !title.back().isUpper())
            title += u' ';
        title += letter;
    }
    title = title.toLower();
    return QString(title.left(1).toUpper() + title.mid(1));
}

ActionFields::ActionFields(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 4, 0, 0);
    m_form->setHorizontalSpacing(8);
    m_form->setVerticalSpacing(5);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows); // the sheet is narrow, and German is long
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void ActionFields::show(const defender::ResourceAction &action, const QStringList &asked, const QJsonObject &given)
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_editors.clear();
    m_problems.clear();
    m_values = {};
    for (const QString &member : asked) {
        const defender::BodyField *field = action.field(member);
        if (field == nullptr)
            continue;
        QWidget *editor =
            action.isForm && member == u"File" ? makeFile(*field) : makeEditor(*field, given.value(member));
        const QString title = memberTitle(member);
        QLabel *label = plainLabel(field->required ? QString(title % QStringLiteral(" *")) : title, "muted");
        label->setBuddy(editor);
        editor->setAccessibleName(title);
        editor->setToolTip(field->meaning.toHtmlEscaped());
        if (field->steps.isEmpty()) {
            m_form->addRow(label, editor);
        } else { // fields of its own, which want the whole width
            m_form->addRow(label);
            m_form->addRow(editor);
        }
        m_editors.insert(member, editor);
    }
    setVisible(!m_editors.isEmpty());
}

QWidget *ActionFields::makeEditor(const defender::BodyField &field, const QJsonValue &given)
{
    if (field.type == ColumnType::Bool)
        return makeChoice(field, {QStringLiteral("true"), QStringLiteral("false")}, given);
    if (!field.steps.isEmpty())
        return makeSteps(field, given);
    QStringList words = field.values;
    words.removeAll(QStringLiteral("UnManagedDevice")); // another kind of device, which no view shows to be contained
    return words.isEmpty() ? makeText(field, given) : makeChoice(field, words, given);
}

QWidget *ActionFields::makeChoice(const defender::BodyField &field, const QStringList &words, const QJsonValue &given)
{
    auto *choice = new QComboBox;
    choice->setItemDelegate(new QStyledItemDelegate(choice));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(8);
    const QString first = textOf(given);
    if (first.isEmpty())
        choice->addItem(tr("–"), QString()); // nothing is chosen for anybody
    for (const QString &word : words)
        choice->addItem(field.type == ColumnType::Bool ? (word == u"true" ? tr("yes") : tr("no")) : word, word);
    choice->setCurrentIndex(std::max(0, choice->findData(first)));
    connect(choice, &QComboBox::currentIndexChanged, this, [this, choice, field] {
        take(field, choice->currentData().toString());
        Q_EMIT changed();
    });
    take(field, choice->currentData().toString());
    return choice;
}

QWidget *ActionFields::makeText(const defender::BodyField &field, const QJsonValue &given)
{
    auto *line = new QLineEdit;
    line->setMaxLength(20'000);
    line->setText(textOf(given));
    line->setCursorPosition(0);
    if (field.type == ColumnType::DateTime)
        line->setPlaceholderText(QStringLiteral("2030-01-31T00:00:00Z"));
    connect(line, &QLineEdit::textChanged, this, [this, field](const QString &text) {
        take(field, text.trimmed());
        Q_EMIT changed();
    });
    take(field, line->text().trimmed());
    return line;
}

QWidget *ActionFields::makeSteps(const defender::BodyField &field, const QJsonValue &given)
{
    auto *steps = new StepEditor(field.steps);
    steps->setSteps(given.toArray());
    const auto read = [this, steps, field] {
        const QJsonArray list = steps->steps();
        const auto good = defender::checkSteps(field.steps, list);
        m_problems.insert(field.name, good ? QString() : good.error().message);
        put(field.name, list.isEmpty() || !good ? QJsonValue() : QJsonValue(list));
    };
    connect(steps, &StepEditor::changed, this, [this, read] {
        read();
        Q_EMIT changed();
    });
    read();
    return steps;
}

QWidget *ActionFields::makeFile(const defender::BodyField &field)
{
    auto *button = new QPushButton(tr("Choose a file…"));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, button, member = field.name] {
        auto *dialog = new QFileDialog(this, tr("Choose a file"));
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, this, [this, button, member](const QString &path) {
            const auto file = defender::uploadFrom(path);
            m_problems.insert(member, file ? QString() : file.error().message);
            button->setText(QFileInfo(path).fileName());
            put(member, file ? QJsonValue(*file) : QJsonValue());
            Q_EMIT changed();
        });
        dialog->open();
    });
    return button;
}

void ActionFields::take(const defender::BodyField &field, const QString &text)
{
    m_problems.remove(field.name);
    if (text.isEmpty())
        return put(field.name, {});
    const auto value = defender::valueFromText(field, text);
    if (!value)
        m_problems.insert(field.name, value.error().message);
    put(field.name, value ? *value : QJsonValue());
}

void ActionFields::put(const QString &member, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        m_values.remove(member);
    else
        m_values.insert(member, value);
}

QString ActionFields::problem() const
{
    for (const QString &problem : m_problems) {
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace watchdesk::ui
