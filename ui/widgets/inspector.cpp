// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/inspector.h"

#include "app/base/safetext.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/processoutline.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/wraplabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace watchdesk::ui {

namespace {

constexpr int kLabelWidth = 84;

QLabel *valueLabel(const Fact &fact)
{
    auto *value = new WrapLabel(visibleText(fact.value, 600));
    value->setAccessibleName(QString(fact.label % QStringLiteral(": ") % value->text()));
    if (fact.look == u"mono")
        value->setFont(monoFont());
    else if (!fact.look.isEmpty())
        value->setProperty("look", fact.look);
    return value;
}

void fillGrid(QGridLayout *grid, const QList<Fact> &facts)
{
    emptyLayout(grid);
    int row = 0;
    for (const Fact &fact : facts) {
        QLabel *label = plainLabel(fact.label, "muted");
        label->setMinimumWidth(fact.label.isEmpty() ? 0 : kLabelWidth);
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(valueLabel(fact), row, 1);
        ++row;
    }
}

QGridLayout *factGrid(QWidget *parent)
{
    auto *grid = new QGridLayout(parent);
    grid->setContentsMargins(10, 8, 10, 2);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

QString stateGlyph(const QString &status)
{
    const QString word = status.toLower();
    if (word == u"succeeded")
        return QStringLiteral("●");
    if (word == u"failed" || word == u"cancelled" || word == u"timeout")
        return QStringLiteral("✕");
    return word == u"pending" ? QStringLiteral("◔") : QStringLiteral("○");
}

Inspector::Inspector(QWidget *parent)
    : Pane(tr("Nothing chosen"), parent)
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *ground = new QWidget;
    ground->setObjectName(QStringLiteral("scrolled"));
    auto *layout = new QVBoxLayout(ground);
    layout->setContentsMargins(0, 0, 0, 8);
    m_nothing = plainLabel({}, "muted");
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(10, 12, 10, 0);
    m_all = new QWidget;
    layout->addWidget(m_nothing);
    layout->addWidget(m_all);
    layout->addStretch(1);
    buildSections();
    scroll->setWidget(ground);
    setContent(scroll);
}

QWidget *Inspector::section(const QString &title, QWidget *body)
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(4);
    QLabel *heading = sectionLabel(title);
    heading->setContentsMargins(10, 10, 10, 0);
    layout->addWidget(heading);
    layout->addWidget(body);
    return part;
}

void Inspector::buildSections()
{
    auto *layout = new QVBoxLayout(m_all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *facts = new QWidget;
    m_facts = factGrid(facts);
    layout->addWidget(facts);

    auto *responses = new QWidget;
    auto *column = new QVBoxLayout(responses);
    column->setContentsMargins(10, 2, 10, 2);
    m_responses = new FlowLayout(6);
    m_responseHint = plainLabel({}, "muted");
    m_responseHint->setWordWrap(true);
    column->addLayout(m_responses);
    column->addWidget(m_responseHint);
    layout->addWidget(section(tr("Respond"), responses));

    m_process = new ProcessOutline;
    layout->addWidget(section(tr("Process behind the selected alert"), m_process));

    auto *reasons = new QWidget;
    m_reasons = factGrid(reasons);
    m_reasons->setContentsMargins(10, 2, 10, 2);
    m_reasonsSection = section(tr("Why these belong together"), reasons);
    layout->addWidget(m_reasonsSection);

    auto *actions = new QWidget;
    m_actions = new QVBoxLayout(actions);
    m_actions->setContentsMargins(10, 2, 10, 2);
    m_actions->setSpacing(5);
    m_actionsSection = section(tr("Actions"), actions);
    layout->addWidget(m_actionsSection);
}

void Inspector::setEmpty(const QString &text)
{
    m_nothing->setText(text);
    m_nothing->setVisible(!text.isEmpty());
    m_all->setVisible(text.isEmpty());
}

void Inspector::setFacts(const QList<Fact> &facts)
{
    fillGrid(m_facts, facts);
    setEmpty({});
}

void Inspector::setReasons(const QString &summary, const QList<Fact> &reasons)
{
    QList<Fact> lines = reasons;
    if (!summary.isEmpty())
        lines.prepend({tr("Score"), summary, QStringLiteral("external")});
    fillGrid(m_reasons, lines);
    m_reasonsSection->setVisible(!lines.isEmpty());
}

QPushButton *Inspector::addResponse(const QString &text, const QString &what, bool dangerous)
{
    auto *button = new QPushButton(text);
    button->setAutoDefault(false);
    button->setAccessibleName(what);
    button->setToolTip(what.toHtmlEscaped());
    if (dangerous)
        button->setProperty("look", QStringLiteral("danger"));
    m_responses->addWidget(button);
    return button;
}

void Inspector::setResponseHint(const QString &text)
{
    m_responseHint->setText(text);
    m_responseHint->setVisible(!text.isEmpty());
}

void Inspector::setActions(const QList<ActionLine> &actions)
{
    emptyLayout(m_actions);
    for (const ActionLine &action : actions) {
        QLabel *line = plainLabel(QString(stateGlyph(action.status) % u' ' % visibleText(action.text, 300)));
        line->setWordWrap(true);
        const QString word = action.status.toLower();
        if (word == u"failed" || word == u"timeout")
            line->setProperty("look", QStringLiteral("bad"));
        else if (word == u"pending" || word == u"inprogress")
            line->setProperty("look", QStringLiteral("warn"));
        m_actions->addWidget(line);
    }
    m_actionsSection->setVisible(!actions.isEmpty());
}

} // namespace watchdesk::ui
